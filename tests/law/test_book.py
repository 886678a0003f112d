"""The rulebook as the apps use it: one door, cheap to open, the same for everybody on one day."""

from datetime import date
from timeit import repeat

from tests.law.office import settled
from thidua.law.book import rulebook_on
from thidua.law.eligibility import Case

IN_2023 = date(2023, 6, 5)
IN_FORCE_IN_2023 = """\
Khen thưởng phải chính xác, công khai, công bằng, kịp thời.
Không tặng nhiều hình thức khen thưởng cho một thành tích.
Không nhất thiết phải có hình thức khen thưởng mức thấp mới được khen thưởng mức cao hơn.
Chú trọng người trực tiếp lao động, sản xuất, chiến đấu, công tác và người có nhiều sáng tạo.
Khi nhiều người, nhiều tập thể cùng đủ điều kiện thì chọn cá nhân nữ, tập thể có tỷ lệ nữ từ 70 % trở lên.
Khai sai hoặc khen trái quy định thì hủy quyết định, thu hồi hiện vật và tiền thưởng.
""".splitlines()


def test_a_rulebook_knows_its_day_and_regime() -> None:
    book = rulebook_on(IN_2023)
    assert (book.day, book.regime.key, book.regime.law.number) == (IN_2023, "a", "15/2003/QH11")
    assert book.levels() == ("xa", "huyen", "tinh")
    assert book.deciding_level("giay_khen_huyen") == "huyen"
    assert book.salary().value["amount"] == 1_490_000


def test_opening_the_books_is_cheap() -> None:
    rulebook_on(IN_2023)
    assert min(repeat(lambda: rulebook_on(IN_2023).form("giay_khen_xa"), number=100)) / 100 < 0.001


def test_the_principles_of_a_day() -> None:
    assert [version.says for version in rulebook_on(IN_2023).principles()] == IN_FORCE_IN_2023
    assert len(rulebook_on(date(2026, 11, 20)).principles()) == 8


def test_a_nomination_of_2023_gets_the_checks_of_2023_in_order() -> None:
    case = Case(recipient_kind="household", form_id="giay_khen_xa", achievement="p", campaign_level="xa")
    assert [ruling.rule for ruling in settled(IN_2023).check(case)] == [
        "R03",
        "R05",
        "R08",
        "R09",
        "R13",
        "R14",
    ]


def test_a_nomination_of_2026_gets_the_checks_of_2026_in_order() -> None:
    case = Case(recipient_kind="individual", form_id="bang_khen_tinh", achievement="p", campaign_level="tinh")
    found = [ruling.rule for ruling in settled(date(2026, 11, 20)).check(case)]
    assert found == ["R03", "R05", "R06", "R09", "R10", "R11", "R13", "R14"]


def test_on_a_form_that_cannot_be_chosen_nothing_else_is_judged() -> None:
    case = Case(recipient_kind="individual", form_id="giay_khen_huyen", achievement="p", campaign_level="xa")
    assert [ruling.rule for ruling in settled(date(2026, 11, 20)).check(case)] == ["R03"]


def test_a_dossier_that_the_books_do_not_list_is_said_so() -> None:
    case = Case(recipient_kind="collective", form_id="xa_tieu_bieu", achievement="p", campaign_level="tinh")
    rules = [ruling.rule for ruling in settled(date(2026, 11, 20)).check(case)]
    assert rules == ["R03", "R05", "R06", "R09", "R10", "dossiers:xa_tieu_bieu", "R14", "R32"]
