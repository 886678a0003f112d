"""Certificates: one page each, in order, a long name gets smaller and never a third line."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.paper.certificate import Certificate, TooLong, write_certificate, write_certificates
from thidua.paper.glyphs import MissingGlyphs

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)
POINT_MM = 25.4 / 72
GIVEN = Certificate(
    title="GIẤY KHEN",
    decider="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM",
    place="Nà Lâm",
    day=date(2023, 6, 12),
    prefix="Hộ gia đình ông",
    name="Chu Văn Quyền",
    address="Thôn Nà Pheo, xã Nà Lâm, huyện Cao Sơn",
    achievement="Đã có thành tích xuất sắc trong phong trào thi đua làm đường thôn, bản năm 2023",
    decision_line="Quyết định số: 87/QĐ-CTUBND ngày 12 tháng 6 năm 2023",
    gold_number="05",
    code="E52JRQW3",
    verify_url="https://nalam.example.vn/tra-cuu/E52JRQW3",
    signer_role="CHỦ TỊCH",
    signer_name="Lương Quốc Thịnh",
)
LONG_NAME = (
    "Ban Chỉ đạo Phong trào toàn dân đoàn kết xây dựng đời sống văn hóa và Tổ tự quản đường biên, cột mốc "
    "thôn Nà Pheo, xã Nà Lâm, huyện Cao Sơn"
)


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return [
            ([round(side * POINT_MM, 1) for side in page.get_size()], page.get_textpage().get_text_range())
            for page in opened
        ]


def places(pdf):
    """Top and bottom in millimetres of every printed line, with its words."""
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[0]
        textpage, height = page.get_textpage(), page.get_height()
        found = []
        for index in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(index)
            words = textpage.get_text_bounded(left, bottom, right, top).strip()
            box = [round(side * POINT_MM, 1) for side in (left, height - top, right, height - bottom)]
            found.append((words, *box))
        return found


def test_one_page_of_a4_across_with_every_line_of_the_model():
    ((size, text),) = pages(write_certificate(GIVEN, timestamp=NOON))
    assert size == [297.0, 210.0]
    assert text.split("\r\n") == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM",
        "TẶNG",
        "GIẤY KHEN",
        "Hộ gia đình ông Chu Văn Quyền",
        "Thôn Nà Pheo, xã Nà Lâm, huyện Cao Sơn",
        "Đã có thành tích xuất sắc trong phong trào thi đua làm đường thôn, bản năm 2023",
        "Quyết định số: 87/QĐ-CTUBND",
        "ngày 12 tháng 6 năm 2023",
        "Số sổ vàng: 05",
        "Mã tra cứu: E52JRQW3",
        "Nà Lâm, ngày 12 tháng 6 năm 2023",
        "CHỦ TỊCH",
        "Lương Quốc Thịnh",
    ]


def test_a3_is_the_same_sheet_enlarged():
    ((size, text),) = pages(write_certificate(replace(GIVEN, size="a3", title="BẰNG KHEN"), timestamp=NOON))
    assert size == [420.0, 297.0]
    assert "BẰNG KHEN" in text


def test_certificates_keep_their_order():
    many = [replace(GIVEN, name=f"Chu Văn {number}") for number in range(1, 31)]
    printed = pages(write_certificates(many, timestamp=NOON))
    assert [f"ông Chu Văn {number}\r\n" in text for number, (_, text) in enumerate(printed, start=1)] == [
        True
    ] * 30


def test_a_long_name_takes_two_lines_and_leaves_room_to_sign():
    long = replace(
        GIVEN, prefix="Tập thể", name=LONG_NAME, for_role="KT. CHỦ TỊCH", signer_role="PHÓ CHỦ TỊCH"
    )
    held = places(write_certificate(long, timestamp=NOON))
    lines = [words for words, *_ in held]
    first = lines.index("GIẤY KHEN") + 1
    assert " ".join(lines[first : first + 2]) == f"Tập thể {LONG_NAME}"
    post = next(box for words, *box in held if words == "PHÓ CHỦ TỊCH")
    signer = next(box for words, *box in held if words == "Lương Quốc Thịnh")
    day = next(box for words, *box in held if words.startswith("Nà Lâm, ngày"))
    achievement = next(box for words, *box in held if words.startswith("Đã có thành tích"))
    assert signer[1] - post[3] >= 20
    assert achievement[3] <= day[1]


@given(
    st.lists(
        st.sampled_from(["Hoàng", "Thị", "Nguyễn", "Ước", "Pheo", "Tổ", "tự", "quản"]),
        min_size=1,
        max_size=60,
    )
)
def test_lines_never_touch_each_other_nor_the_border(words):
    try:
        pdf = write_certificate(replace(GIVEN, name=" ".join(words)), timestamp=NOON)
    except TooLong:
        assert len(words) > 40
        return
    middle = [box for _, *box in places(pdf) if box[1] < 140]
    assert all(lower[1] >= upper[3] - 1.5 for upper, lower in pairwise(middle))
    assert min(box[0] for box in middle) >= 35
    assert max(box[2] for box in middle) <= 262


def test_what_does_not_fit_is_refused_with_advice():
    with pytest.raises(TooLong) as refused:
        write_certificate(replace(GIVEN, achievement="Thành tích " * 120), timestamp=NOON)
    assert str(refused.value) == (
        "Chữ trên giấy của “Hộ gia đình ông Chu Văn Quyền” quá dài: tên không quá 2 dòng, "
        "thành tích không quá 3 dòng. Hãy rút gọn tên đơn vị hoặc thành tích."
    )


def test_a_word_wider_than_the_sheet_is_refused():
    with pytest.raises(TooLong):
        write_certificate(replace(GIVEN, name="A" * 200), timestamp=NOON)


def test_without_number_code_and_signer_the_lines_are_left_out():
    bare = replace(
        GIVEN,
        prefix="",
        address="",
        decision_line="",
        gold_number="",
        code="",
        verify_url="",
        signer_name="",
        day=None,
    )
    ((_, text),) = pages(write_certificate(bare, timestamp=NOON))
    assert text.split("\r\n")[5:7] == ["Chu Văn Quyền", GIVEN.achievement]
    assert text.split()[-2:] == ["CHỦ", "TỊCH"]


def test_a_letter_without_a_glyph_is_refused():
    with pytest.raises(MissingGlyphs):
        write_certificate(replace(GIVEN, name="Chu Văn 🎖"), timestamp=NOON)


def test_equal_certificates_give_equal_bytes():
    assert write_certificate(GIVEN, timestamp=NOON) == write_certificate(GIVEN, timestamp=NOON)
