"""Doors to papers: what a mandate may see, what waits for it, what was frozen (tra cứu văn bản)."""

from __future__ import annotations

import hashlib
from datetime import date
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import left_to, who_holds
from thidua.org.states import Level
from thidua.records.models import Message, NumberBook, OfficialDocument, Run, Withheld
from thidua.records.states import PURPOSES

SMALL = (Level.BODY, Level.VILLAGE)


def _above(unit: Unit) -> list[str]:
    """The paths of the units above, from the top of the tree."""
    codes = unit.path.rstrip("/").split("/")[:-1]
    return ["/".join(codes[: count + 1]) + "/" for count in range(len(codes))]


def papers_visible_to(mandate: Mandate) -> QuerySet[OfficialDocument]:
    """The papers a mandate may know of (văn bản được xem): its own unit's and its bodies' and villages',
    whatever is issued below it, what was issued above it for all, and what was sent to it. Council
    papers only to who sits in or serves the council.
    """
    unit = mandate.unit
    shared = [name for name, purpose in PURPOSES.items() if purpose.shared]
    received = Message.objects.filter(to_unit=unit, document__isnull=False).values("document_id")
    closed = [name for name, purpose in PURPOSES.items() if purpose.only and mandate.role not in purpose.only]
    return (
        OfficialDocument.objects.filter(
            left_to(unit)
            | Q(unit__parent=unit, unit__level__in=SMALL)
            | Q(unit__path__startswith=unit.path, state="issued")
            | Q(unit__path__in=_above(unit), state="issued", purpose__in=shared)
            | Q(pk__in=received, state="issued")
        )
        .exclude(purpose__in=closed)
        .filter(_readable(mandate))
        .select_related("unit", "signer__person", "signer__office", "drafted_by__person")
    )


def _readable(mandate: Mandate) -> Q:
    """Not kept from this person, or issued; the signer reads what lies before him, the clerk what gets its
    number.
    """
    kept = Exists(Withheld.objects.filter(document=OuterRef("pk"), person_id=mandate.person_id))
    at_hand = Q(signer=mandate) & ~Q(state__in=("draft", "returned"))
    if mandate.holds("clerk"):
        at_hand |= Q(state__in=("signed", "numbered"))
    return ~kept | Q(state="issued") | at_hand


def paper_for(mandate: Mandate, code: str) -> OfficialDocument:
    """The paper with this code, or `OfficialDocument.DoesNotExist` when the mandate may not know of it."""
    return papers_visible_to(mandate).select_related("scan", "book", "drafted_by__office").get(code=code)


def papers_about(thing: Model, *purposes: str) -> QuerySet[OfficialDocument]:
    """The papers that belong to a thing (văn bản của một việc), cancelled ones left out, newest first."""
    found = OfficialDocument.objects.filter(about=thing._meta.label_lower, about_id=thing.pk)
    if purposes:
        found = found.filter(purpose__in=purposes)
    return found.exclude(state="cancelled").select_related("unit", "signer__person")


def papers_seen(mandate: Mandate, thing: Model, *purposes: str) -> QuerySet[OfficialDocument]:
    """The papers that belong to a thing, of these purposes, as far as a mandate may know of them (văn bản của
    việc), newest first.
    """
    found = papers_visible_to(mandate).filter(about=thing._meta.label_lower, about_id=thing.pk)
    return found.filter(purpose__in=purposes).exclude(state="cancelled")


def corrections_of(document: OfficialDocument) -> QuerySet[OfficialDocument]:
    """What was issued to correct or cancel this paper (văn bản đính chính, thu hồi), oldest first."""
    return document.corrections.filter(state="issued").order_by("day", "id")


def waiting_for(mandate: Mandate) -> QuerySet[OfficialDocument]:
    """The papers on this mandate's desk (văn bản chờ tôi): to sign, to number and issue, or returned to the
    drafter.
    """
    found = Q(signer=mandate, state="for_signature")
    drafts = [name for name, purpose in PURPOSES.items() if mandate.role in purpose.drafts]
    found |= Q(unit=mandate.unit, state__in=("draft", "returned"), purpose__in=drafts)
    if mandate.role == "clerk" or not mandate.unit.is_government:
        found |= Q(unit=mandate.unit, state__in=("signed", "numbered"))
    return papers_visible_to(mandate).filter(found)


def filtered(
    papers: QuerySet[OfficialDocument], *, words: str = "", state: str = ""
) -> QuerySet[OfficialDocument]:
    """Papers of a state whose subject or number holds the words (lọc văn bản)."""
    if state:
        papers = papers.filter(state=state)
    if words:
        papers = papers.filter(Q(subject__icontains=words) | Q(number_text__icontains=words))
    return papers


def signers_for(document: OfficialDocument, on: date) -> QuerySet[Mandate]:
    """Who may sign this paper on that day (người có thẩm quyền ký)."""
    return who_holds(document.unit, *PURPOSES[document.purpose].signs, on=on)


def next_number(document: OfficialDocument, on: date) -> int | None:
    """The number the book would give now (số tiếp theo); None while no book is open."""
    book = book_for(document, on.year)
    return book.next_number if book else None


def book_for(document: OfficialDocument, year: int) -> NumberBook | None:
    """The book this paper is numbered in (sổ văn bản đi): the one kept for its type, else the one for all."""
    books = NumberBook.objects.filter(unit_id=document.unit_id, year=year, series=document.series)
    fitting = [book for book in books if document.kind in book.kinds or "*" in book.kinds]
    return min(fitting, key=lambda book: "*" in book.kinds, default=None)


def comparison_of(document: OfficialDocument, pk: UUID) -> Run:
    """What an edited DOCX changed in this paper, or `Run.DoesNotExist` (bản so sánh chờ chọn)."""
    return Run.objects.get(pk=pk, kind="edited_docx", data__document=str(document.pk))


def history_of(thing_id: UUID) -> QuerySet[JournalEntry]:
    """What happened to a thing, newest first (nhật ký của việc)."""
    return JournalEntry.objects.filter(thing_id=thing_id).order_by("-number")


def frozen_file(document: OfficialDocument, form: str) -> bytes:
    """The file that was frozen at issue, "docx" or "pdf" (bản đã phát hành).

    Raises `Refused` when the file is lost or no longer the one that was issued.
    """
    field = document.pdf if form == "pdf" else document.docx
    expected = document.pdf_sha256 if form == "pdf" else document.docx_sha256
    try:
        with field.open("rb") as opened:
            data: bytes = opened.read()
    except FileNotFoundError:
        data = b""
    if hashlib.sha256(data).hexdigest() != expected:
        raise Refused(
            no(
                f"Tệp {form.upper()} của {document.title} không còn đúng như khi phát hành. "
                "Hãy lấy lại tệp từ bản "
                "sao lưu và báo người quản trị.",
                rule="paper:changed",
            )
        )
    return data


def frozen_papers() -> QuerySet[OfficialDocument]:
    """The papers frozen at issue (văn bản đã phát hành), oldest first."""
    return OfficialDocument.objects.filter(state="issued").exclude(pdf_sha256="").order_by("id")


def is_as_issued(document: OfficialDocument) -> bool:
    """True when both frozen files are still the ones that were issued (tệp còn nguyên)."""
    try:
        frozen_file(document, "pdf")
        frozen_file(document, "docx")
    except Refused:
        return False
    return True
