"""A letter or message as a short text for the Zalo group."""

from datetime import date

import pytest

from tests.factories.papers import make_paper
from thidua.campaigns.track import draft_reminder
from thidua.records.documents.brief import LONGEST, brief_of_message, brief_of_paper
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
    for purpose, kind in (("award_decision", "quyet_dinh"), ("opinion_request", "cong_van")):
        paper.purpose, paper.kind = purpose, kind
        assert brief_of_paper(paper) == ""


def test_a_long_message_is_cut_between_words(whole):
    message = Message(unit=whole.commune.unit, subject="Đôn đốc", body="báo cáo " * 300)
    text = brief_of_message(message)
    assert text.startswith("[xã Nà Lâm] Đôn đốc\n\nbáo cáo")
    assert text.endswith(("báo cáo …", "báo …"))
    assert len(text) < LONGEST + 40
