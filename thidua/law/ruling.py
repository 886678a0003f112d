"""One answer type for permission and eligibility (kết luận có căn cứ): a verdict, its reason, its article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Verdict(StrEnum):
    """What the rule says (kết luận): yes, no, or that a person must judge."""

    YES = "yes"
    NO = "no"
    JUDGE = "judge"


class Weight(StrEnum):
    """How much a verdict that is not yes weighs: it stops, it warns, or it only informs."""

    BLOCK = "block"
    WARN = "warn"
    INFORM = "inform"


@dataclass(frozen=True)
class Ruling:
    """An answer with its reason (kết luận): what was decided, the sentence to show, the article behind it.

    `because` is a whole Vietnamese sentence, `source` the article or clause ("" where the rule is our own),
    `confirmed` is false while the text of the law was not seen, `rule` is a stable id for the journal.
    """

    verdict: Verdict
    because: str = ""
    source: str = ""
    weight: Weight = Weight.BLOCK
    confirmed: bool = True
    rule: str = ""

    @property
    def is_yes(self) -> bool:
        return self.verdict is Verdict.YES

    @property
    def stops(self) -> bool:
        """True when nobody may go on before this is settled."""
        return self.weight is Weight.BLOCK and self.verdict is not Verdict.YES

    def require(self, *, found: bool | None = None) -> Ruling:
        """Return the ruling when the work may go on, else raise `Refused`.

        `found` is a person's recorded finding for a rule that a machine cannot judge.
        """
        verdict = self.verdict
        if verdict is Verdict.JUDGE and found is not None:
            verdict = Verdict.YES if found else Verdict.NO
        settled = replace(self, verdict=verdict)
        if settled.stops:
            raise Refused(settled)
        return settled


class Refused(Exception):  # noqa: N818 - the word the office uses: "không được", not an error of the program
    """The work may not go on (không được phép): carries the ruling with its sentence and article."""

    def __init__(self, ruling: Ruling) -> None:
        super().__init__(ruling.because)
        self.ruling = ruling


def yes(because: str = "", *, source: str = "", rule: str = "") -> Ruling:
    """A plain yes (được)."""
    return Ruling(Verdict.YES, because, source, rule=rule)


def no(because: str, *, source: str = "", rule: str = "", weight: Weight = Weight.BLOCK) -> Ruling:
    """A plain no with its sentence (không được)."""
    return Ruling(Verdict.NO, because, source, weight, rule=rule)
