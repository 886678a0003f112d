"""What the reminder letter says (nội dung công văn đôn đốc)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate, Unit
from thidua.paper.model import Document, p
from thidua.records.letterheads import council_letterhead
from thidua.records.sign import FOR_COUNCIL, signature_block
from thidua.vietnamese.dates import vn_date

ASKED = {
    "registration": "đăng ký thi đua",
    "report": "báo cáo kết quả thực hiện",
    "receipt": "xác nhận đã nhận kế hoạch",
    "task": "thực hiện nhiệm vụ được giao",
    "review": "tổng kết của đơn vị",
    "sign": "thực hiện và báo tin về",
}


def reminder_paper(
    campaign: Campaign, missing: str, units: Sequence[Unit], *, signer: Mandate, on: date
) -> Document:
    """The reminder letter to exactly these units (công văn đôn đốc), with the deadline of the plan when it
    has one.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.
    """
    words = campaign_words(campaign)
    kind = {"registration": "register", "report": "report", "review": "review"}.get(missing, "")
    deadline = campaign.deadlines.filter(kind=kind).first()
    late = deadline is not None and deadline.day < on
    by = f" (hạn {vn_date(deadline.day)}{', nay đã quá hạn' if late else ''})" if deadline else ""
    plan = campaign.plan.cited if campaign.plan else f"kế hoạch phát động “{campaign.short_title}”"
    return Document(
        kind="cong_van",
        letterhead=council_letterhead(campaign.unit),
        letter_subject=f"V/v đôn đốc {ASKED[missing]} đợt “{campaign.short_title}”",
        addressees=tuple(unit.name for unit in units),
        body=(
            p(words("reminder-opening", plan=plan, unit=campaign.unit.short_name)),
            p(words(f"reminder-{missing}", deadline=by)),
            p(words("reminder-help")),
        ),
        signature=signature_block(signer, authority=FOR_COUNCIL),
        recipients=("Như trên", "Chủ tịch Hội đồng (để báo cáo)", "Lưu: VT, HĐTĐKT"),
    )
