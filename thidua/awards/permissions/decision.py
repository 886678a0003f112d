"""Who may draft, rewrite and drop an award decision (quyền dự thảo quyết định khen thưởng)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Decision, Submission
from thidua.awards.queries.decision import award_ruling, has_decision
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_draft_decision(mandate: Mandate, submission: Submission, *, on: date) -> Ruling:
    """May the decision be drafted (dự thảo quyết định)? By the standing officer of the level that decides
    the form.

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83; sổ authority.
    """
    ruling = may_act(mandate, "standing", on=on, unit=submission.to_unit)
    if ruling.stops:
        return ruling
    if submission.unit_id != submission.to_unit_id or submission.state != "sent":
        return no("Chỉ dự thảo quyết định từ tờ trình đã trình Chủ tịch cùng cấp.", rule="decide:submission")
    if has_decision(submission):
        return no("Tờ trình này đã có quyết định; mở quyết định ấy để sửa.", rule="decide:once")
    return award_ruling(submission.to_unit, submission.form, on=on)


def may_rewrite_decision(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May the draft be computed anew or dropped (soạn lại, bỏ dự thảo)? Until it is issued."""
    ruling = may_act(mandate, "standing", on=on, unit=decision.unit)
    if ruling.is_yes and decision.state != "draft":
        return no(f"Quyết định {decision.state_says}; không sửa được nữa.", rule="decide:state")
    return ruling


def may_proof_read(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May lines be marked as read (đọc soát)? By the standing officer or the clerk of the deciding office,
    until the decision is issued.
    """
    ruling = may_act(mandate, "standing", "clerk", on=on, unit=decision.unit)
    if ruling.is_yes and decision.state != "draft":
        return no(f"Quyết định {decision.state_says}; không đọc soát nữa.", rule="decide:state")
    return ruling
