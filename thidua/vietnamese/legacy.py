"""Old Vietnamese codes (mã cũ): TCVN3 (ABC) and VNI text, and marks in the wrong order, as Unicode.

Both are text that a font draws as Vietnamese: the codes are Western letters. What was read with such a font,
or without knowing any font, becomes Vietnamese letters here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import islice
from typing import Literal

Code = Literal["tcvn3", "vni"]

TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_ROOF = {"â": "\u0302"} | {mark: "\u0302" + tone for mark, tone in zip("áàåãä", _TONES.values(), strict=True)}
_BREVE = {"ê": "\u0306"} | {
    mark: "\u0306" + tone for mark, tone in zip("éèúüë", _TONES.values(), strict=True)
}
_FOLLOWING = {
    "a": _TONES | _ROOF | _BREVE, "e": _TONES | _ROOF, "o": _TONES | _ROOF, "u": _TONES, "y": _TONES,
    "ô": _TONES, "ö": _TONES,
}  # fmt: skip
_ALONE = dict(zip("íìæóòîñôö", "íìỉĩịỵđơư", strict=True))


def _vni_table() -> dict[str, str]:
    """Every VNI spelling of a letter, small and capital; a capital letter may carry a small mark."""
    table = {}
    for base, marks in _FOLLOWING.items():
        for mark, combining in marks.items():
            letter = unicodedata.normalize("NFC", _ALONE.get(base, base) + combining)
            table[base + mark] = letter
            table[base.upper() + mark] = table[base.upper() + mark.upper()] = letter.upper()
    return table | _ALONE | {code.upper(): letter.upper() for code, letter in _ALONE.items()}


VNI = _vni_table()
_VNI_SPELLING = re.compile("|".join(sorted(VNI, key=len, reverse=True)))
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}  # how Word keeps letters of a symbol font
_FONT = re.compile(r"\.vn|vni[- ]", re.I)
_OLD = re.compile(r"[\u00a1-\u00ff]")
_MODERN = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
_WORD = re.compile(r"[^\W\d_]*[\u00a1-\u00ff](?:[^\W\d_]|[\u00a1-\u00ff])*")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    r"(?:iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|"
    r"ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)
_TONED = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_LEAST_WORDS = 3
_MOST_WORDS, _MOST_LINES = 500, 2_000  # more tell no more
_LEAST_SHARE = 0.8
_LEAST_GAIN = 0.25
_PILE = re.compile(r"[^\w\s\x00-\x7f]{20,}")
_MOST_MARKS = 8
_ROOF_ALONE = re.compile("[\u0302\u0306\u031b]")
_ROOFED = re.compile("([\u00c0-\u1ef9])([\u0302\u0306\u031b])")


def from_tcvn3(text: str, *, capital: bool = False) -> str:
    """TCVN3 (ABC) text as Unicode (chuyển mã TCVN3): "Céng hßa x· héi" -> "Cộng hòa xã hội".

    A capital font (its name ends in H) draws small codes as capitals: `capital` makes them so.
    """
    plain = text.translate(_PRIVATE)
    letters = "".join(TCVN3.get(letter, letter) for letter in plain)
    return letters.upper() if capital else letters


def from_vni(text: str) -> str:
    """VNI text as Unicode (chuyển mã VNI): "Coäng hoøa xaõ hoäi" -> "Cộng hòa xã hội"."""
    return _VNI_SPELLING.sub(lambda spelling: VNI[spelling.group()], text.translate(_PRIVATE))


_CODES: dict[Code, Callable[[str], str]] = {"tcvn3": from_tcvn3, "vni": from_vni}


def from_font(font: str, text: str) -> str:
    """Text written with a font (theo tên phông): .VnTime and .VnTimeH are TCVN3, VNI-Times is VNI; any other
    stays."""
    hit = _FONT.match(font)
    if hit is None:
        return text
    if hit.group().startswith("."):
        return from_tcvn3(text, capital=font.upper().endswith("H"))
    return from_vni(text)


def may_be_old(text: str) -> bool:
    """Whether a text may be written in an old code (có thể là mã cũ): Western letters, none of today's."""
    return _OLD.search(text) is not None and _MODERN.search(text) is None


def is_old_font(font: str) -> bool:
    """Whether a font draws an old code (phông chữ cũ)."""
    return _FONT.match(font) is not None


def code_of(text: str) -> Code | None:
    """In which old code a text is written (nhận dạng mã cũ), None for Unicode and for text too short to tell.

    Told by what the words become: in the right code nearly all are Vietnamese syllables, before they were
    not.
    """
    plain = text.translate(_PRIVATE)
    hits = list(islice(_WORD.finditer(plain), _MOST_WORDS))
    words = [hit.group() for hit in hits]
    if len(words) < _LEAST_WORDS or len(_MODERN.findall(plain[: hits[-1].end()])) * 10 > len(words):
        return None
    found = {code: _share(words, turned) for code, turned in _CODES.items()}
    best = max(found, key=lambda code: found[code])
    gain = found[best] - _share(words, lambda word: word)
    return best if found[best] >= _LEAST_SHARE and gain >= _LEAST_GAIN else None


def _share(words: list[str], turned: Callable[[str], str]) -> float:
    return sum(is_syllable(turned(word)) for word in words) / len(words)


def is_syllable(word: str) -> bool:
    """Whether a word may be one Vietnamese syllable (âm tiết), with one tone at most."""
    bare, tones = _TONED.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def to_unicode(text: str) -> str:
    """Text of unknown code as Unicode (về Unicode): lines that already have Vietnamese letters stay as they
    are."""
    if _OLD.search(text) is None and not any(0xF020 <= ord(letter) <= 0xF0FF for letter in text):
        return text
    lines = text.split("\n")
    old = [line for line in lines if not _MODERN.search(line)]
    whole = code_of("\n".join(old))
    if whole is None and len(old) > _MOST_LINES:
        return text
    return "\n".join(_line(line, whole, mixed=len(old) < len(lines)) for line in lines)


def _line(line: str, whole: Code | None, *, mixed: bool) -> str:
    """One line; among lines of today it may be either, so there it changes only for the better."""
    code = None if _MODERN.search(line) else whole or code_of(line)
    if code is None:
        return line
    turned, words = _CODES[code], _WORD.findall(line)[:_MOST_WORDS]
    worse = mixed and words and _share(words, turned) <= _share(words, lambda word: word)
    return line if worse else turned(line)


def composed(text: str) -> str:
    """NFC also where the marks stand in the wrong order (dựng sẵn): e, sắc, mũ -> ế.

    No letter keeps more than a few marks: sorting thousands on one letter would take minutes.
    """
    text = unicodedata.normalize("NFC", _PILE.sub(_levelled, text))
    return _ROOFED.sub(_put_under, text) if _ROOF_ALONE.search(text) else text


def _levelled(found: re.Match[str]) -> str:
    """Signs in a row without the marks that no letter can carry."""
    kept, marks = [], 0
    for sign in found.group():
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _put_under(found: re.Match[str]) -> str:
    """Bring the mark of the letter before the mark of the tone; where that makes no one letter all stays."""
    apart = unicodedata.normalize("NFD", found[1])
    letter = unicodedata.normalize("NFC", apart[0] + found[2] + apart[1:])
    return letter if len(letter) == 1 else found[0]
