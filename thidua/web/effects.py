"""What a paper has to do with the stages: what issuing it sets going, and the page it belongs to (văn bản và
việc).
"""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from thidua.awards.amend import issue_correction, issue_revocation
from thidua.awards.consult import send_opinion_reminder, send_opinion_request
from thidua.awards.decide import issue_decision
from thidua.awards.inform import send_ceremony_invitation, send_refusal_notice, send_result_notice
from thidua.awards.queries.ceremony import ceremonies_visible_to
from thidua.awards.queries.council import sessions_visible_to
from thidua.awards.queries.decision import decisions_visible_to
from thidua.awards.queries.nomination import visible_to
from thidua.awards.queries.opinion import consultations_seen
from thidua.awards.queries.submission import submissions_visible_to
from thidua.awards.seat import record_founding
from thidua.awards.submit import issue_submission
from thidua.campaigns.launch import open_campaign
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.campaigns.queries.visit import inspections_visible_to
from thidua.campaigns.standard import set_standard
from thidua.campaigns.steer import apply_change
from thidua.campaigns.track import send_reminder
from thidua.org.models import Mandate
from thidua.records.issue import issue
from thidua.records.models import OfficialDocument
from thidua.reports.conclude import close_campaign

Issue = Callable[..., object]
Page = tuple[str, str]

# purpose -> callable(document, *, mandate, on): the stage verb that issues the paper and does what follows.
EFFECTS: dict[str, Issue] = {
    "campaign_plan": open_campaign,
    "campaign_change": apply_change,
    "award_standard": set_standard,
    "reminder": send_reminder,
    "chair_submission": issue_submission,
    "submission": issue_submission,
    "award_decision": issue_decision,
    "closing_report": close_campaign,
    "council_decision": record_founding,
    "refusal_notice": send_refusal_notice,
    "result_notice": send_result_notice,
    "ceremony_invitation": send_ceremony_invitation,
    "correction": issue_correction,
    "revocation": issue_revocation,
    "opinion_request": send_opinion_request,
    "posting": send_opinion_request,
    "opinion_reminder": send_opinion_reminder,
}


def issue_by_purpose(purpose: str) -> Issue:
    """The verb that issues papers of this purpose (việc phát hành); without an own one the paper is only
    issued.
    """
    return EFFECTS.get(purpose, issue)


def _campaign(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = campaigns_visible_to(mandate).filter(pk=str(document.about_id)).first()
    return (found.short_title, reverse("campaign", args=[found.code])) if found else None


def _standard(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = campaigns_visible_to(mandate).filter(awards=document.about_id).first()
    return ("Tiêu chuẩn khen thưởng", reverse("campaign-standards", args=[found.code])) if found else None


def _closing(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = campaigns_visible_to(mandate).filter(unit_reviews=document.about_id).first()
    if found is None:
        return None
    address = reverse("unit-review", args=[found.code, document.unit.code])
    return f"Tổng kết của {document.unit.name}", address


def _unit_plan(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = campaigns_visible_to(mandate).filter(unit_plans=document.about_id).first()
    if found is None:
        return None
    return f"Kế hoạch của {document.unit.name}", reverse("unit-plan", args=[found.code, document.unit.code])


def _visit(document: OfficialDocument, mandate: Mandate) -> Page | None:
    for campaign in campaigns_visible_to(mandate).filter(inspections=document.about_id):
        found = inspections_visible_to(mandate, campaign).filter(pk=str(document.about_id)).first()
        return (str(found), reverse("inspection", args=[campaign.code, found.code])) if found else None
    return None


def _nomination(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = visible_to(mandate).filter(pk=str(document.about_id)).first()
    return (f"Hồ sơ của {found.name}", reverse("nomination", args=[found.code])) if found else None


def _meeting(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = sessions_visible_to(mandate).filter(pk=str(document.about_id)).first()
    return ("Phiên họp Hội đồng", reverse("session", args=[found.code])) if found else None


def _submission(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = submissions_visible_to(mandate).filter(pk=str(document.about_id)).first()
    return ("Danh sách trình", reverse("submission", args=[found.code])) if found else None


def _council(document: OfficialDocument, mandate: Mandate) -> Page | None:
    own = document.unit_id == mandate.unit_id
    return ("Hội đồng Thi đua - Khen thưởng", reverse("council-setup")) if own else None


def _decision(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = decisions_visible_to(mandate).filter(pk=str(document.about_id)).first()
    return ("Danh sách khen thưởng", reverse("decision", args=[found.code])) if found else None


def _consultation(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = consultations_seen(mandate).filter(pk=str(document.about_id)).first()
    return (f"Lấy ý kiến {found.name}", reverse("consultation", args=[found.code])) if found else None


def _ceremony(document: OfficialDocument, mandate: Mandate) -> Page | None:
    found = ceremonies_visible_to(mandate).filter(pk=str(document.about_id)).first()
    return ("Lễ trao thưởng", reverse("ceremony", args=[found.code])) if found else None


# what the paper is about -> callable(document, mandate): words and address of its page, None when unseen.
PAGES: dict[str, Callable[[OfficialDocument, Mandate], Page | None]] = {
    "campaigns.campaign": _campaign,
    "campaigns.offeredaward": _standard,
    "campaigns.unitplan": _unit_plan,
    "campaigns.unitreview": _closing,
    "campaigns.inspection": _visit,
    "awards.nomination": _nomination,
    "awards.councilsession": _meeting,
    "awards.submission": _submission,
    "awards.decision": _decision,
    "awards.ceremony": _ceremony,
    "awards.council": _council,
    "awards.consultation": _consultation,
}


def belongs_to(document: OfficialDocument, mandate: Mandate) -> Page | None:
    """Words and address of what the paper is for (việc của văn bản)."""
    page = PAGES.get(document.about) if document.about_id else None
    return page(document, mandate) if page else None
