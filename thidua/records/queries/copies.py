"""Doors to copies of papers and to appendices that are signed apart (tra cứu bản sao, phụ lục tách rời)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from thidua.org.models import Mandate, Unit
from thidua.records.models import NumberBook, OfficialDocument, PaperCopy, SeparateAppendix
from thidua.records.queries.papers import papers_visible_to

BOOK = "Sổ đăng ký bản sao"


def copies_of(document: OfficialDocument, mandate: Mandate) -> QuerySet[PaperCopy]:
    """The copies that the mandate's own body made of a paper, newest first (bản sao của văn bản)."""
    return document.copies.filter(unit=mandate.unit).select_related("signer__person")


def copies_in(unit: Unit, *, year: int) -> QuerySet[PaperCopy]:
    """The copies a body made in a year, newest first (sổ đăng ký bản sao)."""
    found = PaperCopy.objects.filter(unit=unit, day__year=year)
    return found.select_related("document__unit", "signer__person")


def copy_years(unit: Unit) -> list[int]:
    """The years in which a body made copies, newest first (các năm có bản sao)."""
    return [day.year for day in PaperCopy.objects.filter(unit=unit).dates("day", "year", order="DESC")]


def copy_for(mandate: Mandate, code: str) -> PaperCopy:
    """One copy that the mandate's own body made of a paper it may see, or `PaperCopy.DoesNotExist`."""
    seen = papers_visible_to(mandate).order_by().values("pk")
    found = PaperCopy.objects.select_related("document__unit", "unit", "signer__person")
    return found.get(code=code, unit=mandate.unit, document__in=seen)


def copy_book(unit: Unit, *, year: int) -> NumberBook | None:
    """The book in which copies of all forms share one series (sổ đăng ký bản sao), None before the first."""
    return NumberBook.objects.filter(unit=unit, year=year, series="copy").first()


def office_suffix(unit: Unit, *, year: int) -> str:
    """The body in the symbol of a copy (chữ viết tắt cơ quan sao): as in its book of papers."""
    book = NumberBook.objects.filter(unit=unit, year=year, series="office").order_by("name").first()
    return book.suffix if book else unit.symbol


def appendices_of(document: OfficialDocument) -> QuerySet[SeparateAppendix]:
    """The appendices of a paper that are signed apart, in their order (phụ lục tách rời đã ký số)."""
    return document.signed_appendices.filter(dropped_on=None)


def appendix_for(mandate: Mandate, pk: UUID) -> SeparateAppendix:
    """One signed appendix of a paper that the mandate may see, or `SeparateAppendix.DoesNotExist`."""
    seen = papers_visible_to(mandate).order_by().values("pk")
    found = SeparateAppendix.objects.select_related("document__unit")
    return found.get(pk=pk, document__in=seen)
