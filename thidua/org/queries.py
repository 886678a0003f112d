"""Doors to units, people and mandates: they fetch and check at once (tra cứu tổ chức, con người)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from thidua.org.models import Installation, Mandate, Office, Person, Unit, User
from thidua.vietnamese.text import fold


def installation() -> Installation | None:
    """What this installation is; None before the first run."""
    return Installation.objects.select_related("office").first()


def open_mandates(on: date) -> QuerySet[Mandate]:
    """Every mandate that runs on that day (việc giữ chức vụ còn hiệu lực), with office, person and unit."""
    return Mandate.objects.filter(Q(ends__isnull=True) | Q(ends__gte=on), starts__lte=on).select_related(
        "office", "person", "unit"
    )


def mandates_of(user: User, on: date) -> list[Mandate]:
    """The mandates in which an account may act on that day (các tư cách của tài khoản)."""
    if user.person_id is None:
        return []
    return list(open_mandates(on).filter(person_id=user.person_id))


def chair_of(unit: Unit, on: date) -> Mandate | None:
    """The chair of a People's Committee on that day (Chủ tịch)."""
    return open_mandates(on).filter(unit=unit, office__role="chair").first()


def who_holds(unit: Unit, *roles: str, on: date) -> QuerySet[Mandate]:
    """The mandates with one of the roles in a unit on that day."""
    return open_mandates(on).filter(unit=unit, office__role__in=roles)


def government_of(unit: Unit) -> Unit:
    """The People's Committee a unit belongs to: itself, or the nearest above (UBND quản lý)."""
    found = unit
    while not found.is_government and found.parent is not None:
        found = found.parent
    return found


def units_below(unit: Unit, on: date) -> QuerySet[Unit]:
    """Units below, open on that day, in the order of the tree (đơn vị trực thuộc)."""
    return Unit.objects.filter(
        Q(closed_on__isnull=True) | Q(closed_on__gte=on), path__startswith=unit.path, opened_on__lte=on
    ).exclude(pk=unit.pk)


def left_to(unit: Unit, *, field: str = "unit") -> Q:
    """What is a unit's own or was left to it by the units it carries on (của đơn vị và đơn vị trước nó)."""
    return Q(**{f"{field}_id": unit.pk}) | Q(**{f"{field}__heir_id": unit.pk})


def taking_part(unit: Unit, on: date) -> QuerySet[Unit]:
    """The units that take part in a campaign of this commune (đơn vị tham gia thi đua)."""
    return units_below(unit, on).filter(takes_part=True, level__in=["don_vi", "thon"])


def unit_of(mandate: Mandate, pk: UUID) -> Unit:
    """A unit that lies in the tree of the one who asks, or `Unit.DoesNotExist`."""
    top = government_of(mandate.unit)
    return Unit.objects.get(pk=pk, path__startswith=top.path)


def account_named(typed: str) -> User | None:
    """The account with this name or telephone (tài khoản), ignoring spaces and dots in a telephone."""
    found = Q(username__iexact=typed.strip())
    digits = digits_of(typed)
    if len(digits) >= 9:
        found |= Q(telephone=digits)
    return User.objects.filter(found).first()


def digits_of(telephone: str) -> str:
    """A telephone number as it is kept (số điện thoại): digits only, 84 in front as 0."""
    digits = re.sub(r"\D", "", telephone)
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) >= 11 else digits


def reach_of(mandate: Mandate) -> str:
    """The path below which a mandate arranges units, people and accounts (phạm vi quản trị).

    It is the tree of its own People's Committee; the administrator of the office the installation was set up
    for arranges every unit in it, those above too, since nobody else could give the district its first
    account.
    """
    top = government_of(mandate.unit)
    found = installation()
    if mandate.holds("admin") and found is not None and found.office_id == top.pk:
        return ""
    return top.path


def arranged_units(mandate: Mandate) -> QuerySet[Unit]:
    """The units a mandate arranges, ended ones too, in the order of the tree (đơn vị trong phạm vi)."""
    return Unit.objects.filter(path__startswith=reach_of(mandate)).select_related("parent", "successor")


def unit_named(mandate: Mandate, code: str) -> Unit:
    """The unit with this code within reach, or `Unit.DoesNotExist`."""
    return arranged_units(mandate).get(code=code)


def people_within(mandate: Mandate, *, unit: Unit | None = None, words: str = "") -> QuerySet[Person]:
    """The people a mandate arranges (cá nhân), of one unit when given, found by any part of the name."""
    reach = reach_of(mandate)
    below = Q(unit__path__startswith=reach) | Q(unit__heir__path__startswith=reach)
    people = Person.objects.filter(below).select_related("unit")
    if unit is not None:
        people = people.filter(unit=unit)
    return people.filter(folded__contains=fold(words.strip())) if words.strip() else people


def person_named(mandate: Mandate, pk: UUID) -> Person:
    """One person within reach, or `Person.DoesNotExist`."""
    return people_within(mandate).get(pk=pk)


def offices_within(mandate: Mandate) -> QuerySet[Office]:
    """The offices of the units within reach (chức vụ)."""
    return Office.objects.filter(unit__path__startswith=reach_of(mandate)).select_related("unit")


def mandates_within(mandate: Mandate) -> QuerySet[Mandate]:
    """Every mandate within reach, past ones too (việc giữ chức vụ), by unit and office."""
    found = Mandate.objects.filter(unit__path__startswith=reach_of(mandate))
    return found.select_related("office", "person", "unit").order_by(
        "unit__path", "office__title", "-starts", "id"
    )


def mandate_held(mandate: Mandate, pk: UUID) -> Mandate:
    """One mandate within reach, or `Mandate.DoesNotExist`."""
    return mandates_within(mandate).get(pk=pk)


def accounts_within(mandate: Mandate) -> QuerySet[User]:
    """The accounts of the people within reach (tài khoản), by name."""
    found = User.objects.filter(person__unit__path__startswith=reach_of(mandate))
    return found.select_related("person__unit").order_by("person__sort_key", "username")


def account_held(mandate: Mandate, username: str) -> User:
    """One account within reach, or `User.DoesNotExist`."""
    return accounts_within(mandate).get(username=username)


def without_account(mandate: Mandate, on: date) -> QuerySet[Person]:
    """People who hold an office on that day and have no account yet (chưa có tài khoản)."""
    holding = open_mandates(on).order_by().values("person_id")
    return (
        people_within(mandate)
        .filter(pk__in=holding, accounts__isnull=True)
        .order_by("unit__path", "sort_key")
    )


def tree_of(unit: Unit) -> QuerySet[Unit, Any]:
    """The keys of a unit and all below it, for filters of other tables (đơn vị và trực thuộc)."""
    return Unit.objects.filter(path__startswith=unit.path).order_by().values("pk")
