"""The law in force as an officer reads it, and what changed between two days (luật đang áp dụng)."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from thidua.law.changes import Change, changes
from thidua.law.digest import days_off, law_of
from thidua.law.load import load_books
from thidua.web.actors import office_page
from thidua.web.forms.law import LawDayForm, LawDaysForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME

LAW = ("Luật đang áp dụng", "/co-quan/luat/")


@office_page
def law(request: OfficeRequest) -> HttpResponse:
    """The law of a day, subject by subject, each sentence with its article."""
    form = LawDayForm(request.GET or None, initial={"ngay": request.today})
    asked = form.cleaned_data["ngay"] if form.is_bound and form.is_valid() else None
    day = asked or request.today
    subjects, (first, last) = law_of(load_books(), day), sorted((day, request.today))
    context = {
        "day": day,
        "day_form": form,
        "days_form": LawDaysForm(initial={"tu": first, "den": last}, auto_id="so-%s"),
        "subjects": subjects,
        "unseen": sum(not one.confirmed and not one.is_local for part in subjects for one in part.rules),
        "days_off": days_off(day.year),
        "crumbs": [HOME],
    }
    return render(request, "law/law.html", context)


@office_page
def law_changes(request: OfficeRequest) -> HttpResponse:
    """What changed from one day to another; rules that only rest on another act stand apart."""
    form, found, parts = LawDaysForm(request.GET or None), None, []
    if form.is_bound and form.is_valid():
        found = changes(load_books(), form.cleaned_data["tu"], form.cleaned_data["den"])
        told = [one for one in found.rules if not one.only_grounds]
        parts = [(heading, list(group)) for heading, group in groupby(told, _heading)]
    kept = [one for one in found.rules if one.only_grounds] if found else []
    context = {"days_form": form, "found": found, "parts": parts, "kept": kept, "crumbs": [HOME, LAW]}
    return render(request, "law/changes.html", context)


def _heading(change: Change) -> str:
    return change.heading
