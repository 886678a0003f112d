"""The photos of a role model in the office: put in, taken out (ảnh gương điển hình)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import discover
from thidua.campaigns.permissions.example import may_change_role_model
from thidua.campaigns.queries.example import role_model_for
from thidua.records.queries.files import file_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import PhotoForm
from thidua.web.requests import OfficeRequest


@office_page
def put(request: OfficeRequest, slug: str) -> HttpResponse:
    """Put a photo on the page of a role model."""
    found = role_model_for(request.mandate, slug)
    may_change_role_model(request.mandate, found, on=request.today).require()
    form = PhotoForm(request.POST or None, request.FILES or None)
    if attempt(
        request,
        form,
        lambda: discover.put_photo(
            found,
            upload=form.cleaned_data["photo"],
            agreed=form.cleaned_data["agreed"],
            mandate=request.mandate,
            on=request.today,
        ),
    ):
        messages.success(request, "Đã gắn ảnh; ảnh mới nhất hiện trên trang công khai.")
        return redirect("role-model", slug)
    return render(request, "examples/photo.html", {"form": form, "role_model": found})


@office_page
@require_POST
def take_out(request: OfficeRequest, slug: str, pk: UUID) -> HttpResponse:
    """Take a photo away for good."""
    found = role_model_for(request.mandate, slug)
    photo = file_of(request.mandate, pk)
    discover.take_photo_out(found, photo=photo, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã bỏ ảnh.")
    return redirect("role-model", slug)
