"""What is issued when an issued decision is wrong (sửa đổi, đính chính, thu hồi): papers of their own, the
decision itself stays as it is.

Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18 (sai nội dung: sửa bằng văn bản có hình thức tương đương; sai thể
thức, kỹ thuật trình bày, thủ tục: đính chính bằng công văn).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.awards.documents.decision import proposed_by
from thidua.awards.documents.lists import KIND_NAMES, printed_recipient
from thidua.awards.documents.notice import award_title, recipients_counted
from thidua.awards.documents.submission import chair_words
from thidua.awards.models import Decision, DecisionItem
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate
from thidua.paper.model import Appendix, Column, Document, Table, article, p
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import chair_letterhead, committee_lines, office_letterhead
from thidua.records.models import OfficialDocument
from thidua.records.sign import FOR_OFFICE, ON_OWN_AUTHORITY, signature_block
from thidua.vietnamese.money import money, money_in_words

FAULTS = (
    Column("TT", 10, "center"),
    Column("Vị trí", 35),
    Column("Đã ghi", 55),
    Column("Đính chính là", 55),
)
REVOKED = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 55),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 60),
    Column("Tiền thưởng (đồng)", 40, "right"),
)


@dataclass(frozen=True)
class Fault:
    """One place that is wrong (chỗ sai): where it stands, what it says, what it should say.

    With `item` it is the name of that recipient: its place and what it says are known.
    """

    where: str
    said: str
    right: str
    item: DecisionItem | None = None

    @classmethod
    def of_name(cls, item: DecisionItem, right: str) -> Fault:
        """A wrong name (sai tên): as the decision has it, and as it should be."""
        return cls(f"Số thứ tự {item.order} của danh sách", item.called, right, item)


def cited_in_full(decision: Decision) -> str:
    """The decision of the chair as a paper cites it the first time (viện dẫn lần đầu)."""
    unit = decision.unit.name
    return _paper(decision).cited.replace(f" của {unit} ", f" của {chair_words(decision.unit)} ", 1)


def _paper(decision: Decision) -> OfficialDocument:
    assert decision.document is not None  # permissions ask for an issued decision
    return decision.document


def _faults(faults: Sequence[Fault]) -> Table:
    rows = tuple((str(n), one.where, one.said, one.right) for n, one in enumerate(faults, start=1))
    return Table(FAULTS, rows)


def correction_paper(
    decision: Decision, faults: Sequence[Fault], *, grounds: tuple[str, ...], signer: Mandate
) -> Document:
    """The decision that amends a wrong content (quyết định sửa đổi, đính chính): of the same form as the one
    it refers to.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18 và Phụ lục III, Mẫu 1.2.
    """
    paper, words = _paper(decision), campaign_words(decision.campaign, decision.unit)
    return Document(
        kind="quyet_dinh",
        letterhead=chair_letterhead(decision.unit),
        type_name="QUYẾT ĐỊNH",
        summary=f"Về việc đính chính nội dung {paper.title}",
        issuer_line=f"CHỦ TỊCH {' '.join(committee_lines(decision.unit))}",
        grounds=(*grounds, f"Căn cứ {cited_in_full(decision)}", proposed_by(decision)),
        body=(
            article(1, words("correction-content", paper=paper.title)),
            _faults(faults),
            article(2, words("correction-rest", paper=paper.title)),
            article(3, words("correction-force")),
        ),
        signature=signature_block(signer, authority=ON_OWN_AUTHORITY),
        recipients=("Như Điều 3", f"Nơi nhận {paper.title}", "Lưu: VT, HĐTĐKT"),
    )  # fmt: skip


def correction_letter(decision: Decision, faults: Sequence[Fault], *, signer: Mandate) -> Document:
    """The letter that mends a fault of form (công văn đính chính): layout, technique or procedure only.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18 và Phụ lục III, Mẫu 1.5.
    """
    paper, words = _paper(decision), campaign_words(decision.campaign, decision.unit)
    unit, cited = decision.unit.name, cited_in_full(decision)
    return Document(
        kind="cong_van",
        letterhead=office_letterhead(decision.unit),
        letter_subject=f"V/v đính chính thể thức {paper.title}",
        addressees=("Các cơ quan, đơn vị, thôn", "Tập thể, cá nhân, hộ gia đình có liên quan"),
        body=(
            p(words("correction-letter-opening", cited=cited, unit=unit)),
            _faults(faults),
            p(words("correction-letter-closing", paper=paper.title, unit=unit)),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Như trên", "Lưu: VT, HĐTĐKT"),
    )  # fmt: skip


def revocation_paper(
    decision: Decision,
    items: Sequence[DecisionItem],
    *,
    reason: str,
    grounds: tuple[str, ...],
    signer: Mandate,
) -> Document:
    """The decision that cancels an award and asks certificate and money back (quyết định hủy bỏ, thu hồi).

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (từ 01/01/2024); Nghị định 30/2020/NĐ-CP, Phụ lục
    III, Mẫu 1.2.
    """
    paper, words = _paper(decision), campaign_words(decision.campaign, decision.unit)
    said = {"paper": paper.title, "title": award_title(items)}
    total, kinds = sum(item.amount or 0 for item in items), _kinds(items)
    return Document(
        kind="quyet_dinh",
        letterhead=chair_letterhead(decision.unit),
        type_name="QUYẾT ĐỊNH",
        summary=f"Về việc hủy bỏ khen thưởng tại {paper.title}",
        issuer_line=f"CHỦ TỊCH {' '.join(committee_lines(decision.unit))}",
        grounds=(*grounds, f"Căn cứ {cited_in_full(decision)}", proposed_by(decision)),
        body=(
            article(1, words("revocation-award", counted=recipients_counted(items),
                             reason=reason.strip().rstrip("."), **said)),
            article(2, words("revocation-return", kinds=kinds, total=money(total), **said,
                             words=money_in_words(total), commune=decision.unit.short_name)),
            article(3, words("revocation-force", kinds=kinds)),
        ),
        signature=signature_block(signer, authority=ON_OWN_AUTHORITY),
        recipients=("Như Điều 3", f"Nơi nhận {paper.title}", "Lưu: VT, HĐTĐKT"),
        appendices=(_revoked(decision, items),),
    )  # fmt: skip


def _kinds(items: Sequence[DecisionItem]) -> str:
    held = {item.recipient for item in items}
    return ", ".join(name for kind, name in KIND_NAMES.items() if kind in held)


def _revoked(decision: Decision, items: Sequence[DecisionItem]) -> Appendix:
    rows = tuple(
        (str(n), printed_recipient(one), one.address, money(one.amount or 0))
        for n, one in enumerate(items, start=1)
    )
    total = sum(item.amount or 0 for item in items)
    return Appendix(
        f"BỊ HỦY BỎ VIỆC TẶNG {award_title(items).upper()}",
        f"(Kèm theo Quyết định số {OWN_NUMBER} ngày {OWN_DAY} của {chair_words(decision.unit)})",
        (Table(REVOKED, rows, total_row=("", "Cộng", "", money(total))),),
        label="DANH SÁCH",
    )
