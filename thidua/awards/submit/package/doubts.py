"""Who in a package may be on record here already (đối tượng có thể đã có hồ sơ): a person says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.awards.submit.package.rows import SECTIONS, candidate_here, unit_here
from thidua.org.identify import KINDS, Known, Match, alike
from thidua.org.models import Unit
from thidua.records.package import Json, Opened


@dataclass(frozen=True)
class Doubted:
    """One candidate of a package who may be on record (cần chọn): its key, words, and the records."""

    key: str
    says: str
    matches: tuple[Match, ...]


def doubts_in(opened: Opened, *, unit: Unit) -> list[Doubted]:
    """The candidates of a package whom a person has to look at (cần người xem), in its order.

    Căn cứ: không (quy ước nội bộ).
    """
    if opened.partner is None:
        return []
    office, content = opened.partner.office, opened.content
    units: dict[str, Unit] = {content["from"]["id"]: office}
    for row in content["units"]:
        found = unit_here(office, units, row)
        if found is not None:
            units[row["id"]] = found
    return [
        Doubted(row["id"], _says(row), matches)
        for section, row in _rows(content)
        if candidate_here(office, section, row) is None
        and (matches := _matches(section, row, units.get(row["unit"]), office))
    ]


def _rows(content: Json) -> Iterator[tuple[str, Json]]:
    for section in SECTIONS:
        for row in content[section]:
            yield section, row


def _matches(section: str, row: Json, unit: Unit | None, office: Unit) -> tuple[Match, ...]:
    kind = SECTIONS[section]
    assert kind in KINDS
    known = Known(
        name=row["name"], kind=kind, birth_year=row.get("birth_year"), honorific=row.get("honorific", ""),
        address=row.get("address", ""),
    )  # fmt: skip
    return tuple(alike(known, unit=unit or office, path=office.path)[:5])


def _says(row: Json) -> str:
    year = row.get("birth_year")
    return f"{row['name']}, sinh năm {year}" if year else str(row["name"])
