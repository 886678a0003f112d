"""The pulse of a campaign: a board and tiles of units, and the reminder to exactly the silent (nhịp, đôn
đốc).
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.campaigns import track
from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.part import may_remind
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import own_unit
from thidua.campaigns.queries.track import accounts_with_mail
from thidua.org.models import Unit
from thidua.org.queries import taking_part, who_holds
from thidua.records.models import OfficialDocument
from thidua.reports.pulse import STATES, Pulse, pulse_of
from thidua.reports.signs import RULES
from thidua.vietnamese.dates import vn_date
from thidua.web.actors import attempt, office_page
from thidua.web.forms.pulse import NudgeForm
from thidua.web.requests import OfficeRequest

PER_PAGE = 40
SHOWN = {"im-lang": "silent", "thua-tin": "slow", "dang-chay": "moving"}


@office_page
def pulse(request: OfficeRequest, code: str) -> HttpResponse:
    """Every unit in one calm line, the silent ones first; a unit head goes to the own page."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    if own is not None:
        return redirect("unit-progress", code=code, unit=own.code)
    found = pulse_of(campaign, on=request.today)
    wanted = SHOWN.get(request.GET.get("loc", ""))
    shown = [one for one in found.units if wanted in (None, one.state)]
    context = {
        "campaign": campaign,
        "found": found,
        "page_of_units": Paginator(shown, PER_PAGE).get_page(request.GET.get("trang")),
        "tabs": _tabs(request, found),
        "tiles": _tiles(found),
        "rules": RULES,
        "sub": f"{campaign.short_title} · {found.heard} trên {found.total} đơn vị đang chạy",
        "may_remind": may_remind(request.mandate, campaign, on=request.today, missing="sign"),
    }
    return render(request, "pulse/board.html", context)


def _tabs(request: OfficeRequest, found: Pulse) -> list[dict[str, Any]]:
    chosen = request.GET.get("loc", "")
    rows = [("", "Tất cả", found.total)]
    for slug, state in SHOWN.items():
        many = sum(one.state == state for one in found.units)
        rows.append((slug, STATES[state][0].capitalize(), many))
    return [
        {"label": label, "url": f"?loc={slug}" if slug else request.path, "current": slug == chosen,
         "count": many}
        for slug, label, many in rows
    ]  # fmt: skip


def _tiles(found: Pulse) -> list[tuple[str, list[Any]]]:
    """The units as on a wall map, in the order of the tree: villages, then bodies."""
    in_order = sorted(found.units, key=lambda one: one.unit.path)
    groups = [
        ("Thôn", [one for one in in_order if one.unit.is_village]),
        ("Cơ quan, đơn vị", [one for one in in_order if not one.unit.is_village]),
    ]
    return [(name, units) for name, units in groups if units]


@office_page
def nudge(request: OfficeRequest, code: str) -> HttpResponse:
    """Choose and word the reminder, see what each gets, then send: it cannot be taken back."""
    campaign = campaign_for(request.mandate, code)
    may_remind(request.mandate, campaign, on=request.today, missing="sign").require()
    found = pulse_of(campaign, on=request.today)
    form = NudgeForm(
        request.POST or None, pulse=found, units=taking_part(campaign.unit, request.today),
        signers=who_holds(campaign.unit, "chair", "vice_chair", "standing", on=request.today),
        initial={"units": found.silent_units, "ways": ["message"], "text": _text(request, campaign)},
    )  # fmt: skip
    made: list[OfficialDocument] = []
    if "gui" in request.POST and attempt(request, form, lambda: _send(request, campaign, found, form, made)):
        messages.success(request, f"Đã đôn đốc {len(form.cleaned_data['units'])} đơn vị.")
        return redirect("paper", code=made[0].code) if made else redirect("campaign-pulse", code=code)
    page = {"campaign": campaign, "form": form, "found": found}
    if request.method == "POST" and "sua" not in request.POST and form.is_valid():
        return render(request, "pulse/confirm.html", page | _preview(request, found, form))
    return render(request, "pulse/nudge.html", page)


def _text(request: OfficeRequest, campaign: Campaign) -> str:
    """Words to start from."""
    telephone = request.mandate.person.telephone
    call = f" Điện thoại: {telephone}." if telephone else ""
    return (
        f"Đợt “{campaign.short_title}”: đến ngày {vn_date(request.today)}, Thường trực Hội đồng "
        "chưa nhận được tin của đơn vị. Đề nghị cho biết việc đã làm, việc đang làm, khó khăn cần giúp; "
        f"báo ngay trên phần mềm, gửi giấy hoặc gọi {request.mandate.person.name}.{call}"
    )


def _owes(found: Pulse, units: list[Unit]) -> dict[Any, str]:
    """What each of the units owes, as the line added to its message."""
    return {one.unit.pk: f"{one.unit.name}: {', '.join(one.owes)}."
            for one in found.units if one.unit in units and one.owes}  # fmt: skip


def _send(
    request: OfficeRequest, campaign: Campaign, found: Pulse, form: NudgeForm, made: list[OfficialDocument]
) -> None:
    units, mandate, on = list(form.cleaned_data["units"]), request.mandate, request.today
    if form.short_ways:
        words = track.Nudge(form.cleaned_data["text"], form.short_ways, _owes(found, units))
        track.nudge(campaign, words=words, units=units, mandate=mandate, on=on)
    if "letter" in form.cleaned_data["ways"]:
        signer = form.cleaned_data["signer"]
        made.append(track.draft_reminder(
            campaign, missing="sign", units=units, signer=signer, mandate=mandate, on=on
        ))  # fmt: skip


def _preview(request: OfficeRequest, found: Pulse, form: NudgeForm) -> dict[str, Any]:
    units, text = list(form.cleaned_data["units"]), form.cleaned_data["text"]
    owes = _owes(found, units)
    named = "\n".join(owes.get(unit.pk, f"{unit.name}.") for unit in units)
    return {
        "chosen": [(unit, owes.get(unit.pk, "")) for unit in units],
        "ways": [label for way, label in form.fields["ways"].choices if way in form.cleaned_data["ways"]],  # type: ignore[attr-defined]
        "brief": f"{text}\n\n{named}",
        "mails": accounts_with_mail(units, on=request.today),
    }
