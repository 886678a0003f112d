"""A session that does not take place, or breaks off (hủy, hoãn phiên họp)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.models import CouncilSession
from thidua.awards.permissions.council import may_plan, may_run
from thidua.awards.queries.ballot_round import rounds_of
from thidua.journal.lifecycle import advance, keep
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze


def _require_reason(reason: str) -> str:
    said = squeeze(reason)
    if not said:
        raise Refused(no("Ghi lý do để các thành viên biết.", rule="council:reason"))
    return said


@transaction.atomic
def cancel_session(session: CouncilSession, *, reason: str, mandate: Mandate, on: date) -> None:
    """Call a session off before it opens (hủy phiên họp); its nominations wait for another one.

    Effects: the agenda is emptied, each nomination is "eligible" again. Raises `Refused` without a reason, or
    once the session is open. Căn cứ: không (quy ước nội bộ).
    """
    may_plan(mandate, session, on=on).require()
    said, actor, verb = _require_reason(reason), mandate.actor(), "cancel_session"
    for case in session.cases.select_related("nomination"):
        case.delete()
        says = f"Phiên họp ngày {vn_date(session.meets_on)} bị hủy; {case.nomination.name} chờ phiên khác."
        advance(case.nomination, "eligible", actor=actor, on=on, verb=verb, says=says)
    advance(session, "cancelled", actor=actor, on=on, verb=verb, says=f"Hủy phiên họp: {said}.")


@transaction.atomic
def adjourn_session(session: CouncilSession, *, to: date, reason: str, mandate: Mandate, on: date) -> None:
    """Break an open session off before its first result and hold it on another day (hoãn phiên họp).

    Effects: voices given and the roll call fall away, the agenda and who takes no part stay. Raises `Refused`
    once a case is decided, when a secret ballot was begun, or opinions are asked in writing. Căn cứ: không
    (quy ước nội bộ) - quy chế của Hội đồng.
    """
    may_run(mandate, session, on=on).require()
    said = _require_reason(reason)
    if session.mode == "written" or session.cases.filter(closed=True).exists() or rounds_of(session):
        raise Refused(
            no(
                "Chỉ hoãn được phiên họp chưa có kết quả nào và chưa mở bỏ phiếu kín; "
                "xét hết các trường hợp còn lại rồi kết thúc.",
                rule="council:adjourn",
            )
        )
    if to < on:
        raise Refused(no("Ngày họp lại phải từ hôm nay trở đi.", rule="council:meeting"))
    for case in session.cases.all():
        case.votes.all().delete()
    session.cases.update(is_open=False)
    session.attendance.update(present=False, why_absent="")
    session.meets_on = to
    keep(session, "meets_on")
    says = f"Hoãn phiên họp đến ngày {vn_date(to)}: {said}."
    advance(session, "planned", actor=mandate.actor(), on=on, verb="adjourn_session", says=says)
