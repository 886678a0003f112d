"""Whether a nomination stays within the quotas of its campaign (đề nghị có trong chỉ tiêu không)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thidua.awards.models import Nomination
from thidua.awards.queries.history import past_awards
from thidua.awards.queries.quota import Standing, caps_on, once_in_a_life
from thidua.campaigns.models import OfferedAward, Quota
from thidua.campaigns.queries.quota import amount_says, counted_says
from thidua.law.ruling import Ruling, Weight, no
from thidua.org.models import Collective, Household, Person, Unit
from thidua.vietnamese.dates import vn_date

Candidate = Person | Collective | Household


def room_for(
    award: OfferedAward, *, recipient: str, candidate: Candidate, unit: Unit, on: date
) -> Iterator[Ruling]:
    """What the quotas say against one more name (còn chỉ tiêu không); nothing when there is room.

    Căn cứ: chỉ tiêu của kế hoạch hoặc văn bản của cơ quan.
    """
    for standing in caps_on(award, recipient, unit, on=on):
        if standing.is_full:
            yield _full(standing)
    yield from _given_before(award, recipient, candidate)


def within_quotas(nomination: Nomination, *, on: date) -> Iterator[Ruling]:
    """What the quotas say against a nomination that counts already (trong chỉ tiêu không).

    Căn cứ: chỉ tiêu của kế hoạch hoặc văn bản của cơ quan.
    """
    for standing in caps_on(nomination.award, nomination.recipient, nomination.unit, on=on):
        if standing.is_over:
            yield _full(standing)
    yield from _given_before(nomination.award, nomination.recipient, nomination.candidate)


def _full(standing: Standing) -> Ruling:
    quota = standing.quota
    where = f" của {standing.unit.in_sentence}" if standing.unit else ""
    then = (
        "Hãy rút một đề nghị khác, hoặc đề nghị Thường trực đổi chỉ tiêu."
        if quota.over == "block"
        else "Cán bộ thẩm định ghi lý do nếu vẫn đề nghị."
    )
    return _over(
        quota,
        f"Chỉ tiêu{where} cho {counted_says(quota)} là {amount_says(quota)}; đã đề nghị {standing.used}. "
        f"{then}",
    )


def _given_before(award: OfferedAward, recipient: str, candidate: Candidate) -> Iterator[Ruling]:
    rules = once_in_a_life(award, recipient)
    earlier = [honour for honour in past_awards(candidate) if honour.form == award.form] if rules else []
    for quota in rules if earlier else ():
        yield _over(
            quota,
            f"{award.title} tặng mỗi đối tượng một lần; {candidate.name} đã được tặng ngày "
            f"{vn_date(earlier[0].day)} ({earlier[0].decision}).",
        )


def _over(quota: Quota, because: str) -> Ruling:
    weight = Weight.BLOCK if quota.over == "block" else Weight.WARN
    return no(because, source=quota.rests_on, rule=f"quota:{quota.kind}", weight=weight)
