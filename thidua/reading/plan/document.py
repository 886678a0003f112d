"""The parts of an official paper (bố cục văn bản): letterhead, title, preamble, clauses, closing, foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from thidua.reading.markers import find_marker
from thidua.reading.outline import Clause, outline, unfold
from thidua.reading.paragraphs import Row, is_ended, paragraphs_of, rows_of, split_columns
from thidua.reading.passage import NOTHING, Passage, joined
from thidua.reading.plan.boundaries import corrected
from thidua.reading.plan.duties import is_duties
from thidua.reading.plan.sections import is_bare_title
from thidua.reading.plan.tabled import unfolded
from thidua.reading.source import Source
from thidua.reading.tables import Table, tables_of
from thidua.vietnamese.text import CAPITALS, SMALLS

DOC_TYPES = (
    "ke hoach lien tich|ke hoach|huong dan|chi thi|chuong trinh|quyet dinh|nghi quyet|thong bao|bao cao|to "
    "trinh|"
    "cong van|de an|phuong an|the le|quy che|thu keu goi|loi keu goi|bien ban|giay moi|cong dien|phat dong|"
    "bai phat bieu|dien van|bai tuyen truyen|de cuong|ban dang ky|giao uoc|ban giao uoc|danh sach|noi quy"
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
    r"(?:can cu|thuc hien|trien khai|thi hanh|nham |de |huong ung|tiep tuc|chao mung|nhan |hoa chung|"
    r"nay |theo |xet |"
    r"kinh gui|"
    r"phat huy|duoc su |tren co so|xuat phat tu|quan triet|tiep noi|sau khi |truoc tinh hinh|"
    r"nam \d{4}|trong nhung|thoi gian qua|(?:ubnd|uy ban nhan dan|hoi dong|ban |phong |truong |so "
    r")[^.;]{0,80}"
    r"(?:ban hanh|xay dung|phat dong|to chuc|trien khai|lap ke hoach))"
)
# The line under the kind of paper is its title, even where it begins like a preamble ("Hưởng ứng …").
_CITING = re.compile(
    r"(?:can cu|kinh gui|xet de nghi|nham |de (?!nghi|an)|[-+]\s*can cu)\b|"
    r"(?:thuc hien|thi hanh|trien khai|theo)\s+(?:ke hoach|cong van|chi thi|nghi quyet|quyet dinh|"
    r"huong dan|thong bao|"
    r"chuong trinh)\s"
)
_CITES = ("can cu ", "xet de nghi ")
_ISSUES_PLAN = re.compile(r"quyet dinh\b.{0,80}\bban hanh\s+ke hoach\b")
_PLAN_ROW = re.compile(r"ke hoach\b")
_ATTACHED = re.compile(r"\((?:ban hanh\s+)?kem theo\b")
_RECIPIENTS = re.compile(r"noi nhan\b")
_SIGNATURE = re.compile(r"(?:tm|kt|tl|tuq|t/m|q)\s?\.\s?\S|t/m\s")
_APPENDIX = re.compile(r"(?:phu luc|bieu mau|mau so)\b")
CLOSING = re.compile(
    r"(?:tren day la|ke hoach nay (?:duoc )?(?:pho bien|gui|trien khai)|"
    r"yeu cau |de nghi |nhan duoc|can cu (?:ke hoach|noi dung) (?:nay|tren)|[^.;]{3,80} yeu "
    r"cau )"
)
_ONE_LINE = re.compile(
    rf"(?=cong hoa xa hoi|doc lap\s*-|dang cong san viet nam|(?<=\s)so\s*:\s*[\d.…]*\s*/|"
    rf"(?<=\s)so\s+\d+\s?-\s?kh/)|"
    rf"(?<=hanh phuc)\s|(?<=dang cong san viet nam)\s|(?<=chu nghia viet nam)\s|(?<=nam "
    rf"\d{{4}})\s(?=(?:{DOC_TYPES})\s)|"
    r"(?<=\s)(?=noi nhan\s*:)"
)
_OPENS = re.compile(
    r"(?<=\s)(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Xét đề nghị|Hưởng ứng|Nhằm|Để|Được sự|Can cu|Thuc hien|"
    r"Thi hanh|Trien khai|De)\s"
)
_LEAST_TITLE = 25  # the kind of paper and two words: a title may itself begin "Thực hiện …"
_CAPS_TYPE = re.compile(
    r"(?<=\s)(?:KẾ HOẠCH|CHỈ THỊ|CHƯƠNG TRÌNH|HƯỚNG DẪN|QUYẾT ĐỊNH|BÁO CÁO|TỜ TRÌNH)(?=\s)"
)
_CAPS_PLACE = re.compile(rf"(?<=[{CAPITALS}]{{2}}\s)(?=(?:[{CAPITALS}][{SMALLS}]+\s?){{1,4}},\s*ngày)")
_LONG_ROW = 300
_LONG_HEAD = 400


@dataclass(frozen=True)
class Document:
    """A paper cut into its parts. `head` and `foot` are lines with columns apart, the rest is whole
    paragraphs; `cover` is the kind of the paper that issues this one and gives it its number ("QUYẾT ĐỊNH").
    """

    source: Source
    head: tuple[Passage, ...]
    doc_type: Passage
    title: Passage
    preamble: tuple[Passage, ...]
    clauses: tuple[Clause, ...]
    closing: Passage
    foot: tuple[Passage, ...]
    paragraphs: tuple[Passage, ...]
    appendix: tuple[Passage, ...]
    tables: tuple[Table, ...]
    cover: Passage

    def clause_text(self) -> list[Clause]:
        """All clauses in reading order, flat."""
        return [clause for top in self.clauses for clause in top.walk()]


def document_of(source: Source) -> Document:
    """Cut a paper into its parts."""
    tables = tables_of(source)
    duties = [table for table in tables if is_duties(table)]
    kept = [row for row in unfolded(rows_of(source), tables) if not _in_tables(row, duties)]
    rows = [piece for row in kept for piece in _one_line(row)]
    above, doc_type, rest, cover = _parted(rows)
    head = [part for row in rows[:above] if len(row.text) < _LONG_HEAD for part in split_columns(source, row)]
    end = _foot_row(rest)
    below, appendix = _without_appendix(rest[end:] if end < len(rest) else cover[_foot_row(cover) :])
    foot = [part for row in below for part in split_columns(source, row)]
    title, body = _title(rest[:end])
    paragraphs = [piece for whole in paragraphs_of(body) for piece in unfold(whole)]
    paragraphs = corrected(paragraphs, source.boundaries)
    opening = next(
        (i for i, one in enumerate(paragraphs) if _begins_body(one) or is_bare_title(one)), len(paragraphs)
    )
    closing, clauses = _parted_closing(paragraphs[opening:])
    return Document(
        source,
        tuple(row.passage for row in head),
        doc_type,
        title,
        tuple(paragraphs[:opening]),
        tuple(outline(clauses, is_title=is_bare_title)),
        closing,
        tuple(row.passage for row in foot),
        tuple(paragraphs),
        tuple(row.passage for row in appendix),
        tuple(tables),
        _split_type(cover[0], [])[0] if cover else NOTHING,
    )


def _in_tables(row: Row, tables: list[Table]) -> bool:
    return any(table.start <= row.passage.start < table.end for table in tables)


def _parted(rows: list[Row]) -> tuple[int, Passage, list[Row], list[Row]]:
    """Where the letterhead ends, the kind of paper, the rows after it, and the decision that issues it, when
    one stands in front.
    """
    typed = _type_row(rows)
    if typed < 0:
        above = _last_letterhead(rows) + 1
        return above, NOTHING, list(rows[above:]), []
    plan = _issued_plan(rows, typed)
    doc_type, rest = _split_type(rows[plan], rows[plan + 1 :])
    return typed, doc_type, rest, rows[typed:plan]


def _issued_plan(rows: list[Row], typed: int) -> int:
    """The row of the plan that a decision issues ("Quyết định ban hành Kế hoạch …"); else the row itself."""
    title = " ".join(row.passage.plain for row in rows[typed : typed + 4])
    if not _ISSUES_PLAN.match(title):
        return typed
    later = (i for i in range(typed + 1, len(rows)) if _PLAN_ROW.match(rows[i].passage.plain))
    return next((i for i in later if _is_type(rows[i].passage)), typed)


def _one_line(row: Row) -> list[Row]:
    """A paper on one line: its letterhead and foot are broken into lines."""
    if len(row.text) < _LONG_ROW or not _ONE_LINE.search(row.passage.plain) and not _is_type(row.passage):
        return [row]
    edges = [0, *(hit.end() for hit in _ONE_LINE.finditer(row.passage.plain) if _is_mark(row, hit))]
    cut = [row.passage.cut(a, b) for a, b in zip(edges, [*edges[1:], len(row.text)], strict=True)]
    parts = [piece for part in cut if part for piece in _at_capitals(part)]
    pieces = [piece for part in parts for piece in _typed_line(part)]
    return [replace(row, passage=piece, gap=True) for piece in pieces]


def _is_mark(row: Row, hit: re.Match[str]) -> bool:
    """The name of the State breaks a line only in capitals: in a sentence it is no letterhead."""
    plain, text = row.passage.plain, row.text
    if plain.startswith("cong hoa", hit.end()):
        return text[hit.end() : hit.end() + 7].isupper()
    return not plain.endswith("viet nam", 0, hit.start()) or text[hit.start() - 3 : hit.start()].isupper()


def _at_capitals(part: Passage) -> list[Passage]:
    """Broken before the kind of paper in capitals, and between a body in capitals and the place behind it."""
    hits = [hit.start() for pattern in (_CAPS_TYPE, _CAPS_PLACE) if (hit := pattern.search(part.text, 1))]
    edges = [0, *sorted(hits), len(part.text)]
    return [piece for a, b in zip(edges, edges[1:], strict=False) if (piece := part.cut(a, b))]


def _typed_line(part: Passage) -> list[Passage]:
    """The line of the title ends where the preamble begins, the preamble where the clauses begin."""
    if not _is_type(part):
        return [part]
    opens = _OPENS.search(part.text, _LEAST_TITLE)
    return [part.cut(0, opens.start()), part.cut(opens.start())] if opens else [part]


def _is_type(passage: Passage) -> bool:
    hit = _DOC_TYPE.match(passage.plain)
    return bool(hit) and passage.text[: hit.end()].isupper() if hit else False


def _last_letterhead(rows: list[Row]) -> int:
    """The last line of the letterhead: motto, number, or place and date; -1 when there is none."""
    last = -1
    for number, row in enumerate(rows[:80]):
        plain = row.passage.plain
        if _RECIPIENTS.match(plain) or _begins_body(row.passage) or plain.startswith(_CITES):
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


def _without_appendix(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The foot, and the appendices under it."""
    end = next((i for i, row in enumerate(rows) if i and _APPENDIX.match(row.passage.plain)), len(rows))
    return rows[:end], rows[end:]


def _title(rows: list[Row]) -> tuple[Passage, list[Row]]:
    """The title: lines after the kind of paper until the preamble opens."""
    taken: list[Passage] = []
    beside = False
    for number, row in enumerate(rows):
        if beside or _ATTACHED.match(row.passage.plain):
            beside = not row.text.endswith(")")
            continue
        if _ends_title(row, taken):
            return _bared(joined(taken)), rows[number:]
        taken.append(row.passage)
    return _bared(joined(taken)), []


def _bared(title: Passage) -> Passage:
    """A title without the brackets around all of it."""
    if not title.text.startswith("("):
        return title
    return title.cut(1, len(title.text) - title.text.endswith(")"))


def _ends_title(row: Row, taken: list[Passage]) -> bool:
    if _begins_body(row.passage) or len(taken) > 12:
        return True
    if not taken:
        return _CITING.match(row.passage.plain) is not None and not row.text[:12].isupper()
    if taken[0].text.startswith("(") and taken[-1].text.endswith(")"):
        return True
    if row.text.startswith("(") and any(letter.isdigit() for letter in row.text):
        return False
    capitals = row.text.isupper()
    if taken[-1].text.endswith(")") and row.text[0].isupper() and not capitals:
        return True
    if is_ended(taken[-1].text) and not (capitals and taken[-1].text.isupper()):
        return True
    if taken[-1].text.isupper() and not capitals and len(taken[-1].text) > 25:
        return True
    bare = row.passage.cut(drop="-–+•")
    opens = _OPENING.match(bare.plain) and bare.text[:1].isupper() and not capitals
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
