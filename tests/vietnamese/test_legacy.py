"""Mã cũ TCVN3 (ABC), VNI: tệp của những năm trước mở ra phải đọc được như chữ hôm nay."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.legacy import (
    TCVN3,
    VNI,
    code_of,
    composed,
    from_font,
    from_tcvn3,
    from_vni,
    is_old_font,
    is_syllable,
    to_unicode,
)

TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {letter: code for code, letter in reversed(VNI.items())}
SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
ABC = "Céng hßa x· héi chñ nghÜa ViÖt Nam"
VNI_LINE = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"
SAID = "Cộng hòa xã hội chủ nghĩa Việt Nam"


def tcvn3(text):
    return "".join(TO_TCVN3.get(letter, letter) for letter in text)


def vni(text):
    return "".join(TO_VNI.get(letter, letter) for letter in text)


def test_bang_ma_du_moi_chu():
    assert set(SMALL) - set(TO_TCVN3) == set("abcdeghiklmnopqrstuvxy")
    assert set("ĂÂÊÔƠƯĐ") <= set(TO_TCVN3)
    assert set(SMALL) - set(TO_VNI) == set("abcdeghiklmnopqrstuvxy")
    assert set(SMALL.upper()) - set(TO_VNI) == set("ABCDEGHIKLMNOPQRSTUVXY")


def test_quoc_hieu_ma_cu():
    assert from_tcvn3(ABC) == SAID
    assert from_tcvn3("céng hßa x· héi", capital=True) == "CỘNG HÒA XÃ HỘI"
    assert from_vni(VNI_LINE) == SAID
    assert from_vni("COÄNG HOØA XAÕ HOÄI, Ñoäc laäp - Töï do - Haïnh phuùc") == (
        "CỘNG HÒA XÃ HỘI, Độc lập - Tự do - Hạnh phúc"
    )


def test_theo_ten_phong():
    assert from_font(".VnTime", "§oµn thÓ") == "Đoàn thể"
    assert from_font(".VnTimeH", "kÕ ho¹ch") == "KẾ HOẠCH"
    assert from_font("VNI-Times", "keá hoaïch") == "kế hoạch"
    assert from_font("Times New Roman", "kế hoạch £") == "kế hoạch £"
    assert from_font(".VnTime", "\uf078\uf0b7") == "xã"  # chữ của phông kí hiệu, Word cất ở vùng riêng
    assert [is_old_font(name) for name in (".VnArialH", "VNI Times", "Arial", "Vniversal")] == [
        True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ABC, "tcvn3"),
        (VNI_LINE, "vni"),
        (SAID, None),
        ("Cô và bà, mà hò, là cà rá", None),  # chữ Việt đúng nghĩa nằm trọn trong bảng chữ Tây
        ("Café à la crème brûlée, déjà vu, français", None),
        ("x· héi", None),  # quá ngắn, không đoán
        ("", None),
        ("Kế hoạch số 5 của Ủy ban nhân dân, chñ nghÜa x· héi", None),
    ],
)
def test_nhan_dang_ma_cu(text, code):
    assert code_of(text) == code


def test_van_ban_lan_ma_cu_va_ma_moi():
    mixed = f"Kế hoạch thi đua của xã\n{ABC}\nTháng 6"
    assert to_unicode(mixed) == f"Kế hoạch thi đua của xã\n{SAID}\nTháng 6"
    assert to_unicode(f"{ABC}\nx· Nµ L©m") == f"{SAID}\nxã Nà Lâm"
    assert to_unicode("§") == "§"
    assert to_unicode("Plain text") == "Plain text"


@pytest.mark.parametrize(
    ("typed", "letter"),
    [
        ("e\u0301\u0302", "ế"),
        ("é\u0302", "ế"),
        ("a\u0323\u0302", "ậ"),
        ("u\u0301\u031b", "ứ"),
        ("é\u031b", "é\u031b"),
    ],
)
def test_dau_go_sai_thu_tu(typed, letter):
    assert composed(typed) == letter


@pytest.mark.parametrize("word", ["nghiêng", "Quý", "giữa", "khuya", "Uỷ", "ươm", "yêu", "thúy"])
def test_am_tiet(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hßa", "coọng", "UBND", "xẫá", "crème", ""])
def test_khong_phai_am_tiet(word):
    assert not is_syllable(word)


@given(st.text(alphabet=SMALL + "ĂÂÊÔƠƯĐ ABCDEGHIKLMNOPQRSTUVXY,.-0123456789", max_size=60))
def test_tcvn3_di_roi_ve(text):
    assert from_tcvn3(tcvn3(text)) == text


@given(st.lists(st.text(alphabet=SMALL + SMALL.upper(), min_size=1, max_size=1), max_size=40))
def test_vni_di_roi_ve(letters):
    """Chữ rời nhau, vì trong VNI "oâ" luôn là ô: hai chữ liền nhau có thể đọc thành một."""
    text = " ".join(letters)
    assert from_vni(vni(text)) == text


@given(st.text(alphabet=SMALL + " \n", max_size=80))
def test_chu_unicode_khong_bi_doi(text):
    assert to_unicode("ưđạ " + text.replace("\n", "\nưđạ ")) == "ưđạ " + text.replace("\n", "\nưđạ ")


@given(st.text(max_size=80))
def test_doi_ma_khong_bao_gio_loi(text):
    assert to_unicode(text).count("\n") == text.count("\n")
    assert composed(composed(text)) == composed(text)
    assert unicodedata.is_normalized("NFC", composed(unicodedata.normalize("NFD", SMALL)))
