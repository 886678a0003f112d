"""Whether more cases passed than the quota of the campaign has places (đạt nhiều hơn chỉ tiêu)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.awards.models import Case, CouncilSession
from thidua.awards.queries.recusal import settings_of
from thidua.campaigns.models import Quota
from thidua.campaigns.queries.quota import counted_says, quotas_of
from thidua.law.places import PassedCase, PlacedCase, place_cases


@dataclass(frozen=True)
class Full:
    """One quota with fewer places than cases that passed (chỉ tiêu không đủ suất), and how they stand."""

    quota: Quota
    says: str
    rows: tuple[tuple[Case, PlacedCase], ...]

    @property
    def binds(self) -> bool:
        """True when the quota lets nobody in beyond it (không cho vượt)."""
        return self.quota.over == "block"


def full_quotas(session: CouncilSession, cases: Sequence[Case]) -> list[Full]:
    """The quotas of the whole campaign that more cases passed than they have places for, by votes.

    Only forms and kinds that a quota counts for all units together; cases not decided yet stay out.
    """
    capped = [one for one in quotas_of(session.campaign) if one.kind == "cap" and one.scope == "all"]
    return [full for quota in capped if (full := _full(session, quota, cases))]


def _full(session: CouncilSession, quota: Quota, cases: Sequence[Case]) -> Full | None:
    passed = [
        case
        for case in cases
        if case.passed
        and case.base
        and quota.award_id in (None, case.nomination.award_id)
        and quota.recipient in ("", case.nomination.recipient)
    ]
    if quota.limit is None or len(passed) <= quota.limit:
        return None
    tie = settings_of(session).tie
    found = place_cases([_contender(session, case) for case in passed], quota.limit, tie=tie)
    by_key = {str(case.pk): case for case in passed}
    says = f"{counted_says(quota)}: {len(passed)} trường hợp đạt, chỉ có {quota.limit} suất"
    return Full(quota, says, tuple((by_key[one.key], one) for one in found))


def _contender(session: CouncilSession, case: Case) -> PassedCase:
    chair = next(
        (vote.choice == "for" for vote in case.votes.all() if vote.member.person_id == session.chair_id), None
    )
    return PassedCase(str(case.pk), case.count_for or 0, case.base or 1, chair)
