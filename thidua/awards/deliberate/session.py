"""Calling a session, its agenda, attendance, opening and closing (phiên họp)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from thidua.awards.models import Attendance, Case, CouncilMember, CouncilSession, Nomination
from thidua.awards.permissions.council import may_call, may_plan, may_prepare, may_run
from thidua.awards.queries.council import council_on, members_on, quorum_of
from thidua.campaigns.models import Campaign
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Person
from thidua.vietnamese.dates import vn_date


@dataclass(frozen=True)
class Meeting:
    """When, where and how a session is held (thông tin phiên họp)."""

    meets_on: date
    place: str
    chair: Person
    secretary: Person
    starts_at: str = "8:00"
    mode: str = "hands"
    tellers: tuple[str, ...] = ()


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
    )
    Attendance.objects.bulk_create(Attendance(session=session, member=member) for member in members)
    write(
        "plan_session",
        f"Chuẩn bị phiên họp Hội đồng ngày {vn_date(meeting.meets_on)}.",
        actor=mandate.actor(),
        on=on,
        thing=session,
    )
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
        Case.objects.create(session=session, nomination=nomination, order=order)
        advance(
            nomination,
            "tabled",
            actor=mandate.actor(),
            on=on,
            verb="table_nominations",
            says=f"Đưa {nomination.name} vào phiên họp ngày {vn_date(session.meets_on)}.",
        )


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
def mark_attendance(
    session: CouncilSession,
    *,
    present: Collection[CouncilMember],
    why_absent: dict[str, str] | None = None,
    mandate: Mandate,
    on: date,
) -> None:
    """Write down who is present (điểm danh); `why_absent` maps a member's key to the reason.

    Allowed until the first case is decided. Căn cứ: không (quy ước nội bộ).
    """
    may_prepare(mandate, session.unit, on=on).require()
    if session.state not in {"planned", "open"} or session.cases.filter(closed=True).exists():
        raise Refused(
            no("Đã có kết quả biểu quyết, không sửa điểm danh được nữa.", rule="council:attendance")
        )
    here = {member.pk for member in present}
    for seat in session.attendance.all():
        seat.present = seat.member_id in here
        seat.why_absent = "" if seat.present else (why_absent or {}).get(str(seat.member_id), "")[:200]
        seat.save(update_fields=["present", "why_absent"])
    write(
        "mark_attendance",
        f"Điểm danh phiên họp: có mặt {len(here)} thành viên.",
        actor=mandate.actor(),
        on=on,
        thing=session,
    )


@transaction.atomic
def open_session(session: CouncilSession, *, mandate: Mandate, on: date) -> None:
    """Open the session (khai mạc). Raises `Refused` on another day, without an agenda, or without a quorum.

    Căn cứ: quy tắc địa phương về số thành viên tối thiểu.
    """
    may_plan(mandate, session, on=on).require()
    if session.meets_on != on:
        raise Refused(
            no(
                f"Phiên họp vào ngày {vn_date(session.meets_on)}; hôm nay chưa khai mạc được.",
                rule="council:day",
            )
        )
    if not session.cases.exists():
        raise Refused(
            no("Chương trình chưa có trường hợp nào; hãy đưa đề nghị vào phiên họp.", rule="council:agenda")
        )
    ruling = quorum_of(session).require()
    advance(
        session,
        "open",
        actor=mandate.actor(),
        on=on,
        verb="open_session",
        says=f"Khai mạc phiên họp. {ruling.because}",
    )


@transaction.atomic
def write_discussion(
    session: CouncilSession, *, text: str, expected: int | None, mandate: Mandate, on: date
) -> None:
    """Write down how the discussion went (diễn biến), for the minutes. Căn cứ: không (quy ước nội bộ)."""
    may_run(mandate, session, on=on).require()
    session.discussion = text
    keep(session, "discussion", expected=expected)


@transaction.atomic
def close_session(session: CouncilSession, *, ended_at: str, mandate: Mandate, on: date) -> None:
    """Close the session (bế mạc): every nomination gets its result, "passed" or "failed".

    Raises `Refused` while a case has no result. Căn cứ: không (quy ước nội bộ).
    """
    may_run(mandate, session, on=on).require()
    cases = list(session.cases.select_related("nomination"))
    waiting = [case.nomination.name for case in cases if not case.closed]
    if waiting:
        raise Refused(no(f"Chưa có kết quả cho: {', '.join(waiting)}.", rule="council:waiting"))
    session.ended_at = ended_at
    keep(session, "ended_at")
    for case in cases:
        says = f"{case.nomination.name}: {case.says}"
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
