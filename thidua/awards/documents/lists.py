"""What the lists of papers share (danh sách kèm theo): kinds of recipients, their order, their names.

Numbers run on through a whole list, over the headings of its groups, in every paper alike: the number in a
list is the number on the decision and in the gold book.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count, groupby
from typing import TypeVar

from thidua.awards.models import DecisionItem, Nomination
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.vietnamese.numbers import roman

KIND_NAMES = dict(RECIPIENT_KINDS)
ORDER = {kind: place for place, (kind, _) in enumerate(RECIPIENT_KINDS)}
_COMMON_NOUN = re.compile(r"^(?:Xã|Huyện|Tỉnh|Thị trấn|Thôn|Bản)(?= [A-ZĐ])")
Row = tuple[str, ...]
Thing = TypeVar("Thing")


def by_kind(nominations: Iterable[Nomination]) -> list[tuple[str, list[Nomination]]]:
    """Nominations in the order of papers (xếp theo đối tượng): collectives, individuals, households, each by
    name.
    """
    ordered = sorted(nominations, key=lambda one: (ORDER[one.recipient], one.sort_key))
    return [(kind, list(group)) for kind, group in groupby(ordered, key=lambda one: one.recipient)]


def counted(nominations: Iterable[Nomination]) -> str:
    """How many of each kind in words of papers (số lượng): “02 tập thể, 01 cá nhân”."""
    return ", ".join(f"{len(group):02} {KIND_NAMES[kind]}" for kind, group in by_kind(nominations))


def printed_name(nomination: Nomination) -> str:
    """The name with its honorific, as lists print it (tên ghi trong danh sách): “Bà Hoàng Thị Cúc”."""
    person = nomination.person
    return f"{person.honorific} {nomination.name}" if person is not None else nomination.name


def printed_recipient(item: DecisionItem) -> str:
    """The recipient as lists print it, with the form of address (tên ghi trong danh sách)."""
    return f"{item.prefix} {item.called}".strip()


def address_inside(address: str) -> str:
    """An address inside a sentence (địa chỉ trong câu): the common noun of a village or commune is small.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.
    """
    return _COMMON_NOUN.sub(lambda found: found[0].lower(), address)


def numbered_groups(
    groups: Iterable[tuple[str, Iterable[Thing]]], cells: Callable[[Thing], Row]
) -> Iterator[Row]:
    """The rows of a list under the headings of its groups (danh sách chia nhóm), numbered on to its end."""
    place = count(1)
    for number, (title, group) in enumerate(groups, start=1):
        yield (f"{roman(number)}. {title.upper()}",)
        for one in group:
            yield (str(next(place)), *cells(one))
