"""Sessions of the invented council at every step, made by the verbs (phiên họp mẫu)."""

from dataclasses import replace
from datetime import date

from tests.factories.commune import make_household
from thidua.awards import deliberate
from thidua.awards.deliberate import Meeting
from thidua.awards.models import Nomination
from thidua.awards.queries.council import attendance_of
from thidua.journal.rows import short_code

DAY = date(2023, 6, 5)


def eligible(whole, campaign, candidate, form="giay_khen_xa"):
    kind = {"person": "individual"}.get(candidate._meta.model_name, candidate._meta.model_name)
    return Nomination.objects.create(
        campaign=campaign,
        award=campaign.awards.get(form=form),
        unit=whole.village,
        holder=whole.commune.unit,
        code=short_code(),
        recipient=kind,
        name=candidate.name,
        sort_key=candidate.sort_key,
        state="eligible",
        governed_on=DAY,
        **{candidate._meta.model_name: candidate},
    )


def planned(whole, campaign, *, mode="hands", nominations=None, **more):
    office = whole.commune
    meeting = Meeting(
        DAY,
        "Phòng họp UBND xã",
        office.chair.person,
        office.secretary.person,
        mode=mode,
        tellers=("Lý Văn Khang", "Chu Thị Sen") if mode == "ballots" else (),
    )
    session = deliberate.plan_session(
        campaign, meeting=replace(meeting, **more), mandate=office.secretary, on=date(2023, 6, 2)
    )
    if nominations is None:
        nominations = [eligible(whole, campaign, make_household(whole.village))]
    deliberate.table_nominations(
        session, nominations=nominations, mandate=office.secretary, on=date(2023, 6, 2)
    )
    return session


def opened(whole, campaign, *, absent=0, **more):
    session, office = planned(whole, campaign, **more), whole.commune
    members = [seat.member for seat in attendance_of(session)]
    deliberate.mark_attendance(
        session, present=members[: len(members) - absent], mandate=office.secretary, on=DAY
    )
    deliberate.open_session(session, mandate=office.secretary, on=DAY)
    return session


def hands(case, choices):
    seats = attendance_of(case.session)
    return {seat.member_id: choice for seat, choice in zip(seats, choices, strict=False)}


def decided(whole, session, choices):
    case, office = session.cases.get(), whole.commune
    deliberate.open_case(case, mandate=office.secretary, on=DAY)
    deliberate.record_votes(case, choices=hands(case, choices), mandate=office.secretary, on=DAY)
    return case, deliberate.close_case(case, mandate=office.secretary, on=DAY)
