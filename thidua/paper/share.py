"""The picture shown where a page is shared (ảnh chia sẻ): red, gold, the words of the page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent / "fonts"
WIDTH, HEIGHT, EDGE = 1200, 630, 80
RED, GOLD, WHITE = "#8f1d14", "#f2c14e", "#ffffff"
LINES = 5
_Face = ImageFont.FreeTypeFont


@dataclass(frozen=True)
class ShareWords:
    """What stands on the picture (chữ trên ảnh): a line above, the title, whose page it is."""

    above: str
    title: str
    owner: str


def share_picture(words: ShareWords) -> bytes:
    """A PNG of 1200 by 630 points (ảnh chia sẻ); a long title is set smaller, then cut."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), RED)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((24, 24, WIDTH - 24, HEIGHT - 24), outline=GOLD, width=4)
    small = ImageFont.truetype(FONTS / "Tinos-Regular.ttf", 34)
    draw.text((EDGE, EDGE), _lines(words.above, small, 1)[0], font=small, fill=GOLD)
    lines, face = _title(words.title)
    top = EDGE + 80
    for line in lines:
        draw.text((EDGE, top), line, font=face, fill=WHITE)
        top += round(face.size * 1.25)
    draw.text((EDGE, HEIGHT - EDGE - 40), _lines(words.owner, small, 1)[0], font=small, fill=GOLD)
    held = io.BytesIO()
    picture.quantize(32).save(held, "PNG", optimize=True)
    return held.getvalue()


def _title(text: str) -> tuple[list[str], _Face]:
    """The title in as few lines as fit, the largest letters that do."""
    for size in (76, 64, 54):
        face = ImageFont.truetype(FONTS / "Tinos-Bold.ttf", size)
        lines = _lines(text, face, LINES + 1)
        if len(lines) * size * 1.25 <= HEIGHT - 2 * EDGE - 140:
            return lines, face
    return _lines(text, face, LINES), face


def _lines(text: str, face: _Face, most: int) -> list[str]:
    """The text broken at blanks to the width of the picture, an ellipsis where it had to be cut."""
    lines, room = [""], WIDTH - 2 * EDGE
    for word in text.split():
        grown = f"{lines[-1]} {word}".strip()
        if face.getlength(grown) <= room or not lines[-1]:
            lines[-1] = _cut(grown, face, room)
        elif len(lines) == most:
            lines[-1] = _cut(f"{grown} …", face, room)
            break
        else:
            lines.append(_cut(word, face, room))
    return lines


def _cut(line: str, face: _Face, room: int) -> str:
    """The line, or as much of it as fits."""
    if face.getlength(line) <= room:
        return line
    while line and face.getlength(f"{line}…") > room:
        line = line[:-1]
    return f"{line}…"
