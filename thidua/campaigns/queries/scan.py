"""Scans of plans that are being read (bản quét đang đọc): doors to them, and their pages as they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from thidua.org.models import Mandate
from thidua.reading.files.layout import Run as Place
from thidua.reading.files.layout import Sheet
from thidua.records.models import Run

KIND = "read_scan"
DOUBTFUL = 0.8  # a line of which the recogniser is less sure is marked


def scans_of(mandate: Mandate) -> QuerySet[Run]:
    """The scans of the own office, the newest first (bản quét của cơ quan)."""
    return Run.objects.filter(unit=mandate.unit, kind=KIND).order_by("-id")


def scan_for(mandate: Mandate, pk: UUID) -> Run:
    """One scan of the own office, or `Run.DoesNotExist`."""
    return scans_of(mandate).get(pk=pk)


def as_json(lines: Sequence[Place]) -> dict[str, Any]:
    """The lines of one page as they are kept in a run (các dòng của một trang)."""
    sheet = lines[0].sheet if lines else Sheet(0, 0, 0)
    rows = [[one.text, one.left, one.right, one.bottom, one.top, one.confidence] for one in lines]
    return {"width": sheet.width, "height": sheet.height, "lines": rows}


def page_lines(run: Run) -> list[list[Place]]:
    """The lines of every page that was read (các dòng đã đọc)."""
    pages = []
    for number, page in enumerate(run.data["pages"], start=1):
        sheet = Sheet(number, page["width"], page["height"])
        pages.append([Place(text, sheet, *edges) for text, *edges in page["lines"]])
    return pages


@dataclass(frozen=True)
class PageRead:
    """A page as the list shows it (một trang đã đọc): lines, how many are doubtful, how sure on average;
    `confidence` is None where the words were in the file already.
    """

    number: int
    lines: list[Place]

    @property
    def written(self) -> list[Place]:
        return [line for line in self.lines if line.text]

    @property
    def doubtful(self) -> int:
        return sum(is_doubtful(line) for line in self.written)

    @property
    def confidence(self) -> float | None:
        sure = [(line.confidence, len(line.text)) for line in self.written if line.confidence is not None]
        letters = sum(count for _, count in sure)
        return sum(share * count for share, count in sure) / letters if letters else None


def is_doubtful(line: Place) -> bool:
    """Whether somebody should compare a line with the picture (dòng cần xem lại)."""
    return line.confidence is not None and line.confidence < DOUBTFUL


def pages_read(run: Run) -> list[PageRead]:
    """The pages that were read, in order (các trang đã đọc)."""
    return [PageRead(number, lines) for number, lines in enumerate(page_lines(run), start=1)]
