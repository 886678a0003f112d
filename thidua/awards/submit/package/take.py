"""Take a package in (tiếp nhận gói): whole or not at all, once, after a person has looked at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from django.db import DataError, IntegrityError, transaction

from thidua.awards.models import Nomination, Submission, SubmissionItem
from thidua.awards.submit.package.answers import take_answer
from thidua.awards.submit.package.before import change_awards, take_awards, tell_changes
from thidua.awards.submit.package.dossiers import renew_dossier, take_dossier
from thidua.awards.submit.package.doubts import doubts_in
from thidua.awards.submit.package.rows import (
    Taken,
    begin,
    day_of,
    free_short_code,
    take_campaign,
    take_papers,
    take_people,
    take_units,
)
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.models import Message, Package, Run
from thidua.records.package import (
    Json,
    Opened,
    answered,
    file_package,
    may_exchange,
    opened_run,
    require_new,
    unfit,
    unit_of,
)

NOTHING: Mapping[str, str] = {}


@transaction.atomic
def take_in_package(run: Run, *, answers: Mapping[str, str] = NOTHING, mandate: Mandate, on: date) -> Package:
    """Take in an uploaded package (tiếp nhận gói) and return it as filed: by its kind the dossiers come onto
    this desk, or the answer of the level above is written in.

    `answers` says of each candidate who may be on record already whether it is "new" or which record it is.
    Raises `Refused` while the key of the sender is not compared, for a package taken in before, for an answer
    to something else, and when a step does not fit; then nothing is changed.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83, 84; không (quy ước nội bộ) về gói.
    """
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    may_exchange(mandate, unit_of(held), on=on).require()
    if held.state not in ("waiting", "running"):
        raise Refused(no("Gói này đã được tiếp nhận hoặc đã bỏ.", rule="package:once"))
    opened = opened_run(held, unit=mandate.unit)
    require_new(opened, mandate.unit)
    taken = begin(opened, mandate=mandate, on=on)
    try:
        with transaction.atomic():
            data = TAKERS[opened.kind](taken, answers)
    except (IntegrityError, DataError) as clash:
        raise unfit("order", why="dữ liệu trong gói trùng hoặc trái với dữ liệu đã có ở đây.") from clash
    return file_package(opened, run=held, data=data, mandate=mandate, on=on)


def _submission(taken: Taken, answers: Mapping[str, str]) -> Json:
    """Dossiers that were never here: a received submission with all of them on this desk."""
    _require_from_below(taken)
    open_doubts = [
        doubt for doubt in doubts_in(taken.opened, unit=taken.mandate.unit) if not answers.get(doubt.key)
    ]
    if open_doubts:
        because = f"Hãy chọn hồ sơ cho {open_doubts[0].says}: là người đã có, hay là người khác."
        raise Refused(no(because, rule="package:doubt"))
    if Submission.objects.filter(pk=taken.opened.subject).exists():
        raise unfit("order", why="việc trình này đã tiếp nhận.")
    take_units(taken)
    take_people(taken, answers)
    take_papers(taken)
    campaign, row = take_campaign(taken), taken.content["submission"]
    nominations = {one["id"]: take_dossier(taken, one, campaign) for one in taken.content["nominations"]}
    take_awards(taken, taken.people)
    submission = Submission.objects.create(
        id=taken.opened.subject, campaign=campaign, unit=taken.office, to_unit=taken.mandate.unit,
        form=row["form"], code=free_short_code(Submission, row["code"]), state="sent",
        document=taken.paper(row["paper"]), sent_on=day_of(row["sent_on"]),
    )  # fmt: skip
    SubmissionItem.objects.bulk_create(
        SubmissionItem(submission=submission, nomination=nominations[key], order=order)
        for order, key in enumerate(row["nominations"], start=1)
    )
    says = f"Tiếp nhận {len(nominations)} hồ sơ {taken.office.name} trình bằng gói hồ sơ."
    write("take_in_package", says, actor=taken.mandate.actor(), on=taken.on, thing=submission)
    _tell(taken, submission, says)
    return {"rounds": _rounds(taken)}


def _rounds(taken: Taken) -> dict[str, int]:
    return {row["id"]: row["round"] for row in taken.content["nominations"]}


def _tell(taken: Taken, submission: Submission, says: str) -> None:
    Message.objects.create(
        unit=taken.office, to_unit=taken.mandate.unit, document=submission.document, sent_on=taken.on,
        purpose="submission", about=submission._meta.label_lower, about_id=submission.pk, body=says,
        subject=f"{taken.office.name} trình khen thưởng đợt “{submission.campaign.short_title}”"[:250],
    )  # fmt: skip


def _require_from_below(taken: Taken) -> None:
    """Dossiers come from below this office, never from above."""
    if not taken.office.path.startswith(taken.mandate.unit.path):
        raise unfit("kind")


def received_here(taken: Taken) -> Submission:
    """The submission that this office took in before (việc trình đã nhận); `Refused` when there is none.

    Căn cứ: không (quy ước nội bộ).
    """
    _require_from_below(taken)
    found = Submission.objects.filter(
        pk=taken.opened.subject, unit=taken.office, to_unit=taken.mandate.unit
    ).first()
    if found is None:
        raise unfit("order", why="chưa tiếp nhận gói trình mà gói này nói tới; tiếp nhận gói trình trước.")
    return found


def _supplement(taken: Taken, answers: Mapping[str, str]) -> Json:
    """Dossiers that were sent back come again, supplemented, under the same submission."""
    submission = received_here(taken)
    answered(taken.opened, taken.mandate.unit)
    take_units(taken)
    take_papers(taken)
    take_campaign(taken)
    candidates = {
        row["candidate"]: _renew(taken, submission, row).candidate for row in taken.content["nominations"]
    }
    take_awards(taken, candidates)
    return {"rounds": _rounds(taken)}


def _renew(taken: Taken, submission: Submission, row: Json) -> Nomination:
    item = submission.items.filter(nomination_id=UUID(row["id"])).select_related("nomination").first()
    if item is None or item.answer != "returned" or item.nomination.state != "returned":
        raise unfit("order", why=f"hồ sơ của {row['name']} không phải hồ sơ đã trả lại để bổ sung.")
    nomination: Nomination = item.nomination
    renew_dossier(taken, row, nomination)
    says = f"Tiếp nhận hồ sơ bổ sung của {nomination.name} từ {taken.office.name}."
    advance(
        nomination, "submitted", actor=taken.mandate.actor(), on=taken.on, verb="take_in_package", says=says
    )
    nomination.holder, nomination.submitted_on, nomination.remark = taken.mandate.unit, taken.on, ""
    nomination.due_on = taken.due_on
    keep(nomination, "holder", "submitted_on", "due_on", "remark")
    item.answer, item.why = "", ""
    item.save(update_fields=["answer", "why"])
    return nomination


def _withdrawal(taken: Taken, answers: Mapping[str, str]) -> Json:
    """The wish to have dossiers back: a message on this desk; giving them back is this office's own step."""
    submission, why = received_here(taken), taken.content["note"]
    _require_about_received(taken.opened)
    says = f"{taken.office.name} xin rút hồ sơ đã trình: {why}"
    write("take_in_package", says, actor=taken.mandate.actor(), on=taken.on, thing=submission)
    Message.objects.create(
        unit=taken.office, to_unit=taken.mandate.unit, document=submission.document, sent_on=taken.on,
        purpose="submission", about=submission._meta.label_lower, about_id=submission.pk, body=says,
        subject=f"{taken.office.name} xin rút hồ sơ"[:250],
    )  # fmt: skip
    return {}


def _amendment(taken: Taken, answers: Mapping[str, str]) -> Json:
    """What became of awards that came with the dossiers: corrected, cancelled, entered by mistake."""
    submission = received_here(taken)
    _require_about_received(taken.opened)
    take_units(taken)
    take_papers(taken)
    told = change_awards(taken)
    if told:
        tell_changes(taken, submission, told)
    return {}


def _require_about_received(opened: Opened) -> None:
    about = opened.content["about"]
    found = Package.objects.filter(pk=about["package"], digest=about["digest"], direction="received")
    if not found.filter(subject_id=opened.subject).exists():
        raise unfit("answers")


def _answer(taken: Taken, answers: Mapping[str, str]) -> Json:
    return take_answer(taken, answered(taken.opened, taken.mandate.unit))


TAKERS: dict[str, Callable[[Taken, Mapping[str, str]], Json]] = {
    "submission": _submission,
    "supplement": _supplement,
    "withdrawal": _withdrawal,
    "amendment": _amendment,
    "receipt": _answer,
    "return": _answer,
    "answer": _answer,
}
