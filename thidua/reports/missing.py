"""What a closing report still lacks, and who owes it (còn thiếu gì, ai nợ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.awards.models import Nomination, Payment
from thidua.awards.queries.nomination import visible_to
from thidua.campaigns.models import Assignment, Campaign, Requirement, Task
from thidua.campaigns.queries.campaign_parts import short_words
from thidua.campaigns.queries.part import participation
from thidua.org.models import Mandate
from thidua.reports.expected import expected_of

ON_A_DESK = ("submitted", "returned", "eligible", "tabled", "passed", "presented")


@dataclass(frozen=True)
class Missing:
    """One thing that is missing (còn thiếu): what, who owes it, and whether the campaign cannot close
    without it.
    """

    what: str
    who: str
    blocks: bool = False


def missing_in(campaign: Campaign, *, on: date) -> list[Missing]:
    """Everything missing, what stops the closing first (còn thiếu trước khi tổng kết)."""
    waiting = _waiting(campaign).select_related("holder")
    return _in_order([*_dossiers(waiting), *_others(campaign, on)])


def missing_for(mandate: Mandate, campaign: Campaign, *, on: date) -> list[Missing]:
    """Everything missing as this mandate may know it: dossiers of others are counted, never named."""
    seen = visible_to(mandate).filter(campaign=campaign, state__in=ON_A_DESK)
    known = _dossiers(seen)
    hidden = _waiting(campaign).count() - len(known)
    if hidden:
        known += [Missing(f"{hidden} hồ sơ của đơn vị khác chưa xong", "các bàn đang giữ hồ sơ", blocks=True)]
    return _in_order([*known, *_others(campaign, on)])


def _in_order(found: list[Missing]) -> list[Missing]:
    return sorted(found, key=lambda one: not one.blocks)


def _waiting(campaign: Campaign) -> QuerySet[Nomination]:
    return Nomination.objects.filter(campaign=campaign, state__in=ON_A_DESK)


def _others(campaign: Campaign, on: date) -> list[Missing]:
    return [
        *_units(campaign, on),
        *_tasks(campaign),
        *_demands(campaign),
        *_promises(campaign, on),
        *_money(campaign),
    ]


def _dossiers(waiting: QuerySet[Nomination]) -> list[Missing]:
    return [
        Missing(
            f"Hồ sơ của {one.name}: {one.state_says}", f"{one.holder.short_name} ({one.desk})", blocks=True
        )
        for one in waiting
    ]


def _units(campaign: Campaign, on: date) -> list[Missing]:
    rows = participation(campaign, on=on)
    reviewed = set(campaign.unit_reviews.filter(state="submitted").values_list("unit_id", flat=True))
    owed = (
        ("Chưa đăng ký thi đua", [r.unit.in_sentence for r in rows if not r.has_registered]),
        ("Chưa báo cáo kết quả", [r.unit.in_sentence for r in rows if not r.has_reported]),
        ("Chưa gửi bản tổng kết của đơn vị", [r.unit.in_sentence for r in rows if r.unit.pk not in reviewed]),
    )
    return [Missing(what, ", ".join(names)) for what, names in owed if names]


def _tasks(campaign: Campaign) -> list[Missing]:
    """Tasks of the plan that nobody has, or that somebody still has in hand (nhiệm vụ chưa xong)."""
    undone: dict[Task, list[str]] = {}
    held = Assignment.objects.filter(task__campaign=campaign, task__state="given", state="doing")
    for part in held.select_related("task", "unit").order_by("task__order", "unit__path"):
        undone.setdefault(part.task, []).append(
            part.get_role_display() if part.role else part.unit.in_sentence
        )
    waiting = campaign.tasks.filter(state="waiting")
    return [
        *(Missing(f"Nhiệm vụ chưa báo xong: {_short(task)}", ", ".join(who)) for task, who in undone.items()),
        *(Missing(f"Nhiệm vụ chưa giao cho ai: {_short(task)}", "Thường trực Hội đồng") for task in waiting),
    ]


def _demands(campaign: Campaign) -> list[Missing]:
    """What inspections asked for and nobody has put right (yêu cầu sau kiểm tra chưa xong)."""
    left = Requirement.objects.filter(inspection__campaign=campaign, state="open")
    return [
        Missing(f"Yêu cầu sau kiểm tra chưa xong: {short_words(one.text)}", one.unit.in_sentence)
        for one in left.select_related("inspection__unit").order_by("inspection__unit__path", "due")
    ]


def _short(task: Task) -> str:
    return f"{short_words(task.text)}{f' (mục {task.clause})' if task.clause else ''}"


# What the units owe stands above already, each by name.
NAMED_ABOVE = ("registrations", "reports", "reviews")


def _promises(campaign: Campaign, on: date) -> list[Missing]:
    """What the plan expects and the data do not show (yêu cầu của kế hoạch chưa đạt)."""
    return [
        Missing(
            f"Yêu cầu của kế hoạch chưa đạt: {kept.expectation}, {kept.says}"
            + (f" (mục {kept.expectation.clause})" if kept.expectation.clause else ""),
            ", ".join(kept.owed_by),
        )
        for kept in expected_of(campaign, on=on)
        if not kept.is_met and kept.expectation.counts not in NAMED_ABOVE
    ]


def _money(campaign: Campaign) -> list[Missing]:
    standing = Payment.objects.exclude(item__revocations__day__isnull=False)
    unpaid = standing.filter(item__decision__campaign=campaign, unit=campaign.unit, paid_on=None).count()
    return [Missing(f"Tiền thưởng chưa chi: {unpaid} trường hợp", "kế toán")] if unpaid else []
