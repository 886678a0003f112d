"""Find who is on record already (tìm hồ sơ trùng): for one name, for a whole sheet.

Nobody is compared with everybody: two records meet only where something besides the name is the same too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Q

from thidua.law.ruling import Refused, no
from thidua.org.identify.identity import KINDS, Somebody, below, kind_of
from thidua.org.identify.likeness import Known, Likeness, likeness
from thidua.org.models import Unit
from thidua.org.queries import government_of
from thidua.vietnamese.name_keys import bare_key, ends_key
from thidua.vietnamese.text import fold


@dataclass(frozen=True)
class Match:
    """A record on file that may be the one meant (hồ sơ có thể trùng), and why."""

    row: Somebody
    likeness: Likeness

    @property
    def says(self) -> str:
        """The record in words (một dòng về hồ sơ): name, year of birth, unit."""
        return told(self.row)


def told(row: Somebody) -> str:
    """A record in words (một dòng về hồ sơ): "Lộc Văn Tài, sinh năm 1968, Thôn Khuổi Cáp"."""
    year = getattr(row, "birth_year", None)
    return ", ".join(filter(None, [row.name, f"sinh năm {year}" if year else "", row.unit.short_name]))


class Pool:
    """Every record of one kind below a place, laid out for comparing (kho hồ sơ để so).

    Three queries however many there are.
    """

    def __init__(self, kind: str, *, path: str) -> None:
        self.kind = kind
        self.lines = lines_of(path)
        rows: Any = KINDS[kind]._default_manager.filter(below(path), same_as=None)
        self._rows: list[tuple[Somebody, Known]] = []
        self._blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place, row in enumerate(rows.prefetch_related("unit").order_by("pk")):
            known = known_of(row, self.lines)
            self._rows.append((row, known))
            for block in blocks(known, row.name_key, row.folded):
                self._blocks[block].append(place)

    def matches(self, known: Known) -> list[Match]:
        """Who on record may be meant (ai có thể là người này), the likeliest first."""
        asked = blocks(known, bare_key(known.name), fold(known.name))
        places = {place for block in asked for place in self._blocks.get(block, ())}
        found = (Match(row, likeness(known, held)) for row, held in map(self._rows.__getitem__, places))
        return _best_first(match for match in found if match.likeness.is_likely)


def alike(known: Known, *, unit: Unit, path: str) -> list[Match]:
    """Who below a place may be this one (ai đã có hồ sơ), found by a few indexed look-ups."""
    lines = lines_of(path)
    whom = Q(name_key=bare_key(known.name))
    if known.kind == "individual":
        first, _, last = ends_key(known.name).partition(" ")
        if known.birth_year:
            whom |= Q(birth_year=known.birth_year, folded__startswith=first, folded__endswith=last)
        if known.seal:
            whom |= Q(identity_seal=known.seal)
    rows = KINDS[known.kind]._default_manager.filter(below(path), whom)
    asked = replace(known, unit=str(unit.pk), line=lines.get(unit.pk, str(unit.pk)))
    main = (row for row in rows.select_related("unit") if row.same_as_id is None)
    found = (Match(row, likeness(asked, known_of(row, lines))) for row in main)
    return _best_first(match for match in found if match.likeness.is_likely)


def require_another(row: Somebody, *, is_another: bool) -> None:
    """Raise `Refused` when somebody on file may be the one about to be entered (có thể đã có hồ sơ).

    `is_another` is a person's answer that it is not. Everybody below the own People's Committee is looked at.
    Căn cứ: không (quy ước nội bộ).
    """
    if is_another:
        return
    path = government_of(row.unit).path
    matches = alike(known_of(row, {}), unit=row.unit, path=path)[:3]
    if matches:
        shown = "; ".join(f"{match.says} ({' '.join(match.likeness.reasons)})" for match in matches)
        because = (
            f"Có thể đã có hồ sơ: {shown} "
            "Nếu đúng là người đó, hãy chọn tên có sẵn; nếu không, hãy đánh dấu “Là người khác” rồi gửi lại."
        )
        raise Refused(no(because, rule="record:alike"))


def lines_of(path: str) -> dict[UUID, str]:
    """For each unit the one that carries on today (dòng kế thừa): a unit and what it became share it."""
    mine = Q(path__startswith=path) | Q(heir__path__startswith=path)
    units = Unit.objects.filter(mine).order_by().values_list("pk", "heir_id")
    return {pk: str(heir or pk) for pk, heir in units}


def known_of(row: Somebody, lines: dict[UUID, str]) -> Known:
    """A record as it is compared (hồ sơ để so)."""
    return Known(
        name=row.name,
        kind=kind_of(row),
        birth_year=getattr(row, "birth_year", None),
        line=lines.get(row.unit_id, str(row.unit_id)),
        unit=str(row.unit_id),
        honorific=getattr(row, "honorific", ""),
        telephone=getattr(row, "telephone", ""),
        address=getattr(row, "address", ""),
        seal=getattr(row, "identity_seal", ""),
    )


def in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """Two keys, the smaller first (một cặp khóa)."""
    return (one, other) if one < other else (other, one)


def blocks(known: Known, name: str, folded: str) -> Iterator[Hashable]:
    """Where a record is looked for (nhóm để so), by its bare key and folded name: any two
    that can be likely share one."""
    yield name, known.line
    if known.birth_year:
        yield name, known.birth_year
        words = folded.replace("y", "i").split()
        yield "họ tên", words[0], words[-1], known.birth_year
    if known.telephone:
        yield name, known.telephone
    if known.seal:
        yield "căn cước", known.seal


def _best_first(matches: Iterator[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (-match.likeness.score, match.row.sort_key, match.row.pk))
