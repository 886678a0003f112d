"""Nominees of one group side by side and in order: table, points, places (so sánh, chấm điểm, xếp hạng)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from thidua.awards import rank as verbs
from thidua.awards.models import Finding, Nomination
from thidua.awards.permissions.ranking import may_rank
from thidua.awards.queries.nomination import nomination_for
from thidua.awards.queries.ranking import (
    MOST_COMPARED,
    Compared,
    Group,
    appendix_rows,
    compared,
    group_counts,
    group_for,
    ranking_of,
)
from thidua.campaigns.queries.campaign import campaign_for
from thidua.web.actors import attempt, office_page
from thidua.web.forms.ranking import ClearForm, PlacesForm, ScoresForm, TableForm, as_lines
from thidua.web.requests import OfficeRequest

LEAST_COMPARED = 2


@office_page
def rankings(request: OfficeRequest, code: str) -> HttpResponse:
    """The groups of a campaign, each with its order."""
    campaign = campaign_for(request.mandate, code)
    context = {"campaign": campaign, "groups": group_counts(request.mandate, campaign)}
    return render(request, "ranking/groups.html", context)


@office_page
def ranking(request: OfficeRequest, code: str, form: str, recipient: str) -> HttpResponse:
    """A group in order, each place with its reason; ticked ones are compared."""
    group = _group(request, code, form, recipient)
    context = _context(request, group) | {"ranking": ranking_of(group, on=request.today)}
    return render(request, "ranking/ranking.html", context)


def _group(request: OfficeRequest, code: str, form: str, recipient: str) -> Group:
    return group_for(request.mandate, campaign_for(request.mandate, code), form, recipient)


def _context(request: OfficeRequest, group: Group) -> dict[str, Any]:
    return {
        "group": group,
        "campaign": group.campaign,
        "table": group.table,
        "may": may_rank(request.mandate, group.campaign, on=request.today),
        "clear_form": ClearForm(),
    }


def _back(group: Group) -> HttpResponse:
    return redirect("ranking", group.campaign.code, group.award.form, group.recipient)


def _acting(request: OfficeRequest) -> dict[str, Any]:
    return {"mandate": request.mandate, "on": request.today}


@office_page
def score_table(request: OfficeRequest, code: str, form: str, recipient: str) -> HttpResponse:
    """Set the table of a group; what the plan's appendix holds is there to begin with."""
    group = _group(request, code, form, recipient)
    typed = TableForm(request.POST or None, recipient=recipient, initial=_start(group))
    if attempt(request, typed, lambda: verbs.set_score_table(group, words=typed.words(), **_acting(request))):
        messages.success(request, "Đã đặt cách xếp hạng của nhóm.")
        return _back(group)
    return render(request, "ranking/table.html", _context(request, group) | {"form": typed})


def _start(group: Group) -> dict[str, Any]:
    """The table as it stands, else the appendix of the plan."""
    table = group.table
    if table is None:
        found = appendix_rows(group.campaign, group.recipient)
        paper = "Phụ lục của kế hoạch phát động" if found else ""
        lines = as_lines((text, most, False, "") for text, most in found)
        return {"mode": "points", "paper": paper, "criteria": lines}
    rows = [(one.text, one.most, one.is_bonus, one.needs) for one in table.criteria.all()]
    ties = {f"tie{at}": key for at, key in enumerate(table.ties, start=1)}
    return {"mode": table.mode, "paper": table.paper, "criteria": as_lines(rows), **ties}


@office_page
def scores(request: OfficeRequest, code: str) -> HttpResponse:
    """Give one nomination its points, each loss with its reason."""
    nomination = nomination_for(request.mandate, code)
    group = _group_of(request, nomination)
    criteria = list(group.table.criteria.all()) if group.table else []
    form = ScoresForm(request.POST or None, criteria=criteria, nomination=nomination)
    if criteria and attempt(request, form, lambda: verbs.score_nomination(
        nomination, group=group, scores=form.scores(), **_acting(request)
    )):  # fmt: skip
        messages.success(request, f"Đã chấm điểm {nomination.name}.")
        return _back(group)
    context = _context(request, group) | {"form": form, "nomination": nomination, "criteria": criteria}
    return render(request, "ranking/scores.html", context)


def _group_of(request: OfficeRequest, nomination: Nomination) -> Group:
    group = group_for(request.mandate, nomination.campaign, nomination.award.form, nomination.recipient)
    if all(one.pk != nomination.pk for one in group.nominations):
        raise Http404("Hồ sơ này chưa hoặc không còn được xét.")
    return group


@office_page
def places(request: OfficeRequest, code: str, form: str, recipient: str) -> HttpResponse:
    """Give the nominees of a group their places by hand."""
    group = _group(request, code, form, recipient)
    if group.table is None:
        return _back(group)
    typed = PlacesForm(request.POST or None, nominations=group.nominations, table=group.table)
    if attempt(request, typed, lambda: verbs.give_places(
        group, places=typed.places(), reasons=typed.reasons(), **_acting(request)
    )):  # fmt: skip
        messages.success(request, "Đã xếp thứ tự của nhóm.")
        return _back(group)
    return render(request, "ranking/places.html", _context(request, group) | {"form": typed})


@office_page
def clear(request: OfficeRequest, code: str, form: str, recipient: str) -> HttpResponse:
    """Clear all points and places of a group, with the reason."""
    group = _group(request, code, form, recipient)
    typed = ClearForm(request.POST or None)
    if attempt(request, typed, lambda: verbs.clear_scores(
        group, reason=typed.cleaned_data["reason"], **_acting(request)
    )):  # fmt: skip
        messages.success(request, "Đã xóa điểm, thứ tự của nhóm; nhật ký còn giữ.")
        return _back(group)
    return render(request, "ranking/clear.html", _context(request, group) | {"form": typed})


@office_page
def comparison(request: OfficeRequest, code: str, form: str, recipient: str) -> HttpResponse:
    """Two to six nominees of a group side by side."""
    group = _group(request, code, form, recipient)
    found = compared(group, request.GET.getlist("hs"), on=request.today)
    if len(found) < LEAST_COMPARED:
        messages.warning(request, f"Hãy tích từ {LEAST_COMPARED} đến {MOST_COMPARED} người để so sánh.")
        return _back(group)
    context = _context(request, group) | {"columns": found, "lines": _lines(group, found)}
    return render(request, "ranking/comparison.html", context)


def _lines(group: Group, found: list[Compared]) -> list[dict[str, Any]]:
    """The rows of the comparison: what is asked, and what each nominee has for it."""
    asked = group.award.criteria.filter(recipient=group.recipient)
    rows = [
        ("Thành tích", [[one.nomination.achievement] for one in found]),
        *((one.text, [[column.claims.get(one.pk, "")] for column in found]) for one in asked),
        ("Nhận định thẩm định", [_findings(one) for one in found]),
        ("Đã được khen", [[f"{a.title}, {a.decision}" for a in one.history.awards] for one in found]),
        ("Điểm, thứ tự", [_scores(one) for one in found]),
    ]
    names = [one.nomination.name for one in found]
    return [{"asked": asked, "cells": list(zip(names, cells, strict=True))} for asked, cells in rows]


def _findings(one: Compared) -> list[str]:
    """What was judged, and what did not hold; nothing to say is said too."""
    told = [_told(found) for found in one.findings if found.verdict == "no" or found.judged is not None]
    return told or (["không có điểm nào cần xem xét"] if one.findings else ["chưa thẩm định"])


def _told(found: Finding) -> str:
    if found.judged is None:
        return found.because
    why = f" ({found.judged_why})" if found.judged_why else ""
    return f"{found.because.rstrip('.')}: {'đạt' if found.judged else 'không đạt'}{why}"


def _scores(one: Compared) -> list[str]:
    if one.ranked is None or one.ranked.placed.place is None:
        return ["chưa có điểm"]
    placed = one.ranked.placed
    told = (f"Hạng {placed.place}: {placed.contender.shown}.", *one.ranked.reasons, placed.because)
    return [words for words in told if words]
