"""What an award decision says (nội dung quyết định khen thưởng): the chair's own power, so no “TM.”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from thidua.awards.documents.lists import KIND_NAMES, numbered_groups, printed_recipient
from thidua.awards.documents.submission import chair_words, plan_grounds
from thidua.awards.models import Decision, DecisionItem
from thidua.awards.queries.decision import decision_items
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate
from thidua.paper.model import Appendix, Column, Document, Paragraph, Table, article, p
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import chair_letterhead, committee_lines
from thidua.records.sign import ON_OWN_AUTHORITY, signature_block
from thidua.vietnamese.money import money, money_in_words

COLUMNS = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 42),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 42),
    Column("Thành tích", 48),
    Column("Tiền thưởng (đồng)", 24, "right"),
)


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
    words = campaign_words(campaign, decision.unit)
    return Document(
        kind="quyet_dinh",
        letterhead=chair_letterhead(decision.unit),
        type_name="QUYẾT ĐỊNH",
        summary=f"Về việc tặng {title}",
        issuer_line=f"CHỦ TỊCH {' '.join(committee_lines(decision.unit))}",
        grounds=(*grounds, *plan_grounds(campaign.plan), _on_proposal(decision)),
        body=(
            article(1, words("decision-award", title=title, counted=_counted(items),
                             campaign=campaign.short_title)),
            article(2, words("decision-money", total=money(total), words=money_in_words(total),
                             fund=fund_of(decision)) if total else words("decision-no-money")),
            article(3, words("decision-force", kinds=_kinds(items))),
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
    return f"{proposed_by(decision)}{paper}"


def proposed_by(decision: Decision) -> str:
    """Who proposes a decision, as its last ground (theo đề nghị của)."""
    return f"Theo đề nghị của Thường trực Hội đồng Thi đua - Khen thưởng {decision.unit.short_name}"


def _groups(items: Sequence[DecisionItem]) -> list[tuple[str, list[DecisionItem]]]:
    return [(kind, list(group)) for kind, group in groupby(items, key=lambda item: item.recipient)]


def _kinds(items: Sequence[DecisionItem]) -> str:
    return ", ".join(KIND_NAMES[kind] for kind, _ in _groups(items))


def _counted(items: Sequence[DecisionItem]) -> str:
    return ", ".join(f"{len(group):02} {KIND_NAMES[kind]}" for kind, group in _groups(items))


def _list(items: Sequence[DecisionItem], *, total: int) -> Table:
    groups = ((KIND_NAMES[kind], group) for kind, group in _groups(items))
    rows = numbered_groups(
        groups,
        lambda item: (printed_recipient(item), item.address, item.achievement, money(item.amount or 0)),
    )
    return Table(COLUMNS, tuple(rows), total_row=("", "Cộng", "", "", money(total)))


def _sum_in_words(total: int) -> Paragraph:
    return p(f"Số tiền bằng chữ: {money_in_words(total)}.")
