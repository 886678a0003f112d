"""A changed file or journal line is found by the check, which runs in the background and may start twice."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.commune import make_user
from tests.factories.papers import make_paper
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.integrity import STEP, ask_for_check, carry_out_check
from thidua.records.models import Run

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 20)


def checked(whole):
    run = ask_for_check(whole.commune.unit, mandate=whole.commune.admin, on=DAY)
    carry_out_check(run.pk)
    return Run.objects.get(pk=run.pk)


def test_what_is_as_issued_is_found_whole(whole):
    for _ in range(STEP + 1):
        make_paper(whole, until="issued")
    run = checked(whole)
    assert (run.state, run.done, run.total) == ("done", STEP + 1, STEP + 1)
    assert run.says == "Nhật ký liền mạch; mọi văn bản đã phát hành còn nguyên."


def test_a_changed_file_and_a_changed_line_are_named(whole):
    paper = make_paper(whole, until="issued")
    Path(paper.pdf.path).write_bytes(b"%PDF-1.7 khac")
    JournalEntry.objects.filter(number=3).update(says="Không có gì.")
    run = checked(whole)
    assert run.data == {"line": 3, "papers": [paper.code]}
    assert run.says == (
        "Nhật ký bị sửa từ dòng 3. 1 văn bản có tệp bị sửa hoặc mất. "
        "Hãy lấy lại từ bản sao lưu và báo người quản trị."
    )


def test_a_finished_check_is_left_alone(whole):
    run = checked(whole)
    make_paper(whole, until="issued")
    carry_out_check(run.pk)
    assert Run.objects.get(pk=run.pk).total == 0


def test_the_page_starts_the_check_once_and_shows_the_result(whole, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    client = Client()
    client.force_login(
        make_user(whole.commune.standing, "tt"), backend="thidua.web.login.NameOrTelephoneBackend"
    )
    address = reverse("integrity")
    assert "Chưa kiểm tra lần nào" in client.get(address).content.decode()
    waiting = ask_for_check(whole.commune.unit, mandate=whole.commune.standing, on=DAY)
    assert "Đang kiểm tra" in client.get(address, HTTP_HX_REQUEST="true").content.decode()
    assert client.post(address).url == address
    assert [run.pk for run in Run.objects.all()] == [waiting.pk]
    assert "còn nguyên" in client.get(address).content.decode()


def test_a_village_head_does_not_ask_for_it(whole):
    with pytest.raises(Refused) as refused:
        ask_for_check(whole.commune.unit, mandate=whole.head(whole.village), on=DAY)
    assert refused.value.ruling.rule == "mandate:role"
