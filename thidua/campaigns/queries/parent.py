"""How the criteria differ from those of the level above (khác tiêu chuẩn của cấp trên), word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from thidua.campaigns.models import Campaign, ParentPlan
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.campaigns.queries.campaign_parts import award_rows
from thidua.law.book import rulebook_on
from thidua.org.models import Mandate

SAME_THING = 0.5  # share of words in common from which two criteria are one that was changed
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Stretch:
    """A run of words (đoạn chữ): "same", "dropped" (only above) or "added" (only here)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One criterion beside that of the level above (một tiêu chuẩn đối chiếu): "same", "changed", "added" or
    "dropped", with its words marked.
    """

    kind: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class GroupChange:
    """The criteria of an award form for one group (tiêu chuẩn của một nhóm), compared."""

    award: str
    group: str
    changes: tuple[Change, ...]

    @property
    def differs(self) -> bool:
        return any(change.kind != "same" for change in self.changes)


Standards = dict[tuple[str, str], list[str]]


def parent_plan_of(campaign: Campaign) -> ParentPlan | None:
    """The plan above that is linked (kế hoạch cấp trên đã gắn), or None."""
    return ParentPlan.objects.select_related("source__unit", "source__plan").filter(campaign=campaign).first()


def campaigns_above(mandate: Mandate, campaign: Campaign) -> list[Campaign]:
    """The campaigns that may be linked (đợt của cấp trên): launched above the one of this campaign, open."""
    codes = campaign.unit.path.rstrip("/").split("/")[:-1]
    found = Campaign.objects.filter(unit__code__in=codes).exclude(state="draft").select_related("unit")
    return list(found) if mandate.unit_id == campaign.unit_id else []


def changes_from(parent: ParentPlan, campaign: Campaign) -> list[GroupChange]:
    """Per award form and group what was added, dropped, changed against the plan above (khác nhau)."""
    theirs, titles = _theirs(parent, on=campaign.starts or parent.linked_on)
    ours = standards_of(campaign)
    titles |= dict(campaign.awards.values_list("form", "title"))
    kinds = dict(RECIPIENT_KINDS)
    return [
        GroupChange(titles[form], kinds[kind], tuple(_compared(theirs.get((form, kind), []), texts)))
        for form, kind in dict.fromkeys((*ours, *theirs))
        if (texts := ours.get((form, kind), [])) or theirs.get((form, kind))
    ]


def standards_of(campaign: Campaign) -> Standards:
    """The criteria per award form and kind of recipient (tiêu chuẩn theo hình thức, nhóm)."""
    found: Standards = {}
    for award in campaign.awards.prefetch_related("criteria"):
        for criterion in award.criteria.all():
            found.setdefault((award.form, criterion.recipient), []).append(criterion.text)
    return found


def _theirs(parent: ParentPlan, *, on: date) -> tuple[Standards, dict[str, str]]:
    if parent.source is not None:
        return standards_of(parent.source), dict(parent.source.awards.values_list("form", "title"))
    found: Standards = {}
    titles: dict[str, str] = {}
    for award, criteria in award_rows(parent.reading, {}, rulebook_on(on)):
        titles[award.form] = award.title
        for criterion in criteria:
            found.setdefault((award.form, criterion.recipient), []).append(criterion.text)
    return found, titles


def _compared(above: list[str], here: list[str]) -> Iterator[Change]:
    """Ours in our order, each beside the nearest of theirs; what is left of theirs at the end."""
    left = list(above)
    for text in here:
        near = max(left, key=lambda other: _likeness(other, text), default=None)
        if near is None or _likeness(near, text) < SAME_THING:
            yield Change("added", (Stretch("added", text),))
            continue
        left.remove(near)
        kind = "same" if _words(near) == _words(text) else "changed"
        yield Change(kind, tuple(stretches(near, text)))
    yield from (Change("dropped", (Stretch("dropped", text),)) for text in left)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(a=_words(one), b=_words(other), autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return [word.strip(".,;:").lower() for word in _WORD.findall(text)]


def stretches(above: str, here: str) -> Iterator[Stretch]:
    """Both texts as one, word by word (so từng chữ): what is the same, only above, only here; capitals and
    marks between words do not count.
    """
    a, b = _WORD.findall(above), _WORD.findall(here)
    matcher = SequenceMatcher(a=_words(above), b=_words(here), autojunk=False)
    for tag, i, j, m, n in matcher.get_opcodes():
        if tag == "equal":
            yield Stretch("same", " ".join(b[m:n]))
            continue
        if j > i:
            yield Stretch("dropped", " ".join(a[i:j]))
        if n > m:
            yield Stretch("added", " ".join(b[m:n]))
