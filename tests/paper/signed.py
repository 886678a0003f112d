"""Một tệp qua từng bước ký số, để các bài thử dùng chung."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

from tests.factories.signing import PASSPHRASE, Holder, chair_key, office_key
from thidua.paper.model import Appendix, Document, Letterhead, SignatureBlock, p
from thidua.paper.pdf import write_pdf
from thidua.paper.sign import (
    HEAD,
    ORGANISATION,
    Key,
    Mark,
    Places,
    file_key,
    fill_in,
    places_of,
    prepare,
    put_signature,
    seal_mark,
    signer_mark,
)

WHEN = datetime(2023, 3, 15, 2, 30, tzinfo=UTC)
PRINTED = datetime(2023, 3, 15, tzinfo=UTC)
PAPER = Document(
    kind="ke_hoach",
    letterhead=Letterhead(body=("ỦY BAN NHÂN DÂN", "XÃ NÀ LÂM"), symbol="KH-UBND", place="Nà Lâm"),
    type_name="KẾ HOẠCH",
    summary="Phát động đợt thi đua",
    body=tuple(p("Khơi dậy tinh thần thi đua trong nhân dân các thôn. " * 8) for _ in range(9)),
    signature=SignatureBlock("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="Hoàng Văn Dũng"),
    recipients=("Các thôn", "Lưu: VT"),
    appendices=(Appendix("DANH SÁCH", "", (p("CHỦ TỊCH và Hoàng Văn Dũng được nhắc ở đây."),)),),
)


def printed(paper: Document = PAPER) -> bytes:
    return write_pdf(paper, timestamp=PRINTED, fillable=True)


def places(pdf: bytes) -> Places:
    return places_of(pdf, number="KH-UBND", place="Nà Lâm", above="CHỦ TỊCH", below="Hoàng Văn Dũng")


def key(of: Holder) -> Key:
    return file_key(of.p12(), passphrase=PASSPHRASE)


@cache
def signed_step_by_step() -> dict[str, bytes]:
    """Tệp qua từng bước: in, dành chỗ, người ký, ghi số, cơ quan."""
    pdf = printed()
    found = places(pdf)
    ink = found.ink()
    seal = found.seal(ink)
    ready = prepare(pdf, places=found, ink=ink, seal=seal)
    shown = Mark(signer_mark(ink, ink=None, lines=("Người ký: Hoàng Văn Dũng",)))
    head = put_signature(ready, key=key(chair_key()), field=HEAD, mark=shown, when=WHEN)
    numbered = fill_in(head, number="05", day=date(2023, 3, 15))
    shown = Mark(seal_mark(seal, ink=None, lines=("Ủy ban nhân dân xã Nà Lâm",)))
    sealed = put_signature(
        numbered, key=key(office_key()), field=ORGANISATION, mark=shown, when=WHEN + timedelta(hours=1)
    )
    return {"printed": pdf, "ready": ready, "head": head, "numbered": numbered, "sealed": sealed}
