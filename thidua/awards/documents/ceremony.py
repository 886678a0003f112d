"""The ceremony (lễ trao thưởng): its programme, and the list the host reads the names from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua.awards.documents.lists import KIND_NAMES, address_inside, numbered_groups, printed_recipient
from thidua.awards.documents.notice import Awarded, award_title, recipients_counted
from thidua.awards.documents.submission import chair_words
from thidua.awards.models import Decision, DecisionItem
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_words
from thidua.law.shelf import LEVEL_NAMES
from thidua.org.models import Mandate
from thidua.paper.model import Column, Document, Table, p
from thidua.records.letterheads import office_letterhead
from thidua.records.sign import FOR_OFFICE, signature_block
from thidua.vietnamese.dates import long_date
from thidua.vietnamese.spoken import spoken

STEPS = (
    Column("TT", 10, "center"),
    Column("Nội dung", 100),
    Column("Người thực hiện", 55),
)
CALLS = (
    Column("TT", 10, "center"),
    Column("Tên trong quyết định", 55),
    Column("Đọc là", 100),
)


@dataclass(frozen=True)
class CeremonyWords:
    """What is arranged for the ceremony (việc tổ chức lễ): day, hour, place, who leads it, who hands over."""

    day: date
    hour: str
    place: str
    host: str
    giver: str


def programme_paper(
    campaign: Campaign, awarded: Awarded, *, words: CeremonyWords, signer: Mandate
) -> Document:
    """The programme of the ceremony (chương trình lễ trao thưởng): awards of the highest level first.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4.
    """
    says = campaign_words(campaign, signer.unit)
    council = "Thường trực Hội đồng Thi đua - Khen thưởng"
    steps = (
        (says("programme-begin"), "Ban Tổ chức"),
        (says("programme-salute"), words.host),
        (says("programme-report", campaign=campaign.short_title), council),
        *_handing_over(awarded, words),
        (says("programme-thanks"), "Đại diện tập thể, cá nhân, hộ gia đình"),
        (says("programme-leaders"), chair_words(signer.unit)),
        (says("programme-end"), words.host),
    )
    rows = tuple((str(place), what, who) for place, (what, who) in enumerate(steps, start=1))
    return Document(
        kind="chuong_trinh",
        letterhead=office_letterhead(signer.unit),
        type_name="CHƯƠNG TRÌNH",
        summary=f"Lễ trao thưởng đợt “{campaign.short_title}”",
        body=(
            p(f"Thời gian: {words.hour}, {long_date(words.day)}."),
            p(f"Địa điểm: {words.place}."),
            p(f"Người dẫn chương trình: {words.host}."),
            Table(STEPS, rows),
            p(says("programme-calls")),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Đại biểu dự lễ", "Các cơ quan, đơn vị, thôn", "Lưu: VT, VHXH"),
    )


def _handing_over(awarded: Awarded, words: CeremonyWords) -> list[tuple[str, str]]:
    levels = list(LEVEL_NAMES)
    highest = sorted(awarded, key=lambda pair: -levels.index(pair[0].unit.level))
    steps = []
    for decision, items in highest:
        paper = decision.document.title if decision.document else "Quyết định"
        named = f"xướng tên {recipients_counted(items)}"
        steps.append((f"Công bố {paper} của {chair_words(decision.unit)}; {named}", words.host))
        steps.append((f"Trao {award_title(items)}", words.giver))
    return steps


def call_list_paper(decision: Decision, items: Sequence[DecisionItem]) -> Document:
    """The list the host reads from (danh sách xướng tên): in the order of the decision, days, numbers and
    abbreviations spelt out as they are said.

    Căn cứ: không (quy ước nội bộ).
    """
    paper = decision.document.title if decision.document else "Quyết định"
    title = award_title(items)
    says = campaign_words(decision.campaign, decision.unit)
    opening = says("call-list-opening", paper=paper, chair=chair_words(decision.unit), title=title)
    kinds = [kind for kind in KIND_NAMES if any(item.recipient == kind for item in items)]
    groups = ((KIND_NAMES[kind], [item for item in items if item.recipient == kind]) for kind in kinds)
    rows = numbered_groups(groups, lambda item: (printed_recipient(item), called(item)))
    return Document(
        kind="danh_sach_xuong_ten",
        letterhead=replace(office_letterhead(decision.unit), show_number=False, show_place_date=False),
        type_name="DANH SÁCH XƯỚNG TÊN",
        summary=f"Lễ trao {title} đợt “{decision.campaign.short_title}”",
        body=(
            p(f"Lời công bố: {spoken(opening)}"),
            p(says("call-list-order")),
            Table(CALLS, tuple(rows), size=14),
        ),
        end_mark=False,
    )


def called(item: DecisionItem) -> str:
    """One recipient as the host says it (lời xướng): name, then post or address, nothing abbreviated."""
    return spoken(", ".join(filter(None, (printed_recipient(item), address_inside(item.address)))))
