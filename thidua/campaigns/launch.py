"""Stage 2, launch: approve, issue, open (phát động)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction

from thidua.campaigns.assign import draw_up_work
from thidua.campaigns.models import Campaign, Deadline
from thidua.campaigns.permissions.campaign import may_open, may_prepare
from thidua.campaigns.permissions.work import may_schedule
from thidua.campaigns.queries.schedule import PROPOSED, days_back
from thidua.journal import lifecycle
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.issue import issue
from thidua.records.models import OfficialDocument
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze


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
def confirm_deadlines(campaign: Campaign, *, kinds: Collection[str], mandate: Mandate, on: date) -> None:
    """Confirm days that the software proposed (xác nhận mốc đề xuất), as they stand, one by one.

    Raises `Refused` when none is chosen. Căn cứ: không (quy ước nội bộ).
    """
    may_schedule(mandate, campaign, on=on).require()
    proposed = list(campaign.deadlines.filter(kind__in=list(kinds), says__startswith=PROPOSED))
    if not proposed:
        raise Refused(no("Chưa chọn mốc đề xuất nào để xác nhận.", rule="campaign:nothing"))
    for deadline in proposed:
        deadline.says = "cơ quan xác nhận mốc đề xuất"
        deadline.save(update_fields=["says"])
    named = "; ".join(f"{one.get_kind_display()} {vn_date(one.day)}" for one in proposed)
    write("confirm_deadlines", f"Xác nhận mốc: {named}.", actor=mandate.actor(), on=on, thing=campaign)


@transaction.atomic
def count_back(
    campaign: Campaign, *, ceremony: date, days: Mapping[str, int], mandate: Mandate, on: date
) -> None:
    """Set the days that lie before the ceremony by counting working days back (tính lùi từ lễ trao thưởng).

    `days` are the working days the office wants before each step, by the kind it leads to ("session",
    "review"). Raises `Refused` when a day would come before the end of the campaign. Căn cứ: không (quy ước
    nội bộ); ngày làm việc theo lịch nghỉ của năm.
    """
    may_schedule(mandate, campaign, on=on).require()
    found = days_back(ceremony, days)
    early = [kind for kind, day in found.items() if campaign.ends and day <= campaign.ends]
    if early and campaign.ends:
        names = dict(Deadline.KINDS)
        said = "; ".join(f"{names[kind]} {vn_date(found[kind])}" for kind in early)
        raise Refused(
            no(
                f"Tính lùi ra ngày không sau ngày kết thúc đợt {vn_date(campaign.ends)}: {said}. "
                "Hãy bớt số ngày hoặc lùi ngày trao thưởng.",
                rule="campaign:deadline",
            )
        )
    for kind, day in found.items():
        says = f"tính lùi {days[kind]} ngày làm việc" if kind in days else "cơ quan đặt"
        Deadline.objects.update_or_create(campaign=campaign, kind=kind, defaults={"day": day, "says": says})
    data = {kind: day.isoformat() for kind, day in found.items()}
    says = f"Tính lùi các mốc từ ngày trao thưởng {vn_date(ceremony)}."
    write("count_back", says, actor=mandate.actor(), on=on, thing=campaign, data=data)


@transaction.atomic
def move_deadline(deadline: Deadline, *, day: date, reason: str, mandate: Mandate, on: date) -> None:
    """Move one day with its reason (dời mốc thời gian), also while the campaign is under way.

    Raises `Refused` without a reason. Căn cứ: không (quy ước nội bộ).
    """
    may_schedule(mandate, deadline.campaign, on=on).require()
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do dời mốc thời gian.", rule="campaign:reason"))
    before = deadline.day
    deadline.day, deadline.says = day, f"dời từ {vn_date(before)}: {squeeze(reason)}"[:250]
    deadline.save(update_fields=["day", "says"])
    says = (
        f"Dời hạn {deadline.get_kind_display()} từ {vn_date(before)} sang {vn_date(day)}: {squeeze(reason)}"
    )
    write("move_deadline", says, actor=mandate.actor(), on=on, thing=deadline.campaign)


@transaction.atomic
def open_campaign(document: OfficialDocument, *, mandate: Mandate, on: date) -> Campaign:
    """Issue the plan, unless it is an original, and open its campaign on the public page (mở đợt thi đua).

    "Từ ngày phát động" becomes the day of the plan. Effects: the work of the plan is drawn up: tasks,
    expectations, the distribution list (`assign.draw_up_work`). Raises `Refused` when the plan lacks aim,
    objects, criteria, time or measures, or when it ended before it began. Căn cứ: Điều 5 Nghị định
    91/2017/NĐ-CP; Điều 17 Luật Thi đua, khen thưởng 2022.
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
    draw_up_work(campaign, mandate=mandate, on=on)
    says = f"Mở đợt thi đua “{campaign.short_title}” từ ngày {vn_date(starts)} theo {document.title}."
    lifecycle.advance(campaign, "open", actor=mandate.actor(), on=on, verb="open_campaign", says=says)
    return campaign
