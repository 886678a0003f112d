"""The letter that asks the prize money of cancelled awards back (công văn thu hồi tiền thưởng)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua.awards.models import Decision
from thidua.awards.queries.amendment import Owed
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate
from thidua.paper.model import Column, Document, Table, p
from thidua.records.letterheads import office_letterhead
from thidua.records.sign import FOR_OFFICE, signature_block
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money, money_in_words

OWED = (
    Column("TT", 9, "center"),
    Column("Người nộp", 42),
    Column("Đơn vị hoặc địa chỉ", 39),
    Column("Đã nhận (đồng)", 26, "right"),
    Column("Đã nộp (đồng)", 26, "right"),
    Column("Còn phải nộp (đồng)", 28, "right"),
)


def recall_letter(decision: Decision, owed: Sequence[Owed], *, until: date, signer: Mandate) -> Document:
    """Each recipient with what was received, given back and is still owed (từng người, từng khoản).

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2; Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.
    """
    words, unit = campaign_words(decision.campaign, decision.unit), decision.unit
    papers = list(dict.fromkeys(one.revocation.document.title for one in owed))
    total = sum(one.left for one in owed)
    return Document(
        kind="cong_van",
        letterhead=office_letterhead(unit),
        letter_subject="V/v nộp lại tiền thưởng đã nhận",
        addressees=tuple(dict.fromkeys(one.name for one in owed)),
        body=(
            p(words("recall-opening", papers=", ".join(papers), unit=unit.name)),
            _table(owed),
            p(words("recall-closing", total=money(total), words=money_in_words(total), until=vn_date(until),
                    commune=unit.short_name)),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Như trên", "Kế toán", "Lưu: VT, HĐTĐKT"),
    )  # fmt: skip


def _table(owed: Sequence[Owed]) -> Table:
    rows = tuple(
        (str(n), one.name, one.revocation.item.address, money(one.revocation.paid), money(one.given_back),
         money(one.left))
        for n, one in enumerate(owed, start=1)
    )  # fmt: skip
    sums = (sum(one.revocation.paid for one in owed), sum(one.given_back for one in owed))
    left = sum(one.left for one in owed)
    return Table(OWED, rows, total_row=("", "Cộng", "", money(sums[0]), money(sums[1]), money(left)))
