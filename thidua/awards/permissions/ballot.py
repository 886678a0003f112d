"""Who may open, count and call off a secret ballot, and who may vote in it (quyền bỏ phiếu kín)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import BallotRound, CouncilSession
from thidua.awards.permissions.council import may_prepare, may_run
from thidua.awards.queries.ballot_round import own_turnout
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_hold(mandate: Mandate, session: CouncilSession, *, on: date) -> Ruling:
    """May this mandate open, count or call off a round (điều hành bỏ phiếu kín)? Who runs the session, in a
    session that votes in secret on the machine.
    """
    ruling = may_run(mandate, session, on=on)
    if ruling.is_yes and session.mode != "secret":
        return no(f"Phiên này {session.get_mode_display()}, không bỏ phiếu kín trên máy.", rule="secret:mode")
    return ruling


def may_see_awaited(mandate: Mandate, session: CouncilSession, *, on: date) -> Ruling:
    """May this mandate see who has not voted yet (còn chờ ai)? The secretary and the standing officer, who
    help.
    """
    return may_prepare(mandate, session.unit, on=on)


def may_cast(mandate: Mandate, found: BallotRound, *, on: date) -> Ruling:
    """May this person drop a ballot now (bỏ phiếu)? Once, who was called when the round was opened."""
    session = found.session
    if not mandate.is_open(on) or mandate.unit_id != session.unit_id:
        return may_act(mandate, on=on, unit=session.unit)
    if found.ending or session.state != "open":
        return no("Hòm phiếu đã đóng, không bỏ phiếu được nữa.", rule="secret:closed")
    own = own_turnout(found, mandate)
    if own is None:
        return no(
            "Bạn không có tên trong danh sách chốt khi mở hòm phiếu (không phải thành viên, vắng mặt, hoặc "
            "có liên quan đến mọi trường hợp).",
            rule="secret:voter",
        )
    if own.has_voted:
        return no("Bạn đã bỏ phiếu; mỗi người bỏ một lần và không đổi được.", rule="secret:voted")
    return yes()
