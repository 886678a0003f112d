"""The report on all that an office has appraised (báo cáo thẩm định)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.appraisal import appraisal_paper
from thidua.awards.permissions.nomination import may_report_appraisals
from thidua.awards.queries.nomination import last_conclusions
from thidua.awards.queries.ranking import groups_with_order, ranking_of
from thidua.campaigns.models import Campaign
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_about


@transaction.atomic
def draft_appraisal_report(campaign: Campaign, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the report on all that this office has appraised (soạn báo cáo thẩm định) for its council.

    Raises `Refused` while nothing is concluded or an earlier report is not issued. Căn cứ: Luật Thi đua, khen
    thưởng 2022, Điều 84; quy chế của Hội đồng.
    """
    may_report_appraisals(mandate, on=on).require()
    found = last_conclusions(campaign, mandate.unit)
    if not found:
        raise Refused(no("Chưa kết luận thẩm định hồ sơ nào.", rule="appraise:none"))
    if papers_about(campaign, "appraisal_report").filter(unit=mandate.unit).exclude(state="issued").exists():
        raise Refused(
            no("Đang có báo cáo thẩm định chưa phát hành; mở hoặc bỏ văn bản ấy.", rule="appraise:paper")
        )
    rankings = [ranking_of(group, on=on) for group in groups_with_order(campaign)]
    content = appraisal_paper(campaign, found, rankings=rankings, signer=mandate)
    return draft(content, purpose="appraisal_report", about=campaign, signer=mandate, mandate=mandate, on=on)
