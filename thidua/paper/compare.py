"""What an edit in Word changed (so sánh với bản Word đã sửa): the clerk's file against the paper as the
system knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from thidua.paper.blocks import tidy
from thidua.paper.docx import docx_paragraphs, write_docx
from thidua.paper.model import Document

Kind = Literal["changed", "added", "removed"]
Concern = Literal["name", "amount", "date", "text"]

_DATE = r"\d{1,2}/\d{1,2}/\d{4}|(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
_AMOUNT = r"\d{1,3}(?:\.\d{3})+(?:\s*đồng|\s*đ\b)?|\d+\s*(?:đồng|triệu đồng|nghìn đồng)"
_PHRASE = re.compile(rf"(?P<date>{_DATE})|(?P<amount>{_AMOUNT})|(?P<word>\S+)")
_MARKS = ".,;:()“”\"'/"


@dataclass(frozen=True)
class Difference:
    """One change (khác biệt): what stood there, what stands there now, and whether it touches a name, an
    amount, a date.
    """

    kind: Kind
    before: str
    after: str
    concerns: Concern


@dataclass(frozen=True)
class ParagraphChange:
    """One paragraph that an edit changed, added or removed (đoạn bị sửa): both texts in full, the line of the
    paper it follows, and the gravest thing it touches.
    """

    before: str
    after: str
    follows: str
    concerns: Concern


@dataclass(frozen=True)
class _Phrase:
    text: str
    concern: Concern


def compare_docx(document: Document, edited: bytes) -> list[Difference]:
    """The changes that the edited Word file holds against the paper, in reading order; spacing does not
    count.
    """
    known = _paragraphs(write_docx(document))
    found = _paragraphs(edited)
    matcher = SequenceMatcher(a=known, b=found, autojunk=False)
    return [
        difference
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
        for difference in _block(known[a:b], found[c:d])
    ]


def compare_paragraphs(document: Document, edited: bytes) -> list[ParagraphChange]:
    """The changes paragraph by paragraph (từng đoạn khác nhau), for a person to take over or leave each."""
    known = _paragraphs(write_docx(document))
    found = _paragraphs(edited)
    matcher = SequenceMatcher(a=known, b=found, autojunk=False)
    changes = []
    for tag, a, b, c, d in matcher.get_opcodes():
        for step in range(max(b - a, d - c) if tag != "equal" else 0):
            old = known[a + step : b][:1]
            new = found[c + step : d][:1]
            follows = known[: min(a + step, b)][-1:]
            concerns = _gravest(one.concerns for one in _block(old, new))
            changes.append(ParagraphChange("".join(old), "".join(new), "".join(follows), concerns))
    return changes


def _paragraphs(content: bytes) -> list[str]:
    lines = (" ".join(tidy(line).split()) for line in docx_paragraphs(content))
    return [line for line in lines if line]


def _block(before: list[str], after: list[str]) -> Iterator[Difference]:
    """Paragraphs that changed: those of one place are compared phrase by phrase, the rest came or went
    whole.
    """
    paired = min(len(before), len(after))
    for old, new in zip(before[:paired], after[:paired], strict=True):
        yield from _phrases_changed(_phrases(old), _phrases(new))
    for old in before[paired:]:
        yield Difference("removed", old, "", _gravest(phrase.concern for phrase in _phrases(old)))
    for new in after[paired:]:
        yield Difference("added", "", new, _gravest(phrase.concern for phrase in _phrases(new)))


def _phrases_changed(old: list[_Phrase], new: list[_Phrase]) -> Iterator[Difference]:
    matcher = SequenceMatcher(
        a=[phrase.text for phrase in old], b=[phrase.text for phrase in new], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        before, after = (" ".join(phrase.text for phrase in side) for side in (old[a:b], new[c:d]))
        kind: Kind = "changed" if before and after else "removed" if before else "added"
        same_words = before.strip(_MARKS) == after.strip(_MARKS)
        touched = _gravest(phrase.concern for phrase in (*old[a:b], *new[c:d]))
        yield Difference(kind, before, after, "text" if same_words else touched)


def _gravest(concerns: Iterable[Concern]) -> Concern:
    held = set(concerns)
    order: tuple[Concern, ...] = ("amount", "date", "name")
    return next((concern for concern in order if concern in held), "text")


def _phrases(line: str) -> list[_Phrase]:
    """The line as dates, amounts, names and single words; a name is two or more capitalised words in a
    row.
    """
    phrases: list[_Phrase] = []
    name: list[str] = []
    for match in _PHRASE.finditer(line):
        word = match["word"]
        if word and _is_capitalised(word):
            name.append(word)
            if word[-1] in _MARKS:
                phrases += _named(name)
                name = []
        else:
            phrases += _named(name)
            name = []
            concern: Concern = "date" if match["date"] else "amount" if match["amount"] else "text"
            phrases.append(_Phrase(match[0], concern))
    return [*phrases, *_named(name)]


def _named(words: list[str]) -> list[_Phrase]:
    if not words:
        return []
    return [_Phrase(" ".join(words), "name" if len(words) > 1 else "text")]


def _is_capitalised(word: str) -> bool:
    letters = word.strip(_MARKS)
    return letters.isalpha() and letters[:1].isupper() and letters[1:] == letters[1:].lower()
