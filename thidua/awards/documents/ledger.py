"""The ledger of the fund and the voucher of one payment (sổ quỹ khen thưởng, phiếu chi), on paper and as a
sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua.awards.documents.lists import printed_recipient
from thidua.awards.models import FundEntry, FundYear
from thidua.awards.models.fund import MEANS
from thidua.awards.queries.fund import FundNow, LedgerLine
from thidua.org.models import Mandate
from thidua.paper.model import Column, Document, SignatureBlock, Signatures, Table, p
from thidua.paper.sheet import Field, Sheet, write_xlsx
from thidua.records.letterheads import office_letterhead
from thidua.records.sign import ON_OWN_AUTHORITY, signature_block
from thidua.vietnamese.dates import long_date, vn_date
from thidua.vietnamese.money import money, money_in_words

LINES = (
    Column("Số TT", 12, "center"),
    Column("Ngày", 24, "center"),
    Column("Diễn giải", 83),
    Column("Chứng từ", 40),
    Column("Thu (đồng)", 30, "right"),
    Column("Chi (đồng)", 30, "right"),
    Column("Còn lại (đồng)", 32, "right"),
)


def ledger_paper(
    fund: FundNow, lines: Sequence[LedgerLine], *, accountant: Mandate | None, chair: Mandate | None
) -> Document:
    """The ledger of a year as it is printed and filed (sổ quỹ in ra): every line, the sums, what is left.

    Căn cứ: không (quy ước nội bộ).
    """
    row = fund.row
    came, went = sum(one.came_in or 0 for one in lines), sum(one.went_out or 0 for one in lines)
    head = replace(office_letterhead(row.unit), show_number=False, show_place_date=False)
    closed = f" Sổ khóa {long_date(row.closed_on)}." if row.closed_on else ""
    return Document(
        kind="so_quy",
        letterhead=head,
        type_name=f"SỔ QUỸ THI ĐUA, KHEN THƯỞNG NĂM {row.year}",
        body=(
            Table(
                LINES,
                tuple(_cells(one) for one in lines),
                total_row=("", "", "Cộng", "", money(came), money(went), money(fund.left)),
            ),
            p(f"Còn lại: {_signed(fund.left)}.{closed}"),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="KẾ TOÁN", name=accountant.person.name if accountant else ""),
                signature_block(chair, authority=ON_OWN_AUTHORITY) if chair else SignatureBlock("CHỦ TỊCH"),
            )
        ),
        landscape=True,
        end_mark=False,
    )


def _cells(line: LedgerLine) -> tuple[str, ...]:
    entry = line.entry
    return (
        str(entry.number),
        vn_date(entry.day),
        line_words(entry),
        entry.paper,
        money(line.came_in) if line.came_in is not None else "",
        money(line.went_out) if line.went_out is not None else "",
        money(line.left),
    )


def _signed(amount: int) -> str:
    """An amount with its words; an overspent fund is said as such."""
    if amount < 0:
        return f"âm {money(-amount)} đồng"
    return f"{money(amount)} đồng ({money_in_words(amount)})"


def line_words(entry: FundEntry) -> str:
    """What a line says (diễn giải), with who paid in or received."""
    who = f", {entry.counterpart}" if entry.counterpart and entry.counterpart not in entry.says else ""
    how = f" ({MEANS[entry.means]})" if entry.means else ""
    return f"{entry.says}{who}{how}"


def ledger_sheet(row: FundYear, lines: Sequence[LedgerLine]) -> bytes:
    """The ledger of a year as a spreadsheet (sổ quỹ Excel)."""
    columns = (
        Field("Số TT", 8, "number"), Field("Ngày", 12, "date"), Field("Loại", 28), Field("Diễn giải", 50),
        Field("Người nhận, người nộp", 30), Field("Hình thức", 14), Field("Chứng từ", 28),
        Field("Thu", 16, "money"), Field("Chi", 16, "money"), Field("Còn lại", 18, "money"),
        Field("Người ghi", 34),
    )  # fmt: skip
    rows = tuple(
        (
            one.entry.number, one.entry.day, one.entry.get_kind_display(), one.entry.says,
            one.entry.counterpart, MEANS.get(one.entry.means, ""), one.entry.paper, one.came_in,
            one.went_out, one.left, one.entry.entered_by,
        )
        for one in lines
    )  # fmt: skip
    return write_xlsx([Sheet(f"Sổ quỹ {row.year}", columns, rows)])


def voucher_paper(entry: FundEntry, *, accountant: Mandate | None, chair: Mandate | None) -> Document:
    """The data of a payment voucher (phiếu chi tiền thưởng) for one line of the ledger: who received how much
    for what, by which decision, with room for the three signatures.

    The numbered form of the accounting rules stays with the accountant. Căn cứ: không (quy ước nội bộ).
    """
    payment = entry.payment
    assert payment is not None  # only prize money has a voucher
    item, decision = payment.item, payment.item.decision
    title = decision.document.title if decision.document else ""
    head = replace(office_letterhead(decision.unit), show_number=False, show_place_date=False)
    book = f"dòng {entry.number} sổ quỹ năm {entry.fund_year.year}"
    facts = (
        f"Số phiếu: {entry.paper or '…………'}; {long_date(entry.day)}; {book}.",
        f"Người nhận tiền: {entry.counterpart}.",
        *((f"Nhận thay theo: {payment.authority}.",) if payment.authority else ()),
        f"Người được thưởng: {printed_recipient(item)}, {item.address}.",
        f"Lý do chi: tiền thưởng theo {title}.",
        f"Số tiền: {money(payment.amount)} đồng ({money_in_words(payment.amount)}).",
        f"Cách tính: {item.amount_because}",
        f"Hình thức: {MEANS.get(entry.means, 'tiền mặt')}.",
    )
    return Document(
        kind="phieu_chi",
        letterhead=head,
        type_name="PHIẾU CHI TIỀN THƯỞNG",
        body=tuple(p(fact) for fact in facts),
        signature=Signatures(
            (
                SignatureBlock(role="NGƯỜI NHẬN TIỀN", name=entry.counterpart),
                SignatureBlock(role="KẾ TOÁN", name=accountant.person.name if accountant else ""),
                signature_block(chair, authority=ON_OWN_AUTHORITY) if chair else SignatureBlock("CHỦ TỊCH"),
            )
        ),
        end_mark=False,
    )
