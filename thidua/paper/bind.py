"""Files printed part by part, bound into one (đóng tập)."""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import closing

import pypdfium2


def with_pages(pdf: bytes, more: bytes) -> bytes:
    """The file with the pages of another behind its own (nối trang); what is said of the whole file stays."""
    out = io.BytesIO()
    with closing(pypdfium2.PdfDocument(pdf)) as first, closing(pypdfium2.PdfDocument(more)) as second:
        first.import_pages(second)
        first.save(out)
    return out.getvalue()


def bound(pdfs: Iterable[bytes]) -> bytes:
    """All files as one to print (đóng thành một tập), in their order; drawn as they look, signatures too."""
    out = io.BytesIO()
    with closing(pypdfium2.PdfDocument.new()) as whole:
        for data in pdfs:
            with closing(pypdfium2.PdfDocument(data)) as one:
                whole.import_pages(one)
        whole.save(out)
    return out.getvalue()
