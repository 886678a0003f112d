"""Certificates and their numbers (lập giấy khen, cấp đổi, cấp lại)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.certify.held import held_certificate, hold_gold_book
from thidua.awards.documents.certificate import certificate_content
from thidua.awards.documents.statement import statement_of
from thidua.awards.models import Certificate, Decision, DecisionItem, Reissue
from thidua.awards.models.reissue import REASONS
from thidua.awards.permissions.certificate import may_make_certificates, may_reissue
from thidua.awards.queries.certificate import certificates_of, items_without_certificate, last_gold_number
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.life import corrected_name
from thidua.campaigns.queries.campaign import campaign_words
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.authority import AwardForm
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.paper.statement import to_digits
from thidua.records.models import SealKey
from thidua.records.queries.wordings import Words
from thidua.records.seal import key_for, seal
from thidua.vietnamese.text import squeeze

CODE_LENGTH = 14


@dataclass(frozen=True)
class Request:
    """What the awarded asked for (đề nghị cấp đổi, cấp lại): why, who asked and how it came, on which day."""

    reason: str
    why: str
    asked_by: str
    asked_on: date


@transaction.atomic
def make_certificates(decision: Decision, *, mandate: Mandate, on: date) -> list[Certificate]:
    """Make the certificates of an issued decision (lập giấy khen) in its order and return all of them.

    Effects: for each recipient without one a certificate with its code, the gold-book number by the rule of
    the day of the decision, and the statement sealed by the key of the office for its square code; a second
    time changes nothing. Refused when the secret half of the key is not on this machine.
    Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 104 (sổ gold_book).
    """
    may_make_certificates(mandate, decision, on=on).require()
    hold_gold_book(decision)
    missing = items_without_certificate(decision)
    if missing:
        press = _Press.of(decision, mandate=mandate, on=on)
        last = last_gold_number(decision) if press.runs else 0
        for place, item in enumerate(missing, start=1):
            item.decision = decision
            press.make(item, str(last + place if press.runs else item.order))
        assert decision.document is not None
        says = f"Lập {len(missing)} {decision.sheet} theo {decision.document.title}."
        write("make_certificates", says, actor=mandate.actor(), on=on, thing=decision)
    return list(certificates_of(decision))


@transaction.atomic
def reissue(certificate: Certificate, *, request: Request, mandate: Mandate, on: date) -> Certificate:
    """Give a certificate anew in place of one that is lost, damaged, misprinted or of a corrected name (cấp
    đổi, cấp lại), and return the new one.

    Effects: another certificate with its own code, its gold-book number by the rule of the day of the
    decision; the old one stays as it was and answers that it is replaced. A corrected name needs the issued
    paper that corrects it. Căn cứ: không (quy ước nội bộ); chưa thấy quy định về cấp đổi, cấp lại giấy khen.
    """
    hold_gold_book(certificate.item.decision)
    may_reissue(mandate, held_certificate(certificate), on=on).require()
    _require_complete(request, on=on)
    item, decision = certificate.item, certificate.item.decision
    correction = corrected_name(item) if request.reason == "corrected" else None
    if request.reason == "corrected" and correction is None:
        sentence = (
            f"Chưa có văn bản đính chính tên của {item.name}: hãy soạn và ban hành văn bản đính chính "
            "ở trang quyết định, rồi cấp đổi."
        )
        raise Refused(no(sentence, rule="certify:correction"))
    press = _Press.of(decision, mandate=mandate, on=on)
    gold = str(last_gold_number(decision) + 1) if press.runs else certificate.gold_number
    new = press.make(item, gold)
    done = Reissue.objects.create(
        old=certificate, new=new, reason=request.reason, why=squeeze(request.why)[:300],
        asked_by=squeeze(request.asked_by)[:200], asked_on=request.asked_on, made_on=on,
        correction=correction,
    )  # fmt: skip
    says = (
        f"{done.procedure.capitalize()} giấy của {item.name} ({done.get_reason_display()}): mã {new.code} "
        f"thay mã {certificate.code}."
    )
    told = {"old": certificate.code, "new": new.code, "reason": request.reason}
    write("reissue_certificate", says, actor=mandate.actor(), on=on, thing=decision, data=told)
    return new


def _require_complete(request: Request, *, on: date) -> None:
    if request.reason not in dict(REASONS) or not request.asked_by.strip():
        raise Refused(no("Hãy ghi lý do và người đề nghị cấp lại, cấp đổi.", rule="certify:request"))
    if request.asked_on > on:
        raise Refused(no("Ngày đề nghị không được sau hôm nay.", rule="certify:asked_on"))


@dataclass(frozen=True)
class _Press:
    """What all certificates of a decision share (chung cho cả quyết định)."""

    decision: Decision
    form: AwardForm
    words: Words
    runs: bool
    key: SealKey
    on: date

    @classmethod
    def of(cls, decision: Decision, *, mandate: Mandate, on: date) -> _Press:
        """The press of an issued decision; the office gets its seal key when it has none."""
        assert decision.decided_on is not None  # permissions ask for an issued decision
        book = rulebook_of(decision.unit, on=decision.decided_on)
        words = campaign_words(decision.campaign, decision.unit)
        key = key_for(decision.unit, actor=mandate.actor(), on=on)
        runs = book.gold_book_rule().rule == "running"
        return cls(decision, book.form(decision.form), words, runs, key, on)

    def make(self, item: DecisionItem, gold: str) -> Certificate:
        """One certificate, whose square code carries the sealed statement."""
        document, code = self.decision.document, short_code(CODE_LENGTH)
        assert document is not None
        content = certificate_content(
            item, form=self.form, document=document, gold_number=gold, words=self.words
        )
        said = statement_of(code, content=content, decision=self.decision, key_id=self.key.key_id)
        digits = to_digits(said.body + seal(said.sealed, key=self.key))
        return Certificate.objects.create(
            item=item, code=code, gold_number=gold, content=content, statement=digits, made_on=self.on
        )
