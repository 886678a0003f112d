"""Where else an achievement is put forward or was rewarded (thành tích này ở nơi khác), and why it looks the
same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from thidua.awards.models import Evidence, Nomination
from thidua.awards.queries.history import same_candidate
from thidua.org.models import Unit
from thidua.vietnamese.text import fold

# A shorter summary ("hoàn thành tốt nhiệm vụ") is said of many, each with right.
LEAST_WORDS = 10


@dataclass(frozen=True)
class Elsewhere:
    """Another nomination for what looks like the same achievement (nơi khác): `why` in a few words, `kind`
    person, initiative, summary or evidence.
    """

    other: Nomination
    kind: str
    why: str


def elsewhere(nomination: Nomination, *, office: Unit) -> list[Elsewhere]:
    """Where else this achievement stands (đề nghị, quyết định khác cho thành tích này): for the same
    candidate, or for somebody else at the same office.
    """
    return [*of_the_candidate(nomination), *shared_with_others(nomination, office=office)]


def of_the_candidate(nomination: Nomination) -> list[Elsewhere]:
    """Other nominations of the same candidate for the same time (cùng đối tượng), whoever proposed them."""
    lookup = same_candidate(nomination.recipient, nomination.candidate)
    others = _related(Nomination.objects.filter(**lookup).exclude(pk=nomination.pk))
    return [
        Elsewhere(other, "person", why) for other in others if (why := _same_time(nomination, other)) != ""
    ]


def _same_time(nomination: Nomination, other: Nomination) -> str:
    if other.campaign_id == nomination.campaign_id:
        return "cùng đối tượng, cùng đợt thi đua"
    days = (nomination.achieved_from, nomination.achieved_to, other.achieved_from, other.achieved_to)
    if None in days:
        return ""
    starts, ends, other_starts, other_ends = days
    overlap = starts <= other_ends and other_starts <= ends  # type: ignore[operator]
    return "cùng đối tượng, thời gian lập thành tích trùng nhau" if overlap else ""


def shared_with_others(nomination: Nomination, *, office: Unit) -> list[Elsewhere]:
    """What somebody else is put forward for at this office (cùng thành tích, khác đối tượng): the same
    initiative, the same summary, the same thing as evidence.
    """
    theirs = Nomination.objects.filter(Q(campaign__unit=office) | Q(holder=office))
    others = theirs.exclude(pk=nomination.pk).exclude(
        **same_candidate(nomination.recipient, nomination.candidate)
    )
    alike = [*_same_words(nomination, others), *_same_evidence(nomination, others)]
    rows = {row.pk: row for row in _related(others.filter(pk__in=[pk for pk, _, _ in alike]))}
    return [Elsewhere(rows[pk], kind, why) for pk, kind, why in alike if pk in rows]


Found = tuple[UUID, str, str]


def _same_words(nomination: Nomination, others: QuerySet[Nomination]) -> Iterator[Found]:
    initiative, summary = _plain(nomination.initiative), _plain(nomination.achievement)
    tells = len(summary.split()) >= LEAST_WORDS
    if not initiative and not tells:
        return
    rows = others.exclude(state="draft").order_by("id").values_list("pk", "initiative", "achievement")
    for pk, their_initiative, their_summary in rows:
        if initiative and _plain(their_initiative) == initiative:
            yield pk, "initiative", f"cùng sáng kiến, giải pháp “{nomination.initiative}”"
        if tells and _plain(their_summary) == summary:
            yield pk, "summary", "tóm tắt thành tích giống hệt"


def _same_evidence(nomination: Nomination, others: QuerySet[Nomination]) -> Iterator[Found]:
    things = Evidence.objects.filter(claim__nomination=nomination, about_id__isnull=False)
    said = dict(things.values_list("about_id", "says"))
    used = Evidence.objects.filter(about_id__in=said, claim__nomination__in=others).order_by("id")
    for pk, about in dict.fromkeys(used.values_list("claim__nomination_id", "about_id")):
        yield pk, "evidence", f"cùng minh chứng “{said[about]}”"


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(". ")


def _related(found: QuerySet[Nomination]) -> QuerySet[Nomination]:
    related = found.exclude(state__in=("withdrawn", "ineligible", "failed", "refused"))
    return related.select_related("unit", "award", "campaign").order_by("-id")
