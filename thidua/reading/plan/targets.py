"""Counted targets (chỉ tiêu): "ít nhất 01 …", "100% …" in contents, solutions or a section of their own."""

from __future__ import annotations

import re

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.confidence import GUESSED, PARTLY
from thidua.reading.plan.items import flat, found, item
from thidua.reading.plan.model import Found
from thidua.reading.plan.sections import Section

_COUNT = (
    r"(?:(?:it nhat|toi thieu|khong duoi)\s+\d{1,3}(?:[.,]\d+)*\b\s*%?|(?:(?:tren|"
    r"tu)\s+)?\d{1,3}(?:,\d+)?\s*%)"
)
_COUNTED = re.compile(rf"(?<![\w,.]){_COUNT}")
_WHOLE = re.compile(rf"(?:phan dau\s+(?:co\s+|dat\s+|den [^,;]{{0,30}},?\s*)?|co\s+)?(?<![\w,.]){_COUNT}")
_ENDS = re.compile(
    rf"\s+(?:chao mung|nham|(?<!khong )de(?!\s+(?:an|tai|nghi|xuat))|gop phan|huong toi|lap thanh tich)\b"
    rf"|;|\.\s|\.$|,\s*(?:gop phan|bao dam|dam bao|trong do|phan dau|va\s+phan dau|nham)\b"
    rf"|(?:,\s+|\s+va\s+)(?={_COUNT})"
)


_TAIL = 5
_PURPOSE = re.compile(r",?\s+(?:chao mung|nham|gop phan|huong toi|lap thanh tich)\b")


def is_target(clause: Clause) -> bool:
    """Whether an item is nothing but a counted target."""
    return _WHOLE.match(clause.head.plain) is not None


def read_targets(sections: list[Section]) -> tuple[Found, ...]:
    """All targets, each once."""
    targets: list[Found] = []
    for section in sections:
        for clause in (
            flat(section.paragraphs) if section.topic in ("contents", "solutions", "targets") else ()
        ):
            if is_target(clause) and section.topic != "solutions":
                targets.append(item(clause.head.before(_PURPOSE).cut(drop=","), clause.id))
            elif section.topic == "targets" and not clause.inside:
                targets += _whole(clause) or [item(clause.head, clause.id, confidence=GUESSED)]
            else:
                targets += _counted(clause)
    once: dict[str, Found] = {}
    for target in targets:
        once.setdefault(str(target.value).strip(" .;").lower(), target)
    return tuple(once.values())


def _whole(clause: Clause) -> list[Found]:
    """The counted phrases of an item in a section of targets; all of it where the number comes last ("Tỷ lệ
    … đạt từ 90% trở lên").
    """
    phrases = _counted(clause)
    if phrases and all(len(str(one.value).split()) <= _TAIL for one in phrases):
        return [item(clause.head, clause.id, confidence=PARTLY)]
    return phrases


def _counted(clause: Clause) -> list[Found]:
    """The counted phrases inside a sentence."""
    phrases: list[Found] = []
    end = 0
    for hit in _COUNTED.finditer(clause.head.plain):
        if hit.start() < end:
            continue
        phrase = _phrase(clause.head, hit)
        end = hit.start() + len(phrase.text)
        if len(phrase.text.split()) > 2:
            phrases.append(found(phrase, clause.id, confidence=PARTLY))
    return phrases


def _phrase(text: Passage, hit: re.Match[str]) -> Passage:
    stop = _ENDS.search(text.plain, hit.end())
    return text.cut(hit.start(), stop.start() if stop else None, drop=",.;")
