"""`manage.py demo`: builds what is asked for, takes what is there, and never touches a real office."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from io import StringIO

import pytest
from django.conf import settings as house
from django.contrib.auth.hashers import identify_hasher
from django.core.management import CommandError, call_command

from tests.factories.commune import make_commune
from thidua.campaigns.models import Campaign
from thidua.demo.people import PASSWORD
from thidua.journal.models import JournalEntry
from thidua.org.models import Installation, User

PBKDF2 = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]


def demo(*arguments: str) -> list[str]:
    """Run the command without its server; what it printed, line by line."""
    out = StringIO()
    call_command("demo", "--no-server", *arguments, stdout=out)
    return out.getvalue().splitlines()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.django_db(transaction=True)
def test_a_demo_is_built_used_again_and_rebuilt_for_another_stage() -> None:
    printed = demo("--until", "intake")
    first = Campaign.objects.get().code
    assert printed[1] == "Bước 1/13: Đọc kế hoạch"
    assert "Đã đến bước: Đọc kế hoạch (1/13); tiếp theo: Phát động (việc của: Chủ tịch)." in printed
    assert "Tài khoản, mật khẩu chung là Thi-Dua-11-6:" in printed
    assert [line.split()[0] for line in printed if line.startswith("  ")][:3] == [
        "quantri",
        "chutich",
        "phochutich",
    ]
    assert demo("--until", "intake")[0] == "Dùng lại bản trình diễn đã dựng."
    assert Campaign.objects.get().code == first
    assert demo("--until", "launch")[2] == "Bước 2/13: Phát động"
    assert Campaign.objects.get().code != first
    marked = Installation.objects.get()
    assert (marked.is_demo, marked.demo_year, marked.demo_until) == (True, 2023, "launch")


@pytest.mark.django_db
def test_somebody_with_two_offices_stands_in_one_line_and_the_levels_above_come_last() -> None:
    lines = [line for line in demo("--until", "intake", "--year", "2026") if line.startswith("  ")]
    named = [line.split()[0] for line in lines]
    assert len(named) == len(set(named)) == User.objects.count()
    two_offices = next(line for line in lines if line.split()[0] == "mttq")
    assert re.split(r"\s{2,}", two_offices.strip()) == [
        "mttq",
        "Nông Thị Thắm",
        "Chủ tịch Ủy ban MTTQ xã; Ủy viên Hội đồng TĐKT",
        "MTTQ xã",
    ]
    assert {name[:5] for name in named[-9:]} == {"tinh-"}


@pytest.mark.django_db
def test_the_accounts_log_in_with_the_printed_password(client, settings) -> None:
    demo("--until", "intake")
    settings.PASSWORD_HASHERS = PBKDF2
    assert not User.objects.filter(must_change_password=True).exists()
    answer = client.post("/dang-nhap/", {"login": "thon-khuoi-cap", "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/viec-cua-toi/")
    kept = User.objects.get(username="thon-khuoi-cap").password
    assert identify_hasher(kept).decode(kept)["iterations"] > 100_000  # hashed in full at the first log-in


@pytest.mark.django_db
def test_the_finished_story_says_that_nothing_is_left_to_do() -> None:
    demo("--until", "intake")
    Installation.objects.update(demo_until="conclude")
    printed = demo("--until", "conclude")
    assert any(
        line.endswith("tiếp theo: xem lại cả đợt thi đua, không còn việc phải làm.") for line in printed
    )


@pytest.mark.django_db
def test_a_real_office_is_left_alone() -> None:
    make_commune(2023)
    with pytest.raises(CommandError) as refused:
        demo()
    assert str(refused.value).startswith("Cơ sở dữ liệu này là của một cơ quan thật")
    assert (Installation.objects.get().is_demo, JournalEntry.objects.count()) == (False, 0)


@pytest.mark.django_db
def test_a_port_in_use_is_told_before_anything_is_built() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError) as refused:
            call_command("demo", port=port)
    assert str(refused.value) == (
        f"Cổng {port} đang có chương trình khác dùng (hoặc không được phép dùng). "
        f"Hãy chọn cổng khác: make demo PORT={port + 1}"
    )
    assert not Installation.objects.exists()


def test_server_and_worker_start_and_stop_together(tmp_path) -> None:
    port = free_port()
    away = {"THIDUA_DATA": str(tmp_path), "THIDUA_DEBUG": "1", "THIDUA_DATABASE": ""}
    command = [sys.executable, "manage.py", "demo", "--until", "intake", "--port", str(port)]
    running = subprocess.Popen(command, cwd=house.BASE_DIR, env=os.environ | away, stdout=subprocess.DEVNULL)
    try:
        page = wait_for(f"http://127.0.0.1:{port}/dang-nhap/", running)
    finally:
        running.send_signal(signal.SIGTERM)
        ended = running.wait(timeout=60)
    assert "Đăng nhập" in page
    assert ended == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def wait_for(address: str, running: subprocess.Popen) -> str:
    """The page once the server answers; gives up when the process ends or after two minutes."""
    for _ in range(240):
        assert running.poll() is None
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(address)
