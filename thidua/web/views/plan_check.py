"""Going over a plan (xem lại kế hoạch): answers one by one, taking back, and the boundaries of paragraphs."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.campaigns import intake as intakes
from thidua.campaigns.models import PlanIntake
from thidua.campaigns.permissions.campaign import may_settle
from thidua.campaigns.queries.campaign import intake_for
from thidua.campaigns.queries.plan import proposal_in, proposals_of
from thidua.reading.files.picture import page_png
from thidua.reading.source import Unreadable
from thidua.web.actors import attempt, office_page
from thidua.web.forms.plan import AnswerForm, BoundaryForm
from thidua.web.plan_page import Failure, Wish, bar_context, plan_at, plan_context, rows_context
from thidua.web.plan_source import has_pictures, paragraph_at
from thidua.web.requests import OfficeRequest


@office_page
def answer(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Accept, correct or skip one thing; opened, it is the field in which to write."""
    intake = intake_for(request.mandate, code)
    proposal, told = proposal_in(intake, pk), {**request.POST.dict(), "seen": request.GET.get("thay", "")}
    form = AnswerForm(told)
    if proposal is None:
        return _gone(request, code)
    if request.method != "POST":
        return _rows(request, intake, [str(pk)], Wish(edit=str(pk)))
    changed = [str(pk)]
    if attempt(request, form, lambda: changed.extend(intakes.settle(
        proposal, **form.cleaned_data, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        return _rows(request, intake, changed, Wish())
    typed = request.POST.get("value", "") if request.POST.get("answer") == "edited" else ""
    error = " ".join(map(str, form.non_field_errors())) or "Chưa hiểu câu trả lời này; hãy gửi lại."
    return _rows(request, intake, changed, Wish(failure=Failure(str(pk), error, typed)))


def _rows(request: OfficeRequest, intake: PlanIntake, changed: list[str], wish: Wish) -> HttpResponse:
    """Only the rows that changed, for a page that asks so; else the whole page, at the row."""
    place = f"y-{changed[0]}"
    if not request.htmx:  # type: ignore[attr-defined]
        if wish.failure:
            context = plan_context(intake, mandate=request.mandate, on=request.today, wish=wish)
            return render(request, "plan/plan.html", context)
        asked = f"?sua={wish.edit}" if wish.edit else ""
        return plan_at(intake.code, place, asked)
    rows = rows_context(intake, list(dict.fromkeys(changed)), wish=wish)
    bar = bar_context(intake, list(proposals_of(intake)), mandate=request.mandate, on=request.today)
    return render(request, "plan/answered.html", {"answered": rows[0], "others": rows[1:], **bar})


def _gone(request: OfficeRequest, code: str) -> HttpResponse:
    """The plan was read again since the page was opened: what was typed is shown, to be put where it
    belongs.
    """
    typed = request.POST.get("value", "")
    kept = f" Chữ bạn vừa gõ: “{typed}”" if typed else ""
    messages.warning(request, f"Chỗ này không còn: kế hoạch vừa được đọc lại theo ranh giới mới.{kept}")
    address = reverse("plan", args=[code])
    return HttpResponse(headers={"HX-Redirect": address}, status=200) if request.htmx else plan_at(code, "")  # type: ignore[attr-defined]


@office_page
@require_POST
def undo(request: OfficeRequest, code: str, number: int, alone: bool = False) -> HttpResponse:
    """Take back what was done last, or one thing of it."""
    intake, form = intake_for(request.mandate, code), forms.Form(request.POST)
    back, touched = intakes.undo_one if alone else intakes.undo, [""]
    if attempt(request, form, lambda: touched.extend(
        back(intake, number=number, mandate=request.mandate, on=request.today)
    )):  # fmt: skip
        messages.success(request, "Đã hoàn tác.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return plan_at(code, f"y-{touched[1]}" if len(touched) > 1 and len(touched) < 9 else "thanh")


@office_page
def paragraph(request: OfficeRequest, code: str, start: int) -> HttpResponse:
    """One paragraph between its neighbours: part it, join it, move it to the clause before or after."""
    intake = intake_for(request.mandate, code)
    form = BoundaryForm(request.POST or None)
    done: list[intakes.Reread] = []
    if attempt(request, form, lambda: done.append(intakes.correct_boundary(
        intake, **form.cleaned_data, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        if done:
            messages.success(request, _told(done[0]))
        return plan_at(code, f"dong-{start}")
    found = paragraph_at(intake, start)
    if found is None:
        messages.warning(request, "Đoạn này vừa đổi ranh giới; hãy xem lại bản gốc rồi chọn đoạn.")
        return plan_at(code, "ban-goc")
    ruling = may_settle(request.mandate, intake, on=request.today)
    context = {"intake": intake, "paragraph": found, "form": form, "may_settle": ruling}
    return render(request, "plan/paragraph.html", context)


def _told(result: intakes.Reread) -> str:
    return f"Đã đọc lại: {result.new} chỗ mới, {result.kept} chỗ giữ nguyên cùng điều đã quyết."


@office_page
def picture(request: OfficeRequest, code: str, number: int) -> HttpResponse:
    """The picture of a page of the file, for the office that put the plan in."""
    intake = intake_for(request.mandate, code)
    if not has_pictures(intake) or not intake.file:
        raise Http404
    try:
        with intake.file.open("rb") as opened:
            data = page_png(intake.name, opened.read(), number)
    except Unreadable as unreadable:
        raise Http404(unreadable.sentence) from unreadable
    return HttpResponse(data, content_type="image/png", headers={"Cache-Control": "private, max-age=3600"})
