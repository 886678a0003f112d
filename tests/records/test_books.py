"""Number books: opened at any number, one kind in one book, the same again in the new year."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_commune
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.models import Unit
from thidua.records.books import BookWords, carry_books_over, open_book, set_next_number
from thidua.records.models import NumberBook, OfficialDocument
from thidua.records.queries.settings import book_of, books_of

TODAY = date(2023, 3, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return make_commune(2023)


def words(**said: object) -> BookWords:
    usual = {
        "year": 2023,
        "name": "Sổ quyết định",
        "series": "office",
        "kinds": ("quyet_dinh",),
        "suffix": "UBND",
    }
    return BookWords(**usual | said)  # type: ignore[arg-type]


def issued(unit: Unit, book: NumberBook, number: int) -> None:
    OfficialDocument.objects.create(
        unit=unit, code=f"vb{number}", kind="ke_hoach", purpose="plan", subject="Kế hoạch", drafted_on=TODAY,
        book=book, number=number, number_text=f"{number}/KH-UBND", day=TODAY,
    )  # fmt: skip


def test_a_book_of_its_own_for_one_type_may_start_at_any_number(commune: Commune) -> None:
    book = open_book(
        commune.commune.unit, words=words(next_number=38), mandate=commune.commune.clerk, on=TODAY
    )
    assert (book.next_number, book.kinds) == (38, ["quyet_dinh"])
    assert JournalEntry.objects.get().says == "Mở Sổ quyết định năm 2023, bắt đầu từ số 38."


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"name": "sổ văn bản đi"}, "Năm 2023 đã có sổ tên “Sổ văn bản đi”."),
        ({"kinds": ("*",)}, "Năm 2023, mọi loại đã ghi vào “Sổ văn bản đi”."),
        ({"kinds": ()}, "Hãy chọn các loại văn bản ghi vào sổ, hoặc chọn riêng “mọi loại”."),
        ({"kinds": ("*", "ke_hoach")}, "Hãy chọn các loại văn bản ghi vào sổ, hoặc chọn riêng “mọi loại”."),
        ({"kinds": ("tho",)}, "Hãy chọn các loại văn bản ghi vào sổ, hoặc chọn riêng “mọi loại”."),
        ({"name": " "}, "Sổ cần có tên và số bắt đầu từ 1 trở lên."),
        ({"next_number": 0}, "Sổ cần có tên và số bắt đầu từ 1 trở lên."),
    ],
)
def test_a_book_that_clashes_is_refused(commune: Commune, said: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        open_book(commune.commune.unit, words=words(**said), mandate=commune.commune.clerk, on=TODAY)
    assert refused.value.ruling.because == sentence


def test_a_type_stands_in_one_book_of_a_year(commune: Commune) -> None:
    who = {"mandate": commune.commune.clerk, "on": TODAY}
    open_book(commune.commune.unit, words=words(), **who)
    with pytest.raises(Refused) as refused:
        open_book(commune.commune.unit, words=words(name="Sổ quyết định 2"), **who)
    assert refused.value.ruling.because == "Năm 2023, Quyết định đã ghi vào “Sổ quyết định”."


def test_the_next_number_never_goes_below_one_given(commune: Commune) -> None:
    unit, clerk = commune.commune.unit, commune.commune.clerk
    book = NumberBook.objects.get(unit=unit, series="office")
    issued(unit, book, 12)
    set_next_number(book, number=40, why="đã cho đến số 39 trên sổ giấy", mandate=clerk, on=TODAY)
    found = book_of(clerk, book.pk)
    assert (found.next_number, found.papers, found.last_number) == (40, 1, 12)
    with pytest.raises(Refused) as refused:
        set_next_number(book, number=12, why="thử", mandate=clerk, on=TODAY)
    assert refused.value.ruling.because == (
        "Sổ văn bản đi năm 2023 đã cho đến số 12; số tiếp theo phải lớn hơn."
    )


def test_a_new_year_opens_the_same_books_from_one(commune: Commune) -> None:
    unit = commune.commune.unit
    who = {"mandate": commune.commune.clerk, "on": date(2024, 1, 2)}
    NumberBook.objects.filter(unit=unit).update(next_number=90)
    assert carry_books_over(unit, year=2024, **who) == 2
    assert [(book.year, book.series, book.next_number) for book in books_of(unit)] == [
        (2024, "council", 1), (2024, "office", 1), (2023, "council", 90), (2023, "office", 90),
    ]  # fmt: skip
    with pytest.raises(Refused) as refused:
        carry_books_over(unit, year=2024, **who)
    assert refused.value.ruling.rule == "book:none_before"


def test_who_keeps_books(commune: Commune) -> None:
    for role in ("admin", "culture", "member", "accountant"):
        with pytest.raises(Refused):
            open_book(commune.commune.unit, words=words(), mandate=commune.commune.mandates[role], on=TODAY)
    assert commune.district is not None
    with pytest.raises(Refused) as refused:
        open_book(commune.commune.unit, words=words(), mandate=commune.district.clerk, on=TODAY)
    assert refused.value.ruling.rule == "mandate:unit"
    with pytest.raises(NumberBook.DoesNotExist):
        book_of(commune.district.clerk, NumberBook.objects.filter(unit=commune.commune.unit)[0].pk)
