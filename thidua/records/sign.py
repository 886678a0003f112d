"""Send a paper for signature, take it back, hand it back, sign it (trình ký, ký)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.journal import lifecycle
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.paper.blocks import SignatureBlock
from thidua.records import permissions
from thidua.records.hold_signed import drop
from thidua.records.models import OfficialDocument

FOR_OFFICE = "TM. ỦY BAN NHÂN DÂN"
FOR_COUNCIL = "TM. HỘI ĐỒNG"
COUNCIL_WORD = "HỘI ĐỒNG"
ON_OWN_AUTHORITY = ""


def signature_block(signer: Mandate, *, authority: str) -> SignatureBlock:
    """How a person signs (khối chữ ký): `authority` is the line above, as `FOR_OFFICE`, or "" for the chair's
    own power.

    A chair signs CHỦ TỊCH, a deputy KT. CHỦ TỊCH / PHÓ CHỦ TỊCH, everybody else with the title in capitals;
    for a council, with the post in it, the other post above the name.
    Căn cứ: Điều 13 và Phụ lục I mục II.7 Nghị định 30/2020/NĐ-CP.
    """
    name, title = signer.person.name, signer.office.title.upper()
    of_council = authority == FOR_COUNCIL
    other = title if of_council and COUNCIL_WORD not in title else ""
    if signer.role == "chair":
        return SignatureBlock(authority, "CHỦ TỊCH", name=name, other_role=other)
    if signer.role == "vice_chair":
        return SignatureBlock(authority, "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH", name=name, other_role=other)
    role = "ỦY VIÊN THƯỜNG TRỰC" if of_council and signer.role == "standing" else title
    return SignatureBlock(authority, role, name=name, other_role=other if role != title else "")


@transaction.atomic
def send_for_signature(
    document: OfficialDocument, *, signer: Mandate | None = None, mandate: Mandate, on: date
) -> None:
    """Lay the paper on the signer's desk (trình ký); without `signer` the one named when it was drafted.

    Raises `Refused` when that person may not sign it. Căn cứ: Điều 13 Nghị định 30/2020/NĐ-CP.
    """
    permissions.may_rewrite(mandate, document, on=on).require()
    to = signer or document.signer
    if to is None:
        raise Refused(no("Văn bản chưa có người ký. Hãy chọn người ký rồi trình.", rule="paper:signer"))
    permissions.may_be_signed_by(to, document.purpose, unit=document.unit, on=on).require()
    document.signer, document.remark = to, ""
    lifecycle.keep(document, "signer", "remark")
    says = f"Trình {to} ký: {document.subject}."
    lifecycle.advance(
        document, "for_signature", actor=mandate.actor(), on=on, verb="send_for_signature", says=says
    )


@transaction.atomic
def take_back(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Take a paper back from the signer's desk (rút văn bản đã trình), while it is unsigned.

    Căn cứ: không (quy ước nội bộ).
    """
    permissions.may_take_back(mandate, document, on=on).require()
    drop(document, "given", on=on)
    says = f"Rút lại văn bản đang trình ký: {document.subject}."
    lifecycle.advance(document, "draft", actor=mandate.actor(), on=on, verb="take_back", says=says)


@transaction.atomic
def hand_back(document: OfficialDocument, *, remark: str, mandate: Mandate, on: date) -> None:
    """Return a paper to the drafter with a remark (trả lại kèm ý kiến). Raises `Refused` without a remark.

    Căn cứ: không (quy ước nội bộ).
    """
    permissions.may_sign(mandate, document, on=on).require()
    if not remark.strip():
        raise Refused(no("Hãy ghi cần sửa gì, để người soạn biết.", rule="paper:remark"))
    drop(document, "given", on=on)
    document.remark = remark.strip()
    lifecycle.keep(document, "remark")
    says = f"Trả lại văn bản “{document.subject}”: {document.remark}"
    lifecycle.advance(document, "returned", actor=mandate.actor(), on=on, verb="hand_back", says=says)


@transaction.atomic
def sign(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Sign the paper (ký văn bản): only the one it was sent to; the clerk is next.

    Căn cứ: Điều 13 Nghị định 30/2020/NĐ-CP.
    """
    permissions.may_sign(mandate, document, on=on).require()
    block = signature_block(mandate, authority="")
    document.signed_on = on
    document.signer_words = " ".join(part for part in (block.for_role, block.role, block.name) if part)
    lifecycle.keep(document, "signed_on", "signer_words")
    says = f"Ký văn bản: {document.subject}."
    lifecycle.advance(document, "signed", actor=mandate.actor(), on=on, verb="sign", says=says)


@transaction.atomic
def unsign(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Take the signature back (rút chữ ký) until the clerk has given a number. Căn cứ: không (quy ước nội
    bộ).
    """
    permissions.may_unsign(mandate, document, on=on).require()
    document.signed_on, document.signer_words = None, ""
    lifecycle.keep(document, "signed_on", "signer_words")
    drop(document, "head", on=on)
    says = f"Rút chữ ký: {document.subject}."
    lifecycle.advance(document, "for_signature", actor=mandate.actor(), on=on, verb="unsign", says=says)
