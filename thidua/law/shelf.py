"""The books as they stand on one day for one office (sổ pháp luật áp dụng): what every rule reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.load import Books, Version
from thidua.law.local import LocalRules
from thidua.law.ruling import Refused, Ruling, Verdict, Weight, no
from thidua.vietnamese.dates import vn_date

LEVEL_NAMES = {"xa": "xã", "huyen": "huyện", "tinh": "tỉnh"}


@dataclass(frozen=True)
class Shelf:
    """Books, day and confirmed local rules together (sổ, ngày áp dụng, quy tắc địa phương)."""

    books: Books
    day: date
    local: LocalRules

    def on(self, subject: str, entry_id: str) -> Version | None:
        """The version of an entry in force on this day, or None."""
        return self.books.on(subject, entry_id, self.day)

    def needs(self, subject: str, entry_id: str, name: str) -> Version:
        """The version in force, or `Refused` saying that the books hold none for this day."""
        version = self.on(subject, entry_id)
        if version is None:
            missing = (
                f"Sổ pháp luật chưa có quy định cho ngày {vn_date(self.day)}: {name}. "
                "Kiểm tra lại ngày, hoặc hỏi cơ quan thi đua, khen thưởng cấp trên."
            )
            raise Refused(no(missing, rule=f"{subject}:{entry_id}"))
        return version

    def certain(self, version: Version) -> bool:
        return version.certain(self.day)

    def answer(
        self, rule_id: str, *, broken: bool, weight: Weight | None = None, **words: Any
    ) -> Ruling | None:
        """The ruling of a check (R01 … R40): yes, or no with its sentence; None where it does not apply."""
        version = self.on("rules", rule_id)
        if version is None:
            return None
        return Ruling(
            verdict=Verdict.NO if broken else Verdict.YES,
            because=version.says.format(**words) if broken else f"{self._name(rule_id)}: đạt.",
            source=version.cites,
            weight=weight or Weight(version.value["weight"]),
            confirmed=self.certain(version),
            rule=rule_id,
        )

    def judge(self, rule_id: str, because: str) -> Ruling:
        """The ruling of a check that a person must settle (cần người kết luận)."""
        version = self.needs("rules", rule_id, self._name(rule_id))
        weight = Weight(version.value["weight"])
        return Ruling(Verdict.JUDGE, because, version.cites, weight, self.certain(version), rule_id)

    def _name(self, rule_id: str) -> str:
        return str(self.books.subjects["rules"][rule_id].fields["name"])
