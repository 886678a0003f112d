"""Taking part: registration, progress, reminders (đăng ký, báo cáo kết quả, đôn đốc)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseFormSet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import register, track
from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.part import (
    may_change_registration,
    may_receive,
    may_remind,
    may_return,
    may_take_part,
)
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import (
    own_unit,
    participation,
    progress_of,
    project_of,
    registration_of,
    reminders_of,
    targets_of,
    unit_in,
    with_evidence,
)
from thidua.campaigns.queries.track import bars_of, reminders_of_unit
from thidua.campaigns.queries.visit import with_demands
from thidua.org.models import Unit
from thidua.org.queries import taking_part, who_holds
from thidua.records.attach import attach
from thidua.reports.pulse import pulse_of_unit
from thidua.web.actors import attempt, office_page
from thidua.web.forms.part import (
    ProgressForm,
    RegistrationForm,
    RemarkForm,
    ReminderForm,
    registration_entry,
    target_rows,
)
from thidua.web.requests import OfficeRequest


@office_page
def registrations(request: OfficeRequest, code: str) -> HttpResponse:
    """Who has registered; a unit head goes straight to the own registration."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    if own is not None:
        return redirect("unit-registration", code=code, unit=own.code)
    rows = participation(campaign, on=request.today)
    done = sum(row.has_registered for row in rows)
    context = {
        "campaign": campaign,
        "rows_of_units": rows,
        "done": done,
        "total": len(rows),
        "missing": len(rows) - done,
        "may_receive": may_receive(request.mandate, campaign, on=request.today),
        "may_remind": may_remind(request.mandate, campaign, on=request.today),
        "done_words": f"{done} trên {len(rows)} đơn vị",
    }
    return render(request, "part/registrations.html", context)


@office_page
def unit_registration(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """A unit's registration: written here until it is sent, shown afterwards."""
    campaign = campaign_for(request.mandate, code)
    of = unit_in(campaign, request.mandate, unit, on=request.today)
    found = registration_of(campaign, of)
    if found is None:
        ruling = may_take_part(request.mandate, of, campaign, on=request.today)
    else:
        ruling = may_change_registration(request.mandate, found, on=request.today)
    context = {
        "campaign": campaign,
        "of": of,
        "registration": found,
        "may_write": ruling,
        "project": project_of(campaign, of),
        "may_receive": may_receive(request.mandate, campaign, on=request.today),
        "may_return": may_return(request.mandate, campaign, on=request.today),
    }
    if ruling.stops:
        return render(request, "part/registration.html", context | {"remark_form": RemarkForm()})
    form, rows = _registration_forms(request, campaign, of)
    if rows.is_valid() and attempt(request, form, lambda: _save(request, campaign, of, form, rows)):
        return redirect("unit-registration", code=code, unit=unit)
    return render(request, "part/registration_form.html", context | {"form": form, "targets": rows})


def _registration_forms(
    request: OfficeRequest, campaign: Campaign, of: Unit
) -> tuple[RegistrationForm, BaseFormSet]:
    found, project = registration_of(campaign, of), project_of(campaign, of)
    initial: dict[str, Any] = {}
    if found:
        initial = {"note": found.note, "how": found.how, "version": found.version}
    if project:
        initial |= {"project_title": project.title, "project_description": project.description}
    data = request.POST or None
    for_unit = request.mandate.unit_id != of.pk
    return RegistrationForm(data, initial=initial, for_unit=for_unit), target_rows(campaign, found, data)


def _save(
    request: OfficeRequest, campaign: Campaign, of: Unit, form: RegistrationForm, rows: BaseFormSet
) -> None:
    entry = registration_entry(form, rows)
    found = register.save_registration(
        campaign, entry=entry, unit=of, mandate=request.mandate, on=request.today
    )
    if "send" in request.POST:
        register.submit_registration(found, mandate=request.mandate, on=request.today)
        messages.success(request, f"Đã gửi đăng ký của {of.name}.")
    else:
        messages.success(request, "Đã ghi lại; đăng ký chưa gửi.")


MOVES = {
    "lay-lai": (register.take_back_registration, "Đã lấy lại để sửa."),
    "nhan": (register.accept_registration, "Đã nhận đăng ký."),
}


@office_page
@require_POST
def move_registration(request: OfficeRequest, code: str, unit: str, move: str) -> HttpResponse:
    """Take a registration back, or receive it."""
    campaign = campaign_for(request.mandate, code)
    found = registration_of(campaign, unit_in(campaign, request.mandate, unit, on=request.today))
    verb, said = MOVES[move]
    if found is not None:
        verb(found, mandate=request.mandate, on=request.today)
        messages.success(request, said)
    return redirect("unit-registration", code=code, unit=unit)


@office_page
@require_POST
def return_registration(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """Return a registration with a remark."""
    campaign = campaign_for(request.mandate, code)
    of = unit_in(campaign, request.mandate, unit, on=request.today)
    found, form = registration_of(campaign, of), RemarkForm(request.POST)
    if found and attempt(
        request,
        form,
        lambda: register.return_registration(
            found, remark=form.cleaned_data["remark"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, f"Đã trả lại đăng ký cho {of.name}.")
        return redirect("campaign-registrations", code=code)
    context = {
        "campaign": campaign,
        "of": of,
        "registration": found,
        "remark_form": form,
        "project": project_of(campaign, of),
        "may_receive": may_receive(request.mandate, campaign, on=request.today),
        "may_return": may_return(request.mandate, campaign, on=request.today),
    }
    return render(request, "part/registration.html", context)


@office_page
def tracking(request: OfficeRequest, code: str) -> HttpResponse:
    """At a glance: who has not registered or reported, and what was reported lately."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    if own is not None:
        return redirect("unit-progress", code=code, unit=own.code)
    rows = participation(campaign, on=request.today)
    page = Paginator(progress_of(campaign), 20).get_page(request.GET.get("trang"))
    unregistered = [row for row in rows if not row.has_registered]
    unreported = [row for row in rows if not row.has_reported]
    context = {
        "campaign": campaign,
        "rows_of_units": rows,
        "unregistered": unregistered,
        "unreported": unreported,
        "unregistered_note": f"{len(unregistered)} trên {len(rows)}",
        "unreported_note": f"{len(unreported)} trên {len(rows)}",
        "reports": page,
        "entries": with_evidence(page),
        "reminders": reminders_of(campaign)[:20],
        "may_remind": may_remind(request.mandate, campaign, on=request.today),
    }
    return render(request, "part/tracking.html", context)


@office_page
def unit_progress(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """A unit's own progress: report here, with evidence; the reports so far below."""
    campaign = campaign_for(request.mandate, code)
    of = unit_in(campaign, request.mandate, unit, on=request.today)
    form = ProgressForm(
        request.POST or None, request.FILES or None, campaign=campaign, unit=of,
        for_unit=request.mandate.unit_id != of.pk, initial={"target": request.GET.get("chi-tieu")},
    )  # fmt: skip
    if attempt(request, form, lambda: _report(request, campaign, of, form)):
        messages.success(request, f"Đã ghi kết quả của {of.name}.")
        return redirect("unit-progress", code=code, unit=unit)
    return render(request, "part/progress.html", _progress(request, campaign, of) | {"form": form})


def _progress(request: OfficeRequest, campaign: Campaign, of: Unit) -> dict[str, Any]:
    page = Paginator(progress_of(campaign, of), 20).get_page(request.GET.get("trang"))
    return {
        "campaign": campaign,
        "of": of,
        "reports": page,
        "entries": with_evidence(page),
        "projects": list(campaign.model_projects.filter(unit=of).exclude(stage="dropped")),
        "registration": registration_of(campaign, of),
        "may_report": may_take_part(request.mandate, of, campaign, on=request.today),
        "bars": bars_of(targets_of(campaign, of)),
        "line": pulse_of_unit(campaign, of, on=request.today),
        "reminders": reminders_of_unit(campaign, of)[:10],
        "visits": with_demands(campaign.inspections.filter(unit=of), on=request.today)[:5],
    }


def _report(request: OfficeRequest, campaign: Campaign, of: Unit, form: ProgressForm) -> None:
    entry = track.report_progress(
        campaign, report=form.report(), unit=of, mandate=request.mandate, on=request.today
    )
    for upload in form.cleaned_data["evidence"]:
        attach(upload, about=entry, purpose="evidence", mandate=request.mandate, on=request.today)


OWED = {
    "dang-ky": "registration",
    "bao-cao": "report",
    "nhan-ke-hoach": "receipt",
    "nhiem-vu": "task",
    "tong-ket": "review",
}


@office_page
def remind(request: OfficeRequest, code: str, missing: str) -> HttpResponse:
    """Draft the reminder letter to exactly the silent units."""
    campaign, owed = campaign_for(request.mandate, code), OWED[missing]
    may_remind(request.mandate, campaign, on=request.today, missing=owed).require()
    silent = track.silent_units(campaign, owed, on=request.today)
    form = ReminderForm(
        request.POST or None, initial={"missing": owed, "units": silent},
        silent=taking_part(campaign.unit, request.today).filter(pk__in=[unit.pk for unit in silent]),
        signers=who_holds(campaign.unit, "chair", "vice_chair", "standing", on=request.today),
    )  # fmt: skip
    made: list[Any] = []
    if attempt(request, form, lambda: made.append(_draft_reminder(request, campaign, owed, form))):
        messages.success(request, "Đã soạn công văn đôn đốc; xem lại rồi trình ký.")
        return redirect("paper", code=made[0].code) if made else redirect("campaign-track", code=code)
    context = {"campaign": campaign, "form": form, "silent": silent, "missing": missing}
    return render(request, "part/remind.html", context)


def _draft_reminder(request: OfficeRequest, campaign: Campaign, owed: str, form: ReminderForm) -> Any:
    said = form.cleaned_data
    return track.draft_reminder(
        campaign, missing=owed, units=list(said["units"]), signer=said["signer"],
        mandate=request.mandate, on=request.today,
    )  # fmt: skip
