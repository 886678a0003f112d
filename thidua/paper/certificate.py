"""Certificates (giấy khen, bằng khen): a whole batch in one PDF on white paper; see `thidua.paper.blank`
for pre-printed blanks.

Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 104 (các dòng bắt buộc, khổ giấy; hết hiệu lực 01/7/2025, mẫu mới chưa
xác nhận).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal

from thidua.paper.arrange import QUOC_HIEU, TIEU_NGU
from thidua.paper.blocks import Tidy, long_day
from thidua.paper.engine import TEMPLATES, set_pdf
from thidua.paper.glyphs import face, require_glyphs
from thidua.paper.qr import qr_pictures

TEXT_MM = 222.0
POINT_MM = 25.4 / 72
LINE = 1.32
FIRST_LINE_AT_MM = 98.0
BLOCK_GAP_MM = 1.5
SIGNER_AXIS_MM = 76.5
QR_MM = 25.0
POST_MM = 6.2
SHRINKS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)

Placed = tuple[str, float, float, float, str, str, str]
Fitted = tuple[tuple[str, float], ...]


class TooLong(ValueError):  # noqa: N818 - what the office says of a text that does not fit
    """The words of a certificate do not fit on its sheet (chữ quá dài)."""


@dataclass(frozen=True)
class Certificate(Tidy):
    """One certificate (giấy khen, bằng khen) as printed. `decider` is the post in capitals, `prefix` "Ông",
    "Tập thể"….

    `decision_line` names the decision with its day, `gold_number` is the number in the golden book (số sổ
    vàng),
    `code` and `verify_url` let anyone check it, without the network too when a sealed statement stands after
    its “#” (see `thidua.paper.statement`); "" leaves a line out. Size "a3" is the same sheet enlarged.
    """

    title: str
    decider: str
    place: str
    day: date | None
    name: str
    achievement: str
    signer_role: str
    prefix: str = ""
    address: str = ""
    decision_line: str = ""
    gold_number: str = ""
    code: str = ""
    verify_url: str = ""
    for_role: str = ""
    signer_name: str = ""
    size: Literal["a4", "a3"] = "a4"

    @property
    def recipient(self) -> str:
        """Whom it is given to, with the form of address (người được khen)."""
        return f"{self.prefix} {self.name}".strip()


def write_certificate(certificate: Certificate, *, timestamp: datetime) -> bytes:
    """Print one certificate; see `write_certificates`."""
    return write_certificates([certificate], timestamp=timestamp)


def write_certificates(certificates: Sequence[Certificate], *, timestamp: datetime) -> bytes:
    """Print certificates in their order, a page each, as one PDF/A-2b.

    Raises `TooLong` or `MissingGlyphs`.
    """
    require_glyphs([text for certificate in certificates for text in _texts(certificate)])
    pictures = qr_pictures([certificate.verify_url for certificate in certificates], width_mm=QR_MM)
    data = {
        "nation": QUOC_HIEU,
        "motto": TIEU_NGU,
        "certificates": [_sheet(made, picture) for made, picture in zip(certificates, pictures, strict=True)],
    }
    return set_pdf(TEMPLATES / "certificate.typ", data, timestamp=timestamp, tagged=False)


def _texts(made: Certificate) -> Iterator[str]:
    yield from (made.title, made.decider, made.place, made.recipient, made.address, made.achievement)
    yield from (
        made.decision_line,
        made.gold_number,
        made.code,
        made.signer_role,
        made.for_role,
        made.signer_name,
    )


def _sheet(made: Certificate, picture: bytes) -> dict[str, Any]:
    return {
        "size": made.size,
        "title": made.title,
        "decider": made.decider,
        "lines": [*_middle(made), *_left(made), *_right(made)],
        "qr": list(picture) if made.verify_url else [],
    }


def _placed(
    text: str, *, x: float, y: float, size: float, look: str = "bold italic", side: str = "center"
) -> Placed:
    weight, style = look.split()
    return side, x, y, size, weight, style, text


def _left(made: Certificate) -> Iterator[Placed]:
    """The lines at the lower left: the decision, its day on a line of its own, the golden book, the code."""
    number, day, rest = made.decision_line.partition("ngày ")
    lines = [line.strip() for line in (number, day + rest) if line.strip()]
    lines += [f"Số sổ vàng: {made.gold_number}"] if made.gold_number else []
    x = 52.5 if made.verify_url else 27
    for index, text in enumerate(lines):
        yield _placed(text, x=x, y=166 + 5.4 * index, size=13, side="left")
    if made.code:
        code = f"Mã tra cứu: {made.code}"
        yield _placed(code, x=x, y=166.6 + 5.4 * len(lines), size=10, look="regular normal", side="left")


def _right(made: Certificate) -> Iterator[Placed]:
    """The lines at the lower right, centred on one axis: day, posts, room to sign, full name."""
    yield _placed(f"{made.place}, {long_day(made.day)}", x=SIGNER_AXIS_MM, y=_day_at_mm(made), size=13)
    posts = [post for post in (made.for_role, made.signer_role) if post]
    for index, post in enumerate(posts, start=1):
        y = _day_at_mm(made) + POST_MM * index
        yield _placed(post, x=SIGNER_AXIS_MM, y=y, size=14, look="bold normal")
    if made.signer_name:
        yield _placed(made.signer_name, x=SIGNER_AXIS_MM, y=182, size=14, look="bold normal")


def _day_at_mm(made: Certificate) -> float:
    """Where place and date stand: higher when two posts follow, so that the room to sign stays."""
    return 144.5 if made.for_role else 150.0


def _middle(made: Certificate) -> list[Placed]:
    """The lines of recipient, address and achievement, as large as the room above the signature allows."""
    room = _day_at_mm(made) - FIRST_LINE_AT_MM
    for shrink in SHRINKS:
        blocks = (
            _fitted(made.recipient, bold=True, largest=24 * shrink, smallest=15 * shrink, lines=2),
            _fitted(made.address, bold=False, largest=14.5 * shrink, smallest=11 * shrink, lines=2),
            _fitted(made.achievement, bold=False, largest=14.5 * shrink, smallest=11 * shrink, lines=3),
        )
        lines = list(_stacked(blocks))
        if None not in blocks and lines[-1][2] + lines[-1][3] * LINE * POINT_MM <= FIRST_LINE_AT_MM + room:
            return lines
    raise TooLong(
        f"Chữ trên giấy của “{made.recipient}” quá dài: tên không quá 2 dòng, thành tích không quá 3 dòng. "
        "Hãy rút gọn tên đơn vị hoặc thành tích."
    )


def _stacked(blocks: Iterable[Fitted | None]) -> Iterator[Placed]:
    """The blocks one under another, each line where the one above ends."""
    y = FIRST_LINE_AT_MM
    for block, look in zip(blocks, ("bold normal", "regular normal", "regular normal"), strict=True):
        for text, size in block or ():
            yield _placed(text, x=0, y=round(y, 2), size=size, look=look)
            y += size * LINE * POINT_MM
        y += BLOCK_GAP_MM


@lru_cache(maxsize=4096)
def _fitted(text: str, *, bold: bool, largest: float, smallest: float, lines: int) -> Fitted | None:
    """The text in the fewest lines and the largest size that hold it, or None; lines of even length."""
    if not text:
        return ()
    for count in range(1, lines + 1):
        size = largest
        while size >= smallest:
            found = _broken(text, bold=bold, size=size, width_mm=TEXT_MM)
            if len(found) <= count and all(_width(line, bold=bold, size=size) <= TEXT_MM for line in found):
                even = found if len(found) == 1 else _even(text, bold=bold, size=size, count=len(found))
                return tuple((line, round(size, 2)) for line in even)
            size -= 0.5
    return None


def _width(text: str, *, bold: bool, size: float) -> float:
    return face(bold=bold).width_mm(text, size=size)


def _broken(text: str, *, bold: bool, size: float, width_mm: float) -> list[str]:
    return broken(text, lambda line: _width(line, bold=bold, size=size), width_mm=width_mm)


def broken(text: str, measure: Callable[[str], float], *, width_mm: float) -> list[str]:
    """The text in lines as wide as this allows (ngắt dòng); a single word may be wider, a no-break blank
    holds.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width_mm:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _even(text: str, *, bold: bool, size: float, count: int) -> list[str]:
    """The same number of lines, set as narrow as possible, so that none is left nearly empty."""
    width = TEXT_MM
    while len(_broken(text, bold=bold, size=size, width_mm=width - 4)) == count and width > TEXT_MM / (
        count + 1
    ):
        width -= 4
    return _broken(text, bold=bold, size=size, width_mm=width)
