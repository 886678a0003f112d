"""Stage 2, later on: a campaign is extended, suspended, resumed, stopped or reopened, each by a paper (gia
hạn, tạm dừng, tiếp tục, kết thúc trước hạn, mở lại).
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.documents.steer import NAMED, ChangeWords, change_paper
from thidua.campaigns.models import Campaign, CampaignChange, Deadline
from thidua.campaigns.permissions.steer import CHANGES, fits, may_steer
from thidua.campaigns.queries.steer import units_to_inform
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.book import rulebook_on
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.queries import chair_of
from thidua.records.draft import draft
from thidua.records.issue import issue
from thidua.records.models import Message, OfficialDocument
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze


@transaction.atomic
def draft_change(campaign: Campaign, *, words: ChangeWords, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the paper of a change (soạn văn bản gia hạn, tạm dừng, tiếp tục, kết thúc sớm, mở lại).

    Effects: a paper on its way; the campaign stays as it is until the paper is issued. Raises `Refused` when
    the campaign is not in a state for it, another change is on its way, a day does not fit, no reason is
    given or there is no chair to sign. Căn cứ: Điều 17 Luật Thi đua, khen thưởng 2022 (tổ chức phong trào);
    hình thức văn bản là quy ước của cơ quan.
    """
    may_steer(mandate, campaign, kind=words.kind, on=on).require()
    _require_sense(campaign, words, on=on)
    signer = chair_of(campaign.unit, on)
    if signer is None:
        raise Refused(
            no("Chưa có Chủ tịch đương nhiệm để ký; hãy ghi chức vụ Chủ tịch trước.", rule="steer:chair")
        )
    named = campaign.plan.cited if campaign.plan else f"Kế hoạch phát động “{campaign.short_title}”"
    grounds = (*rulebook_on(on).grounds("plan"), f"Căn cứ {named}")
    content = change_paper(campaign, words, grounds=grounds, signer=signer)
    paper = draft(content, purpose="campaign_change", about=campaign, signer=signer, mandate=mandate, on=on)
    CampaignChange.objects.create(
        campaign=campaign, document=paper, kind=words.kind, ends=words.ends, reason=squeeze(words.reason),
        days={kind: day.isoformat() for kind, day in words.days.items()},
    )  # fmt: skip
    return paper


def _require_sense(campaign: Campaign, words: ChangeWords, *, on: date) -> None:
    """A reason, a last day that fits the kind of change, and deadlines in their order."""
    problem = _problem(campaign, words, on=on)
    if problem:
        raise Refused(no(problem, rule="steer:sense"))


def _problem(campaign: Campaign, words: ChangeWords, *, on: date) -> str:
    ends, before = words.ends, campaign.ends
    if not words.reason.strip():
        return "Hãy ghi lý do; lý do được in trong văn bản."
    if words.kind in ("extend", "stop") and ends is None:
        return "Hãy ghi ngày kết thúc mới."
    if ends is not None and campaign.starts and ends < campaign.starts:
        return f"Ngày kết thúc mới {vn_date(ends)} trước ngày mở đợt {vn_date(campaign.starts)}."
    if words.kind == "stop" and ends is not None and (ends > on or before is not None and ends >= before):
        return "Kết thúc trước hạn thì ngày kết thúc không sau hôm nay và trước ngày kết thúc đã định."
    if words.kind != "stop" and ends is not None:
        return _too_early(ends, before, words, on=on)
    return ""


def _too_early(ends: date, before: date | None, words: ChangeWords, *, on: date) -> str:
    if words.kind == "extend" and before is not None and ends <= before:
        return f"Gia hạn thì ngày kết thúc mới phải sau ngày {vn_date(before)}."
    if ends < on:
        return f"Ngày kết thúc mới {vn_date(ends)} đã qua."
    register = words.days.get("register")
    if register and register > ends:
        return f"Hạn đăng ký {vn_date(register)} sau ngày kết thúc mới {vn_date(ends)}."
    return ""


@transaction.atomic
def apply_change(document: OfficialDocument, *, mandate: Mandate, on: date) -> Campaign:
    """Issue the paper and let the change hold (phát hành, thực hiện thay đổi).

    Effects: the new last day and deadlines, naming the paper; the state of the campaign; a message to
    everybody who has the plan or takes part. Raises `Refused` when the campaign was changed otherwise
    meanwhile. Căn cứ: như `draft_change`.
    """
    change = CampaignChange.objects.select_related("campaign__unit", "campaign__plan").get(document=document)
    campaign = change.campaign
    fits(campaign, change.kind).require()
    issue(document, mandate=mandate, on=on)
    change.before = _stands(campaign)
    change.took_effect_on = on
    change.save(update_fields=["before", "took_effect_on"])
    _set_days(campaign, change, document)
    says = f"{NAMED[change.kind]} đợt “{campaign.short_title}” theo {document.title}: {change.reason}"
    to = _next_state(campaign, change)
    if to != campaign.state:
        advance(campaign, to, actor=mandate.actor(), on=on, verb="apply_change", says=says[:500])
    else:
        write("apply_change", says[:500], actor=mandate.actor(), on=on, thing=campaign)
    _tell(campaign, change, document, on=on)
    return campaign


def _stands(campaign: Campaign) -> dict[str, object]:
    """What stood until now, so that the page can show both."""
    days = {one.kind: one.day.isoformat() for one in campaign.deadlines.all()}
    return {"state": campaign.state, "ends": campaign.ends.isoformat() if campaign.ends else "", "days": days}


def _set_days(campaign: Campaign, change: CampaignChange, document: OfficialDocument) -> None:
    if change.ends is not None:
        campaign.ends = change.ends
        keep(campaign, "ends")
    if change.kind == "reopen":
        campaign.closing_paper = None
        keep(campaign, "closing_paper")
    for kind, day in change.days.items():
        Deadline.objects.update_or_create(
            campaign=campaign,
            kind=kind,
            defaults={"day": date.fromisoformat(day), "says": f"theo {document.title}"[:250]},
        )


def _next_state(campaign: Campaign, change: CampaignChange) -> str:
    """Extending a campaign that is judged already takes it back to the units."""
    if change.kind == "extend":
        return "open" if campaign.state == "reviewing" else campaign.state
    return CHANGES[change.kind][1]


def _tell(campaign: Campaign, change: CampaignChange, document: OfficialDocument, *, on: date) -> None:
    subject = f"{NAMED[change.kind]} đợt thi đua: {campaign.short_title}"[:250]
    Message.objects.bulk_create(
        Message(
            unit=campaign.unit, to_unit=unit, subject=subject, document=document, sent_on=on,
            body=f"{NAMED[change.kind]} theo {document.title}. Đề nghị xem và xác nhận đã nhận.",
            about=campaign._meta.label_lower, about_id=campaign.pk, purpose="campaign_change",
        )
        for unit in units_to_inform(campaign, on=on)
    )  # fmt: skip
