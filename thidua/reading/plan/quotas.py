"""How many may be put forward (số lượng, tỷ lệ đề nghị khen thưởng)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.items import flat, found
from thidua.reading.plan.model import Award, Quota
from thidua.reading.plan.sections import Section
from thidua.vietnamese.text import even

_WHO = r"tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep|ho\b|don vi|thon|nong dan|hoc sinh|giao vien"
_COUNT = re.compile(
    rf"(?P<n>\d{{1,4}}(?:,\d+)?)\s*(?P<percent>%)?\s*(?:\([^)]*\)\s*)?(?:so\s+|tong so\s+)?(?:giay khen|bang "
    rf"khen)?\s*(?:cho\s+)?(?P<who>{_WHO})"
)
_BRACKET = re.compile(r"\(([^()]{0,300})\)")
_AT_MOST = re.compile(r"khong qua|toi da|khong vuot|nhieu nhat|ty le")
_LIMIT = re.compile(r"khong qua|toi da|khong vuot|nhieu nhat|ty le|%|\bmoi\b")
_HANDED_ON = re.compile(r"theo huong dan|theo quy dinh|do\b[^.;]{0,120}\b(?:quy dinh|quyet dinh|phan bo)")
_MOST_FORMS = 50
_FORM = re.compile(r"giay khen|bang khen|co thi dua|thu khen|huan chuong")


@dataclass(frozen=True)
class _Forms:
    """Which award form a quota is for: the one it names, or the one in whose clause it stands."""

    awards: tuple[Award, ...]
    starts: list[tuple[int, int]]

    def of(self, text: Passage, clause: Clause) -> int | None:
        lowered = text.text.lower()
        for number, award in enumerate(self.awards[:_MOST_FORMS]):
            if award.form and str(award.form.value).lower() in lowered:
                return number
        place = bisect_left(self.starts, (clause.head.start, 0))
        if place < len(self.starts) and self.starts[place][0] < clause.head.end:
            return self.starts[place][1]
        named = _FORM.search(text.plain)
        return self._only(named.group()) if named else None

    def _only(self, name: str) -> int | None:
        forms = enumerate(self.awards[:_MOST_FORMS])
        called = [number for number, award in forms if award.form and name in even(str(award.form.value))]
        return called[0] if len(called) == 1 else None


def _forms(awards: tuple[Award, ...]) -> _Forms:
    starts = [(award.form.place.start, number) for number, award in enumerate(awards) if award.form]
    texts = [
        (text.place.start, number)
        for number, award in enumerate(awards)
        for criterion in award.criteria
        for text in criterion.text
    ]
    return _Forms(awards, sorted(starts + texts))


def read_quotas(sections: list[Section], awards: tuple[Award, ...]) -> tuple[Quota, ...]:
    """Quotas from their own section, or in brackets in the award sentences."""
    forms = _forms(awards)
    own = [section for section in sections if section.topic == "quotas"]
    if own:
        clauses = [clause for section in own for clause in flat(section.paragraphs) if clause.head]
        return tuple(quota for clause in clauses for quota in _of_clause(clause, forms))
    quotas: list[Quota] = []
    for section in sections:
        if section.topic == "award":
            quotas += [quota for clause in flat(section.paragraphs) for quota in _in_brackets(clause, forms)]
    return tuple(quotas)


def _in_brackets(clause: Clause, forms: _Forms) -> list[Quota]:
    quotas: list[Quota] = []
    for hit in _BRACKET.finditer(clause.head.plain):
        text = clause.head.cut(hit.start(1), hit.end(1))
        if _COUNT.search(text.plain) and (
            _LIMIT.search(text.plain) or "%" in text.text or "moi" in text.plain
        ):
            quotas += _counts(text, clause, forms)
    return quotas


def _of_clause(clause: Clause, forms: _Forms) -> list[Quota]:
    text = clause.head.cut(drop=";")
    counted = _counts(text, clause, forms)
    if counted or clause.inside or not _HANDED_ON.search(text.plain):
        return counted
    return [Quota(None, found(text, clause.id), None, "delegated", forms.of(text, clause))]


def _counts(text: Passage, clause: Clause, forms: _Forms) -> list[Quota]:
    """A quota for each group with a number in the text."""
    kind = "max" if _AT_MOST.search(text.plain) else "exact"
    award = forms.of(text, clause)
    return [
        Quota(
            found(text.cut(hit.start("who"), hit.end("who")), clause.id),
            found(text, clause.id, confidence=0.9),
            {"percent": int(hit["n"].split(",")[0])} if hit["percent"] else int(hit["n"]),
            kind,
            award,
        )
        for hit in _COUNT.finditer(text.plain)
    ]
