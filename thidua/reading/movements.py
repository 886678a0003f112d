"""The movements, directives and plans that a passage names (phong trào, chỉ thị, kế hoạch được nhắc tới)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.vietnamese.text import fold, nfc, squeeze

NEAR = 60  # letters between “phong trào” and the first name it introduces
LONGEST = 300
_OPENING = re.compile(r"phong trào|cuộc vận động", re.IGNORECASE)
_NAMED = re.compile(r"“([^”]{6,250})”|\"([^\"]{6,250})\"")
_BETWEEN = re.compile(r"[\s,;]*(?:và|hoặc)?[\s,;]*(?:phong trào|cuộc vận động)?\s*$", re.IGNORECASE)
_PAPER = re.compile(
    r"(?P<kind>Chỉ thị|Kế hoạch)\s+số\s*:?\s*(?P<number>\d[\w./-]*(?:\s*/\s*[\w./-]+)?)"
    r"(?P<rest>(?:\s*,?\s*ngày\s+[\d/.-]+)?(?:\s+của\s+[^;,.“”\"()]{3,80}?(?=\s+về\b|[;,.“”\"()]|$))?)",
    re.IGNORECASE,
)
_KINDS = {"chi thi": "directive", "ke hoach": "plan"}


@dataclass(frozen=True)
class NamedAbove:
    """One thing a passage names (điều được nhắc tới): "movement", "directive" or "plan", and its name."""

    kind: str
    name: str

    @property
    def key(self) -> str:
        """What makes two names one thing: folded, without marks (khóa so trùng); a paper goes by its number.

        The body and the day after the number are often left out the second time.
        """
        if self.kind == "movement":
            return " ".join(re.findall(r"\w+", fold(self.name)))[:LONGEST]
        number = re.search(r"\d[\w./-]*", fold(self.name))
        return f"{self.kind} {number.group() if number else fold(self.name)}"[:LONGEST]


def movements_in(text: str, *, own: str = "") -> list[NamedAbove]:
    """Every movement, directive and plan a passage names, each once, in its order; `own` is the theme of the
    campaign itself, which is no movement above.
    """
    plain = squeeze(nfc(text))
    ours = " ".join(re.findall(r"\w+", fold(own)))
    found = sorted([*_movements(plain), *_papers(plain)], key=lambda pair: pair[0])
    kept: dict[str, NamedAbove] = {}
    for _, one in found:
        if not ours or one.key not in ours:
            kept.setdefault(one.key, one)
    return list(kept.values())


def _movements(text: str) -> Iterator[tuple[int, NamedAbove]]:
    """The quoted names after “phong trào”, and those that follow them in one row."""
    end = -1
    for name in _NAMED.finditer(text):
        before = text[max(name.start() - NEAR - len("cuộc vận động"), 0) : name.start()]
        opening = list(_OPENING.finditer(before))
        introduced = opening and "nội dung" not in before[opening[-1].end() :].lower()
        in_a_row = end >= 0 and _BETWEEN.fullmatch(text[end : name.start()]) is not None
        if introduced or in_a_row:
            end = name.end()
            words = squeeze(name.group(1) or name.group(2)).strip(" .,;:")
            yield name.start(), NamedAbove("movement", words)
        else:
            end = -1


def _papers(text: str) -> Iterator[tuple[int, NamedAbove]]:
    for paper in _PAPER.finditer(text):
        kind = _KINDS[fold(paper["kind"])]
        name = squeeze(f"{paper['kind']} số {paper['number']}{paper['rest']}").strip(" .,;:")
        yield paper.start(), NamedAbove(kind, name[:1].upper() + name[1:LONGEST])
