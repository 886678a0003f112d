"""Every move by everybody: what the table allows works, all else refuses and writes nothing (thử mọi vai)."""

import os
import random
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.db import connection, transaction

from thidua.law.ruling import Refused
from thidua.org.models import Mandate

WRITES = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True)
class Move:
    """What may be done with a thing: who may do it in which state; `act(thing, mandate=, on=)` does it."""

    name: str
    may: dict[str, frozenset[str]]
    act: Callable[..., object] = field(compare=False)

    def allowed(self, state: str, who: str) -> bool:
        return who in self.may.get(state, frozenset())


Try = tuple[Move, str, str]


def trial(move: Move, thing: object, *, mandate: Mandate, on: date) -> tuple[bool, list[str]]:
    """Try one move and undo it: whether it was carried out, and what it wrote."""
    written: list[str] = []

    def listen(execute, sql, params, many, context):
        if sql.startswith(WRITES):
            written.append(sql[:60])
        return execute(sql, params, many, context)

    done = True
    with transaction.atomic():
        with connection.execute_wrapper(listen):
            try:
                move.act(thing, mandate=mandate, on=on)
            except Refused:
                done = False
        transaction.set_rollback(True)
    return done, written


def faults(
    tried: Sequence[Try], *, fresh: Callable[[str], object], people: dict[str, Mandate], on: date
) -> Iterator[str]:
    """Where the product does otherwise than the table says; `fresh(state)` gives the thing as it stands."""
    for move, state, who in tried:
        done, written = trial(move, fresh(state), mandate=people[who], on=on)
        if done != move.allowed(state, who):
            yield f"{move.name}, {state}, {who}: {'làm được' if done else 'bị từ chối'}"
        if bool(written) != done:
            yield f"{move.name}, {state}, {who}: ghi {written}"


def drawn(everything: Sequence[Try], capsys: pytest.CaptureFixture[str], *, share: int) -> list[Try]:
    """A share of all tries, a third as many of the allowed ones; the seed is printed (THIDUA_SEED)."""
    seed = int(os.environ.get("THIDUA_SEED") or secrets.randbelow(10**6))
    with capsys.disabled():
        print(f" THIDUA_SEED={seed}", end="")  # noqa: T201 - so that a drawn run can be repeated
    chance = random.Random(seed)
    allowed = [one for one in everything if one[0].allowed(one[1], one[2])]
    return [*chance.sample(everything, share), *chance.sample(allowed, min(len(allowed), share // 3))]
