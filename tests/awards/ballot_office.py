"""A council in a process of its own, with a database and keys of its own, so that it can be killed or copied.

Started by `test_secret_killed` with THIDUA_DATA and THIDUA_RUNTIME set: `setup`, then `vote`, which tells
what the one before left and goes on until killed, or `copies` of the files around every vote.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

import django

CASES, WATCHED = 40, 12


def setup() -> object:
    """A council with many cases, its session open."""
    from django.core.management import call_command

    from tests.awards.meetings import eligible, opened
    from tests.factories.commune import make_campaign, make_commune, make_person

    call_command("migrate", verbosity=0)
    whole = make_commune(2023)
    campaign = make_campaign(whole, state="reviewing")
    people = [make_person(whole.village, f"Vi Văn Thứ {number}") for number in range(CASES)]
    opened(whole, campaign, mode="secret", nominations=[eligible(whole, campaign, one) for one in people])
    return "ready"


class Room:
    """The council as the database has it."""

    def __init__(self) -> None:
        from thidua.awards.models import CouncilSession
        from thidua.org.models import Mandate

        self.session = CouncilSession.objects.get()
        self.mandates = {one.person_id: one for one in Mandate.objects.filter(unit=self.session.unit)}
        self.pen = self.mandates[self.session.secretary_id]

    def running(self):
        """The round that runs, or a new one on the next case."""
        from tests.awards.meetings import DAY
        from thidua.awards import deliberate
        from thidua.awards.queries.ballot_round import round_running, undecided_in

        case = undecided_in(self.session).first()
        return round_running(self.session) or deliberate.open_round(
            self.session, cases=[case], mandate=self.pen, on=DAY
        )

    def drop(self, found, line, choice) -> None:
        from tests.awards.ballot_story import ballot_for
        from tests.awards.meetings import DAY
        from thidua.awards import deliberate

        choices, mandate = ballot_for(found, line, choice), self.mandates[line.person_id]
        deliberate.cast_ballot(found, choices=choices, mandate=mandate, on=DAY)

    def count(self, found) -> None:
        from tests.awards.meetings import DAY
        from thidua.awards import deliberate

        deliberate.count_round(found, mandate=self.pen, on=DAY)

    def call_off(self, found) -> None:
        from tests.awards.meetings import DAY
        from thidua.awards import deliberate

        deliberate.void_round(found, reason="bỏ phiếu thử", mandate=self.pen, on=DAY)


def vote() -> object:
    """What was left, then round after round, vote after vote, until somebody pulls the plug."""
    from thidua.awards.queries.ballot_round import turnout_of, undecided_in

    room = Room()
    print(json.dumps(look()), flush=True)  # noqa: T201 - the answer to the one who kills
    while undecided_in(room.session).exists():
        found = room.running()
        for line in turnout_of(found):
            if not line.has_voted:
                room.drop(found, line, random.choice(("for", "against", "abstain")))
        room.count(found)
    return "done"


def look() -> list[dict[str, object]]:
    """Every round with its marks of turnout, filled slots, ballots and whether its key is there."""
    from thidua.awards.deliberate.sealing import has_key, open_slots
    from thidua.awards.models import BallotRound

    return [
        {
            "ending": found.ending,
            "voted": found.turnout.filter(has_voted=True).count(),
            "filled": sum(bool(place.choice) for place in open_slots(found)) if not found.ending else 0,
            "slots": found.slots.count(),
            "ballots": found.ballots.count(),
            "has_key": has_key(found),
            "decided": found.cases.filter(closed=True).count(),
        }
        for found in BallotRound.objects.all()
    ]


def copies() -> object:
    """Bits read out of the files of the database, with the write-ahead log, before and after every vote."""
    from django.db import connection

    from tests.awards.ballot_watcher import Watcher, parity
    from thidua.awards.queries.ballot_round import turnout_of

    room, watcher, words = Room(), Watcher(), 0
    base = Path(connection.settings_dict["NAME"])

    def files() -> bytes:
        return b"".join(Path(f"{base}{end}").read_bytes() for end in ("", "-wal"))

    for _ in range(WATCHED):
        found = room.running()
        for line in turnout_of(found):
            choice, old = random.choice(("for", "against")), files()
            room.drop(found, line, choice)
            new = files()
            words += new.count(b"against") - old.count(b"against")
            added, was_for = new[len(old) :], choice == "for"
            for way, bit in {
                "lớn thêm": (len(new) - len(old)) // 4120 % 2,
                "tổng bit": parity(added),
                "trang đầu": added[3] % 2 if added else 0,
                "cả tệp": parity(new),
                "số trang đổi": sum(
                    old[at : at + 4096] != new[at : at + 4096] for at in range(0, len(old), 4096)
                )
                % 2,
            }.items():
                watcher.note(way, float(bit == was_for), 0.5, 0.25)
        # Called off, not counted: opened ballots would put the words into the files.
        room.call_off(found)
    return {"beyond": watcher.beyond_chance(), "words": words, "ways": len(watcher.scores)}


if __name__ == "__main__":
    django.setup()
    steps: dict[str, Callable[[], object]] = {"setup": setup, "vote": vote, "copies": copies}
    print(json.dumps(steps[sys.argv[1]]()), flush=True)  # noqa: T201 - the answer to the one who started it
