"""Word files (.docx): paragraphs and rows of tables in reading order, with the marks of automatic numbering.

Read from the XML itself as it would be with all changes accepted: what was deleted or moved away is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from thidua.reading.files.archive import Archive
from thidua.reading.files.fonts import Fonts, load_fonts
from thidua.reading.files.kinds import MEGABYTE
from thidua.reading.files.numbering import Numbering, W, load_numbering, properties_of
from thidua.reading.files.plain import MAX_LETTERS, placed
from thidua.reading.files.run import Wording, is_deleted
from thidua.reading.source import Source, Unreadable
from thidua.vietnamese.legacy import composed, to_unicode

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}tblPr", f"{W}trPr", f"{W}tcPr"}
_OFFICE = "/officeDocument"
_MAX_DEPTH = 150
_MAX_PART = 16 * MEGABYTE  # 300 pages with all their settings have 10
_LEAST = 20  # letters that even an empty paragraph counts, so that a million of them is not read to the end


def read_docx(name: str, data: bytes) -> Source:
    """Read .docx (tệp Word); raises `Unreadable` when it is damaged, locked or no Word file."""
    archive = Archive(data, max_part=_MAX_PART)
    main = _main_part(archive)
    root = archive.xml(main)
    folder = main.rpartition("/")[0]
    numbering, styles = (
        archive.xml(part) if part in archive.names else None
        for part in (f"{folder}/numbering.xml", f"{folder}/styles.xml")
    )
    book = _Book(load_numbering(numbering, styles), load_fonts(styles))
    lines: list[str] = []
    book.read(root, lines)
    lines += [book.held] if book.held else []
    text = to_unicode(composed("\n".join(lines)))
    return Source(name, "docx", text, tuple(placed(text.split("\n"))))


def _main_part(archive: Archive) -> str:
    """The part with the text; Word calls it word/document.xml, some programs otherwise."""
    if "word/document.xml" in archive.names:
        return "word/document.xml"
    links = archive.xml("_rels/.rels") if "_rels/.rels" in archive.names else ()
    for link in links:
        part = str(link.get("Target", "")).lstrip("/")
        if link.get("Type", "").endswith(_OFFICE) and part.startswith("word/") and part in archive.names:
            return part
    raise Unreadable("Tệp .docx này không phải văn bản Word; hãy mở đúng tệp kế hoạch và lưu thành .docx.")


class _Book:
    """The body of a document being read; `held` is the text of a paragraph whose end was deleted."""

    def __init__(self, numbering: Numbering, fonts: Fonts) -> None:
        self._numbering = numbering
        self._wording = Wording(fonts)
        self.held = ""
        self._letters = 0

    def read(self, elements: Iterable[etree._Element], lines: list[str], depth: int = 0) -> None:
        """Add the lines of a body, a cell or a frame."""
        if depth > _MAX_DEPTH:
            return
        for child in elements:
            if child.tag == f"{W}p":
                self._paragraph(child, lines, depth)
            elif child.tag == f"{W}tr":
                self._row(child, lines, depth)
            elif child.tag == f"{_COMPATIBLE}AlternateContent":
                self.read(child[:1], lines, depth + 1)  # the first is the choice of today's Word
            elif child.tag not in _GONE:
                self.read(child, lines, depth + 1)

    def _paragraph(self, paragraph: etree._Element, lines: list[str], depth: int) -> None:
        text = self._counted(self._wording.of(paragraph))
        properties = properties_of(paragraph)
        if properties is not None and is_deleted(properties.find(f"{W}rPr")):
            self.held = text
        else:
            self.held = ""
            mark = self._numbering.mark(paragraph)
            # An empty paragraph shows no mark in Word's reading view, but still counts.
            lines += ((mark if text.strip() else "") + text).split("\n")
        if next(paragraph.iter(f"{W}txbxContent"), None) is not None:
            self.read(paragraph, lines, depth + 1)  # frames anchored here

    def _counted(self, text: str) -> str:
        """The text with what is held before it; raises `Unreadable` once the document is too long."""
        self._letters += max(len(text), _LEAST)
        if self._letters > MAX_LETTERS:
            raise Unreadable(
                "Tệp Word quá dài, không giống một bản kế hoạch; hãy tách riêng kế hoạch rồi gửi lại."
            )
        return self.held + text

    def _row(self, row: etree._Element, lines: list[str], depth: int) -> None:
        """A row of a table: on one line when every cell has one line at most, otherwise cell by cell."""
        if is_deleted(row.find(f"{W}trPr")):
            return
        cells: list[list[str]] = []
        for cell in _cells(row):
            cells.append([])
            self.read(cell, cells[-1], depth + 1)
        full = [[line for line in cell if line.strip()] for cell in cells]
        if all(len(cell) <= 1 for cell in full):
            lines.append(" | ".join(cell[0] for cell in full if cell))
        else:
            lines += [line for cell in cells for line in cell]


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, also those inside content controls."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag == f"{W}sdt":
            yield from child.iterfind(f"{W}sdtContent/{W}tc")
