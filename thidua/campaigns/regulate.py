"""Set a rule for one campaign alone, and drop it (đặt, thôi quy tắc riêng của đợt)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign, CampaignRule
from thidua.campaigns.permissions.rules import may_set_rules
from thidua.campaigns.queries.rules import OwnRule, own_rule
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.queries.settings import spelled
from thidua.vietnamese.text import squeeze


@transaction.atomic
def set_own_rule(
    campaign: Campaign, *, rule: str, value: str, paper: str, mandate: Mandate, on: date
) -> CampaignRule:
    """Set a rule for the campaign alone (đặt quy tắc riêng), or change it, from today on; journal it.

    What was set before ends today and stays in the history; dossiers sent before keep it. Raises `Refused`
    for a rule that belongs to the office alone, without a paper, and for a value that changes nothing.
    Căn cứ: không (quy ước nội bộ) - chỗ pháp luật để ngỏ, kế hoạch của đợt quy định.
    """
    may_set_rules(mandate, campaign, on=on).require()
    now = _one(campaign, rule, on)
    kept, ground = value.strip(), squeeze(paper)
    now.proposal.parse(kept)
    if not ground:
        raise Refused(
            no("Chưa ghi văn bản làm căn cứ (số, ngày, tên, hoặc mục của kế hoạch).", rule="own:paper")
        )
    if now.own and (now.own.value, now.own.paper) == (kept, ground):
        raise Refused(no("Giá trị và văn bản không khác với quy tắc riêng đang áp dụng.", rule="own:same"))
    before = now.own.value if now.own else ""
    _end(campaign, rule, mandate, on)
    row = CampaignRule.objects.create(
        campaign=campaign, rule=rule, value=kept, paper=ground, set_by=str(mandate), set_on=on
    )
    says = f"Riêng đợt này, {now.proposal.name}: {spelled(now.proposal, kept)}, theo {ground}."
    data = {"rule": rule, "before": before}
    write("set_own_rule", says, actor=mandate.actor(), on=on, thing=row, data=data)
    return row


@transaction.atomic
def drop_own_rule(campaign: Campaign, *, rule: str, mandate: Mandate, on: date) -> None:
    """Drop a campaign's own rule (thôi quy tắc riêng): from today the office's holds again; journal it.

    The row stays in the history. Raises `Refused` when there is none. Căn cứ: không (quy ước nội bộ).
    """
    may_set_rules(mandate, campaign, on=on).require()
    now = _one(campaign, rule, on)
    if now.own is None or not _end(campaign, rule, mandate, on):
        raise Refused(no(f"{now.proposal.name}: đợt này không đặt riêng.", rule="own:none"))
    says = f"Thôi quy tắc riêng của đợt, {now.proposal.name}: từ nay {now.office.value_says}."
    write("drop_own_rule", says, actor=mandate.actor(), on=on, thing=now.own, data={"rule": rule})


def _one(campaign: Campaign, rule: str, on: date) -> OwnRule:
    try:
        return own_rule(campaign, rule, on=on)
    except CampaignRule.DoesNotExist as unknown:
        says = "Quy tắc này chung cho cả cơ quan, không đặt riêng cho một đợt được."
        raise Refused(no(says, rule="own:office")) from unknown


def _end(campaign: Campaign, rule: str, mandate: Mandate, on: date) -> int:
    open_row = CampaignRule.objects.filter(campaign=campaign, rule=rule, ended_on=None)
    return open_row.update(ended_on=on, ended_by=str(mandate))
