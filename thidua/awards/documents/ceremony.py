"""The papers of the ceremony (lễ trao thưởng): programme, invitation, and what is taken into the hall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import count

from thidua.awards.documents.lists import KIND_NAMES, address_inside, numbered_groups, printed_recipient
from thidua.awards.documents.notice import award_title, recipients_counted
from thidua.awards.documents.submission import chair_words
from thidua.awards.models import Ceremony, CeremonyGuest, CeremonySeat, Decision, DecisionItem
from thidua.awards.queries.ceremony import Group, calls_in, said_as
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate, Unit
from thidua.paper.model import Appendix, Block, Column, Document, Letterhead, Table, heading, p
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import office_letterhead
from thidua.records.sign import FOR_OFFICE, signature_block
from thidua.vietnamese.dates import long_date
from thidua.vietnamese.sounds import sounds
from thidua.vietnamese.spoken import spoken

STEPS = (
    Column("TT", 10, "center"),
    Column("Nội dung", 100),
    Column("Người thực hiện", 55),
)
TIMED = (
    Column("TT", 10, "center"),
    Column("Giờ", 16, "center"),
    Column("Nội dung", 88),
    Column("Người thực hiện", 51),
)
CALLS = (
    Column("TT", 10, "center"),
    Column("Tên trong quyết định", 55),
    Column("Đọc là", 100),
)
INVITED = (
    Column("TT", 10, "center"),
    Column("Họ và tên, tập thể, hộ", 62),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 68),
    Column("Chỗ ngồi", 28, "center"),
)
Guests = Sequence[tuple[CeremonyGuest, CeremonySeat | None]]


@dataclass(frozen=True)
class Step:
    """One line of the programme as printed (mục chương trình)."""

    what: str
    who: str
    starts: time | None = None

    @property
    def hour(self) -> str:
        return self.starts.strftime("%Hh%M") if self.starts else ""


def plain_head(ceremony: Ceremony) -> Letterhead:
    """The head of what no book registers (giấy dùng tại lễ)."""
    return replace(office_letterhead(ceremony.unit), show_number=False, show_place_date=False)


def proposed_steps(ceremony: Ceremony, groups: Sequence[Group]) -> list[Step]:
    """The programme as the wordings of the office propose it (chương trình đề xuất): the highest awards
    first.
    """
    says = campaign_words(ceremony.campaign, ceremony.unit)
    host, council = ceremony.host, "Thường trực Hội đồng Thi đua - Khen thưởng"
    return [
        Step(says("programme-begin"), "Ban Tổ chức", ceremony.starts),
        Step(says("programme-salute"), host),
        Step(says("programme-report", campaign=ceremony.campaign.short_title), council),
        *_handing_over(groups, host),
        Step(says("programme-thanks"), "Đại diện tập thể, cá nhân, hộ gia đình"),
        Step(says("programme-leaders"), chair_words(ceremony.unit)),
        Step(says("programme-end"), host),
    ]


def _handing_over(groups: Sequence[Group], host: str) -> list[Step]:
    steps = []
    for decision in dict.fromkeys(group.decision for group in groups):
        own = [group for group in groups if group.decision == decision]
        items = [call.item for group in own for call in group.calls]
        named = f"xướng tên {recipients_counted(items)}"
        steps.append(Step(f"Công bố {_title(decision)} của {chair_words(decision.unit)}; {named}", host))
        if len({group.giver for group in own}) == 1:
            steps.append(Step(f"Trao {own[0].title}", own[0].giver))
            continue
        steps += [Step(f"Trao {group.title} cho {group.kind_says}", group.giver) for group in own]
    return steps


def _title(decision: Decision) -> str:
    return decision.document.title if decision.document else "Quyết định"


def steps_of(ceremony: Ceremony, groups: Sequence[Group]) -> list[Step]:
    """The programme as the officer wrote it, else as proposed (chương trình)."""
    written = [Step(one.what, one.who, one.starts) for one in ceremony.steps.all()]
    return written or proposed_steps(ceremony, groups)


def programme_paper(ceremony: Ceremony, groups: Sequence[Group], *, signer: Mandate) -> Document:
    """The programme of the ceremony (chương trình lễ trao thưởng).

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4.
    """
    says = campaign_words(ceremony.campaign, signer.unit)
    return Document(
        kind="chuong_trinh",
        letterhead=office_letterhead(signer.unit),
        type_name="CHƯƠNG TRÌNH",
        summary=str(ceremony),
        body=(
            *_when_and_where(ceremony),
            p(f"Người dẫn chương trình: {ceremony.host}."),
            _programme(steps_of(ceremony, groups)),
            p(says("programme-calls")),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Đại biểu dự lễ", "Các cơ quan, đơn vị, thôn", "Lưu: VT, VHXH"),
    )


def _programme(steps: Sequence[Step]) -> Table:
    if any(one.starts for one in steps):
        timed = ((str(place), one.hour, one.what, one.who) for place, one in enumerate(steps, start=1))
        return Table(TIMED, tuple(timed))
    return Table(STEPS, tuple((str(place), one.what, one.who) for place, one in enumerate(steps, start=1)))


def _when_and_where(ceremony: Ceremony) -> tuple[Block, ...]:
    return (
        p(f"Thời gian: {ceremony.hour_words}, {long_date(ceremony.day)}."),
        p(f"Địa điểm: {ceremony.place}."),
        p(f"Chủ trì: {ceremony.presided_by}."),
    )


def ceremony_invitation(
    ceremony: Ceremony, groups: Sequence[Group], guests: Guests, *, signer: Mandate
) -> Document:
    """The invitation to the ceremony (giấy mời dự lễ trao thưởng), who is invited and where they sit
    attached.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7.
    """
    unit = signer.unit
    says = campaign_words(ceremony.campaign, unit)
    return Document(
        kind="giay_moi",
        letterhead=office_letterhead(unit),
        type_name="GIẤY MỜI",
        summary=f"Dự {str(ceremony)[:1].lower()}{str(ceremony)[1:]}",
        body=(
            p(says("ceremony-invitation-opening", unit=unit.name, campaign=ceremony.campaign.short_title)),
            *_when_and_where(ceremony),
            p(says("ceremony-invitation-awarded")),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Các đại biểu", "Tập thể, cá nhân, hộ gia đình được khen thưởng", "Lưu: VT, VHXH"),
        appendices=(
            Appendix(
                "KHÁCH MỜI VÀ NGƯỜI ĐƯỢC KHEN THƯỞNG",
                f"(Kèm theo Giấy mời số {OWN_NUMBER} ngày {OWN_DAY} của {unit.name})",
                (_invited(groups, guests),),
                label="DANH SÁCH",
            ),
        ),
    )  # fmt: skip


def _invited(groups: Sequence[Group], guests: Guests) -> Table:
    invited = [("Khách mời", [(one.name, one.post, seat) for one, seat in guests])] if guests else []
    awarded = [
        (
            f"{group.title}, {group.kind_says}",
            [(printed_recipient(call.item), call.item.address, call.seat) for call in group.calls],
        )
        for group in groups
    ]
    rows = numbered_groups([*invited, *awarded], lambda one: (one[0], one[1], one[2].says if one[2] else "–"))
    return Table(INVITED, tuple(rows))


def units_invited(ceremony: Ceremony, groups: Sequence[Group]) -> list[tuple[Unit, str]]:
    """For each unit with somebody among the awarded the invitation as a short text to send or to paste into
    Zalo (lời mời từng đơn vị): when, where, whom, which seat.
    """
    called: dict[Unit, list[str]] = {}
    for call in calls_in(groups):
        seat = f" ({call.seat.says})" if call.seat else ""
        called.setdefault(call.item.nomination.unit, []).append(f"- {printed_recipient(call.item)}{seat}")
    head = f"Mời dự {str(ceremony)[:1].lower()}{str(ceremony)[1:]}: {ceremony.hour_words}, "
    head += f"{long_date(ceremony.day)}, tại {ceremony.place}."
    ordered = sorted(called, key=lambda unit: unit.path)
    return [(unit, "\n".join([head, "Người được trao:", *called[unit]])) for unit in ordered]


def call_list_paper(decision: Decision, items: Sequence[DecisionItem]) -> Document:
    """The list the host reads from (danh sách xướng tên): in the order of the decision, days, numbers and
    abbreviations spelt out as they are said.

    Căn cứ: không (quy ước nội bộ).
    """
    title = award_title(items)
    says = campaign_words(decision.campaign, decision.unit)
    opening = says("call-list-opening", paper=_title(decision), chair=chair_words(decision.unit), title=title)
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
    """One recipient as the host says it (lời xướng): the name as its unit says it, then post or address,
    nothing abbreviated.
    """
    name = f"{item.prefix} {said_as(item)}".strip() if said_as(item) else sounds(printed_recipient(item))
    return ", ".join(filter(None, (name, sounds(address_inside(item.address)))))


def call_sheet(ceremony: Ceremony, groups: Sequence[Group]) -> Document:
    """What the host holds at the ceremony (phiếu xướng tên): every award, the highest first, who comes
    forward together, who hands over, how each name is read, where each one sits.

    Căn cứ: không (quy ước nội bộ).
    """
    says = campaign_words(ceremony.campaign, ceremony.unit)
    body: list[Block] = [*_when_and_where(ceremony), p(says("call-list-order"))]
    for place, group in zip(count(1), groups, strict=False):
        paper, chair = _title(group.decision), chair_words(group.decision.unit)
        opening = says("call-list-opening", paper=paper, chair=chair, title=group.title)
        is_first = place == 1 or groups[place - 2].decision != group.decision
        body += [
            heading(f"{group.title}, {group.kind_says}", number=f"{place}.", level=2),
            *([p(f"Lời công bố: {spoken(opening)}")] if is_first else []),
            p(f"{group.giver} trao cho:"),
            _calls(group, seated=bool(ceremony.rows)),
        ]
    return Document(
        kind="danh_sach_xuong_ten",
        letterhead=plain_head(ceremony),
        type_name="PHIẾU XƯỚNG TÊN",
        summary=str(ceremony),
        body=tuple(body),
        end_mark=False,
    )


def _calls(group: Group, *, seated: bool) -> Table:
    columns = (*CALLS[:1], Column("Tên trong quyết định", 50), Column("Đọc là", 80))
    rows = list[tuple[str, ...]]()
    for turn in group.turns:
        if len(group.turns) > 1:
            rows.append((f"Lượt {turn[0].turn}: {len(turn)} người",))
        for call in turn:
            seat = (call.seat.says if call.seat else "–",) if seated else ()
            rows.append((str(call.number), printed_recipient(call.item), called(call.item), *seat))
    return Table((*columns, Column("Chỗ ngồi", 34, "center")) if seated else columns, tuple(rows), size=13)
