"""Who may call, run and vote in a session (quyền chuẩn bị, điều hành, biểu quyết)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Case, CouncilSession, Recusal
from thidua.awards.queries.council import seat_of
from thidua.awards.queries.recusal import is_withheld, recused_people, settings_of
from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Person, Unit
from thidua.org.permissions import may_act
from thidua.org.queries import who_holds
from thidua.vietnamese.dates import vn_date


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


def may_decide(mandate: Mandate, case: Case, *, on: date) -> Ruling:
    """May this mandate write down the voices of a case, fix its result or open it again (ghi, chốt kết quả)?
    Whoever runs the session and takes part in the case.
    """
    return _unless_recused(may_run(mandate, case.session, on=on), mandate, case)


def may_vote_again(mandate: Mandate, case: Case, *, on: date) -> Ruling:
    """May a case that fell short be voted on once more (biểu quyết lại)? As often as the working rules let
    it, never when opinions were asked in writing.
    """
    ruling = may_decide(mandate, case, on=on)
    if not ruling.is_yes:
        return ruling
    if not case.closed or case.passed:
        return no("Chỉ biểu quyết lại trường hợp đã chốt mà không đạt.", rule="vote:again")
    most = settings_of(case.session).rounds
    if case.session.mode == "written" or case.round >= most:
        return no(f"Quy chế của Hội đồng cho nhiều nhất {most} lượt; đã đủ.", rule="vote:rounds")
    return yes()


def may_count(mandate: Mandate, session: CouncilSession, *, on: date, case: Case | None = None) -> Ruling:
    """May this mandate enter what the tellers counted (nhập kết quả kiểm phiếu)? A teller or
    the secretary, not for a case the person takes no part in.
    """
    ruling = may_act(mandate, "teller", "secretary", "standing", on=on, unit=session.unit)
    if ruling.is_yes and session.state != "open":
        return no(f"Phiên họp {session.state_says}; chưa làm được việc này.", rule="council:state")
    return ruling if case is None else _unless_recused(ruling, mandate, case)


def _unless_recused(ruling: Ruling, mandate: Mandate, case: Case) -> Ruling:
    if ruling.is_yes and is_withheld(mandate, case):
        return no(
            "Bạn không tham gia trường hợp này vì có liên quan; người điều hành khác ghi và chốt kết quả.",
            rule="vote:recused",
        )
    return ruling


def may_step_aside(mandate: Mandate, case: Case, *, on: date) -> Ruling:
    """May this person declare an interest in a case (tự khai có liên quan)? A member called to the session,
    until it has ended.
    """
    session = case.session
    if not mandate.is_open(on) or mandate.unit_id != session.unit_id:
        return may_act(mandate, on=on, unit=session.unit)
    if not session.attendance.filter(member__person_id=mandate.person_id).exists():
        return no("Bạn không phải thành viên Hội đồng của phiên họp này.", rule="vote:member")
    if session.state not in ("planned", "open"):
        return no(f"Phiên họp {session.state_says}; không khai thêm được.", rule="council:state")
    return yes()


def may_declare_kin(mandate: Mandate, unit: Unit, person: Person, *, on: date) -> Ruling:
    """May this mandate note who is close to a member (khai người thân)? The member, or the standing
    officer.
    """
    if mandate.person_id == person.pk:
        return may_act(mandate, on=on, unit=unit)
    return may_act(mandate, "standing", on=on, unit=unit)


def may_read_minutes(mandate: Mandate, session: CouncilSession, *, on: date) -> Ruling:
    """May this mandate draft the papers with the counts (soạn biên bản)? Who prepares sessions and took part
    in every case; somebody who did not, only while nobody else is there.
    """
    ruling = may_prepare(mandate, session.unit, on=on)
    aside = set(recused_people(session).values_list("pk", flat=True))
    if not ruling.is_yes or mandate.person_id not in aside:
        return ruling
    others = who_holds(session.unit, "secretary", "standing", on=on).exclude(person_id__in=aside)
    names = ", ".join(one.person.name for one in others)
    if not names:
        return ruling
    return no(
        f"Bạn không tham gia một trường hợp của phiên này nên chưa xem được số phiếu; để {names} soạn.",
        rule="vote:recused",
    )


def may_vote(mandate: Mandate, case: Case, *, on: date) -> Ruling:
    """May this person vote on the case now? A member present (or whoever sits for one), not recused, while
    the case is open by show of hands; in writing until the last day for replies.
    """
    session = case.session
    if not mandate.is_open(on) or mandate.unit_id != session.unit_id:
        return may_act(mandate, on=on, unit=session.unit)
    if not session.is_by_name:
        return no(
            "Phiên này bỏ phiếu kín: ghi phiếu, bỏ vào hòm; phần mềm không nhận lá phiếu.", rule="vote:paper"
        )
    seat = seat_of(session, mandate)
    if seat is None:
        return no("Bạn không phải thành viên Hội đồng của phiên họp này.", rule="vote:member")
    if session.mode == "hands" and not seat.present:
        return no("Bạn chưa được ghi có mặt ở phiên họp.", rule="vote:absent")
    if Recusal.objects.filter(case=case, member_id=seat.member_id).exists():
        return no("Bạn không tham gia biểu quyết trường hợp này vì có liên quan.", rule="vote:recused")
    if session.state != "open" or not case.is_open or case.closed:
        return no("Chưa đến lúc biểu quyết trường hợp này, hoặc đã có kết quả.", rule="vote:closed")
    if session.reply_by is not None and on > session.reply_by:
        return no(f"Hạn gửi ý kiến là ngày {vn_date(session.reply_by)}, đã qua.", rule="vote:late")
    return yes()
