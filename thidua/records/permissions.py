"""Who may do what with a paper (quyền với văn bản): every question answers with a ruling."""

from __future__ import annotations

from datetime import date

from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.org.states import ROLES
from thidua.records.models import OfficialDocument, Partner
from thidua.records.queries.packages import organ_codes
from thidua.records.states import CHAIRS, HEADS, PURPOSES

SIGNATURE = "Điều 13 Nghị định 30/2020/NĐ-CP"
NUMBERING = "Điều 15 Nghị định 30/2020/NĐ-CP"
ISSUING = "Điều 18 Nghị định 30/2020/NĐ-CP"
SEALING = "Điều 32 khoản 2 Nghị định 30/2020/NĐ-CP"


def _in(document: OfficialDocument, *states: str) -> Ruling:
    if document.state in states:
        return yes()
    return no(f"Văn bản {document.state_says}, không làm được việc này ở bước đó.", rule="state:move")


def _first_no(*rulings: Ruling) -> Ruling:
    return next((ruling for ruling in rulings if ruling.stops), rulings[-1])


def may_draft(mandate: Mandate, purpose: str, *, unit: Unit, on: date) -> Ruling:
    """May this mandate draft a paper of this purpose for the unit? (được soạn); the standing officer also for
    the bodies and villages of the same office.
    """
    known = PURPOSES[purpose]
    if unit.parent_id == mandate.unit_id and not unit.is_government and mandate.holds("standing"):
        return may_act(mandate, *known.drafts, on=on)
    return may_act(mandate, *known.drafts, on=on, unit=unit)


def may_be_signed_by(signer: Mandate, purpose: str, *, unit: Unit, on: date) -> Ruling:
    """May this person sign papers of this purpose? (thẩm quyền ký)."""
    known = PURPOSES[purpose]
    if signer.unit_id != unit.pk or not signer.holds(*known.signs) or not signer.is_open(on):
        names = ", ".join(ROLES[role].name for role in known.signs)
        return no(
            f"Người ký {known.name} phải là {names} của {unit.name}.", source=SIGNATURE, rule="paper:signer"
        )
    return yes()


def may_rewrite(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate change the text of the paper? (được sửa nội dung)."""
    return _first_no(
        may_draft(mandate, document.purpose, unit=document.unit, on=on),
        _ours(document),
        _in(document, "draft", "returned"),
    )


def _ours(document: OfficialDocument) -> Ruling:
    if document.origin == "ours":
        return yes()
    return no("Đây là bản gốc đã ban hành, không soạn lại ở đây.", source=ISSUING, rule="paper:original")


def may_take_back(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate take the paper back from the signer's desk? (rút lại trước khi ký)."""
    return _first_no(
        may_draft(mandate, document.purpose, unit=document.unit, on=on), _in(document, "for_signature")
    )


def may_sign(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate sign, or hand the paper back? (được ký, được trả lại): only the one it was sent to."""
    if not mandate.is_open(on):
        return may_act(mandate, on=on)
    if document.signer_id != mandate.pk:
        return no(f"Văn bản này trình {document.signer} ký.", source=SIGNATURE, rule="paper:signer")
    return _in(document, "for_signature")


def may_unsign(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May the signer take the signature back? (rút chữ ký): until the clerk has given a number."""
    if document.signer_id != mandate.pk:
        return no(
            f"Chỉ người đã ký ({document.signer}) được rút chữ ký.", source=SIGNATURE, rule="paper:signer"
        )
    return _first_no(may_act(mandate, on=on), _in(document, "signed"))


def _clerk(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """The clerk of an office; a body or village without one keeps its own book, by its head."""
    roles = ("clerk",) if document.unit.is_government else ("clerk", *HEADS)
    return may_act(mandate, *roles, on=on, unit=document.unit)


def may_number(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate give number and day? (được cho số). Căn cứ: Điều 15 Nghị định 30/2020/NĐ-CP."""
    return _first_no(_clerk(mandate, document, on=on), _in(document, "signed"))


def may_issue(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate issue the paper, or take its number back? (được phát hành)."""
    return _first_no(_clerk(mandate, document, on=on), _in(document, "numbered"))


def may_seal(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate sign with the key of the organisation? (ký số của cơ quan): the clerk alone.

    Căn cứ: Điều 32 khoản 2 Nghị định 30/2020/NĐ-CP.
    """
    return _first_no(may_act(mandate, "clerk", on=on, unit=document.unit), _in(document, "numbered"))


def may_copy(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate make a copy of the paper for its own body (được sao văn bản)? Once it is issued; by
    the clerk or the standing officer, in a body or village by its head.
    """
    return _first_no(may_keep_copies(mandate, on=on), _in(document, "issued"))


def may_keep_copies(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate keep the book of copies of its body (sổ đăng ký bản sao)?"""
    roles = ("clerk", "standing") if mandate.unit.is_government else ("clerk", *HEADS)
    return may_act(mandate, *roles, on=on)


def may_sign_copy(signer: Mandate, *, unit: Unit, on: date) -> Ruling:
    """May this person sign copies of the body (thẩm quyền ký bản sao)? Its head or a deputy."""
    roles = CHAIRS if unit.is_government else HEADS
    if signer.unit_id != unit.pk or not signer.holds(*roles) or not signer.is_open(on):
        names = ", ".join(ROLES[role].name for role in roles)
        return no(f"Người ký bản sao phải là {names} của {unit.name}.", rule="copy:signer")
    return yes()


def may_seal_copy(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate sign an electronic copy with the key of the organisation? The clerk alone."""
    return _first_no(may_act(mandate, "clerk", on=on), _in(document, "issued"))


def may_sign_appendix(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate sign a separate appendix with the key of the organisation (ký số phụ lục tách rời)?
    The clerk of the issuing body, once the paper has its number.
    """
    return _first_no(
        may_act(mandate, "clerk", on=on, unit=document.unit), _in(document, "numbered", "issued")
    )


def may_set_signature_image(mandate: Mandate, *, seal: bool, on: date) -> Ruling:
    """May this mandate put in the picture of its signature, or the clerk the seal? (ảnh chữ ký)."""
    return may_act(mandate, *(("clerk",) if seal else ()), on=on)


def may_attach_scan(mandate: Mandate, document: OfficialDocument, *, on: date) -> Ruling:
    """May this mandate put in the signed and sealed scan? (đưa bản có dấu lên)."""
    roles = ("clerk", "standing") if document.unit.is_government else ("clerk", *HEADS)
    return _first_no(may_act(mandate, *roles, on=on, unit=document.unit), _in(document, "issued"))


def may_receive_original(mandate: Mandate, *, unit: Unit, on: date) -> Ruling:
    """May this mandate file a paper that was issued already? (nhập bản gốc đã ban hành)."""
    if unit.is_government:
        return may_act(mandate, "standing", "clerk", *CHAIRS, on=on, unit=unit)
    return may_act(mandate, *HEADS, on=on, unit=unit)


def may_check(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate have the journal and the issued papers checked? (kiểm tra toàn vẹn)."""
    return may_act(mandate, "admin", "standing", *CHAIRS, on=on, unit=unit)


def may_keep_key(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate see to the seal key of the office (khóa niêm phong)? Clerk and standing officer."""
    return may_act(mandate, "clerk", "standing", on=on, unit=unit)


def may_exchange(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate make packages of the office and take packages in (lập, tiếp nhận gói)? The standing
    officer and the clerk. Căn cứ: không (quy ước nội bộ).
    """
    ruling = may_act(mandate, "standing", "clerk", on=on, unit=unit)
    if ruling.is_yes and not unit.is_government:
        return no("Chỉ Ủy ban nhân dân trao đổi gói hồ sơ.", rule="package:office")
    return ruling


def may_keep_partners(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate enter partners and confirm their keys (khai, đối chiếu khóa)? The standing officer
    and the chair. Căn cứ: không (quy ước nội bộ).
    """
    ruling = may_act(mandate, "standing", "chair", "vice_chair", on=on, unit=unit)
    if ruling.is_yes and not unit.is_government:
        return no("Chỉ Ủy ban nhân dân trao đổi gói hồ sơ.", rule="package:office")
    return ruling


def may_confirm_key(mandate: Mandate, partner: Partner, *, on: date) -> Ruling:
    """May the key of this partner be confirmed (đối chiếu khóa)? Once, while it is not ended.

    Căn cứ: không (quy ước nội bộ).
    """
    ruling = may_keep_partners(mandate, partner.unit, on=on)
    if ruling.is_yes and partner.ended_on is not None:
        return no("Khóa này đã thôi dùng.", rule="partner:ended")
    if ruling.is_yes and partner.confirmed_on is not None:
        return no("Khóa này đã được đối chiếu.", rule="partner:confirmed")
    return ruling


def may_exchange_edxml(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate send and receive messages for the office (gửi, nhận edXML)? Clerk and standing
    officer. Căn cứ: không (quy ước nội bộ).
    """
    ruling = may_act(mandate, "clerk", "standing", on=on, unit=unit)
    if ruling.is_yes and not unit.is_government:
        return no("Chỉ văn thư, thường trực của Ủy ban nhân dân gửi, nhận edXML.", rule="edxml:office")
    return ruling


def may_set_organ(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate write down the identifier of this body (ghi mã định danh)? Of the own office and of
    those above and below it. Căn cứ: không (quy ước nội bộ).
    """
    ruling = may_act(mandate, "clerk", "standing", "admin", on=on)
    if ruling.is_yes and not organ_codes(mandate.unit).filter(pk=unit.pk).exists():
        return no("Chỉ ghi mã định danh của cơ quan mình, cấp trên và cấp dưới.", rule="edxml:organ")
    return ruling
