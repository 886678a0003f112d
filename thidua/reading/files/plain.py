"""Plain text and Markdown (.txt, .md)."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from thidua.reading.source import Line, Source, Unreadable
from thidua.vietnamese.text import nfc

MAX_LETTERS = 250_000  # some 100 pages
_WIDEST = 140  # a file with longer lines is not wrapped: one line is one paragraph
_WRAPPED = 0.3  # share of lines that reach the margin in a wrapped file


def decode(data: bytes) -> str:
    """Bytes as NFC text with plain line ends (giải mã); raises `Unreadable` when they are no Unicode text."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            "Tệp văn bản không dùng mã Unicode (UTF-8); hãy mở lại bằng Word hoặc Notepad và lưu với mã "
            "UTF-8."
        ) from error
    if "\x00" in text:
        raise Unreadable("Tệp không phải văn bản; hãy chọn đúng tệp kế hoạch.")
    if len(text) > MAX_LETTERS:
        raise Unreadable("Tệp văn bản quá dài, không giống một bản kế hoạch; hãy kiểm tra lại tệp.")
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n"))


def read_plain(name: str, data: bytes) -> Source:
    """Read .txt or .md (văn bản thường)."""
    text = decode(data)
    return Source(name, PurePath(name).suffix.lower().lstrip("."), text, tuple(lines_of(text)))


def lines_of(text: str, *, joiner: str = "\n") -> list[Line]:
    """The lines of a text with indent, page (form feeds) and the room left before the margin."""
    raws = text.split(joiner)
    margin = _margin([len(raw.rstrip()) for raw in raws if raw.strip()])
    lines, start, page = [], 0, 1
    for raw in raws:
        page += raw.count("\f")
        body = raw.rstrip()
        indent = len(body) - len(body.lstrip())
        room = None if margin is None else max(margin - len(body), 0)
        lines.append(Line(raw, start, page, indent, room))
        start += len(raw) + len(joiner)
    return lines


def _margin(widths: list[int]) -> int | None:
    """The right margin of a wrapped file; None when its lines are as long as their paragraphs."""
    if len(widths) < 8:
        return None
    widest = sorted(widths)[int(len(widths) * 0.95)]
    full = sum(width > widest * 0.85 for width in widths)
    return widest if 40 <= widest <= _WIDEST and full >= len(widths) * _WRAPPED else None
