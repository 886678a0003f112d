"""The parts of an official paper (bố cục văn bản): letterhead, title, preamble, clauses, closing, foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from thidua.reading.markers import find_marker
from thidua.reading.outline import Clause, outline, unfold
from thidua.reading.paragraphs import Row, is_ended, paragraphs_of, rows_of, split_columns
from thidua.reading.passage import NOTHING, Passage, joined
from thidua.reading.source import Source

DOC_TYPES = (
    "ke hoach lien tich|ke hoach|huong dan|chi thi|chuong trinh|quyet dinh|nghi quyet|thong bao|bao cao|to "
    "trinh|"
    "cong van|de an|phuong an|the le|quy che|thu keu goi|loi keu goi|bien ban|giay moi|cong dien|phat dong"
)
_DOC_TYPE = re.compile(rf"({DOC_TYPES})\b")
MOTTO = re.compile(
    r"c[o0]ng\s+hoa\s+xa\s+hoi(?:\s+chu\s+nghia)?(?:\s+viet\s+nam)?|chu\s+nghia\s+viet\s+nam|"
    r"doc\s+lap\s*[-.]?\s*tu\s+do\s*[-.]?\s*hanh\s+phuc|dang\s+cong\s+san\s+viet\s+nam(?=\s*$)"
)
NUMBER = re.compile(r"(?:^|(?<=[\s.]))so\s*[:.]?\s*(?=[\d.…_\s/-]{0,40}[-/]\s{0,4}[^\W\d])")
PLACE_DATE = re.compile(
    r"(?P<place>[^\n,|]{0,60}?)\s{0,9},?\s{0,9}\bngay\b[\s.…_]{0,40}(?P<d>\d{1,2})?[\s.…_/]{0,40}thang\b[\s.…_]{0,40}"
    r"(?P<m>\d{1,2})?[\s.…_/]{0,40}nam\b[\s.…_]{0,40}(?P<y>\d{4})?"
)
_OPENING = re.compile(
    r"(?:can cu|thuc hien|thi hanh|nham |de |huong ung|tiep tuc|chao mung|nhan |hoa chung|nay |theo |xet |"
    r"kinh gui|"
    r"phat huy|nam \d{4}|trong nhung|thoi gian qua|(?:ubnd|uy ban nhan dan|hoi dong|ban |phong |truong |so "
    r")[^.;]{0,80}"
    r"(?:ban hanh|xay dung|phat dong|to chuc|trien khai|lap ke hoach))"
)
_RECIPIENTS = re.compile(r"noi nhan\b")
_SIGNATURE = re.compile(r"(?:tm|kt|tl|tuq|t/m|q)\s?\.\s?\S|t/m\s")
_APPENDIX = re.compile(r"(?:phu luc|bieu mau|mau so)\b")
CLOSING = re.compile(
    r"(?:tren day la|yeu cau |de nghi |nhan duoc|can cu (?:ke hoach|noi dung) (?:nay|tren)|[^.;]{3,80} yeu "
    r"cau )"
)
_ONE_LINE = re.compile(
    rf"(?=cong hoa xa hoi|doc lap\s*-|(?<=\s)so\s*:\s*[\d.…]*\s*/)|(?<=hanh phuc)\s|(?<=nam "
    rf"\d{{4}})\s(?=(?:{DOC_TYPES})\s)|"
    r"(?<=\s)(?=noi nhan\s*:)"
)
_LONG_ROW = 300
_LONG_HEAD = 400


@dataclass(frozen=True)
class Document:
    """A paper cut into its parts. `head` and `foot` are lines with columns apart, the rest is whole
    paragraphs."""

    source: Source
    head: tuple[Passage, ...]
    doc_type: Passage
    title: Passage
    preamble: tuple[Passage, ...]
    clauses: tuple[Clause, ...]
    closing: Passage
    foot: tuple[Passage, ...]

    def clause_text(self) -> list[Clause]:
        """All clauses in reading order, flat."""
        return [clause for top in self.clauses for clause in top.walk()]


def document_of(source: Source) -> Document:
    """Cut a paper into its parts."""
    rows = [piece for row in rows_of(source) for piece in _one_line(row)]
    typed = _type_row(rows)
    if typed < 0:
        above = _last_letterhead(rows) + 1
        doc_type, rest = NOTHING, list(rows[above:])
    else:
        above = typed
        doc_type, rest = _split_type(rows[typed], rows[typed + 1 :])
    head = [part for row in rows[:above] if len(row.text) < _LONG_HEAD for part in split_columns(source, row)]
    end = _foot_row(rest)
    foot = [part for row in _without_appendix(rest[end:]) for part in split_columns(source, row)]
    title, body = _title(rest[:end])
    paragraphs = [piece for whole in paragraphs_of(body) for piece in unfold(whole)]
    opening = next((i for i, one in enumerate(paragraphs) if _begins_body(one)), len(paragraphs))
    closing, clauses = _parted_closing(paragraphs[opening:])
    return Document(
        source,
        tuple(row.passage for row in head),
        doc_type,
        title,
        tuple(paragraphs[:opening]),
        tuple(outline(clauses)),
        closing,
        tuple(row.passage for row in foot),
    )


def _one_line(row: Row) -> list[Row]:
    """A paper on one line: its letterhead and foot are broken into lines."""
    if len(row.text) < _LONG_ROW or not _ONE_LINE.search(row.passage.plain) and not _is_type(row.passage):
        return [row]
    parts = row.passage.split(_ONE_LINE)
    pieces = [piece for part in parts for piece in _typed_line(part)]
    return [replace(row, passage=piece, gap=True) for piece in pieces]


def _typed_line(part: Passage) -> list[Passage]:
    """The line of the title ends where the preamble begins, the preamble where the clauses begin."""
    if not _is_type(part):
        return [part]
    for hit in re.finditer(r"(?<=\s)(?:can cu|thuc hien)\s", part.plain):
        if part.text[hit.start()].isupper() and not part.text[hit.start() : hit.end()].strip().isupper():
            return [part.cut(0, hit.start()), part.cut(hit.start())]
    return [part]


def _is_type(passage: Passage) -> bool:
    hit = _DOC_TYPE.match(passage.plain)
    return bool(hit) and passage.text[: hit.end()].isupper() if hit else False


def _last_letterhead(rows: list[Row]) -> int:
    """The last line of the letterhead: motto, number, or place and date; -1 when there is none."""
    last = -1
    for number, row in enumerate(rows[:80]):
        if _RECIPIENTS.match(row.passage.plain) or _begins_body(row.passage):
            break
        if len(row.text) < _LONG_HEAD and _is_letterhead(row.passage.plain):
            last = number
    return last


def _is_letterhead(plain: str) -> bool:
    """A line of motto, number, or place and date."""
    place = PLACE_DATE.search(plain) if len(plain) < 140 else None
    numbered = len(plain) < 90 and NUMBER.match(plain) is not None
    return numbered or MOTTO.search(plain) is not None or (place is not None and place.start() < 60)


def _type_row(rows: list[Row]) -> int:
    """The row of the kind of paper, after the letterhead (a portal repeats the title above it); -1 when
    none."""
    after = _last_letterhead(rows)
    typed = [number for number, row in enumerate(rows[:100]) if _is_type(row.passage)]
    later = [number for number in typed if number > after]
    if after >= 0 and later:
        return later[0]
    return typed[0] if typed else -1


def _split_type(row: Row, rest: list[Row]) -> tuple[Passage, list[Row]]:
    """The kind of paper, and the title that may follow it on the same line."""
    hit = _DOC_TYPE.match(row.passage.plain)
    end = hit.end() if hit else 0
    title = row.passage.cut(end)
    after = [replace(row, passage=title, gap=False)] if title else []
    return row.passage.cut(0, end), after + rest


def _foot_row(rows: list[Row]) -> int:
    """The row where the foot begins: recipients, or the signature that stands just before them."""
    named = [i for i, row in enumerate(rows) if _RECIPIENTS.match(row.passage.plain)]
    signed = [
        i for i, row in enumerate(rows) if _SIGNATURE.match(row.passage.plain) and row.text[:2].isupper()
    ]
    if named:
        return min([named[0], *(i for i in signed if named[0] - 8 < i < named[0])])
    return signed[0] if signed else len(rows)


def _without_appendix(rows: list[Row]) -> list[Row]:
    end = next((i for i, row in enumerate(rows) if i and _APPENDIX.match(row.passage.plain)), len(rows))
    return rows[:end]


def _title(rows: list[Row]) -> tuple[Passage, list[Row]]:
    """The title: lines after the kind of paper until the preamble opens."""
    taken: list[Passage] = []
    for number, row in enumerate(rows):
        if _ends_title(row, taken):
            return _bared(joined(taken)), rows[number:]
        taken.append(row.passage)
    return _bared(joined(taken)), []


def _bared(title: Passage) -> Passage:
    """A title without the brackets around all of it."""
    return title.cut(drop="()") if title.text.startswith("(") else title


def _ends_title(row: Row, taken: list[Passage]) -> bool:
    if _begins_body(row.passage) or len(taken) > 12:
        return True
    if not taken:
        return bool(_OPENING.match(row.passage.plain)) and not row.text[:12].isupper()
    capitals = row.text.isupper()
    if is_ended(taken[-1].text) and not (capitals and taken[-1].text.isupper()):
        return True
    if taken[-1].text.isupper() and not capitals and len(taken[-1].text) > 25:
        return True
    opens = _OPENING.match(row.passage.plain) and row.text[0].isupper() and not capitals
    return bool(opens) or (row.gap and not capitals and row.text[0].isupper() and len(row.text) > 160)


def _begins_body(passage: Passage) -> bool:
    """The first clause: a Roman or first Arabic number with a title behind it."""
    marker = find_marker(passage)
    return marker is not None and marker.number == 1 and marker.kind in ("part", "roman", "arabic")


def _parted_closing(paragraphs: list[Passage]) -> tuple[Passage, list[Passage]]:
    """The closing sentence ("Trên đây là …"), and the clauses before it."""
    for number in range(len(paragraphs) - 1, max(len(paragraphs) - 5, -1), -1):
        if paragraphs[number].plain.startswith("tren day la"):
            rest = paragraphs[number:]
            whole = [rest[0]] if rest[0].text.endswith("/.") else rest
            return (joined(whole) if whole[-1].text.endswith("/.") else rest[0]), paragraphs[:number]
    last = paragraphs[-1] if paragraphs else NOTHING
    if last and find_marker(last) is None and (CLOSING.match(last.plain) or last.text.endswith("./.")):
        return last, paragraphs[:-1]
    return NOTHING, paragraphs
