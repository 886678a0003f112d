"""Cách đọc tên: chữ nào khó đọc, chữ viết tắt đọc ra sao."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.sounds import LETTERS, hard_words, sounds


@pytest.mark.parametrize(("name", "hard"), [
    ("Nguyễn Phước Bảo Quỳnh", []), ("Sùng A Páo", []), ("Giàng Thị Mỷ", []),
    ("Ksor H'Nhan", ["Ksor", "H'Nhan"]),
    ("K’Brêu", ["K’Brêu"]), ("Siu Blêh", ["Blêh"]), ("Chi hội CCB thôn 3", []), ("Tổ KHKT", ["KHKT"]),
    ("Trường TH&THCS Nà Lâm", []), ("Hoàng Nghiêng Khuya", []), ("", []),
])  # fmt: skip
def test_chu_kho_doc(name: str, hard: list[str]) -> None:
    assert hard_words(name) == hard


@pytest.mark.parametrize(("name", "said"), [
    ("Chi hội CCB thôn 3", "Chi hội Cựu chiến binh thôn ba"),
    ("Tổ KHKT", "Tổ ca hát ca tê"),
    ("Giáo viên, Trường TH&THCS", "Giáo viên, Trường Tiểu học và trung học cơ sở"),
    ("Ksor H'Nhan", "Ksor H'Nhan"),
    ("Bà Hoàng Thị Cúc", "Bà Hoàng Thị Cúc"),
])  # fmt: skip
def test_doc_ra_tieng(name: str, said: str) -> None:
    assert sounds(name) == said


@given(st.text(alphabet="aăâêôơưyBCDĐHKTrngh'’ 1&-", max_size=30))
def test_ten_nao_cung_doc_duoc_chu_kho_la_chu_trong_ten(name: str) -> None:
    assert all(word in name for word in hard_words(name))
    assert not any(char.isdigit() for char in sounds(name))


@given(st.text(alphabet=sorted(LETTERS), min_size=2, max_size=6))
def test_chu_viet_tat_la_doc_tung_chu(word: str) -> None:
    assert not any(letter.isupper() for letter in sounds(f"tổ {word}ZZ").split(maxsplit=1)[1])
