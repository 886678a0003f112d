"""Which syllables Vietnamese has (âm tiết): a word that is none has lost or gained a letter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP = ("\u0301", "\u0323")  # sắc, nặng: the only tones before c, ch, p, t
_ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_FRONT = ("i", "e", "ê", "y")
_BEFORE_FRONT = ("ngh", "gh", "k")
_NEVER_BEFORE_FRONT = {"ng": ("i", "e", "ê", "y"), "g": ("e", "ê"), "c": ("i", "e", "ê", "y")}
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it
iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on
ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uê uêch uênh uy uya
uych uyên uyêt uynh uyt uyu uc ui um un ung uôc uôi uôm uôn uông uôt up ut uơ ư ưa ưc ưi ưng ươc ươi
ươm ươn ương ươp ươt ươu ưt ưu ưm ưn y yêm yên yêng yêt yêu ych ynh yt yn yp
"""
_ALL_RHYMES = frozenset(_RHYMES.split())


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word in small letters can be a Vietnamese syllable, whatever its tone placement."""
    letters = unicodedata.normalize("NFD", word)
    tones = [letter for letter in letters if letter in _TONES]
    bare = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    return len(tones) <= 1 and _is_toned(bare, tones[0] if tones else "")


def _is_toned(bare: str, tone: str) -> bool:
    rhyme = _rhyme(bare)
    stopped = rhyme.endswith(("c", "ch", "p", "t"))
    return bool(rhyme) and (not stopped or tone in _SHARP)


@lru_cache(maxsize=8192)
def _rhyme(bare: str) -> str:
    """The rhyme of a syllable without tone, "" when no onset of the language leaves one."""
    for onset in _ONSETS:
        rest = bare.removeprefix(onset)
        if bare.startswith(onset) and rest in _ALL_RHYMES and _fits(onset, rest):
            return rest
    return "i" if bare in ("gi", "qui") else ""


def _fits(onset: str, rhyme: str) -> bool:
    """How k, c, g, gh, ng, ngh are written before i, e, ê ("nghành" is none)."""
    if onset in _BEFORE_FRONT:
        return rhyme.startswith(_FRONT)
    return not rhyme.startswith(_NEVER_BEFORE_FRONT.get(onset, ("\0",)))
