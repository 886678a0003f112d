"""The criteria of a dossier as they are checked (tiêu chuẩn của hồ sơ)."""

from __future__ import annotations

from thidua.awards.models import Claim
from thidua.campaigns.models import Criterion, Measure, OfferedAward
from thidua.law.local_title import is_local
from thidua.law.standard import Criterion as Asked
from thidua.law.standard import amount
from thidua.reading.outline import clause_words


def origin_of(award: OfferedAward) -> str:
    """The paper in which the criteria of a form stand (văn bản đặt tiêu chuẩn), in words."""
    if is_local(award.form):
        return award.lead
    return award.standard_paper.title if award.standard_paper is not None else "kế hoạch phát động"


def criterion_of(criterion: Criterion, *, origin: str = "") -> Asked:
    """One criterion with the way the office checks it (tiêu chuẩn, cách đối chiếu)."""
    measure: Measure | None = getattr(criterion, "measure", None)
    source = f"{clause_words(criterion.clause)}, {origin}" if criterion.clause else origin
    if measure is None:
        return Asked(criterion.text, source)
    return Asked(criterion.text, source, measure.choice, measure.least, measure.counted)


def criteria_by_group(award: OfferedAward) -> list[tuple[str, list[tuple[Criterion, Asked]]]]:
    """The criteria of a form under their groups, each with how it is checked (tiêu chuẩn từng nhóm)."""
    found: dict[str, list[tuple[Criterion, Asked]]] = {}
    for one in award.criteria.all():
        found.setdefault(one.group or "Tiêu chuẩn", []).append((one, criterion_of(one)))
    return list(found.items())


def number_of(claim: Claim) -> str:
    """The number of a claim with what it counts (con số đã kê), "" where none is asked or given."""
    asked = criterion_of(claim.criterion)
    return "" if asked.least is None or claim.number is None else amount(claim.number, asked.counted)


def said_of(claim: Claim) -> str:
    """What a dossier says to one criterion, its number in front (lời kê khai): "4 sáng kiến: danh sách …"."""
    return ": ".join(filter(None, [number_of(claim), claim.text.strip()]))
