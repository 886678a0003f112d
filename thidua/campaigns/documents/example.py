"""The slip on which a good deed is told by pen (phiếu phát hiện gương tốt)."""

from __future__ import annotations

from dataclasses import replace

from thidua.campaigns.models import Campaign
from thidua.org.models import Unit
from thidua.paper.model import Column, Document, SignatureBlock, Signatures, Table, p
from thidua.records.letterheads import unit_letterhead

BLANKS = (Column("Điều cần biết", 60), Column("Ghi ở đây", 105))
ROWS = (
    ("Ai làm việc tốt", ""), ("Ở đâu (xóm, trường, nơi cụ thể)", ""), ("Việc gì, khi nào, giúp được ai", ""),
    *((("", ""),) * 8), ("Người báo tin (không bắt buộc)", ""), ("Điện thoại (không bắt buộc)", ""),
)  # fmt: skip


def deed_slip(campaign: Campaign, unit: Unit, *, address: str) -> Document:
    """The slip of one unit as an official form (phiếu phát hiện gương tốt), to be changed in a word
    processor; `address` is where the same is told on a phone.

    Căn cứ: không (quy ước nội bộ).
    """
    return Document(
        kind="phieu",
        letterhead=replace(unit_letterhead(unit), show_number=False, show_place_date=False),
        type_name="PHIẾU PHÁT HIỆN",
        summary="Gương người tốt, việc tốt",
        body=(
            p(f"Đợt thi đua “{campaign.short_title}”. Nơi phát phiếu: {unit.name}."),
            Table(BLANKS, ROWS),
            p(f"Gửi trưởng thôn, thủ trưởng đơn vị hoặc {campaign.unit.short_name}."),
            *((p(f"Báo trên điện thoại: {address}"),) if address else ()),
        ),
        signature=Signatures((SignatureBlock(role="NGƯỜI BÁO TIN", note="(Ký nếu muốn)"),)),
        end_mark=False,
    )
