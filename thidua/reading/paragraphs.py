"""Lines -> paragraphs (đoạn văn): what lines, pages and page numbers have cut is joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from thidua.reading.markers import Marker, find_marker
from thidua.reading.passage import Passage, joined, tidy
from thidua.reading.source import Source

_TAG = re.compile(
    r"</?(?:table|thead|tbody|tr|td|th|b|i|u|p|div|span|br|center|strong|em)\b[^<>]{0,200}>", re.I
)
_NUMBER = re.compile(
    r"[-–—\s]*\d{1,3}[-–—\s]*|(?:trang|page)\s*\d{1,3}(?:\s*/\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3}"
)
_GLUED_PAGE = re.compile(r"trang \d{1,2}(?=[^\W\d_])")
_BARE_MARK = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,4}[.)]|[a-zđ]\)|[-+•]|\(\d{1,2}\)"
    r"|(?:PHẦN|Phần)\s+(?:[IVX]{1,4}|\d|thứ \w+|THỨ \w+)[.:]?)"
)
_COLUMNS = re.compile(r"\S(?:[ \u00a0\t]{3,}|\t+)(?=\S)")
_ENDED = tuple(".;:!?…")
_CLOSERS = " ”\"')*"
_OPENERS = re.compile(
    r"(?:tren day la|noi nhan|can cu|thuc hien|thi hanh|theo |nay |chao mung|nham |de |ubnd |uy ban nhan dan "
    r"|trong qua trinh|yeu cau |de nghi |nhan duoc)"
)
_HANGING = re.compile(
    r"(?:^| )(?:va|cua|cac|voi|trong|theo|la|duoc|cho|do|tai|ve|de|ngay|thang|nam|so|xa|huyen|tinh|phuong|"
    r"thi|thanh|"
    r"uy|ban|dang|dong|hoi|chu|tich|ho|chi|minh|mat|nhan|to|quoc|nhung|mot|co|tu|den|tren|nham|doi|giua|nhu|"
    r"khi|"
    r"phong|truong|ubnd|hdnd|bi|cong|hoac|dan|viet|nuoc|lan|thu|khoa|gom|bang|moi)$"
)
_NARROW = 110
_FULL = 0.85
LONG = 60  # a shorter paragraph without a full stop is a title or a label


@dataclass(frozen=True)
class Row:
    """A line ready to be joined: clean text, and how it stands on the page."""

    passage: Passage
    indent: int = 0
    room: int | None = None
    gap: bool = False
    page_break: bool = False

    @property
    def text(self) -> str:
        return self.passage.text


def rows_of(source: Source) -> list[Row]:
    """The lines that carry words: table marks, rules, page numbers and empty lines are gone but
    remembered."""
    rows: list[Row] = []
    gap, page_break, page = False, False, 1
    for line in source.lines:
        page_break, page = page_break or line.page != page, line.page
        cells = list(_cells(line.text, line.start))
        for cell in cells:
            if _NUMBER.fullmatch(cell.plain):
                page_break = True
                continue
            if not any(letter.isalnum() for letter in cell.text) and not _BARE_MARK.fullmatch(cell.text):
                gap = True
                continue
            room = line.room if len(cells) == 1 else None
            rows.append(Row(cell, line.indent, room, gap, page_break))
            gap, page_break = False, False
        gap = gap or not cells
    return _glued(rows)


def _cells(text: str, start: int) -> Iterator[Passage]:
    """The cells of a line: between table marks and HTML tags."""
    text = _TAG.sub(lambda tag: "|" + " " * (len(tag.group()) - 1), text) if "<" in text else text
    place = 0
    for cell in text.split("|"):
        passage = tidy(cell, start + place)
        page = _GLUED_PAGE.match(passage.plain)
        if passage:
            yield passage.cut(page.end()) if page else passage
        place += len(cell) + 1


def _glued(rows: list[Row]) -> list[Row]:
    """A mark alone on its line belongs to the next line."""
    result: list[Row] = []
    bare: Row | None = None
    for row in rows:
        if bare is not None:
            row = Row(joined([bare.passage, row.passage]), bare.indent, row.room, bare.gap, bare.page_break)
            bare = None
        if _BARE_MARK.fullmatch(row.text):
            bare = row
            continue
        result.append(row)
    return result


def split_columns(source: Source, row: Row) -> list[Row]:
    """The columns of a row of the letterhead or the foot, parted by wide gaps in the source."""
    raw = source.text[row.passage.start : row.passage.end]
    if "\n" in raw:
        return [row]
    gaps = [hit.end() for hit in _COLUMNS.finditer(raw)]
    if not gaps:
        return [Row(row.passage, row.indent, None, row.gap)]
    edges = [0, *gaps, len(raw)]
    parts = [tidy(raw[a:b], row.passage.start + a) for a, b in zip(edges, edges[1:], strict=False)]
    return [Row(part, row.indent, None, row.gap and not i) for i, part in enumerate(parts) if part]


def is_ended(text: str) -> bool:
    """Whether a paragraph ends like a finished one."""
    return text.rstrip(_CLOSERS).endswith(_ENDED) or text.endswith(("./.", "/."))


def is_open_quote(text: str) -> bool:
    """Whether a quotation begun in the text is not closed yet."""
    return text.rfind("“") > text.rfind("”") and len(text) - text.rfind("“") < 400


def _hangs(row: Row) -> bool:
    """Whether a line ends in a word or sign after which the sentence must go on."""
    return row.text.endswith((",", "-", "–", "(", "“", "/")) or (
        len(row.text) >= LONG and _HANGING.search(row.passage.plain) is not None
    )


@dataclass(frozen=True)
class Layout:
    """How a file sets its paragraphs: with an indented first line, with a blank line between them; `width` is
    that of its longest lines, endless when they are as long as their paragraphs.
    """

    indented: bool
    gapped: bool
    width: float = inf


@dataclass
class _Joiner:
    """The paragraph being put together."""

    rows: list[Row]
    marker: Marker | None
    layout: Layout
    length: int = 0

    def take(self, row: Row) -> None:
        self.rows.append(row)
        self.length += len(row.text) + 1

    def quoting(self) -> bool:
        return is_open_quote(" ".join(row.text for row in self.rows[-6:]))

    def takes(self, row: Row, marker: Marker | None) -> bool:
        """Whether the row continues this paragraph."""
        if marker is not None:
            return not self._may_start(row, marker)
        if row.gap or row.page_break:
            return self._goes_on(row)
        if self.layout.gapped:
            return True
        if self.rows[-1].room is None:
            return self._goes_on(row) and (not row.text[0].isupper() or self._reached_margin())
        return self._is_wrapped(row)

    def _reached_margin(self) -> bool:
        """Whether the last line had to be broken: it hangs, or is as long as the longest of a narrow file."""
        last = self.rows[-1]
        return _hangs(last) or len(last.text) > self.layout.width * _FULL

    def _may_start(self, row: Row, marker: Marker) -> bool:
        last = self.rows[-1]
        unfinished = not is_ended(last.text) and self.length >= LONG
        if marker.kind in ("dash", "plus"):
            if self.quoting():
                return False
            small = row.text[marker.end].islower()
            return not (unfinished and (small if row.gap or last.room is None else small or last.room < 8))
        if row.gap or last.room is None or not unfinished:
            return True
        return marker.number == 1 or (self.marker is not None and self.marker.number + 1 == marker.number)

    def _goes_on(self, row: Row) -> bool:
        """A paragraph goes on after a blank line or a page when its sentence is not finished."""
        last = self.rows[-1]
        if is_ended(last.text) and not self.quoting():
            return False
        if row.text[0].islower() or row.text[0] in ",;)(":
            return True
        if row.text[0].isdigit() and (len(last.text) >= LONG or last.passage.plain.endswith(" so")):
            return True
        if self.length < LONG or _OPENERS.match(row.passage.plain) or row.text.isupper():
            return False
        open_end = _hangs(last) or row.page_break or self.quoting() or self.marker is not None
        return open_end or len(last.text) > self.layout.width * _FULL

    def _is_wrapped(self, row: Row) -> bool:
        """In a wrapped file a line belongs to the one before unless that one had room for its first word."""
        last = self.rows[-1]
        ended = is_ended(last.text)
        if _hangs(last) or (row.text[0].islower() and not last.text.endswith((".", ";", ":"))):
            return True
        deeper = len(self.rows) == 1 or row.indent > last.indent + 2
        if self.layout.indented and row.indent >= 3 and (ended or deeper):
            return False
        if ended and _OPENERS.match(row.passage.plain):
            return False
        spare = 4 if ended and not self.layout.indented else 18
        return len(row.text.split(" ", 1)[0]) + 1 + spare > (last.room or 0)


def paragraphs_of(rows: Iterable[Row]) -> list[Passage]:
    """Join rows to paragraphs."""
    rows = list(rows)
    layout = _layout_of(rows)
    result: list[Passage] = []
    current: _Joiner | None = None
    for row in rows:
        marker = find_marker(row.passage)
        if current is not None and current.takes(row, marker):
            current.take(row)
            continue
        if current is not None:
            result.append(joined(part.passage for part in current.rows))
        current = _Joiner([row], marker, layout, len(row.text) + 1)
    if current is not None:
        result.append(joined(part.passage for part in current.rows))
    return result


def _layout_of(rows: list[Row]) -> Layout:
    flush = sum(row.indent == 0 for row in rows)
    marked = [row.gap for row in rows if find_marker(row.passage)]
    return Layout(
        indented=flush >= len(rows) * 0.4 and any(row.indent >= 3 for row in rows),
        gapped=len(marked) >= 4 and sum(marked) >= len(marked) * 0.8,
        width=widest
        if LONG < (widest := max((len(row.text) for row in rows), default=0)) <= _NARROW
        else inf,
    )
