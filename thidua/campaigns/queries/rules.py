"""The rules a campaign sets for itself (quy tắc riêng của đợt), and the law books with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thidua.campaigns.models import Campaign, CampaignRule
from thidua.law.book import Rulebook
from thidua.law.local import LocalRuleProposal, LocalValue, campaign_rules_on, local_rule_ever
from thidua.org.models import Unit
from thidua.org.queries import government_of
from thidua.records.queries.rulebook import rulebook_of
from thidua.records.queries.settings import RuleNow, local_values, rules_on, spelled

ALONE = "áp dụng riêng cho đợt thi đua này"


@dataclass(frozen=True)
class OwnRule:
    """A rule as it stands in a campaign (quy tắc trong đợt): what the office set, what the campaign did."""

    office: RuleNow
    own: CampaignRule | None

    @property
    def proposal(self) -> LocalRuleProposal:
        return self.office.proposal

    @property
    def value_first(self) -> str:
        """What a form begins with (giá trị gợi ý): what holds, else the proposal of the law books."""
        held = self.own or self.office.current
        return held.value if held else self.proposal.proposed

    @property
    def value_says(self) -> str:
        """What holds in the campaign, in words (đang áp dụng)."""
        return spelled(self.proposal, self.own.value) if self.own else self.office.value_says


def own_values(campaign: Campaign, *, on: date) -> dict[str, LocalValue]:
    """What a campaign set for itself by a day (giá trị riêng của đợt), as the law books take it."""
    in_force = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    rows = CampaignRule.objects.filter(in_force, campaign=campaign, set_on__lte=on)
    return {row.rule: LocalValue(row.value, f"{row.paper} ({ALONE})") for row in rows}


def local_in(campaign: Campaign, *, on: date) -> dict[str, LocalValue]:
    """The local rules that hold in a campaign (quy tắc áp dụng trong đợt): its own, else the office's."""
    return local_values(campaign.unit, on) | own_values(campaign, on=on)


def rulebook_in(campaign: Campaign, unit: Unit, *, on: date) -> Rulebook:
    """The law books of a unit's office for the work of a campaign (sổ luật trong một đợt): the office that
    runs the campaign, and nobody else, follows what the campaign set for itself.
    """
    book = rulebook_of(unit, on=on)
    if government_of(unit).pk != campaign.unit_id:
        return book
    return book.with_own(own_values(campaign, on=on))


def own_rules(campaign: Campaign, *, on: date) -> list[OwnRule]:
    """Every rule a campaign may set for itself, with what holds (các quy tắc đặt riêng được)."""
    held = {row.rule: row for row in CampaignRule.objects.filter(campaign=campaign, ended_on=None)}
    may = {rule.id for rule in campaign_rules_on(on)}
    rules = (rule for rule in rules_on(campaign.unit, on) if rule.proposal.id in may)
    return [OwnRule(rule, held.get(rule.proposal.id)) for rule in rules]


def own_rule(campaign: Campaign, rule: str, *, on: date) -> OwnRule:
    """One of them, or `CampaignRule.DoesNotExist`."""
    found = next((one for one in own_rules(campaign, on=on) if one.proposal.id == rule), None)
    if found is None:
        raise CampaignRule.DoesNotExist
    return found


def ended_rules(campaign: Campaign) -> list[tuple[CampaignRule, str, str]]:
    """What held before, the last first (đã thôi áp dụng): the row, the rule's name, its value in words."""
    rows = CampaignRule.objects.filter(campaign=campaign, ended_on__isnull=False).order_by("-id")
    told = ((row, local_rule_ever(row.rule, row.set_on)) for row in rows)
    return [(row, proposal.name, spelled(proposal, row.value)) for row, proposal in told]
