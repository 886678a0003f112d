"""The office's own sentences in its papers (sửa câu mẫu): every text kept, none edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_regulate
from thidua.org.queries import government_of
from thidua.paper.glyphs import MissingGlyphs, require_glyphs
from thidua.records.models import Wording
from thidua.records.phrases import phrases
from thidua.records.queries.wordings import phrase_on
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class OwnWords:
    """What the office puts in place (câu của cơ quan): the text, "" for ours again, and from which day."""

    text: str
    starts: date


@transaction.atomic
def reword(phrase: str, *, words: OwnWords, mandate: Mandate, on: date) -> Wording:
    """Put the office's own sentence in place of ours from a day on, or ours again (sửa, trả lại câu mẫu).

    Fields may be named as people see them; papers of campaigns that began before that day keep what they had.
    Raises `Refused` for an unknown field, letters the paper's font lacks, a text that is not another.
    Căn cứ: không (quy ước nội bộ).
    """
    unit: Unit = government_of(mandate.unit)
    may_regulate(mandate, unit, on=on).require()
    known = phrases().get(phrase)
    if known is None:
        raise Refused(no("Không có câu mẫu này.", rule="phrase:unknown"))
    text = known.read(squeeze(words.text))
    for fault in known.faults(text):
        raise Refused(no(fault, rule="phrase:fields"))
    try:
        require_glyphs([text])
    except MissingGlyphs as missing:
        raise Refused(no(str(missing), rule="phrase:letters")) from missing
    if phrase_on(unit, phrase, words.starts).own == ("" if text == known.text else text):
        raise Refused(no("Câu này không khác câu đang dùng.", rule="phrase:same"))
    row = Wording.objects.create(
        unit=unit, phrase=phrase, text="" if text == known.text else text, starts=words.starts,
        set_on=on, set_by=f"{mandate.person.name}, {mandate.office.title}",
    )  # fmt: skip
    what = "Dùng câu của cơ quan" if row.text else "Dùng lại câu mẫu"
    says = f"{what}: {known.paper_name}, {known.name.lower()}, từ ngày {vn_date(row.starts)}."
    write("reword", says, actor=mandate.actor(), on=on, thing=row, data={"phrase": phrase, "text": row.text})
    return row
