"""Who may submit upward, give back, submit again and refuse (quyền trình, trả lại, trình lại, không khen
thưởng).
"""

from __future__ import annotations

from datetime import date

from thidua.awards.models import CouncilSession, DecisionItem, Nomination, Submission
from thidua.awards.queries.submission import pending_item, returned_item
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_submit_results(mandate: Mandate, session: CouncilSession, *, on: date) -> Ruling:
    """May the results of this session be submitted (trình kết quả)? By the standing officer, once it is
    closed.
    """
    ruling = may_act(mandate, "standing", on=on, unit=session.unit)
    if ruling.is_yes and session.state != "closed":
        return no(f"Phiên họp {session.state_says}; trình khi đã có đủ kết quả.", rule="submit:session")
    if ruling.is_yes and (session.minutes is None or session.minutes.state == "cancelled"):
        return no("Chưa soạn biên bản họp; tờ trình phải kèm biên bản.", rule="submit:minutes")
    return ruling


def may_drop_submission(mandate: Mandate, submission: Submission, *, on: date) -> Ruling:
    """May a submission be dropped (bỏ việc trình)? By the standing officer, while its paper is a draft."""
    ruling = may_act(mandate, "standing", on=on, unit=submission.unit)
    if ruling.is_yes and submission.state != "draft":
        return no(f"Việc trình này {submission.state_says}; không bỏ được nữa.", rule="submit:state")
    return ruling


def may_return(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May the dossier be given back to the level below (trả lại cấp dưới)? By the standing officer it lies
    with.
    """
    ruling = may_act(mandate, "standing", on=on, unit=nomination.holder)
    if ruling.stops:
        return ruling
    if nomination.state != "submitted":
        return no(f"Hồ sơ {nomination.state_says}; chỉ trả lại khi đang thẩm định.", rule="submit:state")
    if pending_item(nomination) is None:
        return no("Hồ sơ này không do cấp dưới trình lên.", rule="submit:below")
    return yes()


def may_resend(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May a supplemented dossier go up again (trình lại)? By the standing officer who had submitted it."""
    ruling = may_act(mandate, "standing", on=on, unit=nomination.holder)
    if ruling.stops:
        return ruling
    if nomination.state not in {"returned", "submitted"} or returned_item(nomination) is None:
        return no("Hồ sơ này không phải hồ sơ cấp trên trả lại.", rule="submit:state")
    return yes()


def may_refuse(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May this office say no (không khen thưởng)? Its chair to what was submitted to the chair; above the
    launching level also its standing officer, to what came from below.
    """
    if DecisionItem.objects.filter(nomination=nomination).exists():
        return no(
            "Trường hợp này đang ở trong quyết định; bỏ dự thảo quyết định trước.", rule="refuse:decision"
        )
    if nomination.state == "presented":
        return may_act(mandate, "chair", "vice_chair", on=on, unit=nomination.holder)
    ruling = may_act(mandate, "standing", "chair", "vice_chair", on=on, unit=nomination.holder)
    if ruling.stops:
        return ruling
    if nomination.state not in {"submitted", "failed", "ineligible"} or pending_item(nomination) is None:
        return no(f"Hồ sơ {nomination.state_says}; không trả lời ở bước này.", rule="refuse:state")
    return yes()
