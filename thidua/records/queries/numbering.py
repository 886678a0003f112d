"""Which numbers a pile of papers would get (số sắp cho), before any is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F

from thidua.records.models import NumberBook, OfficialDocument


@dataclass(frozen=True)
class Ahead:
    """What a paper would get (số sắp cho): from which book, which number; no number while no book is open."""

    document: OfficialDocument
    book: NumberBook | None
    number: int | None


def numbers_ahead(documents: Sequence[OfficialDocument], *, year: int) -> list[Ahead]:
    """The number of each paper when they are numbered in this order (số sắp cho theo thứ tự); two queries.

    A body or village without a book begins one with number 1, as `give_number` does.
    """
    units = {document.unit_id for document in documents}
    books = list(NumberBook.objects.filter(unit__in=units, year=year))
    given = OfficialDocument.objects.filter(book__in=books, number__gte=F("book__next_number"))
    taken = set(given.values_list("book", "number")) if books else set()
    following: dict[object, int] = defaultdict(lambda: 1, {book.pk: book.next_number for book in books})
    found = []
    for document in documents:
        book = _book_of(document, books)
        if book is None and document.unit.is_government:
            found.append(Ahead(document, None, None))
            continue
        key = book.pk if book else document.unit_id
        while (key, following[key]) in taken:
            following[key] += 1
        found.append(Ahead(document, book, following[key]))
        following[key] += 1
    return found


def _book_of(document: OfficialDocument, books: Sequence[NumberBook]) -> NumberBook | None:
    """As `book_for` chooses: the one kept for the type, else the one for all."""
    fitting = [
        book
        for book in books
        if (book.unit_id, book.series) == (document.unit_id, document.series)
        and (document.kind in book.kinds or "*" in book.kinds)
    ]
    return min(fitting, key=lambda book: "*" in book.kinds, default=None)
