"""Recognised initiatives of the one nominated (sáng kiến của người được đề nghị)."""

from __future__ import annotations

from thidua.awards.models import Nomination
from thidua.awards.queries.footing import basis_of, years_in
from thidua.campaigns.models import Initiative
from thidua.campaigns.queries.initiative import initiatives_by, initiatives_from
from thidua.org.identify.identity import same_ids
from thidua.org.models import Household, Person
from thidua.vietnamese.dates import vn_date

LONGEST = 250  # of the field on papers


def initiatives_for(nomination: Nomination) -> list[Initiative]:
    """The recognised initiatives a nomination may rest on (sáng kiến làm căn cứ được), newest first: of the
    person in all records, of the unit where a collective is nominated.
    """
    candidate = nomination.candidate
    if isinstance(candidate, Household):
        return []
    if isinstance(candidate, Person):
        found = initiatives_by(same_ids(candidate))
    else:
        found = initiatives_from(candidate.unit)
    return list(found.filter(state="recognised"))


def initiative_words(initiative: Initiative) -> str:
    """An initiative as a dossier names it (tên sáng kiến, văn bản công nhận), no longer than its place."""
    day = f" ngày {vn_date(initiative.recognised_on)}" if initiative.recognised_on else ""
    paper = f" ({initiative.paper}{day})"
    room = LONGEST - len(paper)
    title = initiative.title
    return f"{title if len(title) <= room else title[: room - 1].rstrip() + '…'}{paper}"


def counted_initiatives(nomination: Nomination) -> int:
    """How many of them count (số sáng kiến): those recognised in the years that were rated excellent, all
    while no years are written.
    """
    years = years_in(basis_of(nomination).excellent_years)
    days = [one.recognised_on for one in initiatives_for(nomination) if one.recognised_on]
    return sum(not years or day.year in years for day in days)
