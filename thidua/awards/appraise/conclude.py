"""How an appraisal ends (kết luận thẩm định): eligible, not eligible, or back for supplement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from django.db import transaction

from thidua.awards.appraise.judge import open_points
from thidua.awards.models import Appraisal, Nomination, Supplement, SupplementPoint
from thidua.awards.permissions.nomination import may_return_again, may_work_on
from thidua.awards.queries.lawful import appraisal_limit
from thidua.awards.queries.opinion import opinion_rulings
from thidua.awards.queries.supplement import labels_of, words_of
from thidua.journal.lifecycle import advance, keep
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate


def _new_opinions(appraisal: Appraisal, *, on: date) -> list[str]:
    """What others answered since the findings were computed, and stands against a yes."""
    known = {finding.because for finding in appraisal.findings.all()}
    return [
        f"{ruling.because} (ý kiến mới: bấm “Tính lại” rồi kết luận)"
        for ruling in opinion_rulings(appraisal.nomination, on=on)
        if not ruling.is_yes and ruling.because not in known
    ]


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
