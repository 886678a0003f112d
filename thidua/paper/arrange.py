"""The order of a paper on the sheet (bố cục văn bản): a Document becomes pieces that both printers set one
after another.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I mục IV (sơ đồ) và Phụ lục III (mẫu).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from thidua.paper.blocks import (
    Block,
    Chart,
    PageBreak,
    Paragraph,
    Run,
    SignatureBlock,
    Signatures,
    Table,
)

if TYPE_CHECKING:
    from thidua.paper.model import Document

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
END_MARK = "./."
SIGNING_ROOM_MM = 24.0
NOTE_MM = 5.3
FOOT_ROOM = 12.0
LETTERHEAD_SHARES = (0.42, 0.58)
FOOT_SHARES = (0.45, 0.55)
# Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.2: lengths of the frames, all 8 mm high.
URGENCY_MM = {"KHẨN": 20.0, "THƯỢNG KHẨN": 40.0, "HỎA TỐC": 30.0}
RUNNING = ("body", "article", "clause", "point", "bullet", "left")


@dataclass(frozen=True)
class Line:
    """One line or paragraph (dòng chữ): `role` names its look in the table of layout.py, `keep` ties it
    to the next.
    """

    role: str
    runs: tuple[Run, ...]
    keep: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Rule:
    """A drawn line under a text (đường kẻ): as long as `share` of that text, with `after` points of room
    below.
    """

    under: Line
    share: float
    after: float = 3


@dataclass(frozen=True)
class Gap:
    """Empty room (khoảng trống) in millimetres."""

    mm: float


@dataclass(frozen=True)
class Stamp:
    """A red frame with a mark (dấu chỉ mức độ khẩn): its length and height in millimetres."""

    mark: Line
    width_mm: float
    height_mm: float = 8


@dataclass(frozen=True)
class SideBySide:
    """Columns without borders (cột song song): `shares` of the text width, `before` points of room above."""

    columns: tuple[tuple[Line | Rule | Gap | Stamp, ...], ...]
    shares: tuple[float, ...]
    before: float = 0


@dataclass(frozen=True)
class LastTable:
    """The table that ends the text (bảng cuối): its last row stays with the signature on one page."""

    table: Table


@dataclass(frozen=True)
class NewSection:
    """A new sheet with page numbers of its own (phần mới): an appendix."""

    landscape: bool


Piece = Line | Rule | Gap | SideBySide | Table | LastTable | Chart | PageBreak | NewSection


def line(role: str, text: str) -> Line:
    """A line of plain text in the look `role`."""
    return Line(role, (Run(text),))


def arrange(document: Document) -> list[Piece]:
    """The pieces of the paper in reading order (thứ tự các thành phần)."""
    text = list(_body(document.body, end_mark=document.end_mark))
    foot = list(_foot(document))
    pieces: list[Piece] = [
        *_letterhead(document),
        *_title(document),
        *_addressees(document.addressees),
        *_preamble(document),
        *(_tied(text) if foot else text),
        *foot,
    ]
    for index, appendix in enumerate(document.appendices, start=1):
        pieces.append(NewSection(appendix.landscape))
        if appendix.label:
            pieces.append(line("appendix_label", appendix.label))
        pieces.append(line("appendix_title", appendix.title))
        if appendix.reference:
            reference = line("appendix_reference", appendix.reference)
            pieces += [reference, Rule(reference, 0.4, after=8)]
        pieces += _body(appendix.blocks, end_mark=document.end_mark and index == len(document.appendices))
    return pieces


def piece_words(piece: Piece | Stamp) -> list[str]:
    """The words of one piece in reading order."""
    match piece:
        case Line():
            return piece.text.split()
        case SideBySide():
            return [word for column in piece.columns for part in column for word in piece_words(part)]
        case Stamp():
            return piece.mark.text.split()
        case LastTable():
            return piece_words(piece.table)
        case Chart():
            said = (piece.caption, *(text for bar in piece.bars for text in (bar.label, bar.says)))
            return [word for text in said for word in text.split()]
        case Table():
            head = tuple(column.title for column in piece.columns)
            rows = ((piece.caption,), head, *piece.rows, piece.total_row or ())
            return [word for row in rows for cell in row for word in cell.split()]
        case _:
            return []


def bare(text: str) -> str:
    """A listed item without its own dash and closing mark, so that the list can set them."""
    return text.strip().removeprefix("-").lstrip().rstrip(";., ")


def listed(items: tuple[str, ...], *, dash: str = "- ") -> list[str]:
    """Items as the decree closes them (liệt kê): each with ";", the last with "."."""
    last = len(items) - 1
    return [f"{dash}{bare(item)}{'.' if index == last else ';'}" for index, item in enumerate(items)]


def _letterhead(document: Document) -> Iterator[Piece]:
    head = document.letterhead
    issuer = [line("parent", head.parent)] if head.parent else []
    issuer += [line("issuer", name) for name in head.body]
    motto = line("tieu_ngu", TIEU_NGU)
    under: list[Line | Rule | Gap | Stamp] = [Rule(issuer[-1], 0.4)] if issuer else []
    nation = (line("quoc_hieu", QUOC_HIEU), motto, Rule(motto, 1.0))
    yield SideBySide(((*issuer, *under), nation), LETTERHEAD_SHARES)
    left: list[Line | Rule | Gap | Stamp] = [line("number", head.number_line)] if head.show_number else []
    if document.letter_subject:
        left.append(line("letter_subject", document.letter_subject))
    if document.urgency:
        left += [Gap(2), Stamp(line("urgency", document.urgency), URGENCY_MM[document.urgency])]
    right = (line("place_date", head.place_line),) if head.show_place_date else ()
    if left or right:
        yield SideBySide((tuple(left), right), LETTERHEAD_SHARES, before=5)


def _title(document: Document) -> Iterator[Piece]:
    if document.type_name:
        yield line("type_name", document.type_name)
    if document.summary:
        summary = line("summary", document.summary)
        yield summary
        yield Rule(summary, 0.4, after=10)
    elif document.type_name:
        yield Gap(3)


def _addressees(addressees: tuple[str, ...]) -> Iterator[Piece]:
    if len(addressees) == 1:
        yield line("addressee_only", f"Kính gửi: {bare(addressees[0])}")
    elif addressees:
        yield line("addressee_head", "Kính gửi:")
        yield from (line("addressee", text) for text in listed(addressees))
        yield Gap(4)


def _preamble(document: Document) -> Iterator[Piece]:
    if document.issuer_line:
        yield line("issuer_line", document.issuer_line)
    yield from (line("ground", text) for text in listed(document.grounds, dash=""))
    if document.opening:
        yield line("body", document.opening)
    if document.issuer_line:
        yield line("enacting", f"{document.type_name}:")


def _body(blocks: tuple[Block, ...], *, end_mark: bool) -> Iterator[Piece]:
    closed = blocks
    if end_mark and blocks and isinstance(blocks[-1], Paragraph) and blocks[-1].style in RUNNING:
        closed = (*blocks[:-1], _closed(blocks[-1]))
    for block in closed:
        match block:
            case Paragraph():
                yield _paragraph(block)
            case Signatures():
                yield _signers(block)
            case Table() | Chart() | PageBreak():
                yield block


def _tied(pieces: list[Piece]) -> list[Piece]:
    """The body with its last line or row tied to the foot: a signature never stands alone on a page."""
    match pieces[-1:]:
        case [Line() as last]:
            return [*pieces[:-1], replace(last, keep=True)]
        case [Table() as last] if last.rows:
            return [*pieces[:-1], LastTable(last)]
        case _:
            return pieces


def _paragraph(paragraph: Paragraph) -> Line:
    number = paragraph.number and f"{paragraph.number} "
    before = (Run(number, bold=paragraph.style == "article"),) if number else ()
    return Line(paragraph.style, (*before, *paragraph.runs), keep=paragraph.text.rstrip().endswith(":"))


def _closed(paragraph: Paragraph) -> Paragraph:
    """The last paragraph with the end mark in the place of its full stop."""
    if not paragraph.runs:
        return paragraph
    last = paragraph.runs[-1]
    ended = replace(last, text=last.text.rstrip(" ./") + END_MARK)
    return replace(paragraph, runs=(*paragraph.runs[:-1], ended))


def _signature(block: SignatureBlock) -> tuple[Line | Gap, ...]:
    posts = [line("signer", text) for text in (block.authority, block.for_role, block.role) if text]
    note = [line("signature_note", block.note)] if block.note else []
    room = Gap(SIGNING_ROOM_MM - NOTE_MM * len(note))
    below = [line("signer", text) for text in (block.other_role, block.name) if text]
    return (*posts, *note, room, *below)


def _signers(signatures: Signatures) -> SideBySide:
    count = len(signatures.blocks)
    return SideBySide(
        tuple(_signature(block) for block in signatures.blocks), (1 / count,) * count, before=FOOT_ROOM
    )


def _foot(document: Document) -> Iterator[Piece]:
    recipients: tuple[Line | Gap, ...] = ()
    if document.recipients:
        lines = (line("recipient", text) for text in listed(document.recipients))
        recipients = (line("recipients_head", "Nơi nhận:"), *lines)
    match document.signature:
        case Signatures():
            yield _signers(document.signature)
            yield Gap(4)
            yield from recipients
        case SignatureBlock():
            yield SideBySide((recipients, _signature(document.signature)), FOOT_SHARES, before=FOOT_ROOM)
        case None:
            yield from recipients
