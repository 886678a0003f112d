"""The titles of the locality that the plan of a campaign names (danh hiệu kế hoạch có nêu)."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.campaigns.models import Campaign, PlanIntake
from thidua.campaigns.queries.source import source_of
from thidua.reading.plan.model import Found
from thidua.reading.plan.titles import read_titles
from thidua.records.models import LocalTitle


def titles_named(campaign: Campaign, titles: Iterable[LocalTitle]) -> list[tuple[LocalTitle, Found]]:
    """Each of these titles with where the plan names it (chỗ nêu), the surest first; those it does not name
    are left out.
    """
    intake = PlanIntake.objects.filter(campaign=campaign).first()
    if intake is None:
        return []
    listed = list(titles)
    places = read_titles(source_of(intake, intake.boundaries), (title.name for title in listed))
    named = [(title, places[title.name]) for title in listed if title.name in places]
    return sorted(named, key=lambda one: (-one[1].place.confidence, one[1].place.start))
