"""Certificates and the payment list (giấy khen, danh sách chi tiền thưởng), from the decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from thidua.awards.documents.decision import fund_of
from thidua.awards.documents.lists import printed_recipient
from thidua.awards.models import Certificate, Decision, DecisionItem, Payment
from thidua.awards.queries.life import corrected_name
from thidua.campaigns.queries.campaign import campaign_words
from thidua.law.authority import AwardForm
from thidua.law.local_title import is_local
from thidua.org.models import Mandate, Unit
from thidua.paper.blank import Layout, write_on_blanks
from thidua.paper.certificate import Certificate as Printed
from thidua.paper.certificate import write_certificates
from thidua.paper.model import Column, Document, SignatureBlock, Signatures, Table, long_day, p
from thidua.paper.sheet import Field, Sheet, write_xlsx
from thidua.records.letterheads import committee_lines, office_letterhead
from thidua.records.models import OfficialDocument
from thidua.records.queries.wordings import Words
from thidua.records.sign import ON_OWN_AUTHORITY, signature_block
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money, money_in_words

PAYEES = (
    Column("TT", 9, "center"),
    Column("Người được thưởng", 44),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 42),
    Column("Số tiền (đồng)", 24, "right"),
    Column("Người nhận", 28),
    Column("Ký nhận", 23),
)


def certificate_content(
    item: DecisionItem, *, form: AwardForm, document: OfficialDocument, gold_number: str, words: Words
) -> dict[str, Any]:
    """What is printed on one certificate, kept for good (nội dung in): the words of the decision, nothing
    retyped; a name that an issued paper corrected is printed as corrected.
    """
    correction = corrected_name(item)
    decision = item.decision
    signer = document.signer
    block = signature_block(signer, authority=ON_OWN_AUTHORITY) if signer else SignatureBlock(role="CHỦ TỊCH")
    return {
        "title": form.certificate,
        "decider": f"CHỦ TỊCH {' '.join(committee_lines(decision.unit))}",
        "place": decision.unit.place,
        "day": document.day.isoformat() if document.day else None,
        "prefix": item.prefix,
        "name": correction.right if correction else item.name,
        "address": item.address,
        "achievement": _title(form)
        + words("certificate-achievement", campaign=decision.campaign.short_title),
        "for_role": block.for_role,
        "signer_role": block.role,
        "signer_name": block.name,
        "decision_line": f"Quyết định số {document.number_text} {long_day(document.day)}",
        "gold_number": gold_number,
    }


def _title(form: AwardForm) -> str:
    """A title of the locality is named above the achievement: its sheet only says “Giấy chứng nhận”."""
    return f"Danh hiệu “{form.name}”. " if is_local(form.id) else ""


def printed(certificate: Certificate, *, base: str) -> Printed:
    """A certificate as the printer takes it, its sealed statement after the “#”; `base` is the public address
    before “/kiem-tra/<mã>/”.
    """
    known = {field.name for field in fields(Printed)}
    said = {name: value for name, value in certificate.content.items() if name in known}
    said["day"] = date.fromisoformat(said["day"]) if said["day"] else None
    sealed = f"#{certificate.statement}" if certificate.statement else ""
    address = f"{base.rstrip('/')}/kiem-tra/{certificate.code}/{sealed}"
    return Printed(**said, code=certificate.code, verify_url=address)


def print_certificates(certificates: Sequence[Certificate], *, base: str) -> bytes:
    """The certificates as one PDF, a page each, in the order given (in giấy khen)."""
    stamp = datetime.combine(certificates[0].made_on, time(8), tzinfo=timezone.get_default_timezone())
    return write_certificates([printed(one, base=base) for one in certificates], timestamp=stamp)


def print_on_blanks(certificates: Sequence[Certificate], layout: Layout, *, base: str) -> bytes:
    """Only the data of the certificates, for a pre-printed blank, in the order given (in lên phôi)."""
    stamp = datetime.combine(certificates[0].made_on, time(8), tzinfo=timezone.get_default_timezone())
    return write_on_blanks([printed(one, base=base) for one in certificates], layout, timestamp=stamp)


def sample_on_blank(layout: Layout, *, unit: Unit, on: date, base: str) -> bytes:
    """An invented long name on a blank (in thử), so that nobody tries a blank with a real certificate."""
    stamp = datetime.combine(on, time(8), tzinfo=timezone.get_default_timezone())
    sample = Printed(
        title="", decider="", place=unit.place, day=on, prefix="Ông", name="Nguyễn Văn Thử Phôi",
        address=f"Thôn In Thử, {unit.short_name}", signer_role="CHỦ TỊCH", signer_name="Họ và tên",
        achievement="Đã có thành tích xuất sắc trong phong trào thi đua “In thử lên phôi cho đúng chỗ”",
        decision_line=f"Quyết định số 00/QĐ-UBND {long_day(on)}", gold_number="00", code="inthu",
        verify_url=f"{base.rstrip('/')}/kiem-tra/inthu/", for_role="KT. CHỦ TỊCH",
    )  # fmt: skip
    return write_on_blanks([sample], layout, timestamp=stamp)


def payment_list_paper(
    decision: Decision, payments: Sequence[Payment], *, signer: Mandate, accountant: Mandate | None
) -> Document:
    """The list by which prize money is paid out (danh sách chi tiền thưởng), with a place for each payee to
    sign.
    """
    total = sum(payment.amount for payment in payments)
    words = campaign_words(decision.campaign, decision.unit)
    title = decision.document.title if decision.document else ""
    rows = tuple(
        (str(one.item.order), printed_recipient(one.item), one.item.address, money(one.amount), one.payee, "")
        for one in payments
    )
    return Document(
        kind="danh_sach",
        letterhead=office_letterhead(decision.unit),
        type_name="DANH SÁCH",
        summary=f"Chi tiền thưởng phong trào “{decision.campaign.short_title}”",
        body=(
            p(
                words(
                    "payment-list-opening",
                    paper=title,
                    chair=f"Chủ tịch {decision.unit.name}",
                    fund=fund_of(decision),
                )
            ),
            Table(PAYEES, rows, total_row=("", "Cộng", "", money(total), "", "")),
            p(f"Số tiền bằng chữ: {money_in_words(total)}."),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="KẾ TOÁN", name=accountant.person.name if accountant else ""),
                signature_block(signer, authority=ON_OWN_AUTHORITY),
            )
        ),
        recipients=("Kế toán", "Lưu: VT"),
        end_mark=False,
    )


def payment_sheet(decision: Decision, payments: Sequence[Payment]) -> bytes:
    """The same list as a spreadsheet (danh sách chi Excel), with multiplier and base salary."""
    columns = (
        Field("TT", 6, "number"), Field("Người được thưởng", 32), Field("Chức vụ, đơn vị hoặc địa chỉ", 36),
        Field("Hệ số", 10), Field("Mức lương cơ sở", 18, "money"), Field("Tiền thưởng", 16, "money"),
        Field("Cách tính", 60), Field("Người nhận", 28), Field("Ngày chi", 12, "date"),
        Field("Số phiếu chi", 16),
    )  # fmt: skip
    rows = tuple(
        (
            one.item.order, printed_recipient(one.item), one.item.address,
            f"{one.item.multiplier:f}".rstrip("0").rstrip(".").replace(".", ","), one.item.base_salary,
            one.amount,
            one.item.amount_because, one.payee, one.paid_on, one.receipt,
        )
        for one in payments
    )  # fmt: skip
    return write_xlsx([Sheet("Chi tiền thưởng", columns, rows)])


def register_sheet(certificates: Sequence[Certificate]) -> bytes:
    """The register of certificates as a spreadsheet (sổ khen thưởng Excel)."""
    columns = (
        Field("TT", 6, "number"), Field("Tên", 36), Field("Số quyết định", 40), Field("Số sổ vàng", 12),
        Field("Mã tra cứu", 18), Field("Ngày trao", 12, "date"), Field("Người nhận", 30),
    )  # fmt: skip
    rows = tuple(
        (one.item.order, printed_recipient(one.item), one.content["decision_line"], one.gold_number, one.code,
         one.handed_on, one.handed_to)
        for one in certificates
    )  # fmt: skip
    return write_xlsx([Sheet("Sổ khen thưởng", columns, rows)])


def handed_words(certificate: Certificate) -> str:
    """When and to whom a certificate was handed over, in words (đã trao)."""
    if certificate.handed_on is None:
        return "chưa trao"
    instead = f" ({certificate.handed_as})" if certificate.handed_as else ""
    return f"đã trao ngày {vn_date(certificate.handed_on)} cho {certificate.handed_to}{instead}"
