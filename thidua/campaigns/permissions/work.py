"""Who may arrange the work of a plan, and who may say that a task is done (quyền giao việc, báo xong)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Assignment, Campaign
from thidua.campaigns.permissions.campaign import may_open, may_prepare
from thidua.campaigns.permissions.part import may_speak_for
from thidua.campaigns.queries.work import UNDER_WAY
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def _under_way(campaign: Campaign) -> Ruling:
    if campaign.state in UNDER_WAY:
        return yes()
    return no(
        f"Đợt thi đua {campaign.state_says}; việc của kế hoạch chỉ sửa khi đợt đã mở và chưa tổng kết.",
        rule="work:campaign",
    )


def may_arrange_work(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate give, correct and withdraw tasks, expectations, recipients and days? (giao việc): the
    standing officer of the launching office, while the campaign is under way.
    """
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    return ruling if ruling.stops else _under_way(campaign)


def may_finish(mandate: Mandate, part: Assignment, *, on: date) -> Ruling:
    """May this mandate say that the task is done, or not done after all? (báo xong): the head of the unit,
    who holds the office it was given to, or the standing officer for them.
    """
    campaign = part.task.campaign
    if part.role and mandate.holds(part.role):
        ruling = may_act(mandate, on=on, unit=part.unit)
    else:
        ruling = may_speak_for(mandate, part.unit, campaign, on=on)
    if ruling.stops:
        return ruling
    if part.task.state == "withdrawn" or part.state == "withdrawn":
        return no("Việc này đã được rút; không còn phải làm.", rule="work:withdrawn")
    return _under_way(campaign)


def may_link_parent(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate link the plan of the level above? (gắn kế hoạch cấp trên): the standing officer, also
    while the campaign is being prepared.
    """
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    if ruling.is_yes and campaign.state == "closed":
        return no("Đợt thi đua đã tổng kết.", rule="work:campaign")
    return ruling


def may_draw_up(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May the work be drawn up from the plan? (lập danh mục việc): when the campaign opens, or once later by
    the standing officer when that was not done.
    """
    if campaign.state == "draft":
        return may_open(mandate, campaign, on=on)
    ruling = may_arrange_work(mandate, campaign, on=on)
    drawn = (campaign.tasks, campaign.expectations, campaign.deliveries)
    if ruling.is_yes and any(rows.exists() for rows in drawn):
        return no("Danh mục việc theo kế hoạch đã được lập; hãy sửa từng việc.", rule="work:drawn")
    return ruling


def may_schedule(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate confirm, count and move the days of the campaign? (đặt, dời mốc): the standing
    officer, before the opening and while the campaign is under way.
    """
    if campaign.state == "draft":
        return may_prepare(mandate, campaign, on=on)
    return may_arrange_work(mandate, campaign, on=on)
