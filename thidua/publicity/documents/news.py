"""What a piece of news says before somebody edits it (tin bài): from facts of the campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.awards.queries.public import Honours
from thidua.campaigns.models import Campaign, RoleModel
from thidua.publicity.queries import Facts, facts_of
from thidua.vietnamese.dates import vn_date


@dataclass(frozen=True)
class NewsWords:
    """What a piece of news says (tin): title, a line or two on top, the text."""

    title: str
    lead: str
    body: str


def news_about(role_model: RoleModel) -> NewsWords:
    """A first draft of a piece about a role model (tin về gương điển hình)."""
    whose = f"{role_model.name}, {role_model.place}" if role_model.place else role_model.name
    return NewsWords(title=f"Gương tốt: {role_model.title}", lead=f"{whose}.", body=role_model.story)


def news_of_campaign(campaign: Campaign, *, on: date) -> NewsWords:
    """A first draft about where the campaign stands (tin về đợt thi đua)."""
    facts = facts_of(campaign, on=on)
    part = facts.taking_part
    return NewsWords(
        title=f"{campaign.short_title}: tình hình đến ngày {vn_date(on)}",
        lead=f"{part.registered} trên {len(part.units)} đơn vị đã đăng ký thi đua.",
        body="\n\n".join(
            [
                *theme_words(campaign),
                *role_model_words(facts),
                *(f"Theo {_cited(honours)}, {awarded_words(honours)}." for honours in facts.honours),
                *period_words(campaign, on),
            ]
        ),
    )


def theme_words(campaign: Campaign) -> list[str]:
    """The theme, if there is one (chủ đề)."""
    return [f"Chủ đề: {campaign.theme.rstrip('.')}."] if campaign.theme else []


def role_model_words(facts: Facts) -> list[str]:
    """One line for each role model (gương tốt)."""
    said = []
    for role_model in facts.role_models:
        whose = f"{role_model.name}, {role_model.place}" if role_model.place else role_model.name
        said.append(f"Gương tốt: {whose}. {role_model.title.rstrip('.')}.")
    return said


def _cited(honours: Honours) -> str:
    """The decision as it is cited in writing (quyết định số …)."""
    cited = honours.paper.title if honours.paper else f"quyết định của Chủ tịch {honours.decision.unit.name}"
    return f"{cited[:1].lower()}{cited[1:]}"


def awarded_words(honours: Honours) -> str:
    """What was given to how many (tặng gì cho ai)."""
    counts = ", ".join(f"{len(items)} {name}" for _, name, items in honours.groups)
    return f"tặng {honours.form} cho {counts}"


def period_words(campaign: Campaign, on: date) -> list[str]:
    """How long the campaign still lasts (thời gian)."""
    if campaign.ends is None or on > campaign.ends:
        return []
    return [f"Phong trào thi đua kéo dài đến hết ngày {vn_date(campaign.ends)}."]
