"""All records of one kind that may be one (các cặp hồ sơ có thể trùng): found on plain values, shown a page
at a time, so that thousands of people cost a moment and no row is read that nobody looks at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any, NamedTuple, overload
from uuid import UUID

from thidua.org.identify.find import blocks, in_order, lines_of
from thidua.org.identify.identity import KINDS, Somebody, below
from thidua.org.identify.likeness import Known, Likeness, likeness
from thidua.org.models import Distinction

_ALWAYS = ("name", "name_key", "folded", "sort_key")
_SOMETIMES = ("birth_year", "honorific", "telephone", "address", "identity_seal")


@dataclass(frozen=True)
class Pair:
    """Two records that may be one (cặp hồ sơ có thể trùng)."""

    one: Somebody
    other: Somebody
    likeness: Likeness


class _Found(NamedTuple):
    one: UUID
    other: UUID
    likeness: Likeness
    sort_key: str


class Pairs(Sequence[Pair]):
    """The pairs a person should look at (các cặp nên xem), the likeliest first; told apart ones left out.

    Three queries find them, one more reads the records of a slice.
    """

    def __init__(self, kind: str, *, path: str) -> None:
        self._table = KINDS[kind]._default_manager
        self._kind, self._lines = kind, lines_of(path)
        held = {field.name for field in KINDS[kind]._meta.concrete_fields}
        rows = self._table.filter(below(path), same_as=None).order_by("pk")
        told = rows.values("pk", "unit_id", *_ALWAYS, *(name for name in _SOMETIMES if name in held))
        self._rows = [(row, self._known(row)) for row in told]
        self._found = self._find()

    @property
    def looked(self) -> int:
        """How many records were compared (số hồ sơ đã so)."""
        return len(self._rows)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, part: int) -> Pair: ...
    @overload
    def __getitem__(self, part: slice) -> list[Pair]: ...
    def __getitem__(self, part: int | slice) -> Pair | list[Pair]:
        if isinstance(part, int):
            return self._read([self._found[part]])[0]
        return self._read(self._found[part])

    def _read(self, found: list[_Found]) -> list[Pair]:
        """The records of these pairs, in one query."""
        keys = set(chain.from_iterable((pair.one, pair.other) for pair in found))
        rows = self._table.select_related("unit").in_bulk(keys)
        return [Pair(rows[pair.one], rows[pair.other], pair.likeness) for pair in found]

    def _find(self) -> list[_Found]:
        apart = set(Distinction.objects.filter(kind=self._kind).values_list("one", "other"))
        found = []
        for first, second in self._meetings():
            (one, known), (other, held) = self._rows[first], self._rows[second]
            same = likeness(known, held)
            if same.is_likely and in_order(one["pk"], other["pk"]) not in apart:
                found.append(_Found(one["pk"], other["pk"], same, one["sort_key"]))
        return sorted(found, key=lambda pair: (-pair.likeness.score, pair.sort_key, pair.one))

    def _meetings(self) -> set[tuple[int, int]]:
        """Which two rows are compared at all: those with something besides the name in common."""
        places: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place, (row, known) in enumerate(self._rows):
            for block in blocks(known, row["name_key"], row["folded"]):
                places[block].append(place)
        return {two for held in places.values() if len(held) > 1 for two in combinations(held, 2)}

    def _known(self, row: dict[str, Any]) -> Known:
        return Known(
            name=row["name"],
            kind=self._kind,
            birth_year=row.get("birth_year"),
            line=self._lines.get(row["unit_id"], str(row["unit_id"])),
            unit=str(row["unit_id"]),
            honorific=row.get("honorific", ""),
            telephone=row.get("telephone", ""),
            address=row.get("address", ""),
            seal=row.get("identity_seal", ""),
        )
