"""The list of initiatives (danh sách sáng kiến)."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.campaigns.models import Campaign, Initiative
from thidua.campaigns.queries.targets import number_words
from thidua.org.models import Mandate
from thidua.paper.model import Block, Column, Document, Table, p
from thidua.records.letterheads import council_letterhead
from thidua.records.sign import FOR_COUNCIL, signature_block
from thidua.vietnamese.dates import vn_date

COLUMNS = (
    Column("TT", 10, "center"),
    Column("Tên sáng kiến", 58),
    Column("Tác giả", 45),
    Column("Đơn vị", 35),
    Column("Hiệu quả", 52),
    Column("Công nhận", 50),
)


def initiative_list(campaign: Campaign, initiatives: Sequence[Initiative], *, signer: Mandate) -> Document:
    """The initiatives of a campaign as a list (danh sách sáng kiến), each with its authors and recognition.

    Căn cứ: không (quy ước nội bộ).
    """
    rows = tuple(
        (str(place), one.title, _authors(one), one.unit.short_name, effect_words(one), recognition_words(one))
        for place, one in enumerate(initiatives, start=1)
    )
    body: list[Block] = [Table(COLUMNS, rows)] if rows else [p("Chưa có sáng kiến nào.")]
    return Document(
        kind="danh_sach",
        letterhead=council_letterhead(campaign.unit),
        type_name="DANH SÁCH",
        summary=f"Sáng kiến trong đợt thi đua “{campaign.short_title}”",
        body=tuple(body),
        signature=signature_block(signer, authority=FOR_COUNCIL),
        recipients=("Chủ tịch Hội đồng (để báo cáo)", "Các đơn vị có sáng kiến", "Lưu: VT, HĐTĐKT"),
        landscape=True,
    )


def _authors(initiative: Initiative) -> str:
    return "; ".join(str(author) for author in initiative.authors.all())


def effect_words(initiative: Initiative) -> str:
    """The effect as words and figure (hiệu quả): “Giảm nửa công làm cỏ; 120 công”."""
    figure = (
        f"{number_words(initiative.amount)} {initiative.measure}" if initiative.amount is not None else ""
    )
    return "; ".join(filter(None, [initiative.effect.rstrip("."), figure]))


def recognition_words(initiative: Initiative) -> str:
    """Who recognised it and by which paper (công nhận), or how far it is."""
    if initiative.recognised_on is None:
        return initiative.state_says
    level = initiative.get_level_display()
    return f"{initiative.recognised_by}, {initiative.paper} ngày {vn_date(initiative.recognised_on)}, {level}"
