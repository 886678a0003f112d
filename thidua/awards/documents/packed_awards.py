"""Awards of before, corrections and revocations as a package carries them (khen thưởng trước đây, đính chính,
hủy bỏ trong gói): each with its paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from thidua.awards.documents.packed import Packed
from thidua.awards.models import DecisionItem
from thidua.awards.queries.cited import Cited, amendment_words, amendments_of
from thidua.records.models import OfficialDocument
from thidua.records.queries.files import files_of

Json = dict[str, Any]
PAPER = "past_award"


def packed_awards(packed: Packed, cited: Iterable[Cited]) -> list[Json]:
    """The rows of awards of before (khen thưởng trước đây), their papers and scans put into the package."""
    return [
        {
            **{name: one.isoformat() if isinstance(one, date) else one for name, one in award.words.items()},
            "id": str(award.key),
            "candidate": str(award.candidate),
            "files": _files(packed, award),
            "amendments": _amendments_of(packed, award),
        }
        for award in cited
    ]


def packed_amendments(packed: Packed, item: DecisionItem) -> list[Json]:
    """What was issued about one recipient since (đính chính, hủy bỏ), with its papers."""
    return [{**amendment_words(one), "paper": packed.name_paper(one.document)} for one in amendments_of(item)]


def _amendments_of(packed: Packed, award: Cited) -> list[Json]:
    if award.decided is None:
        return [{**one, "paper": None} for one in award.words["amendments"]]
    return [
        {**amendment_words(one), "paper": _own_paper(packed, one.document)}
        for one in amendments_of(award.decided)
    ]


def _own_paper(packed: Packed, document: OfficialDocument | None) -> str | None:
    """A paper of this office or below; what an office above issued, it has itself."""
    if document is None or not document.unit.path.startswith(packed.unit.path):
        return None
    return packed.name_paper(document)


def _files(packed: Packed, award: Cited) -> list[Json]:
    """The scans of an old paper, or the decision as it was issued."""
    if award.past is not None:
        return [packed.add_file(one) for one in files_of(award.past, PAPER)]
    document = award.decided.decision.document if award.decided else None
    if document is None or not document.unit.path.startswith(packed.unit.path):
        return []
    return [packed.add_paper(document)]
