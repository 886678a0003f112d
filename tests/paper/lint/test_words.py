"""Chữ trong câu: ngày tháng, viết hoa, viện dẫn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.paper.lint.finding import ARTICLES
from thidua.paper.lint.words import CAPITALS, sentence_findings, text_findings


def told(text):
    return [(one.rule, one.message) for one in text_findings("", text)]


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        (
            "Họp ngày 31/4/2023.",
            "date-impossible",
            "Không có ngày “31/4/2023”; hãy kiểm tra lại ngày, tháng.",
        ),
        ("Theo chương II.", "article-capital", "Viện dẫn “chương” viết hoa: “Chương”."),
        (
            "Ở quận 1.",
            "unit-capital",
            "Tên đơn vị hành chính là con số thì viết hoa cả danh từ chung: “Quận …”.",
        ),
        ("Về thủ đô Hà Nội.", "city-capital", "Viết là “Thủ đô Hà Nội”."),
        ("Vùng tây bắc.", "region-capital", "Tên vùng, miền viết hoa mọi chữ: “Tây Bắc”."),
        (
            "Đến ủy ban nhân dân xã.",
            "organisation-capital",
            "Tên cơ quan viết hoa chữ đầu: “Ủy ban nhân dân”.",
        ),
        (
            "Của Ủy Ban nhân dân.",
            "organisation-capital",
            "Tên cơ quan chỉ viết hoa chữ đầu: “Ủy ban nhân dân”.",
        ),
        (
            "Tặng huân chương Lao động.",
            "honour-capital",
            "Tên huân chương, huy chương viết hoa: “Huân chương …”.",
        ),
        ("Danh hiệu Anh hùng lao động.", "honour-capital", "Viết là “Anh hùng Lao động”."),
        (
            "Do chủ tịch Lương Quốc Thịnh ký.",
            "post-capital",
            "Chức vụ gắn với tên người hoặc cơ quan cụ thể viết hoa: “Chủ tịch”.",
        ),
        ("Dịp tết nguyên đán.", "feast-capital", "Viết là “Tết Nguyên đán”."),
        ("Tặng ông Lộc văn Tài.", "name-capital", "Tên người viết hoa chữ đầu mọi tiếng: “Lộc Văn”."),
        ("Dưới cờ đảng và Nhà nước.", "party-capital", "“Đảng” chỉ Đảng Cộng sản Việt Nam thì viết hoa."),
        ("Làm theo lời bác Hồ.", "party-capital", "Viết là “Bác Hồ”."),
        (
            "Ra biển cửa Lò.",
            "place-capital",
            "Danh từ chung đã thành một phần của tên riêng thì viết hoa: “Cửa Lò”.",
        ),
        (
            "Đăng trên tạp chí Cộng Sản.",
            "work-capital",
            "Tên báo, tạp chí chỉ viết hoa chữ đầu: “tạp chí Cộng sản”.",
        ),
        ("Nhân ngày quốc khánh.", "feast-capital", "Tên ngày lễ viết hoa: “ngày Quốc khánh”."),
        ("Vào sáng thứ hai.", "weekday-capital", "Thứ trong tuần viết hoa chữ chỉ số: “thứ Hai”."),
        ("Sau Cách mạng tháng tám.", "event-capital", "Viết là “Cách mạng tháng Tám”."),
    ],
)
def test_a_fault_and_its_right_form(text, rule, message):
    assert told(text) == [(rule, message)]


@pytest.mark.parametrize(
    "text",
    [
        "Gió hướng tây bắc.",
        "Lần thứ hai trong năm.",
        "Chủ tịch Ủy ban nhân dân xã, Phó Chủ tịch Hội đồng nhân dân huyện.",
        "Theo điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I.",
        "Danh hiệu Nghệ sĩ nhân dân, quân đội nhân dân, công an nhân dân.",
        "Ngày 2/12/2023, ngày 15/6/2023, ngày 05 tháng 01 năm 2024."[len("Ngày 2/12/2023, ") :],
        "Xã Nà Lâm có thôn Bản Vàng.",
    ],
)
def test_right_words_have_no_findings(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đã xong. các thôn làm tiếp.", ["Sau dấu “.” viết hoa: “Các”."]),
        ("Các hội, v.v. và các thôn.", []),
        ("Ông hỏi: được không? được.", ["Sau dấu “?” viết hoa: “Được”."]),
        ("các thôn.", ["Chữ đầu câu, đầu dòng viết hoa: “C”."]),
        ("", []),
    ],
)
def test_sentences_begin_with_a_capital(text, found):
    assert [one.message for one in sentence_findings("", text)] == found


@given(st.dates())
def test_a_date_written_as_the_decree_asks_is_right(day):
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    year = f"{day.year:04}"
    assert told(f"Ngày {day.day:02}/{month}/{year} và ngày {day.day:02} tháng {month} năm {year}.") == []


def test_every_rule_names_its_article():
    assert {rule for _, rule, _ in CAPITALS} <= set(ARTICLES)


@given(st.text(max_size=80))
def test_no_text_breaks_the_check(text):
    assert all(one.source for one in (*text_findings("", text), *sentence_findings("", text)))
