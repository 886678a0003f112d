"""Scans and photos (bản quét, ảnh chụp): read page by page, so that long work can be watched and stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath

from thidua.reading.files.layout import Run, laid_out
from thidua.reading.files.pdf import is_wanting, opened
from thidua.reading.files.pdf_page import page_runs
from thidua.reading.files.picture import is_picture, page_count, page_image
from thidua.reading.files.tesseract import NOT_INSTALLED, can_recognise, recognised
from thidua.reading.source import Source, Unreadable


def scan_pages(name: str, data: bytes) -> int:
    """How many pages are to be read (số trang sẽ nhận dạng); raises `Unreadable` for a file that is none or
    when nothing here can read it.
    """
    pages = page_count(name, data)
    if not can_recognise():
        raise Unreadable(NOT_INSTALLED)
    return pages


def read_page(name: str, data: bytes, page: int) -> list[Run]:
    """The lines of page `page`, from 1 (đọc một trang): the text layer where it is good, else recognised.

    Raises `Unreadable` when the picture cannot be opened or the recogniser fails.
    """
    if not is_picture(name):
        with opened(data) as document:
            runs = list(page_runs(document, page - 1)) if 1 <= page <= len(document) else []
            if runs and not is_wanting(document, page - 1, runs):
                return runs
    return recognised(page_image(name, data, page), page)


def scan_source(name: str, pages: Iterable[list[Run]]) -> Source:
    """The pages of a scan as one source (văn bản nguồn); each line keeps page, place and confidence."""
    read = list(pages)
    runs = [run for page in read for run in page]
    if not any(run.text.strip() for run in runs):
        raise Unreadable("Không nhận ra chữ nào trong ảnh; hãy quét lại rõ hơn (300 dpi, thẳng, đủ sáng).")
    return laid_out(name, PurePath(name).suffix.lower().lstrip("."), runs, pages=len(read))


def read_scan(name: str, data: bytes, *, told: Callable[[int, int], None]) -> Source:
    """Read a whole scan or photo (đọc bản quét); `told` hears of each page: how many are done, of how many.

    Raises `Unreadable` with a Vietnamese sentence.
    """
    pages = scan_pages(name, data)
    read = []
    for page in range(1, pages + 1):
        read.append(read_page(name, data, page))
        told(page, pages)
    return scan_source(name, read)
