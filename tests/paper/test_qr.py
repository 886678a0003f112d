"""Codes made many at a time are the very codes made one by one."""

from io import BytesIO

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from thidua.paper.qr import qr_pictures

ADDRESSES = st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1, max_size=80)


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
