"""Danh sách đề nghị như các đơn vị vẫn lập: tiêu đề ở đâu, cột thứ tự nào, ô gộp, chữ hoa, phần ký."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.files.sheet import pasted_tab, read_tabs
from thidua.reading.files.workbook import Row, Tab
from thidua.reading.roll import Offer, heading_of, match_offer, read_roll
from thidua.reading.source import Unreadable

KNOWN = ["thôn Khuổi Cáp", "Khuổi Cáp"]


def pasted(text):
    return read_roll([pasted_tab(text)], known=KNOWN)


def brief(roll, *names):
    return [tuple(getattr(line, name) for name in names) for line in roll.lines]


def xlsx(fill, *sheets):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "dd/mm/yyyy"}) as book:
        fill(book, *(book.add_worksheet(name) for name in sheets))
    return read_roll(read_tabs("ds.xlsx", out.getvalue()), known=KNOWN)


def whole_list(_, sheet):
    """A village's list: title lines, a head of two lines with merged cells, groups, a signature."""
    sheet.merge_range(0, 0, 0, 6, "ỦY BAN NHÂN DÂN XÃ NÀ LÂM")
    sheet.write(2, 1, "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG")
    for column, title in (
        (0, "STT"),
        (1, "Họ và tên"),
        (4, "Chức vụ, đơn vị công tác"),
        (5, "Tóm tắt thành tích"),
    ):
        sheet.merge_range(4, column, 5, column, title)
    sheet.merge_range(4, 2, 4, 3, "Năm sinh")
    sheet.write_row(5, 2, ["Nam", "Nữ"])
    sheet.merge_range(4, 6, 5, 6, "Hình thức\nđề nghị")
    sheet.merge_range(4, 7, 5, 7, "Cân nặng")
    sheet.write_row(6, 0, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"])
    sheet.write_row(7, 0, ["I", "TẬP THỂ"])
    sheet.write_row(8, 0, [1, "TỔ TỰ QUẢN THÔN KHUỔI CÁP", "", "", "", "Giữ đường sạch", "Giấy khen xã"])
    sheet.write_row(9, 0, ["II", "CÁ NHÂN (3 người)"])
    sheet.write_row(10, 0, [1, "Ông LỘC VĂN TÀI", 1980, "", "Nông dân", "Vận động 62 hộ"])
    sheet.write_row(11, 0, [2, "Bà Hoàng Thị Cúc", "", date(1985, 3, 1), "Chi hội trưởng", "Dọn vệ sinh"])
    sheet.merge_range(10, 6, 11, 6, "GK huyện")
    sheet.write_row(12, 0, ["", "", "", "", "", "và trồng hoa"])
    sheet.write_row(13, 0, [3, "3. Nông Minh Hạnh\nPhó thôn", "", "29295"])
    sheet.write(15, 1, "Tổng cộng: 04")
    sheet.write(17, 5, "Khuổi Cáp, ngày 01 tháng 6 năm 2023")
    sheet.write(18, 5, "TRƯỞNG THÔN")
    sheet.write(22, 5, "Hứa Văn Sinh")


def test_danh_sach_cua_mot_thon():
    roll = xlsx(whole_list, "Tháng 6")
    assert brief(roll, "number", "name", "recipient", "honorific", "birth_year", "words", "award") == [
        (9, "Tổ tự quản thôn Khuổi Cáp", "collective", "", None, "", "Giấy khen xã"),
        (11, "Lộc Văn Tài", "individual", "Ông", 1980, "Nông dân", "GK huyện"),
        (12, "Hoàng Thị Cúc", "individual", "Bà", 1985, "Chi hội trưởng", "GK huyện"),
        (14, "Nông Minh Hạnh", "individual", "Bà", 1980, "", ""),
    ]
    assert [line.achievement for line in roll.lines][1:3] == ["Vận động 62 hộ", "Dọn vệ sinh và trồng hoa"]
    assert roll.unknown == ("Cân nặng",)
    assert {one.number: one.why for one in roll.passed} == {
        1: "tiêu đề, lời dẫn", 3: "tiêu đề, lời dẫn", 5: "dòng tiêu đề cột", 6: "dòng tiêu đề cột",
        7: "dòng tiêu đề cột", 8: "nhóm: TẬP THỂ", 10: "nhóm: CÁ NHÂN (3 người)", 16: "dòng tổng cộng",
        18: "phần ký, ghi cuối danh sách", 19: "tiêu đề, lời dẫn", 23: "tiêu đề, lời dẫn",
    }  # fmt: skip


def test_nhieu_trang_tinh_trang_an_va_trang_bieu_do():
    def fill(book, people, bodies, hidden):
        people.write_column(0, 0, ["Họ và tên", "Lộc Văn Tài"])
        bodies.write_column(0, 0, ["Tên tập thể", "Chi hội Phụ nữ"])
        hidden.hide()
        hidden.write_column(0, 0, ["Họ và tên", "Vi Văn Cũ"])
        book.add_chartsheet("Biểu đồ")

    roll = xlsx(fill, "Cá nhân", "Tập thể", "Năm trước")
    assert brief(roll, "sheet", "name", "recipient") == [
        ("Cá nhân", "Lộc Văn Tài", "individual"),
        ("Tập thể", "Chi hội Phụ nữ", "collective"),
    ]
    assert (roll.passed[-1].sheet, roll.passed[-1].why) == ("Năm trước", "trang tính ẩn, không đọc")


@pytest.mark.parametrize(
    ("text", "names", "rows"),
    [
        (  # họ đệm và tên hai cột, hình thức đánh dấu x, năm sinh hai chữ số
            ("TT\tHọ đệm\tTên\tGiới tính\tNăm sinh\tDân tộc\tGiấy khen xã\tGiấy khen huyện\n"
            "1\tLộc Văn\tTài\tNam\t15/3/80\tTày\tx\t\n2\tVi Thị\tÁnh\tNữ\t1990\tNùng\t\tx"),
            ("name", "honorific", "birth_year", "ethnicity", "award"),
            [
                ("Lộc Văn Tài", "Ông", 1980, "Tày", "Giấy khen xã"),
                ("Vi Thị Ánh", "Bà", 1990, "Nùng", "Giấy khen huyện"),
            ],
        ),
        (  # nhóm theo thôn; tên họ giống tên tập thể; hộ gia đình; ngoặc đơn
            ("STT\tHọ và tên\tThành tích\nI\tThôn Khuổi Cáp\n1\tLộc Văn Tài (1980, Trưởng thôn)\tlàm\n"
            "2\tHỘ ÔNG VI VĂN A\tx\nII\tThôn Bản Vàng\n1\tHồ Thị Bình (nữ)\ty\n2\tTổ hợp tác hồi\tz"),
            ("name", "recipient", "unit", "birth_year"),
            [
                ("Lộc Văn Tài", "individual", "Thôn Khuổi Cáp", 1980),
                ("Hộ ông Vi Văn A", "household", "Thôn Khuổi Cáp", None),
                ("Hồ Thị Bình", "individual", "Thôn Bản Vàng", None),
                ("Tổ hợp tác hồi", "collective", "Thôn Bản Vàng", None),
            ],
        ),
        (  # cột tên cá nhân và cột tên tập thể cạnh nhau
            "Họ tên cá nhân\tTên tập thể\tThành tích\nLộc Văn Tài\tChi hội Phụ nữ\tlàm\n\tTổ hợp tác\tgiúp",
            ("name", "recipient", "unit"),
            [("Lộc Văn Tài", "individual", "Chi hội Phụ nữ"), ("Tổ hợp tác", "collective", "")],
        ),
        (  # hai bảng trong một trang, mỗi bảng một tiêu đề; nhóm theo hình thức
            ("I. Tập thể\nSTT\tTên tập thể\tThành tích\n1\tTổ A\tlàm\nNgười lập biểu\nVi Văn Ký\n"
            "II. Cá nhân\nSTT\tHọ và tên\tThành tích\nA\tGiấy khen của Chủ tịch UBND xã\n1\tLộc Văn Tài\tx"),
            ("name", "recipient", "award"),
            [
                ("Tổ A", "collective", ""),
                ("Lộc Văn Tài", "individual", "Giấy khen của Chủ tịch UBND xã"),
            ],
        ),
        (  # phông .VnTime
            "Hä vµ tªn\tN¨m sinh\tThµnh tÝch\nNguyÔn ThÞ Hßa\t1980\tVËn ®éng bµ con lµm ®­êng",
            ("name", "birth_year", "achievement"),
            [("Nguyễn Thị Hòa", 1980, "Vận động bà con làm đường")],
        ),
        (  # đối tượng đánh dấu, giới tính hai cột, tiêu đề hai dòng không gộp ô
            "Họ và tên\tGiới tính\t\tGhi chú\n\tNam\tNữ\t\nTô Minh An\t\tx\tvắng\nLã Bình\tx\t\t",
            ("name", "honorific", "note"),
            [("Tô Minh An", "Bà", "vắng"), ("Lã Bình", "Ông", "")],
        ),
    ],
)  # fmt: skip
def test_cac_kieu_danh_sach(text, names, rows):
    assert brief(pasted(text), *names) == rows


def test_dieu_chua_ro_va_dieu_doan_deu_noi_ra():
    first, second = pasted("Họ và tên\tNăm sinh\nTài 2\tnăm ngoái\nVI VĂN BÁCH\t29295").lines
    assert first.unclear == (
        "“Tài 2” không giống họ và tên; sửa lại ô tên.",
        "Năm sinh “năm ngoái” không đọc được; ghi đủ bốn chữ số, ví dụ 1980.",
    )
    assert second.guessed == (
        "Đối tượng: đoán là cá nhân theo tên.",
        "Năm sinh: số 29295 của bảng tính là năm 1980.",
        "Danh xưng: đoán là Ông theo tên đệm.",
    )


def test_khong_co_tieu_de_thi_khong_doan_bua():
    roll = pasted("Lộc Văn Tài\t1980\nVi Thị Ánh\t1990")
    assert (roll.lines, [one.why for one in roll.passed]) == ((), ["tiêu đề, lời dẫn"] * 2)


OFFERS = [
    Offer("1", "Giấy khen của Chủ tịch UBND xã", "xa"),
    Offer("2", "Giấy khen của Chủ tịch UBND huyện", "huyen"),
    Offer("3", "Bằng khen của Chủ tịch UBND tỉnh", "tinh"),
]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Giấy khen của Chủ tịch UBND xã", "1"), ("giấy khen xã", "1"), ("GK huyện", "2"),
        ("Bằng khen", "3"), ("cấp tỉnh", "3"), ("Giấy khen", None), ("Cờ thi đua", None), ("", None),
        ("Chủ tịch UBND tỉnh", "3"), ("Chủ tịch", None), ("GIAY KHEN UBND HUYEN", "2"),
    ],
)  # fmt: skip
def test_hinh_thuc_viet_tat(written, found):
    offer = match_offer(written, OFFERS)
    assert (offer.id if offer else None) == found


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("Họ, tên", "name"), ("Năm", "born"), ("Nam", "man"), ("Ngày, tháng, năm sinh", "born"),
        ("Đơn vị đề nghị", "unit"), ("Đề nghị khen thưởng", "award"), ("Chức vụ/Đơn vị", "words"),
        ("Trạng thái", "ignored"), ("Cân nặng", ""), ("Nơi ở hiện nay", "address"), ("Dân tộc", "ethnicity"),
    ],
)  # fmt: skip
def test_nghia_cua_tieu_de(title, meaning):
    assert heading_of(title) == meaning


def sparse(book, sheet):
    sheet.write(0, 0, "Họ và tên")
    sheet.write(1_048_575, 16_383, "x")


def tall(book, sheet):
    sheet.write(0, 0, "Họ và tên")
    sheet.write(200_000, 0, "x")


@pytest.mark.parametrize(
    ("fill", "says"),
    [
        (sparse, ("Bảng tính bất thường (nén quá chặt, hoặc có ô nằm rất xa) nên không mở; hãy chép các "
                 "dòng có chữ sang một bảng mới rồi gửi lại.")),
        (tall, "Bảng quá lớn (tối đa 100000 dòng, 200 cột); hãy tách nhỏ rồi gửi lại."),
    ],
)  # fmt: skip
def test_bang_an_bo_nho_khong_lam_dung_may(fill, says):
    with pytest.raises(Unreadable) as caught:
        xlsx(fill, "Trang")
    assert caught.value.sentence == says


TITLES = {
    "name": ("Họ và tên", "HỌ TÊN", "Họ, tên", "Họ và tên cá nhân"),
    "birth_year": ("Năm sinh", "Ngày tháng năm sinh", "Sinh năm"),
    "unit": ("Đơn vị", "Đơn vị công tác", "Cơ quan"),
    "achievement": ("Thành tích", "Tóm tắt thành tích", "Nội dung thành tích"),
    "award": ("Hình thức", "Hình thức đề nghị", "Đề nghị khen thưởng"),
    "ethnicity": ("Dân tộc",),
}
PERSON = {
    "name": "Hoàng Thị Cúc", "birth_year": 1980, "unit": "Thôn Bản Vàng", "achievement": "Dọn đường",
    "award": "Giấy khen xã", "ethnicity": "Tày",
}  # fmt: skip


@given(st.permutations(list(TITLES)), st.randoms(use_true_random=False), st.integers(0, 3), st.booleans())
def test_cot_xep_thu_tu_nao_cung_doc_ra_nhu_nhau(order, chance, above, capitals):
    head = [chance.choice(TITLES[name]) for name in order]
    row = [str(PERSON[name]) for name in order]
    row = [
        f"Bà {cell.upper()}" if capitals and name == "name" else cell
        for name, cell in zip(order, row, strict=True)
    ]
    rows = [*([["Danh sách đề nghị"]] * above), head, row]
    tab = Tab("", tuple(Row(at, tuple(cells)) for at, cells in enumerate(rows, start=1)))
    line = read_roll([tab]).lines[0]
    assert {name: getattr(line, name) for name in PERSON} == PERSON
    assert line.number == above + 2


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=8))
def test_o_bat_ky_khong_bao_gio_hong(rows):
    tab = Tab("Trang", tuple(Row(at, ("Họ và tên", *cells)) for at, cells in enumerate(rows, start=1)))
    head = Tab("Trang", (Row(1, ("STT", "Họ và tên", "Năm sinh", "Ghi chú")), *tab.rows))
    for one in (tab, head):
        roll = read_roll([one])
        assert all(line.name for line in roll.lines)
