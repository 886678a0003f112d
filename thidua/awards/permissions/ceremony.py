"""Who may prepare a ceremony and keep its photos (quyền chuẩn bị lễ trao, giữ ảnh trao thưởng)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Ceremony, DecisionItem
from thidua.awards.permissions.amendment import may_arrange_ceremony
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_change_ceremony(mandate: Mandate, ceremony: Ceremony, *, on: date) -> Ruling:
    """May the ceremony be changed (sửa việc chuẩn bị lễ)? While it is being prepared, by whoever arranges
    it.
    """
    ruling = may_arrange_ceremony(mandate, ceremony.campaign, on=on)
    if ruling.is_yes and ceremony.state != "planned":
        return no(f"Lễ này {ceremony.state_says}; không sửa được nữa.", rule="ceremony:state")
    return ruling


def may_reopen_ceremony(mandate: Mandate, ceremony: Ceremony, *, on: date) -> Ruling:
    """May a ceremony noted as held be prepared again (mở lại)? By whoever arranges it."""
    ruling = may_arrange_ceremony(mandate, ceremony.campaign, on=on)
    if ruling.is_yes and ceremony.state != "held":
        return no("Chỉ mở lại lễ đã ghi là đã tổ chức.", rule="ceremony:state")
    return ruling


def may_hand_at(mandate: Mandate, ceremony: Ceremony, *, on: date) -> Ruling:
    """May the handing over be noted at this ceremony (ghi trao tại lễ)? What each sheet asks is asked
    again.
    """
    return may_act(mandate, "clerk", "standing", "culture", on=on, unit=ceremony.unit)


def may_keep_photos(mandate: Mandate, item: DecisionItem, *, on: date) -> Ruling:
    """May photos of an award be kept (giữ ảnh trao thưởng)? By standing officer, culture officer or clerk of
    the office that decided or that holds the campaign, once the decision is issued.
    """
    ruling = may_act(mandate, "standing", "culture", "clerk", on=on)
    if ruling.stops:
        return ruling
    decision = item.decision
    if mandate.unit_id not in (decision.unit_id, decision.campaign.unit_id):
        return no(
            f"Ảnh này do {decision.unit.name} hoặc {decision.campaign.unit.name} giữ.", rule="mandate:unit"
        )
    if decision.state != "issued":
        return no("Quyết định chưa ban hành; chưa có ảnh trao thưởng.", rule="award_photo:state")
    return ruling
