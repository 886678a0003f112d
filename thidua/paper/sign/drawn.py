"""A page that the typesetter drew, as what a field of another file shows (hình trong ô của tệp)."""

from __future__ import annotations

import io

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader


class DrawnPage(PdfContent):
    """The one page of a small PDF (trang vẽ sẵn), taken over with its fonts and pictures."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        """The commands that show it."""
        shown = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        left, bottom, right, top = (float(value) for value in shown.get_object()["/BBox"])
        self.resources.xobject["/Drawn"] = shown
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Drawn Do"
