"""A letter or message as a short text for the Zalo group."""

from datetime import date

import pytest

from tests.factories.papers import make_paper
from thidua.campaigns.track import draft_reminder
from thidua.records.documents.brief import CLOSED, LONGEST, brief_of_message, brief_of_paper, brief_to_silent
from thidua.records.issue import give_number, issue
from thidua.records.models import Message
from thidua.records.sign import send_for_signature, sign

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)


def test_an_issued_letter_in_a_few_lines(whole, campaign):
    office = whole.commune
    letter = draft_reminder(
        campaign, missing="report", units=whole.villages, signer=office.chair, mandate=office.standing, on=DAY
    )
    assert brief_of_paper(letter) == ""
    send_for_signature(letter, mandate=office.standing, on=DAY)
    sign(letter, mandate=office.chair, on=DAY)
    give_number(letter, day=DAY, mandate=office.clerk, on=DAY)
    issue(letter, mandate=office.clerk, on=DAY)
    lines = brief_of_paper(letter).splitlines()
    assert lines[:3] == ["[xã Nà Lâm] Công văn số 01/HĐTĐKT ngày 20/4/2023", letter.subject, ""]
    assert lines[3].startswith("Thực hiện kế hoạch phát động")
    assert len(brief_of_paper(letter)) < LONGEST + 300


def test_other_papers_have_no_text_for_a_group(whole):
    paper = make_paper(whole, until="issued")
    assert brief_of_paper(paper).startswith("[xã Nà Lâm] Kế hoạch số 01/KH-UBND")
    paper.purpose, paper.kind = "award_decision", "quyet_dinh"
    assert brief_of_paper(paper) == ""


def test_of_a_closed_letter_only_that_it_is_there(whole):
    paper = make_paper(whole, until="issued")
    paper.purpose, paper.kind = "opinion_request", "cong_van"
    assert brief_of_paper(paper).splitlines() == [
        "[xã Nà Lâm] Công văn số 01/KH-UBND ngày 15/3/2023", "", CLOSED,
    ]  # fmt: skip
    paper.origin = "original"
    assert brief_of_paper(paper) == ""


def test_who_has_not_acknowledged_is_named(whole):
    paper = make_paper(whole, until="issued")
    assert brief_to_silent(paper, whole.villages[:2]).splitlines()[2] == (
        "Còn chưa xác nhận đã nhận: thôn Khuổi Cáp, thôn Bản Vàng. Đề nghị mở Thi Đua, xem văn bản rồi bấm "
        "“Đã nhận”."
    )
    assert brief_to_silent(paper, []) == ""


def test_a_long_message_is_cut_between_words(whole):
    message = Message(unit=whole.commune.unit, subject="Đôn đốc", body="báo cáo " * 300)
    text = brief_of_message(message)
    assert text.startswith("[xã Nà Lâm] Đôn đốc\n\nbáo cáo")
    assert text.endswith(("báo cáo …", "báo …"))
    assert len(text) < LONGEST + 40
