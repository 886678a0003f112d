"""A paper printed for digital signing (bản in chờ ký số): where signer and seal go, number and day blank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time

from django.utils import timezone

from thidua.law.ruling import Refused, no
from thidua.org.models import Person, Unit
from thidua.paper import sign
from thidua.paper.model import Document, SignatureBlock, Signatures
from thidua.paper.pdf import write_pdf
from thidua.paper.sign import BLUE, RED, SEAL_MM, Box, Ink, NoPlace, Places, ink_of, places_of
from thidua.records.documents.printing import paper_of, symbol_of
from thidua.records.models import OfficialDocument, SignatureImage
from thidua.records.queries.papers import book_for
from thidua.records.queries.signing import image_of


@dataclass(frozen=True)
class Reserved:
    """A file with reserved places (tệp dành sẵn chỗ): the boxes of both signatures and what they show."""

    pdf: bytes
    ink_box: Box
    ink: Ink | None


def reserved(document: OfficialDocument) -> Reserved:
    """The paper as it is given out for the first signature (tệp chờ ký số).

    Raises `Refused` when it has no number line or no block of this signer. Căn cứ: Nghị định 30/2020/NĐ-CP,
    Phụ lục I, mục II.7.d, II.8.
    """
    paper = _with_symbol(document)
    stamp = datetime.combine(document.drafted_on, time(8), tzinfo=timezone.get_default_timezone())
    printed = write_pdf(paper, timestamp=stamp, fillable=True)
    places = _places(document, paper, printed)
    signer = document.signer.person if document.signer else None
    return reserve(printed, places, unit=document.unit, signer=signer)


def reserve(printed: bytes, places: Places, *, unit: Unit, signer: Person | None) -> Reserved:
    """A printed file with its places reserved (dành sẵn chỗ): the signature as large as the picture of this
    signer asks, the seal of this unit in its real size.
    """
    picture = drawn(image_of(unit, signer), BLUE)
    seal_image = image_of(unit, None)
    seal = drawn(seal_image, RED)
    ink_box = places.ink(aspect=picture.aspect) if picture else places.ink()
    width = float(seal_image.width_mm) if seal_image else SEAL_MM
    if seal is None:
        seal_box = places.seal(ink_box, share=0)
    else:
        seal_box = places.seal(ink_box, width_mm=width, aspect=seal.aspect)
    return Reserved(sign.prepare(printed, places=places, ink=ink_box, seal=seal_box), ink_box, picture)


def drawn(image: SignatureImage | None, colour: str) -> Ink | None:
    """The picture that a signature shows, in its colour."""
    if image is None:
        return None
    with image.file.open("rb") as opened:
        return ink_of(opened.read(), colour=colour)


def _with_symbol(document: OfficialDocument) -> Document:
    paper = paper_of(document)
    if paper.letterhead.symbol:
        return paper
    symbol = symbol_of(document, book=book_for(document, document.drafted_on.year))
    return replace(paper, letterhead=replace(paper.letterhead, symbol=symbol))


def _places(document: OfficialDocument, paper: Document, printed: bytes) -> Places:
    block = _block(document, paper)
    head = paper.letterhead
    above = block.note or block.role or block.for_role or block.authority
    try:
        return places_of(
            printed, number=head.symbol, place=head.place, above=above, below=block.other_role or block.name
        )
    except NoPlace as missing:
        raise Refused(no(f"{missing} Văn bản này ký trên giấy.", rule="sign:place")) from missing


def _block(document: OfficialDocument, paper: Document) -> SignatureBlock:
    """The block of the signer: a paper may have several."""
    name = document.signer.person.name if document.signer else ""
    blocks = paper.signature.blocks if isinstance(paper.signature, Signatures) else (paper.signature,)
    for block in blocks:
        if block is not None and block.name == name:
            return block
    raise Refused(no(f"Văn bản không có khối chữ ký của {name}; hãy ký trên giấy.", rule="sign:place"))
