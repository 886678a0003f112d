"""Stage 13: interim and closing report are written from the data, and the campaign closes (tổng kết)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign
from thidua.journal.lifecycle import advance, keep
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.draft import draft
from thidua.records.issue import issue
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_about
from thidua.reports.documents import closing_paper, interim_paper
from thidua.reports.permissions import may_close, may_conclude, may_review


@transaction.atomic
def draft_closing_report(
    campaign: Campaign, *, lessons: str, signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the closing report (soạn báo cáo tổng kết) from the figures; `lessons` are the officer's own
    words.

    Raises `Refused` when a report is already on its way. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 17.
    """
    may_conclude(mandate, campaign, on=on).require()
    standing = campaign.closing_paper
    if standing is not None and standing.state != "cancelled":
        raise Refused(
            no("Đã có báo cáo tổng kết; mở văn bản ấy để sửa, hoặc bỏ rồi soạn lại.", rule="conclude:paper")
        )
    content = closing_paper(campaign, lessons=lessons, signer=signer, on=on)
    paper = draft(content, purpose="closing_report", about=campaign, signer=signer, mandate=mandate, on=on)
    campaign.closing_paper = paper
    keep(campaign, "closing_paper")
    return paper


@transaction.atomic
def draft_interim_report(
    campaign: Campaign, *, tasks: str, signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft an interim report (soạn báo cáo sơ kết) from the figures of the day; `tasks` are the
    officer's own words on what comes next.

    Raises `Refused` while an earlier one is not issued. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 17.
    """
    may_review(mandate, campaign, on=on).require()
    if papers_about(campaign, "interim_report").exclude(state="issued").exists():
        raise Refused(
            no("Đang có báo cáo sơ kết chưa phát hành; mở văn bản ấy, hoặc bỏ rồi soạn lại.",
               rule="conclude:interim")
        )  # fmt: skip
    content = interim_paper(campaign, tasks=tasks, signer=signer, on=on)
    return draft(content, purpose="interim_report", about=campaign, signer=signer, mandate=mandate, on=on)


@transaction.atomic
def close_campaign(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the closing report and close the campaign (phát hành báo cáo, kết thúc đợt thi đua).

    Raises `Refused` while a nomination lies on a desk, naming each. Căn cứ: Luật Thi đua, khen thưởng 2022,
    Điều 17.
    """
    campaign = Campaign.objects.select_related("unit").get(closing_paper=document)
    may_close(campaign, on=on).require()
    issue(document, mandate=mandate, on=on)
    advance(
        campaign,
        "closed",
        actor=mandate.actor(),
        on=on,
        verb="close_campaign",
        says=f"Tổng kết, kết thúc đợt “{campaign.short_title}” bằng {document.title}.",
    )
