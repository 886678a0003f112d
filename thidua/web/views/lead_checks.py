"""Whether a good deed is true: those who know are asked, the officer settles it (xác minh việc tốt)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.campaigns import discover
from thidua.campaigns.queries.example import asked_lead_for, lead_for
from thidua.org.queries import taking_part
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import AskUnitForm, ReasonForm, VerifyForm, WitnessForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.leads import lead_page


@office_page
def ask(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Ask the head of a unit; the question comes to that desk."""
    found = lead_for(request.mandate, receipt)
    form = AskUnitForm(request.POST or None, units=taking_part(found.unit, request.today), prefix="hoi")
    if attempt(
        request,
        form,
        lambda: discover.ask_unit(found, unit=form.chosen(), mandate=request.mandate, on=request.today),
    ):
        messages.success(request, f"Đã hỏi {form.chosen().name}; câu hỏi nằm ở bàn việc của nơi ấy.")
        return redirect("lead", receipt)
    return lead_page(request, found, ask_form=form)


@office_page
def witness(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Write down what somebody who knows told the officer."""
    found = lead_for(request.mandate, receipt)
    form = WitnessForm(request.POST or None, prefix="y-kien")
    if attempt(
        request,
        form,
        lambda: discover.note_witness(found, word=form.word(), mandate=request.mandate, on=request.today),
    ):
        messages.success(request, "Đã ghi ý kiến người biết việc.")
        return redirect("lead", receipt)
    return lead_page(request, found, witness_form=form)


@office_page
def confirm(request: OfficeRequest, receipt: str) -> HttpResponse:
    """The head of the unit that was asked says whether the deed is true; the reporter is not named."""
    found = asked_lead_for(request.mandate, receipt)
    said = found.witnesses.filter(unit=request.mandate.unit).first()
    kept = {"answer": "dung" if said.agrees else "sai", "remark": said.remark} if said else None
    form = WitnessForm(request.POST or None, is_head=True, initial=kept)
    if attempt(
        request,
        form,
        lambda: discover.confirm_good_deed(
            found, word=form.word(), mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã gửi ý kiến của bạn cho Thường trực Hội đồng. Cảm ơn bạn.")
        return redirect("desk")
    return render(request, "examples/confirm.html", {"lead": found, "form": form, "said": said})


@office_page
def verify(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Record that the deed is true, with one more whom the officer asked."""
    found = lead_for(request.mandate, receipt)
    form = VerifyForm(request.POST or None, prefix="xac-minh")
    if attempt(
        request,
        form,
        lambda: discover.verify_good_deed(
            found, **form.cleaned_data, mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã xác minh. Việc tiếp theo là viết thành gương điển hình.")
        return redirect("lead", receipt)
    return lead_page(request, lead_for(request.mandate, receipt), verify_form=form)


@office_page
def reject(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Set a report aside."""
    found = lead_for(request.mandate, receipt)
    form = ReasonForm(request.POST or None, prefix="khong-nhan")
    if attempt(
        request,
        form,
        lambda: discover.reject_good_deed(
            found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã ghi không nhận tin này.")
        return redirect("lead", receipt)
    return lead_page(request, found, reject_form=form)


@office_page
def reopen(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Look at a report once more."""
    found = lead_for(request.mandate, receipt)
    form = ReasonForm(request.POST or None, prefix="xem-lai")
    if attempt(
        request,
        form,
        lambda: discover.reopen_good_deed(
            found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Tin báo được mở lại để xác minh.")
        return redirect("lead", receipt)
    return lead_page(request, found, reopen_form=form)
