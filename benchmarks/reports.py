"""One achievement report against the 20,000 an office holds (báo cáo giống nhau), beside only fetching the
numbers kept of them.

Targets: at most 1,000 ms of processor time, 4 times the bare fetch. Printed as ratios.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
django.setup()

from django.db import connection  # noqa: E402

from tests.factories.commune import Commune, make_campaign, make_commune  # noqa: E402
from thidua.awards.models import Nomination, ReportMark  # noqa: E402
from thidua.awards.queries.similar import held_by, resembled_by  # noqa: E402
from thidua.org.models import Person  # noqa: E402
from thidua.vietnamese.similar import fingerprint, packed  # noqa: E402

REPORTS, TEXTS, WORDS, ROUNDS = 20_000, 500, 600, 3
DAY = date(2023, 6, 5)
SAID = "đường bản hộ đất ngày công trồng rừng mương nước họp dân xe máy lúa ngô ong mật trẻ già"


def fill(whole: Commune) -> Nomination:
    """Reports of 600 words each, the first of which copies a third of the second."""
    campaign, chance = make_campaign(whole), random.Random(7)
    texts = [_report(chance) for _ in range(TEXTS)]
    texts[0] = f"{texts[1][: len(texts[1]) // 3]} {texts[0]}"
    kept = [packed(fingerprint(text)) for text in texts]
    people = Person.objects.bulk_create(
        (Person(unit=whole.village, name=f"Người {place}", sort_key=str(place)) for place in range(REPORTS)),
        batch_size=500,
    )
    made = Nomination.objects.bulk_create(
        (
            Nomination(
                campaign=campaign, award=campaign.awards.all()[0], unit=whole.village, state="submitted",
                holder=whole.commune.unit, code=f"bc{place}", recipient="individual", person=person,
                name=person.name, sort_key=person.sort_key, report=texts[place % TEXTS], governed_on=DAY,
            )
            for place, person in enumerate(people)
        ),
        batch_size=500,
    )  # fmt: skip
    rows = (ReportMark(nomination=one, numbers=kept[place % TEXTS]) for place, one in enumerate(made))
    ReportMark.objects.bulk_create(rows, batch_size=500)
    return Nomination.objects.get(pk=made[0].pk)


def _report(chance: random.Random) -> str:
    return " ".join(f"{chance.choice(SAID.split())} {chance.randrange(900)}" for _ in range(WORDS // 2))


def processor_time(action: Callable[[], object]) -> float:
    """The best of several rounds, in milliseconds of processor time."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best * 1000


def compare() -> None:
    """Measure the comparison and the bare fetch in one run and print both."""
    whole = make_commune(2023)
    one, office = fill(whole), whole.commune.unit
    found = resembled_by(one, office=office)
    ours = processor_time(lambda: resembled_by(one, office=office))
    bare = processor_time(lambda: list(held_by(office).order_by().values_list("pk", "numbers")))
    size = len(bytes(ReportMark.objects.all()[0].numbers))
    print(f"reports: 1 against {REPORTS} in {ours:.0f} ms of processor time (target <= 1000)")
    print(f"reports: {ours / bare:.1f} x a bare fetch of {bare:.0f} ms (target <= 4)")
    print(f"reports: {size} bytes kept of a report of {WORDS} words; {len(found)} alike shown")


def main() -> None:
    """Run on a database made for this only and dropped afterwards."""
    connection.creation.create_test_db(verbosity=0)
    compare()
    connection.creation.destroy_test_db(":memory:", verbosity=0)


if __name__ == "__main__":
    main()
