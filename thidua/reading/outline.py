"""Paragraphs -> numbered clauses (mục, điểm): the numbering decides the level, never the number of #."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from thidua.reading.markers import LETTERS, Marker, find_marker, roman
from thidua.reading.paragraphs import is_open_quote
from thidua.reading.passage import NOTHING, Passage
from thidua.vietnamese.text import CAPITALS, SMALLS

_TITLE = re.compile(rf"(?:^|(?<=\s))(?P<n>[IVX]{{1,5}})(?:\s?[./)-]\s*|\s)(?=[{CAPITALS}]{{2,}}[ ,])")
_INNER = re.compile(
    rf"(?<=\s)(?:\d{{1,2}}(?:\.\d{{1,2}})*[./]\s?(?=[{CAPITALS}“])|"
    rf"\d{{1,2}}-\s(?=[{CAPITALS}][{SMALLS}])|[a-zđ]\)\s?(?=\S)|\(\d{{1,2}}\)\s)"
    rf"|(?<=[.;:”\"])\s?[-–+]\s?(?=[{CAPITALS}])"
)
_JOINED_DASH = re.compile(
    rf"(?<=[.;:”\"])\s?[-–](?=[{CAPITALS}])|(?<=[.;:”\"])\s[-–]\s(?=[{CAPITALS}])|"
    rf"\s[-–](?=[{CAPITALS}][{SMALLS}])"
)
_CLOSING = re.compile(
    r"(?<=\s)Trên đây là (?=[Kk]ế hoạch|nội dung)|"
    r"(?<=\.\s)(?:Nhận được|Yêu cầu|Đề nghị|Trong quá trình)\s(?=[^./]{20,400}\./\.)"
)
_SHORT_TITLE = re.compile(
    r"(?:muc dich(?:, y nghia)?|yeu cau|doi tuong(?: thi dua| khen thuong)?|thoi gian(?: thi dua| thuc "
    r"hien)?|noi dung(?: thi dua)?|"
    r"chu de(?: thi dua)?|(?:doi voi )?(?:tap the|ca nhan|ho gia dinh))(?=\s)"
)
# Words that belong to the name of an office behind its dash ("Văn hóa - Xã hội").
_FIRST_DASH = re.compile(
    rf"(?<=[^\s.;:,])\s[-–]\s(?!(?:Xã hội|Khen thưởng|Giáo dục|Thương binh|Nông nghiệp|Kế hoạch|Thể thao|"
    rf"Thống kê|Hộ tịch|Môi trường|Xây dựng|Tài chính|Du lịch|Tự do|Hạnh phúc|An ninh|Yêu cầu|UBND)\b)"
    rf"(?=[{CAPITALS}][{SMALLS}])"
)
_HEADING_WORDS = 16
_FLAT = 400  # a longer paragraph with titles inside it is a plan on one line
_CAPS_END = re.compile(rf"\s(?=[^\W\d_]*[^\W\d_{CAPITALS}])")


_UNNUMBERED = re.compile(r"\.?([-+])(\d+)")
_SIGNS = {"-": "gạch đầu dòng", "+": "dấu cộng"}


def clause_words(clause: str) -> str:
    """The name of a clause in a sentence (tên mục): "V.3.-1" -> "mục V.3, gạch đầu dòng thứ 1"."""
    return "mục " + _UNNUMBERED.sub(lambda hit: f", {_SIGNS[hit[1]]} thứ {hit[2]}", clause)


@dataclass(frozen=True)
class Clause:
    """A numbered clause, or a paragraph without a mark (kind "text"), with everything under it.

    `id` names the place for people ("V.2.1.2.a"); a paragraph has the id of the clause it stands in. `head`
    is the
    text behind the mark.
    """

    id: str
    kind: str
    head: Passage
    marker: Marker | None = None
    inside: list[Clause] = field(default_factory=list)

    def walk(self) -> Iterator[Clause]:
        """The clause and everything under it in reading order."""
        yield self
        for clause in self.inside:
            yield from clause.walk()


def unfold(paragraph: Passage) -> list[Passage]:
    """Break a paragraph that holds several clauses on one line into them."""
    text = paragraph.text
    titles = _titles(text)
    numbered = _in_sequence(text)
    marks = [place for place in numbered if text[place : place + 2].strip()[0] not in "-–+"]
    long = len(text) > _FLAT and (len(titles) > (titles[:1] == [0]) or len(marks) > 2)
    flat = long or len(titles) > 1
    if flat:
        closing = [hit.start() for hit in _CLOSING.finditer(text)]
        edges = sorted({0, *titles, *numbered, *closing})
        parts = [paragraph.cut(a, b) for a, b in zip(edges, [*edges[1:], len(text)], strict=True)]
        titled = [piece for part in parts if part for piece in _parted_title(part)]
        return [piece for part in titled for piece in _parted_dash(part)]
    marker = find_marker(paragraph)
    if marker is not None and marker.kind in ("dash", "plus"):
        places = [hit.start() for hit in _JOINED_DASH.finditer(text) if hit.start() > 20]
        edges = [0, *(place for place in places if not is_open_quote(text[:place])), len(text)]
        return [part for a, b in zip(edges, edges[1:], strict=False) if (part := paragraph.cut(a, b))]
    return [paragraph]


def _titles(text: str) -> list[int]:
    """Offsets of Roman titles inside a line, each number following the one before."""
    last = 0
    found: list[int] = []
    for hit in _TITLE.finditer(text):
        number = roman(hit["n"])
        if not found or number == last + 1:
            last = number
            found.append(hit.start())
    return found


def _in_sequence(text: str) -> list[int]:
    """Offsets of marks inside a line that follow one another (1. 2. 3., a) b) c)); dashes always count."""
    last: dict[str, int] = {}
    found = []
    for hit in _INNER.finditer(text):
        family, number = _family(hit.group().strip(" ./"))
        if family in ("-", "+") or number == 1 or number == last.get(family, 0) + 1:
            last[family] = number
            if family.isdigit() or family == "":
                last = {key: value for key, value in last.items() if key.isdigit() or key == ""}
            found.append(hit.start())
    return found


def _family(mark: str) -> tuple[str, int]:
    if mark in "-–+":
        return "-", 0
    if mark.startswith("("):
        return "paren", int(mark.strip("()"))
    mark = mark.rstrip(")-")
    if mark[0].isdigit():
        above, _, last = mark.rpartition(".")
        return above.replace(".", ""), int(last)
    return "letter", LETTERS.find(mark) + 1


def _parted_title(passage: Passage) -> list[Passage]:
    """A title in capitals, and the sentence that follows it on the same line."""
    marker = find_marker(passage)
    if marker is None:
        return [passage]
    if marker.kind not in ("roman", "part"):
        return _parted_short(passage, marker)
    end = _CAPS_END.search(passage.text, marker.end)
    if end is None or end.start() - marker.end < 4:
        return [passage]
    return [passage.cut(0, end.start()), after_mark(passage, end.end())]


def _parted_dash(passage: Passage) -> list[Passage]:
    """A numbered heading and the first item of its list ("b) Cá nhân - Có sáng kiến")."""
    marker = find_marker(passage)
    dash = _FIRST_DASH.search(passage.text, marker.end) if marker else None
    if dash is None or len(passage.text[: dash.start()].split()) > _HEADING_WORDS:
        return [passage]
    return [passage.cut(0, dash.start()), passage.cut(dash.start())]


def after_mark(passage: Passage, start: int) -> Passage:
    """What follows a title, without the colon, point or dash between them."""
    rest = passage.text[start:]
    return passage.cut(start + len(rest) - len(rest.lstrip(" :.-–")))


def _parted_short(passage: Passage, marker: Marker) -> list[Passage]:
    """A short usual title ("Mục đích") and the sentence or list behind it."""
    title = _SHORT_TITLE.match(passage.plain, marker.end)
    rest = passage.text[title.end() :].lstrip() if title else ""
    if title is None or not (rest[:1].isupper() or rest.startswith(("- ", "– ", "“"))):
        return [passage]
    return [passage.cut(0, title.end()), passage.cut(title.end())]


def outline(
    paragraphs: list[Passage], *, is_title: Callable[[Passage], bool] = lambda _: False
) -> list[Clause]:
    """The tree of clauses. A paragraph without a mark that `is_title` stands at the highest level; the place
    is then named by the count of such titles.
    """
    untitled = 0
    top = Clause("", "top", NOTHING)
    stack = [top]
    for paragraph in paragraphs:
        marker = find_marker(paragraph)
        if marker is None and is_title(paragraph):
            untitled += 1
            marker = Marker("roman", f"({untitled})", untitled, 0)
        if marker is None:
            while stack[-1].kind in ("dash", "plus", "paren") and len(stack) > 1:
                stack.pop()
            stack[-1].inside.append(Clause(stack[-1].id, "text", paragraph))
            continue
        _unwind(stack, marker)
        clause = Clause(_id(stack, marker), marker.kind, paragraph.cut(marker.end), marker)
        stack[-1].inside.append(clause)
        stack.append(clause)
    return top.inside


def _unwind(stack: list[Clause], marker: Marker) -> None:
    """Close the clauses that this mark is not part of."""
    same = [c for c in stack if c.marker and c.marker.kind == marker.kind == "arabic"]
    if marker.number == 1 and len(same) == 1 and _restarts(stack[-1]):
        return
    follows = [c for c in same if c.marker and c.marker.number + 1 == marker.number]
    if len(same) > 1 and follows:
        del stack[stack.index(follows[-1]) :]
        return
    while len(stack) > 1 and (top := stack[-1].marker) is not None and top.rank >= marker.rank:
        stack.pop()


def _restarts(clause: Clause) -> bool:
    """Numbers that begin again at 1 right under a short numbered title are its own list."""
    return clause.kind == "arabic" and not clause.inside and len(clause.head.text) < 40


def _id(stack: list[Clause], marker: Marker) -> str:
    above = stack[-1]
    if marker.kind in ("dash", "plus"):
        before = next((c.id for c in reversed(above.inside) if c.kind == marker.kind), "0")
        label = f"{marker.label}{int(before.rpartition(marker.label)[2]) + 1}"
    elif marker.kind == "decimal" and any(c.kind in ("arabic", "decimal") for c in stack):
        above = next((c for c in reversed(stack) if c.kind not in ("arabic", "decimal")), stack[0])
        label = marker.label
    else:
        label = marker.label
    return f"{above.id}.{label}" if above.id else label
