"""Calling a session, its agenda, attendance, opening and closing (phiên họp)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from thidua.awards.deliberate.recusal import enter_interests
from thidua.awards.models import Attendance, Case, CouncilMember, CouncilSession, Nomination
from thidua.awards.permissions.council import may_call, may_plan, may_run
from thidua.awards.queries.by_votes import full_quotas
from thidua.awards.queries.council import cases_of, council_on, members_on, quorum_of
from thidua.awards.queries.lawful import rulebook_of
from thidua.campaigns.models import Campaign
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.council import council_settings
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Person, Unit
from thidua.vietnamese.dates import vn_date


@dataclass(frozen=True)
class Meeting:
    """When, where and how a session is held (thông tin phiên họp); `reply_by` is the last day for opinions
    when there is no meeting.
    """

    meets_on: date
    place: str
    chair: Person
    secretary: Person
    starts_at: str = "8:00"
    mode: str = "hands"
    tellers: tuple[str, ...] = ()
    reply_by: date | None = None
    guests: str = ""


@transaction.atomic
def plan_session(campaign: Campaign, *, meeting: Meeting, mandate: Mandate, on: date) -> CouncilSession:
    """Call a session of the council of one's own office (chuẩn bị phiên họp) and return it.

    Effects: the session, an attendance row for every member of that day. Raises `Refused` once the
    campaign has closed, without a council, for a day in the past, when chair or secretary is no member, or
    when paper ballots have no tellers.
    Căn cứ: quy chế hoạt động của Hội đồng (việc của địa phương).
    """
    may_call(mandate, campaign, on=on).require()
    council = council_on(mandate.unit, meeting.meets_on)
    if council is None:
        raise Refused(
            no(f"{mandate.unit.name} chưa lập Hội đồng Thi đua - Khen thưởng.", rule="council:none")
        )
    members = list(members_on(council, meeting.meets_on))
    _require_sound(meeting, members, on=on)
    if meeting.mode == "written":
        _require_written(mandate.unit, meeting)
    session = CouncilSession.objects.create(
        council=council,
        unit=mandate.unit,
        campaign=campaign,
        code=short_code(),
        meets_on=meeting.meets_on,
        starts_at=meeting.starts_at,
        place=meeting.place,
        mode=meeting.mode,
        chair=meeting.chair,
        secretary=meeting.secretary,
        tellers=list(meeting.tellers),
        reply_by=meeting.reply_by if meeting.mode == "written" else None,
        guests=meeting.guests.strip(),
    )
    Attendance.objects.bulk_create(Attendance(session=session, member=member) for member in members)
    says = f"Chuẩn bị phiên họp Hội đồng ngày {vn_date(meeting.meets_on)}."
    write("plan_session", says, actor=mandate.actor(), on=on, thing=session)
    return session


def _require_sound(meeting: Meeting, members: list[CouncilMember], *, on: date) -> None:
    seated = {member.person_id for member in members}
    fault = ""
    if meeting.meets_on < on:
        fault = "Ngày họp đã qua; hãy chọn từ hôm nay trở đi."
    elif meeting.chair.pk not in seated:
        fault = f"{meeting.chair.name} không phải thành viên Hội đồng, không chủ trì được."
    elif meeting.secretary.pk not in seated:
        fault = f"{meeting.secretary.name} không phải thành viên Hội đồng, không làm thư ký được."
    elif meeting.mode == "ballots" and len(meeting.tellers) < 2:
        fault = "Bỏ phiếu giấy cần tổ kiểm phiếu ít nhất hai người; hãy ghi họ tên."
    if fault:
        raise Refused(no(fault, rule="council:meeting"))


def _require_written(unit: Unit, meeting: Meeting) -> None:
    """Opinions instead of a meeting: where the working rules allow it, with a last day for replies."""
    rules = council_settings(rulebook_of(unit, on=meeting.meets_on).shelf)
    if not rules.written:
        raise Refused(
            no(
                "Quy chế của Hội đồng chưa cho lấy ý kiến bằng văn bản thay phiên họp; nếu quy chế cho phép, "
                "ghi ở Quy tắc địa phương rồi lập lại.",
                rule="council:written",
            )
        )
    if meeting.reply_by is None or meeting.reply_by < meeting.meets_on:
        raise Refused(no("Ghi hạn gửi ý kiến, từ ngày gửi phiếu trở đi.", rule="council:reply"))


@transaction.atomic
def table_nominations(
    session: CouncilSession, *, nominations: Sequence[Nomination], mandate: Mandate, on: date
) -> None:
    """Put eligible nominations on the agenda (đưa vào phiên họp): each becomes a case, its state "tabled".

    Raises `Refused` for one that another office holds or that is not found eligible. Căn cứ: không (quy ước
    nội bộ).
    """
    may_plan(mandate, session, on=on).require()
    last = session.cases.aggregate(last=Max("order"))["last"] or 0
    for order, nomination in enumerate(nominations, start=last + 1):
        if nomination.holder_id != session.unit_id or nomination.campaign_id != session.campaign_id:
            raise Refused(
                no(f"Hồ sơ của {nomination.name} không ở {session.unit.name}.", rule="council:holder")
            )
        advance(
            nomination,
            "tabled",
            actor=mandate.actor(),
            on=on,
            verb="table_nominations",
            says=f"Đưa {nomination.name} vào phiên họp ngày {vn_date(session.meets_on)}.",
        )
        Case.objects.create(session=session, nomination=nomination, order=order)


@transaction.atomic
def untable_nomination(case: Case, *, mandate: Mandate, on: date) -> None:
    """Take a case off the agenda before the session (đưa ra khỏi phiên họp). Căn cứ: không
    (quy ước nội bộ).
    """
    may_plan(mandate, case.session, on=on).require()
    nomination = case.nomination
    case.delete()
    advance(
        nomination,
        "eligible",
        actor=mandate.actor(),
        on=on,
        verb="untable_nomination",
        says=f"Đưa {nomination.name} ra khỏi chương trình phiên họp.",
    )


@transaction.atomic
def open_session(session: CouncilSession, *, mandate: Mandate, on: date) -> None:
    """Open the session (khai mạc), or send the sheets out when opinions are asked in writing (gửi phiếu).

    Effects: whoever the machine finds close to a case takes no part in it. Raises `Refused` on another day,
    without an agenda, or without a quorum. Căn cứ: quy tắc địa phương về số thành viên tối thiểu.
    """
    may_plan(mandate, session, on=on).require()
    if session.meets_on != on:
        raise Refused(
            no(
                f"Phiên họp vào ngày {vn_date(session.meets_on)}; hôm nay chưa khai mạc được.",
                rule="council:day",
            )
        )
    cases = list(session.cases.select_related("nomination__unit", "session"))
    if not cases:
        raise Refused(
            no("Chương trình chưa có trường hợp nào; hãy đưa đề nghị vào phiên họp.", rule="council:agenda")
        )
    says = _sent_out(session) if session.mode == "written" else _called_to_order(session)
    advance(session, "open", actor=mandate.actor(), on=on, verb="open_session", says=says)
    enter_interests(session, cases=cases, mandate=mandate, on=on)


def _called_to_order(session: CouncilSession) -> str:
    return f"Khai mạc phiên họp. {quorum_of(session).require().because}"


def _sent_out(session: CouncilSession) -> str:
    """Every case is open at once to all members."""
    session.cases.update(is_open=True)
    assert session.reply_by is not None  # what plan_session has asked
    return f"Gửi phiếu lấy ý kiến các thành viên Hội đồng, hạn trả lời {vn_date(session.reply_by)}."


@transaction.atomic
def write_discussion(
    session: CouncilSession, *, text: str, expected: int | None, mandate: Mandate, on: date
) -> None:
    """Write down how the discussion went (diễn biến), for the minutes. Căn cứ: không (quy ước nội bộ)."""
    may_run(mandate, session, on=on).require()
    session.discussion = text
    keep(session, "discussion", expected=expected)


def _keep_within_quotas(session: CouncilSession) -> None:
    """Where a quota lets nobody in beyond it, the last by votes do not pass; the sentence says why."""
    for full in full_quotas(session, cases_of(session)):
        for case, place in full.rows if full.binds else ():
            if not place.inside:
                case.passed, case.says = False, f"{case.says} {full.says}; {place.why}"
                case.save(update_fields=["passed", "says"])


@transaction.atomic
def close_session(session: CouncilSession, *, ended_at: str, mandate: Mandate, on: date) -> None:
    """Close the session (bế mạc): every nomination gets its result, "passed" or "failed".

    When more passed than a binding quota has places, the votes decide. Raises `Refused` while a case has no
    result. Căn cứ: không (quy ước nội bộ).
    """
    may_run(mandate, session, on=on).require()
    cases = list(session.cases.select_related("nomination"))
    waiting = [case.nomination.name for case in cases if not case.closed]
    if waiting:
        raise Refused(no(f"Chưa có kết quả cho: {', '.join(waiting)}.", rule="council:waiting"))
    session.ended_at = ended_at
    keep(session, "ended_at")
    _keep_within_quotas(session)
    cases = list(session.cases.select_related("nomination"))
    for case in cases:
        # the count stays in the room: this line is read by the unit that proposed
        says = f"{case.nomination.name}: Hội đồng {'thông qua' if case.passed else 'không thông qua'}."
        advance(
            case.nomination,
            "passed" if case.passed else "failed",
            actor=mandate.actor(),
            on=on,
            verb="close_session",
            says=says,
        )
    advance(
        session,
        "closed",
        actor=mandate.actor(),
        on=on,
        verb="close_session",
        says=f"Kết thúc phiên họp: {sum(bool(case.passed) for case in cases)} trên {len(cases)} trường "
        f"hợp được thông qua.",
    )
