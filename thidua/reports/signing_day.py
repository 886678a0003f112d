"""What waits for a signature today (trình ký hôm nay): by signer, a paper before those that rest on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.db.models import Count, Q

from thidua.awards.models import Decision
from thidua.awards.queries.council import SEES
from thidua.awards.queries.decision import decisions_visible_to
from thidua.org.models import Mandate, Unit
from thidua.paper.model import Block, Column, Document, Table, p
from thidua.records.letterheads import office_letterhead, unit_letterhead
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_visible_to
from thidua.records.states import KINDS, PURPOSES
from thidua.reports.folders import order_of
from thidua.vietnamese.dates import vn_date

LIST = (
    Column("TT", 10, "center"),
    Column("Loại", 26),
    Column("Trích yếu", 86),
    Column("Người soạn", 36),
    Column("Ký", 20, "center"),
)
RANKS = {"chair": 0, "vice_chair": 1}


@dataclass(frozen=True)
class SigningDay:
    """The papers of an office that are on their way (văn bản trong ngày): to sign, to number, to issue; and
    the decisions whose certificates were made and wait.
    """

    to_sign: list[OfficialDocument]
    signed: list[OfficialDocument]
    numbered: list[OfficialDocument]
    certificates: list[Decision]


def signing_day(mandate: Mandate) -> SigningDay:
    """The papers of the own unit that this mandate may know of (trình ký hôm nay), each pile in the order in
    which it is dealt with; a fixed number of queries.
    """
    states = ("for_signature", "signed", "numbered")
    found = papers_visible_to(mandate).filter(unit=mandate.unit, state__in=states).order_by("id")
    piles: dict[str, list[OfficialDocument]] = {state: [] for state in states}
    for paper in sorted(found, key=_place):
        piles[paper.state].append(paper)
    return SigningDay(piles["for_signature"], piles["signed"], piles["numbered"], _certificates(mandate))


def _place(paper: OfficialDocument) -> tuple[int, str, tuple[int, int], date]:
    """The chair first, then each signer's papers together, in the order of the work."""
    signer = paper.signer
    assert signer is not None  # a paper is laid before somebody
    return RANKS.get(signer.role, 2), str(signer.pk), order_of(paper.purpose), paper.drafted_on


def _certificates(mandate: Mandate) -> list[Decision]:
    """The issued decisions of the office with certificates nobody has been given yet."""
    if mandate.role not in SEES:
        return []
    waiting = Q(items__certificates__handed_on=None, items__certificates__replaced_by=None)
    own = decisions_visible_to(mandate).filter(unit=mandate.unit, state="issued")
    made = Count("items__certificates", filter=waiting, distinct=True)
    return list(own.annotate(waiting=made).filter(waiting__gt=0).select_related("document__signer__person"))


def by_signer(papers: Sequence[OfficialDocument]) -> list[tuple[Mandate, list[OfficialDocument]]]:
    """The papers under the names of their signers (theo người ký)."""
    groups = [list(group) for _, group in groupby(papers, key=lambda paper: paper.signer_id)]
    return [(group[0].signer, group) for group in groups if group[0].signer is not None]


def signing_list(papers: Sequence[OfficialDocument], *, unit: Unit, on: date) -> Document:
    """The list on top of the pile (danh sách văn bản trình ký), signer by signer, with a place to tick.

    Căn cứ: không (quy ước nội bộ).
    """
    rows: list[tuple[str, ...]] = []
    for signer, group in by_signer(papers):
        rows.append((f"Trình {signer}: {len(group):02} văn bản",))
        rows.extend(_row(place, paper) for place, paper in enumerate(group, start=1))
    head = office_letterhead(unit) if unit.is_government else unit_letterhead(unit)
    body: tuple[Block, ...] = (
        p(f"Ngày {vn_date(on)}. Các văn bản xếp theo thứ tự ký, in tiếp sau danh sách này."),
        Table(LIST, tuple(rows)),
    )
    return Document(
        kind="danh_sach",
        letterhead=replace(head, show_number=False, show_place_date=False),
        type_name="DANH SÁCH",
        summary="Văn bản trình ký",
        body=body,
        end_mark=False,
    )


def _row(place: int, paper: OfficialDocument) -> tuple[str, ...]:
    drafter = paper.drafted_by.person.name if paper.drafted_by else ""
    kind = (KINDS[paper.kind][0] or "Công văn").capitalize()
    return str(place), kind, f"{paper.subject} ({PURPOSES[paper.purpose].name})", drafter, ""
