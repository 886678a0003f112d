"""Copies of papers (bản sao y, sao lục, trích sao): what a copy on paper bears under the text, an extract.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, và Phụ lục III, mục I, Mẫu 3.1, 3.2.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, UnidentifiedImageError

from thidua.paper import layout
from thidua.paper.arrange import FOOT_SHARES, LETTERHEAD_SHARES, SIGNING_ROOM_MM, listed
from thidua.paper.blocks import Block, Letterhead, Paragraph, SignatureBlock, Signatures, Table
from thidua.paper.engine import TEMPLATES, set_pdf
from thidua.paper.glyphs import require_glyphs
from thidua.paper.model import Document

POINTS = 72 / 25.4
ROOM_MM = 6.0  # between the text and the line above what the copy bears
DPI = 200
SIGNED_NOTE = "(Đã ký)"


class NotCopied(Exception):  # noqa: N818 - says what is wrong, in the words shown to the user
    """The file cannot be copied (không sao được); the sentence says why and what to do."""


@dataclass(frozen=True)
class CopyFoot:
    """What a copy on paper bears (thể thức bản sao): the form "SAO Y", the body with number and day, who
    signs, who gets it.
    """

    form: str
    letterhead: Letterhead
    signature: SignatureBlock
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """A part of a paper that an extract may keep (phần có thể trích): `mark` names it, `deep` rows of a
    table.
    """

    mark: str
    words: str
    deep: bool = False


def write_copy(original: bytes, foot: CopyFoot, *, timestamp: datetime) -> bytes:
    """The original with what a copy bears under its last page (bản sao giấy): under a full line, on the same
    page where there is room, else on one of its own.

    Signatures and stamps of the file are drawn into its pages: a print has no digital signature. Raises
    `NotCopied` for a file that cannot be opened.
    """
    made = _foot(foot, timestamp=timestamp)
    with closing(_flat(original)) as opened, closing(pypdfium2.PdfDocument(made)) as below:
        _put_under(opened, below)
        kept = io.BytesIO()
        opened.save(kept)
    return kept.getvalue()


def _foot(foot: CopyFoot, *, timestamp: datetime) -> bytes:
    head, block = foot.letterhead, foot.signature
    posts = [post for post in (block.authority, block.for_role, block.role) if post]
    recipients = listed(foot.recipients)
    require_glyphs([head.parent, *head.body, head.place, foot.form, *posts, block.name, *recipients])
    data = {
        "title": f"{foot.form} {head.number_line}",
        "page": {
            "width": layout.PAGE_WIDTH_MM, "height": layout.PAGE_HEIGHT_MM, "left": layout.LEFT_MM,
            "right": layout.RIGHT_MM, "top": layout.TOP_MM, "bottom": layout.BOTTOM_MM,
        },
        "head": LETTERHEAD_SHARES, "foot": FOOT_SHARES, "room": SIGNING_ROOM_MM,
        "parent": head.parent, "body": head.body, "number": head.number_line, "place": head.place_line,
        "form": foot.form, "posts": posts, "name": block.name, "recipients": recipients,
    }  # fmt: skip
    return set_pdf(TEMPLATES / "copy.typ", data, timestamp=timestamp, tagged=False)


def pages_of(data: bytes) -> bytes:
    """A scan as PDF (bản quét thành PDF): a picture becomes one page. Raises `NotCopied`."""
    if data.startswith(b"%PDF"):
        return data
    try:
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as opened:
            held = io.BytesIO()
            opened.convert("RGB").save(held, "PDF", resolution=DPI)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as damaged:
        raise NotCopied("Không mở được bản quét; hãy quét lại thành PDF rồi gắn lại.") from damaged
    return held.getvalue()


def _flat(original: bytes) -> pypdfium2.PdfDocument:
    """The pages alone, fields and signatures drawn into them, without what else the file holds."""
    try:
        source = pypdfium2.PdfDocument(original)
    except pypdfium2.PdfiumError as damaged:
        raise NotCopied("Không mở được tệp của văn bản để sao; hãy gắn lại bản quét.") from damaged
    with closing(source):
        source.init_forms()
        for number in range(len(source) if source.formenv else 0):
            page = source[number]
            page.flatten(pdfium.FLAT_PRINT)
            page.close()
        flat = pypdfium2.PdfDocument.new()
        flat.import_pages(source)
    return flat


def _put_under(opened: pypdfium2.PdfDocument, below: pypdfium2.PdfDocument) -> None:
    last, foot = opened[len(opened) - 1], below[0]
    width, height = last.get_size()
    floor, top = _lowest(last), _highest(foot)
    depth = top - _lowest(foot)
    fits = floor - ROOM_MM * POINTS - depth >= layout.BOTTOM_MM * POINTS
    if not fits or abs(width - foot.get_width()) > POINTS:
        opened.import_pages(below)
        return
    drawn = below.page_as_xobject(0, opened).as_pageobject()
    drawn.set_matrix(pypdfium2.PdfMatrix().translate(0, floor - ROOM_MM * POINTS - top))
    last.insert_obj(drawn)
    last.gen_content()


def _boxes(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    for one in page.get_objects(max_depth=1):
        left, bottom, right, top = one.get_bounds()
        if right > left or top > bottom:
            yield left, bottom, right, top


def _lowest(page: pypdfium2.PdfPage) -> float:
    """Where the last thing on the page ends; a page without anything ends at its top."""
    return min((box[1] for box in _boxes(page)), default=page.get_height())


def _highest(page: pypdfium2.PdfPage) -> float:
    return max((box[3] for box in _boxes(page)), default=page.get_height())


def choices_of(paper: Document) -> list[Choice]:
    """The parts of a paper that an extract may keep (các phần trích được), rows of tables one by one."""
    return list(_choices(paper.body, "b")) + [
        choice
        for number, appendix in enumerate(paper.appendices)
        for choice in _choices(appendix.blocks, f"p{number}-")
    ]


def _choices(blocks: tuple[Block, ...], before: str) -> Iterator[Choice]:
    for number, block in enumerate(blocks):
        mark = f"{before}{number}"
        match block:
            case Paragraph():
                yield Choice(mark, f"{block.number} {block.text}".strip())
            case Table():
                for row, cells in enumerate(block.rows):
                    yield Choice(f"{mark}r{row}", " · ".join(cell for cell in cells if cell), deep=True)


def extract(paper: Document, marks: frozenset[str]) -> Document:
    """The paper with these parts alone (trích sao): head, title, grounds and signer stay as they are, the
    signature is told by a note. Appendices without a chosen part are left out.
    """
    appendices = tuple(
        replace(appendix, blocks=kept)
        for number, appendix in enumerate(paper.appendices)
        if (kept := _kept(appendix.blocks, f"p{number}-", marks))
    )
    return replace(
        paper, body=_kept(paper.body, "b", marks), appendices=appendices, signature=_noted(paper.signature)
    )


def _kept(blocks: tuple[Block, ...], before: str, marks: frozenset[str]) -> tuple[Block, ...]:
    found: list[Block] = []
    for number, block in enumerate(blocks):
        mark = f"{before}{number}"
        if isinstance(block, Table):
            rows = tuple(row for at, row in enumerate(block.rows) if f"{mark}r{at}" in marks)
            if rows:
                found.append(replace(block, rows=rows, total_row=None))
        elif mark in marks:
            found.append(block)
    return tuple(found)


def _noted(signature: SignatureBlock | Signatures | None) -> SignatureBlock | Signatures | None:
    match signature:
        case SignatureBlock():
            return replace(signature, note=SIGNED_NOTE)
        case Signatures():
            return Signatures(tuple(replace(one, note=SIGNED_NOTE) for one in signature.blocks))
        case None:
            return None
