"""What the plan expects: correct it, acknowledge it by hand, leave it out (yêu cầu của kế hoạch)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Expectation
from thidua.campaigns.permissions.work import may_arrange_work
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.text import squeeze

MOVES = {
    "settled": "Ghi nhận đã đạt",
    "withdrawn": "Không áp dụng",
    "tracked": "Theo dõi lại",
}


@dataclass(frozen=True)
class Wanted:
    """What is expected (yêu cầu): what is counted, for whom, at least how many; None where the plan says no
    number.
    """

    counts: str
    per: str
    at_least: int | None = None


@transaction.atomic
def change_expectation(expectation: Expectation, *, wanted: Wanted, mandate: Mandate, on: date) -> None:
    """Correct how an expectation is counted (sửa cách tính); the words of the plan stay.

    Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, expectation.campaign, on=on).require()
    twin = expectation.campaign.expectations.filter(
        obligation=expectation.obligation, counts=wanted.counts
    ).exclude(pk=expectation.pk)
    if twin.exists():
        raise Refused(no("Mục này của kế hoạch đã có yêu cầu cùng loại.", rule="expect:twice"))
    expectation.counts, expectation.per, expectation.at_least = wanted.counts, wanted.per, wanted.at_least
    keep(expectation, "counts", "per", "at_least")
    says = f"Sửa cách tính yêu cầu của kế hoạch: {expectation}."
    write("change_expectation", says, actor=mandate.actor(), on=on, thing=expectation)


@transaction.atomic
def move_expectation(expectation: Expectation, *, to: str, why: str, mandate: Mandate, on: date) -> None:
    """Acknowledge an expectation by hand, leave it out, or count it again (ghi nhận, không áp dụng, theo dõi
    lại), with evidence or reason.

    Raises `Refused` without words. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, expectation.campaign, on=on).require()
    if not why.strip():
        raise Refused(no("Hãy ghi minh chứng hoặc lý do.", rule="expect:words"))
    expectation.remark = squeeze(why)
    keep(expectation, "remark")
    says = f"{MOVES[to]}: {expectation}. {expectation.remark[:160]}"
    advance(expectation, to, actor=mandate.actor(), on=on, verb="move_expectation", says=says)
