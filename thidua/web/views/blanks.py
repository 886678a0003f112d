"""Pre-printed blanks: kept, calibrated by numbers or by dragging, printed on, one printed again (phôi)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.documents.certificate import print_on_blanks, sample_on_blank
from thidua.awards.models import Blank, Certificate
from thidua.awards.permissions.blank import may_keep_blanks, may_reprint
from thidua.awards.queries.blank import blank_for, blanks_for, blanks_visible_to, layout_of
from thidua.awards.queries.certificate import certificate_for, certificates_of, own_decision
from thidua.awards.queries.prints import AT_ONCE
from thidua.awards.queries.stock import is_counted
from thidua.org.queries import government_of
from thidua.paper.blank import write_calibration
from thidua.paper.certificate import TooLong
from thidua.paper.glyphs import MissingGlyphs
from thidua.records.queries.rulebook import form_names
from thidua.web.actors import attempt, office_page
from thidua.web.forms import blanks as forms
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import form_page, settings_page

BLANKS = ("Phôi giấy khen", "/phoi/")


@office_page
def blanks(request: OfficeRequest) -> HttpResponse:
    """The blanks of the office, those in use first."""
    names = form_names(government_of(request.mandate.unit))
    rows = [(one, names.get(one.form, one.form)) for one in blanks_visible_to(request.mandate)]
    unit = government_of(request.mandate.unit)
    may_keep = may_keep_blanks(request.mandate, unit, on=request.today)
    return render(request, "blanks/list.html", {"blanks": rows, "may_keep": may_keep})


@settings_page(may_keep_blanks)
def new(request: OfficeRequest) -> HttpResponse:
    """Add a blank, then place its fields."""
    office = government_of(request.mandate.unit)
    first = {"starts": request.today}
    form = forms.BlankForm(request.POST or None, office=office, on=request.today, initial=first)
    made: list[Blank] = []
    if attempt(request, form, lambda: made.append(
        certify.add_blank(form.facts, mandate=request.mandate, on=request.today)
    )):  # fmt: skip
        messages.success(request, "Đã thêm phôi; hãy in trang cân chỉnh rồi đặt vị trí các ô.")
        return redirect("blank", code=made[0].code) if made else redirect("blanks")
    return form_page(
        request, form, head="Thêm phôi", does="Thêm phôi", back=reverse("blanks"), crumbs=[BLANKS]
    )


@office_page
def blank(request: OfficeRequest, code: str) -> HttpResponse:
    """Where each field is printed: the sheet to drag on, and the same as numbers."""
    found = blank_for(request.mandate, code)
    start = {"shift_x": found.shift_x, "shift_y": found.shift_y, "version": found.version}
    form = forms.PlaceForm(request.POST or None, initial=start)
    spots = forms.SpotFormSet(request.POST or None, prefix="o", initial=forms.spot_rows(found))
    if request.method == "POST" and spots.is_valid() and attempt(
        request, form, lambda: _place(request, found, form, spots)
    ):  # fmt: skip
        messages.success(request, "Đã lưu vị trí in.")
        return redirect("blank", code=code)
    may_keep = may_keep_blanks(request.mandate, found.unit, on=request.today)
    context = {"blank": found, "form": form, "spots": spots, "may_keep": may_keep}
    return render(request, "blanks/blank.html", context)


def _place(request: OfficeRequest, found: Blank, form: forms.PlaceForm, spots: Any) -> None:
    said = form.cleaned_data
    certify.place_fields(
        found,
        spots=[one.spot for one in spots if one.cleaned_data["used"]],
        shift=(said["shift_x"], said["shift_y"]),
        expected=said["version"],
        mandate=request.mandate,
        on=request.today,
    )


@settings_page(may_keep_blanks)
def describe(request: OfficeRequest, code: str) -> HttpResponse:
    """Correct what a blank is."""
    found = blank_for(request.mandate, code)
    start = {name: getattr(found, name) for name in ("name", "form", "width", "height", "starts", "version")}
    form = forms.DescribeForm(request.POST or None, office=found.unit, on=request.today, initial=start)
    if attempt(request, form, lambda: certify.describe_blank(
        found, facts=form.facts, expected=form.cleaned_data["version"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã sửa mô tả phôi.")
        return redirect("blank", code=code)
    back = reverse("blank", args=[code])
    return form_page(request, form, head=f"Sửa {found}", does="Lưu", back=back, crumbs=[BLANKS])


@settings_page(may_keep_blanks)
def scan(request: OfficeRequest, code: str) -> HttpResponse:
    """A picture of the blank, to place the fields on it."""
    found = blank_for(request.mandate, code)
    form = forms.ScanForm(request.POST or None, request.FILES or None)
    if attempt(request, form, lambda: certify.show_blank(
        found, scan=form.cleaned_data["scan"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã đặt ảnh phôi làm nền.")
        return redirect("blank", code=code)
    back = reverse("blank", args=[code])
    return form_page(request, form, head=f"Ảnh của {found}", does="Đặt làm nền", back=back, crumbs=[BLANKS])


@require_POST
@settings_page(may_keep_blanks)
def move(request: OfficeRequest, code: str, to: str) -> HttpResponse:
    """Out of use, or back into it."""
    verb = certify.end_blank if to == "thoi-dung" else certify.use_blank_again
    verb(blank_for(request.mandate, code), mandate=request.mandate, on=request.today)
    messages.success(request, "Đã thôi dùng phôi." if to == "thoi-dung" else "Đã dùng lại phôi.")
    return redirect("blanks")


def _shown(request: OfficeRequest, name: str, draw: Callable[[], bytes], *, back: str) -> HttpResponse:
    """A sheet to look at and print; words that do not fit are said instead, on the page `back`."""
    try:
        data = draw()
    except (TooLong, MissingGlyphs) as fault:
        messages.error(request, str(fault))
        return redirect(back)
    shown = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(data, content_type="application/pdf", headers=shown)


@office_page
def calibration(request: OfficeRequest, code: str) -> HttpResponse:
    """The sheet with a ruler and the boxes, to lay over a blank against the light."""
    layout, back = layout_of(blank_for(request.mandate, code)), reverse("blank", args=[code])
    stamp = timezone.localtime()
    return _shown(request, f"can-chinh-{code}", lambda: write_calibration(layout, timestamp=stamp), back=back)


@office_page
def sample(request: OfficeRequest, code: str) -> HttpResponse:
    """An invented certificate on the blank."""
    found = blank_for(request.mandate, code)
    base, back = request.build_absolute_uri("/"), reverse("blank", args=[code])
    return _shown(request, f"in-thu-{code}", lambda: sample_on_blank(
        layout_of(found), unit=found.unit, on=request.today, base=base
    ), back=back)  # fmt: skip


def _print(request: OfficeRequest, found: list[Certificate], blank_code: str) -> HttpResponse:
    """Certificates of one decision on a blank of its form, as long as it is in use."""
    decision = found[0].item.decision
    sheet = blanks_for(decision, on=request.today).get(code=blank_code)
    base, back = request.build_absolute_uri("/"), reverse("award-register", args=[decision.code])
    return _shown(request, f"in-len-phoi-{decision.code}", lambda: print_on_blanks(
        found, layout_of(sheet), base=base
    ), back=back)  # fmt: skip


@office_page
def print_all(request: OfficeRequest, code: str, blank: str) -> HttpResponse:
    """All certificates of a decision on a blank, in its order; many, and those that take from a stock, are
    ordered first.
    """
    found = list(certificates_of(own_decision(request.mandate, code)))
    if not found:
        messages.error(request, "Chưa lập giấy khen của quyết định này.")
        return redirect("award-register", code=code)
    if len(found) > AT_ONCE or is_counted(blank_for(request.mandate, blank)):
        return redirect("prints-on-blank", code=code, blank=blank)
    return _print(request, found, blank)


@office_page
def print_one(request: OfficeRequest, code: str, blank: str) -> HttpResponse:
    """One certificate on a blank."""
    return _print(request, [certificate_for(request.mandate, code)], blank)


@office_page
def print_again(request: OfficeRequest, code: str) -> HttpResponse:
    """Say why one certificate is printed again, then get its sheet."""
    found = certificate_for(request.mandate, code)
    decision = found.item.decision
    may = may_reprint(request.mandate, found, None, on=request.today)
    form = forms.ReprintForm(request.POST or None, blanks=blanks_for(decision, on=request.today))
    if attempt(request, form, lambda: certify.reprint(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        chosen = form.cleaned_data["blank"]
        if chosen:
            return redirect("print-on-blank", code=code, blank=chosen.code)
        return redirect("certificate-file", code=code)
    context = {"decision": decision, "item": found.item, "form": form, "ruling_now": may,
               "heading": "In lại một giấy", "submit_words": "Ghi lý do và mở bản in"}  # fmt: skip
    return render(request, "certificates/note.html", context)
