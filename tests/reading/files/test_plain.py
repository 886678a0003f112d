"""Văn bản thường của nhiều năm: UTF-8, UTF-16, CP1258, TCVN3, VNI, dấu rời."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.files import open_file
from thidua.reading.files.plain import decode
from thidua.reading.source import Unreadable
from thidua.vietnamese.legacy import TCVN3, VNI

SAID = "Cộng hòa xã hội chủ nghĩa Việt Nam\nKế hoạch phát động thi đua của xã Nà Lâm"
# Chữ có dấu thanh của bảng mã CP1258: nguyên âm rồi dấu rời.
TONES = dict.fromkeys("\u0300\u0301\u0303\u0309\u0323")


def cp1258(text):
    pieces = []
    for letter in unicodedata.normalize("NFD", text):
        pieces.append(letter)
    joined = "".join(pieces)
    for base in "âêôăơưÂÊÔĂƠƯ":
        joined = joined.replace(unicodedata.normalize("NFD", base), base)
    # Dấu nặng đứng trước mũ trong NFD: đưa mũ vào chữ trước rồi mới tới dấu thanh.
    for vowel, roofed in (("a", "â"), ("e", "ê"), ("o", "ô"), ("a", "ă")):
        mark = "\u0306" if roofed == "ă" else "\u0302"
        joined = joined.replace(f"{vowel}\u0323{mark}", f"{roofed}\u0323")
    return joined.encode("cp1258")


def coded(text, table):
    back = {letter: code for code, letter in reversed(table.items())}
    return "".join(back.get(letter, letter) for letter in text).encode("latin-1")


@pytest.mark.parametrize(
    "data",
    [
        SAID.encode(),
        SAID.encode("utf-8-sig"),
        SAID.encode("utf-16"),
        unicodedata.normalize("NFD", SAID).encode(),
        cp1258(SAID),
        coded(SAID, TCVN3),
        coded(SAID, VNI),
        coded(SAID, TCVN3).decode("latin-1").encode(),  # mã cũ chép qua Unicode
        SAID.encode() + "ế".encode()[:2],  # tệp tải dở, mất nửa chữ cuối
        SAID.encode("utf-16") + b"\x01",
        SAID.replace("\n", "\r\n").encode(),
    ],
)
def test_ma_nao_cung_ve_mot_chu(data):
    assert open_file("ke-hoach.txt", data).text == SAID


def test_khong_doi_cach_bo_dau_cua_nguoi_viet():
    assert open_file("a.txt", "HOÀ và HÒA, uỷ và ủy".encode()).text == "HOÀ và HÒA, uỷ và ủy"


@given(st.binary(max_size=300))
def test_byte_bat_ky_khong_bao_gio_loi(data):
    try:
        text = decode(data)
    except Unreadable as refusal:
        text = refusal.sentence
    assert unicodedata.is_normalized("NFC", text)
