"""Stage 8: a council meets: attendance, recusals, votes or ballots, results, minutes (Hội đồng họp xét)."""

from __future__ import annotations

from datetime import date

from thidua.awards.deliberate import (
    Counted,
    Meeting,
    close_case,
    close_session,
    draft_invitation,
    draft_minutes,
    draft_tally_sheet,
    mark_attendance,
    open_case,
    open_session,
    plan_session,
    record_ballots,
    record_votes,
    recuse,
    table_nominations,
    write_discussion,
)
from thidua.awards.models import Case, CouncilSession
from thidua.awards.queries.council import attendance_of, eligible_for_session
from thidua.awards.queries.recusal import suggested_recusals
from thidua.demo.story.nominations import the_returned_are_supplemented
from thidua.demo.story.papers import carry_for
from thidua.demo.world import Team, World

ABSENT = "đi công tác, đã gửi ý kiến bằng văn bản"
DISCUSSION = "Thường trực trình bày kết quả thẩm định; các thành viên trao đổi, nhất trí đưa ra biểu quyết."


def the_council_meets(world: World) -> None:
    """Stage 8 (Hội đồng xã): all are invited; one sends a written opinion, one steps aside."""
    the_returned_are_supplemented(world)
    days, team = world.days, world.commune
    session = _call(world, team, meets_on=days.session, mode="hands", on=days.supplemented)
    invitation = draft_invitation(session, mandate=team["secretary"], on=days.supplemented)
    carry_for(team, invitation, drafter="secretary", on=days.supplemented)
    absent = str(attendance_of(session)[-2].member_id)
    _hold(session, team, absent=absent, on=days.session)


def hold_a_session_above(world: World, team: Team, *, mode: str, on: date) -> CouncilSession:
    """The council of a level above judges what came up to it, on one day (Hội đồng cấp trên)."""
    session = _call(world, team, meets_on=on, mode=mode, on=on)
    _hold(session, team, absent="", on=on)
    return session


def _call(world: World, team: Team, *, meets_on: date, mode: str, on: date) -> CouncilSession:
    """Plan the session and put every eligible nomination on its agenda."""
    secretary = team["secretary"]
    meeting = Meeting(
        meets_on=meets_on,
        place=f"Phòng họp UBND {team.unit.short_name}",
        chair=team["chair"].person,
        secretary=secretary.person,
        mode=mode,
        tellers=(team["teller"].person.name, team["accountant"].person.name) if mode == "ballots" else (),
    )
    session = plan_session(world.running, meeting=meeting, mandate=secretary, on=on)
    waiting = list(eligible_for_session(world.running, team.unit))
    table_nominations(session, nominations=waiting, mandate=secretary, on=on)
    return session


def _hold(session: CouncilSession, team: Team, *, absent: str, on: date) -> None:
    """From the roll call to the minutes."""
    secretary = team["secretary"]
    present = [seat.member for seat in attendance_of(session) if str(seat.member_id) != absent]
    reasons = {absent: ABSENT} if absent else {}
    mark_attendance(session, present=present, why_absent=reasons, mandate=secretary, on=on)
    open_session(session, mandate=secretary, on=on)
    write_discussion(session, text=DISCUSSION, expected=None, mandate=secretary, on=on)
    for case in session.cases.select_related("nomination__unit", "session"):
        _decide(case, team, on=on)
    close_session(session, ended_at="11:15", mandate=secretary, on=on)
    papers = [draft_minutes(session, mandate=secretary, on=on)]
    if session.mode == "ballots":
        papers.append(draft_tally_sheet(session, mandate=secretary, on=on))
    for paper in papers:
        carry_for(team, paper, drafter="secretary", on=on)


def _decide(case: Case, team: Team, *, on: date) -> None:
    """Those concerned step aside, the others vote or drop ballots; every fourth case has one doubt."""
    secretary, doubted = team["secretary"], case.order % 4 == 0
    for member, why in suggested_recusals(case):
        recuse(case, member=member, why=why, mandate=secretary, on=on)
    open_case(case, mandate=secretary, on=on)
    recused = set(case.recusals.values_list("member_id", flat=True))
    voting = [seat for seat in attendance_of(case.session) if seat.member_id not in recused]
    if case.session.mode == "hands":
        choices = {seat.member_id: "for" for seat in voting}
        if doubted:
            choices[voting[-1].member_id] = "abstain"
        record_votes(case, choices=choices, mandate=secretary, on=on)
    else:
        counted = Counted(len(voting), len(voting), len(voting) - doubted, 0, int(doubted))
        record_ballots(case, counted=counted, mandate=team["teller"], on=on)
    close_case(case, mandate=secretary, on=on)
