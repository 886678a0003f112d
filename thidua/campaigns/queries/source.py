"""The source of a plan as it is kept (bản gốc đã lưu), and what it proposes once a boundary is corrected."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from thidua.campaigns.models import PlanIntake
from thidua.reading.source import Boundary, Line, Source


def lines_as_json(source: Source) -> list[dict[str, Any]]:
    """How each line stands on its page, without its text, which the offset and length find again."""
    rows = []
    for line in source.lines:
        row = asdict(line)
        row["length"] = len(row.pop("text"))
        rows.append(row)
    return rows


def source_of(intake: PlanIntake, boundaries: list[list[Any]]) -> Source:
    """The source as it was read, with corrected boundaries (bản gốc và ranh giới đã sửa)."""
    lines = tuple(_line(intake.text, dict(row)) for row in intake.lines)
    corrections = tuple(Boundary(at, kind) for at, kind in boundaries)
    return Source(intake.name, intake.kind, intake.text, lines, intake.pages, corrections)


def _line(text: str, row: dict[str, Any]) -> Line:
    end = row["start"] + row.pop("length")
    kept: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in row.items()}
    return Line(text=text[row["start"] : end], **kept)
