"""Who may note, recognise and apply initiatives (quyền về sáng kiến)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign, Initiative
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.campaigns.permissions.part import may_speak_for
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act


def may_note_initiative(mandate: Mandate, unit: Unit, campaign: Campaign, *, on: date) -> Ruling:
    """May an initiative of that unit be written down? (ghi sáng kiến): by its head, or the standing officer
    typing for it, from the launch until the campaign closes; the launching office has some of its own.
    """
    ruling = unless_closed(may_speak_for(mandate, unit, campaign, on=on), campaign, what="ghi sáng kiến")
    if ruling.stops:
        return ruling
    if campaign.state == "draft":
        return no("Đợt thi đua chưa phát động; chưa ghi sáng kiến.", rule="initiative:campaign")
    return _of_campaign(unit, campaign)


def _of_campaign(unit: Unit, campaign: Campaign) -> Ruling:
    if unit.pk == campaign.unit_id or (unit.takes_part and unit.path.startswith(campaign.unit.path)):
        return yes()
    return no(f"{unit.name} không nằm trong danh sách đơn vị tham gia đợt thi đua này.", rule="part:unit")


def _in(initiative: Initiative, *states: str) -> Ruling:
    if initiative.state in states:
        return yes()
    return no(f"Sáng kiến {initiative.state_says}; không làm được việc này ở bước đó.", rule="state:move")


def may_change_initiative(mandate: Mandate, initiative: Initiative, *, on: date) -> Ruling:
    """May it be rewritten? (sửa sáng kiến): while it waits for recognition."""
    ruling = may_note_initiative(mandate, initiative.unit, initiative.campaign, on=on)
    return ruling if ruling.stops else _in(initiative, "noted")


def may_recognise_initiative(mandate: Mandate, initiative: Initiative, *, on: date) -> Ruling:
    """May its recognition, or that there is none, be written down? (ghi công nhận): the standing officer."""
    ruling = may_act(mandate, "standing", on=on, unit=initiative.campaign.unit)
    return ruling if ruling.stops else _in(initiative, "noted")


def may_reopen_initiative(mandate: Mandate, initiative: Initiative, *, on: date) -> Ruling:
    """May the recognition or its refusal be taken back? (xem lại sáng kiến)."""
    ruling = may_act(mandate, "standing", on=on, unit=initiative.campaign.unit)
    return ruling if ruling.stops else _in(initiative, "recognised", "dropped")


def may_apply_initiative(mandate: Mandate, initiative: Initiative, unit: Unit, *, on: date) -> Ruling:
    """May it be written down that this unit applies it? (ghi nơi áp dụng): its head or the standing officer,
    unless it was set aside.
    """
    ruling = may_speak_for(mandate, unit, initiative.campaign, on=on)
    if ruling.stops:
        return ruling
    ruling = _of_campaign(unit, initiative.campaign)
    return ruling if ruling.stops else _in(initiative, "noted", "recognised")
