"""How many may be put forward (số lượng, tỷ lệ đề nghị khen thưởng)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.confidence import INFERRED, LABELLED
from thidua.reading.plan.items import flat, found
from thidua.reading.plan.model import Award, Found, Quota
from thidua.reading.plan.sections import Section
from thidua.vietnamese.text import even

_WHO = (
    r"tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep|ho\b|don vi|thon|nong dan|hoc sinh|giao vien|"
    r"khu dan cu|"
    r"to dan pho|chi doi|dang vien|doan vien|hoi vien|to chuc dang|chi bo|chi hoi|chi doan|khu pho|khoi pho|"
    r"truong\b(?! hop)|lop\b|"
    r"ban(?=[,;.]|\s+(?:va|tieu bieu|dan dau|xuat sac)\b|$)|co quan|can bo|cong chuc|vien chuc|"
    r"nguoi lao dong|cong nhan"
)
_COUNT = re.compile(
    rf"(?P<n>\d{{1,4}}(?:,\d+)?)\s*(?P<percent>%)?\s*(?:\([^)]*\)\s*)?(?:so\s+|tong so\s+)?(?:giay khen|bang "
    rf"khen)?\s*(?:cho\s+)?(?P<who>{_WHO})"
)
_BRACKET = re.compile(r"\(([^()]{0,300})\)")
_AT_MOST = re.compile(r"khong qua|toi da|khong vuot|nhieu nhat|ty le")
_LIMIT = re.compile(r"khong qua|toi da|khong vuot|nhieu nhat|ty le|%|\bmoi\b")
_GIVEN = re.compile(
    rf"(?:(?:(?:giay khen|bang khen|co thi dua)[^.;:]{{0,80}}:|cho|tang|chon|so luong|de nghi|xet|khen|"
    rf"giay khen|bang khen|moi [^.;,:]{{2,40}}?)\s*:?\s+)"
    rf"(?P<limit>(?:(?:khong qua|toi da|khong vuot qua|nhieu nhat)\s+)?"
    rf"(?=\d{{1,4}}\s*(?:%\s*)?(?:(?:tong\s+)?so\s+)?(?:{_WHO})))"
)
_EACH = re.compile(r"(?P<per>moi (?:\w+(?:,\s|\s)){1,5}?)(?=(?:khong qua|toi da|duoc|de nghi|xet|chon|\d))")
_BASE = re.compile(
    r"\s(?P<per>(?:doi tuong|tong so|so)\b[^;.()%]{3,100}|[^;.,()%]*\b(?:tham gia|dang ky)[^;.,()%]*)$"
)
_SENTENCE_END = re.compile(r"[.;]\s|$")
_ONLY_COUNTS = re.compile(
    rf"(?:(?:khong qua\s+|toi da\s+)?\d{{1,4}}\s*(?:{_WHO})[^\d,;]{{0,30}}[,;\s]*(?:va\s+)?)+"
)
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
        for number, award in enumerate(self.awards[:_MOST_FORMS]):
            if award.form and clause.id.startswith(f"{award.form.place.clause}."):
                return number
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
            clauses = [section.clause, *flat(section.paragraphs)]
            quotas += [quota for clause in clauses for quota in _in_brackets(clause, forms)]
            quotas += [quota for clause in flat(section.paragraphs) for quota in _in_sentences(clause, forms)]
    return tuple({(quota.text.place.start, quota.group): quota for quota in quotas}.values())


def _in_sentences(clause: Clause, forms: _Forms) -> list[Quota]:
    """Numbers in a sentence of the awards: "tặng Giấy khen cho không quá 02 tập thể, 05 cá nhân"."""
    plain = _BRACKET.sub(lambda hit: " " * len(hit.group()), clause.head.plain)
    quotas: list[Quota] = []
    end = 0
    for hit in _GIVEN.finditer(plain):
        stop = _SENTENCE_END.search(plain, hit.end())
        counts = list(_COUNT.finditer(plain, hit.start("limit"), stop.start() if stop else len(plain)))
        if hit.start() >= end and counts:
            end = counts[-1].end("who")
            quotas += _counts(clause.head.cut(hit.start("limit"), end), clause, forms)
    return quotas


def _in_brackets(clause: Clause, forms: _Forms) -> list[Quota]:
    quotas: list[Quota] = []
    for hit in _BRACKET.finditer(clause.head.plain):
        text = clause.head.cut(hit.start(1), hit.end(1))
        if _COUNT.search(text.plain) and (_LIMIT.search(text.plain) or _ONLY_COUNTS.fullmatch(text.plain)):
            quotas += _counts(text, clause, forms)
    return quotas


def _of_clause(clause: Clause, forms: _Forms) -> list[Quota]:
    text = clause.head.cut(drop=";")
    counted = _counts(text, clause, forms)
    if counted or clause.inside or not _HANDED_ON.search(text.plain):
        return counted
    return [Quota(None, found(text, clause.id), None, "delegated", forms.of(text, clause))]


def _per(text: Passage, start: int, percent: bool, clause: Clause) -> Found | None:
    """What a number is for: "mỗi thôn" before it, or what a percentage is taken of behind the last."""
    each = _EACH.search(text.plain)
    if each:
        return found(text.cut(each.start("per"), each.end("per")), clause.id, confidence=INFERRED)
    base = _BASE.search(text.plain, start) if percent else None
    return (
        found(text.cut(base.start("per"), base.end("per")), clause.id, confidence=INFERRED) if base else None
    )


def _counts(text: Passage, clause: Clause, forms: _Forms) -> list[Quota]:
    """A quota for each group with a number in the text."""
    kind = "max" if _AT_MOST.search(text.plain) else "exact"
    award = forms.of(text, clause)
    hits = list(_COUNT.finditer(text.plain))
    return [
        Quota(
            found(text.cut(hit.start("who"), hit.end("who")), clause.id),
            found(text, clause.id, confidence=LABELLED),
            {"percent": int(hit["n"].split(",")[0])} if hit["percent"] else int(hit["n"]),
            kind,
            award,
            _per(text, hits[-1].end(), bool(hit["percent"]), clause),
        )
        for hit in hits
    ]
