"""What a name sounds like where its letters do not tell (cách đọc tên): abbreviations, names of other
tongues.
"""

from __future__ import annotations

import re

from thidua.vietnamese.spoken import ABBREVIATIONS, spoken
from thidua.vietnamese.text import fold

LETTERS = {
    "B": "bê", "C": "xê", "D": "dê", "Đ": "đê", "F": "ép", "G": "giê", "H": "hát", "J": "gi", "K": "ca",
    "L": "e-lờ", "M": "em-mờ", "N": "en-nờ", "P": "pê", "Q": "quy", "R": "e-rờ", "S": "ét-sì", "T": "tê",
    "V": "vê", "W": "vê kép", "X": "ích-xì", "Z": "dét",
}  # fmt: skip
OF_NAMES = {"TH": "Tiểu học"}  # only in the names of schools: elsewhere the letters mean other things
# One syllable as Vietnamese spells it, tones and marks taken off: onset, one to three vowels, coda.
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ngh?|nh?|p|t)?"
)
_WORD = re.compile(r"[^\s,;()/–-]+")
_SHORTENED = re.compile(r"(?<!\w)[BCDĐFGHJKLMNPQRSTVWXZ]+(?![\w'’])")


def hard_words(name: str) -> list[str]:
    """The words of a name that a Vietnamese reader cannot read off (chữ khó đọc), in their order.

    Numbers and the abbreviations that `spoken` knows are none; a lone letter, "K'Brêu", "Ksor" are.
    """
    return [word for word in _WORD.findall(name) if not _is_read_off(word)]


def _is_read_off(word: str) -> bool:
    if {*word.split("&")} <= {*ABBREVIATIONS, *OF_NAMES} or not any(letter.isalpha() for letter in word):
        return True
    return bool(_SYLLABLE.fullmatch(fold(word).strip('.:“”"')))


def sounds(name: str) -> str:
    """A name as it can be said without asking anybody (đề xuất cách đọc): numbers and known abbreviations in
    words, other abbreviations letter by letter.
    """
    said = spoken(re.sub(r"\s*&\s*", " và ", name), OF_NAMES)
    return _SHORTENED.sub(lambda found: " ".join(LETTERS[letter] for letter in found[0]), said)
