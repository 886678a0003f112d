"""Every package that waits tried by every role of every unit: taken in by the two who may, else untouched."""

from collections.abc import Iterator

import pytest

from tests.awards.tried import Move, drawn, faults
from tests.exchange.installations import Installations
from tests.exchange.story import COMMUNE, DAY, DISTRICT, Exchange, begin, kept, package_up
from thidua.awards.models import Submission
from thidua.awards.submit import (
    answer_by_file,
    ask_back,
    refuse,
    resend,
    return_to_lower,
    send_by_file,
    take_in_package,
)
from thidua.org.models import Mandate
from thidua.records.models import Run
from thidua.records.package import drop_package
from thidua.records.queries.packages import package_file

pytestmark = pytest.mark.django_db
DRAWN = 40
# Where each kind waits, and the two officers of that office.
SCENES = ((DISTRICT, ("submission",)), (COMMUNE, ("receipt", "return")),
          (DISTRICT, ("withdrawal", "supplement")), (COMMUNE, ("answer",)))  # fmt: skip
OFFICERS = {
    DISTRICT: frozenset({"cao-son standing", "cao-son clerk"}),
    COMMUNE: frozenset({"na-lam standing", "na-lam clerk"}),
}
MAY = {kind: OFFICERS[place] for place, kinds in SCENES for kind in kinds}
MOVES = (
    Move("take in", MAY, lambda run, **by: take_in_package(run, **by)),
    Move("drop", MAY, lambda run, **by: drop_package(run, **by)),
)


def people() -> dict[str, Mandate]:
    """Everybody of the installation one is in, by unit and role."""
    found = Mandate.objects.select_related("unit", "office", "person").order_by("id")
    return {f"{one.unit.code} {one.role}": one for one in found}


def answered(exchange: Exchange) -> bytes:
    return package_file(answer_by_file(Submission.objects.get(), mandate=exchange.district, on=DAY))


def scenes(exchange: Exchange) -> Iterator[dict[str, Run]]:
    """The packages of one submission in turn, each scene where they wait; after it they are taken in."""
    by = {"mandate": exchange.officer, "on": DAY}
    up = package_up(exchange)
    exchange.installations.go(DISTRICT)
    yield from waiting(exchange, submission=up)
    receipt = answered(exchange)
    one = exchange.nomination("Mông Thị Lả")
    return_to_lower(one, reason="Thiếu xác nhận", mandate=exchange.district, on=DAY)
    back = answered(exchange)
    exchange.installations.go(COMMUNE)
    yield from waiting(exchange, receipt=receipt, **{"return": back})
    wish = package_file(ask_back(exchange.submission, why="Gửi nhầm", **by))
    resend(exchange.nomination("Mông Thị Lả"), note="Đã có xác nhận", **by)
    more = package_file(send_by_file(exchange.submission, **by))
    exchange.installations.go(DISTRICT)
    yield from waiting(exchange, withdrawal=wish, supplement=more)
    refuse(exchange.nomination("Lộc Văn Tài"), reason="Chưa đủ", mandate=exchange.district, on=DAY)
    last = answered(exchange)
    exchange.installations.go(COMMUNE)
    yield from waiting(exchange, answer=last)


def waiting(exchange: Exchange, **packages: bytes) -> Iterator[dict[str, Run]]:
    runs = {kind: kept(data, mandate=exchange.officer) for kind, data in packages.items()}
    yield runs
    for run in runs.values():
        take_in_package(run, mandate=exchange.officer, on=DAY)


def everything(exchange: Exchange):
    """Both moves of each kind by everybody of the installation where it waits."""
    who = {}
    for place in (DISTRICT, COMMUNE):
        with exchange.at(place):
            who[place] = list(people())
    places = {kind: place for place, kinds in SCENES for kind in kinds}
    return [(move, kind, one) for move in MOVES for kind in MAY for one in who[places[kind]]]


def faults_of(exchange: Exchange, tried) -> str:
    found = []
    for runs in scenes(exchange):
        mine = [one for one in tried if one[1] in runs]
        fresh = {kind: run.pk for kind, run in runs.items()}
        found += faults(
            mine, fresh=lambda kind, fresh=fresh: Run.objects.get(pk=fresh[kind]), people=people(), on=DAY
        )
    return "\n".join(found)


def test_some_packages_taken_in_or_dropped_by_some_roles(installations: Installations, capsys):
    exchange = begin(installations)
    assert faults_of(exchange, drawn(everything(exchange), capsys, share=DRAWN)) == ""


@pytest.mark.long
def test_every_package_taken_in_or_dropped_by_every_role(installations: Installations):
    exchange = begin(installations)
    assert faults_of(exchange, everything(exchange)) == ""
