"""Lines of a PDF put together to paragraphs (ghép dòng thành đoạn)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from thidua.paper.lint.seen import Seen

_MM = 25.4 / 72


def joined(lines: Iterable[Seen]) -> list[Seen]:
    """The paragraphs in order: a line goes on the one before when it begins at the margin, right below it;
    the lines of a cell are one paragraph.
    """
    whole: list[list[Seen]] = []
    cells: dict[str, list[Seen]] = {}
    running: list[Seen] = []
    pages = [list(together) for _, together in groupby(lines, key=lambda line: line.page)]
    for page, edge in zip(pages, _edges(pages), strict=True):
        for line in page:
            indented = replace(line, first_line=line.box[0] - edge if line.box else None)
            group = cells.get(line.cell) if line.cell else running if _goes_on(running, indented) else None
            if group is None:
                group = []
                whole.append(group)
            group.append(indented)
            if line.cell:
                cells[line.cell] = group
            elif line.side != "right":
                running = group
    return [_whole(group) for group in whole]


def _edges(pages: Sequence[Sequence[Seen]]) -> list[float]:
    """Where the text of each page begins on the left, in mm.

    Where one line alone reaches furthest, a centred title may have gone past paragraphs that are all
    indented: then the margin is that of another page, where several lines begin.
    """
    starts = [[line.box[0] for line in page if line.box and not line.grid] for page in pages]
    own = [min(found, default=0.0) for found in starts]
    firm = [edge for edge, found in zip(own, starts, strict=True) if _begins(found, edge) > 1]
    return [
        edge if _begins(found, edge) != 1 else max((one for one in firm if 0 < edge - one < 12), default=edge)
        for edge, found in zip(own, starts, strict=True)
    ]


def _begins(starts: Sequence[float], edge: float) -> int:
    return sum(abs(start - edge) < 0.5 for start in starts)


def _goes_on(held: list[Seen], line: Seen) -> bool:
    last = held[-1] if held else None
    if last is None or not last.box or not line.box or line.side == "right":
        return False
    centred = abs(line.middle - last.middle) < 2 and line.is_upper == last.is_upper
    if ((line.first_line or 0) > 4 and not centred) or line.text.startswith(("-", "+")):
        return False
    if abs(line.size - last.size) > 0.6 or line.is_bold != last.is_bold or line.is_italic != last.is_italic:
        return False
    if line.page != last.page:
        return line.text[:1].islower()
    return 0 < line.box[1] - last.box[1] < line.size * _MM * 2


def _whole(lines: list[Seen]) -> Seen:
    text = lines[0].text
    for line in lines[1:]:
        text += ("" if text.endswith("-") and line.text[:1].isupper() else " ") + line.text
    return replace(lines[0], text=text)
