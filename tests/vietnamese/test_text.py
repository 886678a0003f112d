"""Chữ tiếng Việt: chuẩn hóa, bỏ dấu, sắp xếp, địa chỉ."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.text import (
    even,
    fold,
    name_sort_key,
    nfc,
    same_text,
    slug,
    sort_key,
    squeeze,
    tone_key,
)

VIETNAMESE = st.text(alphabet="aàảãáạăằẳẵắặâầẩẫấậđeèêểhiíkoòóôốơởuùưứyỳýquABĐHOÀÒ .,-1", max_size=40)


@pytest.mark.parametrize(
    ("written", "bare"),
    [("Đỗ Thị Hòa", "do thi hoa"), ("ĐẢNG BỘ", "dang bo"), ("Nguyễn Ước", "nguyen uoc"), ("", "")],
)
def test_bo_dau(written, bare):
    assert fold(written) == bare
    assert fold(unicodedata.normalize("NFD", written)) == bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "HÒA BÌNH"),
        ("Thuý", "Thúy"),
        ("khoẻ", "khỏe"),
        ("uỷ ban", "ủy ban"),
        ("Hoà Xá", "hòa xá"),
    ],
)
def test_hai_cach_dat_dau_la_mot(one, other):
    assert tone_key(one) == tone_key(other)
    assert same_text(one, other)


def test_dau_cua_qu_va_cua_van_co_phu_am_cuoi_giu_nguyen():
    assert tone_key("quý hoàn thuyền") == "quý hoàn thuyền"


def test_chu_khac_nghia_thi_khac_khoa():
    assert not same_text("bứt phá", "bút phá")


def test_gon_khoang_trang():
    assert squeeze("  UBND\u00a0 xã \n Nà Lâm ") == "UBND xã Nà Lâm"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("90 năm Đảng bộ", "90-nam-dang-bo"),
        ("  «Thi đua!»  ", "thi-dua"),
        ("…", ""),
        ("Ứng phó / bão số 3", "ung-pho-bao-so-3"),
    ],
)
def test_dia_chi_khong_dau(text, address):
    assert slug(text) == address


def test_thu_tu_tu_dien():
    words = [
        "ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "băng",
        "bâng",
        "ca",
        "da",
        "đa",
        "e",
        "ê",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
        "y",
    ]
    jumbled = sorted(words)
    assert jumbled != words
    assert sorted(jumbled, key=sort_key) == words


def test_chu_cai_quyet_dinh_truoc_dau_thanh_sau():
    assert sorted(["Hà Văn", "Ha Vinh", "Hạ Van"], key=sort_key) == ["Hạ Van", "Hà Văn", "Ha Vinh"]


def test_ho_ten_xep_theo_ten_goi_truoc():
    names = ["Vi Thị Ánh", "Hoàng Văn Đạt", "Lộc Văn An", "Nông Thị Dung", "Bế Văn An"]
    assert sorted(names, key=name_sort_key) == [
        "Bế Văn An",
        "Lộc Văn An",
        "Vi Thị Ánh",
        "Nông Thị Dung",
        "Hoàng Văn Đạt",
    ]


@given(st.text())
def test_chuan_hoa_hai_lan_nhu_mot_lan(text):
    assert nfc(nfc(text)) == nfc(text)
    assert squeeze(squeeze(text)) == squeeze(text)
    assert slug(slug(text)) == slug(text)


@given(VIETNAMESE)
def test_bo_dau_khong_con_dau(text):
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)
    assert fold(tone_key(text)) == fold(text)


@given(VIETNAMESE)
def test_khoa_khong_phu_thuoc_cach_ma_hoa(text):
    apart = unicodedata.normalize("NFD", text)
    assert sort_key(apart) == sort_key(text)
    assert tone_key(apart) == tone_key(text)
    assert name_sort_key(apart) == name_sort_key(text)


@pytest.mark.parametrize(
    ("written", "bare"),
    [("Đợt “Thi ĐUA” – 1", 'dot "thi dua" - 1'), ("ngƣời", "nguoi"), ("a\u00a0b\n", "a b\n")],
)
def test_bo_dau_giu_vi_tri(written, bare):
    assert even(written) == bare


@given(st.text())
def test_bo_dau_giu_do_dai(text):
    assert len(even(text)) == len(text)
