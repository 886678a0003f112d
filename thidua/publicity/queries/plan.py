"""The publicity plan against what was done (kế hoạch tuyên truyền và kết quả)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from uuid import UUID

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign, RoleModel
from thidua.org.models import Mandate
from thidua.org.queries import government_of, left_to
from thidua.publicity.models import AirTime, Announcement, PublicityItem, PublicityMark
from thidua.vietnamese.text import fold

WEEK, MONTH = 7, 30  # days: a month of the plan is thirty days, wherever it begins


@dataclass(frozen=True)
class PlanLine:
    """One line of the plan and how it stands (việc, kết quả): so many times in all, so many by today, so
    many done.
    """

    item: PublicityItem
    total: int
    due: int
    done: int
    marks: tuple[PublicityMark, ...]

    @property
    def behind(self) -> int:
        """How many times are missing by today (còn thiếu)."""
        return max(0, self.due - self.done)

    @property
    def missing(self) -> str:
        """The same as words (thiếu mấy lần)."""
        return f"{self.behind} lần"


def items_visible_to(mandate: Mandate) -> QuerySet[PublicityItem]:
    """The lines of plans a mandate may know of (việc tuyên truyền): all of its own People's Committee."""
    return PublicityItem.objects.filter(left_to(government_of(mandate.unit))).select_related(
        "unit", "campaign__unit"
    )


def item_for(mandate: Mandate, code: str) -> PublicityItem:
    """The line with this code, or `PublicityItem.DoesNotExist`."""
    return items_visible_to(mandate).get(code=code)


def mark_for(mandate: Mandate, pk: UUID) -> PublicityMark:
    """One note that a line was carried out, or `PublicityMark.DoesNotExist`."""
    marks = PublicityMark.objects.filter(item__in=items_visible_to(mandate))
    return marks.select_related("item__campaign__unit").get(pk=pk)


def plan_of(campaign: Campaign, *, on: date) -> list[PlanLine]:
    """The plan of a campaign against what was done by this day (kế hoạch và kết quả); five queries."""
    items = list(campaign.publicity_items.filter(state="planned"))
    if not items:
        return []
    done = _days_done(campaign)
    noted: dict[UUID, list[PublicityMark]] = defaultdict(list)
    for mark in PublicityMark.objects.filter(item__in=items):
        noted[mark.item_id].append(mark)
    return [_line(item, done, noted[item.pk], on) for item in items]


def dropped_items(campaign: Campaign) -> QuerySet[PublicityItem]:
    """The lines taken out of the plan (việc đã bỏ)."""
    return campaign.publicity_items.filter(state="dropped")


Done = Mapping[str, list[tuple[date, str]]]


def _days_done(campaign: Campaign) -> Done:
    """What the program counts by itself: for each channel the days, and where."""
    news = Announcement.objects.filter(campaign=campaign, state="published", published_on__isnull=False)
    models = RoleModel.objects.filter(campaign=campaign, state="published", published_on__isnull=False)
    slots = AirTime.objects.filter(broadcast__campaign=campaign, state="aired")
    return {
        "news": [(day, "") for day in news.values_list("published_on", flat=True) if day],
        "role_model": [(day, "") for day in models.values_list("published_on", flat=True) if day],
        "broadcast": list(slots.values_list("day", "where")),
    }


def _line(item: PublicityItem, done: Done, marks: Iterable[PublicityMark], on: date) -> PlanLine:
    kept = tuple(marks)
    days = done.get(item.channel, [(mark.day, "") for mark in kept])
    where = fold(item.where) if item.channel == "broadcast" else ""
    many = sum(
        item.starts <= day <= min(on, item.ends) and (not where or where in fold(place))
        for day, place in days
    )
    return PlanLine(item, total_of(item), due_of(item, on=on), many, kept)


def total_of(item: PublicityItem) -> int:
    """How many times in all (tổng số lần): a week or month begun counts whole."""
    days = (item.ends - item.starts).days + 1
    return item.times * {"week": ceil(days / WEEK), "month": ceil(days / MONTH)}.get(item.rhythm, 1)


def due_of(item: PublicityItem, *, on: date) -> int:
    """How many times by the end of this day (số lần đến hôm nay): whole weeks and months gone by; of a line
    without rhythm its share of the time.
    """
    if on >= item.ends:
        return total_of(item)
    gone = (on + timedelta(days=1) - item.starts).days
    if gone <= 0:
        return 0
    if item.rhythm == "whole":
        return item.times * gone // ((item.ends - item.starts).days + 1)
    return item.times * (gone // (WEEK if item.rhythm == "week" else MONTH))
