"""The sealed statement of a certificate: what is written is what is read, and nothing else is read."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.paper.statement import Statement, from_digits, read_statement, to_digits

GIVEN = Statement(
    code="abcdefghijkmnp",
    key_id="00112233445566ff",
    name="Bà Hoàng Thị Cúc",
    title="GIẤY KHEN",
    number="01/QĐ-UBND",
    day=date(2023, 6, 5),
    office="Ủy ban nhân dân xã Nà Lâm",
    gold_number="1",
)
SEAL = bytes(range(64))


@given(st.binary(max_size=40))
def test_bytes_become_digits_and_bytes_again(data: bytes) -> None:
    digits = to_digits(data)
    assert (from_digits(digits), digits.isdecimal() or not data) == (data, True)


@given(
    names=st.text("Hoàng Thị Cúc, xã Nà Lâm", min_size=1, max_size=40).map(
        lambda text: text.strip() or "Cúc"
    ),
    day=st.dates(date(2000, 1, 1), date(2178, 1, 1)),
)
def test_what_is_written_is_read(names: str, day: date) -> None:
    said = replace(GIVEN, name=" ".join(names.split()), day=day)
    assert read_statement(said.code, to_digits(said.body + SEAL)) == (said, SEAL)


def test_the_code_is_sealed_though_it_stands_in_the_address() -> None:
    other = replace(GIVEN, code="abcdefghijkmnq")
    assert (other.body, other.sealed == GIVEN.sealed) == (GIVEN.body, False)


def test_a_line_break_in_a_name_moves_no_line() -> None:
    said = replace(GIVEN, name="Hoàng\nThị Cúc")
    assert read_statement(said.code, to_digits(said.body + SEAL))[0].name == "Hoàng Thị Cúc"


@pytest.mark.parametrize(
    ("digits", "says"),
    [
        ("12a", "Lời niêm phong chỉ gồm chữ số."),
        ("1234", "Lời niêm phong bị thiếu hoặc thừa chữ số."),
        ("999", "Lời niêm phong bị thiếu hoặc thừa chữ số."),
        ("9999999999", "Lời niêm phong bị thiếu hoặc thừa chữ số."),
        ("001", "Mã QR không mang lời niêm phong của giấy khen."),
        (to_digits(b"\x02" + bytes(90)), "Mã QR không mang lời niêm phong của giấy khen."),
        (to_digits(b"\x01" + bytes(90)), "Mã QR không mang lời niêm phong của giấy khen."),
    ],
)
def test_what_is_no_statement_is_refused(digits: str, says: str) -> None:
    with pytest.raises(ValueError) as refused:
        read_statement("abcd", digits)
    assert str(refused.value) == says
