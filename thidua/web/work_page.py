"""What the pages of the work have in common (trang việc theo kế hoạch): links to the plan, filters, rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import intake_of
from thidua.campaigns.queries.work import Standing, places_in_plan
from thidua.org.models import Mandate
from thidua.paper.sheet import Field, Sheet
from thidua.records.queries.papers import papers_visible_to
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import fold, squeeze

STATE_WORDS = {
    "waiting": ("chờ giao", "late"),
    "doing": ("đang làm", "wait"),
    "late": ("quá hạn", "late"),
    "done": ("đã xong", "ok"),
    "withdrawn": ("đã rút", ""),
}


@dataclass(frozen=True)
class PlanLinks:
    """Where a passage of the plan stands (chỗ trong kế hoạch): on the page where it was read for the office
    that put it in, else the paper, else nowhere.
    """

    page: str
    places: dict[str, UUID] = field(default_factory=dict)
    paper: str = ""

    def to(self, said: str) -> str:
        """The address of these words, or this clause, of the plan; "" for what the plan does not say."""
        if not said:
            return ""
        place = self.places.get(squeeze(said))
        return f"{self.page}#y-{place}" if place else self.paper


def plan_links(mandate: Mandate, campaign: Campaign) -> PlanLinks:
    """The links of a campaign; three queries for any number of passages."""
    intake, plan = intake_of(mandate, campaign), campaign.plan
    page = reverse("plan", args=[intake.code]) if intake else ""
    seen = plan is not None and papers_visible_to(mandate).filter(pk=plan.pk).exists()
    paper = reverse("paper", args=[plan.code]) if plan is not None and seen else ""
    return PlanLinks(page, places_in_plan(intake) if intake else {}, paper)


def chosen(standings: list[Standing], wanted: dict[str, Any], *, on: date) -> list[Standing]:
    """The tasks that a filter asks for (lọc nhiệm vụ)."""
    words, unit = fold(wanted.get("tim") or ""), wanted.get("ai")
    return [
        one
        for one in standings
        if (not words or words in fold(one.task.text))
        and (not unit or any(part.unit_id == unit.pk for part in one.parts))
        and wanted.get("tinh_trang") in (None, "", one.state)
        and _is_due(one, wanted.get("han") or "", on=on)
    ]


def _is_due(one: Standing, asked: str, *, on: date) -> bool:
    due = one.task.due
    if asked == "none":
        return due is None
    if asked == "past":
        return due is not None and due <= on
    if asked == "week":
        return due is not None and on <= due <= on + timedelta(days=7)
    return True


def task_rows(standings: list[Standing], links: PlanLinks) -> list[dict[str, Any]]:
    """The tasks as the list shows them."""
    return [
        {
            "task": one.task,
            "standing": one,
            "url": links.to(one.task.said),
            "who": _who(one),
            "state": STATE_WORDS[one.state][0],
            "state_kind": STATE_WORDS[one.state][1],
        }
        for one in standings
    ]


def _who(one: Standing) -> str:
    """Who has it, in a few words: names while they are few, then the first and how many more."""
    names = [part.get_role_display() if part.role else part.unit.short_name for part in one.parts]
    if len(names) > 3:
        return f"{', '.join(names[:2])} và {len(names) - 2} nơi khác"
    return ", ".join(names)


def work_sheet(standings: list[Standing]) -> Sheet:
    """The tasks as a spreadsheet (danh sách nhiệm vụ), a row for each who has one."""
    columns = (
        Field("Mục", 10), Field("Nhiệm vụ", 60), Field("Ai làm", 30), Field("Hạn", 12),
        Field("Tình trạng", 14), Field("Ngày xong", 12), Field("Kết quả", 50), Field("Cách nhận", 30),
    )  # fmt: skip
    rows: list[tuple[str, ...]] = []
    for one in standings:
        task, due = one.task, vn_date(one.task.due) if one.task.due else ""
        if not one.parts:
            state = STATE_WORDS[one.state][0]
            rows.append((task.clause, task.text, task.unclear or task.body, due, state, "", "", ""))
        for part in one.parts:
            done = vn_date(part.done_on) if part.done_on and part.state == "done" else ""
            state = "quá hạn" if part.is_late(one.on) else part.state_says
            rows.append((task.clause, task.text, part.who, due, state, done, part.result, part.how))
    return Sheet("Nhiệm vụ", columns, tuple(rows))
