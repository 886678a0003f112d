"""What the campaign is called and what it celebrates (chủ đề, dịp chào mừng)."""

from __future__ import annotations

import re

from thidua.reading.passage import NOTHING, Passage
from thidua.reading.plan.confidence import GUESSED, INFERRED, LABELLED
from thidua.reading.plan.document import Document
from thidua.reading.plan.header import ISSUES, PREAMBLE, issuing_sentence, own_words
from thidua.reading.plan.items import found
from thidua.reading.plan.model import Found
from thidua.reading.plan.sections import Section, titled

TITLE = "tiêu đề"
_THEME = re.compile(
    r"(?:chu de|khau hieu)\b[^\":;.]{0,30}[:,]?\s*(?=\")|(?:chu de|khau hieu(?: hanh dong| thi dua)?)\s*:\s*"
)
_MOVEMENT = re.compile(r"phong trao(?: thi dua)?\s*(?:\"|:\s*\")")
_QUOTE = re.compile(r'"([^"]{3,400})(?:"|$)')
_ENDS = re.compile(
    r"\.\s*(?:noi dung|cu the|ke hoach)|,?\s*(?:cu the|voi noi dung|noi dung cu the|nhu sau)\b|\n"
)
_CELEBRATES = re.compile(r"chao mung\s+|nhan dip\s+|(?=ky niem\s+(?:lan thu\s+)?\d)")
_AFTER = re.compile(
    r";|\s+tren dia ban\b|,?\s*(?:cu the|voi (?:chu de|noi dung|nhung)|nhu sau|gan voi|huong toi)\b|\s*\"|"
    r"\.\s|\.$|\s+tai\s"
    r"|\s+\((?:sau day|goi tat)"
)
_FOR = re.compile(r"(?:lap thanh tich|thi dua)[^.;]{0,120}?chao mung")
_SCOPE = re.compile(
    r"tren dia ban(?:\s+(?:toan\s+)?(?:xa|phuong|thi tran|huyen|quan|thi xa|tinh|thanh pho|dac khu))?"
)
_NAMED_SCOPE = re.compile(r"pham vi(?: thuc hien| trien khai| ap dung| to chuc)?: \w")
_YEAR = re.compile(r"nam hoc\s+\d{4}\s*-\s*\d{4}")


def read_theme(document: Document, sections: list[Section]) -> Found | None:
    """The theme (chủ đề): announced as such, quoted in the title, or the movement that the purpose names
    again."""
    for section in sections:
        if section.topic == "theme":
            text = section.rest or next((c.head for c in section.inside if c.head), NOTHING)
            quoted = _quoted(text, 0)
            if quoted or text:
                return found(quoted or text.cut(drop=".:"), section.clause.id)
    for paragraph in document.preamble:
        hit = _THEME.search(paragraph.plain)
        if hit:
            quoted = _quoted(paragraph, hit.end())
            return found(quoted or paragraph.cut(hit.end()).before(_ENDS).cut(drop='"“”.;:'), PREAMBLE)
    titled = _quoted(document.title, 0)
    return found(titled, TITLE) if titled else _movement(document, sections)


def _quoted(passage: Passage, start: int) -> Passage:
    """The first quotation after `start`; when it is never closed, up to the end of its sentence."""
    hit = _QUOTE.search(passage.plain, start)
    if hit is None or (start and hit.start() > start + 3):
        return NOTHING
    inner = passage.cut(hit.start(1), hit.end(1))
    return inner if hit.group().endswith('"') else inner.before(_ENDS).cut(drop=".")


def _movement(document: Document, sections: list[Section]) -> Found | None:
    """A movement named in the issuing sentence or the purposes counts when the plan names it again later."""
    whole = " ".join(clause.head.plain for clause in document.clause_text())
    places = [(issuing_sentence(document), PREAMBLE)]
    places += [
        (clause.head, clause.id)
        for section in sections
        if section.topic in ("purposes", "purposes_requirements")
        for clause in section.paragraphs
    ]
    for passage, clause_id in places:
        hit = _MOVEMENT.search(passage.plain)
        name = _quoted(passage, hit.end() - 1) if hit else NOTHING
        if name and (clause_id == PREAMBLE or whole.count(name.plain) > 1):
            return found(name, clause_id, confidence=GUESSED)
    return None


def read_occasion(document: Document) -> Found | None:
    """What is celebrated (dịp): said in the title, else in the preamble; a school year counts as one."""
    for passage, clause_id in ((document.title, TITLE), *((p, PREAMBLE) for p in _celebrating(document))):
        hit = _CELEBRATES.search(passage.plain)
        if hit:
            occasion = passage.cut(hit.end()).before(ISSUES).before(_AFTER).cut(drop=",;.")
            if occasion:
                return found(occasion, clause_id, confidence=LABELLED)
    year = _YEAR.search(document.title.plain)
    return found(document.title.cut(year.start(), year.end()), TITLE, confidence=INFERRED) if year else None


def _celebrating(document: Document) -> list[Passage]:
    """Paragraphs of the preamble that say what is celebrated: of their own, or in the issuing sentence."""
    own = [
        one
        for one in document.preamble
        if re.match(r"(?:thiet thuc )?(?:chao mung|nhan dip|ky niem)", one.plain)
    ]
    said = ((part, _FOR.search(part.plain)) for part in own_words(document))
    return own + [part.cut(campaign.start()) for part, campaign in said if campaign]


def read_scope(document: Document) -> Found | None:
    """Where the campaign holds, in the words of the plan (phạm vi): "trên địa bàn xã"."""
    for passage, clause_id in ((issuing_sentence(document), PREAMBLE), (document.title, TITLE)):
        hit = _SCOPE.search(passage.plain)
        if hit:
            return found(passage.cut(hit.start(), hit.end()), clause_id, confidence=LABELLED)
    named = (clause for clause in document.clause_text() if _NAMED_SCOPE.match(clause.head.plain))
    return next((found(titled(clause)[1].cut(drop="."), clause.id) for clause in named), None)
