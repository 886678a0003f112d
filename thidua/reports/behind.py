"""The records behind a figure of a report (danh sách đằng sau con số), as the reader may know them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from thidua.awards.models import Nomination
from thidua.awards.queries.fairness import group_in
from thidua.awards.queries.nomination import visible_to
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.example import leads_visible_to
from thidua.campaigns.queries.initiative import initiatives_visible_to
from thidua.campaigns.queries.model_project import projects_visible_to
from thidua.campaigns.queries.part import Participation, participation
from thidua.campaigns.queries.replication import replications_in
from thidua.org.models import Mandate
from thidua.reports.figures import (
    Figure,
    aired_of,
    awarded_names,
    figures_of,
    goals_of,
    leads_in,
    nominated_in,
)
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import decimal_comma, money


@dataclass(frozen=True)
class Line:
    """One record (một dòng): its name, what it says for the figure, whether it is counted in.

    `kind` and `key` say what it is, for the address of its page.
    """

    kind: str
    key: str
    name: str
    says: str
    counted: bool = True


@dataclass(frozen=True)
class Behind:
    """What stands behind one figure (danh sách đằng sau con số): `rows` may be a query, so that a page takes
    only its part; `line` makes a line of a row; `hidden` are records the reader may not look at.
    """

    rows: Sequence[Any] | QuerySet[Any]
    line: Callable[[Any], Line] = field(default=lambda row: row)
    hidden: int = 0


def figure_named(campaign: Campaign, key: str, *, on: date) -> Figure:
    """The figure with this id; raises `Campaign.DoesNotExist` when there is none (con số được hỏi)."""
    found = next((figure for figure in figures_of(campaign, on=on) if figure.id == key), None)
    if found is None:
        raise Campaign.DoesNotExist
    return found


def behind(figure: Figure, campaign: Campaign, *, mandate: Mandate, on: date) -> Behind:
    """The records behind a figure (xem danh sách), those counted first where it is a share.

    Nominations and good deeds of others are counted, never named. Căn cứ: không (quy ước nội bộ).
    """
    if figure.id in _OF_UNITS:
        return Behind(_units(figure.id, campaign, on))
    if figure.id in _BUILT:
        return _BUILT[figure.id](campaign, mandate)
    if figure.id in _TOLD:
        return _TOLD[figure.id](campaign)
    if figure.id == "leads":
        found = leads_visible_to(mandate).filter(pk__in=leads_in(campaign))
        found = found.order_by("-checked_on", "-received_on", "-id")
        return Behind(found, _lead, leads_in(campaign).count() - found.count())
    if figure.id == "nominations":
        return _seen(nominated_in(campaign), mandate, _nomination)
    return _seen(_awarded(figure.id, campaign), mandate, _award)


def _awarded(key: str, campaign: Campaign) -> QuerySet[Nomination]:
    """The awarded nominations that a figure of the awards counts."""
    names = awarded_names(campaign)
    group, _, value = key.partition("_")
    if group == "people":
        return group_in(names, value)
    if group in _AWARD_FIELDS:
        return names.filter(**{_AWARD_FIELDS[group]: value})
    if key != "paid":
        return names
    own = names.filter(decision_item__decision__unit=campaign.unit)
    return own.exclude(decision_item__payment__paid_on=None)


_AWARD_FIELDS = {
    "level": "decision_item__decision__unit__level",
    "form": "decision_item__decision__form",
    "kind": "recipient",
}


def _seen(found: QuerySet[Nomination], mandate: Mandate, line: Callable[[Any], Line]) -> Behind:
    seen = visible_to(mandate).filter(pk__in=found.order_by().values("pk"))
    shown = seen.select_related("award", "unit", "holder", "decision_item__decision__document")
    return Behind(shown.order_by("unit__path", "sort_key", "id"), line, found.count() - seen.count())


def _nomination(one: Nomination) -> Line:
    return Line(
        "nomination", one.code, one.name, f"{one.unit.short_name}, {one.award.title}: {one.state_says}"
    )


def _award(one: Nomination) -> Line:
    item = one.decision_item
    paper = item.decision.document
    prize = f", {money(item.amount)} đồng" if item.amount else ""
    number = paper.number_text if paper else item.decision.code
    return Line("nomination", one.code, item.name, f"{one.unit.short_name}, Quyết định số {number}{prize}")


def _lead(one: Any) -> Line:
    good = one.state in ("verified", "profiled")
    says = f"nhận ngày {vn_date(one.received_on)}: {one.state_says}"
    return Line("lead", one.receipt, one.who, says, counted=good)


def _units(key: str, campaign: Campaign, on: date) -> list[Line]:
    """Every unit that takes part, those the figure counts first."""
    sent = dict(campaign.unit_reviews.filter(state="submitted").values_list("unit_id", "submitted_on"))
    verb, kind = _OF_UNITS[key]
    lines = []
    for row in participation(campaign, on=on):
        counted, day = _done(key, row, sent)
        when = f" ngày {vn_date(day)}" if day else ""
        said = f"đã {verb}{when}" if counted else f"chưa {verb}"
        lines.append(Line(kind, row.unit.code, row.unit.name, said, counted=counted))
    return sorted(lines, key=lambda line: not line.counted)


def _done(key: str, row: Participation, sent: dict[UUID, date | None]) -> tuple[bool, date | None]:
    """Whether a unit has done what the figure counts, and on which day."""
    if key == "registered":
        return row.has_registered, row.registration.submitted_on if row.registration else None
    if key == "reported":
        return row.has_reported, row.last_report
    return row.unit.pk in sent, sent.get(row.unit.pk)


_OF_UNITS = {
    "registered": ("đăng ký", "registration"),
    "reported": ("báo cáo", "progress"),
    "reviews": ("gửi bản tổng kết", "review"),
}


def _targets(campaign: Campaign) -> Behind:
    lines = []
    for bar in goals_of(campaign):
        unit, goal = bar.target.registration.unit, decimal_comma(bar.target.goal or 0)
        told = "chưa báo số" if bar.value is None else f"đạt {decimal_comma(bar.value)}"
        says = f"{unit.short_name}: {told} trên {goal} {bar.target.measure}".strip()
        lines.append(Line("progress", unit.code, bar.target.text, says, counted=bar.is_reached))
    return Behind(sorted(lines, key=lambda line: not line.counted))


def _models(campaign: Campaign, mandate: Mandate) -> Behind:
    def line(one: Any) -> Line:
        done = f" ngày {vn_date(one.done_on)}" if one.done_on else ""
        cost = f", {money(one.cost)} đồng" if one.cost else ""
        says = f"{one.unit.short_name}: {one.get_stage_display()}{done}{cost}"
        return Line("project", one.code, one.title, says, counted=one.stage == "done")

    kept = campaign.model_projects.exclude(stage="dropped")
    found = projects_visible_to(mandate).filter(campaign=campaign).exclude(stage="dropped")
    return Behind(found.order_by("-done_on", "unit__path", "id"), line, kept.count() - found.count())


def _replications(campaign: Campaign, mandate: Mandate) -> Behind:
    def line(one: Any) -> Line:
        says = f"từ ngày {vn_date(one.since)}: {one.state_says}"
        return Line("replication", one.code, str(one), says, counted=one.state == "done")

    kept = campaign.replications.exclude(state="dropped")
    found = replications_in(mandate, campaign).exclude(state="dropped")
    return Behind(found.order_by("-told_on", "-since", "-id"), line, kept.count() - found.count())


def _initiatives(campaign: Campaign, mandate: Mandate) -> Behind:
    def line(one: Any) -> Line:
        says = f"{one.unit.short_name}: {one.state_says}"
        return Line("initiative", one.code, one.title, says, counted=one.state == "recognised")

    kept = campaign.initiatives.exclude(state="dropped")
    found = initiatives_visible_to(mandate, campaign).exclude(state="dropped")
    return Behind(found.order_by("-recognised_on", "-id"), line, kept.count() - found.count())


_BUILT: dict[str, Callable[[Campaign, Mandate], Behind]] = {
    "models": _models,
    "models_cost": _models,
    "replications": _replications,
    "initiatives": _initiatives,
}


def _role_models(campaign: Campaign) -> Behind:
    found = campaign.role_models.filter(state="published").order_by("-published_on", "-id")
    return Behind(
        found,
        lambda one: Line("role_model", one.slug, one.name, f"{one.title}, {vn_date(one.published_on)}"),
    )


def _news(campaign: Campaign) -> Behind:
    found = campaign.announcements.filter(state="published").order_by("-published_on", "-id")
    return Behind(
        found, lambda one: Line("news", one.slug, one.title, f"đăng ngày {vn_date(one.published_on)}")
    )


def _broadcasts(campaign: Campaign) -> Behind:
    found = aired_of(campaign).select_related("broadcast").order_by("day", "hour", "where", "id")
    return Behind(
        found,
        lambda one: Line(
            "bulletin", one.broadcast.code, one.broadcast.title,
            f"{vn_date(one.day)} lúc {one.hour}, {one.where}, {decimal_comma(one.minutes, 1)} phút",
        ),
    )  # fmt: skip


_TOLD: dict[str, Callable[[Campaign], Behind]] = {
    "targets": _targets,
    "role_models": _role_models,
    "news": _news,
    "broadcasts": _broadcasts,
    "minutes": _broadcasts,
}
