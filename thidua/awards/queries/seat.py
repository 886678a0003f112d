"""Doors to the councils of an office (tra cứu Hội đồng)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, QuerySet

from thidua.awards.models import Council, CouncilMember
from thidua.org.models import Mandate, Person, Unit
from thidua.org.queries import government_of


def council_in_office(unit: Unit) -> Council | None:
    """The council a People's Committee has now (Hội đồng đương nhiệm), or None."""
    return Council.objects.filter(unit=unit, ends__isnull=True).select_related("unit").first()


def past_councils(unit: Unit) -> QuerySet[Council]:
    """The councils before it, the newest first (Hội đồng các nhiệm kỳ trước)."""
    return Council.objects.filter(unit=unit, ends__isnull=False).order_by("-starts")


def members_of(council: Council) -> QuerySet[CouncilMember]:
    """All members with their posts, present ones first, in their order (thành viên)."""
    members = CouncilMember.objects.filter(council=council).select_related("person__unit")
    return members.order_by(F("ends").desc(nulls_first=True), "order", "id")


def member_of(mandate: Mandate, pk: UUID) -> CouncilMember:
    """One member of the council of one's own People's Committee, or `CouncilMember.DoesNotExist`."""
    own = government_of(mandate.unit)
    return CouncilMember.objects.select_related("council__unit", "person").get(pk=pk, council__unit=own)


def people_to_seat(unit: Unit) -> QuerySet[Person]:
    """The people who may be given a seat (người có thể vào Hội đồng): those in the tree of the unit."""
    return Person.objects.filter(unit__path__startswith=unit.path, same_as__isnull=True).select_related(
        "unit"
    )
