"""Stage 7: findings against the law books and the criteria, and what a person makes of them (thẩm định hồ
sơ).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from types import MappingProxyType
from uuid import UUID

from django.db import transaction

from thidua.awards.documents.appraisal import appraisal_paper
from thidua.awards.models import Appraisal, Finding, Nomination, Supplement, SupplementPoint
from thidua.awards.nominate.mark import keep_mark
from thidua.awards.permissions.nomination import (
    may_appraise,
    may_be_nominated_for,
    may_reopen,
    may_report_appraisals,
    may_return_again,
    may_work_on,
)
from thidua.awards.permissions.origin import doubts_about_origin
from thidua.awards.permissions.quota import within_quotas
from thidua.awards.queries.lawful import (
    appraisal_limit,
    beside_the_case,
    case_of,
    due_day,
    parts_of,
    rulebook_of,
)
from thidua.awards.queries.nomination import appraisal_open, last_conclusions
from thidua.awards.queries.opinion import opinion_rulings
from thidua.awards.queries.ranking import groups_with_order, ranking_of
from thidua.awards.queries.supplement import labels_of, lateness, words_of
from thidua.campaigns.models import Campaign, Criterion
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, Ruling, Verdict, Weight, no
from thidua.org.models import Mandate
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_about


@dataclass(frozen=True)
class Judgement:
    """What a person makes of one finding (kết luận của người thẩm định): it holds or not, and why."""

    holds: bool
    why: str = ""


@transaction.atomic
def open_appraisal(nomination: Nomination, *, mandate: Mandate, on: date) -> Appraisal:
    """Take a dossier up and compute its findings (mở thẩm định); an open one is computed anew.

    Effects: an appraisal of the mandate's People's Committee with a finding per rule of the law books and per
    criterion; what a person has judged stays. Raises `Refused` when the dossier is not on this desk.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84; thời hạn thẩm định theo quy tắc địa phương.
    """
    may_appraise(mandate, nomination, on=on).require()
    appraisal = appraisal_open(nomination, mandate.unit)
    if appraisal is None:
        appraisal = Appraisal.objects.create(
            nomination=nomination,
            unit=mandate.unit,
            by=str(mandate),
            opened_on=on,
            due_on=nomination.due_on or due_day(mandate.unit, on=nomination.submitted_on or on),
        )
        says = f"Mở thẩm định hồ sơ đề nghị {nomination.award.title} của {nomination.name}."
        write("open_appraisal", says, actor=mandate.actor(), on=on, thing=nomination)
    keep_mark(nomination)
    _compute(appraisal, nomination, mandate, on=on)
    return appraisal


def _compute(appraisal: Appraisal, nomination: Nomination, mandate: Mandate, *, on: date) -> None:
    """Write the findings anew, keeping each judgement whose finding says the same as before."""
    judged = {
        (one.rule, one.criterion_id, one.because): (one.judged, one.judged_why)
        for one in appraisal.findings.exclude(judged=None)
    }
    appraisal.findings.all().delete()
    for order, (ruling, criterion) in enumerate(_rulings(nomination, mandate, on=on), start=1):
        key = (ruling.rule, criterion.pk if criterion else None, ruling.because)
        held, why = judged.get(key, (None, ""))
        Finding.objects.create(
            appraisal=appraisal,
            order=order,
            rule=ruling.rule[:60],
            criterion=criterion,
            verdict=ruling.verdict.value,
            weight=ruling.weight.value,
            because=ruling.because,
            source=ruling.source[:300],
            confirmed=ruling.confirmed,
            judged=held,
            judged_why=why,
        )


def _rulings(
    nomination: Nomination, mandate: Mandate, *, on: date
) -> Iterator[tuple[Ruling, Criterion | None]]:
    """Each rule with its ruling, then each criterion for a person to judge."""
    yield may_be_nominated_for(nomination.award), None
    book = rulebook_of(mandate.unit, on=nomination.governed_on)
    for ruling in (*book.check(case_of(nomination)), *beside_the_case(nomination, mandate.unit, on=on)):
        yield ruling, None
    for part in parts_of(nomination):
        if part.is_there and not part.is_issued:
            unissued = f"{part.asked.name}: bản trong hồ sơ chưa phát hành."
            yield no(unissued, source=part.asked.source, rule="dossier:unissued", weight=Weight.WARN), None
    beside = (within_quotas(nomination, on=on), doubts_about_origin(nomination, office=mandate.unit))
    for ruling in (*lateness(nomination), *opinion_rulings(nomination, on=on), *chain(*beside)):
        yield ruling, None
    paper = nomination.award.standard_paper
    origin = paper.title if paper is not None else "kế hoạch phát động"
    for claim in nomination.claims.select_related("criterion"):
        criterion = claim.criterion
        shown = "" if claim.text.strip() else " Hồ sơ chưa nêu minh chứng."
        source = f"mục {criterion.clause}, {origin}" if criterion.clause else origin
        yield (
            Ruling(Verdict.JUDGE, f"{criterion.text}{shown}", source, rule="criterion"),
            criterion,
        )


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
    return [
        finding.because if finding.judged is None else f"{finding.because} ({finding.judged_why})"
        for finding in appraisal.findings.all()
        if not _holds(finding)
    ]


def _new_opinions(appraisal: Appraisal, *, on: date) -> list[str]:
    """What others answered since the findings were computed, and stands against a yes."""
    known = {finding.because for finding in appraisal.findings.all()}
    return [
        f"{ruling.because} (ý kiến mới: bấm “Tính lại” rồi kết luận)"
        for ruling in opinion_rulings(appraisal.nomination, on=on)
        if not ruling.is_yes and ruling.because not in known
    ]


def _holds(finding: Finding) -> bool:
    if finding.verdict == "yes" or (finding.verdict == "no" and finding.weight == "inform"):
        return True
    return is_judged(finding) and finding.judged is True


@transaction.atomic
def conclude_eligible(appraisal: Appraisal, *, remark: str = "", mandate: Mandate, on: date) -> None:
    """Conclude that the conditions are met (đủ điều kiện); the council is next.

    Raises `Refused` with every finding that is not settled. Căn cứ: tiêu chuẩn khen thưởng của kế hoạch phát
    động.
    """
    may_work_on(mandate, appraisal, on=on).require()
    standing = [*open_points(appraisal), *_new_opinions(appraisal, on=on)]
    if standing:
        raise Refused(no(f"Chưa kết luận đủ điều kiện được: {' '.join(standing)}", rule="appraise:open"))
    says = f"Thẩm định: {appraisal.nomination.name} đủ điều kiện đề nghị {appraisal.nomination.award.title}."
    _conclude(appraisal, "eligible", remark=remark, says=says, mandate=mandate, on=on)


@transaction.atomic
def conclude_ineligible(appraisal: Appraisal, *, reason: str, mandate: Mandate, on: date) -> None:
    """Conclude that the conditions are not met (không đủ điều kiện) with the reason.

    Raises `Refused` without a reason. Căn cứ: tiêu chuẩn khen thưởng của kế hoạch phát động.
    """
    may_work_on(mandate, appraisal, on=on).require()
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do không đủ điều kiện; đơn vị sẽ đọc lý do này.", rule="appraise:why"))
    says = f"Thẩm định: {appraisal.nomination.name} không đủ điều kiện. {reason.strip()}"
    _conclude(appraisal, "ineligible", remark=reason.strip(), says=says, mandate=mandate, on=on)


@transaction.atomic
def return_for_supplement(
    appraisal: Appraisal,
    *,
    remark: str = "",
    points: Mapping[str, str] = MappingProxyType({}),
    mandate: Mandate,
    on: date,
) -> Supplement:
    """Return the dossier for supplement (trả lại để bổ sung); the clock of the appraisal stops.

    `points` maps parts of the dossier (`queries.supplement`) to what is asked of each: only these are open
    to the unit; without points the whole dossier is. Raises `Refused` without a word on what to supplement,
    for a part the dossier does not have, and once the office's number of returns is used up.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84 (hồ sơ); số lần trả lại theo quy tắc địa phương.
    """
    nomination = appraisal.nomination
    may_work_on(mandate, appraisal, on=on).require()
    may_return_again(nomination, mandate.unit, on=on).require()
    asked = {place: words.strip() for place, words in points.items() if words.strip()}
    if not remark.strip() and not asked:
        raise Refused(no("Hãy ghi rõ cần bổ sung những gì.", rule="appraise:remark"))
    made = _keep_points(nomination, asked, remark=remark.strip(), mandate=mandate, on=on)
    listed = [f"{point.label}: {point.asks}" for point in made.points.all()]
    whole = "\n".join(filter(None, [remark.strip(), *listed]))
    says = f"Trả lại hồ sơ của {nomination.name} để bổ sung: {whole}"
    _conclude(appraisal, "returned", remark=whole, says=says, mandate=mandate, on=on)
    return made


def _keep_points(
    nomination: Nomination, asked: Mapping[str, str], *, remark: str, mandate: Mandate, on: date
) -> Supplement:
    """The return with each part as it stands now, and the days of the time limit that have passed."""
    labels, words = labels_of(nomination), words_of(nomination)
    if not asked.keys() <= labels.keys():
        raise Refused(no("Hồ sơ không có phần được yêu cầu bổ sung.", rule="appraise:place"))
    limit = appraisal_limit(mandate.unit, on=on)
    made = Supplement.objects.create(
        nomination=nomination, unit=mandate.unit, returned_on=on, remark=remark,
        number=nomination.supplements.filter(unit=mandate.unit).count() + 1,
        used=limit.spent(nomination.submitted_on or on, on),
    )  # fmt: skip
    SupplementPoint.objects.bulk_create(
        SupplementPoint(
            supplement=made, place=place, label=labels[place], asks=asks, before=words.get(place, "")
        )
        for place, asks in asked.items()
    )
    return made


def _conclude(
    appraisal: Appraisal, conclusion: str, *, remark: str, says: str, mandate: Mandate, on: date
) -> None:
    nomination = appraisal.nomination
    advance(nomination, conclusion, actor=mandate.actor(), on=on, verb=f"conclude_{conclusion}", says=says)
    nomination.remark = remark if conclusion != "eligible" else ""
    nomination.due_on = None
    keep(nomination, "remark", "due_on")
    appraisal.conclusion, appraisal.remark, appraisal.concluded_on = conclusion, remark, on
    appraisal.by = str(mandate)
    appraisal.save(update_fields=["conclusion", "remark", "concluded_on", "by"])


@transaction.atomic
def reopen_appraisal(nomination: Nomination, *, mandate: Mandate, on: date) -> Appraisal:
    """Open a concluded appraisal again (mở lại thẩm định) until the council has the case.

    Effects: the dossier is back on the desk; the earlier findings and judgements are taken over.
    Căn cứ: không (quy ước nội bộ).
    """
    may_reopen(mandate, nomination, on=on).require()
    last = nomination.appraisals.filter(unit=mandate.unit).order_by("-id").first()
    says = f"Mở lại thẩm định hồ sơ của {nomination.name}."
    advance(nomination, "submitted", actor=mandate.actor(), on=on, verb="reopen_appraisal", says=says)
    nomination.due_on = last.due_on if last else None
    keep(nomination, "due_on")
    if last is not None:
        last.concluded_on, last.conclusion, last.remark = None, "", ""
        last.save(update_fields=["concluded_on", "conclusion", "remark"])
    return open_appraisal(nomination, mandate=mandate, on=on)


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
