"""Correct where a paragraph ends, and read again what depends on it (sửa ranh giới đoạn, đọc lại)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from thidua.campaigns.intake.settle import covers
from thidua.campaigns.intake.steps import WHOLE, image_of, lock, next_number
from thidua.campaigns.models import PlanIntake, PlanStep, Proposal
from thidua.campaigns.permissions.campaign import may_settle
from thidua.campaigns.queries.proposals import proposals_from, stretches_in, understood
from thidua.campaigns.queries.source import source_of
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate

DONE = {
    "join": "Nối một đoạn vào đoạn trên",
    "split": "Tách một đoạn làm hai",
    "previous": "Đưa một đoạn về mục trước",
    "next": "Đưa một đoạn sang mục sau",
}
CANNOT = {
    "join": "Phía trên đoạn này không có đoạn nào để nối.",
    "split": "Chỗ này không nằm giữa một đoạn; hãy chọn chữ đầu của đoạn mới.",
    "previous": "Phía trên đoạn này không còn mục nào.",
    "next": "Phía dưới đoạn này không còn mục nào.",
}
READ = ("reading", "stretches", "boundaries")
_INDEX = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True)
class Reread:
    """What came of reading again (kết quả đọc lại): how many places kept their answer, how many are new."""

    kept: int
    new: int


@transaction.atomic
def correct_boundary(intake: PlanIntake, *, at: int, kind: str, mandate: Mandate, on: date) -> Reread:
    """Part, join or move a paragraph (sửa ranh giới đoạn) and read the plan again.

    `at` is the offset of the paragraph, for "split" of the first letter of the new one; `kind` is "join",
    "split", "previous" or "next". Effects: the reading and its proposals; what a person answered where
    nothing changed stays, with what was added by hand. One step, which `undo` takes back whole. Raises
    `Refused` when nothing would change. Căn cứ: không (quy ước nội bộ).
    """
    may_settle(mandate, intake, on=on).require()
    lock(intake)
    intake.refresh_from_db(fields=READ)
    boundaries = [*intake.boundaries, [at, kind]]
    source = source_of(intake, boundaries)
    stretches = stretches_in(source)
    if stretches == intake.stretches:
        raise Refused(no(CANNOT[kind], rule="plan:boundary"))
    before = {name: getattr(intake, name) for name in READ}
    plan = understood(source, way=intake.way)
    intake.reading, intake.stretches, intake.boundaries = plan, stretches, boundaries
    intake.save(update_fields=READ)
    number, says = next_number(intake), f"{DONE[kind]}: “{_words(intake, at)}”."
    old = list(intake.proposals.all())
    PlanStep.objects.create(
        intake=intake, number=number, batch=number, says=says[:300], by=str(mandate)[:250], on=on,
        changes=[image_of(one, WHOLE) for one in old], before=before,
    )  # fmt: skip
    result = _propose_again(intake, old, list(proposals_from(plan, source, on=on)))
    write("correct_boundary", says, actor=mandate.actor(), on=on, thing=intake, data={"at": at, "kind": kind})
    return result


def _words(intake: PlanIntake, at: int) -> str:
    """The first words at a place, as the journal names it."""
    return " ".join(intake.text[at : at + 120].split())[:60]


def _propose_again(intake: PlanIntake, old: list[Proposal], rows: list[Proposal]) -> Reread:
    """Put the new proposals beside the answers that still hold; what was written by hand goes to the end of
    its list.
    """
    waiting = _by_place(old)
    kept = [one for one in rows if _take_over(one, waiting[_key(one)])]
    left = [one for places in waiting.values() for one in places]
    by_hand = [one for one in left if one.starts is None and one.state == "edited"]
    _remember_words(rows, [one for one in left if one.starts is not None])
    _correct_again(rows)
    _renumber(by_hand, rows)
    intake.proposals.all().delete()
    rows += by_hand
    for position, one in enumerate(rows):
        one.intake, one.position, one.clause = intake, position, one.clause[:60]
    Proposal.objects.bulk_create(rows)
    return Reread(kept=len(kept) + len(by_hand), new=len(rows) - len(kept) - len(by_hand))


def _by_place(proposals: Iterable[Proposal]) -> defaultdict[Hashable, list[Proposal]]:
    places: defaultdict[Hashable, list[Proposal]] = defaultdict(list)
    for one in proposals:
        places[_key(one)].append(one)
    return places


def _key(one: Proposal) -> Hashable:
    """The same words read as the same kind of thing are the same proposal, whatever their number in the list
    is now.
    """
    if one.starts is None:
        return one.kind, one.path
    return one.kind, _family(one.path), one.starts, one.ends, one.before


def _family(path: str) -> str:
    return _INDEX.sub("[]", path)


def _take_over(new: Proposal, former: list[Proposal]) -> bool:
    """The new proposal is the former one, with its answer unless the words that were accepted changed."""
    if not former:
        return False
    old = former.pop(0)
    new.pk = old.pk
    if old.state == "edited" or old.value == new.value:
        new.value, new.state, new.step = old.value, old.state, old.step
    return True


def _remember_words(rows: list[Proposal], gone: list[Proposal]) -> None:
    """What a person wrote for words that are cut differently now is shown beside what replaced them."""
    for old in gone:
        if old.state != "edited":
            continue
        for new in rows:
            if new.state == "open" and _family(new.path) == _family(old.path) and _overlap(new, old):
                new.confidence = None
                new.why = f"Vừa đọc lại vì ranh giới đổi; trước đó đã ghi: “{old.value}”"
                break


def _correct_again(rows: list[Proposal]) -> None:
    """Suggestions that were applied are put into the values that were read anew, too."""
    applied = [one for one in rows if one.kind == "problem" and one.state == "accepted" and one.after]
    for problem in applied:
        for one in rows:
            unsettled = one.kind == "value" and one.state == "open" and problem.before in one.value
            if unsettled and covers(one, problem):
                one.value, one.state = one.value.replace(problem.before, problem.after), "edited"
                one.step = problem.step


def _overlap(new: Proposal, old: Proposal) -> bool:
    if new.starts is None or new.ends is None or old.starts is None or old.ends is None:
        return False
    return new.starts < old.ends and old.starts < new.ends


def _renumber(by_hand: list[Proposal], rows: list[Proposal]) -> None:
    """Give what was written by hand a free number in its list; what fills a single field replaces it."""
    numbers: dict[tuple[str, str], int] = {}
    taken = {one.path: one for one in rows}
    for one in by_hand:
        head, number, tail = _item(one.path)
        if not number:
            found = taken.get(one.path)
            if found is not None:
                rows.remove(found)
            continue
        free = numbers.setdefault((head, number), _free(head, rows, numbers))
        one.path = f"{head}[{free}]{tail}"


def _item(path: str) -> tuple[str, str, str]:
    """The list in which an item stands, its number and what follows; a criterion is an item of its award."""
    hit: Any = re.match(r"(awards\[\d+\]\.criteria|[^\[]+)\[(\d+)\](.*)", path)
    return (hit[1], hit[2], hit[3]) if hit else (path, "", "")


def _free(head: str, rows: list[Proposal], numbers: dict[tuple[str, str], int]) -> int:
    """The first number of a list that is neither read nor given out already."""
    read = [int(number) for h, number, _ in map(_item, (one.path for one in rows)) if h == head and number]
    given = [number for (h, _), number in numbers.items() if h == head]
    return 1 + max([*read, *given], default=-1)
