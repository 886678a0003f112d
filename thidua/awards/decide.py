"""Stage 10: the chair's decision with its list and prize money (quyết định khen thưởng)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction

from thidua.awards.documents.decision import decision_paper
from thidua.awards.models import Decision, DecisionItem, Nomination, ProofReading, Submission
from thidua.awards.permissions.decision import may_draft_decision, may_proof_read, may_rewrite_decision
from thidua.awards.queries.closing_law import decision_rulings
from thidua.awards.queries.decision import award_ruling, bonus_for, decision_items, presented_in
from thidua.awards.queries.fund import fund_ruling
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.proof import proof_of
from thidua.awards.submit import Answer, answer_down
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import chair_of
from thidua.paper.model import Document
from thidua.records.draft import discard, draft, rewrite
from thidua.records.issue import issue
from thidua.records.models import OfficialDocument
from thidua.records.permissions import may_rewrite
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money


@transaction.atomic
def draft_decision(
    submission: Submission, *, signer: Mandate | None = None, mandate: Mandate, on: date
) -> Decision:
    """Draft the chair's decision on a submission (dự thảo quyết định) and return it.

    Effects: the decision with one item for each nomination that waits for the chair, each with its prize
    money by the law of that day, and its paper, signed by `signer` or the chair. Raises `Refused` when this
    level does not decide the form, nobody is left to commend, a local rule for the money is not confirmed, or
    the fund does not bear it where the office stops an overrun.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83; Nghị định 98/2023/NĐ-CP, Điều 53 - 58; sổ authority,
    bonuses.
    """
    may_draft_decision(mandate, submission, on=on).require()
    locked = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    may_draft_decision(mandate, locked, on=on).require()
    decision = Decision.objects.create(
        campaign=submission.campaign, unit=submission.to_unit, form=submission.form, code=short_code(),
        submission=submission,
    )  # fmt: skip
    _fill(decision, on=on)
    signs = signer or _chair(decision.unit, on=on)
    decision.document = draft(
        _content(decision, signs, on=on),
        purpose="award_decision",
        about=decision,
        signer=signs,
        mandate=mandate,
        on=on,
    )
    decision.save(update_fields=["document"])
    return decision


def _chair(unit: Unit, *, on: date) -> Mandate:
    chair = chair_of(unit, on)
    if chair is None:
        raise Refused(no(f"{unit.name} chưa có Chủ tịch để ký quyết định.", rule="decide:signer"))
    return chair


def _content(decision: Decision, signer: Mandate, *, on: date) -> Document:
    grounds = rulebook_of(decision.unit, on=on).grounds("decision", decision.unit.level)
    return decision_paper(decision, grounds=grounds, signer=signer)


def _fill(decision: Decision, *, on: date) -> None:
    """Write the items and the total by the law of the day."""
    nominations = presented_in(decision.submission)
    if not nominations:
        raise Refused(no("Tờ trình không còn trường hợp nào chờ Chủ tịch quyết định.", rule="decide:none"))
    items = [_item(decision, one, order, on=on) for order, one in enumerate(nominations, start=1)]
    DecisionItem.objects.bulk_create(items)
    decision.total = sum(item.amount or 0 for item in items)
    decision.save(update_fields=["total"])
    fund_ruling(decision, day=on).require()


def _item(decision: Decision, nomination: Nomination, order: int, *, on: date) -> DecisionItem:
    bonus = bonus_for(decision.unit, decision.form, nomination.recipient, on=on)
    person = nomination.person
    return DecisionItem(
        decision=decision, nomination=nomination, order=order, recipient=nomination.recipient,
        prefix=person.honorific if person else "", name=nomination.name, address=nomination.address,
        achievement=nomination.achievement, multiplier=bonus.multiplier * bonus.factor,
        base_salary=bonus.base, amount=bonus.amount,
        amount_because=f"{bonus.because.removesuffix('.')} ({bonus.source}).",
    )  # fmt: skip


@transaction.atomic
def rewrite_decision(decision: Decision, *, mandate: Mandate, on: date) -> None:
    """Compute a draft decision anew for today (soạn lại quyết định): who is left, the money, the paper.

    Raises `Refused` once it is issued or its paper is with the signer. Căn cứ: không (quy ước nội bộ).
    """
    may_rewrite_decision(mandate, decision, on=on).require()
    document = _document(decision)
    may_rewrite(mandate, document, on=on).require()
    decision.items.all().delete()
    _fill(decision, on=on)
    signer = document.signer or _chair(decision.unit, on=on)
    rewrite(document, content=_content(decision, signer, on=on), mandate=mandate, on=on)


@transaction.atomic
def proof_read(decision: Decision, *, marks: Collection[str], mandate: Mandate, on: date) -> int:
    """Keep which lines of a draft were read against the records (ghi đã đọc soát) and return how many.

    `marks` are the seals of the lines as they were shown: one that changed meanwhile is not counted as read.
    Raises `Refused` without any line that still stands so. Căn cứ: không (quy ước nội bộ).
    """
    may_proof_read(mandate, decision, on=on).require()
    proof = proof_of(decision, day=on)
    read = [line for line in proof.unread if line.mark in marks]
    if not read:
        raise Refused(
            no(
                "Chưa ghi được dòng nào: hãy tích vào dòng đã đọc; dòng vừa bị sửa thì đọc lại.",
                rule="decide:proof",
            )
        )
    ProofReading.objects.bulk_create(
        ProofReading(
            decision=decision, nomination=line.item.nomination, mark=line.mark, read_by=str(mandate)[:250],
            read_on=on,
        )
        for line in read
    )  # fmt: skip
    says = f"Đọc soát {len(read)} trên {len(proof.lines)} dòng của dự thảo quyết định khen thưởng."
    write("proof_read", says, actor=mandate.actor(), on=on, thing=decision)
    return len(read)


def _document(decision: Decision) -> OfficialDocument:
    assert decision.document is not None  # draft_decision writes it in the same transaction
    return decision.document


@transaction.atomic
def drop_decision(decision: Decision, *, mandate: Mandate, on: date) -> None:
    """Drop a draft decision with its paper (bỏ dự thảo); the submission waits for the chair again.

    Căn cứ: không (quy ước nội bộ).
    """
    may_rewrite_decision(mandate, decision, on=on).require()
    document = _document(decision)
    if document.state != "cancelled":
        discard(document, mandate=mandate, on=on)
    decision.items.all().delete()
    says = f"Bỏ dự thảo quyết định khen thưởng đợt {decision.campaign.short_title}."
    advance(decision, "cancelled", actor=mandate.actor(), on=on, verb="drop_decision", says=says)


@transaction.atomic
def issue_decision(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the decision (phát hành quyết định) and all that follows from it.

    Effects: every nomination "decided", every submission it came by answered, a message to each level and
    unit.
    Raises `Refused` when this level does not decide the form on the day of the paper, when the money of that
    day is another than the paper says, or when a nomination has moved.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83; Nghị định 98/2023/NĐ-CP, Điều 53 - 58; sổ authority,
    bonuses.
    """
    decision = Decision.objects.select_related("unit", "campaign", "submission").get(document=document)
    items = decision_items(decision)
    day = document.day or on
    _require_lawful(decision, items, day=day)
    issue(document, mandate=mandate, on=on)
    for item in items:
        says = f"{item.name} được khen thưởng theo {document.title}."
        advance(item.nomination, "decided", actor=mandate.actor(), on=on, verb="issue_decision", says=says)
    decision.decided_on = day
    keep(decision, "decided_on")
    total = money(decision.total or 0)
    says = f"{document.title}: khen thưởng {len(items)} trường hợp, tiền thưởng {total} đồng."
    advance(decision, "issued", actor=mandate.actor(), on=on, verb="issue_decision", says=says)
    answer = Answer("decided", f"Theo {document.title}.", document)
    answer_down([item.nomination for item in items], answer=answer, mandate=mandate, on=on)


def _require_lawful(decision: Decision, items: list[DecisionItem], *, day: date) -> None:
    """Authority, grounds, money and recipients on the day that stands on the paper."""
    award_ruling(decision.unit, decision.form, on=day).require()
    for item in items:
        if item.nomination.state != "presented":
            raise Refused(
                no(
                    f"Hồ sơ của {item.name} {item.nomination.state_says}; soạn lại quyết định.",
                    rule="decide:moved",
                )
            )
        bonus = bonus_for(decision.unit, decision.form, item.recipient, on=day)
        if bonus.amount != item.amount:
            raise Refused(
                no(
                    f"Ngày {vn_date(day)} mức thưởng của {item.name} là {money(bonus.amount)} đồng, "
                    f"dự thảo ghi {money(item.amount or 0)} đồng. Rút số, trả về soạn thảo rồi "
                    "soạn lại quyết định.",
                    source=bonus.source,
                    rule="decide:money",
                )
            )
    fund_ruling(decision, day=day).require()
    for ruling in decision_rulings(decision, items, day=day):
        ruling.require()
