"""The answer of a level as a package carries it down (nội dung gói trả lời): each case, the decisions."""

from __future__ import annotations

from typing import Any

from thidua.awards.documents.packed import Packed, said, submission_row
from thidua.awards.documents.packed_awards import packed_amendments
from thidua.awards.models import Certificate, Decision, DecisionItem, Reissue, Submission, SubmissionItem

Json = dict[str, Any]
ITEM = (
    *("order", "recipient", "prefix", "name", "address", "achievement", "base_salary", "amount"),
    "amount_because",
)


def packed_answer(submission: Submission, *, rounds: dict[str, int]) -> tuple[Json, dict[str, bytes]]:
    """The sections of a package downward about a received submission, and its files (gói trả lời).

    `rounds` says which sending of each nomination is answered, by its key.
    """
    packed = Packed(submission.to_unit)
    items = list(submission.items.select_related("nomination").order_by("order"))
    answers = [_answer(item, rounds) for item in items if item.answer]
    rows = DecisionItem.objects.filter(
        nomination__in=[item.nomination_id for item in items if item.answer == "decided"],
        decision__state="issued",
    )
    related = rows.select_related("decision__unit", "decision__document__unit", "decision__document__scan")
    decided: dict[Decision, list[DecisionItem]] = {}
    further = ("certificates__replaces", "name_corrections__document", "revocations__document")
    for row in related.prefetch_related(*further).order_by("decision_id", "order"):
        decided.setdefault(row.decision, []).append(row)
    decisions = [_decision(packed, decision, its) for decision, its in decided.items()]
    sections = {
        "submission": submission_row(submission),
        "answers": answers,
        "decisions": decisions,
        **packed.sections(),
    }
    return sections, packed.files


def kind_of_answer(sections: Json) -> str:
    """What kind of package these answers make (loại gói trả lời)."""
    given = {row["answer"] for row in sections["answers"]}
    if not given:
        return "receipt"
    return "return" if given == {"returned"} else "answer"


def _answer(item: SubmissionItem, rounds: dict[str, int]) -> Json:
    key = str(item.nomination_id)
    why = item.why or item.get_answer_display()
    return {"nomination": key, "round": rounds.get(key, 1), "answer": item.answer, "why": why}


def _decision(packed: Packed, decision: Decision, items: list[DecisionItem]) -> Json:
    return {
        **said(decision, "code", "form", "decided_on"),
        "unit": packed.name_unit(decision.unit),
        "paper": packed.name_paper(decision.document),
        "items": [_item(packed, item) for item in items],
    }


def _item(packed: Packed, item: DecisionItem) -> Json:
    many = None if item.multiplier is None else f"{item.multiplier:f}"
    row = {
        **said(item, *ITEM),
        "nomination": str(item.nomination_id),
        "multiplier": many,
        "certificates": [_certificate(one) for one in item.certificates.all()],
    }
    # Left out where there are none: an older installation reads such a package too.
    amendments = packed_amendments(packed, item)
    return {**row, "amendments": amendments} if amendments else row


def _certificate(one: Certificate) -> Json:
    row = {**said(one, "code", "gold_number", "made_on", "statement"), "content": one.content}
    anew: Reissue | None = getattr(one, "replaces", None)
    if anew is None:
        return row
    told = said(anew, "reason", "why", "asked_by", "asked_on", "made_on")
    correction = str(anew.correction_id) if anew.correction_id else None
    return {**row, "replaces": {**told, "old": str(anew.old_id), "correction": correction}}


def amended_in(sections: Json) -> list[str]:
    """The keys of the corrections and revocations these sections tell of (đính chính, hủy bỏ đã báo)."""
    items = [item for row in sections["decisions"] for item in row["items"]]
    return [one["id"] for item in items for one in item.get("amendments", [])]
