"""The lines drawn on a page (đường kẻ trên trang): which make a table, and in which cell a text is."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.paper.lint.seen import Stroke

_THIN = 1.2
_LONG = 5.0
_HIGH = 3.0


@dataclass(frozen=True)
class Grid:
    """Level lines and upright ones (x, from, to) of one page, in millimetres from the upper left corner."""

    page: int
    strokes: tuple[Stroke, ...]
    uprights: tuple[tuple[float, float, float], ...]

    @classmethod
    def of(cls, page: int, boxes: list[tuple[float, float, float, float]]) -> Grid:
        """The lines among all that is drawn on the page."""
        level, upright = [], []
        for left, top, right, bottom in boxes:
            if bottom - top < _THIN and right - left > _LONG:
                level.append(Stroke(page, left, right, (top + bottom) / 2))
            elif right - left < _THIN and bottom - top > _HIGH:
                upright.append(((left + right) / 2, top, bottom))
        return cls(page, tuple(level), tuple(sorted(upright)))

    def parts(self, left: float, right: float, *, y: float) -> bool:
        """Whether an upright line runs between two letters."""
        return any(
            left < x + 0.5 and x - 0.5 < right and top < y < bottom for x, top, bottom in self.uprights
        )

    def cell(self, x: float, y: float) -> str:
        """The cell of a table at this place, "" outside tables (ô của bảng)."""
        crossing = [at for at, top, bottom in self.uprights if top - 0.5 < y < bottom + 0.5]
        before = [at for at in crossing if at < x]
        above = [
            stroke.y for stroke in self.strokes if stroke.left - 1 < x < stroke.right + 1 and stroke.y < y
        ]
        if not above or not before or len(before) == len(crossing):
            return ""
        return f"{self.page}:{before[-1]:.0f}:{max(above):.0f}"
