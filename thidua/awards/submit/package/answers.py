"""What the level above answered by package (gói trả lời): received, sent back, refused, decided."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import cast
from uuid import UUID

from thidua.awards.models import Certificate, Decision, DecisionItem, Nomination, Submission, SubmissionItem
from thidua.awards.queries.packages import rounds_sent
from thidua.awards.submit.answer import Answer, answer_down
from thidua.awards.submit.package.amended import take_amendments, take_reissue
from thidua.awards.submit.package.rows import Taken, day_of, free_short_code, known_row, take_papers
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.org.models import Unit
from thidua.records.models import Message, OfficialDocument, Package
from thidua.records.package import Json, unfit
from thidua.vietnamese.text import same_text


def take_answer(taken: Taken, about: Package) -> Json:
    """Write an answer into the submission it is about (ghi kết quả cấp trên trả lời). What was written
    before stays; a case that went up again since is refused. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83.
    """
    found = Submission.objects.filter(
        pk=taken.opened.subject, unit=taken.mandate.unit, to_unit=taken.office, pk__in=[about.subject_id]
    )
    submission = found.first()
    if submission is None:
        raise unfit("answers")
    items = {str(item.nomination_id): item for item in _items(submission)}
    _require_ours(taken, items)
    fresh = [row for row in taken.content["answers"] if items[row["nomination"]].answer != row["answer"]]
    _require_round(submission, items, fresh)
    if taken.opened.kind == "receipt":
        says = f"{taken.office.name} đã tiếp nhận hồ sơ trình (gói ngày {taken.content['made_on']})."
        write("take_in_package", says, actor=taken.mandate.actor(), on=taken.on, thing=submission)
    decided = _take_decisions(taken, submission, items, fresh)
    for row in fresh:
        _take(taken, items[row["nomination"]], row, decided.get(row["nomination"]))
    return {}


def _items(submission: Submission) -> list[SubmissionItem]:
    return list(submission.items.select_related("nomination__unit", "submission__to_unit"))


def _require_ours(taken: Taken, items: dict[str, SubmissionItem]) -> None:
    """Only cases of this very submission are answered."""
    sent = taken.content["submission"]["nominations"]
    strange = [key for key in sent if key not in items]
    if strange or len(set(sent)) != len(items):
        raise unfit("theirs", name=strange[0] if strange else "danh sách trình")


def _require_round(submission: Submission, items: dict[str, SubmissionItem], fresh: list[Json]) -> None:
    """An answer to an earlier sending of a dossier comes too late."""
    rounds = rounds_sent([items[row["nomination"]].nomination for row in fresh], submission.unit)
    for row in fresh:
        if row["round"] != rounds[row["nomination"]]:
            raise unfit("late", name=items[row["nomination"]].nomination.name)


def _take(taken: Taken, item: SubmissionItem, row: Json, decision: Decision | None) -> None:
    nomination = item.nomination
    if item.answer or nomination.state != "submitted" or nomination.holder_id != taken.office.pk:
        raise unfit("order", why=f"hồ sơ của {nomination.name} {nomination.state_says}.")
    if row["answer"] == "returned":
        _returned(taken, item, row["why"])
        return
    if (row["answer"] == "decided") != (decision is not None):
        raise unfit("reference", name=f"quyết định khen thưởng {nomination.name}")
    words = {"decided": "được khen thưởng", "refused": "không được khen thưởng"}[row["answer"]]
    says = f"{taken.office.name} trả lời: {nomination.name} {words}. {row['why']}"
    advance(
        nomination, row["answer"], actor=taken.mandate.actor(), on=taken.on, verb="take_in_package", says=says
    )
    nomination.remark, nomination.due_on = "" if decision else row["why"], None
    keep(nomination, "remark", "due_on")
    document = decision.document if decision else None
    answer = Answer(row["answer"], row["why"], document)
    answer_down([nomination], answer=answer, mandate=taken.mandate, on=taken.on)


def _returned(taken: Taken, item: SubmissionItem, why: str) -> None:
    nomination: Nomination = item.nomination
    says = f"{taken.office.name} trả lại hồ sơ của {nomination.name} để bổ sung: {why}"
    advance(
        nomination, "returned", actor=taken.mandate.actor(), on=taken.on, verb="take_in_package", says=says
    )
    nomination.holder, nomination.due_on, nomination.remark = taken.mandate.unit, None, why
    keep(nomination, "holder", "due_on", "remark")
    item.answer, item.why = "returned", why
    item.save(update_fields=["answer", "why"])
    Message.objects.create(
        unit=taken.office, to_unit=nomination.unit, sent_on=taken.on, purpose="answer", body=says,
        subject=f"{taken.office.name}: trả lại hồ sơ của {nomination.name}"[:250],
    )  # fmt: skip


def _take_decisions(
    taken: Taken, submission: Submission, items: dict[str, SubmissionItem], fresh: list[Json]
) -> dict[str, Decision]:
    """The decisions of the package, by the nominations they commend, with what came since."""
    for row in taken.content["decisions"]:
        taken.units[row["unit"]] = _deciding_unit(taken, row)
    take_papers(taken)
    new = {row["nomination"] for row in fresh}
    decided: dict[str, Decision] = {}
    for row in taken.content["decisions"]:
        decision = _decision(taken, submission, row)
        for item in row["items"]:
            if item["nomination"] in new:
                _new_item(decision, item, items[item["nomination"]].nomination)
                decided[item["nomination"]] = decision
            _since(taken, decision, item)
        decision.total = sum(one.amount or 0 for one in decision.items.all())
        decision.save(update_fields=["total"])
    return decided


def _deciding_unit(taken: Taken, row: Json) -> Unit:
    """The office that decided: the sender, or one above it that is known here by level and name."""
    if row["unit"] == taken.content["from"]["id"]:
        return taken.office
    said = next(one for one in taken.content["units"] if one["id"] == row["unit"])
    above = taken.office.parent
    while above is not None and above.level != said["level"]:
        above = above.parent
    if above is None or not same_text(above.name, said["name"]):
        raise unfit("theirs", name=said["name"])
    return above


def _decision(taken: Taken, submission: Submission, row: Json) -> Decision:
    found = cast("Decision | None", known_row(Decision, row["id"]))
    document: OfficialDocument = taken.papers[row["paper"]]
    unit = taken.unit(row["unit"])
    if found is not None:
        if found.unit_id != unit.pk or found.document_id != document.pk:
            raise unfit("theirs", name=document.number_text)
        return found
    if row["form"] != submission.form:
        raise unfit("theirs", name=row["form"])
    decision = Decision.objects.create(
        id=UUID(row["id"]), campaign=submission.campaign, unit=unit, form=row["form"], submission=submission,
        code=free_short_code(Decision, row["code"]), document=document, decided_on=day_of(row["decided_on"]),
        state="issued",
    )  # fmt: skip
    document.about, document.about_id = decision._meta.label_lower, decision.pk
    document.save(update_fields=["about", "about_id"])
    says = f"Nhận {document.title} của {unit.name}."
    write("take_in_package", says, actor=taken.mandate.actor(), on=taken.on, thing=decision)
    return decision


def _new_item(decision: Decision, row: Json, nomination: Nomination) -> None:
    names = ("order", "recipient", "prefix", "name", "address", "achievement", "base_salary", "amount")
    many = None if row["multiplier"] is None else Decimal(row["multiplier"])
    DecisionItem.objects.create(
        id=UUID(row["id"]), decision=decision, nomination=nomination, multiplier=many,
        amount_because=row["amount_because"], **{name: row[name] for name in names},
    )  # fmt: skip


def _since(taken: Taken, decision: Decision, row: Json) -> None:
    """What came after the decision: corrections, revocations, certificates and those given anew."""
    item = decision.items.filter(nomination_id=UUID(row["nomination"])).first()
    if item is None:
        raise unfit("reference", name=row["name"])
    take_amendments(taken, item, row)
    for one in row["certificates"]:
        if known_row(Certificate, one["id"]) is None:
            Certificate.objects.create(
                id=UUID(one["id"]), item=item, code=free_certificate_code(one["code"]),
                gold_number=one["gold_number"], made_on=date.fromisoformat(one["made_on"]),
                content=one["content"], statement=one["statement"],
            )  # fmt: skip
    for one in row["certificates"]:
        take_reissue(taken, item.certificates.get(pk=UUID(one["id"])), one)


def free_certificate_code(code: str) -> str:
    """The code printed on a certificate; another certificate here with that code makes the package wrong.

    Căn cứ: không (quy ước nội bộ).
    """
    if Certificate.objects.filter(code=code).exists():
        raise unfit("theirs", name=code)
    return code
