"""How sure a value is (độ chắc chắn), from 0 to 1, by where and how it was found; of a picture also by how
well its lines could be read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from thidua.reading.source import Line, Source

if TYPE_CHECKING:
    from thidua.reading.plan.model import Found, PlanReading

STATED = 0.95  # under its own title, or behind its own label
LABELLED = 0.9  # by a usual form of words at its usual place
PARTLY = 0.85  # a part of a sentence that stands under its title
INFERRED = 0.8  # from a sentence that stands elsewhere
GUESSED = 0.6  # the nearest thing the plan says


def weighed(reading: PlanReading, source: Source) -> PlanReading:
    """The reading of a scan with every confidence lowered by the worst line its value stands on."""
    read = [line for line in source.lines if line.confidence is not None]
    if not read:
        return reading
    starts = [line.start for line in read]

    def lowered(found: Found) -> Found:
        first = max(bisect_right(starts, found.place.start) - 1, 0)
        last = bisect_right(starts, max(found.place.end - 1, found.place.start))
        place = replace(found.place, confidence=found.place.confidence * _worst(read[first:last]))
        return replace(found, place=place)

    changed: PlanReading = _each(reading, lowered)
    return changed


def _worst(lines: list[Line]) -> float:
    return min((line.confidence for line in lines if line.confidence is not None), default=1.0)


def _each(value: Any, change: Callable[[Found], Found]) -> Any:
    """A copy of the reading, or of a part of it, with every value changed."""
    if isinstance(value, tuple):
        return tuple(_each(one, change) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if {one.name for one in fields(value)} == {"value", "place"}:
        return change(value)  # type: ignore[arg-type]
    parts = {one.name: _each(getattr(value, one.name), change) for one in fields(value)}
    return replace(value, **parts)
