"""Each shipped font draws every Vietnamese letter; anything it lacks is refused by name."""

import unicodedata

import pytest

from thidua.paper.blank import FAMILIES
from thidua.paper.glyphs import FONTS, MissingGlyphs, face, require_glyphs

VOWELS = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
ACCENTED = [letter for letter in [*LETTERS, "đ"] if not letter.isascii()]
ALL = [*ACCENTED, *(letter.upper() for letter in ACCENTED)]


def test_there_are_134_accented_letters():
    assert len(set(ALL)) == 134


MARKS = ["\u0300", "\u0301", "\u0302", "\u0303", "\u0306", "\u0309", "\u031b", "\u0323"]


@pytest.mark.parametrize("family", FAMILIES.values())
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_face_draws_every_vietnamese_letter(bold, italic, family):
    widths = face(bold=bold, italic=italic, family=family).widths
    assert [mark for mark in MARKS if ord(mark) not in widths] == []
    assert [letter for letter in ALL if not widths.get(ord(letter))] == []


def test_a_letter_that_the_font_lacks_is_named_with_its_place():
    with pytest.raises(MissingGlyphs) as refused:
        require_glyphs(["Thôn Nà Pheo", "Tặng 🎖 ông A"])
    assert refused.value.missing == ["🎖"]
    assert str(refused.value) == (
        "Phông chữ của văn bản không có ký tự “🎖” (U+1F396), gặp trong “Tặng 🎖 ông A”. "
        "Hãy gõ lại bằng chữ Việt thông thường."
    )


def test_quoc_hieu_at_12_points_is_88_mm_wide():
    width = face(bold=True).width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12)
    assert round(width, 1) == 88.3


def test_the_font_comes_with_its_licence():
    assert sorted(path.name for path in FONTS.iterdir()) == [
        "Arimo-Bold.ttf",
        "Arimo-BoldItalic.ttf",
        "Arimo-Italic.ttf",
        "Arimo-Regular.ttf",
        "GreatVibes-Regular.ttf",
        "OFL-Arimo.txt",
        "OFL-GreatVibes.txt",
        "OFL-Tinos.txt",
        "README.md",
        "Tinos-Bold.ttf",
        "Tinos-BoldItalic.ttf",
        "Tinos-Italic.ttf",
        "Tinos-Regular.ttf",
    ]
    for family in FAMILIES.values():
        licence = (FONTS / f"OFL-{family.replace(' ', '')}.txt").read_text(encoding="utf-8")
        assert ("SIL Open Font License, Version 1.1" in licence, "Reserved Font Name '" in licence) == (
            True,
            False,
        )
