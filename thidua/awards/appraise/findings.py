"""Take a dossier up and compute its findings against the law books and the criteria (mở thẩm định)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from django.db import transaction

from thidua.awards.models import Appraisal, Finding, Nomination
from thidua.awards.nominate.mark import keep_mark
from thidua.awards.permissions.nomination import may_appraise, may_be_nominated_for, may_reopen
from thidua.awards.permissions.origin import doubts_about_origin
from thidua.awards.permissions.quota import within_quotas
from thidua.awards.queries.criteria import criterion_of, origin_of
from thidua.awards.queries.exclusion import excluded_nominee
from thidua.awards.queries.lawful import beside_the_case, case_of, due_day, parts_of, rulebook_of
from thidua.awards.queries.nomination import appraisal_open
from thidua.awards.queries.opinion import opinion_rulings
from thidua.awards.queries.supplement import lateness
from thidua.campaigns.models import Criterion
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Ruling, Weight, no
from thidua.org.models import Mandate


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
    told = (*excluded_nominee(nomination, on=on), *lateness(nomination))
    for ruling in (*told, *opinion_rulings(nomination, on=on), *chain(*beside)):
        yield ruling, None
    origin = origin_of(nomination.award)
    for claim in nomination.claims.select_related("criterion__measure"):
        asked = criterion_of(claim.criterion, origin=origin)
        yield asked.ruling(number=claim.number, shown=bool(claim.text.strip())), claim.criterion


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
