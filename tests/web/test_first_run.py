"""The first run: an empty installation asks once for its office and its first administrator."""

import sys
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.factories.commune import make_commune
from thidua.journal.models import JournalEntry
from thidua.org.models import Installation, Unit, User

SAID = {
    "name": "Ủy ban nhân dân xã Nà Lâm",
    "level": "xa",
    "district": "Ủy ban nhân dân huyện Cao Sơn",
    "province": "Ủy ban nhân dân tỉnh Lạng Bình",
    "day": "01/01/2023",
    "administrator": "Hà Văn Bách",
    "username": "quantri",
    "password": "Nuoc-Suoi-2023",
}
pytestmark = pytest.mark.django_db


def test_an_empty_installation_shows_nothing_but_the_first_run(client: Client) -> None:
    for address in ("/co-quan/", "/dang-nhap/", "/"):
        assert client.get(address)["Location"] == "/bat-dau/"
    assert "Thiết lập cơ quan" in client.get("/bat-dau/").content.decode()


def test_the_office_is_made_and_the_administrator_logs_in(client: Client) -> None:
    answer = client.post("/bat-dau/", SAID | {"again": SAID["password"], "once": "a"})
    assert answer["Location"] == "/dang-nhap/"
    assert [unit.name for unit in Unit.objects.all()] == [SAID["province"], SAID["district"], SAID["name"]]
    assert (
        client.post("/dang-nhap/", {"login": "QuanTri", "password": SAID["password"]})["Location"]
        == "/viec-cua-toi/"
    )
    assert client.get("/bat-dau/")["Location"] == "/dang-nhap/"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"day": "hôm nay"}, "“hôm nay” không phải là một ngày; hãy ghi như 05/6/2023."),
        ({"password": "ngan", "again": "ngan"}, "Mật khẩu cần ít nhất 10 ký tự."),
        ({"again": "khác hẳn"}, "Hai lần gõ mật khẩu không giống nhau."),
        (
            {"username": "có dấu"},
            "Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, gạch; 3 đến 30 ký tự.",
        ),
        ({"district": ""}, "Chưa ghi cơ quan cấp huyện mà cơ quan này trực thuộc."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    client: Client, wrong: dict[str, str], sentence: str
) -> None:
    answer = client.post("/bat-dau/", SAID | {"again": SAID["password"]} | wrong)
    page = answer.content.decode()
    assert sentence in page
    assert 'value="Ủy ban nhân dân xã Nà Lâm"' in page
    assert (Installation.objects.count(), Unit.objects.count(), User.objects.count()) == (0, 0, 0)


def test_the_command_asks_the_same() -> None:
    out = StringIO()
    call_command("new_office", **SAID, stdout=out)
    assert out.getvalue() == "Đã thiết lập Ủy ban nhân dân xã Nà Lâm. Tài khoản quản trị: quantri.\n"
    with pytest.raises(CommandError) as failed:
        call_command("new_office", **SAID)
    assert str(failed.value) == "Phần mềm đã được thiết lập; hãy đăng nhập."
    with pytest.raises(CommandError) as failed:
        call_command("new_office", **SAID | {"day": "31/02/2023"})
    assert (
        str(failed.value)
        == "Bắt đầu dùng từ ngày: “31/02/2023” không phải là một ngày; hãy ghi như 05/6/2023."
    )


@pytest.fixture
def typed() -> Iterator[StringIO]:
    """What somebody types at the terminal."""
    terminal, sys.stdin = sys.stdin, StringIO()
    yield sys.stdin
    sys.stdin = terminal


def test_what_is_not_on_the_command_line_is_asked_for(typed: StringIO) -> None:
    typed.write("Ủy ban nhân dân tỉnh Lạng Bình\ntinh\n\n\n01/9/2025\nHà Văn Bách\nquantri\n")
    typed.seek(0)
    call_command("new_office", password="Nuoc-Suoi-2023", stdout=StringIO())
    office = Installation.objects.get().office
    assert office is not None
    assert (office.level, office.opened_on.isoformat()) == ("tinh", "2025-09-01")


def test_the_journal_is_verified_from_the_command_line() -> None:
    call_command("new_office", **SAID, stdout=StringIO())
    out = StringIO()
    call_command("verify_journal", stdout=out)
    assert out.getvalue() == "Nhật ký nguyên vẹn.\n"
    JournalEntry.objects.update(says="Sửa trộm.")
    with pytest.raises(CommandError) as failed:
        call_command("verify_journal")
    assert str(failed.value) == "Nhật ký bị thay đổi từ dòng 1; hãy đối chiếu với bản sao lưu."


def test_a_password_is_renewed_from_the_command_line() -> None:
    commune = make_commune(2023)
    User.objects.create_user("quantri", "x", telephone="0912345678", person=commune.commune.admin.person)
    out = StringIO()
    call_command("reset_password", "0912 345 678", stdout=out)
    name, password = (line.split(": ")[1] for line in out.getvalue().splitlines())
    assert (name, User.objects.get().check_password(password)) == ("quantri", True)
    with pytest.raises(CommandError):
        call_command("reset_password", "ai-do")
