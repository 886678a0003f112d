"""Keys under which one name is found however it was typed (khóa so tên): case, tone place, i or y, marks."""

from __future__ import annotations

import re
import unicodedata

from thidua.vietnamese.text import fold, nfc, squeeze, tone_key

# A lone y after a consonant sounds like i: Sỹ = Sĩ, Mỹ = Mĩ, Quý = Quí; "Huy", "Thủy", "Yến" are not.
_LONE_Y = re.compile(
    r"(?<![^\W\d_])((?:qu|[b-df-hj-np-tvwxzđ]+))y(?=[\u0300\u0301\u0303\u0309\u0323]*(?![^\W\d_]))"
)
_HOUSEHOLD = re.compile(r"^(?:hộ\s+)?(?:gia\s+đình\s+)?(?:(?:ông|bà|anh|chị)\s+(?!thị\s)(?=\S+\s+\S))?")
_SIGNS = re.compile(r"[\W_]+")


def written_key(name: str) -> str:
    """A name with its marks, every way of writing it made one (khóa có dấu): "HOÀ  Sỹ" -> "hòa sĩ".

    Equal keys mean the same spoken name; what stands before the head of a household falls away.
    """
    plain = _HOUSEHOLD.sub("", tone_key(squeeze(name)))
    words = _SIGNS.sub(" ", plain).strip()
    return nfc(_LONE_Y.sub(r"\1i", unicodedata.normalize("NFD", words)))


def bare_key(name: str) -> str:
    """The same without marks and blanks (khóa không dấu): "Đỗ Thị HOÀ" -> "dothihoa"."""
    return fold(written_key(name)).replace(" ", "")


def ends_key(name: str) -> str:
    """First and last word without marks (họ và tên, bỏ đệm): "Lộc Văn Tài" -> "loc tai"."""
    words = fold(written_key(name)).split()
    return " ".join(words[:1] + words[-1:])


def has_marks(name: str) -> bool:
    """Whether a name carries any Vietnamese mark (có dấu): "Loc Van Tai" does not."""
    plain = tone_key(squeeze(name))
    return fold(plain) != plain
