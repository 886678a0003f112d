"""What is told after the decisions (thông báo): the result to all, a no with its reason to one unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua.awards.documents.lists import KIND_NAMES, numbered_groups, printed_name, printed_recipient
from thidua.awards.documents.submission import chair_words
from thidua.awards.models import Decision, DecisionItem, Nomination
from thidua.awards.queries.ceremony import ceremony_of
from thidua.awards.queries.decision import decision_items
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate, Unit
from thidua.paper.model import Appendix, Block, Column, Document, Table, clause, p
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import office_letterhead
from thidua.records.queries.wordings import Words
from thidua.records.sign import FOR_OFFICE, signature_block
from thidua.vietnamese.dates import vn_date

AWARDED = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 60),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 95),
)
REFUSED = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 45),
    Column("Hình thức đề nghị", 45),
    Column("Lý do", 65),
)
Awarded = Sequence[tuple[Decision, list[DecisionItem]]]


def with_items(decisions: Sequence[Decision]) -> list[tuple[Decision, list[DecisionItem]]]:
    """Each decision with its recipients in its order (quyết định và danh sách)."""
    return [(one, decision_items(one)) for one in decisions]


def award_title(items: Sequence[DecisionItem]) -> str:
    """The form a decision awards, in the words of the plan (hình thức khen thưởng)."""
    return items[0].nomination.award.title


def recipients_counted(items: Sequence[DecisionItem]) -> str:
    """How many of each kind a decision awards (số lượng): “02 tập thể, 01 cá nhân”."""
    kinds = [kind for kind in KIND_NAMES if any(item.recipient == kind for item in items)]
    return ", ".join(
        f"{sum(item.recipient == kind for item in items):02} {KIND_NAMES[kind]}" for kind in kinds
    )


def result_paper(campaign: Campaign, awarded: Awarded, *, signer: Mandate) -> Document:
    """The notice of who is commended in a campaign (thông báo kết quả khen thưởng), by every decision so far.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4.
    """
    unit = signer.unit
    words = campaign_words(campaign, unit)
    return Document(
        kind="thong_bao",
        letterhead=office_letterhead(unit),
        type_name="THÔNG BÁO",
        summary=f"Kết quả khen thưởng đợt “{campaign.short_title}”",
        body=(
            p(words("result-notice-opening", unit=unit.name, campaign=campaign.short_title)),
            *_decided(awarded),
            *_ceremony(campaign, words),
            p(words("result-notice-closing", unit=unit.name)),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Các cơ quan, đơn vị, thôn", "Thành viên Hội đồng TĐKT", "Lưu: VT"),
        appendices=(
            Appendix(
                "ĐƯỢC KHEN THƯỞNG",
                f"(Kèm theo Thông báo số {OWN_NUMBER} ngày {OWN_DAY} của {unit.name})",
                (_list(awarded),),
                label="DANH SÁCH",
            ),
        ),
    )  # fmt: skip


def units_commended(awarded: Awarded) -> list[tuple[Unit, str]]:
    """For each unit with somebody among the commended the result as a short text (kết quả của đơn vị)."""
    named: dict[Unit, list[str]] = {}
    for _, items in awarded:
        for item in items:
            if not item.cancelled:
                line = f"- {printed_recipient(item)}: {award_title(items)}"
                named.setdefault(item.nomination.unit, []).append(line)
    ordered = sorted(named, key=lambda unit: unit.path)
    return [
        (
            unit,
            "\n".join(
                [f"{len(named[unit])} trường hợp của {unit.in_sentence} được khen thưởng:", *named[unit]]
            ),
        )
        for unit in ordered
    ]


def _decided(awarded: Awarded) -> Iterator[Block]:
    for place, (decision, items) in enumerate(awarded, start=1):
        paper = decision.document.title if decision.document else "Quyết định"
        yield clause(place, f"{paper} của {chair_words(decision.unit)}: tặng {award_title(items)} cho "
                            f"{recipients_counted(items)}.")  # fmt: skip


def _ceremony(campaign: Campaign, words: Words) -> Iterator[Block]:
    arranged = ceremony_of(campaign)
    set_day = campaign.deadlines.filter(kind="ceremony").values_list("day", flat=True).first()
    day = arranged.day if arranged else set_day
    if day is not None:
        yield p(words("result-notice-ceremony", day=vn_date(day)))


def _list(awarded: Awarded) -> Table:
    groups = ((award_title(items), items) for _, items in awarded)
    rows = numbered_groups(groups, lambda item: (printed_recipient(item), item.address))
    return Table(AWARDED, tuple(rows))


def refusal_paper(
    campaign: Campaign, refused: Sequence[tuple[Nomination, str]], *, unit: Unit, signer: Mandate
) -> Document:
    """The notice to one unit about those not commended (thông báo không khen thưởng), each with its reason.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4.
    """
    rows = tuple(
        (str(place), printed_name(one), one.award.title, why)
        for place, (one, why) in enumerate(refused, start=1)
    )
    office = signer.unit
    words = campaign_words(campaign, office)
    return Document(
        kind="thong_bao",
        letterhead=office_letterhead(office),
        type_name="THÔNG BÁO",
        summary=f"Trường hợp không được khen thưởng đợt “{campaign.short_title}”",
        addressees=(unit.name,),
        body=(
            p(words("refusal-notice-opening", unit=unit.in_sentence, campaign=campaign.short_title,
                    office=office.name, count=f"{len(refused):02}")),
            Table(REFUSED, rows),
            p(words("refusal-notice-closing", unit=unit.in_sentence, commune=office.short_name)),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Như trên", "Lưu: VT, HĐTĐKT"),
    )  # fmt: skip
