"""Findings on a vote: the tally, the absent, the recused."""

from datetime import date

from tests.law.asks import ruling
from tests.law.office import settled
from thidua.law.closing import check_absent, check_recusal, check_tally
from thidua.law.voting import Choice, Tally, tally

BOOK = settled(date(2023, 6, 5))
TOO_FEW = (
    "Tỷ lệ đồng ý 44,44 % chưa đạt. Đồng ý 4/9 thành viên (44,44 %); cần quá 1/2, tức là ít nhất 5 phiếu; "
    "5 vắng mặt không có ý kiến bằng văn bản (đều tính là không đồng ý): không thông qua."
)


def result(in_favour: int) -> Tally:
    return tally([Choice.FOR] * in_favour, 9, BOOK.council_rule("giay_khen_xa"))


def test_too_few_votes_stop_the_award_with_the_arithmetic() -> None:
    found = check_tally(BOOK.shelf, result(4))
    assert found is not None
    assert ruling(found) == {
        "verdict": "no",
        "because": TOO_FEW,
        "rule": "R16",
        "weight": "block",
        "source": "Nghị định 91/2017/NĐ-CP",
        "confirmed": False,
    }


def test_enough_votes_carry() -> None:
    found = check_tally(BOOK.shelf, result(5))
    assert found is not None
    assert (found.is_yes, found.because) == (True, "Đủ tỷ lệ phiếu: đạt.")


def test_absent_members_without_a_written_opinion_are_a_warning() -> None:
    found = check_absent(BOOK.shelf, result(7))
    assert found is not None
    assert (found.stops, found.because) == (
        False,
        "Thành viên vắng mặt chưa có ý kiến bằng văn bản: 2 người; người vắng mặt tính là không đồng ý.",
    )


def test_nobody_absent() -> None:
    found = check_absent(BOOK.shelf, result(9))
    assert found is not None
    assert found.is_yes


def test_a_member_does_not_vote_on_himself() -> None:
    found = check_recusal(BOOK.shelf, member="Lương Quốc Thịnh", concerned=True)
    assert found is not None
    assert found.because == (
        "Thành viên Hội đồng là đối tượng được xét hoặc có liên quan: Lương Quốc Thịnh "
        "không tham gia biểu quyết trường hợp này."
    )
    fine = check_recusal(BOOK.shelf, member="Lò Thị Mai", concerned=False)
    assert fine is not None
    assert fine.is_yes
