"""The answer of a level as a package carries it down (nội dung gói trả lời): each case, the decisions."""

from __future__ import annotations

from typing import Any

from thidua.awards.documents.packed import Packed, said, submission_row
from thidua.awards.models import Decision, DecisionItem, Submission, SubmissionItem

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
    for row in related.prefetch_related("certificates").order_by("decision_id", "order"):
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
        "items": [_item(item) for item in items],
    }


def _item(item: DecisionItem) -> Json:
    made = [
        {**said(one, "code", "gold_number", "made_on", "statement"), "content": one.content}
        for one in item.certificates.all()
    ]
    many = None if item.multiplier is None else f"{item.multiplier:f}"
    return {
        **said(item, *ITEM),
        "nomination": str(item.nomination_id),
        "multiplier": many,
        "certificates": made,
    }
