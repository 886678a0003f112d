"""Who is close to a case, and who therefore may not know its count (không tham gia biểu quyết)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import F, Q, QuerySet

from thidua.awards.models import Attendance, Case, CouncilMember, CouncilSession, Kinship, Nomination
from thidua.awards.queries.lawful import rulebook_of
from thidua.law.council import CouncilSettings, council_settings
from thidua.org.models import Mandate, Person, Unit
from thidua.org.queries import open_mandates
from thidua.vietnamese.text import fold

HEADS = ("unit_head", "village_head")


@dataclass(frozen=True)
class Interest:
    """Why a member is close to a case (có liên quan): `aside` when that keeps the member out of the vote,
    else it is only said in the minutes.
    """

    member: CouncilMember
    why: str
    aside: bool


class Ties(NamedTuple):
    """What is known of the people around the table (quan hệ): kin by name, units they lead, their unit."""

    kin: Mapping[UUID, list[Kinship]]
    leads: Mapping[UUID, set[UUID]]
    own_unit_aside: bool


def settings_of(session: CouncilSession) -> CouncilSettings:
    """What the working rules of the council say on the day of the session (quy chế của Hội đồng)."""
    return council_settings(rulebook_of(session.unit, on=session.meets_on).shelf)


def kinships_of(unit: Unit, person: Person | None = None) -> QuerySet[Kinship]:
    """The declared kin of the members of an office's council (người thân đã khai), of one member if given."""
    found = Kinship.objects.filter(unit=unit).select_related("person")
    return found.filter(person=person) if person else found


def kinship_of(unit: Unit, pk: UUID) -> Kinship:
    """One declared tie of this office, or `Kinship.DoesNotExist`."""
    return kinships_of(unit).get(pk=pk)


def interests_of(session: CouncilSession, cases: Iterable[Case]) -> dict[UUID, list[Interest]]:
    """Who is close to which of these cases (ai có liên quan), by the key of the case; few queries for all."""
    seats = list(session.attendance.select_related("member__person", "substitute"))
    ties = _ties(session, seats)
    return {
        case.pk: [found for seat in seats if (found := _interest(seat, case.nomination, ties))]
        for case in cases
    }


def _ties(session: CouncilSession, seats: list[Attendance]) -> Ties:
    people = [seat.sitting.pk for seat in seats]
    kin: dict[UUID, list[Kinship]] = {}
    for tie in kinships_of(session.unit).filter(person_id__in=people):
        kin.setdefault(tie.person_id, []).append(tie)
    leads: dict[UUID, set[UUID]] = {}
    led = open_mandates(session.meets_on).filter(person_id__in=people, office__role__in=HEADS)
    for person_id, unit_id in led.values_list("person_id", "unit_id"):
        leads.setdefault(person_id, set()).add(unit_id)
    return Ties(kin, leads, settings_of(session).own_unit == "recuse")


def _interest(seat: Attendance, nomination: Nomination, ties: Ties) -> Interest | None:
    person, unit = seat.sitting, nomination.unit
    leads = unit.pk in ties.leads.get(person.pk, ())
    if nomination.person_id is not None and nomination.person_id == person.pk:
        return Interest(seat.member, "là người được đề nghị", aside=True)
    close = next((tie for tie in ties.kin.get(person.pk, ()) if _names(tie, nomination)), None)
    if close is not None:
        return Interest(seat.member, f"{close.get_relation_display()} với {close.name}", aside=True)
    if leads and nomination.recipient == "collective":
        return Interest(seat.member, f"đứng đầu {unit.name}, nơi có tập thể được đề nghị", aside=True)
    if leads or person.unit_id == unit.pk:
        what = f"{'đứng đầu' if leads else 'thuộc'} {unit.name}, nơi đề nghị"
        return Interest(seat.member, what, aside=ties.own_unit_aside)
    return None


def _names(tie: Kinship, nomination: Nomination) -> bool:
    """Whether a declared name is that of the nominee, or stands in the name of the household."""
    called = fold(nomination.name)
    if nomination.recipient == "household":
        return f" {tie.folded} " in f" {called} "
    return nomination.recipient == "individual" and called == tie.folded


def suggested_recusals(case: Case) -> list[tuple[CouncilMember, str]]:
    """Members who should not vote on a case and are not noted yet (nên không tham gia)."""
    already = {recusal.member_id for recusal in case.recusals.all()}
    found = interests_of(case.session, [case])[case.pk]
    return [(one.member, one.why) for one in found if one.aside and one.member.pk not in already]


def recused_cases(mandate: Mandate) -> QuerySet[Case]:
    """The cases in which this person takes no part (các trường hợp mình không tham gia): their counts are not
    for this person, in whatever mandate.
    """
    person = mandate.person_id
    return Case.objects.filter(
        Q(recusals__member__person_id=person)
        | Q(recusals__member__attendance__substitute_id=person)
        & Q(recusals__member__attendance__session_id=F("session_id"))
    ).distinct()


def withheld_from(mandate: Mandate, session: CouncilSession) -> set[UUID]:
    """The keys of the cases of a session whose counts this person may not see (trường hợp bị che)."""
    return set(recused_cases(mandate).filter(session=session).values_list("pk", flat=True))


def is_withheld(mandate: Mandate, case: Case) -> bool:
    """True when this person takes no part in the case and may not see its count (không được xem số phiếu)."""
    return recused_cases(mandate).filter(pk=case.pk).exists()


def recused_people(session: CouncilSession) -> QuerySet[Person]:
    """Who takes no part in some case of a session (người không tham gia một trường hợp nào đó)."""
    seats = Attendance.objects.filter(session=session, member__recusals__case__session=session)
    return Person.objects.filter(
        Q(pk__in=seats.values("member__person_id"))
        | Q(pk__in=seats.exclude(substitute=None).values("substitute_id"))
    )
