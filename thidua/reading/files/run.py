"""The words of one paragraph of Word (chữ của một đoạn): fields, tracked changes, hidden text, old fonts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from lxml import etree

from thidua.reading.files.fonts import Face, Fonts
from thidua.reading.files.numbering import W
from thidua.vietnamese.legacy import from_font

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HIDDEN = {
    f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}p", f"{W}tbl", f"{W}txbxContent",
    f"{_COMPATIBLE}AlternateContent",
}  # fmt: skip
_SIGNS = {
    f"{W}tab": "    ", f"{W}ptab": "    ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",  # in an old font this is the letter ư
}  # fmt: skip
_BULLETS = {"F02D", "F076", "F0A7", "F0B7", "F0D2", "F0D8", "F0FC", "2022"}  # typed in a font of signs
_MAX_DEPTH = 150


def is_deleted(properties: etree._Element | None) -> bool:
    """Whether tracked changes take away what has these properties (đã xóa, đã chuyển đi)."""
    return properties is not None and any(
        properties.find(W + change) is not None for change in ("del", "moveFrom")
    )


class Wording:
    """The text of paragraphs as it is seen; a field may begin in one paragraph and end in another."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._fields: list[str] = []  # of each open field: in its "code" or in its "result"

    def of(self, paragraph: etree._Element) -> str:
        """The seen text of one paragraph."""
        face = self._fonts.of_paragraph(paragraph)
        pieces = [piece for piece in self._pieces(paragraph, face) if piece[1]]
        # A code that is still open here has no result to wait for in any file of an office.
        self._fields = [state for state in self._fields if state == "result"]
        # Adjacent pieces of one font are turned together: a letter of VNI may be cut in two.
        return "".join(
            self._seen(face, "".join(text for _, text in part))
            for face, part in groupby(pieces, key=itemgetter(0))
        )

    @staticmethod
    def _seen(face: Face, text: str) -> str:
        text = from_font(face.font, text).replace("\u00ad", "")
        return text.upper() if face.capitals else text

    def _pieces(self, element: etree._Element, face: Face, depth: int = 0) -> Iterator[tuple[Face, str]]:
        if depth > _MAX_DEPTH:
            return
        for child in element:
            if child.tag == f"{W}r":
                yield from self._run(child, self._fonts.of_run(child, face))
            elif child.tag not in _HIDDEN:
                yield from self._pieces(child, face, depth + 1)

    def _run(self, run: etree._Element, face: Face) -> Iterator[tuple[Face, str]]:
        for child in run:
            if child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif face.hidden or "code" in self._fields:
                continue
            elif child.tag == f"{W}t":
                yield face, child.text or ""
            elif child.tag in _SIGNS:
                yield face, _SIGNS[child.tag]
            elif child.tag == f"{W}sym" and child.get(f"{W}char", "").upper() in _BULLETS:
                yield face, "-"

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self._fields.append("code")
        elif mark == "separate" and self._fields:
            self._fields[-1] = "result"
        elif mark == "end" and self._fields:
            self._fields.pop()
