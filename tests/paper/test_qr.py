"""Codes made many at a time are the very codes made one by one; a sealed statement stays readable."""

from datetime import date
from io import BytesIO

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from thidua.paper.qr import qr_pictures, sealed_code
from thidua.paper.statement import Statement, to_digits

ADDRESSES = st.text(
    st.characters(codec="ascii", min_codepoint=33, exclude_characters="#"), min_size=1, max_size=80
)
ADDRESS = "https://nalam.example.vn/kiem-tra/abcdefghijkmnp/"


def modules(png):
    picture = Image.open(BytesIO(png))
    side = picture.width
    return [[int(not picture.getpixel((x, y))) for x in range(side)] for y in range(side)]


def one_by_one(address):
    code = segno.make_qr(address.encode(), mode="byte", mask=3, error="m", boost_error=False)
    return [list(row) for row in code.matrix]


@given(st.lists(ADDRESSES, max_size=6))
def test_codes_are_equal_to_those_made_alone(addresses):
    assert [modules(png) for png in qr_pictures(addresses)] == [one_by_one(address) for address in addresses]


def test_an_address_with_marks_is_refused():
    with pytest.raises(ValueError) as refused:
        qr_pictures(["https://xã.vn"])
    assert str(refused.value) == "Địa chỉ tra cứu “https://xã.vn” có chữ có dấu; hãy dùng địa chỉ không dấu."


def sealed(name: str) -> str:
    """The digits of a statement about somebody of this name."""
    said = Statement(
        "abcdefghijkmnp", "00112233445566ff", name, "GIẤY KHEN", "01/QĐ-UBND", date(2023, 6, 5),
        "Ủy ban nhân dân xã Nà Lâm", "12",
    )  # fmt: skip
    return to_digits(said.body + bytes(range(64)))


def module_mm(name: str, *, width: float) -> tuple[float, str] | None:
    """How wide a module of the code of this name is printed, and how much correction it carries."""
    code = sealed_code(f"{ADDRESS}#", sealed(name), width_mm=width)
    return code and (round(width / len(code.matrix), 2), code.error)


def test_a_sealed_code_is_as_coarse_as_its_words_allow():
    assert module_mm("Bà Hoàng Thị Cúc", width=25) == (0.41, "M")
    assert module_mm("Tập thể Tổ tự quản đường biên, cột mốc thôn Khuổi Cáp " * 2, width=25) == (0.34, "M")
    assert module_mm("Tập thể Tổ tự quản đường biên " * 9, width=25) == (0.29, "L")
    assert module_mm("Bà Hoàng Thị Cúc", width=12) is None


def test_where_no_phone_would_read_it_the_code_holds_the_address_alone():
    small, whole = (qr_pictures([f"{ADDRESS}#{sealed('Cúc')}"], width_mm=width)[0] for width in (12, 25))
    assert modules(small) == one_by_one(ADDRESS)
    assert len(modules(whole)) > len(modules(small))
