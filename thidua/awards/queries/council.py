"""Doors to sessions, cases and votes (tra cứu phiên họp)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from thidua.awards.models import Attendance, Case, Council, CouncilMember, CouncilSession, Nomination
from thidua.awards.queries.lawful import rulebook_of
from thidua.campaigns.models import Campaign
from thidua.journal.models import JournalEntry
from thidua.law.procedure import CouncilRule
from thidua.law.ruling import Ruling
from thidua.law.voting import quorum
from thidua.org.models import Mandate, Person, Unit

SEES = ("standing", "chair", "vice_chair", "secretary", "member", "teller", "clerk", "accountant", "culture")


@dataclass(frozen=True)
class Seat:
    """Where one member stands in one case (thành viên trong một trường hợp)."""

    member: CouncilMember
    present: bool
    recused: str
    choice: str
    in_writing: bool

    @property
    def is_awaited(self) -> bool:
        """True while this member's voice is still missing."""
        return self.present and not self.recused and not self.choice


def sessions_visible_to(mandate: Mandate) -> QuerySet[CouncilSession]:
    """The sessions a mandate may see (phiên họp được xem): those of its own office; never
    the administrator.
    """
    found = CouncilSession.objects.select_related("council", "unit", "campaign", "chair", "secretary")
    if mandate.role not in SEES:
        return found.none()
    return found.filter(unit_id=mandate.unit_id)


def session_for(mandate: Mandate, code: str) -> CouncilSession:
    """One session by its code, or `CouncilSession.DoesNotExist`."""
    return sessions_visible_to(mandate).select_related("minutes", "tally_sheet", "invitation").get(code=code)


def lines_shown(mandate: Mandate, lines: QuerySet[JournalEntry]) -> QuerySet[JournalEntry]:
    """The lines of the journal a mandate may read (dòng nhật ký được xem): what happened in the room of a
    council only for who may see the session, its results never for the administrator.
    """
    seen = sessions_visible_to(mandate).order_by().values("pk")
    hidden = Q(~Q(thing_id__in=seen), thing=CouncilSession._meta.label_lower)
    if mandate.holds("admin"):
        hidden |= Q(verb="close_session")
    return lines.exclude(hidden)


def case_for(mandate: Mandate, code: str, pk: UUID) -> Case:
    """One case of a session the mandate may see."""
    session = session_for(mandate, code)
    return Case.objects.select_related("session__unit", "nomination__award", "nomination__unit").get(
        pk=pk, session=session
    )


def council_on(unit: Unit, day: date) -> Council | None:
    """The council of an office on a day (Hội đồng đang hoạt động)."""
    return Council.objects.filter(Q(ends__isnull=True) | Q(ends__gte=day), unit=unit, starts__lte=day).first()


def members_on(council: Council, day: date) -> QuerySet[CouncilMember]:
    """The members of a council on a day (thành viên), in their order."""
    return council.members.filter(Q(ends__isnull=True) | Q(ends__gte=day), starts__lte=day).select_related(
        "person"
    )


def attendance_of(session: CouncilSession) -> list[Attendance]:
    """Who is present and who is absent, in the order of the council."""
    return list(session.attendance.select_related("member__person"))


def voters_of(session: CouncilSession) -> QuerySet[CouncilMember]:
    """The members called to a session (thành viên được mời họp), in the order of the council."""
    return CouncilMember.objects.filter(attendance__session=session).select_related("person")


def member_in(session: CouncilSession, pk: UUID) -> CouncilMember:
    """One member called to a session, or `CouncilMember.DoesNotExist`."""
    return voters_of(session).get(pk=pk)


def people_on(council: Council | None, day: date) -> QuerySet[Person]:
    """The people who sit in a council on a day (người trong Hội đồng); nobody without a council."""
    return (
        Person.objects.filter(council_posts__in=members_on(council, day))
        if council
        else Person.objects.none()
    )


def cases_of(session: CouncilSession) -> list[Case]:
    """The cases of a session in order, with their nominations (các trường hợp)."""
    found = session.cases.select_related("nomination__award", "nomination__unit", "ballots")
    return list(found.prefetch_related("recusals__member__person", "votes__member__person"))


def seats_of(case: Case) -> list[Seat]:
    """Where each member stands in a case; a case of paper ballots shows no choice of anybody."""
    recused = {r.member_id: r.why for r in case.recusals.all()}
    votes = {v.member_id: v for v in case.votes.all()}
    return [
        Seat(
            a.member,
            a.present,
            recused.get(a.member_id, ""),
            votes[a.member_id].choice if a.member_id in votes else "",
            a.member_id in votes and votes[a.member_id].in_writing,
        )
        for a in attendance_of(case.session)
    ]


def eligible_for_session(campaign: Campaign, unit: Unit) -> QuerySet[Nomination]:
    """The nominations found eligible by this office and waiting for its council (chờ đưa ra Hội đồng)."""
    found = Nomination.objects.filter(campaign=campaign, holder=unit, state="eligible")
    return found.select_related("award", "unit").order_by("award__order", "recipient", "sort_key")


def rule_of(case: Case) -> CouncilRule:
    """The rule by which this case is decided, on the day of the session (quy tắc biểu quyết)."""
    return rulebook_of(case.session.unit, on=case.session.meets_on).council_rule(case.nomination.award.form)


def quorum_of(session: CouncilSession) -> Ruling:
    """Whether enough members are present (đủ số thành viên), by the rule of the forms on the agenda."""
    book = rulebook_of(session.unit, on=session.meets_on)
    first = session.cases.select_related("nomination__award").first()
    form = first.nomination.award.form if first else session.campaign.awards.all()[0].form
    seats = attendance_of(session)
    return quorum(sum(seat.present for seat in seats), len(seats), book.council_rule(form))


def suggested_recusals(case: Case) -> list[tuple[CouncilMember, str]]:
    """Members the machine thinks should not vote (nên không tham gia): the nominee, or the head who
    proposed.
    """
    nomination, found = case.nomination, []
    proposers = set(nomination.unit.mandates.filter(ends=None).values_list("person_id", flat=True))
    already = {recusal.member_id for recusal in case.recusals.all()}
    for seat in attendance_of(case.session):
        if seat.member_id in already:
            continue
        if nomination.person_id and seat.member.person_id == nomination.person_id:
            found.append((seat.member, "là người được đề nghị"))
        elif seat.member.person_id in proposers:
            found.append((seat.member, f"đứng đầu {nomination.unit.name}, nơi đề nghị"))
    return found
