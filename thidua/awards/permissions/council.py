"""Who may call, run and vote in a session (quyền chuẩn bị, điều hành, biểu quyết)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Case, CouncilSession, Recusal
from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act


def may_prepare(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate call a session of the unit's council? Its secretary or the standing officer."""
    return may_act(mandate, "secretary", "standing", on=on, unit=unit)


def may_call(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate call a new session of its own council (lập phiên họp)? Until the campaign closes."""
    ruling = may_prepare(mandate, mandate.unit, on=on)
    return unless_closed(ruling, campaign, what="lập phiên họp mới")


def may_plan(mandate: Mandate, session: CouncilSession, *, on: date) -> Ruling:
    """May the session still be changed (chuẩn bị)? Until it is opened."""
    ruling = may_prepare(mandate, session.unit, on=on)
    if ruling.is_yes and session.state != "planned":
        return no(f"Phiên họp {session.state_says}; chỉ sửa được khi đang chuẩn bị.", rule="council:state")
    return ruling


def may_run(mandate: Mandate, session: CouncilSession, *, on: date) -> Ruling:
    """May this mandate run the session (điều hành)? Its secretary, standing officer or the
    one in the chair.
    """
    ruling = may_act(mandate, "secretary", "standing", "chair", "vice_chair", on=on, unit=session.unit)
    if ruling.is_yes and session.state != "open":
        return no(f"Phiên họp {session.state_says}; chưa làm được việc này.", rule="council:state")
    return ruling


def may_count(mandate: Mandate, session: CouncilSession, *, on: date) -> Ruling:
    """May this mandate enter what the tellers counted (nhập kết quả kiểm phiếu)? A teller or
    the secretary.
    """
    ruling = may_act(mandate, "teller", "secretary", "standing", on=on, unit=session.unit)
    if ruling.is_yes and session.state != "open":
        return no(f"Phiên họp {session.state_says}; chưa làm được việc này.", rule="council:state")
    return ruling


def may_vote(mandate: Mandate, case: Case, *, on: date) -> Ruling:
    """May this person vote on the case now? A member present, not recused, while the case is open by show of
    hands.
    """
    session = case.session
    if not mandate.is_open(on) or mandate.unit_id != session.unit_id:
        return may_act(mandate, on=on, unit=session.unit)
    if session.mode != "hands":
        return no(
            "Phiên này bỏ phiếu giấy: ghi phiếu, bỏ vào hòm; phần mềm không nhận lá phiếu.", rule="vote:paper"
        )
    seat = session.attendance.filter(member__person_id=mandate.person_id).first()
    if seat is None:
        return no("Bạn không phải thành viên Hội đồng của phiên họp này.", rule="vote:member")
    if not seat.present:
        return no("Bạn chưa được ghi có mặt ở phiên họp.", rule="vote:absent")
    if Recusal.objects.filter(case=case, member_id=seat.member_id).exists():
        return no("Bạn không tham gia biểu quyết trường hợp này vì có liên quan.", rule="vote:recused")
    if session.state != "open" or not case.is_open or case.closed:
        return no("Chưa đến lúc biểu quyết trường hợp này, hoặc đã có kết quả.", rule="vote:closed")
    return yes()
