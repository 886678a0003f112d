"""Vietnamese text (chữ tiếng Việt): normal form, folding, tone placement, sort order, addresses without
marks."""

from __future__ import annotations

import re
import unicodedata

# Ngang has none; then huyền, hỏi, ngã, sắc, nặng: the order of the dictionary.
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(ord("A") + number) for number, letter in enumerate(_ALPHABET)}
_OLD_STYLE = {  # new placement (hoà) -> old placement (hòa)
    vowels[0] + new: old + vowels[1]
    for vowels, news, olds in (("oa", "àáảãạ", "òóỏõọ"), ("oe", "èéẻẽẹ", "òóỏõọ"), ("uy", "ỳýỷỹỵ", "ùúủũụ"))
    for new, old in zip(news, olds, strict=True)
}
# "quý" keeps its mark on y (qu is one consonant); "hoàn" has one place only, so the pair must end the
# syllable.
_NEW_STYLE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])")
_LETTER_CODES = (*range(0x41, 0x7B), *range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))
CAPITALS = "".join(chr(code) for code in _LETTER_CODES if chr(code).isupper())  # for classes in patterns
SMALLS = "".join(chr(code) for code in _LETTER_CODES if chr(code).islower())
_SPACE = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """The one form in which text is kept (dạng dựng sẵn NFC)."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """NFC with every run of white space as one blank and none at the ends (gọn khoảng trắng)."""
    return _SPACE.sub(" ", nfc(text)).strip()


def fold(text: str) -> str:
    """Text without marks in lower case, đ as d (bỏ dấu): "Đỗ Thị Hòa" -> "do thi hoa"; for searching."""
    marked = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return nfc("".join(c for c in marked if not unicodedata.combining(c)))


def _even_table() -> dict[int, str]:
    table = {code: fold(chr(code)) for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))}
    table = {code: bare for code, bare in table.items() if len(bare) == 1}
    signs = {"“”„″«»": '"', "‘’": "'", "‐‑‒–—−": "-", "\u00a0\u2007\u202f\t": " "}
    table |= {ord(sign): plain for many, plain in signs.items() for sign in many}
    return (
        table | {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | dict.fromkeys((0x1A2, 0x1A3), "u")
    )


_EVEN = _even_table()


def even(text: str) -> str:
    """Folded text of exactly the same length (bỏ dấu, giữ vị trí), so that an offset found in it holds in
    `text`.

    Quotation marks, dashes and blanks become the plain ones; ƣ, a frequent slip for ư, counts as u.
    """
    return text.translate(_EVEN)


def tone_key(text: str) -> str:
    """Lower case with the old tone placement (hoà = hòa, thuý = thúy): equal keys mean the same words."""
    return _NEW_STYLE.sub(lambda found: _OLD_STYLE[found.group()], nfc(text).lower())


def same_text(one: str, other: str) -> bool:
    """Whether two texts say the same (như nhau): white space, case and tone placement do not count."""
    return tone_key(squeeze(one)) == tone_key(squeeze(other))


def slug(text: str) -> str:
    """An address without marks (địa chỉ không dấu): "90 năm Đảng bộ" -> "90-nam-dang-bo"; "" when nothing
    is left."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def _syllable_key(syllable: str) -> tuple[str, str]:
    """Letters first, then the tone: a < ă < â, and ba < bà < bả < bã < bá < bạ."""
    tone, bare = 0, []
    for mark in unicodedata.normalize("NFD", syllable.lower()):
        if mark in _TONES:
            tone = _TONES.index(mark) + 1
        else:
            bare.append(mark)
    letters = nfc("".join(bare))
    return "".join(_RANK.get(letter, letter) for letter in letters), str(tone)


def sort_key(text: str) -> str:
    """Key in the order of the Vietnamese dictionary (khóa sắp xếp): compare keys as plain strings.

    Letters of all syllables decide first, tones only among equal letters, as in the collation of the
    standard.
    """
    pairs = [_syllable_key(syllable) for syllable in squeeze(text).split()]
    return " ".join(letters for letters, _ in pairs) + "\t" + "".join(tone for _, tone in pairs)


def name_sort_key(name: str) -> str:
    """Key for people's names (khóa sắp xếp họ tên): given name first, then family name, then middle names."""
    parts = squeeze(name).split()
    return sort_key(" ".join(parts[-1:] + parts[:-1]))
