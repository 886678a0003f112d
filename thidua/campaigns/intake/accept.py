"""Make the draft campaign of what a person accepted (nhận làm đợt thi đua)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.files.base import File
from django.db import transaction

from thidua.campaigns.documents.campaign import PlanClause, plan_outline, plan_paper
from thidua.campaigns.models import (
    Campaign,
    ContentArea,
    Deadline,
    EligibleGroup,
    Obligation,
    PlanIntake,
)
from thidua.campaigns.permissions.campaign import may_reopen, may_settle
from thidua.campaigns.queries import campaign_parts as parts
from thidua.campaigns.queries.plan import Plan, open_proposals, settled
from thidua.campaigns.queries.quota import quota_rows
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.book import rulebook_on
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.queries import chair_of
from thidua.records.draft import discard, draft
from thidua.records.models import Clause, OfficialDocument
from thidua.records.receive import Original, receive_original
from thidua.vietnamese.text import slug


@dataclass(frozen=True)
class PlanFacts:
    """What a person adds when accepting (thông tin khi nhận): the short title; number, day, signer of an
    original.
    """

    short_title: str
    number_text: str = ""
    day: date | None = None
    signer_words: str = ""


@transaction.atomic
def accept_plan(intake: PlanIntake, *, facts: PlanFacts, mandate: Mandate, on: date) -> Campaign:
    """Make a draft campaign of the accepted plan (nhận làm đợt thi đua) and return it.

    Effects: the campaign with its contents, obligations, groups, awards, criteria, quotas and deadlines, each
    tied to its clause; the plan as a draft paper for the chair, or, for an original, filed as issued. Raises
    `Refused` while something is undecided, without a title, or without number and day of an original. Căn cứ:
    không (quy ước nội bộ).
    """
    may_settle(mandate, intake, on=on).require()
    _require_settled(intake)
    plan = settled(intake)
    outline = plan_outline(plan)
    campaign = _campaign(intake, plan, facts, on=on)
    labels = (
        _source_labels(plan) if intake.way == "original" else {c.path: c.label for c in outline if c.path}
    )
    _fill(campaign, plan, labels, on=on)
    _allot(campaign, plan, labels, by=mandate, on=on)
    if intake.way == "original":
        document = _original(intake, campaign, facts, mandate=mandate, on=on)
        _keep_clauses(document, _source_clauses(intake))
    else:
        document = _draft(campaign, plan, mandate=mandate, on=on)
        _keep_clauses(document, _own_clauses(outline))
    campaign.plan = document
    campaign.save(update_fields=["plan"])
    intake.campaign = campaign
    intake.save(update_fields=["campaign"])
    intake.proposals.filter(state="open").update(state="accepted")
    says = f"Nhận kế hoạch “{intake.name}” làm đợt thi đua {campaign.short_title}."
    write("accept_plan", says, actor=mandate.actor(), on=on, thing=campaign)
    return campaign


@transaction.atomic
def reopen_plan(campaign: Campaign, *, mandate: Mandate, on: date) -> PlanIntake:
    """Go back to what was read (trả về bước đọc kế hoạch), to correct it and accept anew; returns the
    intake.

    Effects: the draft plan is dropped, the campaign in preparation removed with its parts. Raises
    `Refused` once the plan was sent for signature, for an original, and for a campaign that is open.
    Căn cứ: không (quy ước nội bộ).
    """
    may_reopen(mandate, campaign, on=on).require()
    intake, paper = PlanIntake.objects.get(campaign=campaign), campaign.plan
    intake.campaign = None
    intake.save(update_fields=["campaign"])
    says = f"Trả đợt thi đua {campaign.short_title} về bước đọc kế hoạch."
    write("reopen_plan", says, actor=mandate.actor(), on=on, thing=intake)
    campaign.delete()
    if paper is not None:
        discard(paper, mandate=mandate, on=on)
    return intake


def _require_settled(intake: PlanIntake) -> None:
    left = len(open_proposals(intake))
    if left:
        raise Refused(
            no(f"Còn {left} chỗ chưa quyết: nhận, sửa hoặc bỏ qua từng chỗ rồi nhận.", rule="plan:open")
        )


def _campaign(intake: PlanIntake, plan: Plan, facts: PlanFacts, *, on: date) -> Campaign:
    if not plan.get("title"):
        raise Refused(
            no("Kế hoạch chưa có tên phong trào. Hãy ghi tên ở phần Thông tin chung.", rule="plan:title")
        )
    period, signer = plan.get("period") or {}, plan.get("signer") or {}
    code, ends = short_code(), period.get("end")
    start = period.get("start")
    return Campaign.objects.create(
        unit=intake.unit,
        code=code,
        slug=_free_slug(intake, facts.short_title, code),
        title=plan["title"],
        short_title=facts.short_title[:200],
        theme=plan.get("theme") or "",
        occasion=plan.get("occasion") or "",
        launched_level=intake.unit.level,
        parent_says="; ".join(plan.get("legal_bases") or []),
        starts=date.fromisoformat(start) if start else None,
        ends=date.fromisoformat(ends) if ends else None,
        celebrated_on=parts.anniversary(plan),
        purposes=[*(plan.get("purposes") or []), *(plan.get("purposes_requirements") or [])],
        requirements=plan.get("requirements") or [],
        signer_says=" ".join(filter(None, (signer.get("role"), signer.get("name"))))[:200],
        recipients=plan.get("recipients") or [],
    )


def _free_slug(intake: PlanIntake, title: str, code: str) -> str:
    wanted = slug(title)[:60].strip("-") or code
    taken = Campaign.objects.filter(unit=intake.unit, slug=wanted).exists()
    return f"{wanted}-{code}" if taken else wanted


def _fill(campaign: Campaign, plan: Plan, labels: parts.Labels, *, on: date) -> None:
    """The rows of the campaign."""
    rows: tuple[ContentArea | Obligation | EligibleGroup | Deadline, ...] = (
        *parts.content_rows(plan, labels),
        *parts.obligation_rows(plan, labels),
        *parts.group_rows(plan, labels),
        *parts.deadline_rows(plan, ends=campaign.ends, celebrated_on=campaign.celebrated_on, on=on),
    )
    for row in rows:
        row.campaign = campaign
        row.save(force_insert=True)
    for award, criteria in parts.award_rows(plan, labels, rulebook_on(on)):
        award.campaign = campaign
        award.save(force_insert=True)
        for criterion in criteria:
            criterion.award = award
            criterion.save(force_insert=True)


def _allot(campaign: Campaign, plan: Plan, labels: parts.Labels, *, by: Mandate, on: date) -> None:
    """The quotas the plan states; labels of our own plan do not reach them, the reader's clause does."""
    awards = {award.form: award for award in campaign.awards.all()}
    for quota in quota_rows(plan, {**_source_labels(plan), **labels}, awards):
        quota.campaign, quota.set_by, quota.set_on = campaign, str(by), on
        quota.save(force_insert=True)


def _source_labels(plan: Plan) -> parts.Labels:
    """Path of a value -> its clause in the source document."""
    return {path: place["clause"] for path, place in plan.get("places", {}).items()}


def _original(
    intake: PlanIntake, campaign: Campaign, facts: PlanFacts, *, mandate: Mandate, on: date
) -> OfficialDocument:
    if facts.day is None:
        raise Refused(no("Hãy ghi ngày ban hành đúng như trên văn bản.", rule="paper:day"))
    original = Original(
        unit=intake.unit, kind="ke_hoach", purpose="campaign_plan", number_text=facts.number_text,
        day=facts.day,
        subject=campaign.title, signer_words=facts.signer_words,
    )  # fmt: skip
    with intake.file.open("rb") as opened:
        upload = File(opened, name=intake.name)
        return receive_original(original, upload=upload, about=campaign, mandate=mandate, on=on)


def _draft(campaign: Campaign, plan: Plan, *, mandate: Mandate, on: date) -> OfficialDocument:
    signer = chair_of(campaign.unit, on)
    if signer is None:
        raise Refused(
            no("Chưa có Chủ tịch đương nhiệm để ký; hãy ghi chức vụ Chủ tịch trước.", rule="plan:chair")
        )
    content = plan_paper(plan, signer=signer)
    return draft(content, purpose="campaign_plan", about=campaign, signer=signer, mandate=mandate, on=on)


def _own_clauses(outline: Iterable[PlanClause]) -> list[tuple[str, str]]:
    """The clauses as we laid them out; a form and its lead sentence are one clause."""
    found: dict[str, list[str]] = {}
    for clause in outline:
        found.setdefault(clause.label, []).append(clause.text)
    return [(label, "\n".join(texts)) for label, texts in found.items()]


def _source_clauses(intake: PlanIntake) -> list[tuple[str, str]]:
    """The clauses of an original as the reader cut them, each once."""
    found: dict[str, list[str]] = {}
    for proposal in intake.proposals.filter(kind="value").exclude(clause=""):
        found.setdefault(proposal.clause, []).append(proposal.value)
    return [(label, "\n".join(texts)) for label, texts in found.items()]


def _keep_clauses(document: OfficialDocument, clauses: Iterable[tuple[str, str]]) -> None:
    Clause.objects.bulk_create(
        Clause(document=document, label=label[:60], text=text, position=position)
        for position, (label, text) in enumerate(clauses)
    )
