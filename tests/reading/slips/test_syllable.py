"""Âm tiết tiếng Việt: tiếng nào có, tiếng nào không."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.slips.syllable import is_syllable
from thidua.vietnamese.text import SMALLS

REAL = """thưởng nghiệp nguyễn hoà hòa khoẻ khỏe thuỷ thủy quý gìn gì giếng giữa quyết quỳnh ngoằn khuya
xoong yểng đường ướt ưu kẻng ghế nghề cuốc rượu"""
FALSE = "nghành rừg thưởg đổimới kếhoạch hiệm2 côngtác ngiệp gê cế thiêp hợpp đưc xzâ"


@pytest.mark.parametrize("word", REAL.split())
def test_tieng_co_that(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", FALSE.split())
def test_tieng_khong_co(word):
    assert not is_syllable(word)


@given(st.text(alphabet=SMALLS + "\u0300\u0301\u0323 -", max_size=12))
def test_chu_gi_cung_tra_loi(word):
    assert is_syllable(word) in (True, False)
