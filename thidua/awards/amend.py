"""Correct or cancel an issued decision by a paper that refers to it (đính chính, thu hồi); never edit it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from thidua.awards.documents.amendment import Fault, correction_letter, correction_paper, revocation_paper
from thidua.awards.models import Decision, DecisionItem
from thidua.awards.permissions.amendment import may_correct, may_revoke
from thidua.awards.queries.lawful import rulebook_of
from thidua.journal.lifecycle import keep
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.queries import chair_of
from thidua.paper.model import Document
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument


@transaction.atomic
def draft_correction(
    decision: Decision, *, faults: Sequence[Fault], of_content: bool, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft what corrects an issued decision (đính chính) and return the paper, tied to the decision.

    A wrong content asks for a decision of the same form; a fault of layout or procedure for a letter. Raises
    `Refused` without a fault, and before the decision is issued. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18.
    """
    may_correct(mandate, decision, on=on).require()
    named = [one for one in faults if one.said.strip() or one.right.strip()]
    if not named or any(not one.right.strip() or one.said.strip() == one.right.strip() for one in named):
        raise Refused(no("Hãy ghi chỗ sai: đã ghi gì, đính chính là gì.", rule="amend:fault"))
    signer = _chair(decision, on=on)
    if of_content:
        content = correction_paper(decision, named, grounds=_grounds(decision, on=on), signer=signer)
    else:
        content = correction_letter(decision, named, signer=signer)
    return _file(decision, content, purpose="correction", signer=signer, mandate=mandate, on=on)


@transaction.atomic
def draft_revocation(
    decision: Decision, *, items: Sequence[DecisionItem], reason: str, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the decision that cancels the award of these recipients (hủy bỏ, thu hồi) and return the paper.

    Effects: the paper only, tied to the decision; certificates and money are called back by hand. Raises
    `Refused` without recipients of this decision or without a reason.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (sổ principles).
    """
    may_revoke(mandate, decision, on=on).require()
    chosen = [one for one in items if one.decision_id == decision.pk]
    if not chosen:
        raise Refused(no("Hãy chọn trường hợp bị hủy bỏ khen thưởng.", rule="amend:nobody"))
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do hủy bỏ; người bị thu hồi sẽ đọc lý do này.", rule="amend:reason"))
    signer = _chair(decision, on=on)
    content = revocation_paper(
        decision, chosen, reason=reason, grounds=_grounds(decision, on=on), signer=signer
    )
    return _file(decision, content, purpose="revocation", signer=signer, mandate=mandate, on=on)


def _chair(decision: Decision, *, on: date) -> Mandate:
    chair = chair_of(decision.unit, on)
    if chair is None:
        raise Refused(no(f"{decision.unit.name} chưa có Chủ tịch để ký.", rule="amend:signer"))
    return chair


def _grounds(decision: Decision, *, on: date) -> tuple[str, ...]:
    return rulebook_of(decision.unit, on=on).grounds("decision", decision.unit.level)


def _file(
    decision: Decision, content: Document, *, purpose: str, signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """Put the paper on file and tie it to the decision it corrects."""
    paper = draft(content, purpose=purpose, about=decision, signer=signer, mandate=mandate, on=on)
    paper.corrects = decision.document
    keep(paper, "corrects")
    return paper
