"""Correct or cancel an issued decision by a paper that refers to it (đính chính, thu hồi); never edit it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from thidua.awards.documents.amendment import Fault, correction_letter, correction_paper, revocation_paper
from thidua.awards.documents.recall import recall_letter
from thidua.awards.models import Decision, DecisionItem, NameCorrection, Revocation
from thidua.awards.permissions.amendment import may_correct, may_recall, may_revoke
from thidua.awards.queries.amendment import cancelled_words, in_force, owed_under, paid_out
from thidua.awards.queries.lawful import rulebook_of
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import chair_of
from thidua.paper.model import Document
from thidua.records.draft import draft
from thidua.records.issue import issue
from thidua.records.models import Message, OfficialDocument
from thidua.vietnamese.money import money
from thidua.vietnamese.text import squeeze


@transaction.atomic
def draft_correction(
    decision: Decision, *, faults: Sequence[Fault], of_content: bool, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft what corrects an issued decision (đính chính) and return the paper, tied to the decision.

    A wrong content asks for a decision of the same form; a fault of layout or procedure for a letter. A wrong
    name holds from the day the paper is issued. Raises `Refused` without a fault, for a name in a letter, and
    before the decision is issued. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18.
    """
    may_correct(mandate, decision, on=on).require()
    named = _named(faults, of_content=of_content)
    signer = _chair(decision, on=on)
    if of_content:
        content = correction_paper(decision, named, grounds=_grounds(decision, on=on), signer=signer)
    else:
        content = correction_letter(decision, named, signer=signer)
    paper = _file(decision, content, purpose="correction", signer=signer, mandate=mandate, on=on)
    NameCorrection.objects.bulk_create(
        NameCorrection(document=paper, item=one.item, said=one.said, right=squeeze(one.right)[:250])
        for one in named
        if one.item is not None
    )
    return paper


def _named(faults: Sequence[Fault], *, of_content: bool) -> list[Fault]:
    """The faults that were filled in; each says what stands and what is right."""
    named = [one for one in faults if one.said.strip() or one.right.strip()]
    if not named or any(not one.right.strip() or one.said.strip() == one.right.strip() for one in named):
        raise Refused(no("Hãy ghi chỗ sai: đã ghi gì, đính chính là gì.", rule="amend:fault"))
    items = [one.item.pk for one in named if one.item is not None]
    if items and not of_content:
        raise Refused(
            no("Sai tên là sai nội dung: chọn đính chính bằng quyết định.", rule="amend:name_in_letter")
        )
    if len(items) != len(set(items)):
        raise Refused(no("Mỗi người chỉ đính chính tên một lần trong một văn bản.", rule="amend:name_twice"))
    return named


@transaction.atomic
def issue_correction(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the correction (phát hành đính chính): from its day the right names stand in every later list.

    Effects: the decision stays as issued; the proposing units are told; one journal line for each name.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18.
    """
    issue(document, mandate=mandate, on=on)
    names = list(document.name_corrections.select_related("item__nomination__unit"))
    document.name_corrections.update(day=document.day)
    for one in names:
        says = f"Đính chính tên “{one.said}” là “{one.right}” theo {document.title}."
        write("issue_correction", says, actor=mandate.actor(), on=on, thing=one.item.nomination)
    _tell(document, [one.item for one in names], "đính chính tên", on=on)


@transaction.atomic
def draft_revocation(
    decision: Decision, *, items: Sequence[DecisionItem], reason: str, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the decision that cancels the award of these recipients (hủy bỏ, thu hồi) and return the paper.

    Effects: the paper, tied to the decision, and a row for each recipient, which counts once it is issued.
    Raises `Refused` without recipients of this decision or a reason, and for one cancelled before.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (sổ principles).
    """
    may_revoke(mandate, decision, on=on).require()
    chosen = [one for one in items if one.decision_id == decision.pk]
    if not chosen:
        raise Refused(no("Hãy chọn trường hợp bị hủy bỏ khen thưởng.", rule="amend:nobody"))
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do hủy bỏ; người bị thu hồi sẽ đọc lý do này.", rule="amend:reason"))
    _require_standing(chosen)
    signer = _chair(decision, on=on)
    content = revocation_paper(
        decision, chosen, reason=reason, grounds=_grounds(decision, on=on), signer=signer
    )
    paper = _file(decision, content, purpose="revocation", signer=signer, mandate=mandate, on=on)
    Revocation.objects.bulk_create(
        Revocation(document=paper, item=one, reason=reason.strip()) for one in chosen
    )
    return paper


def _require_standing(items: Iterable[DecisionItem]) -> None:
    """Nobody's award is cancelled twice."""
    gone = in_force().filter(item__in=list(items)).select_related("item", "document").first()
    if gone is not None:
        said = cancelled_words(gone.document.number_text, gone.day)
        raise Refused(no(f"Khen thưởng của {gone.item.name} {said}.", rule="amend:revoked"))


@transaction.atomic
def issue_revocation(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the revocation (phát hành quyết định hủy bỏ): from its day these awards no longer stand.

    Effects: each award cancelled with what had been paid out, which is now owed; money not paid is stopped;
    the names leave the public roll; the proposing units are told. Raises `Refused` for one cancelled before.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (sổ principles).
    """
    rows = list(document.revocations.select_for_update(of=("self",)).select_related("item"))
    list(DecisionItem.objects.select_for_update().filter(pk__in=[row.item_id for row in rows]))
    _require_standing(row.item for row in rows)
    issue(document, mandate=mandate, on=on)
    paid = paid_out(row.item for row in rows)
    for row in rows:
        row.day, row.paid = document.day, paid.get(row.item_id, 0)
        row.save(update_fields=["day", "paid"])
        owed = f"; phải thu hồi {money(row.paid)} đồng" if row.paid else ""
        says = f"Hủy bỏ khen thưởng của {row.item.name} theo {document.title}: {row.reason}{owed}."
        write("issue_revocation", says, actor=mandate.actor(), on=on, thing=row.item.nomination)
    _tell(document, [row.item for row in rows], "hủy bỏ khen thưởng, thu hồi", on=on)


def _tell(document: OfficialDocument, items: Sequence[DecisionItem], what: str, *, on: date) -> None:
    """One message to each proposing unit, naming its own cases."""
    names: dict[Unit, list[str]] = defaultdict(list)
    for item in items:
        names[item.nomination.unit].append(item.name)
    for unit, named in names.items():
        Message.objects.create(
            unit=document.unit, to_unit=unit, document=document, sent_on=on, purpose=document.purpose,
            about=document.about, about_id=document.about_id,
            subject=f"{document.unit.name}: {what} ({len(named)} trường hợp)"[:250],
            body=f"{', '.join(named)}: {what} theo {document.title}.",
        )  # fmt: skip


@transaction.atomic
def draft_recall(
    decision: Decision, *, until: date, signer: Mandate | None = None, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the letter that asks the money of cancelled awards back (công văn thu hồi tiền thưởng) by a day,
    with each one's amount, and return the paper.

    Raises `Refused` when nothing is owed, and for a day before today.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (sổ principles).
    """
    may_recall(mandate, decision, on=on).require()
    owed = [one for one in owed_under(decision) if one.left]
    if not owed:
        raise Refused(no("Không còn khoản tiền thưởng nào phải thu hồi.", rule="amend:nothing_owed"))
    if until < on:
        raise Refused(no("Hạn nộp phải từ hôm nay trở đi.", rule="amend:until"))
    signs = signer or _chair(decision, on=on)
    content = recall_letter(decision, owed, until=until, signer=signs)
    return draft(content, purpose="money_recall", about=decision, signer=signs, mandate=mandate, on=on)


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
