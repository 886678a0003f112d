"""Number books (sổ đăng ký văn bản): one series or one per type, of the office and of the council."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_keep_books
from thidua.records.models import NumberBook
from thidua.records.states import KINDS
from thidua.vietnamese.text import same_text, squeeze

EVERY_KIND = "*"


@dataclass(frozen=True)
class BookWords:
    """What is said about a book (thông tin sổ). `kinds` are kinds of papers, or only "*" for all the rest."""

    year: int
    name: str
    series: str
    kinds: tuple[str, ...]
    suffix: str
    next_number: int = 1


@transaction.atomic
def open_book(unit: Unit, *, words: BookWords, mandate: Mandate, on: date) -> NumberBook:
    """Open a book of numbers for a year (mở sổ), at any number, and journal it.

    Refused when the name or a kind of paper is taken in that year and series. Căn cứ: Điều 15 Nghị định
    30/2020/NĐ-CP.
    """
    may_keep_books(mandate, unit, on=on).require()
    fault = _fault(unit, words)
    if fault:
        raise Refused(no(fault, rule="book:words"))
    book = NumberBook.objects.create(
        unit=unit,
        year=words.year,
        name=squeeze(words.name),
        series=words.series,
        kinds=list(words.kinds),
        suffix=squeeze(words.suffix),
        next_number=words.next_number,
    )
    says = f"Mở {book}, bắt đầu từ số {book.next_number:02}."
    write("open_book", says, actor=mandate.actor(), on=on, thing=book, data={"kinds": book.kinds})
    return book


@transaction.atomic
def set_next_number(book: NumberBook, *, number: int, why: str, mandate: Mandate, on: date) -> None:
    """Set the next number of a book (đặt số tiếp theo), with the reason, and journal it.

    Refused for a number already given in this book. Căn cứ: Điều 15 Nghị định 30/2020/NĐ-CP.
    """
    may_keep_books(mandate, book.unit, on=on).require()
    held = NumberBook.objects.select_for_update(of=("self",)).get(pk=book.pk)
    given = (held.documents, held.copies)
    highest = max(one.aggregate(highest=Max("number"))["highest"] or 0 for one in given)
    if number <= highest:
        raise Refused(
            no(f"{held} đã cho đến số {highest:02}; số tiếp theo phải lớn hơn.", rule="book:number_given")
        )
    before, held.next_number = held.next_number, number
    held.save(update_fields=["next_number"])
    says = f"{held}: số tiếp theo là {number:02} (trước đó {before:02}); {squeeze(why)}."
    write("set_next_number", says, actor=mandate.actor(), on=on, thing=held)


@transaction.atomic
def carry_books_over(unit: Unit, *, year: int, mandate: Mandate, on: date) -> int:
    """Open for a year the books of the year before, each from 1 (mở sổ năm mới); returns how many.

    Books that are there already are left alone. Căn cứ: Điều 15 Nghị định 30/2020/NĐ-CP.
    """
    may_keep_books(mandate, unit, on=on).require()
    there = set(NumberBook.objects.filter(unit=unit, year=year).values_list("name", flat=True))
    opened = 0
    for old in NumberBook.objects.filter(unit=unit, year=year - 1).exclude(name__in=there):
        words = BookWords(year, old.name, old.series, tuple(old.kinds), old.suffix)
        open_book(unit, words=words, mandate=mandate, on=on)
        opened += 1
    if not opened:
        raise Refused(
            no(f"Năm {year - 1} không có sổ nào để mở tiếp cho năm {year}.", rule="book:none_before")
        )
    return opened


def _fault(unit: Unit, words: BookWords) -> str:
    """What keeps the book from being opened, "" when nothing does."""
    unknown = [kind for kind in words.kinds if kind != EVERY_KIND and kind not in KINDS]
    if not words.kinds or unknown or (EVERY_KIND in words.kinds and len(words.kinds) > 1):
        return "Hãy chọn các loại văn bản ghi vào sổ, hoặc chọn riêng “mọi loại”."
    if not squeeze(words.name) or words.next_number < 1:
        return "Sổ cần có tên và số bắt đầu từ 1 trở lên."
    for other in NumberBook.objects.filter(unit=unit, year=words.year):
        if same_text(other.name, words.name):
            return f"Năm {words.year} đã có sổ tên “{other.name}”."
        shared = set(other.kinds) & set(words.kinds)
        if other.series == words.series and shared:
            named = ", ".join(
                "mọi loại" if kind == EVERY_KIND else _kind_says(kind) for kind in sorted(shared)
            )
            return f"Năm {words.year}, {named} đã ghi vào “{other.name}”."
    return ""


def _kind_says(kind: str) -> str:
    return (KINDS[kind][0] or "CÔNG VĂN").capitalize()
