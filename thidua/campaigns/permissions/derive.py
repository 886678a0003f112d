"""Who may write, send, read and return a unit's own plan (quyền ghi, xem kế hoạch của đơn vị)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import UnitPlan
from thidua.campaigns.permissions.part import may_receive, may_take_part
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate


def may_change_plan(mandate: Mandate, plan: UnitPlan, *, on: date) -> Ruling:
    """May the plan be rewritten? Only while it is with the unit (đang ghi hoặc bị trả lại)."""
    ruling = may_take_part(mandate, plan.unit, plan.campaign, on=on)
    if ruling.is_yes and plan.state not in {"draft", "returned"}:
        return no(
            "Kế hoạch đã gửi. Muốn sửa, hãy lấy lại, hoặc đề nghị thường trực trả lại.", rule="derive:sent"
        )
    return ruling


def may_answer_plan(mandate: Mandate, plan: UnitPlan, *, on: date) -> Ruling:
    """May this mandate mark the plan as seen, or return it? (xem, trả lại): the standing officer, while the
    unit can still change it.
    """
    ruling = may_receive(mandate, plan.campaign, on=on)
    if ruling.is_yes and plan.campaign.state != "open":
        return no(
            f"Đợt thi đua {plan.campaign.state_says}; đơn vị không sửa kế hoạch được nữa.", rule="part:over"
        )
    return ruling
