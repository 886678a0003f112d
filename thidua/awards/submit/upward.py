"""The tờ trình: drafted from what the council passed, and what its issue sets going (trình)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.submission import submission_paper
from thidua.awards.models import CouncilSession, Nomination, Submission, SubmissionItem
from thidua.awards.permissions.submission import may_drop_submission, may_submit_results
from thidua.awards.queries.lawful import due_day, rulebook_of
from thidua.awards.queries.submission import destination, items_of, passed_of, submitted
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import chair_of
from thidua.records.draft import discard, draft
from thidua.records.issue import issue
from thidua.records.models import Message, OfficialDocument
from thidua.vietnamese.dates import vn_date


@transaction.atomic
def draft_submission(
    session: CouncilSession, *, form: str, signer: Mandate | None = None, mandate: Mandate, on: date
) -> Submission:
    """Draft the tờ trình for one award form with what the session passed (soạn tờ trình); returns it.

    It goes to the own chair when this level decides the form, signed by the standing officer; else one level
    up, signed by `signer` or the chair. Raises `Refused` when nothing is passed, the minutes are missing, or
    the form or the level above does not exist that day.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83, 84; Luật Thi đua, khen thưởng 2003, Điều 83, 84.
    """
    may_submit_results(mandate, session, on=on).require()
    # Two officers at once: the second waits here, then finds the cases in the paper of the first.
    CouncilSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
    nominations = list(passed_of(session, form))
    if not nominations:
        raise Refused(no("Không còn trường hợp nào Hội đồng đã thông qua mà chưa trình.", rule="submit:none"))
    to_unit = destination(session.unit, form, on=on)
    to_own_chair = to_unit.pk == session.unit_id
    submission = Submission.objects.create(
        campaign=session.campaign,
        unit=session.unit,
        to_unit=to_unit,
        form=form,
        code=short_code(),
        session=session,
    )
    SubmissionItem.objects.bulk_create(
        SubmissionItem(submission=submission, nomination=one, order=order)
        for order, one in enumerate(_in_order(nominations), start=1)
    )
    signs = signer or (mandate if to_own_chair else _chair(session.unit, on=on))
    grounds = rulebook_of(session.unit, on=on).grounds("submission", session.unit.level)
    content = submission_paper(submission, grounds=grounds, signer=signs)
    purpose = "chair_submission" if to_own_chair else "submission"
    submission.document = draft(
        content, purpose=purpose, about=submission, signer=signs, mandate=mandate, on=on
    )
    submission.save(update_fields=["document"])
    return submission


def _in_order(nominations: list[Nomination]) -> list[Nomination]:
    """Collectives, individuals, households, each by name: the order of every list."""
    kinds = ("collective", "individual", "household")
    return sorted(nominations, key=lambda one: (kinds.index(one.recipient), one.sort_key))


def _chair(unit: Unit, *, on: date) -> Mandate:
    chair = chair_of(unit, on)
    if chair is None:
        raise Refused(no(f"{unit.name} chưa có Chủ tịch để ký tờ trình.", rule="submit:signer"))
    return chair


@transaction.atomic
def issue_submission(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue a tờ trình and hand its nominations on (phát hành tờ trình, trình).

    Effects: to the own chair each nomination becomes "presented"; else it lies with the office above, with
    the day by which that office is to appraise it, and the office is told. Raises `Refused` while the
    minutes are not
    issued, or when a nomination has moved meanwhile.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83, 84; Luật Thi đua, khen thưởng 2003, Điều 83, 84.
    """
    submission = Submission.objects.select_related("unit", "to_unit", "campaign", "session__minutes").get(
        document=document
    )
    minutes = submission.held.minutes
    if minutes is None or minutes.state != "issued":
        raise Refused(
            no(
                "Biên bản họp kèm theo tờ trình chưa phát hành; phát hành biên bản trước.",
                rule="submit:minutes",
            )
        )
    issue(document, mandate=mandate, on=on)
    nominations = submitted(items_of(submission))
    for nomination in nominations:
        _hand_on(nomination, submission, document, mandate=mandate, on=on)
    submission.sent_on = on
    keep(submission, "sent_on")
    says = f"Trình {submission.to_unit.name} {len(nominations)} trường hợp theo {document.title}."
    advance(submission, "sent", actor=mandate.actor(), on=on, verb="issue_submission", says=says)
    if submission.to_unit_id != submission.unit_id:
        _tell_above(submission, document, says=says, on=on)


def _hand_on(
    nomination: Nomination, submission: Submission, document: OfficialDocument, *, mandate: Mandate, on: date
) -> None:
    if nomination.state != "passed" or nomination.holder_id != submission.unit_id:
        raise Refused(
            no(
                f"Hồ sơ của {nomination.name} {nomination.state_says}; bỏ tờ trình này và soạn lại.",
                rule="submit:moved",
            )
        )
    own = submission.to_unit_id == submission.unit_id
    to = "Chủ tịch" if own else submission.to_unit.name
    says = f"Trình {to} {nomination.name} theo {document.title}."
    advance(nomination, "presented" if own else "submitted", actor=mandate.actor(), on=on,
            verb="issue_submission", says=says)  # fmt: skip
    if own:
        return
    nomination.holder, nomination.submitted_on, nomination.remark = submission.to_unit, on, ""
    nomination.due_on = due_above(submission.to_unit, on=on)
    keep(nomination, "holder", "submitted_on", "due_on", "remark")


def due_above(office: Unit, *, on: date) -> date | None:
    """The day by which the office above appraises (hạn của cấp trên); None while that office has not set it.

    The office below cannot settle a rule of the one above, so it is not stopped by it. Căn cứ: hạn thẩm định
    (sổ deadlines).
    """
    try:
        return due_day(office, on=on)
    except Refused:
        return None


def _tell_above(submission: Submission, document: OfficialDocument, *, says: str, on: date) -> None:
    Message.objects.create(
        unit=submission.unit, to_unit=submission.to_unit, document=document, sent_on=on, purpose="submission",
        about=submission._meta.label_lower, about_id=submission.pk,
        subject=f"{submission.unit.name} trình khen thưởng đợt “{submission.campaign.short_title}”"[:250],
        body=f"{says} Ngày trình: {vn_date(on)}.",
    )  # fmt: skip


@transaction.atomic
def drop_submission(submission: Submission, *, mandate: Mandate, on: date) -> None:
    """Drop a submission that was not sent (bỏ việc trình), with its draft paper; its nominations are free
    again.

    Căn cứ: không (quy ước nội bộ).
    """
    may_drop_submission(mandate, submission, on=on).require()
    if submission.document is not None and submission.document.state != "cancelled":
        discard(submission.document, mandate=mandate, on=on)
    says = f"Bỏ việc trình {submission.to_unit.name} trong đợt {submission.campaign.short_title}."
    advance(submission, "cancelled", actor=mandate.actor(), on=on, verb="drop_submission", says=says)
