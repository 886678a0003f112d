"""Every day by which something is due, on one calendar (lịch các mốc), and the same for calendar programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from thidua.awards.queries.council import sessions_visible_to
from thidua.campaigns.models import Assignment, Campaign, Deadline, Inspection, Requirement, Target
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.campaigns.queries.schedule import PROPOSED
from thidua.campaigns.queries.work import UNDER_WAY
from thidua.org.models import Mandate

RUNNING = (*UNDER_WAY, "suspended")
LONGEST = 110


@dataclass(frozen=True)
class Entry:
    """One day on the calendar (một mốc): what, which kind, its page (address and arguments); `id` stays the
    same when the day moves, so that calendar programs move it too.
    """

    id: str
    day: date
    title: str
    kind: str
    page: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Span:
    """Whose calendar, and from which day to which (khoảng lịch)."""

    mandate: Mandate
    first: date
    last: date


def calendar_of(span: Span) -> list[Entry]:
    """The entries of a mandate between two days (lịch của một tư cách), the earliest first; a fixed number of
    queries.
    """
    campaigns = list(campaigns_visible_to(span.mandate).filter(state__in=RUNNING))
    found = [entry for source in SOURCES for entry in source(span, campaigns)]
    inside = (entry for entry in found if span.first <= entry.day <= span.last)
    return sorted(inside, key=lambda entry: (entry.day, entry.title))


def _campaigns(span: Span, campaigns: list[Campaign]) -> Iterator[Entry]:
    for one in campaigns:
        page = ("campaign", one.code)
        for key, day, says in (
            ("starts", one.starts, "Bắt đầu"),
            ("ends", one.ends, "Kết thúc"),
            ("celebrated", one.celebrated_on, "Ngày kỷ niệm"),
        ):
            if day:
                yield Entry(f"{key}-{one.pk}", day, f"{says}: {one.short_title}", "đợt thi đua", page)


def _deadlines(span: Span, campaigns: list[Campaign]) -> Iterator[Entry]:
    """The days the office set; proposed ones are seen in the launching office only, and say so."""
    by_key = {one.pk: one for one in campaigns}
    for one in Deadline.objects.filter(campaign__in=campaigns):
        campaign, proposed = by_key[one.campaign_id], one.says.startswith(PROPOSED)
        own = span.mandate.unit_id == campaign.unit_id
        if proposed and not own:
            continue
        page = ("campaign-schedule" if own else "campaign", campaign.code)
        title = f"Hạn {one.get_kind_display()}: {campaign.short_title}"
        yield Entry(
            f"deadline-{one.pk}", one.day, title, "mốc của đợt", page, "mốc đề xuất" if proposed else ""
        )


def _tasks(span: Span, campaigns: list[Campaign]) -> Iterator[Entry]:
    mandate = span.mandate
    role = "" if mandate.holds("unit_head", "village_head") else mandate.role
    held = Assignment.objects.filter(
        unit=mandate.unit, role=role, state="doing", task__state="given", task__campaign__in=campaigns,
        task__due__range=(span.first, span.last),
    )  # fmt: skip
    for part in held.select_related("task__campaign"):
        page = ("finish-task", part.task.campaign.code, str(part.pk))
        yield Entry(f"task-{part.pk}", part.task.due or span.last, _short(part.task.text), "nhiệm vụ", page)


def _targets(span: Span, campaigns: list[Campaign]) -> Iterator[Entry]:
    due = Target.objects.filter(
        registration__unit=span.mandate.unit, registration__campaign__in=campaigns,
        registration__state__in=("submitted", "accepted"), due__range=(span.first, span.last),
    )  # fmt: skip
    for one in due.select_related("registration__campaign", "registration__unit"):
        held = one.registration
        page = ("unit-progress", held.campaign.code, held.unit.code)
        yield Entry(f"target-{one.pk}", one.due or span.last, _short(one.text), "chỉ tiêu", page)


def _inspections(span: Span, campaigns: list[Campaign]) -> Iterator[Entry]:
    found = Inspection.objects.filter(campaign__in=campaigns, state="planned")
    asked = Requirement.objects.filter(inspection__campaign__in=campaigns, state="open")
    if not span.mandate.unit.is_government:
        found, asked = found.filter(unit=span.mandate.unit), asked.filter(inspection__unit=span.mandate.unit)
    else:
        found = found.filter(campaign__unit=span.mandate.unit)
        asked = asked.filter(inspection__campaign__unit=span.mandate.unit)
    for one in found.select_related("unit", "campaign"):
        page = ("inspection", one.campaign.code, one.code)
        yield Entry(f"visit-{one.pk}", one.day, f"Kiểm tra {one.unit.in_sentence}", "kiểm tra", page)
    for demand in asked.select_related("inspection__unit", "inspection__campaign"):
        visited = demand.inspection
        page = ("inspection", visited.campaign.code, visited.code)
        title = f"{visited.unit.short_name}: {_short(demand.text)}"
        yield Entry(f"demand-{demand.pk}", demand.due, title, "yêu cầu sau kiểm tra", page)


def _sessions(span: Span, campaigns: list[Campaign]) -> Iterator[Entry]:
    planned = sessions_visible_to(span.mandate).filter(meets_on__range=(span.first, span.last))
    for one in planned:
        title = f"Họp Hội đồng {one.starts_at}: {one.campaign.short_title}"
        page = ("session", one.code)
        yield Entry(f"session-{one.pk}", one.meets_on, title, "họp Hội đồng", page, one.place)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…"


Source = Callable[[Span, list[Campaign]], Iterator[Entry]]
SOURCES: tuple[Source, ...] = (_campaigns, _deadlines, _tasks, _targets, _inspections, _sessions)


def as_icalendar(entries: Iterable[tuple[Entry, str]], *, name: str, on: date) -> bytes:
    """Entries with their links as an iCalendar file (RFC 5545): whole days (lịch cho phần mềm lịch)."""
    made = Calendar()
    made.add("prodid", "-//Thi Dua//Lich//VI")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    for entry, url in entries:
        event = Event()
        event.add("uid", f"{entry.id}@thidua")
        event.add("dtstamp", datetime.combine(on, time(), tzinfo=UTC))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("categories", [entry.kind])
        event.add("description", "\n".join(line for line in (entry.note, url) if line))
        made.add_component(event)
    return bytes(made.to_ical())
