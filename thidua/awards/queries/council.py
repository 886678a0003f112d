"""Doors to sessions, cases and votes (tra cứu phiên họp)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from thidua.awards.models import Attendance, Case, Council, CouncilMember, CouncilSession, Nomination
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.recusal import recused_cases, settings_of
from thidua.campaigns.models import Campaign
from thidua.journal.models import JournalEntry
from thidua.law.book import Rulebook
from thidua.law.procedure import CouncilRule
from thidua.law.ruling import Refused, Ruling
from thidua.law.voting import quorum, threshold_words
from thidua.org.models import Mandate, Person, Unit
from thidua.org.queries import left_to

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
    return found.filter(left_to(mandate.unit))


def session_for(mandate: Mandate, code: str) -> CouncilSession:
    """One session by its code, or `CouncilSession.DoesNotExist`."""
    return sessions_visible_to(mandate).select_related("minutes", "tally_sheet", "invitation").get(code=code)


def lines_shown(mandate: Mandate, lines: QuerySet[JournalEntry]) -> QuerySet[JournalEntry]:
    """The lines of the journal a mandate may read (dòng nhật ký được xem): what happened in the room of a
    council only for who may see the session, its results never for the administrator, the count of a case
    never for a member who took no part in it.
    """
    seen = sessions_visible_to(mandate).order_by().values("pk")
    hidden = Q(~Q(thing_id__in=seen), thing=CouncilSession._meta.label_lower)
    aside = [str(pk) for pk in recused_cases(mandate).values_list("pk", flat=True)]
    if aside:
        hidden |= Q(data__case__in=aside)
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
    return list(session.attendance.select_related("member__person", "substitute"))


def seat_of(session: CouncilSession, mandate: Mandate) -> Attendance | None:
    """The place of this person at the table (chỗ của mình): as a member, or sitting for one where the working
    rules let a substitute vote.
    """
    seats = session.attendance.select_related("member__person", "substitute")
    own = seats.filter(member__person_id=mandate.person_id, substitute=None).first()
    if own is None and settings_of(session).substitutes:
        return seats.filter(substitute_id=mandate.person_id).first()
    return own


def seat_at(session: CouncilSession, pk: UUID) -> Attendance:
    """The place of one member at the table, or `Attendance.DoesNotExist`."""
    seats = session.attendance.select_related("member__person", "substitute", "session__unit")
    return seats.get(member_id=pk)


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
    in_writing = case.session.mode == "written"
    return [
        Seat(
            a.member,
            a.present or in_writing,
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


def silent_in(case: Case, cast: int) -> int:
    """How many in the room gave none of the `cast` votes on a case (có mặt mà không bỏ phiếu)."""
    room = case.session.attendance.filter(present=True).exclude(member__in=case.recusals.values("member"))
    in_writing = case.votes.exclude(member__in=room.values("member")).count()
    return max(room.count() + in_writing - cast, 0)


def rule_of(case: Case) -> CouncilRule:
    """The rule by which this case is decided, on the day of the session (quy tắc biểu quyết)."""
    return rulebook_of(case.session.unit, on=case.session.meets_on).council_rule(case.nomination.award.form)


@dataclass(frozen=True)
class FormRule:
    """What a form on the agenda needs (tỷ lệ cần đạt): in words with its base, or why it waits."""

    title: str
    says: str
    source: str
    confirmed: bool


def rules_of(session: CouncilSession, cases: Iterable[Case]) -> list[FormRule]:
    """The rule of each form on the agenda (quy tắc biểu quyết), shown before the vote; the books are opened
    once.
    """
    book = rulebook_of(session.unit, on=session.meets_on)
    awards = {case.nomination.award.form: case.nomination.award.title for case in cases}
    return [_form_rule(book, form, title) for form, title in awards.items()]


def _form_rule(book: Rulebook, form: str, title: str) -> FormRule:
    try:
        rule = book.council_rule(form)
    except Refused as refused:
        return FormRule(title, refused.ruling.because, "", confirmed=True)
    base = "tổng số thành viên Hội đồng, trừ người không tham gia"
    ballot = "; phải bỏ phiếu" if rule.by_ballot else ""
    return FormRule(title, f"{threshold_words(rule)} {base}{ballot}", rule.source, confirmed=rule.confirmed)


def quorum_of(session: CouncilSession) -> Ruling:
    """Whether enough members are present (đủ số thành viên), by the rule of the forms on the agenda and the
    one for sessions on awards, whichever asks for more.
    """
    book = rulebook_of(session.unit, on=session.meets_on)
    first = session.cases.select_related("nomination__award").first()
    form = first.nomination.award.form if first else session.campaign.awards.all()[0].form
    rule, own = book.council_rule(form), settings_of(session)
    if own.quorum > rule.quorum:
        rule = replace(
            rule, quorum=own.quorum, source="; ".join(filter(None, (own.papers["quorum"], rule.source)))
        )
    seats = attendance_of(session)
    return quorum(sum(seat.present for seat in seats), len(seats), rule)
