"""Checking signatures: of any PDF, of our papers; the report on a page and on paper (kiểm tra chữ ký số)."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.paper.pdf import write_pdf
from thidua.records.check_signatures import Asked, ask_for_signature_check, asked_paper, asked_upload
from thidua.records.documents.signature_report import report_paper
from thidua.records.models import Run
from thidua.records.queries.papers import paper_for
from thidua.records.queries.signing import report_for, reports_seen
from thidua.web.actors import attempt, office_page
from thidua.web.forms.signing import CheckForm
from thidua.web.jobs import check_signatures_of
from thidua.web.requests import OfficeRequest
from thidua.web.today import now


def _ask(request: OfficeRequest, asked: Asked) -> Run:
    """Ask for the check; a large file waits for the worker."""
    run = ask_for_signature_check(
        asked, when=now(request.installation), mandate=request.mandate, on=request.today
    )
    if run.state != "done":
        check_signatures_of.enqueue(str(run.pk))
    return run


@office_page
def checks(request: OfficeRequest) -> HttpResponse:
    """Send a PDF to have its signatures checked; the last reports."""
    form, made = CheckForm(request.POST or None, request.FILES or None), []
    if attempt(request, form, lambda: made.append(
        _ask(request, asked_upload(form.cleaned_data["upload"]))
    )):  # fmt: skip
        return redirect("signature-report", pk=made[0].pk) if made else redirect("signature-checks")
    found = Paginator(reports_seen(request.mandate), 20).get_page(request.GET.get("trang"))
    return render(request, "papers/signature_checks.html", {"form": form, "page_of_reports": found})


@office_page
@require_POST
def check_paper(request: OfficeRequest, code: str) -> HttpResponse:
    """Check the signatures of a paper of ours; the report stays with it."""
    document = paper_for(request.mandate, code)
    form, made = forms.Form(request.POST), []
    if attempt(request, form, lambda: made.append(_ask(request, asked_paper(document)))):
        return redirect("signature-report", pk=made[0].pk) if made else redirect("paper", code=code)
    messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("paper", code=code)


@office_page
def report(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """One report, or how far its check is."""
    run = report_for(request.mandate, pk)
    context = {"run": run, "report": run.data.get("report")}
    if request.headers.get("HX-Request"):
        return render(request, "papers/signature_findings.html", context)
    return render(request, "papers/signature_report.html", context)


@office_page
def report_pdf(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The report to print."""
    run, unit = report_for(request.mandate, pk), request.mandate.unit
    if run.state != "done":
        raise Http404
    paper = report_paper(run.data["report"], name=run.data["name"], unit=unit, on=run.started_on)
    stamp = datetime.combine(run.started_on, time(8), tzinfo=timezone.get_default_timezone())
    answer = HttpResponse(write_pdf(paper, timestamp=stamp), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="bao-cao-kiem-tra-chu-ky.pdf"'
    return answer
