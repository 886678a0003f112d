"""What a stranger, a bad copy or a dishonest partner may send: refused with the reason, nothing half done."""

import copy
import os
import random
import secrets

import pytest

from tests.exchange.changed import at, content_of, places, resealed, said_anew
from tests.exchange.installations import Installations
from tests.exchange.story import DAY, DISTRICT, Exchange, begin, kept, package_up, taken_in
from thidua.awards.models import Nomination, Submission
from thidua.awards.submit import answer_by_file, take_in_package
from thidua.law.ruling import Refused
from thidua.org.models import Person, Unit
from thidua.records.models import Package, Run
from thidua.records.package import FAULTS, end_partner
from thidua.records.package.content import check_content, files_named, write_content
from thidua.records.queries.packages import package_file, partners_of

DRAWN = 40


def refused(call, *args, **kwargs) -> str:
    with pytest.raises(Refused) as found:
        call(*args, **kwargs)
    return found.value.ruling.rule.removeprefix("package:")


def setting(*way, to):
    def change(content):
        held, name = at(content, way)
        held[name] = to

    return change


def without(*way):
    def change(content):
        held, name = at(content, way)
        del held[name]

    return change


OTHER = "018f0000-0000-7000-8000-0000000000ff"
SAID = {
    "foreign": setting("format", to="goi-khac"),
    "version": setting("version", to=2),
    "schema": setting("kind", to="la"),
    "recipient": setting("to", "id", to=OTHER),
    "reference": setting("nominations", 0, "unit", to=OTHER),
    "missing": setting("papers", 0, "file", to=f"tep/{OTHER}.pdf"),
    "text": setting("nominations", 0, "name", to="Lộc Văn\u202eTài"),
    "twice": lambda content: content["nominations"].append(content["nominations"][0]),
}
NESTED = b"PK\x03\x04" + bytes(200)


def wrong_contents(data: bytes) -> dict[str, bytes]:
    """A package for each reason that lies in what is said."""
    found = {fault: said_anew(data, change) for fault, change in SAID.items()}
    paper = content_of(data)["papers"][0]["file"]
    goi = content_of(data)
    text = write_content(goi)
    held = dict.fromkeys(files_named(goi), b"%PDF-1.7 x")
    return found | {
        "extra": resealed(data, text, files=held | {"tep/thua.pdf": b"%PDF-1.7"}),
        "nested": resealed(data, text, files=held | {paper: NESTED}),
        "json": resealed(data, b'{"format": "thidua-goi", "format": "x"}', files=held),
        "name": said_anew(data, lambda content: None, name=f"goi-{OTHER}"),
    }


def test_each_wrong_package_is_refused_with_its_own_reason(installations: Installations):
    exchange = begin(installations, names=("Lộc Văn Tài",))
    data = package_up(exchange)
    wrong = wrong_contents(data)
    assert refused(kept, data, mandate=exchange.officer) == "own"
    with exchange.at(DISTRICT):
        found = {fault: refused(kept, one, mandate=exchange.district) for fault, one in wrong.items()}
        assert found == {fault: fault for fault in wrong}
        assert set(found) <= set(FAULTS)
        assert (Run.objects.count(), Package.objects.count(), Nomination.objects.count()) == (0, 0, 0)
        _the_key_decides(exchange, data)
        _taken_once(exchange, data)
        back = package_file(answer_by_file(Submission.objects.get(), mandate=exchange.district, on=DAY))
        astray = said_anew(back, setting("about", "digest", to="0" * 64))
        strange = said_anew(back, setting("submission", "nominations", 0, to=OTHER))
    assert refused(taken_in, astray, mandate=exchange.officer) == "answers"
    assert refused(taken_in, strange, mandate=exchange.officer) == "theirs"
    taken_in(back, mandate=exchange.officer)
    assert refused(kept, back, mandate=exchange.officer) == "replay"
    _every_field(content_of(data))


def _the_key_decides(exchange: Exchange, data: bytes) -> None:
    """Shown, and not taken in, while nobody has compared the key; never again once it is ended."""
    partner = partners_of(exchange.district.unit).get()
    run = kept(data, mandate=exchange.district)
    for standing, fields in (
        ("unconfirmed_key", {"confirmed_on": None}), ("changed_key", {"public": "ab" * 32}),
    ):  # fmt: skip
        type(partner).objects.filter(pk=partner.pk).update(**fields)
        assert refused(take_in_package, run, mandate=exchange.district, on=DAY) == standing
        partner.save()
    end_partner(partner, why="Nơi gửi báo mất máy", mandate=exchange.district, on=DAY)
    assert refused(take_in_package, run, mandate=exchange.district, on=DAY) == "unknown_key"
    partner.ended_on = None
    partner.save()
    assert (Nomination.objects.count(), Unit.objects.filter(level="thon").count()) == (0, 0)


def _taken_once(exchange: Exchange, data: bytes) -> None:
    run = kept(data, mandate=exchange.district)
    assert kept(data, mandate=exchange.district) == run
    take_in_package(run, mandate=exchange.district, on=DAY)
    assert refused(take_in_package, run, mandate=exchange.district, on=DAY) == "once"
    assert refused(kept, data, mandate=exchange.district) == "replay"
    assert (Nomination.objects.count(), Person.objects.filter(name="Lộc Văn Tài").count()) == (1, 1)


def _every_field(content) -> None:
    """Every field of a content taken away, bloated or of another kind: the schema names the place."""
    files = files_named(content)
    check_content(content, files=files)
    seed = os.environ.get("THIDUA_SEED") or secrets.token_hex(4)
    ways = [way for way in places(content) if isinstance(way[-1], str) and "sections" not in way[:-1]]
    for way in random.Random(seed).sample(ways, min(DRAWN, len(ways))):
        for change in (without(*way), setting(*way, to={"x": 1}), setting(*way, to="Ế" * 200_000)):
            changed = copy.deepcopy(content)
            change(changed)
            faults = {"schema", "reference", "missing"}
            assert refused(check_content, changed, files=files) in faults, (seed, way)
