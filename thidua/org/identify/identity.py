"""Which records are one (hồ sơ nào là một): the pointers of merged records, resolved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from thidua.org.models import Candidate, Collective, Household, Person

Somebody = Person | Collective | Household
KINDS: dict[str, type[Somebody]] = {"individual": Person, "collective": Collective, "household": Household}
FIELDS = {"individual": "person", "collective": "collective", "household": "household"}


def below(path: str, *, field: str = "unit") -> Q:
    """What lies below a place today (trong phạm vi): its units, and what ended units left to them."""
    return Q(**{f"{field}__path__startswith": path}) | Q(**{f"{field}__heir__path__startswith": path})


def kind_of(row: Candidate) -> str:
    """What a record is of (loại đối tượng): individual, collective, household."""
    return next(kind for kind, table in KINDS.items() if isinstance(row, table))


def identity_of(row: Somebody) -> Somebody:
    """The record that stands for this one (hồ sơ chính): itself, or the end of its chain of merges."""
    end: Any = row
    while end.same_as is not None:
        end = end.same_as
    found: Somebody = end
    return found


def same_ids(row: Somebody) -> frozenset[UUID]:
    """The keys of every record that is the same somebody (các hồ sơ cùng một đối tượng), its own too."""
    return clusters(type(row), [row.pk])[row.pk]


def clusters(table: type[Somebody], keys: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """For many records at once, the keys that are the same somebody; two queries while nothing is merged."""
    asked = set(keys)
    into = _climb(table, asked)
    into |= _descend(table, set(into))
    roots = {key: _root(key, into) for key in into}
    members: dict[UUID, set[UUID]] = {}
    for key, root in roots.items():
        members.setdefault(root, set()).add(key)
    return {key: frozenset(members[roots[key]]) for key in asked if key in roots}


def _climb(table: type[Somebody], keys: set[UUID]) -> dict[UUID, UUID | None]:
    """Where each record leads, up to the ends of the chains."""
    into: dict[UUID, UUID | None] = {}
    while keys:
        into |= dict(table._default_manager.filter(pk__in=keys).values_list("pk", "same_as_id"))
        keys = {above for above in into.values() if above is not None} - into.keys()
    return into


def _descend(table: type[Somebody], keys: set[UUID]) -> dict[UUID, UUID | None]:
    """What leads to these records, down to the last."""
    into: dict[UUID, UUID | None] = {}
    while keys:
        below = dict(table._default_manager.filter(same_as__in=keys).values_list("pk", "same_as_id"))
        keys = below.keys() - into.keys()
        into |= below
    return into


def _root(key: UUID, into: dict[UUID, UUID | None]) -> UUID:
    above = into[key]
    return key if above is None else _root(above, into)
