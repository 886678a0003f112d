"""A campaign is extended, suspended, resumed, stopped or reopened by a paper (gia hạn, tạm dừng, mở lại)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.campaigns import steer
from thidua.campaigns.documents.steer import NAMED
from thidua.campaigns.permissions.steer import may_steer
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.steer import changes_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.steer import ChangeForm
from thidua.web.requests import OfficeRequest

SLUGS = {
    "gia-han": "extend",
    "tam-dung": "suspend",
    "tiep-tuc": "resume",
    "ket-thuc-som": "stop",
    "mo-lai": "reopen",
}
EXPLAINS = {
    "extend": "Đợt đã chuyển sang xét khen thưởng thì mở lại phần đăng ký, báo cáo.",
    "suspend": "Các đơn vị chưa đăng ký, báo cáo; không đôn đốc, không nhận đề nghị khen thưởng.",
    "resume": "Mọi việc đi tiếp từ chỗ đã dừng; mốc đã qua thì ấn định lại.",
    "stop": "Chuyển sang tổng kết, xét khen thưởng theo kết quả đến ngày kết thúc.",
    "reopen": "Trở lại bước xét khen thưởng; báo cáo tổng kết cũ giữ nguyên trong hồ sơ.",
}


@office_page
def changes(request: OfficeRequest, code: str) -> HttpResponse:
    """What has changed so far, by which paper, and what may be changed now."""
    campaign = campaign_for(request.mandate, code)
    context = {
        "campaign": campaign,
        "changes": changes_of(campaign),
        "possible": [
            {"slug": slug, "name": NAMED[kind], "explains": EXPLAINS[kind],
             "may": may_steer(request.mandate, campaign, kind=kind, on=request.today)}
            for slug, kind in SLUGS.items()
        ],
        "is_ours": request.mandate.unit_id == campaign.unit_id and request.mandate.holds("standing"),
    }  # fmt: skip
    return render(request, "campaigns/changes.html", context)


@office_page
def change(request: OfficeRequest, code: str, slug: str) -> HttpResponse:
    """Draft the paper of one change; it holds once the paper is issued."""
    campaign, kind = campaign_for(request.mandate, code), SLUGS[slug]
    may_steer(request.mandate, campaign, kind=kind, on=request.today).require()
    form = ChangeForm(request.POST or None, campaign=campaign, kind=kind)
    made: list[Any] = []
    if attempt(request, form, lambda: made.append(steer.draft_change(
        campaign, words=form.words(), mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã soạn văn bản; xem lại rồi trình ký. Phát hành xong mới có hiệu lực.")
        return redirect("paper", made[0].code) if made else redirect("campaign-changes", code)
    context = {"campaign": campaign, "form": form, "name": NAMED[kind], "explains": EXPLAINS[kind]}
    return render(request, "campaigns/change.html", context)
