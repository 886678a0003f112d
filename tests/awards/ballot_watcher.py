"""Somebody who holds copies of the database and looks for who voted what (người dò phiếu kín).

Each way of looking makes one guess per vote. Over many votes none may be right more often, or less often,
than chance allows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from django.apps import apps
from django.db import connection

from thidua.awards.models import Ballot, BallotRound, Case, Slot, Turnout
from thidua.journal.models import JournalEntry

PLACE = {"sqlite": "rowid", "postgresql": "ctid"}
WRITER = {"sqlite": "rowid", "postgresql": "xmin::text::bigint"}


def rows_of(table: str, columns: str = "*", order: str = "1") -> list[tuple[Any, ...]]:
    """The rows of a table as they lie in the database."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table} ORDER BY {order}")
        return cursor.fetchall()


def values() -> dict[str, list[tuple[Any, ...]]]:
    """Every table with every row: what a copy of the database holds."""
    tables = sorted(model._meta.db_table for model in apps.get_models(include_auto_created=True))
    return {table: sorted(rows_of(table), key=repr) for table in tables}


def raw() -> bytes:
    """The pages of the database as they would lie in its file (SQLite), else every value of every table."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        return connection.connection.serialize()
    return b"\n".join(plain(value) for table in values().values() for row in table for value in row)


def plain(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


@dataclass
class Score:
    """How often a way of looking was right, against what chance would give."""

    right: float = 0
    expected: float = 0
    variance: float = 0
    guesses: int = 0

    def add(self, right: float, expected: float, variance: float, guesses: int = 1) -> None:
        self.right += right
        self.expected += expected
        self.variance += variance
        self.guesses += guesses

    @property
    def sigmas(self) -> float:
        """How far from chance: beyond five it happens by chance once in two million lookings."""
        return abs(self.right - self.expected) / sqrt(self.variance) if self.variance else 0.0


@dataclass
class Watcher:
    """All ways of looking, with their scores."""

    scores: dict[str, Score] = field(default_factory=dict)

    def note(self, way: str, right: float, expected: float, variance: float, guesses: int = 1) -> None:
        self.scores.setdefault(way, Score()).add(right, expected, variance, guesses)

    def beyond_chance(self) -> dict[str, tuple[float, float, int]]:
        """The ways that know more than chance: right, expected, guesses."""
        found = {way: score for way, score in self.scores.items() if score.sigmas > 5}
        return {way: (score.right, score.expected, score.guesses) for way, score in found.items()}

    # After closing: the voters in some order, the ballots in some order, laid side by side.

    def look_at_dump(self, found: BallotRound, voted: dict[Any, dict[Any, str]]) -> None:
        """`voted` tells, for judging only, what each member chose on each case."""
        for case in Case.objects.filter(ballot_rounds=found):
            truth = {member: said[case.pk] for member, said in voted.items() if case.pk in said}
            if len(set(truth.values())) < 2 or len(truth) < 3:
                continue
            for voters_by, members in orders_of_voters(found):
                voters = [member for member in members if member in truth]
                for ballots_by, choices in orders_of_ballots(found, case):
                    self._lay(f"{voters_by} / {ballots_by}", [truth[one] for one in voters], choices)

    def _lay(self, way: str, truth: list[str], guessed: list[str]) -> None:
        for name, order in ((way, guessed), (f"{way}, ngược", guessed[::-1])):
            self.note(name, *matches(truth, order), guesses=len(truth))

    # Two copies around one vote: one bit read out of the difference.

    def look_at_two(self, before: dict[str, Any], after: dict[str, Any], *, was_for: bool) -> None:
        for way, bit in bits(before, after):
            self.note(way, float(bool(bit) == was_for), 0.5, 0.25)


def matches(truth: list[str], guessed: list[str]) -> tuple[float, float, float]:
    """Right guesses when two lists are laid side by side, and their mean and variance over all orders."""
    size = len(truth)
    same = [[float(one == other) for other in guessed] for one in truth]
    rows = [sum(line) / size for line in same]
    columns = [sum(line[at] for line in same) / size for at in range(size)]
    mean = sum(rows) / size
    spread = sum(
        (same[i][j] - rows[i] - columns[j] + mean) ** 2 for i in range(size) for j in range(size)
    ) / (size - 1)  # fmt: skip
    return sum(same[at][at] for at in range(size)), sum(rows), spread


def orders_of_voters(found: BallotRound) -> Iterator[tuple[str, list[Any]]]:
    """Every order in which a database could have the voters."""
    lines = {line.pk: line for line in Turnout.objects.filter(round=found).select_related("person")}
    by_person = {line.person.name: line.member_id for line in lines.values()}
    said = JournalEntry.objects.filter(verb="cast_ballot", thing_id=found.session_id).order_by("number")
    yield "nhật ký", [by_person[one.actor_name] for one in said if one.says.endswith(f"vòng {found.number}.")]
    yield "danh sách", [line.member_id for line in lines.values()]
    yield "khóa", [lines[pk].member_id for pk in sorted(lines)]
    for name, column in (("chỗ nằm", PLACE), ("lần ghi", WRITER)):
        keys = rows_of(Turnout._meta.db_table, "CAST(id AS text)", column[connection.vendor])
        lying = {str(pk).replace("-", ""): line for pk, line in lines.items()}
        yield (
            name,
            [lying[key.replace("-", "")].member_id for (key,) in keys if key.replace("-", "") in lying],
        )


def orders_of_ballots(found: BallotRound, case: Case) -> Iterator[tuple[str, list[str]]]:
    """Every order in which a database could have the ballots."""
    ballots = {str(one.pk).replace("-", ""): one for one in Ballot.objects.filter(round=found, case=case)}
    yield "mã", [ballots[key].choice for key in sorted(ballots, key=lambda key: ballots[key].code)]
    yield "khóa", [ballots[key].choice for key in sorted(ballots)]
    for name, column in (("chỗ nằm", PLACE), ("lần ghi", WRITER)):
        keys = [
            key.replace("-", "")
            for (key,) in rows_of(Ballot._meta.db_table, "CAST(id AS text)", column[connection.vendor])
        ]
        yield name, [ballots[key].choice for key in keys if key in ballots]


def copy_of_box(found: BallotRound) -> dict[str, Any]:
    """What one backup shows of the box and of what is written around it."""
    slots = rows_of(Slot._meta.db_table, "CAST(id AS text), sealed", PLACE[connection.vendor])
    entry = JournalEntry.objects.order_by("-number").values_list("mark", "number").first()
    key = BallotRound.objects.values_list("key_name", flat=True).get(pk=found.pk)
    return {"slots": [(one, plain(sealed)) for one, sealed in slots], "entry": entry, "key": key}


def parity(data: bytes) -> int:
    return int.from_bytes(data).bit_count() % 2


Bit = Callable[[dict[str, Any], dict[str, Any]], object]
LOOKS: dict[str, Bit] = {
    "số ô còn nguyên": lambda old, new: len(set(old["slots"]) & set(new["slots"])) % 2,
    "khóa ô còn lại": lambda old, new: {one for one, _ in old["slots"]} & {one for one, _ in new["slots"]},
    "độ dài ô": lambda old, new: len({len(sealed) for _, sealed in old["slots"] + new["slots"]}) > 1,
    "tổng bit": lambda old, new: parity(b"".join(sealed for _, sealed in new["slots"])),
    "ô đầu": lambda old, new: parity(new["slots"][0][1]),
    "ô cuối": lambda old, new: parity(new["slots"][-1][1]),
    "ô nhỏ nhất": lambda old, new: parity(min(sealed for _, sealed in new["slots"])),
    "khóa đầu": lambda old, new: int(new["slots"][0][0].replace("-", "")[-1], 16) % 2,
    "ô trước và sau": lambda old, new: old["slots"][0][1][9:] < new["slots"][0][1][9:],
    "thứ tự khóa": lambda old, new: new["slots"][0][0] < new["slots"][-1][0],
    "dấu nhật ký": lambda old, new: int(new["entry"][0][-1], 16) % 2,
    "số nhật ký": lambda old, new: (new["entry"][1] - old["entry"][1]) % 2,
    "tên khóa": lambda old, new: int(new["key"][-1], 16) % 2,
    "băm cả hai": lambda old, new: hashlib.sha256(repr((old, new)).encode()).digest()[0] % 2,
}


def bits(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, object]]:
    for way, look in LOOKS.items():
        yield way, look(before, after)
