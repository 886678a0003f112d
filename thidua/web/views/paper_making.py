"""Draft a paper from the data, or print a form, list or receipt (soạn, in giấy tờ tại chỗ)."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from thidua.paper.docx import write_docx
from thidua.paper.pdf import write_pdf
from thidua.vietnamese.text import slug
from thidua.web.actors import attempt, office_page
from thidua.web.drafted import DRAFTED, page_of
from thidua.web.offers import Drafted, Printed
from thidua.web.printed import PRINTED
from thidua.web.requests import OfficeRequest
from thidua.web.views.paper_files import MEDIA

DRAFTS = {one.slug: one for one in DRAFTED}
PRINTS = {one.slug: one for one in PRINTED}


def _named(kinds: dict[str, Any], kind: str) -> Any:
    if kind not in kinds:
        raise Http404
    return kinds[kind]


@office_page
def draft(request: OfficeRequest, kind: str, code: str) -> HttpResponse:
    """Draft one paper and go to it; what only a person knows is asked first."""
    one: Drafted = _named(DRAFTS, kind)
    mandate, on = request.mandate, request.today
    thing = one.find(mandate, code, on)
    ruling = one.may(one.of(thing), mandate, on)
    sent = request.POST if request.method == "POST" else None  # a form without fields is sent empty
    form, made = one.form(sent, **one.given(thing, mandate, on)), []
    if attempt(request, form, lambda: made.append(one.make(thing, form, mandate, on))):
        messages.success(request, f"Đã soạn: {one.name}. Xem lại rồi trình ký.")
        return redirect("paper", code=made[0].code) if made else redirect("papers")
    context = {"offer": one, "form": form, "ruling_now": ruling, "back_url": page_of(one, one.of(thing))}
    return render(request, "papers/draft.html", context)


@office_page
def printed(request: OfficeRequest, kind: str, code: str, form: str) -> HttpResponse:
    """Print a form, list or receipt as PDF or DOCX."""
    one: Printed = _named(PRINTS, kind)
    thing = one.find(request.mandate, code, request.today)
    one.may(one.of(thing), request.mandate, request.today).require()
    paper = one.build(thing, request.mandate, request.today)
    stamp = datetime.combine(request.today, time(8), tzinfo=timezone.get_default_timezone())
    data = write_pdf(paper, timestamp=stamp) if form == "pdf" else write_docx(paper)
    shown = "inline" if form == "pdf" else "attachment"
    name = slug(f"{one.name} {code}")[:80].strip("-")
    answer = HttpResponse(data, content_type=MEDIA[form])
    answer["Content-Disposition"] = f'{shown}; filename="{name}.{form}"'
    return answer
