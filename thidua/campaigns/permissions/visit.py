"""Who may plan and write down inspection visits, and who says that a fault is put right (quyền kiểm tra)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign, Inspection, Requirement
from thidua.campaigns.permissions.part import may_speak_for
from thidua.campaigns.queries.work import UNDER_WAY
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_inspect(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate plan visits and write them down? (lên lịch, ghi kết quả kiểm tra): the standing
    officer, while the campaign is under way.
    """
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    return ruling if ruling.stops else _under_way(campaign)


def _under_way(campaign: Campaign) -> Ruling:
    if campaign.state in UNDER_WAY:
        return yes()
    return no(
        f"Đợt thi đua {campaign.state_says}; chỉ kiểm tra khi đợt đã mở và chưa tổng kết.",
        rule="visit:campaign",
    )


def may_record(mandate: Mandate, inspection: Inspection, *, on: date) -> Ruling:
    """May this visit be written down, moved or called off? Only while it is planned (đã lên lịch)."""
    ruling = may_inspect(mandate, inspection.campaign, on=on)
    if ruling.is_yes and inspection.state != "planned":
        return no(f"Cuộc kiểm tra này {inspection.state_says}.", rule="visit:state")
    return ruling


def may_draft_minutes(mandate: Mandate, inspection: Inspection, *, on: date) -> Ruling:
    """May the minutes be drafted? (lập biên bản kiểm tra): once the visit is written down."""
    ruling = may_inspect(mandate, inspection.campaign, on=on)
    if ruling.is_yes and inspection.state != "held":
        return no("Ghi kết quả kiểm tra trước, rồi mới lập biên bản.", rule="visit:state")
    return ruling


def may_settle(mandate: Mandate, demand: Requirement, *, on: date) -> Ruling:
    """May this mandate say that a requirement is done, or not done after all? (báo khắc phục): the head of
    the unit, or the standing officer for it.
    """
    campaign = demand.inspection.campaign
    ruling = may_speak_for(mandate, demand.inspection.unit, campaign, on=on)
    return ruling if ruling.stops else _under_way(campaign)
