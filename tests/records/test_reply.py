"""A letter answers a paper, a petition or a question, and lives the life of a paper."""

from dataclasses import replace
from datetime import date

import pytest

from tests.awards.session_story import issued
from tests.factories.commune import make_commune
from tests.factories.printed import require_flawless, text_of
from thidua.law.ruling import Refused
from thidua.records.documents import paper_of
from thidua.records.reply import ReplyWords, draft_reply

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)
WORDS = ReplyWords(
    "Ủy ban Mặt trận Tổ quốc xã Nà Lâm",
    "đề nghị khen thưởng bổ sung.",
    "Công văn số 12/CV-MTTQ ngày 02/6/2023 của Ủy ban Mặt trận Tổ quốc xã Nà Lâm",
    "Hồ sơ gửi sau hạn nên chuyển sang đợt sau.\n\nĐề nghị bổ sung biên bản họp xét.",
)


@pytest.fixture
def office():
    return make_commune(2023).commune


def test_the_reply_names_what_it_answers(office):
    draft = draft_reply(WORDS, signer=office.chair, mandate=office.clerk, on=DAY)
    paper = paper_of(draft)
    assert paper.letter_subject == "V/v trả lời đề nghị khen thưởng bổ sung"
    assert paper.body[0].text.startswith(
        "Ủy ban nhân dân xã Nà Lâm nhận được Công văn số 12/CV-MTTQ ngày 02/6/2023"
    )
    assert [block.text for block in paper.body[1:3]] == [
        "Hồ sơ gửi sau hạn nên chuyển sang đợt sau.", "Đề nghị bổ sung biên bản họp xét."
    ]  # fmt: skip
    require_flawless(paper)
    assert issued(draft, office).number_text == "01/UBND"


def test_several_who_asked_are_answered_in_one_letter(office):
    words = replace(WORDS, to="Thôn Khuổi Cáp\nThôn Bản Vàng")
    paper = paper_of(draft_reply(words, signer=office.vice_chair, mandate=office.standing, on=DAY))
    assert paper.addressees == ("Thôn Khuổi Cáp", "Thôn Bản Vàng")
    assert "trả lời để các cơ quan, đơn vị, cá nhân biết" in text_of(paper)
    require_flawless(paper)


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (replace(WORDS, to=" "), "nơi nhận"),
        (replace(WORDS, answers="", text=""), "văn bản, ý kiến được trả lời, nội dung"),
    ],
)
def test_a_reply_without_reader_question_or_answer_is_refused(office, words, missing):
    with pytest.raises(Refused, match=f"còn thiếu: {missing}"):
        draft_reply(words, signer=office.chair, mandate=office.clerk, on=DAY)


def test_only_clerk_and_standing_officer_draft_and_a_chair_signs(office):
    with pytest.raises(Refused) as refused:
        draft_reply(WORDS, signer=office.chair, mandate=office.culture, on=DAY)
    assert refused.value.ruling.rule == "mandate:role"
    with pytest.raises(Refused) as refused:
        draft_reply(WORDS, signer=office.standing, mandate=office.standing, on=DAY)
    assert refused.value.ruling.rule == "paper:signer"
