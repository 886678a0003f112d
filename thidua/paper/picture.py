"""Pages of a PDF as pictures (ảnh trang): what a paper looks like before anybody opens it."""

from __future__ import annotations

from io import BytesIO

import pypdfium2


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has (số trang). Raises `pypdfium2.PdfiumError` when it is no PDF."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


def pages_in(data: bytes) -> int | None:
    """How many pages a file has that others made (số trang), None when it is no PDF, damaged, or locked."""
    try:
        return page_count(data) if data.startswith(b"%PDF-") else None
    except pypdfium2.PdfiumError:
        return None


def page_png(pdf: bytes, *, number: int, width: int = 900) -> bytes:
    """Page `number` (from 1) as PNG, `width` in pixels (ảnh một trang). Raises IndexError when there is no
    such page.
    """
    with pypdfium2.PdfDocument(pdf) as opened:
        opened.init_forms()  # else signatures, number and day of a signed paper are not drawn
        if not 1 <= number <= len(opened):
            raise IndexError(number)
        page = opened[number - 1]
        drawn = page.render(scale=width / page.get_width()).to_pil()
    kept = BytesIO()
    drawn.convert("RGB").quantize(64).save(kept, "PNG", optimize=True)
    return kept.getvalue()
