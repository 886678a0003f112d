"""A paper as a value (văn bản): written by a stage, printed as DOCX and PDF, frozen as JSON when it is
issued.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thidua.paper.arrange import arrange, piece_words
from thidua.paper.blocks import (
    Align,
    Appendix,
    Bar,
    Block,
    Chart,
    Column,
    Letterhead,
    PageBreak,
    Paragraph,
    Run,
    SignatureBlock,
    Signatures,
    Style,
    Table,
    Tidy,
    Urgency,
    article,
    bold,
    bullet,
    clause,
    ground,
    heading,
    italic,
    long_day,
    p,
    point,
)
from thidua.paper.snapshot import freeze, thaw

__all__ = [
    "Align", "Appendix", "Bar", "Block", "Chart", "Column", "Document", "Letterhead", "PageBreak",
    "Paragraph", "Run", "SignatureBlock", "Signatures", "Style", "Table", "Urgency", "article", "bold",
    "bullet", "clause", "ground", "heading", "italic", "long_day", "p", "point",
]  # fmt: skip


@dataclass(frozen=True)
class Document(Tidy):
    """An official paper (văn bản hành chính) as Nghị định 30/2020/NĐ-CP lays it out.

    `kind` is the id of the type (ke_hoach, quyet_dinh, cong_van, bien_ban …); `type_name` its name in
    capitals, "" for a letter, which has `letter_subject` ("V/v …") instead. A decision has `issuer_line`;
    after its grounds "QUYẾT ĐỊNH:" is printed. `urgency` is stamped below the number (mức độ khẩn). Grounds,
    addressees and recipients are given bare: ";" and "." are set when printing.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I và Phụ lục III.
    """

    kind: str
    letterhead: Letterhead
    type_name: str = ""
    summary: str = ""
    letter_subject: str = ""
    issuer_line: str = ""
    grounds: tuple[str, ...] = ()
    opening: str = ""
    body: tuple[Block, ...] = ()
    addressees: tuple[str, ...] = ()
    signature: SignatureBlock | Signatures | None = None
    recipients: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    landscape: bool = False
    end_mark: bool = True
    urgency: Urgency = ""

    @property
    def title(self) -> str:
        """The name of the paper in one line (tên văn bản): for lists and file properties."""
        return f"{self.type_name} {self.summary}".strip() or self.letter_subject

    def words(self) -> list[str]:
        """Every word of the paper in reading order (các chữ của văn bản); the DOCX and the PDF hold the
        same.
        """
        return [word for piece in arrange(self) for word in piece_words(piece)]

    def as_json(self) -> dict[str, Any]:
        """The paper as JSON data (ảnh chụp), every field written out."""
        data: dict[str, Any] = freeze(self)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Document:
        """The very paper that `as_json` wrote. Raises KeyError or TypeError when the data is something
        else.
        """
        paper = thaw(dict(data), _CLASSES)
        if not isinstance(paper, cls):
            raise TypeError("Dữ liệu không phải là một văn bản.")
        return paper


_CLASSES: dict[str, type[Any]] = {
    made.__name__: made
    for made in (
        Appendix, Bar, Chart, Column, Document, Letterhead, PageBreak, Paragraph, Run, SignatureBlock,
        Signatures, Table,
    )
}  # fmt: skip
