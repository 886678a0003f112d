"""One name, typed in many ways, has one key (khóa so tên)."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.name_keys import bare_key, ends_key, has_marks, written_key

FAMILIES = ("Lộc", "Hoàng", "Đỗ", "Lý", "Nguyễn", "Vy")
MIDDLES = ("Văn", "Thị", "Sỹ", "Đình", "Thuý")
GIVEN = ("Hoà", "Sỹ", "Quý", "Mỹ", "Loè", "Thuỷ", "Huy", "Yến", "Tài")
names = st.builds(
    lambda family, middle, given: f"{family} {middle} {given}",
    *(st.sampled_from(words) for words in (FAMILIES, MIDDLES, GIVEN)),
)
PAIRS = {"oà": "òa", "uý": "úy", "uỷ": "ủy", "oè": "òe"}


def _old_tone(name: str) -> str:
    """The mark one letter earlier in words that end in two vowels; "Quý" and "Hoàng" have one place only."""
    for new, old in PAIRS.items():
        name = re.sub(rf"(?<![Qq]){new}\b", old, unicodedata.normalize("NFC", name))
    return name


WAYS = {
    "chữ hoa": str.upper,
    "chữ thường": str.lower,
    "dấu rời": lambda name: unicodedata.normalize("NFD", name),
    "hai dấu cách": lambda name: f"  {name.replace(' ', '   ')} ",
    "dấu kiểu cũ": _old_tone,
    "i thay y": lambda name: name.replace("Sỹ", "Sĩ").replace("Mỹ", "Mĩ").replace("Lý", "Lí"),
}


@given(names, st.lists(st.sampled_from(sorted(WAYS)), min_size=1, max_size=3))
def test_a_name_has_one_key_however_it_is_typed(name: str, ways: list[str]) -> None:
    typed = name
    for way in ways:
        typed = WAYS[way](typed)
    assert written_key(typed) == written_key(name)


@given(names)
def test_a_name_typed_without_marks_has_the_same_bare_key(name: str) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    assert bare_key(bare.replace("đ", "d").replace("Đ", "D")) == bare_key(name)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("HOÀ  Sỹ", "hòa sĩ"),
        ("Nguyễn Quý", "nguyễn quí"),
        ("Đỗ Thị Thuý", "đỗ thị thúy"),
        ("Hoàng Văn Huy", "hoàng văn huy"),
        ("Ông Thị Lan", "ông thị lan"),
        ("Ông Lộc Văn Tài", "lộc văn tài"),
        ("Hộ ông Chu Văn Quyền", "chu văn quyền"),
        ("Hộ gia đình bà Lý Thị Mỹ", "lí thị mĩ"),
        ("Chi hội Phụ nữ - thôn Nà Pheo", "chi hội phụ nữ thôn nà pheo"),
    ],
)
def test_what_counts_in_a_name(typed: str, key: str) -> None:
    assert written_key(typed) == key


def test_names_that_sound_different_keep_their_own_key() -> None:
    assert written_key("Lê Văn Hòa") != written_key("Lê Văn Hóa")
    assert bare_key("Lê Văn Hòa") == bare_key("Lê Văn Hóa")
    assert written_key("Lê Thị Thủy") != written_key("Lê Thị Thúi")


def test_first_and_last_word_without_the_middle() -> None:
    assert ends_key("Lộc Văn Tài") == ends_key("Lộc Tài") == "loc tai"
    assert ends_key("") == ""


def test_whether_a_name_was_typed_with_marks() -> None:
    assert [has_marks("Lộc Văn Tài"), has_marks("Do Van Tai"), has_marks("Đo Van Tai")] == [True, False, True]
