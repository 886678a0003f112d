"""Before the campaign: offices with people, accounts, councils, books, local rules (lập cơ quan)."""

from __future__ import annotations

from datetime import date

from thidua.awards.seat import CouncilWords, found_council, seat_member
from thidua.demo.days import CALENDARS
from thidua.demo.people import (
    ABOVE_TAKING_PART,
    ADMINISTRATOR,
    BODIES,
    COMMUNE,
    COMMUNE_OFFICERS,
    DISTRICT,
    DISTRICT_OFFICERS,
    PASSWORD,
    PROVINCE,
    PROVINCE_OFFICERS,
    Body,
    Character,
    Officer,
    villages_in,
)
from thidua.demo.world import Team, World
from thidua.law.local import local_rules_on
from thidua.org.establish import (
    NewAdministrator,
    NewOffice,
    PersonWords,
    Term,
    UnitWords,
    add_person,
    add_unit,
    appoint,
    change_own_password,
    create_account,
    open_office,
    set_up,
)
from thidua.org.models import Mandate, Person, Unit
from thidua.org.queries import who_holds
from thidua.records.books import BookWords, open_book
from thidua.records.regulate import RuleWords, confirm_rule
from thidua.vietnamese.dates import vn_date

# What the councils of the story settled although nobody had to.
OWN_RULES = {"council_own_unit": "recuse"}
FIRST_NUMBERS = {"xa": 53, "huyen": 212, "tinh": 655}


def set_up_offices(year: int) -> World:
    """Set up commune, district (until 30/6/2025) and province with all who work there (thiết lập các cấp)."""
    day = CALENDARS[year].founded
    levels = {"district": DISTRICT} if year < 2025 else {}
    administrator = NewAdministrator(ADMINISTRATOR.name, ADMINISTRATOR.username, PASSWORD)
    found = set_up(
        NewOffice(COMMUNE, "xa", province=PROVINCE, **levels),
        administrator=administrator,
        starts=day,
        is_demo=True,
    )
    assert found.office is not None  # it was set up in the line above
    *uppers, commune = _line_of(found.office)
    district = Team(uppers[1]) if len(uppers) > 1 else None
    world = World(year, Team(commune), district, Team(uppers[0]))
    world.commune.held["admin"] = who_holds(commune, "admin", on=day).get()
    _staff(world, world.commune, COMMUNE_OFFICERS)
    _settle_below(world)
    if district:
        _staff(world, district, DISTRICT_OFFICERS)
    _staff(world, world.province, PROVINCE_OFFICERS)
    _found_councils(world)
    return world


def _line_of(unit: Unit) -> list[Unit]:
    """The unit with all above it, the province first."""
    return [*(_line_of(unit.parent) if unit.parent else []), unit]


def _staff(world: World, team: Team, officers: tuple[Officer, ...]) -> None:
    """Appoint the officers of a committee, give them accounts, open its books, confirm its local rules."""
    day = world.days.founded
    for officer in officers:
        held = _appoint(world, team.unit, officer.who, title=officer.title, role=officer.role)
        team.held.setdefault(officer.role, held)
    for series, name, suffix in (
        ("office", "Sổ văn bản đi", "UBND"),
        ("council", "Sổ văn bản đi của Hội đồng TĐKT", "HĐTĐKT"),
    ):
        first = FIRST_NUMBERS[team.unit.level] if series == "office" else 1
        words = BookWords(world.year, name, series, ("*",), suffix, first)
        open_book(team.unit, words=words, mandate=team["clerk"], on=day)
    paper = f"Quy chế hoạt động của Hội đồng TĐKT {team.unit.short_name}"
    settled = {proposal.id: proposal.proposed for proposal in local_rules_on(day)} | OWN_RULES
    for rule, value in settled.items():
        words_of_rule = RuleWords(value, paper, day)
        confirm_rule(team.unit, rule=rule, words=words_of_rule, mandate=team["standing"], on=day)


def _appoint(world: World, unit: Unit, who: Character, *, title: str, role: str) -> Mandate:
    """Put a person on record, give the office and an account with the password of the demo."""
    admin, day = world.commune["admin"], world.days.founded
    leads = role in ("chair", "vice_chair", "unit_head")
    words = PersonWords(who.name, who.honorific, position=title, ethnicity=who.ethnicity, is_leader=leads)
    person = add_person(unit, words=words, mandate=admin, on=day)
    held = _give_office(person, unit, title=title, role=role, admin=admin, day=day)
    first = create_account(person, username=who.username, mandate=admin, on=day)
    change_own_password(first.account, password=PASSWORD, on=day)
    return held


def _give_office(person: Person, unit: Unit, *, title: str, role: str, admin: Mandate, day: date) -> Mandate:
    office = open_office(unit, title=title, role=role, mandate=admin, on=day)
    return appoint(person, office=office, term=Term(day), mandate=admin, on=day)


def _settle_below(world: World) -> None:
    """The recipients that take no part, then the bodies and villages with their heads."""
    admin, day, commune = world.commune["admin"], world.days.founded, world.commune.unit
    for body in (*ABOVE_TAKING_PART, *BODIES, *villages_in(world.year)):
        level = "thon" if body.sector == "Thôn" else "don_vi"
        words = UnitWords(
            body.name,
            level,
            short_name=body.short,
            sector=body.sector,
            takes_part=body.head is not None,
            symbol=body.symbol,
        )
        unit = add_unit(commune, words=words, opened_on=day, mandate=admin, on=day)
        if body.head is not None:
            role = "village_head" if level == "thon" else "unit_head"
            world.heads[body.head.username] = _appoint(world, unit, body.head, title=body.title, role=role)


def _found_councils(world: World) -> None:
    """The councils of all levels; in the commune's sits the Fatherland Front's chair too."""
    teams = [(world.commune, COMMUNE_OFFICERS), (world.province, PROVINCE_OFFICERS)]
    if world.district:
        teams.insert(1, (world.district, DISTRICT_OFFICERS))
    for team, officers in teams:
        seats = [(_person_of(team.unit, officer), officer.post) for officer in officers if officer.post]
        if team is world.commune:
            seats += [(_sit_in(world, body), "member") for body in BODIES if body.in_council]
        _found_council(team, seats, day=world.days.founded)


def _person_of(unit: Unit, officer: Officer) -> Person:
    return unit.people.get(name=officer.who.name)


def _sit_in(world: World, body: Body) -> Person:
    """The head of a body gets a second mandate: member of the council in the commune (giữ hai chức vụ)."""
    assert body.head is not None  # only bodies with a head sit in the council
    person, day = world.heads[body.head.username].person, world.days.founded
    commune, admin = world.commune.unit, world.commune["admin"]
    _give_office(person, commune, title="Ủy viên Hội đồng TĐKT", role="member", admin=admin, day=day)
    return person


def _found_council(team: Team, seats: list[tuple[Person, str]], *, day: date) -> None:
    chair, short = team["chair"], team.unit.short_name
    decision = f"Quyết định số 02/QĐ-UBND ngày {vn_date(day)} của Chủ tịch UBND {short}"
    words = CouncilWords(
        f"Hội đồng Thi đua - Khen thưởng {short}",
        decision,
        day,
        f"Quy chế hoạt động của Hội đồng TĐKT {short}",
    )
    council = found_council(team.unit, words=words, mandate=chair, on=day)
    for person, post in seats:
        seat_member(council, person=person, post=post, starts=day, mandate=chair, on=day)
