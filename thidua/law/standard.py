"""Criteria and how each is checked (tiêu chuẩn): all of them, one of several, or a number to be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from thidua.law.ruling import Ruling, Verdict, Weight
from thidua.vietnamese.money import decimal_comma

PLAIN = "criterion"
_CHOICE = f"{PLAIN}:"
LETTERS = ("A", "B", "C", "D")


@dataclass(frozen=True)
class Criterion:
    """One criterion as the office checks it (tiêu chuẩn), whichever paper it comes from.

    Those of one dossier with the same `choice`, one of `LETTERS`, stand for one another. `least` of `counted`
    ("sáng kiến", "%") must be reached; None where a person judges the words.
    """

    text: str
    source: str = ""
    choice: str = ""
    least: Decimal | None = None
    counted: str = ""

    @property
    def rule(self) -> str:
        """The id under which its finding is kept (mã nhận định)."""
        return f"{_CHOICE}{self.choice}" if self.choice else PLAIN

    @property
    def asks(self) -> str:
        """The number it asks for in words (mức phải đạt), "" where it asks for none: từ 3 sáng kiến."""
        return "" if self.least is None else f"từ {amount(self.least, self.counted)} trở lên"

    def ruling(self, *, number: Decimal | None, shown: bool) -> Ruling:
        """What a machine can say of it (đối chiếu): below its number is a no, anything else is for a person.

        One of several that falls short only informs: another may stand for it.
        """
        short = self.least is not None and number is not None and number < self.least
        weight = Weight.INFORM if short and self.choice else Weight.BLOCK
        verdict = Verdict.NO if short else Verdict.JUDGE
        told = " ".join(filter(None, [self._told(number), "" if shown else _NOT_SHOWN]))
        because = f"{self.text.rstrip('. ')}. {told}" if told else self.text
        return Ruling(verdict, because, self.source, weight, rule=self.rule)

    def _told(self, number: Decimal | None) -> str:
        """The number of the dossier against the one that is asked for."""
        if self.least is None:
            return ""
        if number is None:
            return f"Cần {self.asks}; hồ sơ chưa ghi con số."
        said = "đạt mức" if number >= self.least else "chưa đạt mức"
        return f"Cần {self.asks}; hồ sơ ghi {amount(number, self.counted)}: {said}."


_NOT_SHOWN = "Hồ sơ chưa nêu minh chứng."


def amount(number: Decimal, counted: str) -> str:
    """A number with what it counts, as the office writes it (con số): 3 sáng kiến, 92,5 %."""
    return f"{decimal_comma(number)} {counted}".strip()


def unmet_choices(findings: Iterable[tuple[str, str, bool]]) -> list[str]:
    """Of each choice in which nothing holds, the sentence against a yes (chưa đạt điều nào trong nhóm).

    `findings` are rule, sentence and whether it holds; those of no choice are passed over.
    """
    groups: dict[str, list[tuple[str, bool]]] = {}
    for rule, says, holds in findings:
        if is_choice(rule):
            groups.setdefault(rule, []).append((says.rstrip(". "), holds))
    return [
        f"Chưa đạt điều nào trong nhóm {rule.removeprefix(_CHOICE)} (chỉ cần một): "
        f"{'; hoặc '.join(says for says, _ in found)}."
        for rule, found in groups.items()
        if not any(holds for _, holds in found)
    ]


def is_choice(rule: str) -> bool:
    """True for the finding of a criterion that others may stand for (chỉ cần một)."""
    return rule.startswith(_CHOICE)
