"""Standards and criteria (tiêu chuẩn, tiêu chí): a campaign's own and national ones in one shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua.law.ruling import Ruling, Verdict


@dataclass(frozen=True)
class Criterion:
    """One condition that a nominee meets or not (tiêu chí), as a person finds it.

    `clause` is where it stands ("V.2.1.2.a" or an article); `minimum` the least number when it counts
    something (ít nhất 01 mô hình), None when a person judges it.
    """

    id: str
    text: str
    clause: str = ""
    minimum: int | None = None
    unit: str = ""

    def meets(self, count: int) -> bool:
        """True when a counted thing reaches the minimum; without a minimum a count never meets it."""
        return self.minimum is not None and count >= self.minimum


@dataclass(frozen=True)
class Standard:
    """What a recipient must meet for a form (tiêu chuẩn): all of `all_of`, and one of `one_of` if any."""

    id: str
    name: str
    form_id: str
    recipients: tuple[str, ...]
    all_of: tuple[Criterion, ...]
    one_of: tuple[Criterion, ...] = ()
    source: str = ""
    confirmed: bool = True

    def rule_on(self, findings: Mapping[str, bool]) -> Ruling:
        """The ruling over what was found per criterion id; what nobody has found yet needs a person."""
        failed = [item.text for item in self.all_of if findings.get(item.id) is False]
        open_ = [item.text for item in self.all_of if item.id not in findings]
        choice = [findings.get(item.id) for item in self.one_of]
        if failed:
            return self._ruling(Verdict.NO, f"Chưa đạt tiêu chuẩn: {'; '.join(failed)}.")
        if choice and not any(choice) and None not in choice:
            texts = "; hoặc ".join(item.text for item in self.one_of)
            return self._ruling(Verdict.NO, f"Chưa đạt một trong các tiêu chuẩn: {texts}.")
        if open_ or (choice and True not in choice):
            waiting = open_ or [item.text for item in self.one_of if item.id not in findings]
            return self._ruling(Verdict.JUDGE, f"Cần người thẩm định kết luận: {'; '.join(waiting)}.")
        return self._ruling(Verdict.YES, f"Đạt {self.name}.")

    def _ruling(self, verdict: Verdict, because: str) -> Ruling:
        return Ruling(verdict, because, self.source, confirmed=self.confirmed, rule=f"standard:{self.id}")
