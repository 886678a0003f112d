"""PDF files with a text layer (.pdf): lines with columns and indents by the position of the letters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2

from thidua.reading.files.plain import MAX_LETTERS
from thidua.reading.source import Line, Source, Unreadable
from thidua.vietnamese.text import nfc

MAX_PAGES = 200
_GAP = 3.0  # a gap wider than so many letters parts two columns
_LEAST = 20  # a scan has at most a stray letter or a page number


@dataclass(frozen=True)
class _Run:
    """A line of the page: text, left and right edge, height of its base, in points."""

    text: str
    left: float
    right: float
    base: float
    page: int


def read_pdf(name: str, data: bytes) -> Source:
    """Read .pdf (tệp PDF); raises `Unreadable` when it is locked, damaged, too long or only a scan."""
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            pages = len(document)
            if pages > MAX_PAGES:
                raise Unreadable(
                    f"Tệp PDF có {pages} trang, quá dài; hãy tách riêng kế hoạch (tối đa {MAX_PAGES} trang)."
                )
            runs = list(_runs(document))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("Tệp PDF được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.") from error
        raise Unreadable("Tệp PDF bị hỏng, không mở được; hãy xuất lại PDF từ Word rồi gửi lại.") from error
    if sum(len(run.text.strip()) for run in runs) < _LEAST:
        raise Unreadable(
            "Tệp PDF là bản quét, không có lớp chữ; hãy gửi bản .docx, hoặc PDF xuất thẳng từ Word."
        )
    return _laid_out(name, runs, pages)


def _runs(document: pypdfium2.PdfDocument) -> Iterator[_Run]:
    letters = 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as words:
            count = words.count_chars()
            letters += count
            if letters > MAX_LETTERS:
                raise Unreadable(
                    "Tệp PDF có quá nhiều chữ, không giống một bản kế hoạch; hãy kiểm tra lại tệp."
                )
            yield from _page_runs(words, count, number + 1)


def _page_runs(words: pypdfium2.PdfTextPage, count: int, page: int) -> Iterator[_Run]:
    """The lines of a page in the order in which the PDF draws them."""
    text = words.get_text_range(0, count) if count else ""
    # Letters outside the first plane count once in the PDF and once in Python, so positions agree unless
    # text is lost.
    if len(text) != count:
        for line in text.splitlines():
            yield _Run(line, 0.0, 0.0, 0.0, page)
        return
    start = 0
    for line in text.split("\r\n"):
        if line.strip():
            yield _spaced(words, line, start, page)
        else:
            yield _Run("", 0.0, 0.0, 0.0, page)
        start += len(line) + 2


def _spaced(words: pypdfium2.PdfTextPage, line: str, start: int, page: int) -> _Run:
    """One line with wide gaps between columns written as three blanks."""
    boxes = [words.get_charbox(start + place, loose=True) for place in range(len(line))]
    solid = [box for box, letter in zip(boxes, line, strict=True) if not letter.isspace()]
    left, right = min(box[0] for box in solid), max(box[2] for box in solid)
    width = max((right - left) / max(len(line), 1), 0.1)
    pieces, edge = [], left
    for letter, box in zip(line, boxes, strict=True):
        if letter.isspace():
            pieces.append(" ")
            continue
        if box[0] - edge > _GAP * width:
            pieces.append("   ")
        pieces.append(letter)
        edge = box[2]
    return _Run("".join(pieces).rstrip(), left, right, solid[0][1], page)


def _laid_out(name: str, runs: list[_Run], pages: int) -> Source:
    placed = [run for run in runs if run.right > run.left]
    margin_left = min((run.left for run in placed), default=0.0)
    margin_right = max((run.right for run in placed), default=0.0)
    letters = sum(len(run.text) for run in placed)
    width = max(sum(run.right - run.left for run in placed) / max(letters, 1), 0.1)
    lines, start = [], 0
    for run in runs:
        text = nfc(run.text)
        known = run.right > run.left
        indent = round((run.left - margin_left) / width) if known else 0
        room = max(round((margin_right - run.right) / width), 0) if known else None
        lines.append(Line(text, start, run.page, indent, room))
        start += len(text) + 1
    return Source(name, "pdf", "\n".join(line.text for line in lines), tuple(lines), pages)
