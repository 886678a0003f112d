"""A paper as DOCX (bản Word của văn bản): named styles, Times New Roman, the same words and places as
the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from thidua.paper import layout, wordxml
from thidua.paper.arrange import NewSection, arrange
from thidua.paper.model import Document
from thidua.paper.pdf import spacing_for

_TEXT = "word/document.xml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTY = 255  # letters that a property of the file may have
_UNDATED = datetime(2020, 1, 1)  # noqa: DTZ001 - the file property has no zone


def write_docx(document: Document) -> bytes:
    """Print the paper as DOCX. Equal papers give equal bytes: the file's own time is the day of the paper."""
    file = docx.Document()
    _drop_thumbnail(file)
    _properties(file, document)
    _styles(file, spacing=spacing_for(document))
    header = _page_number(file)
    written = (
        f"<w:document {nsdecls('w', 'r')}><w:body>{''.join(_content(document, header))}</w:body></w:document>"
    )
    return _packed(file, document_xml=written)


def _content(document: Document, header: str) -> Iterator[str]:
    """The XML of the sections in turn; all but the last end in a paragraph that carries the page settings."""
    landscape = document.landscape
    for piece in arrange(document):
        if isinstance(piece, NewSection):
            yield wordxml.section_end(landscape=landscape, header=header)
            landscape = piece.landscape
        else:
            yield wordxml.piece(piece, width_mm=layout.text_width_mm(landscape=landscape))
    yield wordxml.section(landscape=landscape, header=header)


def _drop_thumbnail(file: Any) -> None:
    """The library's blank file carries a picture of some other page; a folder would show it as ours."""
    rels = file.part.package.rels
    for rel_id in [key for key, rel in rels.items() if rel.reltype == RT.THUMBNAIL]:
        rels.pop(rel_id)


def _properties(file: Any, document: Document) -> None:
    made = _UNDATED
    if document.letterhead.day:
        made = datetime.combine(document.letterhead.day, datetime.min.time())
    core = file.core_properties
    author = " ".join(document.letterhead.body)
    core.title, core.author, core.language = document.title[:_PROPERTY], author[:_PROPERTY], "vi-VN"
    core.created = core.modified = made
    core.last_modified_by, core.comments, core.revision = core.author, "", 1


def _styles(file: Any, *, spacing: float) -> None:
    sheet = file.styles.element
    for fonts in sheet.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), wordxml.FONT)
    for gaps in sheet.find(qn("w:docDefaults")).iter(qn("w:spacing")):
        gaps.attrib.clear()
    for language in sheet.iter(qn("w:lang")):
        for script in ("val", "eastAsia"):
            language.set(qn(f"w:{script}"), "vi-VN")
    for role, look in layout.looks(spacing).items():
        sheet.append(parse_xml(wordxml.style(role, look)))
    compat = f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
    compat += 'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    settings = file.settings.element
    held = settings.find(qn("w:compat"))
    settings.replace(held, parse_xml(compat))


def _page_number(file: Any) -> str:
    """Write the header with the page number and return its id; sections hide it on their first page."""
    section = file.sections[0]
    paragraph = section.header.paragraphs[0]._p
    paragraph.getparent().replace(paragraph, parse_xml(wordxml.page_number()))
    return str(section._sectPr.find(qn("w:headerReference")).get(qn("r:id")))


def _packed(file: Any, *, document_xml: str) -> bytes:
    """The file with every part dated alike, so that only content makes a difference. The text goes in as it
    was written: moving thousands of rows into the library's tree takes it a minute.
    """
    loose, packed = BytesIO(), BytesIO()
    file.save(loose)
    with ZipFile(loose) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = _DECLARED + document_xml if name == _TEXT else source.read(name)
            target.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return packed.getvalue()


def docx_paragraphs(content: bytes) -> list[str]:
    """The paragraphs of a Word file in reading order, cells of tables included (các đoạn của tệp Word)."""
    with ZipFile(BytesIO(content)) as file:
        root = parse_xml(file.read(_TEXT))
    return [_text(paragraph) for paragraph in root.iter(qn("w:p"))]


def read_docx_words(content: bytes) -> list[str]:
    """Every word of a Word file in reading order (các chữ của tệp Word), without headers and footers."""
    return " ".join(docx_paragraphs(content)).split()


def _text(paragraph: Any) -> str:
    parts = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
    return "".join(part.text or "" if part.tag == qn("w:t") else " " for part in parts)
