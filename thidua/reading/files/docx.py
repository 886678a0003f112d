"""Word files (.docx): paragraphs and table cells in reading order, with the marks of automatic numbering.

Read from the XML itself: text that was deleted in a tracked change is left out, inserted text is kept, and
text in
frames is read once.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from thidua.reading.files.archive import Archive
from thidua.reading.files.numbering import Numbering, W, load_numbering
from thidua.reading.files.plain import MAX_LETTERS
from thidua.reading.source import Line, Source, Unreadable
from thidua.vietnamese.text import nfc

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HIDDEN = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}pPr",
    f"{W}rPr",
    f"{W}instrText",
    f"{W}p",
    f"{W}txbxContent",
    _FALLBACK,
}
_SIGNS = {f"{W}tab": "    ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_MAX_DEPTH = 200


def read_docx(name: str, data: bytes) -> Source:
    """Read .docx (tệp Word); raises `Unreadable` when it is damaged, locked or no Word file."""
    archive = Archive(data)
    if "word/document.xml" not in archive.names:
        raise Unreadable(
            "Tệp .docx này không phải văn bản Word; hãy mở đúng tệp kế hoạch và lưu thành .docx."
        )
    root = archive.xml("word/document.xml")
    parts = [
        archive.xml(p) if p in archive.names else None for p in ("word/numbering.xml", "word/styles.xml")
    ]
    numbering = load_numbering(*parts)
    texts: list[str] = []
    for paragraph in _paragraphs(root):
        texts += nfc(numbering_mark(numbering, paragraph) + _text(paragraph)).split("\n")
    text, lines, start = "\n".join(texts), [], 0
    if len(text) > MAX_LETTERS:
        raise Unreadable(
            "Tệp Word quá dài, không giống một bản kế hoạch; hãy tách riêng kế hoạch rồi gửi lại."
        )
    for one in texts:
        lines.append(Line(one, start))
        start += len(one) + 1
    return Source(name, "docx", text, tuple(lines))


def numbering_mark(numbering: Numbering, paragraph: etree._Element) -> str:
    """The automatic mark of a paragraph; an empty paragraph shows none in Word's reading view, but still
    counts."""
    mark = numbering.mark(paragraph)
    return mark if _text(paragraph).strip() else ""


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """All paragraphs that are seen, in the order of the file: cells row by row, frames where they are
    anchored."""
    for paragraph in root.iter(f"{W}p"):
        above = next(paragraph.iterancestors(_FALLBACK, f"{W}moveFrom"), None)
        if above is None:
            yield paragraph


def _text(element: etree._Element, depth: int = 0) -> str:
    """The seen text of one paragraph."""
    pieces = []
    for child in element:
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        elif child.tag not in _HIDDEN and depth < _MAX_DEPTH:
            pieces.append(_text(child, depth + 1))
    return "".join(pieces)
