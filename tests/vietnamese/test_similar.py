"""The passages two reports share: found again by few numbers, with their places."""

from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.similar import (
    RUN,
    SURELY_FOUND,
    Shared,
    fingerprint,
    packed,
    runs_of,
    shared_passages,
    unpacked,
    words_in,
)

COPIED = (
    "Tôi đã vận động bốn mươi hai hộ trong thôn hiến hơn ba nghìn mét vuông đất để mở rộng đường vào bản, "
    "huy động hai trăm ngày công"
)
WORDS = st.sampled_from(
    ["đường", "bản", "hộ", "đất", "ngày", "công", "trồng", "rừng", "mương", "nước", "họp", "dân"]
)
texts = st.lists(WORDS, min_size=0, max_size=40).map(" ".join)
long_texts = st.lists(WORDS, min_size=SURELY_FOUND, max_size=SURELY_FOUND + 10).map(" ".join)


def cut(text: str, other: str, found: Shared) -> tuple[str, str]:
    return text[found.start : found.end], other[found.other_start : found.other_end]


def test_a_copied_passage_is_cut_out_of_both_texts():
    one = f"Năm nay. {COPIED}. Cảm ơn bà con."
    other = f"Thôn bên làm như sau: {COPIED.upper()}; kết quả tốt."
    [found] = shared_passages(one, other)
    assert cut(one, other, found) == (COPIED, COPIED.upper())
    assert found.words == words_in(COPIED) == 29


def test_marks_capitals_and_signs_make_no_other_text():
    typed = "toi da van dong BON MUOI HAI ho trong thon; hien hon 3 nghin"
    assert [found.words for found in shared_passages(COPIED, typed, least=10)] == [12]


def test_texts_that_share_only_short_words_share_nothing():
    assert shared_passages(COPIED, "Tôi đã vận động bốn hộ trong thôn hiến đất mở đường vào bản.") == []


def test_what_the_form_itself_says_does_not_count():
    form = "Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước trong mọi việc"
    assert [found.words for found in shared_passages(form, form)] == [18]
    assert shared_passages(form, form, without=runs_of([form])) == []
    assert fingerprint(form, without=runs_of([form])) == frozenset()


def test_a_passage_goes_on_through_the_words_of_the_form():
    form = "chính sách, pháp luật của Nhà nước"
    text = f"{COPIED} {form} {COPIED[::-1]}"
    [found] = shared_passages(text, text, without=runs_of([form]))
    assert cut(text, text, found) == (text, text)


def test_a_word_said_over_and_over_is_one_passage():
    assert [found.words for found in shared_passages("họp " * 400, "họp " * 300)] == [300, 100]


def test_a_short_or_empty_text_has_no_numbers():
    assert fingerprint("") == fingerprint("một hai ba bốn") == frozenset()
    assert shared_passages("", COPIED) == shared_passages(COPIED, "") == []


def test_a_long_report_is_kept_in_few_bytes():
    report = " ".join(f"việc thứ {number} làm được {number * 7} lần" for number in range(100))
    numbers = fingerprint(report)
    assert words_in(report) == 700
    assert 4 * 100 < len(packed(numbers)) < 4 * 250
    assert frozenset(unpacked(packed(numbers))) == numbers


@given(long_texts, texts, texts)
def test_a_shared_passage_always_leaves_a_number_in_both(shared: str, before: str, after: str):
    assert fingerprint(f"{before} {shared} {after}") & fingerprint(f"{after} {shared} {before}")


@given(texts, texts)
def test_passages_agree_word_for_word_and_do_not_overlap(one: str, other: str):
    ends = 0
    for found in shared_passages(one, other, least=RUN):
        left, right = cut(one, other, found)
        assert left == right
        assert words_in(left) == found.words >= RUN
        assert found.start >= ends
        ends = found.end


@given(long_texts)
def test_a_text_shares_all_of_itself(text: str):
    assert [cut(text, text, found) for found in shared_passages(text, text)] == [(text, text)]
