"""Plain text and Markdown (.txt, .md)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import PurePath

from thidua.reading.source import Line, Source, Unreadable
from thidua.vietnamese.legacy import code_of, composed, is_syllable, to_unicode

MAX_LETTERS = 800_000  # some 300 pages
_WIDEST = 140  # a file with longer lines is not wrapped: one line is one paragraph
_MARKED_WORD = re.compile(r"[^\W\d_]*[^\W\d_a-zA-Z][^\W\d_]*")
_MOST_WORDS = 500
_LEAST_WORDS, _LEAST_SHARE = 3, 0.8  # fewer words tell nothing of an old code
_WRAPPED = 0.3  # share of lines that reach the margin in a wrapped file


def decode(data: bytes) -> str:
    """Bytes as NFC text with plain line ends (giải mã); raises `Unreadable` when they are no text.

    UTF-8, UTF-16, and the old codes of the country: CP1258, TCVN3 and VNI.
    """
    text = _unicode(data)
    if text is None:
        text = _old(data)
    if "\x00" in text:
        raise Unreadable("Tệp không phải văn bản; hãy chọn đúng tệp kế hoạch.")
    if len(text) > MAX_LETTERS:
        raise Unreadable("Tệp văn bản quá dài, không giống một bản kế hoạch; hãy kiểm tra lại tệp.")
    return to_unicode(composed(text.replace("\r\n", "\n").replace("\r", "\n")))


def _unicode(data: bytes) -> str | None:
    """The text when it is Unicode; a last letter that was cut off is left out."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        cut = error.end == len(data) and error.reason in ("unexpected end of data", "truncated data")
        return _unicode(data[: error.start]) if cut and error.start else None


def _old(data: bytes) -> str:
    """The text in one of the old codes, when its words are Vietnamese in that code."""
    western = data.decode("cp1252", "replace")
    if code_of(western):
        return western
    text = composed(data.decode("cp1258", "replace"))
    words = [hit.group() for hit in islice(_MARKED_WORD.finditer(text), _MOST_WORDS)]
    if len(words) < _LEAST_WORDS or sum(map(is_syllable, words)) < len(words) * _LEAST_SHARE:
        raise Unreadable(
            "Tệp văn bản không dùng mã Unicode (UTF-8); hãy mở lại bằng Word hoặc Notepad và lưu với mã "
            "UTF-8."
        )
    return text


def read_plain(name: str, data: bytes) -> Source:
    """Read .txt or .md (văn bản thường)."""
    text = decode(data)
    return Source(name, PurePath(name).suffix.lower().lstrip("."), text, tuple(lines_of(text)))


def placed(texts: Iterable[str]) -> Iterator[Line]:
    """Texts that will stand one below the other, each with its offset (dòng có vị trí)."""
    start = 0
    for text in texts:
        yield Line(text, start)
        start += len(text) + 1


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
