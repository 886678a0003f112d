"""Who moves and who is silent (nhịp của phong trào): one calm line for each unit, by rules that are named and
explained in one place (`RULES`), never a ranking.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thidua.campaigns.models import Assignment, Campaign, Requirement
from thidua.campaigns.queries.rules import local_in
from thidua.campaigns.queries.track import reminded_last
from thidua.law.book import rulebook_on
from thidua.org.models import Unit
from thidua.org.queries import taking_part
from thidua.reports.signs import RULES, Found
from thidua.vietnamese.dates import vn_date

QUIET_DAYS = 15  # the proposal of the local rule `quiet_days`: holds where the office has set none
WEEKS = 8
# In the order of the board: its word, its sign (not the colour alone), and the kind of its badge.
STATES = {
    "silent": ("im lặng", "○", "late"),
    "slow": ("thưa tin", "◐", "wait"),
    "moving": ("đang chạy", "●", "ok"),
}


@dataclass(frozen=True)
class UnitPulse:
    """One unit and whether it moves (nhịp của một đơn vị).

    `counts` says how many signs of each rule there are; `weeks` whether there was one in each of the last
    eight weeks, the oldest first; `owes` what is late, as phrases.
    """

    unit: Unit
    state: str
    last: date | None
    last_rule: str
    counts: dict[str, int]
    weeks: tuple[bool, ...]
    owes: tuple[str, ...]
    last_reminder: date | None

    @property
    def word(self) -> str:
        return STATES[self.state][0]

    @property
    def sign(self) -> str:
        return STATES[self.state][1]

    @property
    def kind(self) -> str:
        return STATES[self.state][2]

    @property
    def says(self) -> str:
        """The line of the unit (một câu): its last sign of life, then what it owes."""
        heard = f"tin gần nhất {vn_date(self.last)} ({RULE_WORDS[self.last_rule]})" if self.last else ""
        said = "; ".join([heard or "chưa có tin nào", *self.owes])
        return said[:1].upper() + said[1:]

    @property
    def has(self) -> str:
        """How many signs there are by each rule, in the order of the rules (đã có những gì); "" for none."""
        held = [(rule.name, self.counts.get(rule.id, 0)) for rule in RULES]
        return " · ".join(f"{name} {many}" for name, many in held if many)

    @property
    def weeks_say(self) -> str:
        """The history in words (tám tuần qua), for who does not see the signs."""
        return f"{sum(self.weeks)} trên {len(self.weeks)} tuần qua có tin"

    @property
    def weeks_drawn(self) -> str:
        """The history in signs, the oldest week first (■ có tin, □ không)."""
        return "".join("■" if moved else "□" for moved in self.weeks)


@dataclass(frozen=True)
class Pulse:
    """The pulse of a campaign (nhịp của phong trào): every unit, the silent first, each group in the order of
    the tree; `quiet_days` is the threshold, `is_set` whether the office set it.
    """

    units: tuple[UnitPulse, ...]
    quiet_days: int
    is_set: bool

    @property
    def silent(self) -> tuple[UnitPulse, ...]:
        return tuple(one for one in self.units if one.state == "silent")

    @property
    def silent_units(self) -> list[Unit]:
        """The silent units alone (đơn vị im lặng)."""
        return [one.unit for one in self.silent]

    @property
    def heard(self) -> int:
        """How many units moved lately (đang chạy)."""
        return sum(one.state == "moving" for one in self.units)

    @property
    def total(self) -> int:
        return len(self.units)


RULE_WORDS = {rule.id: rule.word for rule in RULES}


def pulse_of(campaign: Campaign, *, on: date) -> Pulse:
    """The pulse of a campaign on a day (nhịp của phong trào); a fixed number of queries for any number of
    units.
    """
    units = list(taking_part(campaign.unit, on))
    days, is_set = quiet_days(campaign, on=on)
    signs = _signs(campaign, units, on)
    owed, reminded = _owed(campaign, on), reminded_last(campaign)
    found = []
    for unit in units:
        dated, counts = _dated(signs[unit.pk]), Counter(one.rule for one in signs[unit.pk])
        last, rule = max(dated, default=(None, ""))
        state = _state(last or campaign.starts, days=days, on=on, heard=last is not None)
        owes = (*(words for id_, words in MISSING.items() if not counts[id_]), *owed[unit.pk])
        weeks = _weeks({day for day, _ in dated}, on)
        found.append(UnitPulse(unit, state, last, rule, dict(counts), weeks, owes, reminded.get(unit.pk)))
    order = [*STATES]
    return Pulse(tuple(sorted(found, key=lambda one: order.index(one.state))), days, is_set)


def pulse_of_unit(campaign: Campaign, unit: Unit, *, on: date) -> UnitPulse | None:
    """The line of one unit (nhịp của đơn vị), None when it takes no part."""
    return next((one for one in pulse_of(campaign, on=on).units if one.unit.pk == unit.pk), None)


def quiet_days(campaign: Campaign, *, on: date) -> tuple[int, bool]:
    """After how many days without a sign a unit counts as slow, twice as many as silent (số ngày không có
    tin), and whether the office or the campaign set the number.
    """
    chosen = rulebook_on(on, local_in(campaign, on=on)).shelf.local.chosen("quiet_days")
    return (QUIET_DAYS, False) if chosen is None else (chosen, True)


def _signs(campaign: Campaign, units: list[Unit], on: date) -> dict[UUID, list[Found]]:
    """Every sign of life by unit (dấu hiệu)."""
    by_unit: dict[UUID, list[Found]] = defaultdict(list)
    for rule in RULES:
        for found in rule.gather(campaign, units):
            if found.day is None or found.day <= on:
                by_unit[found.unit].append(found)
    return by_unit


def _dated(signs: list[Found]) -> list[tuple[date, str]]:
    return [(one.day, one.rule) for one in signs if one.day]


# What every unit owes from the first day, by the rule that would count it.
MISSING = {"registered": "chưa đăng ký", "reported": "chưa báo cáo"}


def _state(since: date | None, *, days: int, on: date, heard: bool) -> str:
    """Counted from the last sign, or from the first day of the campaign where there is none."""
    quiet = (on - since).days if since else 0
    if heard and quiet <= days:
        return "moving"
    return "slow" if quiet <= (2 * days if heard else days) else "silent"


def _weeks(days: Iterable[date], on: date) -> tuple[bool, ...]:
    ago = {(on - day).days // 7 for day in days}
    return tuple(week in ago for week in reversed(range(WEEKS)))


def _owed(campaign: Campaign, on: date) -> dict[UUID, list[str]]:
    """What is late, by unit, as phrases: tasks of the plan, requirements of inspections."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for words, rows in (
        ("nhiệm vụ quá hạn", _late_tasks(campaign, on)),
        ("yêu cầu kiểm tra quá hạn", _late_requirements(campaign, on)),
    ):
        for unit, many in Counter(rows).items():
            found[unit].append(f"{many} {words}")
    return found


def _late_tasks(campaign: Campaign, on: date) -> Iterator[UUID]:
    late = Assignment.objects.filter(
        task__campaign=campaign, task__state="given", task__due__lt=on, state="doing", role=""
    )
    yield from late.order_by().values_list("unit_id", flat=True)


def _late_requirements(campaign: Campaign, on: date) -> Iterator[UUID]:
    late = Requirement.objects.filter(inspection__campaign=campaign, state="open", due__lt=on)
    yield from late.order_by().values_list("inspection__unit_id", flat=True)
