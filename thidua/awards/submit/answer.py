"""The answer of a level comes back down: sent back for supplement, refused, or decided (trả lời cấp dưới)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.models import Nomination, Submission, SubmissionItem
from thidua.awards.permissions.submission import may_refuse, may_resend, may_return
from thidua.awards.queries.submission import pending_item, returned_item
from thidua.awards.submit.upward import due_above
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.models import Message, OfficialDocument

OPEN = ("", "returned")


@dataclass(frozen=True)
class Answer:
    """What a level answers (trả lời): "decided", "refused" or "returned", why, and the paper behind it."""

    kind: str
    why: str
    document: OfficialDocument | None = None

    @property
    def words(self) -> str:
        """The answer as people read it."""
        return str(dict(SubmissionItem._meta.get_field("answer").choices or ())[self.kind])


@transaction.atomic
def answer_down(nominations: Sequence[Nomination], *, answer: Answer, mandate: Mandate, on: date) -> None:
    """Write a final answer into every submission the nominations came by, and tell all who sent them (báo
    kết quả).

    Effects: items answered; a submission with no open item becomes "answered"; one message to each sending
    office below and to each proposing unit. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83; không (quy ước
    nội bộ)
    về cách báo.
    """
    found = SubmissionItem.objects.filter(nomination__in=nominations, submission__state="sent")
    items = list(found.select_related("submission__unit", "submission__to_unit", "nomination__unit"))
    for item in items:
        item.answer, item.why = answer.kind, answer.why
        item.save(update_fields=["answer", "why"])
    for submission in {item.submission_id: item.submission for item in items}.values():
        _close(submission, answer, mandate=mandate, on=on)
    senders = [
        (item.submission.unit, item.nomination)
        for item in items
        if item.submission.unit_id != mandate.unit_id
    ]
    _tell([*senders, *((one.unit, one) for one in nominations)], answer, mandate=mandate, on=on)


def _close(submission: Submission, answer: Answer, *, mandate: Mandate, on: date) -> None:
    """Close a submission once each of its nominations has a final answer."""
    submission.answer, submission.answered_on = answer.why, on
    keep(submission, "answer", "answered_on")
    if not submission.items.filter(answer__in=OPEN).exists():
        says = f"Đã trả lời đủ các trường hợp {submission.unit.name} trình."
        advance(submission, "answered", actor=mandate.actor(), on=on, verb="answer_down", says=says)


def _tell(pairs: Sequence[tuple[Unit, Nomination]], answer: Answer, *, mandate: Mandate, on: date) -> None:
    """One message to each unit, naming its own cases."""
    names: dict[Unit, dict[str, str]] = defaultdict(dict)
    for unit, nomination in pairs:
        names[unit][nomination.code] = nomination.name
    for unit, named in names.items():
        Message.objects.create(
            unit=mandate.unit, to_unit=unit, document=answer.document, sent_on=on, purpose="answer",
            subject=f"{mandate.unit.name}: {answer.words} ({len(named)} trường hợp)"[:250],
            body=f"{', '.join(named.values())}: {answer.words}. {answer.why}",
        )  # fmt: skip


def _require_reason(reason: str) -> str:
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do; cấp dưới và đơn vị đề nghị sẽ đọc lý do này.", rule="answer:reason"))
    return reason.strip()


@transaction.atomic
def return_to_lower(nomination: Nomination, *, reason: str, mandate: Mandate, on: date) -> None:
    """Give a dossier back to the level that submitted it, for supplement (trả lại cấp dưới để bổ sung).

    Effects: it lies with the sender again, state "returned"; an open appraisal is closed; sender and unit
    are told.
    Raises `Refused` without a reason. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84 (hồ sơ).
    """
    may_return(mandate, nomination, on=on).require()
    why, item = _require_reason(reason), pending_item(nomination)
    assert item is not None  # may_return
    nomination.appraisals.filter(unit=mandate.unit, concluded_on=None).update(
        concluded_on=on, conclusion="returned", remark=why, by=str(mandate)
    )
    says = f"{mandate.unit.name} trả lại hồ sơ của {nomination.name} để bổ sung: {why}"
    advance(nomination, "returned", actor=mandate.actor(), on=on, verb="return_to_lower", says=says)
    nomination.holder, nomination.due_on, nomination.remark = item.submission.unit, None, why
    keep(nomination, "holder", "due_on", "remark")
    item.answer, item.why = "returned", why
    item.save(update_fields=["answer", "why"])
    pairs = [(item.submission.unit, nomination), (nomination.unit, nomination)]
    _tell(pairs, Answer("returned", why), mandate=mandate, on=on)


@transaction.atomic
def resend(nomination: Nomination, *, note: str, mandate: Mandate, on: date) -> None:
    """Submit a supplemented dossier again under the same tờ trình (trình lại); the council's result stands.

    Effects: it lies with the office above again with a new day, which is told. Raises `Refused` without a
    word on what was supplemented. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84 (hồ sơ).
    """
    may_resend(mandate, nomination, on=on).require()
    if not note.strip():
        raise Refused(no("Hãy ghi đã bổ sung những gì.", rule="resend:note"))
    item = returned_item(nomination)
    assert item is not None  # may_resend
    to_unit, says = item.submission.to_unit, f"Trình lại hồ sơ của {nomination.name}: {note.strip()}"
    if nomination.state == "submitted":
        nomination.appraisals.filter(unit=mandate.unit, concluded_on=None).update(
            concluded_on=on, conclusion="eligible", remark=note.strip(), by=str(mandate)
        )
        advance(nomination, "passed", actor=mandate.actor(), on=on, verb="resend", says=says)
    advance(
        nomination, "submitted", actor=mandate.actor(), on=on, verb="resend", says=says,
        office=str(mandate.unit_id),
    )  # fmt: skip
    nomination.holder, nomination.submitted_on, nomination.remark = to_unit, on, ""
    nomination.due_on = due_above(to_unit, on=on)
    keep(nomination, "holder", "submitted_on", "due_on", "remark")
    item.answer, item.why = "", ""
    item.save(update_fields=["answer", "why"])
    Message.objects.create(
        unit=mandate.unit, to_unit=to_unit, sent_on=on, purpose="submission", body=says,
        subject=f"{mandate.unit.name} trình lại hồ sơ đã bổ sung"[:250], document=item.submission.document,
    )  # fmt: skip


@transaction.atomic
def refuse(nomination: Nomination, *, reason: str, mandate: Mandate, on: date) -> None:
    """Say no with the reason (không khen thưởng): the answer goes down to every level and the unit.

    Effects: state "refused"; one that failed in this office's council or appraisal keeps that state and is
    answered.
    Raises `Refused` without a reason, and for a case that stands in a decision.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83 (thẩm quyền quyết định).
    """
    may_refuse(mandate, nomination, on=on).require()
    why = _require_reason(reason)
    says = f"{mandate.unit.name} không khen thưởng {nomination.name}: {why}"
    if nomination.state in {"failed", "ineligible"}:
        write("refuse", says, actor=mandate.actor(), on=on, thing=nomination)
    else:
        nomination.appraisals.filter(unit=mandate.unit, concluded_on=None).update(
            concluded_on=on, conclusion="ineligible", remark=why, by=str(mandate)
        )
        advance(nomination, "refused", actor=mandate.actor(), on=on, verb="refuse", says=says)
        nomination.remark, nomination.due_on = why, None
        keep(nomination, "remark", "due_on")
    answer_down([nomination], answer=Answer("refused", why), mandate=mandate, on=on)
