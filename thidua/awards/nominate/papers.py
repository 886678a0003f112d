"""The papers of a unit that nominates: submission with its list, minutes, achievement reports (giấy tờ của
đơn vị).
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Model

from thidua.awards.documents.nomination import minutes_paper, report_paper, submission_paper
from thidua.awards.models import DossierItem, Nomination
from thidua.awards.permissions.nomination import AT_THE_UNIT, may_edit, may_nominate
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.nomination import of_the_unit
from thidua.awards.queries.supplement import open_places, written_sections
from thidua.campaigns.models import Campaign, OfferedAward, UnitReview
from thidua.campaigns.queries.review import head_of
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.paper.model import Document
from thidua.records.draft import draft, rewrite
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_about


@transaction.atomic
def draft_unit_papers(
    campaign: Campaign, *, unit: Unit, mandate: Mandate, on: date
) -> list[OfficialDocument]:
    """Draft what a unit hands in: minutes, one submission with list per form, a report for each nominee whose
    dossier is still with the unit (giấy tờ đề nghị).

    Papers still being drafted are written anew; each is filed in the dossiers it belongs to. Raises `Refused`
    when the unit has nominated nobody, has no head, or has not written down its judging meeting.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84 (tờ trình, biên bản, báo cáo thành tích).
    """
    may_nominate(mandate, unit, campaign, on=on).require()
    nominations = list(of_the_unit(campaign, unit))
    if not nominations:
        raise Refused(no(f"{unit.name} chưa đề nghị ai trong đợt này.", rule="papers:none"))
    minutes = draft_unit_minutes(campaign, unit=unit, mandate=mandate, on=on)
    awards = {nomination.award_id: nomination.award for nomination in nominations}
    submissions = [
        draft_unit_submission(award, unit=unit, mandate=mandate, on=on) for award in awards.values()
    ]
    reports = [
        draft_achievement_report(nomination, mandate=mandate, on=on)
        for nomination in nominations
        if nomination.report.strip() and nomination.state in AT_THE_UNIT
    ]
    return [minutes, *submissions, *reports]


@transaction.atomic
def draft_unit_minutes(campaign: Campaign, *, unit: Unit, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the minutes of the unit's judging meeting (biên bản họp xét) over all it proposes.

    Raises `Refused` when the meeting is not written down. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84.
    """
    may_nominate(mandate, unit, campaign, on=on).require()
    review = (
        UnitReview.objects.select_related("campaign", "unit__parent")
        .filter(campaign=campaign, unit=unit)
        .first()
    )
    if review is None or review.met_on is None or not review.chair or not review.secretary:
        raise Refused(
            no(
                f"Chưa ghi cuộc họp xét của {unit.name} (ngày họp, chủ trì, thư ký): "
                "ghi ở trang Tổng kết của đơn vị.",
                rule="papers:meeting",
            )
        )
    nominations = list(of_the_unit(campaign, unit))
    signer = head_of(unit, on=on)
    paper = _put(
        minutes_paper(review, nominations), "unit_minutes", review, signer=signer, mandate=mandate, on=on
    )
    _file(nominations, "bien_ban", paper, on=on)
    return paper


@transaction.atomic
def draft_unit_submission(award: OfferedAward, *, unit: Unit, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the unit's submission with its list for one form (tờ trình kèm danh sách của đơn vị).

    Raises `Refused` when nobody is proposed for the form. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84.
    """
    may_nominate(mandate, unit, award.campaign, on=on).require()
    nominations = list(of_the_unit(award.campaign, unit).filter(award=award))
    if not nominations:
        raise Refused(no(f"{unit.name} chưa đề nghị ai cho {award.title}.", rule="papers:none"))
    book = rulebook_of(unit, on=on)
    signer = head_of(unit, on=on)
    content = submission_paper(nominations, grounds=book.grounds("submission"), signer=signer)
    paper = _put(content, "unit_submission", award, signer=signer, mandate=mandate, on=on)
    _file(nominations, "to_trinh", paper, on=on)
    return paper


@transaction.atomic
def draft_achievement_report(nomination: Nomination, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the achievement report (báo cáo thành tích) with the place for the confirmation of the proposing
    level.

    Raises `Refused` once the dossier was sent and when nothing is written yet. Căn cứ: mẫu báo cáo thành tích
    theo chuyên đề của nghị định đang áp dụng (Nghị định 91/2017 Mẫu số 07; Nghị định 98/2023, 152/2025 Mẫu số
    08).
    """
    may_edit(mandate, nomination, on=on).require()
    if not nomination.report.strip():
        raise Refused(no("Chưa viết báo cáo thành tích.", rule="dossier:report"))
    book = rulebook_of(nomination.unit, on=on)
    signer = head_of(nomination.unit, on=on)
    under = written_sections(nomination) if nomination.sections else []
    content = report_paper(nomination, form=book.report_form(), sections=under, signer=signer)
    paper = _put(content, "achievement_report", nomination, signer=signer, mandate=mandate, on=on)
    _file([nomination], "bao_cao", paper, on=on)
    return paper


def _put(
    content: Document, purpose: str, about: Model, *, signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """The paper with this content: the same one when nothing changed, the draft written anew, or a new
    one.
    """
    for paper in papers_about(about, purpose).filter(unit=signer.unit):
        if paper.content == content.as_json():
            return paper
        if paper.state in ("draft", "returned"):
            rewrite(paper, content=content, mandate=mandate, on=on)
            return paper
    return draft(content, purpose=purpose, about=about, signer=signer, mandate=mandate, on=on)


def _file(nominations: list[Nomination], part: str, paper: OfficialDocument, *, on: date) -> None:
    """Let a paper of ours stand as a part of each dossier that is still with the unit."""
    for nomination in nominations:
        if nomination.state in AT_THE_UNIT and _is_open(nomination, f"part:{part}"):
            DossierItem.objects.update_or_create(
                nomination=nomination, part=part, defaults={"note": "", "document": paper, "added_on": on}
            )


def _is_open(nomination: Nomination, place: str) -> bool:
    """True unless the dossier came back for other parts only."""
    allowed = open_places(nomination)
    return allowed is None or place in allowed
