"""What a signature shows (hình thể hiện chữ ký số): drawn by the typesetter as a page of its own size.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.d, II.8.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime

from PIL import Image, UnidentifiedImageError

from thidua.paper.engine import TEMPLATES, set_pdf
from thidua.paper.glyphs import face
from thidua.paper.sign.places import POINTS, Box

BLUE, RED, BLACK = "#0B3D91", "#C8102E", "#000000"
MAX_SIDE = 1200
MAX_POINTS = 24_000_000
_FAINT = 24
_UNDATED = datetime(2020, 1, 1, tzinfo=UTC)


class WrongPicture(Exception):  # noqa: N818 - says what is wrong, in the words shown to the user
    """The file is no usable picture of a signature or seal (ảnh không dùng được); the sentence says why."""


@dataclass(frozen=True)
class Ink:
    """A picture of a signature or seal (ảnh chữ ký, con dấu): a transparent PNG cut to what is drawn."""

    png: bytes
    width: int
    height: int

    @property
    def aspect(self) -> float:
        return self.width / self.height


def ink_of(data: bytes, *, colour: str) -> Ink:
    """The picture cut to what is drawn on it, in one colour on a transparent ground (ảnh chữ ký, con dấu).

    The white ground of a photo or scan becomes transparent. Raises `WrongPicture`.
    """
    try:
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as opened:
            if opened.width * opened.height > MAX_POINTS:
                raise WrongPicture("Ảnh quá nhiều điểm ảnh; hãy thu nhỏ rồi gửi lại.")
            drawn = opened.convert("RGBA")
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as damaged:
        raise WrongPicture("Không mở được ảnh; hãy chọn ảnh .png hoặc .jpg.") from damaged
    drawn.thumbnail((MAX_SIDE, MAX_SIDE))
    if drawn.getchannel("A").getextrema()[0] == 255:
        darkness = drawn.convert("L").point([min(255, 2 * (255 - level)) for level in range(256)])
        drawn.putalpha(darkness)
    box = drawn.getchannel("A").point([255 * (level > _FAINT) for level in range(256)]).getbbox()
    if box is None:
        raise WrongPicture("Ảnh trắng, không có nét nào; hãy chọn ảnh khác.")
    cut = Image.new("RGBA", (box[2] - box[0], box[3] - box[1]), colour)
    cut.putalpha(drawn.getchannel("A").crop(box))
    kept = io.BytesIO()
    cut.save(kept, "PNG", optimize=True)
    return Ink(kept.getvalue(), cut.width, cut.height)


def signer_mark(box: Box, *, ink: Ink | None, lines: tuple[str, ...]) -> bytes:
    """The signature of a head in its box (hình chữ ký): the blue picture, without one the lines in blue."""
    return _drawn(box, ink=ink, lines=lines, look=_Look(BLUE, 9))


def seal_mark(box: Box, *, ink: Ink | None, lines: tuple[str, ...]) -> bytes:
    """The seal in its box (hình con dấu): the red picture in real size, else the lines in a red frame."""
    return _drawn(box, ink=ink, lines=lines, look=_Look(RED, 8, frame=True))


def words_mark(box: Box, *, lines: tuple[str, ...], size: float = 10) -> bytes:
    """Black words in a box (thông tin không có hình): number and time of an appendix or a copy."""
    return _drawn(box, ink=None, lines=lines, look=_Look(BLACK, size, align="right"))


def blank_mark(box: Box, text: str, *, italic: bool, align: str) -> bytes:
    """What is written into a blank of a paper (số, ngày, tháng, năm), on the line of the words around it."""
    size = 13.0
    if len(text) * size / 2 > box.width:
        size = box.width * 2 / len(text)
    look = _Look(BLACK, size, align=align, italic=italic, low=True)
    return _drawn(box, ink=None, lines=(text,), look=look)


@dataclass(frozen=True)
class _Look:
    """How words stand in a box; `low` sets them on its bottom."""

    colour: str
    size: float
    frame: bool = False
    align: str = "center"
    italic: bool = False
    low: bool = False


def _drawn(box: Box, *, ink: Ink | None, lines: tuple[str, ...], look: _Look) -> bytes:
    data = {
        "width": box.width / POINTS, "height": box.height / POINTS, "lines": [_known(text) for text in lines],
        "picture": list(ink.png) if ink else [], **vars(look),
    }  # fmt: skip
    return set_pdf(TEMPLATES / "mark.typ", data, timestamp=_UNDATED, tagged=False)


def _known(text: str) -> str:
    """Words of a certificate may hold any letter; one that the font does not draw is shown as "?"."""
    widths = face().widths
    return "".join(letter if ord(letter) in widths or letter == " " else "?" for letter in text)
