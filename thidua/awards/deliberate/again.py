"""One more round on a case that fell short (biểu quyết lại)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.models import BallotCount, Case
from thidua.awards.permissions.council import may_vote_again
from thidua.journal.write import write
from thidua.org.models import Mandate


@transaction.atomic
def vote_again(case: Case, *, mandate: Mandate, on: date) -> None:
    """Lay a case before the council once more (biểu quyết lại); the round before stays for the minutes.

    Effects: voices and counts of that round fall away, its arithmetic is kept in words. Raises `Refused` for
    a case that passed, or when the working rules allow no further round. Căn cứ: không (quy ước nội bộ) - quy
    chế của Hội đồng.
    """
    may_vote_again(mandate, case, on=on).require()
    case.votes.all().delete()
    BallotCount.objects.filter(case=case).delete()
    case.earlier = [*case.earlier, case.says]
    case.round, case.closed, case.passed, case.says = case.round + 1, False, None, ""
    for field in ("base", "needed", "count_for", "count_against", "count_abstain", "count_spoilt"):
        setattr(case, field, None)
    case.save()
    says = f"Biểu quyết lại {case.nomination.name}, lượt {case.round}."
    write("vote_again", says, actor=mandate.actor(), on=on, thing=case.session)
