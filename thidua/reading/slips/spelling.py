"""Slips of letters (chính tả): usual phrases with other marks, syllables that do not exist, stray blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from thidua.reading.passage import Passage
from thidua.reading.plan.document import Document
from thidua.reading.plan.model import Problem
from thidua.reading.slips.problem import problem, texts
from thidua.reading.slips.syllable import is_syllable
from thidua.reading.vocabulary import ALSO_RIGHT, HOOKS, LOST, PHRASES
from thidua.vietnamese.text import SMALLS, even, tone_key

_SPLIT_LETTER = re.compile(r"\b(?P<first>\w{0,2}[đĐ])\s(?P<rest>[ộảạáàốồổỗớờởợứừửữựiíìỉĩị]\w{1,3})\b")
_LONE_TAIL = re.compile(r"[đĐ]\s[ộảạáàốồổỗớờởợứừửữựiíìỉĩị]")
_WORD = re.compile(rf"(?<![\w@.%/-])[{SMALLS}]{{2,15}}(?![\w@%/-])")
_FOREIGN = frozenset("fjwz")
_HORNS = str.maketrans("ƣƢ", "ưƯ")  # another letter that looks the same, and is no slip of the office
_ONE_HOOK = str.maketrans("ãẵẫẽễĩõỗỡũữỹ", "ảẳẩẻểỉỏổởủửỷ")  # ngã as hỏi
_LOST = re.compile("|".join(rf"\b({wrong})" for wrong, _ in LOST))
_ONE_SIDED = re.compile(r"(?<=[^\W\d_])(?:- (?=[^\W\d_])| -(?=[^\W\d_]))")
_BEFORE_COMMA = re.compile(r"(?<=[^\W\d_]) (?=[,;](?:\s|$))")
_MARKED = 0.05  # a text with fewer marked letters was typed without marks: spelling cannot be judged


def spelling(document: Document) -> Iterator[Problem]:
    """Words that differ from a usual phrase only in their marks, that have lost a letter, that are no
    syllable, and blanks at the wrong place.
    """
    text = document.source.text
    if len(text) - len(text.encode("ascii", "ignore")) < len(text) * _MARKED:
        return
    for passage, clause in texts(document):
        yield from _phrases(passage, clause)
        for hit in _SPLIT_LETTER.finditer(passage.text) if _LONE_TAIL.search(passage.text) else ():
            yield _misspelt(passage, hit.span(), clause, hit["first"] + hit["rest"])
        yield from _blanks(passage, clause)
    yield from _no_syllables(document)


@cache
def _lexicon(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all phrases without marks, and how each is written right."""
    right = {even(phrase): phrase for phrase in phrases}
    by_letter: dict[str, list[str]] = {}
    for plain in sorted(right, key=len, reverse=True):  # the longest first; by letter, so that few are tried
        by_letter.setdefault(plain[0], []).append(re.escape(plain[1:]))
    branches = (f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"\b(?:{'|'.join(branches)})\b"), right


def _with_horns(text: str) -> str:
    return text.translate(_HORNS) if "ƣ" in text or "Ƣ" in text else text


def _phrases(passage: Passage, clause: str) -> Iterator[Problem]:
    pattern, right = _lexicon(PHRASES)
    hooks, with_hooks = _lexicon(HOOKS)
    lowered = tone_key(_with_horns(passage.text))
    for hit in pattern.finditer(passage.plain):
        written, phrase = lowered[hit.start() : hit.end()], right[hit.group()]
        if written != tone_key(phrase) and written not in ALSO_RIGHT:
            yield _misspelt(passage, hit.span(), clause, phrase)
    for hook in hooks.finditer(passage.plain):
        written, phrase = lowered[hook.start() : hook.end()], tone_key(with_hooks[hook.group()])
        if written != phrase and written.translate(_ONE_HOOK) == phrase.translate(_ONE_HOOK):
            yield _misspelt(passage, hook.span(), clause, with_hooks[hook.group()])
    for hit in _LOST.finditer(lowered):
        yield _misspelt(passage, hit.span(), clause, LOST[(hit.lastindex or 1) - 1][1].strip())


def _misspelt(passage: Passage, span: tuple[int, int], clause: str, phrase: str) -> Problem:
    before = passage.cut(*span)
    after = phrase.upper() if before.text.isupper() else phrase
    after = after[0].upper() + after[1:] if before.text[:1].isupper() else after
    why = f"Cụm từ thường viết là “{after}”; có thể lỗi đánh máy hoặc nhận dạng chữ."
    return problem("chính tả", before, clause, after, why)


def _blanks(passage: Passage, clause: str) -> Iterator[Problem]:
    """A dash with a blank on one side only, a blank before a comma."""
    for pattern, right in ((_ONE_SIDED, " - "), (_BEFORE_COMMA, "")):
        for hit in pattern.finditer(passage.text):
            start, end = _around(passage.text, hit.span())
            before = passage.cut(start, end)
            after = passage.text[start : hit.start()] + right + passage.text[hit.end() : end]
            yield problem("khoảng trắng", before, clause, after, "Khoảng trắng quanh dấu không đúng chỗ.")


def _around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The word before and the word or sign behind a blank."""
    end = text.find(" ", span[1] + 1)
    return text.rfind(" ", 0, span[0]) + 1, len(text) if end < 0 else end


def _no_syllables(document: Document) -> Iterator[Problem]:
    """Words in small letters with Vietnamese marks that no syllable of the language has ("nghành")."""
    written = Counter(_WORD.findall(_with_horns(document.source.text)))
    marked = {word for word in written if not word.isascii() and _FOREIGN.isdisjoint(word)}
    wrong = {word for word in marked if not is_syllable(word)}
    if not wrong:
        return
    good = {word: written[word] for word in marked - wrong}
    odd = [
        (passage.cut(*hit.span()), clause)
        for passage, clause in texts(document)
        for hit in _WORD.finditer(_with_horns(passage.text))
        if hit.group() in wrong
    ]
    for before, clause in odd:
        after = _nearest(before.text, good)
        meant = f"; có thể là “{after}”" if after else ""
        why = f"“{before.text}” không phải một tiếng Việt{meant}; có thể lỗi đánh máy hoặc nhận dạng chữ."
        yield problem("chính tả", before, clause, after, why)


def _nearest(word: str, good: dict[str, int]) -> str:
    """The word of the same paper that one letter more, less or other makes; the most frequent of them."""
    near = [(count, other) for other, count in good.items() if _one_apart(word, other)]
    return max(near)[1] if near else ""


def _one_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter at one place."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 3:
        return False
    head = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    shorter, longer = sorted((one[head:], other[head:]), key=len)
    return shorter[1:] == longer[1:] if len(shorter) == len(longer) else shorter == longer[1:]
