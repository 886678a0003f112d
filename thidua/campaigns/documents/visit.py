"""The minutes of an inspection visit (biên bản kiểm tra)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua.campaigns.documents.review import paragraphs
from thidua.campaigns.models import Inspection, Requirement
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate
from thidua.paper.model import Block, Column, Document, SignatureBlock, Signatures, Table, heading, p
from thidua.records.letterheads import council_letterhead
from thidua.vietnamese.dates import long_date, vn_date

DEMANDS = (Column("TT", 10, "center"), Column("Yêu cầu", 125), Column("Xong trước ngày", 40, "center"))


def inspection_minutes(
    inspection: Inspection, demands: Sequence[Requirement], *, head: Mandate, signer: Mandate
) -> Document:
    """The minutes of a visit (biên bản kiểm tra): who, when, where, what was found, what is asked by when.

    `head` signs for the unit, `signer` for those who came.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9.
    """
    campaign, unit = inspection.campaign, inspection.unit
    words = campaign_words(campaign)
    return Document(
        kind="bien_ban",
        letterhead=replace(council_letterhead(campaign.unit), show_place_date=False),
        type_name="BIÊN BẢN",
        summary=f"Kiểm tra việc thực hiện đợt thi đua “{campaign.short_title}”",
        body=(
            p(f"Thời gian bắt đầu: {_hour(inspection.held_from)}{_day(inspection)}."),
            p(f"Địa điểm: {inspection.held_at or unit.name}."),
            heading("THÀNH PHẦN", number="I."),
            p("Đoàn kiểm tra:"),
            *paragraphs(inspection.members),
            p(f"Đại diện {unit.in_sentence}:"),
            *(paragraphs(inspection.hosts) or [p("Theo danh sách của đơn vị.")]),
            heading("NỘI DUNG KIỂM TRA", number="II."),
            *paragraphs(inspection.about),
            heading("KẾT QUẢ, ƯU ĐIỂM", number="III."),
            *paragraphs(inspection.strengths),
            heading("HẠN CHẾ, THIẾU SÓT", number="IV."),
            *(paragraphs(inspection.faults) or [p("Không có.")]),
            heading("YÊU CẦU ĐỐI VỚI ĐƠN VỊ", number="V."),
            *_demands(demands),
            p(words("inspection-read")),
            p(f"Cuộc kiểm tra kết thúc vào {_hour(inspection.held_to)}{_day(inspection)}."),
        ),
        signature=_both(head, signer),
        recipients=(unit.name, "Thường trực Hội đồng", "Lưu: VT, HĐTĐKT"),
    )


def _both(head: Mandate, signer: Mandate) -> Signatures:
    return Signatures(
        (
            SignatureBlock(role="ĐẠI DIỆN ĐƠN VỊ", name=head.person.name),
            SignatureBlock(role="ĐẠI DIỆN ĐOÀN KIỂM TRA", name=signer.person.name),
        )
    )


def _hour(written: str) -> str:
    return f"{written.replace(':', ' giờ ')} phút, " if ":" in written else f"{written or '… giờ …'}, "


def _day(inspection: Inspection) -> str:
    return long_date(inspection.held_on or inspection.day)


def _demands(demands: Sequence[Requirement]) -> list[Block]:
    if not demands:
        return [p("Không có.")]
    rows = tuple((str(place), one.text, vn_date(one.due)) for place, one in enumerate(demands, start=1))
    return [Table(DEMANDS, rows)]
