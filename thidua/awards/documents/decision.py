"""What an award decision says (nội dung quyết định khen thưởng): the chair's own power, so no “TM.”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from thidua.awards.documents.nomination import KIND_NAMES
from thidua.awards.documents.submission import chair_words, plan_grounds
from thidua.awards.models import Decision, DecisionItem
from thidua.awards.queries.decision import decision_items
from thidua.org.models import Mandate
from thidua.paper.model import Appendix, Column, Document, Paragraph, Table, article, p
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import chair_letterhead, committee_lines
from thidua.records.sign import ON_OWN_AUTHORITY, signature_block
from thidua.vietnamese.money import money, money_in_words
from thidua.vietnamese.numbers import roman

COLUMNS = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 42),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 42),
    Column("Thành tích", 48),
    Column("Tiền thưởng (đồng)", 24, "right"),
)


def printed_recipient(item: DecisionItem) -> str:
    """The recipient as lists print it, with the form of address (tên ghi trong danh sách)."""
    return f"{item.prefix} {item.name}".strip()


def fund_of(decision: Decision) -> str:
    """The fund the money comes from (nguồn kinh phí): that of the level that decides."""
    return f"Quỹ thi đua, khen thưởng của {decision.unit.short_name}"


def decision_paper(decision: Decision, *, grounds: tuple[str, ...], signer: Mandate) -> Document:
    """The decision of the chair with its list (quyết định tặng thưởng kèm danh sách).

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2.
    """
    items = decision_items(decision)
    title, campaign = items[0].nomination.award.title, decision.campaign
    chair, total = chair_words(decision.unit), decision.total or 0
    return Document(
        kind="quyet_dinh",
        letterhead=chair_letterhead(decision.unit),
        type_name="QUYẾT ĐỊNH",
        summary=f"Về việc tặng {title}",
        issuer_line=f"CHỦ TỊCH {' '.join(committee_lines(decision.unit))}",
        grounds=(*grounds, *plan_grounds(campaign.plan), _on_proposal(decision)),
        body=(
            article(1, f"Tặng {title} cho {_counted(items)} đã có thành tích xuất sắc trong phong trào "
                       f"thi đua “{campaign.short_title}” (có danh sách kèm theo)."),
            article(2, f"Tiền thưởng kèm theo là {money(total)} đồng ({money_in_words(total)}), "
                       f"trích từ {fund_of(decision)}."),
            article(3, "Quyết định này có hiệu lực kể từ ngày ký. Thường trực Hội đồng Thi đua - Khen "
                       "thưởng, bộ phận kế toán, các đơn vị có liên quan và các "
                       f"{_kinds(items)} có tên trong danh sách chịu trách nhiệm thi hành Quyết định này."),
        ),
        signature=signature_block(signer, authority=ON_OWN_AUTHORITY),
        recipients=("Như Điều 3", "Đơn vị đề nghị khen thưởng", "Lưu: VT, HĐTĐKT"),
        appendices=(
            Appendix(
                f"ĐƯỢC TẶNG {title.upper()}",
                f"(Kèm theo Quyết định số {OWN_NUMBER} ngày {OWN_DAY} của {chair})",
                (_list(items, total=total), _sum_in_words(total)),
                label="DANH SÁCH",
            ),
        ),
    )  # fmt: skip


def _on_proposal(decision: Decision) -> str:
    document = decision.submission.document
    paper = f" tại {document.title}" if document is not None else ""
    return f"Theo đề nghị của Thường trực Hội đồng Thi đua - Khen thưởng {decision.unit.short_name}{paper}"


def _groups(items: Sequence[DecisionItem]) -> list[tuple[str, list[DecisionItem]]]:
    return [(kind, list(group)) for kind, group in groupby(items, key=lambda item: item.recipient)]


def _kinds(items: Sequence[DecisionItem]) -> str:
    return ", ".join(KIND_NAMES[kind] for kind, _ in _groups(items))


def _counted(items: Sequence[DecisionItem]) -> str:
    return ", ".join(f"{len(group):02} {KIND_NAMES[kind]}" for kind, group in _groups(items))


def _list(items: Sequence[DecisionItem], *, total: int) -> Table:
    rows: list[tuple[str, ...]] = []
    for number, (kind, group) in enumerate(_groups(items), start=1):
        rows.append((f"{roman(number)}. {KIND_NAMES[kind].upper()}",))
        rows += [
            (
                str(item.order),
                printed_recipient(item),
                item.address,
                item.achievement,
                money(item.amount or 0),
            )
            for item in group
        ]
    return Table(COLUMNS, tuple(rows), total_row=("", "Cộng", "", "", money(total)))


def _sum_in_words(total: int) -> Paragraph:
    return p(f"Số tiền bằng chữ: {money_in_words(total)}.")
