"""A model is shown to everybody, and its pictures (công khai mô hình, ảnh mô hình)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from thidua.campaigns import discover
from thidua.campaigns.permissions import model_project as may
from thidua.campaigns.queries.model_project import picture_for, project_for
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import ReasonForm
from thidua.web.forms.model_projects import AgreeForm, PictureForm, PictureOutForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.model_projects import ask, project_page


@office_page
@require_POST
def offer(request: OfficeRequest, code: str) -> HttpResponse:
    """Lay the model before who approves it."""
    found = project_for(request.mandate, code)
    discover.offer_project(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã trình; Thường trực Hội đồng hoặc lãnh đạo duyệt.")
    return redirect("project", code)


@office_page
def hand_back(request: OfficeRequest, code: str) -> HttpResponse:
    """Give the model back to be rewritten."""
    found = project_for(request.mandate, code)
    form = ReasonForm(request.POST or None, prefix="tra")
    if attempt(request, form, lambda: discover.hand_project_back(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã trả lại để sửa.")
        return redirect("project", code)
    return project_page(request, found, back_form=form)


@office_page
@require_POST
def publish(request: OfficeRequest, code: str) -> HttpResponse:
    """Show the model to everybody."""
    found = project_for(request.mandate, code)
    discover.publish_project(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã công khai mô hình; ảnh chỉ hiện khi mọi người trong ảnh đồng ý.")
    return redirect("project", code)


@office_page
@require_POST
def renew(request: OfficeRequest, code: str) -> HttpResponse:
    """Approve what was rewritten since."""
    found = project_for(request.mandate, code)
    discover.renew_project(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Trang công khai đã theo bản mới.")
    return redirect("project", code)


@office_page
def withdraw(request: OfficeRequest, code: str) -> HttpResponse:
    """Take the model down."""
    found = project_for(request.mandate, code)
    form = ReasonForm(request.POST or None, prefix="go")
    if attempt(request, form, lambda: discover.withdraw_project(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Mô hình không còn công khai.")
        return redirect("project", code)
    return project_page(request, found, down_form=form)


@office_page
@require_POST
def reopen(request: OfficeRequest, code: str) -> HttpResponse:
    """Begin anew with a model that was taken down."""
    found = project_for(request.mandate, code)
    discover.reopen_project(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Mô hình trở lại bản đang ghi; cần duyệt lại trước khi công khai.")
    return redirect("project", code)


@office_page
def picture(request: OfficeRequest, code: str) -> HttpResponse:
    """Put a picture with a model."""
    found = project_for(request.mandate, code)
    may.may_write_project(request.mandate, found, on=request.today).require()
    first = {"side": "after" if found.pictures.all() else "before"}
    form = PictureForm(request.POST or None, request.FILES or None, initial=first)
    if attempt(request, form, lambda: discover.put_picture(
        found, upload=form.cleaned_data["photo"], words=form.words(), mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã gắn ảnh.")
        return redirect("project", code)
    return ask(request, found, form=form, head="Gắn ảnh", does="Gắn ảnh")


@office_page
def agree(request: OfficeRequest, code: str) -> HttpResponse:
    """Record that those in a picture agree."""
    found = picture_for(request.mandate, code)
    may.may_take_picture_out(request.mandate, found, on=request.today).require()
    form = AgreeForm(request.POST or None)
    if attempt(request, form, lambda: discover.agree_to_picture(
        found, how=form.cleaned_data["how"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi nhận đồng ý.")
        return redirect("project", found.project.code)
    return ask(
        request, found.project, form=form, head="Người trong ảnh đồng ý công khai", does="Ghi nhận đồng ý"
    )


@office_page
def picture_out(request: OfficeRequest, code: str) -> HttpResponse:
    """Take a picture away for good."""
    found = picture_for(request.mandate, code)
    may.may_take_picture_out(request.mandate, found, on=request.today).require()
    form, project = PictureOutForm(request.POST or None, picture=found), found.project
    if attempt(request, form, lambda: discover.take_picture_out(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã bỏ hẳn ảnh, cả trên trang công khai.")
        return redirect("project", project.code)
    return ask(request, project, form=form, head="Bỏ ảnh này", does="Bỏ hẳn ảnh")
