"""Who may prepare a campaign, change its deadlines and open it (quyền chuẩn bị, phát động)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign, PlanIntake
from thidua.law.book import rulebook_on
from thidua.law.campaign import check_plan
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.org.queries import government_of


def unless_closed(ruling: Ruling, campaign: Campaign, *, what: str) -> Ruling:
    """The ruling, or no once the campaign has been summed up: nothing new begins in it (đã tổng kết)."""
    if ruling.is_yes and campaign.state == "closed":
        return no(f"Đợt thi đua {campaign.state_says}; không {what} nữa.", rule="campaign:closed")
    return ruling


def may_take_plan(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate put a plan in? (được đưa kế hoạch vào): the standing officer of a People's
    Committee.
    """
    if not mandate.unit.is_government:
        return no(
            "Kế hoạch phát động do Ủy ban nhân dân đưa vào; đơn vị, thôn đăng ký sau khi mở đợt.",
            rule="plan:unit",
        )
    return may_act(mandate, "standing", on=on)


def may_settle(mandate: Mandate, intake: PlanIntake, *, on: date) -> Ruling:
    """May this mandate accept, correct or skip what was read? (được xem, sửa nội dung đã đọc)."""
    ruling = may_act(mandate, "standing", on=on, unit=intake.unit)
    if ruling.is_yes and intake.campaign_id is not None:
        return no("Kế hoạch này đã nhận làm đợt thi đua; sửa ở trang của đợt.", rule="plan:accepted")
    return ruling


def may_prepare(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate change the campaign before it opens? (được sửa khi đang chuẩn bị)."""
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    if ruling.is_yes and campaign.state != "draft":
        return no("Đợt thi đua đã mở; mốc thời gian đã công bố không sửa ở đây.", rule="campaign:open")
    return ruling


def may_reopen(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May the campaign go back to the reading of its plan? (được trả về bước đọc): while the plan is a
    draft of ours.
    """
    ruling = may_prepare(mandate, campaign, on=on)
    if not ruling.is_yes:
        return ruling
    if not PlanIntake.objects.filter(campaign=campaign).exists():
        return no("Đợt này không còn bản đọc kế hoạch để trở về.", rule="plan:gone")
    if campaign.plan is not None and campaign.plan.state not in ("draft", "returned"):
        return no(
            "Kế hoạch không còn ở bàn người soạn; hãy rút lại hoặc chờ trả lại rồi sửa.", rule="plan:sent"
        )
    return yes()


def has_what_a_plan_needs(campaign: Campaign, *, on: date) -> Ruling:
    """R28: aim, objects, criteria, time and measures are there (kế hoạch đủ nội dung).

    Căn cứ: Điều 5 Nghị định 91/2017/NĐ-CP (đến 31/12/2023); Điều 17 Luật Thi đua, khen thưởng 2022 (từ
    01/01/2024).
    """
    needed = (
        ("mục đích, mục tiêu", bool(campaign.purposes)),
        ("đối tượng", campaign.groups.exists()),
        ("nội dung, tiêu chí thi đua", campaign.contents.exists()),
        ("thời gian kết thúc", campaign.ends is not None),
        ("biện pháp tổ chức thực hiện", campaign.obligations.filter(kind__in=("solution", "duty")).exists()),
    )
    missing = [name for name, there in needed if not there]
    return check_plan(rulebook_on(on).shelf, missing=missing) or yes()


def may_open(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May the campaign be opened now? (được mở đợt thi đua): by the clerk who issues the plan or the standing
    officer.
    """
    ruling = may_act(mandate, "clerk", "standing", on=on, unit=campaign.unit)
    if not ruling.is_yes:
        return ruling
    if campaign.state != "draft":
        return no("Đợt thi đua đã mở.", rule="campaign:open")
    return has_what_a_plan_needs(campaign, on=on)


def may_inherit(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate take over what an ended unit left undone (nhận việc dở)? The standing officer of the
    office that carries on, once the unit has ended.
    """
    heir = unit.heir
    if heir is None or unit.closed_on is None or unit.closed_on >= on:
        return no(f"{unit.name} chưa kết thúc hoặc chưa có đơn vị kế thừa.", rule="inherit:unit")
    return may_act(mandate, "standing", on=on, unit=government_of(heir))
