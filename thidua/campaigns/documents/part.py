"""What the reminder letter says (nội dung công văn đôn đốc)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua.campaigns.models import Campaign
from thidua.org.models import Mandate, Unit
from thidua.paper.model import Document, p
from thidua.records.letterheads import council_letterhead
from thidua.records.sign import FOR_COUNCIL, signature_block
from thidua.vietnamese.dates import vn_date

ASKED = {
    "registration": (
        "đăng ký thi đua",
        (
            "Đến nay, các đơn vị có tên ở trên chưa gửi bản đăng ký thi đua. Đề nghị thủ trưởng "
            "đơn vị, trưởng thôn chọn nội dung, ghi chỉ tiêu và mô hình, phần việc sẽ làm, gửi về Thường "
            "trực Hội đồng"
        ),
    ),
    "report": (
        "báo cáo kết quả thực hiện",
        (
            "Đến nay, các đơn vị có tên ở trên chưa gửi báo cáo kết quả thực hiện. Đề nghị thủ trưởng "
            "đơn vị, trưởng thôn báo cáo việc đã làm, số liệu đạt được kèm minh chứng, gửi về Thường trực "
            "Hội đồng"
        ),
    ),
}


def reminder_paper(
    campaign: Campaign, missing: str, units: Sequence[Unit], *, signer: Mandate, on: date
) -> Document:
    """The reminder letter to exactly these units (công văn đôn đốc), with the deadline of the plan when it
    has one.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.
    """
    name, asked = ASKED[missing]
    kind = {"registration": "register", "report": "report"}[missing]
    deadline = campaign.deadlines.filter(kind=kind).first()
    late = deadline is not None and deadline.day < on
    by = f" (hạn {vn_date(deadline.day)}{', nay đã quá hạn' if late else ''})" if deadline else ""
    plan = campaign.plan.cited if campaign.plan else f"kế hoạch phát động “{campaign.short_title}”"
    return Document(
        kind="cong_van",
        letterhead=council_letterhead(campaign.unit),
        letter_subject=f"V/v đôn đốc {name} đợt “{campaign.short_title}”",
        addressees=tuple(unit.name for unit in units),
        body=(
            p(
                f"Thực hiện {plan}, Hội đồng Thi đua - Khen thưởng "
                f"{campaign.unit.short_name} theo dõi, đôn đốc các đơn vị tham gia."
            ),
            p(f"{asked}{by}."),
            p(
                "Đơn vị không có mạng có thể gửi bản giấy hoặc báo qua điện thoại; Thường trực Hội đồng "
                "sẽ ghi thay. "
                "Vướng mắc xin trao đổi với Thường trực Hội đồng để được giúp kịp thời."
            ),
        ),
        signature=signature_block(signer, authority=FOR_COUNCIL),
        recipients=("Như trên", "Chủ tịch Hội đồng (để báo cáo)", "Lưu: VT, HĐTĐKT"),
    )
