"""Records that may be one (hồ sơ có thể trùng): the list, and two of them side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.awards.queries.history import History, histories
from thidua.org.identify import (
    Pairs,
    Somebody,
    are_apart,
    compare_again,
    likeness,
    merge_records,
    record_within,
    tell_apart,
)
from thidua.org.identify.find import known_of, lines_of
from thidua.org.permissions import may_keep_record
from thidua.org.queries import government_of
from thidua.web.actors import attempt
from thidua.web.forms.people import PairForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, settings_page
from thidua.web.views.records import KIND_NAMES, RECORDS, kind_tabs

DUPLICATES = "Hồ sơ có thể trùng"
SHOWN = (
    ("Tên", "name"), ("Danh xưng", "honorific"), ("Năm sinh", "birth_year"), ("Đơn vị, thôn", "unit"),
    ("Chức vụ, nghề nghiệp", "position"), ("Nơi ở", "address"), ("Điện thoại", "telephone"),
    ("Dân tộc", "ethnicity"), ("Số người", "members"), ("Ba số cuối căn cước", "identity_tail"),
)  # fmt: skip


@settings_page(may_keep_record)
def duplicates(request: OfficeRequest, kind: str = "individual") -> HttpResponse:
    """The pairs that a person should look at, the likeliest first."""
    pairs = Pairs(kind, path=government_of(request.mandate.unit).path)
    shown = {
        "page": Paginator(pairs, 50).get_page(request.GET.get("trang")),
        "looked": pairs.looked,
        "kind": kind,
        "kind_name": KIND_NAMES[kind],
        "tabs": kind_tabs("duplicates", kind),
        "crumbs": [HOME, RECORDS],
    }
    return render(request, "people/duplicates.html", shown)


@settings_page(may_keep_record)
def compare(request: OfficeRequest, kind: str, one: UUID, other: UUID) -> HttpResponse:
    """Two records side by side: what differs, the histories; merge, tell apart, compare again."""
    first, second = (record_within(request.mandate, kind=kind, pk=pk) for pk in (one, other))
    form = PairForm(request.POST if request.method == "POST" else None)
    if attempt(request, form, lambda: _settle(request, form.cleaned_data["viec"], first, second)):
        messages.success(request, SAID[form.cleaned_data["viec"]])
        return redirect("record", kind, first.pk)
    lines = lines_of(government_of(request.mandate.unit).path)
    known = histories([first, second])
    shown = {
        "one": first,
        "other": second,
        "kind": kind,
        "form": form,
        "likeness": likeness(known_of(first, lines), known_of(second, lines)),
        "apart": are_apart(first, second),
        "facts_of_both": _facts(first, second, known),
        "merged": next((row for row in (first, second) if row.same_as_id), None),
        "crumbs": [HOME, RECORDS, (DUPLICATES, reverse("duplicates", args=[kind]))],
    }
    return render(request, "people/compare.html", shown)


SAID = {
    "gop-vao-mot": "Đã gộp; xem cả hai ở hồ sơ này. Gộp nhầm thì bấm Tách ra.",
    "gop-vao-hai": "Đã gộp; xem cả hai ở hồ sơ này. Gộp nhầm thì bấm Tách ra.",
    "khac": "Đã ghi hai hồ sơ không phải là một; phần mềm không nhắc cặp này nữa.",
    "so-lai": "Đã bỏ ghi nhận; cặp này được so lại.",
}


def _settle(request: OfficeRequest, what: str, one: Somebody, other: Somebody) -> None:
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    settle: dict[str, Callable[[], object]] = {
        "gop-vao-mot": lambda: merge_records(other, into=one, **acting),
        "gop-vao-hai": lambda: merge_records(one, into=other, **acting),
        "khac": lambda: tell_apart(one, other=other, **acting),
        "so-lai": lambda: compare_again(one, other=other, **acting),
    }
    settle[what]()


def _facts(one: Somebody, other: Somebody, known: dict[UUID, History]) -> list[dict[str, Any]]:
    """What each record says, line by line, and whether they differ."""
    rows = []
    for label, name in SHOWN:
        if hasattr(one, name):
            said = [str(getattr(row, name) or "") for row in (one, other)]
            rows.append({"label": label, "said": said, "differs": said[0] != said[1]})
    told = [[f"{won.day.year}: {won.title}" for won in known[row.pk].awards] for row in (one, other)]
    rows.append({"label": "Khen thưởng", "said": ["; ".join(won) for won in told], "differs": False})
    held = [[f"{one.starts.year}: {one.form}" for one in known[row.pk].disciplines] for row in (one, other)]
    rows.append({"label": "Kỷ luật", "said": ["; ".join(past) for past in held], "differs": False})
    return rows
