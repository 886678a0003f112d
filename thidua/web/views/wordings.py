"""The sentences of our papers, and the office's own in their place (mẫu câu chữ)."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.org.permissions import may_regulate
from thidua.org.queries import government_of
from thidua.records.phrases import fill
from thidua.records.queries.wordings import phrase_on, phrases_on, wording_history
from thidua.records.reword import OwnWords, reword
from thidua.web.actors import attempt, office_page
from thidua.web.forms.wordings import WordingForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME

WORDINGS = ("Mẫu câu chữ", "/co-quan/cau-mau/")


@office_page
def wordings(request: OfficeRequest) -> HttpResponse:
    """Every sentence of every paper, the office's own marked."""
    unit = government_of(request.mandate.unit)
    return render(
        request, "office/wordings.html", {"found": phrases_on(unit, request.today), "crumbs": [HOME]}
    )


@office_page
def wording(request: OfficeRequest, phrase: str) -> HttpResponse:
    """One sentence: change it, see it filled in, or take ours again."""
    unit = government_of(request.mandate.unit)
    now = phrase_on(unit, phrase, request.today)
    first = {"text": now.shown, "starts": request.today}
    form = WordingForm(request.POST or None, initial=first, phrase=now.phrase)
    only_look = "xem" in request.POST
    if not only_look and attempt(request, form, lambda: reword(
        phrase, words=form.words, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã dùng câu của cơ quan.")
        return redirect("wordings")
    looked = form.cleaned_data.get("text") if only_look and form.is_valid() else None
    shown = {
        "now": now,
        "form": form,
        "preview": fill(now.phrase.read(looked), now.phrase.sample) if looked else now.filled,
        "ours": now.phrase.shown(now.phrase.text),
        "history": [(row, now.phrase.shown(row.text)) for row in wording_history(unit, phrase)],
        "may_reword": may_regulate(request.mandate, unit, on=request.today),
        "crumbs": [HOME, WORDINGS],
    }
    return render(request, "office/wording.html", shown)


@office_page
@require_POST
def wording_back(request: OfficeRequest, phrase: str) -> HttpResponse:
    """Take our sentence again."""
    form = forms.Form(request.POST)
    if attempt(request, form, lambda: reword(
        phrase, words=OwnWords("", request.today), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã dùng lại câu mẫu ban đầu.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("wording", phrase=phrase)
