"""Tệp mẫu dựng tại chỗ: DOCX, PDF, bảng tính."""

from __future__ import annotations

import io
import zipfile
from contextlib import closing

import pypdfium2
import typst
from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERING = f"""<w:numbering xmlns:w="{W}">
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4)"/></w:lvl>
 <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
 <w:lvl w:ilvl="5"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:styleId="Gach"><w:pPr><w:numPr><w:ilvl w:val="4"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Thuong"/>
</w:styles>"""


def zipped(**parts: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str, **parts: str | bytes) -> bytes:
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(
        **{"word/document.xml": document, "word/numbering.xml": NUMBERING, "word/styles.xml": STYLES} | parts
    )


def p(text: str, *, level: int | None = None, style: str = "") -> str:
    number = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(markup: str) -> bytes:
    return typst.compile(markup.encode(), format="pdf")


def locked_pdf() -> bytes:
    """A small PDF behind a password: the owner and user entries fit no password at all."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >>",
    ]
    return numbered_objects(objects, b"/Encrypt 4 0 R /ID [(aaaaaaaaaaaaaaaa) (aaaaaaaaaaaaaaaa)]")


def numbered_objects(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(out))
    )


def _stream(content: str, more: str = "") -> bytes:
    return f"<< /Length {len(content)} {more} >>\nstream\n{content}\nendstream".encode()


def stamped_pdf(
    content: str, stamps: list[tuple[str, int, int]], *, kind: str = "FreeText", turn: int = 0
) -> bytes:
    """A page of 600 x 400 points in plain Helvetica, and words stamped on at (left, bottom) afterwards."""
    first = 6
    notes = " ".join(f"{first + 2 * place} 0 R" for place in range(len(stamps)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Rotate {turn} /Contents 4 0 R "
        f"/Resources << /Font << /F 5 0 R >> >> /Annots [{notes}] >>".encode(),
        _stream(content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for place, (text, left, bottom) in enumerate(stamps):
        box = "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 5 0 R >> >>"
        objects += [
            f"<< /Type /Annot /Subtype /{kind} /Rect [{left} {bottom} {left + 200} {bottom + 20}] /F 4 "
            f"/Contents ({text}) /AP << /N {first + 2 * place + 1} 0 R >> >>".encode(),
            _stream(f"BT /F 12 Tf 0 4 Td ({text}) Tj ET", box),
        ]
    return numbered_objects(objects)


def words_at(*words: tuple[str, int, int]) -> str:
    """The content of a page: each word at (left, bottom)."""
    return " ".join(f"BT /F 12 Tf {left} {bottom} Td ({text}) Tj ET" for text, left, bottom in words)


def photo(markup: str, *, ppi: int = 150, kind: str = "PNG") -> bytes:
    """A picture of a page drawn from invented text."""
    drawn = typst.compile(markup.encode(), format="png", ppi=ppi)
    out = io.BytesIO()
    Image.open(io.BytesIO(drawn)).convert("RGB").save(out, kind)
    return out.getvalue()


def merged(*files: bytes) -> bytes:
    """One PDF of the pages of several."""
    out = io.BytesIO()
    with closing(pypdfium2.PdfDocument.new()) as whole:
        for file in files:
            with closing(pypdfium2.PdfDocument(file)) as part:
                whole.import_pages(part)
        whole.save(out)
    return out.getvalue()


def scanned(*pages: bytes, kind: str = "PDF") -> bytes:
    """A scan of several pages: pictures in a PDF or TIFF."""
    first, *rest = (Image.open(io.BytesIO(page)).convert("RGB") for page in pages)
    out = io.BytesIO()
    first.save(out, kind, save_all=True, append_images=rest, resolution=150)
    return out.getvalue()
