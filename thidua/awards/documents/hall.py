"""What is printed for the hall and after it (giấy dùng ở hội trường): the plan of seats, cards for the
invited, the list on which later ones sign.
"""

from __future__ import annotations

from collections.abc import Sequence

from thidua.awards.documents.ceremony import Guests, plain_head
from thidua.awards.documents.lists import address_inside, printed_recipient
from thidua.awards.models import Ceremony, Certificate
from thidua.awards.queries.ceremony import Call, Group, calls_in
from thidua.paper.model import Column, Document, SignatureBlock, Signatures, Table, heading, p
from thidua.vietnamese.dates import long_date, vn_date
from thidua.vietnamese.text import name_sort_key

BY_NAME = (
    Column("TT", 10, "center"),
    Column("Họ và tên, tập thể, hộ", 100),
    Column("Được khen hoặc chức vụ", 90),
    Column("Hàng", 20, "center"),
    Column("Ghế", 20, "center"),
)
CARDS = (Column("Kính mời", 56), Column("Dự lễ", 78), Column("Chỗ ngồi", 31, "center"))
LATER = (
    Column("TT", 10, "center"),
    Column("Họ và tên, tập thể, hộ", 65),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 65),
    Column("Số, ngày quyết định", 45),
    Column("Ngày nhận", 27),
    Column("Người nhận, quan hệ", 40),
    Column("Ký nhận", 30),
)
SIGNS_HERE = "(Ký, ghi rõ họ tên)"
Place = tuple[str, str, int, int]


def _places(groups: Sequence[Group], guests: Guests) -> list[Place]:
    """Name, award or post, row, seat of everybody who has a seat."""
    awarded = [
        (printed_recipient(call.item), call.item.nomination.award.title, call.seat.row, call.seat.seat)
        for call in calls_in(groups)
        if call.seat
    ]
    return awarded + [
        (one.name, one.post or "Khách mời", seat.row, seat.seat) for one, seat in guests if seat
    ]


def seating_plan(ceremony: Ceremony, groups: Sequence[Group], guests: Guests) -> Document:
    """The plan of seats (sơ đồ chỗ ngồi): the hall row by row, then every name with row and seat.

    Căn cứ: không (quy ước nội bộ).
    """
    places = _places(groups, guests)
    names = {(row, seat): name for name, _, row, seat in places}
    columns = (Column("Hàng", 12, "center"), *(
        Column(f"Ghế {seat}", 20, "center") for seat in range(1, ceremony.seats + 1)
    ))  # fmt: skip
    hall = tuple(
        (str(row), *(names.get((row, seat), "") for seat in range(1, ceremony.seats + 1)))
        for row in range(1, ceremony.rows + 1)
    )
    ordered = sorted(places, key=lambda one: (name_sort_key(one[0]), one[2], one[3]))
    listed = tuple(
        (str(place), name, what, str(row), str(seat))
        for place, (name, what, row, seat) in enumerate(ordered, start=1)
    )
    return Document(
        kind="so_do_cho_ngoi",
        letterhead=plain_head(ceremony),
        type_name="SƠ ĐỒ CHỖ NGỒI",
        summary=f"{ceremony}, {vn_date(ceremony.day)}",
        body=(
            p("Sân khấu ở phía trên; hàng 1 gần sân khấu nhất, ghế đếm từ trái sang khi nhìn lên sân khấu."),
            Table(columns, hall, size=8.5 if ceremony.seats > 8 else 10),
            heading("Tìm theo tên", level=2),
            Table(BY_NAME, listed),
        ),
        landscape=True,
        end_mark=False,
    )


def cards_paper(ceremony: Ceremony, groups: Sequence[Group], guests: Guests) -> Document:
    """Cards to cut and hand out with the invitation (thẻ mời): one line each, with row and seat.

    Căn cứ: không (quy ước nội bộ).
    """
    event = f"{ceremony}: {ceremony.hour_words}, {long_date(ceremony.day)}, {ceremony.place}"
    invited = [
        *((one.name, one.post, seat) for one, seat in guests),
        *((printed_recipient(call.item), call.item.address, call.seat) for call in calls_in(groups)),
    ]
    rows = tuple(
        (
            ", ".join(filter(None, (name, address_inside(post)))),
            event,
            seat.says.capitalize() if seat else "Theo hướng dẫn",
        )
        for name, post, seat in invited
    )
    return Document(
        kind="the_moi",
        letterhead=plain_head(ceremony),
        type_name="THẺ MỜI",
        summary="Cắt theo dòng, phát kèm giấy mời",
        body=(Table(CARDS, rows),),
        end_mark=False,
    )


def later_paper(ceremony: Ceremony, waiting: Sequence[tuple[Call, Certificate]]) -> Document:
    """The list on which those who were absent sign when they fetch the certificate (danh sách nhận sau).

    Căn cứ: không (quy ước nội bộ).
    """
    rows = tuple(
        (
            str(place), sheet.recipient, sheet.content["address"],
            sheet.content["decision_line"].removeprefix("Quyết định số "), "", "", "",
        )
        for place, (_, sheet) in enumerate(waiting, start=1)
    )  # fmt: skip
    return Document(
        kind="danh_sach_nhan_sau",
        letterhead=plain_head(ceremony),
        type_name="DANH SÁCH KÝ NHẬN SAU LỄ",
        summary=f"{ceremony}, {vn_date(ceremony.day)}",
        body=(
            p(f"Có {len(waiting)} giấy chưa trao. Người nhận thay ghi quan hệ, kèm giấy ủy quyền nếu có."),
            Table(LATER, rows),
        ),
        signature=Signatures((SignatureBlock(role="NGƯỜI GIAO", note=SIGNS_HERE),)),
        landscape=True,
        end_mark=False,
    )
