"""PDF files (.pdf): lines with columns and indents by the position of the letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from thidua.reading.files.kinds import Scanned
from thidua.reading.files.layout import Run, laid_out
from thidua.reading.files.pdf_page import page_runs
from thidua.reading.files.plain import MAX_LETTERS
from thidua.reading.files.streams import check_streams
from thidua.reading.files.tesseract import can_recognise
from thidua.reading.source import Source, Unreadable

MAX_PAGES = 300
SCAN = (
    "Tệp PDF là bản quét, không có lớp chữ; hãy gửi bản .docx, hoặc PDF xuất thẳng từ Word, hoặc để máy nhận "
    "dạng chữ từng trang."
)
_LEAST = 20  # a scan has at most a stray letter or a page number
_TELLING = 200  # letters from which on a Vietnamese text without any mark is none
_LEAST_MARKED = 0.03  # share of letters with a Vietnamese mark; written text has 0,2 and more
_LOST = 0.2  # share of letters that a broken font turns into nothing
_BLANK = re.compile(r"\s")
_NOTHING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff]|[\ue000-\uefff]")
_MARKED = re.compile(r"[\u00a1-\u1ef9]")  # also the codes of TCVN3 and VNI
_COVER = 0.5  # share of the page under one picture


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The open PDF (mở PDF); raises `Unreadable` when it is locked, damaged, too long or a bomb."""
    check_streams(data)
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            if len(document) > MAX_PAGES:
                raise Unreadable(
                    f"Tệp PDF có {len(document)} trang, quá dài; hãy tách riêng kế hoạch (tối đa {MAX_PAGES} "
                    f"trang)."
                )
            yield document
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("Tệp PDF được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.") from error
        raise Unreadable("Tệp PDF bị hỏng, không mở được; hãy xuất lại PDF từ Word rồi gửi lại.") from error


def read_pdf(name: str, data: bytes) -> Source:
    """Read .pdf (tệp PDF).

    Raises `Unreadable` when it is locked, damaged or too long, `Scanned` when most of its pages are pictures,
    or a few are and their letters can be recognised here.
    """
    runs: list[Run] = []
    letters = wanting = 0
    with opened(data) as document:
        pages = len(document)
        for number in range(pages):
            page = list(page_runs(document, number))
            letters += sum(len(run.text) for run in page)
            if letters > MAX_LETTERS:
                raise Unreadable(
                    "Tệp PDF có quá nhiều chữ, không giống một bản kế hoạch; hãy kiểm tra lại tệp."
                )
            wanting += is_wanting(document, number, page)
            runs += page
    few = sum(len(run.text.strip()) for run in runs) < _LEAST
    if few or wanting * 2 > pages or (wanting and can_recognise()):
        raise Scanned(SCAN)
    return laid_out(name, "pdf", runs, pages=pages)


def is_wanting(document: pypdfium2.PdfDocument, number: int, runs: list[Run]) -> bool:
    """Whether the text of a page is no text to go by (thiếu lớp chữ): none at all, letters lost by a broken
    font, or the guess of a scanner that knows no Vietnamese, laid under its picture.
    """
    text = "".join(run.text for run in runs)
    signs = len(text) - len(_BLANK.findall(text))
    if signs < _LEAST:
        return _is_covered(document, number)
    if len(_NOTHING.findall(text)) > signs * _LOST:
        return True
    marked = len(_MARKED.findall(text))
    return signs > _TELLING and marked < signs * _LEAST_MARKED and _is_covered(document, number)


def _is_covered(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Whether one picture covers most of a page."""
    with closing(document[number]) as page:
        width, height = page.get_size()
        for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
            left, bottom, right, top = picture.get_bounds()
            if (right - left) * (top - bottom) > width * height * _COVER:
                return True
    return False
