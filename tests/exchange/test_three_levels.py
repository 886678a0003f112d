"""The year 2023 by package files alone: commune, district, province, each in an installation of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile

from tests.exchange.installations import Installations
from tests.exchange.story import HOW
from thidua.awards.models import Certificate, Nomination, Submission
from thidua.awards.submit import answer_by_file, doubts_in, send_by_file, take_in_package
from thidua.campaigns.models import Campaign
from thidua.demo.story import STAGES
from thidua.demo.story.closing import the_campaign_closes, the_news_goes_out
from thidua.demo.story.office import set_up_offices
from thidua.demo.story.upward import (
    a_level_above_decides,
    fund_the_year,
    hand_over_for,
    the_commune_decides,
)
from thidua.demo.world import Team, World
from thidua.org.models import Unit
from thidua.records.documents import paper_of
from thidua.records.models import OfficialDocument
from thidua.records.package import add_partner, confirm_key, keep_package, opened_run, sheet_of
from thidua.records.queries.packages import package_file
from thidua.records.seal import key_for
from thidua.vietnamese.text import squeeze

YEAR = 2023
LEVELS = ("xa", "huyen", "tinh")


def words(value: object) -> Iterator[str]:
    """Every text of a paper, in its order."""
    if isinstance(value, str):
        yield squeeze(value)
    elif isinstance(value, dict):
        for item in value.values():
            yield from words(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from words(item)


def papers_of(*levels: str) -> Counter[tuple[str, ...]]:
    """The issued papers that offices of these levels wrote: issuer, purpose, number, every word."""
    ours = OfficialDocument.objects.filter(origin="ours", state="issued")
    below = ("don_vi", "thon") if "xa" in levels else ()
    return Counter(
        (one.unit.name, one.purpose, one.number_text, *words(paper_of(one).as_json()))
        for one in ours.filter(unit__level__in=(*levels, *below)).select_related("unit")
    )


def told_in_one_installation() -> Counter[tuple[str, ...]]:
    world = set_up_offices(YEAR)
    for stage in STAGES.values():
        stage(world)
    return papers_of(*LEVELS)


def office_of(level: str) -> World:
    """A level with an installation of its own: of the commune's work it knows nothing yet."""
    world = set_up_offices(YEAR)
    team = team_of(world, level)
    below = Unit.objects.filter(path__startswith=world.commune.unit.path)
    assert team.unit.pk not in below.values("pk")
    return world


def team_of(world: World, level: str) -> Team:
    return next(team for team in (world.commune, *world.above) if team.unit.level == level)


class Years:
    """The three installations with their worlds."""

    def __init__(self, installations: Installations) -> None:
        self.installations = installations
        self.worlds: dict[str, World] = {}
        for level in LEVELS:
            installations.go(level)
            self.worlds[level] = set_up_offices(YEAR) if level == "xa" else office_of(level)
        for lower, upper in (("xa", "huyen"), ("huyen", "tinh")):
            self.meet(lower, upper)
            self.meet(upper, lower)
        self.installations.go("xa")

    def world(self, level: str) -> World:
        self.installations.go(level)
        return self.worlds[level]

    def team(self, level: str) -> Team:
        return team_of(self.world(level), level)

    def meet(self, here: str, there: str) -> None:
        theirs, day = self.team(there), self.worlds[there].days.founded
        sheet = sheet_of(key_for(theirs.unit, actor=theirs["standing"].actor(), on=day))
        ours = self.team(here)
        partner = add_partner(sheet, mandate=ours["standing"], on=day)
        confirm_key(partner, how=HOW, mandate=ours["standing"], on=day)

    def carry(self, lower: str, upper: str, *, on: str) -> None:
        """Every submission of one level to the next as a file."""
        team, day = self.team(lower), getattr(self.worlds[lower].days, on)
        sent = Submission.objects.filter(unit=team.unit, to_unit__level=upper, state="sent")
        files = [package_file(send_by_file(one, mandate=team["clerk"], on=day)) for one in sent]
        for data in files:
            self.take(upper, data, on=on)
        self.worlds[upper].campaign = Campaign.objects.get()

    def answer(self, upper: str, lower: str, *, on: str) -> None:
        """The answers to everything that came from the level below as files."""
        team, day = self.team(upper), getattr(self.worlds[upper].days, on)
        came = Submission.objects.filter(to_unit=team.unit, unit__level=lower)
        files = [package_file(answer_by_file(one, mandate=team["standing"], on=day)) for one in came]
        for data in files:
            self.take(lower, data, on=on)

    def take(self, level: str, data: bytes, *, on: str) -> None:
        team, day = self.team(level), getattr(self.worlds[level].days, on)
        run = keep_package(ContentFile(data, name="goi.zip"), mandate=team["clerk"], on=day)
        opened = opened_run(run, unit=team.unit)
        doubts = doubts_in(opened, unit=team.unit) if opened.kind == "submission" else []
        answers = {one.key: str(one.matches[0].row.pk) for one in doubts}
        take_in_package(run, answers=answers, mandate=team["clerk"], on=day)


@pytest.mark.long
def test_the_year_by_files_alone_ends_with_the_same_papers(installations: Installations):
    installations.go("một máy")
    one = told_in_one_installation()
    years = Years(installations)
    world = years.worlds["xa"]
    for name, stage in STAGES.items():
        if name == "decide":
            break
        stage(world)
    for level in LEVELS:
        fund_the_year(years.world(level), years.team(level), on=world.days.submit)
    the_commune_decides(years.world("xa"))
    years.carry("xa", "huyen", on="submit")
    a_level_above_decides(years.worlds["huyen"], years.team("huyen"))
    years.carry("huyen", "tinh", on="district")
    a_level_above_decides(years.worlds["tinh"], years.team("tinh"))
    hand_over_for(years.worlds["tinh"], [years.team("tinh")])
    years.answer("tinh", "huyen", on="handed")
    hand_over_for(years.world("huyen"), [years.team("huyen")])
    years.answer("huyen", "xa", on="handed")
    world = years.world("xa")
    hand_over_for(world, [world.commune])
    the_news_goes_out(world)
    the_campaign_closes(world)
    assert Nomination.objects.filter(state="decided").count() == 11
    assert Certificate.objects.count() == 11
    found: Counter[tuple[str, ...]] = Counter()
    for level in LEVELS:
        years.installations.go(level)
        found += papers_of(level)
    assert sorted(found - one) == sorted(one - found) == []
