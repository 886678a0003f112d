"""Every field that the schema knows taken away, bloated, of another kind or day; every file of a bag
changed, cut, swapped, bloated and sent twice: refused, with its reason.
"""

from __future__ import annotations

import copy
import json
import os
import random
import secrets
import stat
import struct
import unicodedata
from contextlib import suppress
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.bags import NAME, Files, bag, parts, zipped
from tests.exchange.changed import Json, at, places
from tests.exchange.full import DOWNWARD, UPWARD
from tests.exchange.test_bag import refused as bag_refused
from tests.exchange.test_hostile import refused, setting, without
from thidua.law.ruling import Refused
from thidua.records.package import schema_text
from thidua.records.package.bag import read_bag
from thidua.records.package.content import DAYS, check_content, files_named

DRAWN = 30
CONTENTS = {"lên": UPWARD, "xuống": DOWNWARD}
OPEN = {"sections", "content"}  # whoever writes names what stands in these
# What may be left out: written only where there is something to say.
OPTIONAL = {"past_awards", "amendments", "replaces"}
ANY = {"schema", "reference", "missing", "extra", "foreign", "version", "twice"}


def known(node: Json) -> set[str]:
    """Every name of a field in the schema."""
    found = set(node.get("properties", {}))
    for item in node.values():
        for one in item if isinstance(item, list) else [item]:
            if isinstance(one, dict):
                found |= known(one)
    return found


def ways() -> list[tuple[str, tuple]]:
    return [
        (name, way)
        for name, content in CONTENTS.items()
        for way in places(content)
        if isinstance(way[-1], str) and not OPEN & {*way[:-1]}
    ]


def test_the_two_packages_say_everything_the_schema_knows():
    said = {way[-1] for _, way in ways()}
    assert known(json.loads(schema_text())) - said == set()
    for content in CONTENTS.values():
        check_content(content, files=files_named(content))


def wrong(name: str, way: tuple) -> list[str]:
    """What happens to a content with one field changed, change by change; "" where it is let through."""
    content, found = CONTENTS[name], []
    changes = [setting(*way, to={"x": 1}), setting(*way, to="Ế" * 200_000), setting(*way, to=[None])]
    if way[-1] not in OPTIONAL:
        changes.append(without(*way))
    if way[-1] in DAYS:
        changes.append(setting(*way, to="2023-02-30"))
    for change in changes:
        changed = copy.deepcopy(content)
        change(changed)
        found.append(refused(check_content, changed, files=files_named(content)))
    return [one for one in found if one not in ANY]


def test_some_fields_changed(capsys):
    seed = os.environ.get("THIDUA_SEED") or secrets.token_hex(4)
    for name, way in random.Random(seed).sample(ways(), DRAWN):
        assert wrong(name, way) == [], (seed, name, way)


@pytest.mark.long
def test_every_field_changed():
    assert [(name, way) for name, way in ways() if wrong(name, way)] == []


@given(
    name=st.sampled_from(sorted(CONTENTS)),
    letter=st.sampled_from("\u202e\u200b\x00\ufeff\u2066"),
    data=st.data(),
)
def test_a_letter_nobody_sees_is_refused_wherever_it_stands(name, letter, data):
    content = CONTENTS[name]
    texts = [way for way in places(content) if isinstance(at(content, way)[0][way[-1]], str)]
    way = data.draw(st.sampled_from(texts))
    changed = copy.deepcopy(content)
    holder, field = at(changed, way)
    holder[field] += letter
    assert refused(check_content, changed, files=files_named(content)) in {"text", *ANY}


@given(name=st.sampled_from(sorted(CONTENTS)), data=st.data())
def test_two_fields_that_change_places_are_refused_or_say_the_same(name, data):
    """Keys and files of one row put where those of another stand."""
    content = CONTENTS[name]
    keys = [way for way in places(content) if way[-1] in {"id", "unit", "paper", "candidate", "nomination"}]
    one, other = data.draw(st.sampled_from(list(permutations(keys, 2))))
    changed = copy.deepcopy(content)
    (first, a), (second, b) = at(changed, one), at(changed, other)
    first[a], second[b] = second[b], first[a]
    with suppress(Refused):
        check_content(changed, files=files_named(content))


WHOLE = bag()
ENTRIES = sorted(parts(WHOLE))


def again(change: dict[str, bytes]) -> bytes:
    return zipped([(path, content) for path, content in (parts(WHOLE) | change).items()])


@pytest.mark.parametrize("path", ENTRIES, ids=[path.partition("/")[2] for path in ENTRIES])
def test_every_file_of_a_bag_changed_cut_swapped_bloated_lost_or_doubled(path, recwarn):
    files = parts(WHOLE)
    content, other = files[path], files[next(one for one in ENTRIES if one != path)]
    assert bag_refused(again({path: content[:-2]})) in {"changed", "bag", "seal"}
    assert bag_refused(again({path: b"x" + content[1:]})) in {"changed", "bag", "seal"}
    assert bag_refused(again({path: content + b"more"})) in {"changed", "bag", "seal"}
    assert bag_refused(again({path: other})) in {"changed", "bag", "seal"}
    assert bag_refused(again({path: bytes(2_000_000)})) == "bomb"
    assert bag_refused(again({path: b""})) in {"changed", "bag", "seal"}
    doubled = [*files.items(), (path, content)]
    assert bag_refused(zipped(doubled)) == "twice"
    assert bag_refused(zipped([one for one in files.items() if one[0] != path])) == "missing"
    recwarn.clear()


def test_names_that_differ_only_by_case_or_marks_never_pass(recwarn):
    files = list(parts(WHOLE).items())
    assert bag_refused(zipped([*files, (f"{NAME}/data/GOI.json", b"{}")])) == "twice"
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, f"{NAME}/data/tep/tệp.pdf")
        assert bag_refused(zipped([*files, (name, b"%PDF")])) == "path"
    recwarn.clear()


def test_the_order_of_the_files_says_nothing():
    assert read_bag(zipped(list(reversed(parts(WHOLE).items())))) == read_bag(WHOLE)


def test_a_comment_or_bytes_behind_the_end_are_refused():
    assert bag_refused(WHOLE + b"\0" * 22) == "not_zip"
    commented = bytearray(WHOLE + b"ghi chu")
    struct.pack_into("<H", commented, len(WHOLE) - 2, 7)
    assert bag_refused(bytes(commented)) == "not_zip"


def test_a_header_that_names_another_file_than_the_directory_is_refused():
    data = bytearray(WHOLE)
    at_name = data.find(b"bag-info.txt")
    data[at_name : at_name + 12] = b"bag-imfo.txt"
    assert bag_refused(bytes(data)) == "not_zip"


def test_every_kind_of_link_in_the_place_of_a_file_is_refused():
    for path in ENTRIES:
        packed = zipped([(path, b"../../etc/passwd")], mode=stat.S_IFLNK | 0o777)
        assert bag_refused(packed) == "link"


def test_many_small_bombs_side_by_side_are_refused():
    many: Files = {f"{NAME}/data/tep/{number}.txt": bytes(900_000) for number in range(30)}
    assert bag_refused(zipped(list(many.items()))) == "bomb"
