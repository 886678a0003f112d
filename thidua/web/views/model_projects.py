"""Models of a campaign in the office: the list, one model, how far it is (mô hình, phần việc)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.campaigns import discover, track
from thidua.campaigns.models import Campaign, ModelProject
from thidua.campaigns.permissions import model_project as may
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.model_project import (
    ALIVE,
    has_changed,
    models_by_unit,
    pictures_of,
    project_for,
    projects_of,
    step_for,
)
from thidua.campaigns.queries.part import own_unit
from thidua.org.models import Unit
from thidua.org.queries import taking_part
from thidua.reports.expected import expected_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import ReasonForm
from thidua.web.forms.model_projects import (
    ProjectForm,
    StageForm,
    StepForm,
    figure_rows,
    now_of,
    step_rows,
)
from thidua.web.requests import OfficeRequest
from thidua.web.views.leads import tabs_of

ROWS = 40
LIST = "Mô hình, phần việc"


@office_page
def projects(request: OfficeRequest, code: str) -> HttpResponse:
    """The models of a campaign, what the plan asks of them, and which units owe one."""
    campaign = campaign_for(request.mandate, code)
    page = Paginator(projects_of(request.mandate, campaign), ROWS).get_page(request.GET.get("trang"))
    asked = [one for one in expected_of(campaign, on=request.today) if one.expectation.counts == "projects"]
    own = own_unit(campaign, request.mandate, on=request.today)
    context = {
        "campaign": campaign,
        "page_of_projects": page,
        "changed": {one.pk for one in page if has_changed(one)},
        "asked": asked,
        "standing": models_by_unit(campaign, on=request.today),
        "may_begin": may.may_begin_project(
            request.mandate, own or _any_unit(request, campaign), campaign, on=request.today
        ),
        "tabs": tabs_of(request, campaign),
    }
    return render(request, "projects/list.html", context)


def _any_unit(request: OfficeRequest, campaign: Campaign) -> Unit:
    """Where the officer types for units: the first stands for all; without one the office itself."""
    return taking_part(campaign.unit, request.today).first() or campaign.unit


@office_page
def project_new(request: OfficeRequest, code: str) -> HttpResponse:
    """Write a model down: the head of a unit its own, the officer for any unit."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    asked = own or _any_unit(request, campaign)
    may.may_begin_project(request.mandate, asked, campaign, on=request.today).require()
    form = ProjectForm(
        request.POST or None, campaign=campaign, for_unit=own is None,
        units=None if own else taking_part(campaign.unit, request.today),
        initial={"unit": request.GET.get("don-vi")},
    )  # fmt: skip
    steps, figures = step_rows(None, request.POST or None), figure_rows(None, request.POST or None)
    made: list[ModelProject] = []
    if steps.is_valid() and figures.is_valid() and attempt(request, form, lambda: made.append(
        discover.begin_project(
            campaign, words=form.words(steps, figures), unit=own or form.cleaned_data["unit"],
            mandate=request.mandate, on=request.today,
        )
    )):  # fmt: skip
        messages.success(request, "Đã ghi mô hình. Việc tiếp theo: gắn ảnh trước khi làm.")
        return redirect("project", made[0].code) if made else redirect("campaign-projects", code)
    context = {"campaign": campaign, "form": form, "steps": steps, "figures": figures}
    return render(request, "projects/form.html", context)


@office_page
def edit(request: OfficeRequest, code: str) -> HttpResponse:
    """Rewrite what is said of a model."""
    found = project_for(request.mandate, code)
    may.may_write_project(request.mandate, found, on=request.today).require()
    form = ProjectForm(
        request.POST or None, campaign=found.campaign, initial=now_of(found),
        for_unit=request.mandate.unit_id != found.unit_id,
    )  # fmt: skip
    steps, figures = step_rows(found, request.POST or None), figure_rows(found, request.POST or None)
    if steps.is_valid() and figures.is_valid() and attempt(request, form, lambda: discover.edit_project(
        found, words=form.words(steps, figures), expected=form.cleaned_data["version"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã ghi lại mô hình.")
        return redirect("project", code)
    context = {"campaign": found.campaign, "project": found, "form": form, "steps": steps, "figures": figures}
    return render(request, "projects/form.html", context)


@office_page
def project(request: OfficeRequest, code: str) -> HttpResponse:
    """One model: what is written, its pictures, who does likewise, whether everybody sees it."""
    return project_page(request, project_for(request.mandate, code))


def project_page(request: OfficeRequest, found: ModelProject, **forms: Form) -> HttpResponse:
    """The page of a model, with a form as it was sent where one was refused."""
    mandate, on = request.mandate, request.today
    context: dict[str, Any] = {
        "project": found,
        "campaign": found.campaign,
        "steps": [(step, step.is_late(on)) for step in found.steps.all()],
        "pictures": pictures_of(found),
        "copies": [one for one in found.replications.all() if one.state != "dropped"],
        "changed": has_changed(found),
        "alive": found.stage in ALIVE,
        "is_office": mandate.unit_id in {found.unit_id, found.campaign.unit_id},
        "may_write": may.may_write_project(mandate, found, on=on),
        "may_offer": may.may_offer_project(mandate, found, on=on),
        "may_hand_back": may.may_hand_project_back(mandate, found, on=on),
        "may_publish": may.may_publish_project(mandate, found, on=on),
        "may_renew": may.may_renew_project(mandate, found, on=on),
        "may_withdraw": may.may_withdraw_project(mandate, found, on=on),
        "may_reopen": may.may_reopen_project(mandate, found, on=on),
        "back_form": ReasonForm(prefix="tra"),
        "down_form": ReasonForm(prefix="go"),
    }
    return render(request, "projects/project.html", context | forms)


def ask(request: OfficeRequest, found: ModelProject, *, form: Form, head: str, does: str) -> HttpResponse:
    """A page with one form about a model, that leads back to it (trang một biểu mẫu)."""
    back = reverse("project", args=[found.code])
    crumbs = [(LIST, reverse("campaign-projects", args=[found.campaign.code])), (found.title, back)]
    context = {"form": form, "head": head, "does": does, "back": back, "crumbs": crumbs}
    return render(request, "office/form_page.html", context | {"explain": found.title})


@office_page
def stage(request: OfficeRequest, code: str) -> HttpResponse:
    """How far the model is, and its result."""
    found = project_for(request.mandate, code)
    may.may_write_project(request.mandate, found, on=request.today).require()
    now = {name: getattr(found, name) for name in ("stage", "result", "done_on")}
    form = StageForm(request.POST or None, initial=now)
    if attempt(request, form, lambda: track.update_project(
        found, to=form.state(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi tình trạng mô hình.")
        return redirect("project", code)
    found = project_for(request.mandate, code)  # a refusal leaves nothing of what was typed in the head
    return ask(request, found, form=form, head="Tình trạng và kết quả", does="Ghi tình trạng")


@office_page
def step(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """How far one stage of a model is."""
    found = step_for(request.mandate, pk)
    may.may_write_project(request.mandate, found.project, on=request.today).require()
    form = StepForm(request.POST or None, step=found)
    if attempt(request, form, lambda: discover.move_step(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi tình trạng giai đoạn.")
        return redirect("project", found.project.code)
    return ask(request, found.project, form=form, head=found.text, does="Ghi tình trạng")
