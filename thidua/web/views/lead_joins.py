"""Two reports of one deed side by side, joined and taken apart (tin báo trùng)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns.discover import join_good_deed, separate_good_deed
from thidua.campaigns.models import Lead
from thidua.campaigns.permissions.example import may_join_deed
from thidua.campaigns.queries.example import lead_for, photos_of_lead
from thidua.campaigns.queries.likeness import similar_leads
from thidua.vietnamese.dates import vn_date
from thidua.web.actors import attempt, office_page
from thidua.web.requests import OfficeRequest


class JoinForm(forms.Form):
    """Which of the two goes on (giữ tin nào)."""

    giu = forms.ChoiceField(choices=[("nay", "tin thứ nhất"), ("kia", "tin thứ hai")])


@office_page
def compare(request: OfficeRequest, receipt: str, other: str) -> HttpResponse:
    """Two reports side by side; joined, one goes on with the photos of both."""
    one, two = lead_for(request.mandate, receipt), lead_for(request.mandate, other)
    form = JoinForm(request.POST or None)
    if attempt(request, form, lambda: _join(request, form, one, two)):
        kept = one if form.cleaned_data["giu"] == "nay" else two
        messages.success(request, "Đã gộp hai tin. Gộp nhầm thì tách ra ở trang của tin này.")
        return redirect("lead", kept.receipt)
    alike = next((found for found in similar_leads(one) if found.other == two), None)
    context = {
        "one": one,
        "other": two,
        "pairs": _pairs(one, two),
        "pictures": [photos_of_lead(one), photos_of_lead(two)],
        "alike": alike,
        "form": form,
        "may_keep_one": may_join_deed(request.mandate, two, one, on=request.today),
        "may_keep_other": may_join_deed(request.mandate, one, two, on=request.today),
    }
    return render(request, "examples/compare.html", context)


def _join(request: OfficeRequest, form: JoinForm, one: Lead, two: Lead) -> None:
    kept, gone = (one, two) if form.cleaned_data["giu"] == "nay" else (two, one)
    join_good_deed(gone, into=kept, mandate=request.mandate, on=request.today)


def _pairs(one: Lead, two: Lead) -> list[dict[str, Any]]:
    """What both say, line by line."""
    said = [
        ("Ai", one.who, two.who),
        ("Ở đâu", one.where, two.where),
        ("Việc gì", one.what, two.what),
        ("Nhận ngày", vn_date(one.received_on), vn_date(two.received_on)),
        ("Đến bằng", one.how or "trang công khai", two.how or "trang công khai"),
        ("Người báo", one.reporter, two.reporter),
        ("Bước", one.state_says, two.state_says),
    ]
    return [{"label": label, "said": (here, there), "differs": here != there} for label, here, there in said]


@office_page
@require_POST
def separate(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Take a report out of the one it was joined to."""
    found = lead_for(request.mandate, receipt)
    separate_good_deed(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã tách tin này ra; tin chờ xác minh riêng.")
    return redirect("lead", receipt)
