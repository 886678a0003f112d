"""Bulletins as the village loudspeaker reads them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.spoken import minutes_to_read, spoken

READ_ALOUD = {
    "31/5/2023": "ngày ba mươi mốt tháng năm năm hai nghìn không trăm hai mươi ba",
    "hết ngày 05/4/2023": "hết ngày mùng năm tháng tư năm hai nghìn không trăm hai mươi ba",
    "ngày 05 tháng 6 năm 2023": "ngày mùng năm tháng sáu năm hai nghìn không trăm hai mươi ba",
    "ngày 20/11": "ngày hai mươi tháng mười một",
    "(15/6/1933 – 15/6/2023)": "(ngày mười lăm tháng sáu năm một nghìn chín trăm ba mươi ba đến "
    "ngày mười lăm tháng sáu năm hai nghìn không trăm hai mươi ba)",
    "giai đoạn 2021 - 2025": "giai đoạn hai nghìn không trăm hai mươi mốt "
    "đến hai nghìn không trăm hai mươi lăm",
    "tháng 4/2023": "tháng tư năm hai nghìn không trăm hai mươi ba",
    "Tháng 4": "Tháng tư",
    "113/KH-UBND": "một trăm mười ba trên kế hoạch, Ủy ban nhân dân",
    "Luật số 06/2022/QH15": "Luật số sáu trên hai nghìn không trăm hai mươi hai trên Quốc hội mười lăm",
    "152/2025/NĐ-CP": "một trăm năm mươi hai trên hai nghìn không trăm hai mươi lăm "
    "trên nghị định, Chính phủ",
    "12/XY-UBND": "mười hai trên X Y, Ủy ban nhân dân",
    "62,5 %": "sáu mươi hai phẩy năm phần trăm",
    "3,05 ha": "ba phẩy không năm héc-ta",
    "12.500.000 đồng": "mười hai triệu năm trăm nghìn đồng",
    "230.000đ": "hai trăm ba mươi nghìn đồng",
    "HĐND, UBND và MTTQ xã": "Hội đồng nhân dân, Ủy ban nhân dân và Mặt trận Tổ quốc xã",
    "lúc 7h30": "lúc bảy giờ ba mươi phút",
    "lúc 8 giờ 15 phút": "lúc tám giờ mười lăm phút",
    "19h": "mười chín giờ",
    "gọi 0912345678": "gọi không chín một hai ba bốn năm sáu bảy tám",
    "01 mô hình": "một mô hình",
    "lần thứ XIII": "lần thứ mười ba",
    "lần thứ I, thứ IV": "lần thứ nhất, thứ tư",
    "khóa IIII": "khóa IIII",
    "quý IV": "quý bốn",
    "khổ A4": "khổ A bốn",
}


@pytest.mark.parametrize(("written", "read"), READ_ALOUD.items())
def test_a_text_is_spelt_out(written: str, read: str) -> None:
    assert spoken(written) == read


def test_a_day_that_no_calendar_has_is_read_as_figures() -> None:
    assert spoken("45/99/2000") == "bốn mươi lăm/chín mươi chín/hai nghìn"
    assert spoken("tháng 13") == "tháng mười ba"


def test_the_glossary_of_the_commune_comes_first() -> None:
    glossary = {"NVH": "nhà văn hóa", "CT": "công trình"}
    assert spoken("NVH thôn, 02 CT", glossary) == "nhà văn hóa thôn, hai công trình"


@given(st.text(alphabet="0123456789/.,-% :hđngày thángUBNDKHXIV\nA", max_size=60))
def test_the_announcer_never_meets_a_figure(written: str) -> None:
    assert re.findall(r"\d", spoken(written)) == []


def test_reading_time_counts_the_words() -> None:
    assert minutes_to_read("một hai ba bốn", words_per_minute=120) == pytest.approx(4 / 120)
    assert minutes_to_read("", words_per_minute=120) == 0
