"""Who is in the room (điểm danh): members, those who sit for one, guests."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction

from thidua.awards.models import CouncilMember, CouncilSession
from thidua.awards.permissions.council import may_prepare
from thidua.awards.queries.ballot_round import round_running
from thidua.awards.queries.recusal import settings_of
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Person
from thidua.vietnamese.text import squeeze


def _require_before_results(session: CouncilSession) -> None:
    if session.state not in {"planned", "open"} or session.cases.filter(closed=True).exists():
        raise Refused(
            no("Đã có kết quả biểu quyết, không sửa điểm danh được nữa.", rule="council:attendance")
        )
    if round_running(session) is not None:
        raise Refused(no("Hòm phiếu kín đang mở: đếm hoặc hủy vòng bỏ phiếu trước.", rule="secret:running"))


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

    A place with a substitute who may not vote stays empty. Allowed until the first case is decided. Căn cứ:
    không (quy ước nội bộ).
    """
    may_prepare(mandate, session.unit, on=on).require()
    _require_before_results(session)
    here, votes = {member.pk for member in present}, settings_of(session).substitutes
    for seat in session.attendance.all():
        seat.present = seat.member_id in here and (votes or seat.substitute_id is None)
        seat.why_absent = "" if seat.present else (why_absent or {}).get(str(seat.member_id), "")[:200]
        seat.save(update_fields=["present", "why_absent"])
    write(
        "mark_attendance",
        f"Điểm danh phiên họp: có mặt {session.attendance.filter(present=True).count()} thành viên.",
        actor=mandate.actor(),
        on=on,
        thing=session,
    )


@transaction.atomic
def send_substitute(
    session: CouncilSession, *, member: CouncilMember, person: Person | None, paper: str, mandate: Mandate,
    on: date,
) -> None:  # fmt: skip
    """Let somebody sit for a member by a paper (cử người dự thay), or nobody again with `person` None.

    Where the working rules let no substitute vote, the member counts as absent. Raises `Refused` without the
    paper, for somebody who has a seat already, or once a case is decided. Căn cứ: không (quy ước nội bộ) -
    quy chế của Hội đồng.
    """
    may_prepare(mandate, session.unit, on=on).require()
    _require_before_results(session)
    seat = session.attendance.select_related("member__person").get(member=member)
    fault = _fault(session, person, squeeze(paper)) if person else ""
    if fault:
        raise Refused(no(fault, rule="council:substitute"))
    seat.substitute, seat.substitute_paper = person, squeeze(paper)[:250] if person else ""
    seat.present = seat.present and (person is None or settings_of(session).substitutes)
    seat.save(update_fields=["substitute", "substitute_paper", "present"])
    who = f"{person.name} dự thay {seat.member.person.name} theo {seat.substitute_paper}" if person else (
        f"Không còn ai dự thay {seat.member.person.name}"
    )  # fmt: skip
    write("send_substitute", f"{who}.", actor=mandate.actor(), on=on, thing=session)


def _fault(session: CouncilSession, person: Person, paper: str) -> str:
    if not paper:
        return "Ghi giấy cử người dự thay (số, ngày, người ký)."
    if session.attendance.filter(member__person=person).exists():
        return f"{person.name} là thành viên của phiên họp, không dự thay người khác."
    if session.attendance.filter(substitute=person).exists():
        return f"{person.name} đang dự thay một thành viên khác."
    return ""


@transaction.atomic
def note_guests(session: CouncilSession, *, guests: str, mandate: Mandate, on: date) -> None:
    """Write down who is invited without a vote (khách mời), one a line; they may speak and are named in the
    minutes.

    Căn cứ: không (quy ước nội bộ) - quy chế của Hội đồng.
    """
    may_prepare(mandate, session.unit, on=on).require()
    if session.state not in {"planned", "open"}:
        raise Refused(no(f"Phiên họp {session.state_says}; không ghi thêm khách mời.", rule="council:state"))
    session.guests = "\n".join(filter(None, (squeeze(line) for line in guests.splitlines())))
    session.save(update_fields=["guests"])
    write("note_guests", "Ghi khách mời của phiên họp.", actor=mandate.actor(), on=on, thing=session)
