"""Files as a reader finds them (đọc tệp đã tải)."""

import io
import re

import pypdfium2
from docx import Document
from openpyxl import load_workbook


def squeezed(words: str) -> str:
    """Words with single spaces between them."""
    return re.sub(r"\s+", " ", words)


def pdf_words(data: bytes) -> str:
    """The text layer of a PDF (chữ trong PDF)."""
    document = pypdfium2.PdfDocument(data)
    try:
        return squeezed(" ".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()


def docx_words(data: bytes) -> str:
    """Every word of a DOCX, tables included (chữ trong DOCX)."""
    body = Document(io.BytesIO(data)).element.body
    paragraphs = ("".join(text.text or "" for text in line.iter(f"{W}t")) for line in body.iter(f"{W}p"))
    return squeezed(" ".join(paragraphs))


def sheet_words(data: bytes) -> str:
    """Every cell of a workbook (chữ trong bảng tính)."""
    book = load_workbook(io.BytesIO(data), read_only=True)
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    words = squeezed(" ".join(str(cell) for row in rows for cell in row if cell is not None))
    book.close()
    return words


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
