"""Packages (gói hồ sơ): the book of them, making and downloading, uploading, looking, taking in."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from thidua.awards.models import Submission
from thidua.awards.queries.packages import names_of, submission_named
from thidua.awards.queries.submission import submission_for
from thidua.awards.submit import (
    answer_by_file,
    ask_back,
    ask_to_take_in,
    doubts_in,
    is_big,
    send_by_file,
    stop_taking,
    take_in_package,
)
from thidua.records.models import Package, Run
from thidua.records.package import (
    FAULTS,
    Opened,
    add_partner,
    amendments_in,
    drop_package,
    keep_package,
    may_exchange,
    may_keep_partners,
    opened_run,
    past_awards,
    schema_text,
)
from thidua.records.queries.packages import (
    filed_by,
    package_file,
    package_for,
    package_preview,
    packages_of,
    waiting_packages,
)
from thidua.web.actors import attempt, office_page
from thidua.web.forms.decisions import WordsForm
from thidua.web.forms.exchange import CandidatesForm, FileForm
from thidua.web.jobs import take_in_big_package
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page

PACKAGES = ("Gói hồ sơ", "/goi/")
MAKES = {"trinh": (send_by_file, "Đã lập gói; tải về rồi gửi cho cấp trên."),
         "tra-loi": (answer_by_file, "Đã lập gói trả lời; tải về rồi gửi cho cấp dưới.")}  # fmt: skip


@office_page
def packages(request: OfficeRequest) -> HttpResponse:
    """The book of packages and what waits to be taken in."""
    context = {
        "book": Paginator(packages_of(request.mandate), 50).get_page(request.GET.get("trang")),
        "waiting": waiting_packages(request.mandate)[:50],
        "may_exchange": may_exchange(request.mandate, request.mandate.unit, on=request.today),
        "crumbs": [HOME],
    }
    return render(request, "exchange/packages.html", context)


@office_page
def package_download(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The file as it was sent or taken in."""
    found = package_for(request.mandate, pk)
    response = HttpResponse(package_file(found), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="goi-{found.kind}-{found.pk}.zip"'
    return response


@office_page
@require_POST
def package_make(request: OfficeRequest, code: str, way: str) -> HttpResponse:
    """Make the package of a submission, or its answer."""
    found, form = submission_for(request.mandate, code), forms.Form(request.POST)
    verb, said = MAKES[way]
    if attempt(request, form, lambda: verb(found, mandate=request.mandate, on=request.today)):
        messages.success(request, said)
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("submission", code=code)


@office_page
def package_ask_back(request: OfficeRequest, code: str) -> HttpResponse:
    """Ask the office above to give dossiers back."""
    found = submission_for(request.mandate, code)
    form = WordsForm(request.POST or None, label="Lý do xin rút hồ sơ")
    if attempt(request, form, lambda: ask_back(
        found, why=form.cleaned_data["words"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã lập gói xin rút; tải về rồi gửi cho cấp trên.")
        return redirect("submission", code=code)
    explain = "Cấp trên trả lại hồ sơ bằng gói trả lời; chưa nhận gói ấy thì hồ sơ vẫn ở cấp trên."
    return form_page(
        request, form, head="Xin rút hồ sơ đã trình", does="Lập gói xin rút", explain=explain,
        back=reverse("submission", args=[code]), crumbs=[PACKAGES],
    )  # fmt: skip


@office_page
def package_upload(request: OfficeRequest) -> HttpResponse:
    """Upload a package; nothing is taken in yet."""
    may_exchange(request.mandate, request.mandate.unit, on=request.today).require()
    form = FileForm(
        request.POST or None, request.FILES or None, label="Tệp gói hồ sơ", accept=".zip",
        help_text="Tệp .zip nơi gửi đã tải về, tối đa 100 MB. Không mở, không sửa trước khi tải lên.",
    )  # fmt: skip
    made: list[Run] = []
    if attempt(request, form, lambda: made.append(keep_package(
        form.cleaned_data["upload"], mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        return redirect("package-preview", pk=made[0].pk) if made else redirect("packages")
    return form_page(
        request, form, head="Tải gói lên", does="Kiểm tra gói", back=reverse("packages"), crumbs=[PACKAGES],
        explain="Gói được kiểm tra trước; xem xong mới tiếp nhận.",
    )  # fmt: skip


@office_page
def package_preview_page(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """What a package holds; one button takes it in. While that runs, how far it is."""
    run = package_preview(request.mandate, pk)
    if run.state != "waiting":
        return _beside(request, run)
    unit = request.mandate.unit
    opened = opened_run(run, unit=unit)
    doubts = doubts_in(opened, unit=unit) if opened.kind == "submission" else []
    form = CandidatesForm(request.POST if request.method == "POST" else None, doubts=doubts)
    done: list[Package] = []
    if attempt(request, form, lambda: _take_in(request, run, opened, form, done)):
        run.refresh_from_db()
        if run.state == "running":
            return redirect("package-preview", pk=pk)
        messages.success(request, f"Đã tiếp nhận {opened.kind_says} của {opened.sheet.name}.")
        return _after(request, done)
    return render(request, "exchange/preview.html", _shown(request, run, opened, form))


def _take_in(
    request: OfficeRequest, run: Run, opened: Opened, form: CandidatesForm, done: list[Package]
) -> None:
    """Take a small package in at once, a big one beside the page."""
    by: dict[str, Any] = {"answers": form.answers, "mandate": request.mandate, "on": request.today}
    if not is_big(opened):
        done.append(take_in_package(run, **by))
        return
    opened.known()
    ask_to_take_in(run, files=len(opened.files), **by)
    take_in_big_package.enqueue(str(run.pk))


def _beside(request: OfficeRequest, run: Run) -> HttpResponse:
    """A package that is being taken in, was taken in, or was dropped."""
    asked, found = request.headers.get("HX-Request"), filed_by(request.mandate, run)
    about = submission_named(request.mandate, found.subject_id) if found else None
    may = may_exchange(request.mandate, request.mandate.unit, on=request.today)
    context = {"run": run, "about": about, "crumbs": [HOME, PACKAGES], "may_exchange": may}
    return render(request, "exchange/taking_line.html" if asked else "exchange/taking.html", context)


@office_page
@require_POST
def package_stop(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Stop the taking in of a big package."""
    run, form = package_preview(request.mandate, pk), forms.Form(request.POST)
    if attempt(request, form, lambda: stop_taking(run, mandate=request.mandate, on=request.today)):
        messages.success(request, "Đã dừng; chưa hồ sơ nào được ghi.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("package-preview", pk=pk)


def _shown(request: OfficeRequest, run: Run, opened: Opened, form: forms.Form) -> dict[str, Any]:
    mandate, on = request.mandate, request.today
    content = opened.content
    names = names_of(mandate, [row["nomination"] for row in content["answers"]])
    return {
        "run": run, "opened": opened, "form": form, "content": content,
        "made_on": date.fromisoformat(content["made_on"]),
        "answers": [{**row, "name": names.get(row["nomination"], "hồ sơ không có ở đây")}
                    for row in content["answers"][:200]],
        "amendments": amendments_in(content), "past_awards": past_awards(content),
        "standing": FAULTS[opened.standing] if opened.standing else "",
        "may_exchange": may_exchange(mandate, mandate.unit, on=on),
        "may_keep": may_keep_partners(mandate, mandate.unit, on=on),
        "about": submission_named(mandate, opened.subject), "crumbs": [HOME, PACKAGES],
    }  # fmt: skip


def _after(request: OfficeRequest, done: list[Package]) -> HttpResponse:
    """To the submission the package is about."""
    found: Submission | None = submission_named(request.mandate, done[0].subject_id) if done else None
    return redirect("submission", code=found.code) if found else redirect("packages")


@office_page
@require_POST
def package_partner(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Enter the sender of an uploaded package as a partner; its key is compared next."""
    run, form = package_preview(request.mandate, pk), forms.Form(request.POST)
    opened, made = opened_run(run, unit=request.mandate.unit), []
    if attempt(request, form, lambda: made.append(
        add_partner(opened.sheet, mandate=request.mandate, on=request.today)
    )):  # fmt: skip
        return redirect("partner", pk=made[0].pk) if made else redirect("partners")
    messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("package-preview", pk=pk)


@office_page
@require_POST
def package_drop(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Drop an uploaded package."""
    run, form = package_preview(request.mandate, pk), forms.Form(request.POST)
    if attempt(request, form, lambda: drop_package(run, mandate=request.mandate, on=request.today)):
        messages.success(request, "Đã bỏ gói chưa tiếp nhận.")
    return redirect("packages")


@require_safe
def package_format(request: OfficeRequest) -> HttpResponse:
    """What a package is, for whoever writes software that reads one."""
    return render(request, "exchange/format.html", {})


@require_safe
def package_schema(request: OfficeRequest) -> HttpResponse:
    """The published schema."""
    response = HttpResponse(schema_text(), content_type="application/schema+json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="goi-1.schema.json"'
    return response
