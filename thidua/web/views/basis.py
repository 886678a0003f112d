"""On what a nomination rests (căn cứ đề nghị): type of award, route, ground, earlier merits."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards.nominate import state_basis, use_initiative
from thidua.awards.permissions.nomination import may_edit_whole
from thidua.awards.queries.footing import basis_of
from thidua.awards.queries.initiative import initiatives_for
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.nomination import nomination_for
from thidua.campaigns.models import Initiative
from thidua.web.actors import attempt, office_page
from thidua.web.forms.law import BasisForm
from thidua.web.requests import OfficeRequest


@office_page
def nomination_basis(request: OfficeRequest, code: str) -> HttpResponse:
    """Write down the basis; the checks on the page of the dossier follow it."""
    found = nomination_for(request.mandate, code)
    may_edit_whole(request.mandate, found, on=request.today).require()
    book = rulebook_of(found.unit, on=found.governed_on)
    form = BasisForm(request.POST or None, nomination=found, basis=basis_of(found), book=book)
    if attempt(request, form, lambda: state_basis(
        found, entry=form.entry(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi căn cứ đề nghị.")
        return redirect("nomination", code)
    return render(request, "law/basis.html", {"nomination": found, "form": form})


@office_page
@require_POST
def nomination_initiative(request: OfficeRequest, code: str, which: str) -> HttpResponse:
    """Rest the nomination on a recognised initiative of the one nominated."""
    found = nomination_for(request.mandate, code)
    chosen = next((one for one in initiatives_for(found) if one.code == which), None)
    if chosen is None:
        raise Initiative.DoesNotExist
    use_initiative(found, initiative=chosen, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã lấy sáng kiến làm căn cứ; tên và văn bản công nhận có trong hồ sơ.")
    return redirect("nomination", code)
