"""Stage 2, launch: approve, issue, open (phát động)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign, Deadline
from thidua.campaigns.permissions.campaign import may_open, may_prepare
from thidua.journal import lifecycle
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.issue import issue
from thidua.records.models import OfficialDocument
from thidua.vietnamese.dates import vn_date


@transaction.atomic
def set_deadlines(campaign: Campaign, *, days: Mapping[str, date | None], mandate: Mandate, on: date) -> None:
    """Set the days by which something is due (đặt mốc thời gian), while the campaign is being prepared.

    `days` maps a kind of deadline to its day, None to have none. Raises `Refused` when registration would end
    after the campaign. Căn cứ: không (quy ước nội bộ).
    """
    may_prepare(mandate, campaign, on=on).require()
    register = days.get("register")
    if register and campaign.ends and register > campaign.ends:
        raise Refused(
            no(
                f"Hạn đăng ký {vn_date(register)} sau ngày kết thúc đợt {vn_date(campaign.ends)}. "
                "Hãy đặt sớm hơn.",
                rule="campaign:deadline",
            )
        )
    for kind, day in days.items():
        _set_deadline(campaign, kind, day)
    data = {kind: day.isoformat() if day else None for kind, day in days.items()}
    says = "Đặt các mốc thời gian của đợt thi đua."
    write("set_deadlines", says, actor=mandate.actor(), on=on, thing=campaign, data=data)


def _set_deadline(campaign: Campaign, kind: str, day: date | None) -> None:
    held = campaign.deadlines.filter(kind=kind).first()
    if held is not None and day is None:
        held.delete()
    elif held is None and day is not None:
        Deadline.objects.create(campaign=campaign, kind=kind, day=day, says="cơ quan đặt")
    elif held is not None and day is not None and held.day != day:
        held.day, held.says = day, "cơ quan đặt"
        held.save(update_fields=["day", "says"])


@transaction.atomic
def open_campaign(document: OfficialDocument, *, mandate: Mandate, on: date) -> Campaign:
    """Issue the plan, unless it is an original, and open its campaign on the public page (mở đợt thi đua).

    "Từ ngày phát động" becomes the day of the plan. Raises `Refused` when the plan lacks aim, objects,
    criteria, time or measures, or when it ended before it began. Căn cứ: Điều 5 Nghị định 91/2017/NĐ-CP; Điều
    17 Luật Thi đua, khen thưởng 2022.
    """
    campaign = Campaign.objects.select_related("unit").get(plan=document)
    may_open(mandate, campaign, on=on).require()
    if document.state != "issued":
        issue(document, mandate=mandate, on=on)
    starts = campaign.starts or document.day or on
    if campaign.ends and starts > campaign.ends:
        raise Refused(
            no(
                f"Đợt thi đua kết thúc ngày {vn_date(campaign.ends)}, "
                f"trước ngày phát động {vn_date(starts)}. "
                "Hãy trả kế hoạch lại để sửa thời gian.",
                rule="campaign:period",
            )
        )
    campaign.starts = starts
    lifecycle.keep(campaign, "starts")
    says = f"Mở đợt thi đua “{campaign.short_title}” từ ngày {vn_date(starts)} theo {document.title}."
    lifecycle.advance(campaign, "open", actor=mandate.actor(), on=on, verb="open_campaign", says=says)
    return campaign
