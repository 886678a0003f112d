"""Slips to hand out on which a good deed is told by pen (phiếu phát hiện gương tốt)."""

from __future__ import annotations

from datetime import datetime, time
from typing import Literal

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for
from thidua.org.models import Unit
from thidua.org.queries import taking_part
from thidua.paper.slip import Slip, write_slips
from thidua.web.actors import office_page
from thidua.web.printed import form_of
from thidua.web.requests import OfficeRequest

PER_UNIT: Literal[4] = 4  # one sheet of A4, cut in four
LINES = (("Ai:", ""), ("Ở đâu:", ""), ("Việc tốt:", ""), *(("", ""),) * 8, ("Người báo:", ""), ("Ngày:", ""))


@office_page
def slips(request: OfficeRequest, code: str) -> HttpResponse:
    """For which units slips may be printed: all for the launching office, its own for a unit."""
    campaign = campaign_for(request.mandate, code)
    context = {"campaign": campaign, "units": _units(request, campaign)}
    return render(request, "examples/slips.html", context)


def _units(request: OfficeRequest, campaign: Campaign) -> list[Unit]:
    found = taking_part(campaign.unit, request.today)
    everywhere = request.mandate.unit_id == campaign.unit_id
    return list(found if everywhere else found.filter(pk=request.mandate.unit_id))


@office_page
def slips_file(request: OfficeRequest, code: str) -> HttpResponse:
    """The slips, a sheet of four for each unit (`?don-vi=` for some); their code opens the public form."""
    campaign = campaign_for(request.mandate, code)
    wanted = request.GET.getlist("don-vi")
    units = [unit for unit in _units(request, campaign) if not wanted or unit.code in wanted]
    printed = [_slip(request, campaign, unit) for unit in units for _ in range(PER_UNIT)]
    made_at = timezone.make_aware(datetime.combine(request.today, time()))
    answer = HttpResponse(
        write_slips(printed, timestamp=made_at, per_page=PER_UNIT), content_type="application/pdf"
    )
    answer["Content-Disposition"] = 'inline; filename="phieu-phat-hien-guong-tot.pdf"'
    return answer


def _slip(request: OfficeRequest, campaign: Campaign, unit: Unit) -> Slip:
    where = form_of(unit)
    return Slip(
        title="PHIẾU PHÁT HIỆN GƯƠNG TỐT",
        lines=(("Nơi phát:", unit.name), *LINES),
        note=f"Ghi việc gì, khi nào, giúp được ai; tên người báo không bắt buộc. Gửi "
        f"{campaign.unit.name}, hoặc quét mã để báo trên điện thoại.",
        url=f"{settings.SITE_ADDRESS}{where}" if settings.SITE_ADDRESS else request.build_absolute_uri(where),
    )
