"""What the shipped fonts hold (bảng chữ của phông): which letters they draw and how wide these are, read
from the TTF files.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from thidua.paper.blocks import tidy

FONTS = Path(__file__).parent / "fonts"
SERIF, SANS, SCRIPT = "Tinos", "Arimo", "Great Vibes"
_STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}
_PRIVATE = range(0xE000, 0xF900)
_MM_PER_POINT = 25.4 / 72


class MissingGlyphs(ValueError):  # noqa: N818 - says what is missing, in the words shown to the user
    """A paper holds letters that its font cannot draw (chữ không có trong phông)."""

    def __init__(self, missing: list[str], near: str) -> None:
        shown = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in missing)
        super().__init__(
            f"Phông chữ của văn bản không có ký tự {shown}, gặp trong “{near}”. "
            "Hãy gõ lại bằng chữ Việt thông thường."
        )
        self.missing = missing


class Widths(dict[int, float]):
    """Widths by code point; a letter that the face lacks is one em wide."""

    def __missing__(self, code: int) -> float:
        return 1.0


@dataclass(frozen=True)
class Face:
    """One face of the font: width in em of every code point it draws."""

    widths: Widths

    def width_mm(self, text: str, *, size: float) -> float:
        """Length of a text set in one line, in millimetres; `size` in points. A letter that the face lacks
        counts as one em: who prints says that it is missing.
        """
        return sum(map(self.widths.__getitem__, map(ord, text))) * size * _MM_PER_POINT


@cache
def face(*, bold: bool = False, italic: bool = False, family: str = SERIF) -> Face:
    """The face of this family, weight and slant, read once; the script face has one weight and slant."""
    style = "Regular" if family == SCRIPT else _STYLES[bold, italic]
    font = (FONTS / f"{family.replace(' ', '')}-{style}.ttf").read_bytes()
    tables = _tables(font)
    (unit,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    advances = struct.unpack_from(">" + "Hh" * count, font, tables["hmtx"])[::2]
    glyphs = _cmap(font, tables["cmap"])
    return Face(Widths({code: advances[min(glyph, count - 1)] / unit for code, glyph in glyphs.items()}))


def require_glyphs(texts: list[str], *, family: str = SERIF) -> None:
    """Raise `MissingGlyphs` when one of the texts holds a letter that a face of the family lacks."""
    missing = sorted(set("".join(texts)) - _drawn(family))
    if missing:
        raise MissingGlyphs(missing, next(text for text in texts if missing[0] in text)[:60])


def drawable(text: str, *, family: str = SERIF) -> str:
    """The text with a question mark for each letter that the font lacks (chữ in được): for lists of what
    others wrote, which are to be printed whatever it is.
    """
    drawn = _drawn(family)
    return "".join(char if char in drawn else "?" for char in tidy(text))


@cache
def _drawn(family: str) -> frozenset[str]:
    """The letters that all faces draw, but for those that mean nothing outside one font."""
    drawn = [set(face(bold=bold, italic=italic, family=family).widths) for bold, italic in _STYLES]
    return frozenset(chr(code) for code in set.intersection(*drawn) if code not in _PRIVATE)


def _tables(font: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    found = {}
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        found[tag.decode("ascii")] = offset
    return found


def _cmap(font: bytes, base: int) -> dict[int, int]:
    """Code point to glyph from the Unicode subtable of format 4, which covers every letter of the plane
    in use.
    """
    (count,) = struct.unpack_from(">H", font, base + 2)
    offsets = {
        struct.unpack_from(">HH", font, base + 4 + 8 * index): struct.unpack_from(
            ">I", font, base + 8 + 8 * index
        )[0]
        for index in range(count)
    }
    start = base + offsets[3, 1]
    (double_segments,) = struct.unpack_from(">H", font, start + 6)
    segments = double_segments // 2
    ends = struct.unpack_from(f">{segments}H", font, start + 14)
    starts = struct.unpack_from(f">{segments}H", font, start + 16 + double_segments)
    deltas = struct.unpack_from(f">{segments}h", font, start + 16 + 2 * double_segments)
    ranges_at = start + 16 + 3 * double_segments
    ranges = struct.unpack_from(f">{segments}H", font, ranges_at)
    glyphs: dict[int, int] = {}
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if ranges[index]:
                place = ranges_at + 2 * index + ranges[index] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", font, place)
            if glyph:
                glyphs[code] = (glyph + deltas[index]) & 0xFFFF
    return {code: glyph for code, glyph in glyphs.items() if glyph}
