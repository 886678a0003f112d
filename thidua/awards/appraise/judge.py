"""What a person makes of the findings, and what still stands against a yes (nhận định thẩm định)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from thidua.awards.models import Appraisal, Finding
from thidua.awards.permissions.nomination import may_work_on
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.law.standard import is_choice, unmet_choices
from thidua.org.models import Mandate


@dataclass(frozen=True)
class Judgement:
    """What a person makes of one finding (kết luận của người thẩm định): it holds or not, and why."""

    holds: bool
    why: str = ""


@transaction.atomic
def record_judgements(
    appraisal: Appraisal, *, judgements: Mapping[UUID, Judgement], mandate: Mandate, on: date
) -> None:
    """Write down what a person makes of the findings (ghi nhận định): each with its reason.

    `judgements` maps the key of a finding. Only what a machine cannot tell, and warnings, are judged; a
    blocking no stays a no. Raises `Refused` for such a finding and for a judgement without its reason.
    Căn cứ: tiêu chuẩn khen thưởng của kế hoạch phát động; không (quy ước nội bộ) cho cảnh báo.
    """
    may_work_on(mandate, appraisal, on=on).require()
    findings = {finding.pk: finding for finding in appraisal.findings.all()}
    for pk, judgement in judgements.items():
        finding = findings[pk]
        if not is_judged(finding):
            raise Refused(
                no(
                    f"Nhận định này do pháp luật quyết định, không sửa được: {finding.because}",
                    source=finding.source,
                    rule="appraise:fixed",
                )
            )
        if not judgement.why.strip():
            raise Refused(no(f"Hãy ghi lý do kết luận: {finding.because}", rule="appraise:why"))
        finding.judged, finding.judged_why = judgement.holds, judgement.why.strip()
        finding.save(update_fields=["judged", "judged_why"])
    says = f"Ghi {len(judgements)} nhận định thẩm định của {appraisal.nomination.name}."
    write("record_judgements", says, actor=mandate.actor(), on=on, thing=appraisal.nomination)


def is_judged(finding: Finding) -> bool:
    """True when a person settles this finding (cần người kết luận): unclear ones, and warnings.

    Căn cứ: không (quy ước nội bộ).
    """
    return finding.verdict == "judge" or (finding.verdict == "no" and finding.weight == "warn")


def open_points(appraisal: Appraisal) -> list[str]:
    """What still stands against “đủ điều kiện” (điểm chưa đạt), as sentences.

    Căn cứ: không (quy ước nội bộ).
    """
    found = list(appraisal.findings.all())
    alone = [
        finding.because if finding.judged is None else f"{finding.because} ({finding.judged_why})"
        for finding in found
        if not is_choice(finding.rule) and not _holds(finding)
    ]
    return alone + unmet_choices((one.rule, one.because, one.judged is True) for one in found)


def _holds(finding: Finding) -> bool:
    if finding.verdict == "yes" or (finding.verdict == "no" and finding.weight == "inform"):
        return True
    return is_judged(finding) and finding.judged is True
