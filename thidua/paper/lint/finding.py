"""What a check of form reports (lỗi thể thức): the rule, the place, the sentence that says what is right."""

from __future__ import annotations

from dataclasses import dataclass

DECREE = "Nghị định 30/2020/NĐ-CP"
_LAYOUT = "Phụ lục I, mục"
_CAPITALS = "Phụ lục II, mục"
_FORMS = "Phụ lục III"
# Which article each rule rests on; a rule without a line here cannot be reported.
ARTICLES = {
    "paper-size": f"{_LAYOUT} I.1",
    "paper-turned": f"{_LAYOUT} I.2",
    "margin": f"{_LAYOUT} I.3",
    "font": f"{_LAYOUT} I.4",
    "font-colour": f"{_LAYOUT} I.4",
    "page-number-missing": f"{_LAYOUT} I.7",
    "page-number-place": f"{_LAYOUT} I.7",
    "page-number-first": f"{_LAYOUT} I.7",
    "page-number-size": f"{_LAYOUT} I.7",
    "quoc-hieu": f"{_LAYOUT} II.1",
    "tieu-ngu": f"{_LAYOUT} II.1",
    "issuer": f"{_LAYOUT} II.2",
    "number-missing": f"{_LAYOUT} II.3",
    "number-blank": f"{_LAYOUT} II.3",
    "number-zero": f"{_LAYOUT} II.3",
    "number-form": f"{_LAYOUT} II.3",
    "symbol-space": f"{_LAYOUT} II.3",
    "symbol-type": f"{_LAYOUT} II.3 và Phụ lục III, mục I",
    "place-missing": f"{_LAYOUT} II.4",
    "date-blank": f"{_LAYOUT} II.4",
    "date-zero": f"{_LAYOUT} II.4",
    "date-impossible": f"{_LAYOUT} II.4",
    "title-missing": f"{_LAYOUT} II.5",
    "summary-missing": f"{_LAYOUT} II.5",
    "subject-missing": f"{_LAYOUT} II.5",
    "issuer-missing": f"{_FORMS}, Mẫu 1.2",
    "grounds-missing": f"{_LAYOUT} II.6",
    "ground-end": f"{_LAYOUT} II.6",
    "roman-order": f"{_LAYOUT} II.6",
    "point-order": f"{_LAYOUT} II.6",
    "article-order": f"{_LAYOUT} II.6",
    "body-size": f"{_LAYOUT} II.6",
    "body-align": f"{_LAYOUT} II.6",
    "body-indent": f"{_LAYOUT} II.6",
    "body-gap": f"{_LAYOUT} II.6",
    "body-spacing": f"{_LAYOUT} II.6",
    "end-mark": f"{_FORMS}, mục II",
    "signature-missing": f"{_LAYOUT} II.7",
    "signature-words": f"{_LAYOUT} II.7",
    "signature-alone": f"{_LAYOUT} II.7",
    "honorific": f"{_LAYOUT} II.7",
    "addressee-missing": f"{_LAYOUT} II.9",
    "recipients-missing": f"{_LAYOUT} II.9",
    "recipients-first": f"{_LAYOUT} II.9",
    "recipients-last": f"{_LAYOUT} II.9",
    "recipients-end": f"{_LAYOUT} II.9",
    "appendix-number": f"{_LAYOUT} III.1",
    "appendix-reference": f"{_LAYOUT} III.1",
    "urgency": f"{_LAYOUT} III.2",
    "look": f"{_LAYOUT} V",
    "line-under": f"{_LAYOUT} V",
    "party-paper": "phạm vi điều chỉnh",
    "sentence-capital": f"{_CAPITALS} I",
    "name-capital": f"{_CAPITALS} II",
    "unit-capital": f"{_CAPITALS} III",
    "city-capital": f"{_CAPITALS} III",
    "region-capital": f"{_CAPITALS} III",
    "place-capital": f"{_CAPITALS} III",
    "organisation-capital": f"{_CAPITALS} IV",
    "people-capital": f"{_CAPITALS} V",
    "party-capital": f"{_CAPITALS} V",
    "work-capital": f"{_CAPITALS} V",
    "state-capital": f"{_CAPITALS} V",
    "honour-capital": f"{_CAPITALS} V",
    "post-capital": f"{_CAPITALS} V",
    "feast-capital": f"{_CAPITALS} V",
    "type-capital": f"{_CAPITALS} V",
    "clause-capital": f"{_CAPITALS} V",
    "article-capital": f"{_CAPITALS} V",
    "weekday-capital": f"{_CAPITALS} V",
    "event-capital": f"{_CAPITALS} V",
}


@dataclass(frozen=True)
class Finding:
    """One fault (lỗi thể thức): its id, where it stands, and the sentence that says what is right."""

    rule: str
    where: str
    message: str

    @property
    def source(self) -> str:
        """The place in the decree (căn cứ)."""
        return f"{DECREE}, {ARTICLES[self.rule]}"

    def as_json(self) -> dict[str, str]:
        """The finding as plain data."""
        return {"rule": self.rule, "where": self.where, "message": self.message, "source": self.source}
