"""What an office still lacks before a campaign can run (việc thiết lập còn thiếu)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua.awards.queries.seat import council_in_office, members_of
from thidua.org.models import Mandate, Unit
from thidua.org.queries import open_mandates, taking_part, without_account
from thidua.org.states import ROLES, Level
from thidua.records.queries.settings import books_of, rules_on

NEEDED_ROLES = ("chair", "standing", "clerk", "accountant", "secretary")
COMMUNE_ROLES = (*NEEDED_ROLES, "culture")


@dataclass(frozen=True)
class SetupStep:
    """One part of setting up (phần thiết lập): its page, its name, what there is and what is missing."""

    page: str
    name: str
    has: str
    missing: str


def setup_steps(mandate: Mandate, unit: Unit, on: date) -> list[SetupStep]:
    """The parts of setting up a People's Committee in the order of the work (các phần thiết lập)."""
    return [
        *_units_and_people(mandate, unit, on),
        _council(unit, on),
        _books(unit, on),
        _rules(unit, on),
    ]


def _units_and_people(mandate: Mandate, unit: Unit, on: date) -> Iterator[SetupStep]:
    units = list(taking_part(unit, on))
    held = list(open_mandates(on).filter(unit__path__startswith=unit.path))
    roles = {mandate.role for mandate in held if mandate.unit_id == unit.pk}
    needed = COMMUNE_ROLES if unit.level == Level.COMMUNE else NEEDED_ROLES
    absent = [ROLES[role].name for role in needed if role not in roles]
    led = {mandate.unit_id for mandate in held if mandate.holds("unit_head", "village_head")}
    headless = [each.short_name for each in units if each.pk not in led]
    villages = sum(each.is_village for each in units)
    yield SetupStep(
        "units", "Đơn vị và thôn", f"{len(units) - villages} cơ quan, đoàn thể và {villages} thôn",
        "" if units else "Chưa có đơn vị nào tham gia thi đua.",
    )  # fmt: skip
    yield SetupStep(
        "people", "Người và chức vụ",
        f"{len({mandate.person_id for mandate in held})} người đang giữ chức vụ",
        _named("Chưa có", absent) or _named("Chưa có thủ trưởng", headless),
    )  # fmt: skip
    waiting = without_account(mandate, on).count()
    yield SetupStep(
        "accounts", "Tài khoản", "Mọi người giữ chức vụ đều có tài khoản" if not waiting else "",
        f"{waiting} người giữ chức vụ chưa có tài khoản." if waiting else "",
    )  # fmt: skip


def _council(unit: Unit, on: date) -> SetupStep:
    council = council_in_office(unit)
    members = [member for member in members_of(council) if member.ends is None] if council else []
    posts = {member.post for member in members}
    if council is None:
        missing = "Chưa ghi quyết định thành lập Hội đồng."
    elif not {"chair", "secretary"} <= posts:
        missing = "Hội đồng chưa có Chủ tịch hoặc thư ký."
    else:
        missing = ""
    return SetupStep("council-setup", "Hội đồng", f"{len(members)} thành viên", missing)


def _books(unit: Unit, on: date) -> SetupStep:
    books = [book for book in books_of(unit) if book.year == on.year]
    series = {book.series for book in books}
    lacks = [
        name
        for key, name in (("office", "sổ của cơ quan"), ("council", "sổ của Hội đồng"))
        if key not in series
    ]
    return SetupStep(
        "books", "Sổ văn bản", f"{len(books)} sổ năm {on.year}", _named(f"Năm {on.year} chưa có", lacks)
    )


def _rules(unit: Unit, on: date) -> SetupStep:
    rules = [rule for rule in rules_on(unit, on) if not rule.proposal.optional]
    open_rules = sum(rule.waits for rule in rules)
    missing = f"{open_rules} trên {len(rules)} quy tắc chưa xác nhận." if open_rules else ""
    return SetupStep("local-rules", "Quy tắc địa phương", f"{len(rules)} quy tắc đã xác nhận", missing)


def _named(lead: str, names: list[str]) -> str:
    return f"{lead}: {', '.join(names)}." if names else ""
