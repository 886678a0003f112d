"""The photos of awards: many from a phone, public with consent only (ảnh trao thưởng)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.models import DecisionItem
from thidua.awards.permissions.ceremony import may_keep_photos
from thidua.awards.queries.award_photos import (
    agreed_among,
    consent_to_photos,
    photo_counts,
    photos_of,
    public_photos,
)
from thidua.awards.queries.ceremony import award_in, calls_in, ceremony_for, groups_of
from thidua.awards.queries.certificate import public_certificate
from thidua.records.models import Attachment
from thidua.records.queries.files import file_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.ceremony import AwardPhotosForm, HideForm, PhotoConsentForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.public import light, shown_to_all


@office_page
def awards(request: OfficeRequest, code: str) -> HttpResponse:
    """Every award of the ceremony with how many photos it has."""
    found = ceremony_for(request.mandate, code)
    calls = calls_in(groups_of(found))
    keys = [call.item.pk for call in calls]
    counts, agreed = photo_counts(keys), agreed_among(keys)
    lines = [(call, counts[call.item.pk], call.item.pk in agreed) for call in calls]
    context = {"ceremony": found, "campaign": found.campaign, "lines": lines}
    return render(request, "ceremony/photos.html", context)


@office_page
def photos(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """The photos of one award: put in, agreed to, taken out."""
    found = ceremony_for(request.mandate, code)
    item = award_in(found, pk)
    form = AwardPhotosForm(request.POST or None, request.FILES or None)
    if attempt(request, form, lambda: certify.put_award_photos(
        item, uploads=form.cleaned_data["photos"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã lưu ảnh; ảnh chỉ công khai khi người được khen đồng ý.")
        return redirect("award-photos", code, pk)
    context = {"ceremony": found, "campaign": found.campaign, **_shown(request, item, form)}
    return render(request, "ceremony/award_photos.html", context)


def _shown(request: OfficeRequest, item: DecisionItem, form: AwardPhotosForm) -> dict[str, Any]:
    """What the page of one award shows."""
    start = {"person_name": item.called, "given_on": request.today}
    return {
        "award": item,
        "form": form,
        "photos": photos_of(item),
        "consent": consent_to_photos(item),
        "may_keep": may_keep_photos(request.mandate, item, on=request.today),
        "consent_form": PhotoConsentForm(initial=start),
        "hide_form": HideForm(),
    }


@office_page
@require_POST
def take_out(request: OfficeRequest, code: str, pk: UUID, photo: UUID) -> HttpResponse:
    """Take a photo away for good."""
    item = award_in(ceremony_for(request.mandate, code), pk)
    held = file_of(request.mandate, photo)
    certify.take_award_photo_out(item, photo=held, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã bỏ ảnh.")
    return redirect("award-photos", code, pk)


@office_page
@require_POST
def agree(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Note the consent to show the photos."""
    item = award_in(ceremony_for(request.mandate, code), pk)
    form = PhotoConsentForm(request.POST)
    if attempt(request, form, lambda: certify.agree_to_photos(
        item, words=form.words(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi đồng ý; ảnh hiện ở trang của giấy khen.")
    else:
        messages.error(request, " ".join(str(one) for found in form.errors.values() for one in found))
    return redirect("award-photos", code, pk)


@office_page
@require_POST
def hide(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Note that the consent is taken back."""
    item = award_in(ceremony_for(request.mandate, code), pk)
    form = HideForm(request.POST)
    if attempt(request, form, lambda: certify.hide_photos(
        item, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã rút lại; ảnh không còn trên trang công khai.")
    else:
        messages.error(request, " ".join(str(one) for found in form.errors.values() for one in found))
    return redirect("award-photos", code, pk)


@shown_to_all
def public_photo(request: OfficeRequest, code: str, photo: UUID) -> HttpResponse:
    """One photo on the page of a certificate, as long as the awarded agree."""
    shown = {one.pk: one for one in public_photos(public_certificate(code))}
    if photo not in shown:
        raise Attachment.DoesNotExist
    return light(shown[photo])
