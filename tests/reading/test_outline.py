"""Mục và điểm: số mục quyết định cấp, đoạn bị cắt được nối lại."""

# ruff: noqa: E501 - a line of a plan, and a sentence to a person, stays on one line

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.files import open_file
from thidua.reading.markers import find_marker, roman
from thidua.reading.outline import clause_words, outline, unfold
from thidua.reading.paragraphs import paragraphs_of, rows_of
from thidua.reading.passage import NOTHING, joined, tidy


def ids(text):
    source = open_file("a.md", text.encode())
    clauses = outline([piece for whole in paragraphs_of(rows_of(source)) for piece in unfold(whole)])
    return [(clause.id, clause.head.text) for top in clauses for clause in top.walk()]


@pytest.mark.parametrize(
    ("line", "kind", "label", "number"),
    [
        ("I. MỤC ĐÍCH", "roman", "I", 1),
        ("IV MỤC ĐÍCH", "roman", "IV", 4),
        ("Il. NỘI DUNG", "roman", "II", 2),
        ("A. MỤC ĐÍCH", "part", "A", 1),
        ("Phần II. NỘI DUNG", "part", "II", 2),
        ("Phần thứ hai: NỘI DUNG", "part", "thứ hai", 2),
        ("1. Mục", "arabic", "1", 1),
        ("2.Yêu cầu", "arabic", "2", 2),
        ("3 Thời gian", "arabic", "3", 3),
        ("1/ Mục đích", "arabic", "1", 1),
        ("2- Yêu cầu", "arabic", "2", 2),
        ("120. Giữ sạch đường", "arabic", "120", 120),
        ("II- NỘI DUNG", "roman", "II", 2),
        ("III/ Thời gian", "roman", "III", 3),
        ("a- Giữ rừng", "letter", "a", 1),
        ("2.1. Giấy khen", "decimal", "2.1", 1),
        ("2.1.3 Giấy khen", "decimal", "2.1.3", 3),
        ("a) Tập thể", "letter", "a", 1),
        ("đ) Nông dân", "letter", "đ", 5),
        ("b. Cá nhân", "letter", "b", 2),
        ("(1) Chỉ tiêu", "paren", "1", 1),
        ("ii) Chỉ tiêu", "paren", "ii", 2),
        ("- Gạch", "dash", "-", 0),
        ("–Gạch", "dash", "-", 0),
        ("+ Cộng", "plus", "+", 0),
    ],
)
def test_ky_hieu_muc(line, kind, label, number):
    marker = find_marker(tidy(line, 0))
    assert (marker.kind, marker.label, marker.number) == (kind, label, number)


@pytest.mark.parametrize(
    "line",
    [
        "Thường",
        "2025. năm",
        "77/QĐ-TTg ngày 02/01",
        "20-11 là ngày hội",
        "150. 000 đồng",
        "31/5/2023 là hạn",
        "3.500.000 đồng",
        "--- kẻ",
        "12 tháng",
        "Il. nội dung",
        "",
    ],
)
def test_khong_phai_ky_hieu(line):
    assert find_marker(tidy(line, 0)) is None


@pytest.mark.parametrize(("text", "number"), [("IV", 4), ("IX", 9), ("XII", 12), ("", 0), ("AB", 0)])
def test_so_la_ma(text, number):
    assert roman(text) == number


def test_cap_theo_so_khong_theo_dau_thang():
    text = "#### I. MỘT\n##### 1. Hai\n###### a) Ba\nb) Bốn\n## 2. Năm\n2.1. Sáu\n- Bảy\n+ Tám\n- Chín\nĐoạn rời.\n# II. MƯỜI\n"
    assert ids(text) == [
        ("I", "MỘT"), ("I.1", "Hai"), ("I.1.a", "Ba"), ("I.1.b", "Bốn"), ("I.2", "Năm"), ("I.2.1", "Sáu"),
        ("I.2.1.-1", "Bảy"), ("I.2.1.-1.+1", "Tám"), ("I.2.1.-2", "Chín"), ("I.2.1", "Đoạn rời."), ("II", "MƯỜI"),
    ]  # fmt: skip


def test_danh_so_lai_tu_mot_duoi_tieu_de():
    text = "I. MỤC ĐÍCH\n1. Mục đích.\n1. Ý một của mục đích dài hơn một chút cho rõ.\n2. Ý hai của mục đích.\n2. Yêu cầu.\n"
    assert [one for one, _ in ids(text)] == ["I", "I.1", "I.1.1", "I.1.2", "I.2"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Một câu dài bị ngắt giữa trang vì hết chỗ trên tờ giấy này và\n\ncòn tiếp sang trang sau.",
        "1. Một câu dài bị ngắt giữa trang vì hết chỗ trên tờ giấy này và\n\n     2\n\ncòn tiếp sang trang sau.",
        "1. Một câu dài bị ngắt giữa trang vì hết chỗ trên tờ giấy này và\n\nTrang 2/5\n\ncòn tiếp sang trang sau.",
        "1.\nMột câu dài bị ngắt giữa trang vì hết chỗ trên tờ giấy này và\n\n- 2 -\n\ncòn tiếp sang trang sau.",
        "1. Một câu dài bị ngắt giữa trang vì hết chỗ\ftrên tờ giấy này và còn tiếp sang trang sau.",
        "<p>1. **Một câu dài bị ngắt giữa trang** vì hết chỗ trên tờ giấy này và còn tiếp<br>sang trang sau.</p>",
    ],
)
def test_doan_bi_cat_duoc_noi_lai(text):
    whole = "Một câu dài bị ngắt giữa trang vì hết chỗ trên tờ giấy này và còn tiếp sang trang sau."
    assert ids(text) == [("1", whole)]


def test_gach_trong_cau_khong_phai_muc():
    long = "Các tổ chức chính trị ở xã, ở thôn và ở từng cơ quan, đơn vị trong toàn xã cùng với các hội"
    assert ids(f"1. {long}\n- xã hội nghề nghiệp cùng làm.") == [
        ("1", f"{long} - xã hội nghề nghiệp cùng làm.")
    ]
    quoted = "Theo tinh thần “Sống là phải có kỷ cương, làm là phải có nề nếp; luôn luôn Chủ động"
    assert ids(f"1. {quoted}\n- Sáng tạo” của xã.") == [("1", f"{quoted} - Sáng tạo” của xã.")]


def test_nhieu_muc_tren_mot_dong():
    filler = "việc này làm đều tay, có người coi, có sổ ghi, có hạn xong. " * 3
    text = f"I. MỤC ĐÍCH 1. Mục đích: {filler}2. Yêu cầu - Ý đầu {filler}- Ý sau. II. NỘI DUNG Làm a) {filler}b) {filler}(1) {filler}(2) Hết."
    assert [one for one, _ in ids(text)] == [
        "I",
        "I.1",
        "I.2",
        "I.2.-1",
        "I.2.-2",
        "II",
        "II",
        "II.a",
        "II.b",
        "II.b.1",
        "II.b.2",
    ]


def test_doan_trich_nho_vi_tri():
    line = tidy("  ## **Hai**  chữ ", 10)
    assert (line.text, line.start, line.end) == ("Hai chữ", 17, 27)
    both = joined([line, NOTHING, line.cut(4)])
    assert (both.text, both.cut(8).start) == ("Hai chữ chữ", line.cut(4).start)
    assert (NOTHING.start, NOTHING.end, bool(NOTHING)) == (0, 0, False)


@given(st.text(alphabet="I1.a)b(-+ \n\tMục đích, yêu cầu:;“”|*#", max_size=300))
def test_chu_bat_ky_van_thanh_muc(text):
    source = open_file("a.txt", ("x" + text).encode())
    for whole in paragraphs_of(rows_of(source)):
        assert [source.text[place] for place in whole.at if place < len(source.text)]
    ids("x" + text)


def test_tieu_de_chu_hoa_khong_so_van_la_muc():
    titles = ("NỘI DUNG", "KHEN THƯỞNG")
    paragraphs = [tidy(line, 0) for line in ("NỘI DUNG", "1. Tuần rừng.", "KHEN THƯỞNG", "Giấy khen.")]
    clauses = outline(paragraphs, is_title=lambda passage: passage.text in titles)
    assert [(clause.id, clause.head.text) for top in clauses for clause in top.walk()] == [
        ("(1)", "NỘI DUNG"),
        ("(1).1", "Tuần rừng."),
        ("(2)", "KHEN THƯỞNG"),
        ("(2)", "Giấy khen."),
    ]


def test_ke_hoach_tren_mot_dong_co_gach_sau_tieu_de():
    line = (
        "I. NỘI DUNG 1. Đối với thôn - Giữ đường sạch. - Trồng hoa ven đường. 2. Công chức Văn hóa - Xã hội: viết "
        "tin. II. TỔ CHỨC THỰC HIỆN 1. Các thôn báo cáo. Yêu cầu các thôn nghiêm túc thực hiện kế hoạch./."
    )
    assert [piece.text for piece in unfold(tidy(line, 0))] == [
        "I. NỘI DUNG",
        "1. Đối với thôn",
        "- Giữ đường sạch.",
        "- Trồng hoa ven đường.",
        "2. Công chức Văn hóa - Xã hội: viết tin.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Các thôn báo cáo.",
        "Yêu cầu các thôn nghiêm túc thực hiện kế hoạch./.",
    ]


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("V.2.1.2.a", "mục V.2.1.2.a"),
        ("V.3.-1", "mục V.3, gạch đầu dòng thứ 1"),
        ("I.2.1.-1.+2", "mục I.2.1, gạch đầu dòng thứ 1, dấu cộng thứ 2"),
    ],
)
def test_ten_muc_trong_cau(clause, words):
    assert clause_words(clause) == words
