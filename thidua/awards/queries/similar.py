"""Which other reports an achievement report resembles (báo cáo thành tích giống nhau): found by the numbers
kept of each, shown by passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from uuid import UUID

from django.db.models import Q, QuerySet

from thidua.awards.models import Nomination, ReportMark
from thidua.awards.queries.history import same_candidate
from thidua.awards.queries.lawful import rulebook_of
from thidua.campaigns.models import Campaign
from thidua.org.identify.identity import same_ids
from thidua.org.models import Unit
from thidua.vietnamese.similar import Runs, Shared, fingerprint, runs_of, shared_passages, unpacked, words_in
from thidua.vietnamese.text import nfc

LEAST_WORDS = 30  # so many words in common, in passages, before anybody is asked to look
MOST_SHOWN = 5
# What every report in the country says; nobody copied it from a neighbour.
STOCK = (
    "Gương mẫu chấp hành tốt chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước",
    "chấp hành nghiêm nội quy, quy chế của cơ quan, đơn vị và quy ước, hương ước của thôn",
    "luôn hoàn thành tốt, hoàn thành xuất sắc nhiệm vụ được giao",
    "có phẩm chất đạo đức tốt, lối sống lành mạnh, giản dị, đoàn kết giúp đỡ đồng nghiệp và nhân dân",
    "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "tích cực học tập nâng cao trình độ chuyên môn, nghiệp vụ, lý luận chính trị",
    "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc Báo cáo thành tích đề nghị tặng",
)


@dataclass(frozen=True)
class Passage:
    """One passage in two reports (đoạn giống nhau): its words here and there, with what stands around."""

    ours: tuple[str, str, str]
    theirs: tuple[str, str, str]


@dataclass(frozen=True)
class Resemblance:
    """Another report that one resembles (hồ sơ có đoạn giống): so many of its words stand in the other."""

    other: Nomination
    words: int
    spans: tuple[Shared, ...]
    passages: tuple[Passage, ...]
    same_candidate: bool


def written(nomination: Nomination) -> str:
    """The words of a nomination that are compared (lời báo cáo): the summary and the report."""
    return nfc(f"{nomination.achievement}\n{nomination.report}")


def form_words(nomination: Nomination) -> Runs:
    """The runs of words that the plan and the form of the report say themselves (lời của mẫu, kế hoạch)."""
    sections = rulebook_of(nomination.unit, on=nomination.governed_on).report_sections(nomination.recipient)
    headings = [f"{section.name} {section.hint}" for section in sections]
    return _stock() | runs_of([*_plan_words(nomination.campaign), *headings, nomination.award.title])


@cache
def _stock() -> Runs:
    return runs_of(STOCK)


def _plan_words(campaign: Campaign) -> Iterator[str]:
    yield from (campaign.title, campaign.short_title, campaign.theme, campaign.occasion)
    yield from (*campaign.purposes, *campaign.requirements)
    yield from campaign.contents.values_list("text", flat=True)
    yield from campaign.obligations.values_list("text", flat=True)
    yield from campaign.awards.values_list("criteria__text", flat=True).exclude(criteria__text=None)


def mark_of(nomination: Nomination) -> frozenset[int]:
    """The numbers that stand for a report (dấu báo cáo)."""
    return fingerprint(written(nomination), without=form_words(nomination))


def held_by(office: Unit) -> QuerySet[ReportMark]:
    """The marks of the reports an office holds (báo cáo cơ quan đang giữ), this campaign's and earlier
    ones'; withdrawn ones left out.
    """
    held = Q(nomination__campaign__unit=office) | Q(nomination__holder=office)
    return ReportMark.objects.filter(held).exclude(nomination__state="withdrawn")


def resembled_by(nomination: Nomination, *, office: Unit) -> list[Resemblance]:
    """The reports that this one resembles (hồ sơ có đoạn giống), the most alike first.

    The marks of all reports are read, but only the texts of the nearest few. The same candidate in the same
    campaign is another matter (một thành tích, một hình thức) and left out.
    """
    without = form_words(nomination)
    text = written(nomination)
    mine = fingerprint(text, without=without)
    same = Q(**same_candidate(nomination.recipient, nomination.candidate), campaign=nomination.campaign_id)
    others = (
        Nomination.objects.filter(pk__in=_nearest(nomination, mine, office)).exclude(same)
        if mine
        else Nomination.objects.none()
    )
    related = others.select_related("unit", "award", "campaign", "person", "collective", "household")
    themselves = same_ids(nomination.candidate)
    found = [_resemblance(text, other, without, themselves) for other in related]
    alike = [one for one in found if one.words >= LEAST_WORDS]
    return sorted(alike, key=lambda one: (-one.words, one.other.sort_key))


def _nearest(nomination: Nomination, mine: frozenset[int], office: Unit) -> list[UUID]:
    marks = held_by(office).exclude(nomination=nomination).order_by()
    shared = (
        (len(mine.intersection(unpacked(bytes(numbers)))), pk)
        for pk, numbers in marks.values_list("nomination_id", "numbers").iterator(chunk_size=2000)
    )
    return [pk for number, pk in nlargest(MOST_SHOWN, shared) if number]


def _resemblance(text: str, other: Nomination, without: Runs, themselves: frozenset[UUID]) -> Resemblance:
    there = written(other)
    spans = shared_passages(text, there, without=without)
    return Resemblance(
        other=other,
        words=sum(span.words for span in spans),
        spans=tuple(spans),
        passages=tuple(
            Passage(_around(text, span.start, span.end), _around(there, span.other_start, span.other_end))
            for span in spans
        ),
        same_candidate=other.candidate.pk in themselves,
    )


def _around(text: str, start: int, end: int, room: int = 60) -> tuple[str, str, str]:
    """A passage with some words before and after it, cut at words."""
    before, after = text[max(start - room, 0) : start], text[end : end + room]
    if start > room:
        before = f"…{before.partition(' ')[2]}"
    if end + room < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return before, text[start:end], after


def common_words(text: str, found: Iterable[Resemblance]) -> int:
    """How many words of a text stand in any of the others (số từ trùng), each counted once."""
    total, reached = 0, 0
    for start, end in sorted((span.start, span.end) for one in found for span in one.spans):
        total += words_in(text[max(start, reached) : end]) if end > reached else 0
        reached = max(reached, end)
    return total
