"""What units were told of the results: all notices at once, who knows, told by another way (báo kết quả)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards.inform import draft_refusal_notices, note_told
from thidua.awards.permissions.amendment import may_inform
from thidua.awards.queries.notices import notice_in, notices_of
from thidua.awards.queries.outcome import units_to_tell
from thidua.campaigns.queries.campaign import campaign_for
from thidua.org.permissions import may_act
from thidua.records.models import OfficialDocument
from thidua.web.actors import attempt, office_page
from thidua.web.forms.ceremony import ToldForm
from thidua.web.requests import OfficeRequest


@office_page
def notices(request: OfficeRequest, code: str) -> HttpResponse:
    """Which units were told, and which know."""
    campaign, mandate, on = campaign_for(request.mandate, code), request.mandate, request.today
    found, may = notices_of(mandate, campaign), may_inform(mandate, campaign, on=on)
    waiting = units_to_tell(campaign) if may.is_yes else []
    context = {
        "campaign": campaign,
        "told": Paginator(found, 50).get_page(request.GET.get("trang")),
        "unknown": found.filter(read_on=None).count(),
        "waiting": sum(number for _, number in waiting),
        "units_waiting": len(waiting),
        "may_inform": may,
        "may_note": may_act(mandate, "standing", "clerk", on=on, unit=campaign.unit),
    }
    return render(request, "certificates/notices.html", context)


@office_page
@require_POST
def draft_all(request: OfficeRequest, code: str) -> HttpResponse:
    """Draft the notices to all units that have somebody to be told of."""
    campaign, made = campaign_for(request.mandate, code), list[OfficialDocument]()
    form = forms.Form(request.POST)
    if attempt(request, form, lambda: made.extend(draft_refusal_notices(
        campaign, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, f"Đã soạn {len(made)} thông báo; trình ký ở Giấy tờ.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("campaign-notices", code=code)


@office_page
def told(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Note that a unit was told on paper or by telephone."""
    campaign = campaign_for(request.mandate, code)
    message, form = notice_in(request.mandate, campaign, pk), ToldForm(request.POST or None)
    may = may_act(request.mandate, "standing", "clerk", on=request.today, unit=message.unit)
    if attempt(request, form, lambda: note_told(
        message, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi: {message.to_unit.name} đã được báo.")
        return redirect("campaign-notices", code=code)
    context = {"campaign": campaign, "form": form, "ruling_now": may, "told": message}
    return render(request, "certificates/told.html", context)
