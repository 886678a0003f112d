"""Data on pre-printed blanks (in dữ liệu lên phôi): each field at its place in millimetres, and a sheet to
calibrate.

Căn cứ: không (quy ước nội bộ); lời trên giấy theo quyết định khen thưởng.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any, Literal

from thidua.paper.blocks import long_day
from thidua.paper.certificate import Certificate, TooLong, broken
from thidua.paper.engine import TEMPLATES, set_pdf
from thidua.paper.glyphs import SANS, SCRIPT, SERIF, face, require_glyphs
from thidua.paper.qr import qr_pictures

SMALLEST = 0.6
STEP = 0.5
QR = "qr"
_LINE_MM = 1.2 * 25.4 / 72


def _day_together(line: str) -> str:
    """The day of a decision on one line (ngày không bị tách đôi)."""
    number, mark, day = line.partition("ngày ")
    return number + (mark + day).replace(" ", "\N{NO-BREAK SPACE}")


_WORDS: dict[str, tuple[str, Callable[[Certificate], str]]] = {
    "recipient": ("Tên người, tập thể, hộ được khen", lambda made: made.recipient),
    "address": ("Chức vụ, đơn vị hoặc địa chỉ", lambda made: made.address),
    "achievement": ("Thành tích", lambda made: made.achievement),
    "decision_line": ("Số, ngày quyết định", lambda made: _day_together(made.decision_line)),
    "gold_number": ("Số sổ vàng", lambda made: made.gold_number),
    "place_day": ("Địa danh, ngày tháng", lambda made: f"{made.place}, {long_day(made.day)}"),
    "for_role": ("Ký thay (KT. …)", lambda made: made.for_role),
    "signer_role": ("Chức vụ người ký", lambda made: made.signer_role),
    "signer_name": ("Họ tên người ký", lambda made: made.signer_name),
    "code": ("Mã tra cứu", lambda made: made.code),
}
FIELDS: Mapping[str, str] = MappingProxyType(
    {**{key: name for key, (name, _) in _WORDS.items()}, QR: "Mã QR tra cứu"}
)

FAMILIES: Mapping[str, str] = MappingProxyType({"serif": SERIF, "sans": SANS, "script": SCRIPT})


@dataclass(frozen=True)
class Spot:
    """Where one field stands on a blank (vị trí một ô): the upper left corner and width of its box in mm.

    `before` is printed in front of the words ("Số sổ vàng: "), "" where the blank has it; `lines` is how many
    lines the words may take; `size` in points is the largest, words that do not fit are set smaller. `font`
    is a key of `FAMILIES`; the script face (chữ thư pháp) has no bold and no italic.
    """

    field: str
    x: float
    y: float
    width: float
    size: float = 14.0
    align: Literal["left", "center", "right"] = "center"
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    lines: int = 1
    before: str = ""
    font: str = "serif"


@dataclass(frozen=True)
class Layout:
    """A blank (phôi): its sheet in mm, what is printed where, and by how much the printer is off."""

    width: float
    height: float
    spots: tuple[Spot, ...]
    shift: tuple[float, float] = (0.0, 0.0)


def write_on_blanks(certificates: Sequence[Certificate], layout: Layout, *, timestamp: datetime) -> bytes:
    """Only the data of the certificates, a page each, in their order, as one PDF/A-2b (in lên phôi).

    Raises `TooLong` when words do not fit at 60 % of their size, `MissingGlyphs` for letters the font lacks.
    """
    side = next((spot.width for spot in layout.spots if spot.field == QR), 0.0)
    pictures = qr_pictures([certificate.verify_url for certificate in certificates], width_mm=side)
    said = [_said(made, layout) for made in certificates]
    for spot in layout.spots:
        require_glyphs([words.get(spot.field, "") for words in said], family=FAMILIES[spot.font])
    sheets = [
        {
            "lines": [
                _fitted(spot, words[spot.field], made.recipient)
                for spot in layout.spots
                if words.get(spot.field)
            ],
            "qr": list(picture) if made.verify_url else [],
        }
        for made, words, picture in zip(certificates, said, pictures, strict=True)
    ]
    return set_pdf(
        TEMPLATES / "blank.typ", _data(layout) | {"sheets": sheets}, timestamp=timestamp, tagged=False
    )


def write_calibration(layout: Layout, *, timestamp: datetime) -> bytes:
    """A sheet with a ruler in millimetres and the box of every field, to lay over a blank (trang cân
    chỉnh).
    """
    boxes = [
        {"name": FIELDS[spot.field], "x": spot.x, "y": spot.y, "width": spot.width, "height": height(spot)}
        for spot in layout.spots
    ]
    return set_pdf(
        TEMPLATES / "blank.typ",
        _data(layout) | {"sheets": [], "boxes": boxes},
        timestamp=timestamp,
        tagged=False,
    )


def height(spot: Spot) -> float:
    """How high the box of a field is (chiều cao ô), in mm; the QR code is square."""
    return spot.width if spot.field == QR else round(spot.lines * spot.size * _LINE_MM, 2)


def _data(layout: Layout) -> dict[str, Any]:
    qr = next((asdict(spot) for spot in layout.spots if spot.field == QR), None)
    return {"width": layout.width, "height": layout.height, "shift": layout.shift, "qr": qr, "boxes": []}


def _said(made: Certificate, layout: Layout) -> dict[str, str]:
    """The words of each field that stands on this blank; an empty field leaves its label out too."""
    spots = {spot.field: spot for spot in layout.spots if spot.field != QR}
    words = {field: _WORDS[field][1](made) for field in spots}
    return {field: f"{spots[field].before}{text}" for field, text in words.items() if text}


def _fitted(spot: Spot, text: str, whose: str) -> dict[str, Any]:
    """The words in their box at the largest size that holds them."""
    size = spot.size
    family = FAMILIES[spot.font]
    width = face(bold=spot.bold, italic=spot.italic, family=family).width_mm
    while size >= spot.size * SMALLEST:
        measure = partial(width, size=size)
        lines = broken(text, measure, width_mm=spot.width)
        if len(lines) <= spot.lines and all(measure(line) <= spot.width for line in lines):
            set_in = {"size": size, "text": lines, "height": height(spot), "family": family}
            return asdict(spot) | set_in
        size -= STEP
    raise TooLong(
        f"“{text}” quá dài so với ô “{FIELDS[spot.field]}” trên phôi (giấy của {whose}): "
        "hãy nới rộng ô, thêm dòng hoặc giảm cỡ chữ ở trang vị trí in."
    )
