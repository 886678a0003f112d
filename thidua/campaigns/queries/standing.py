"""Acts that a plan cites but that do not stand on the day (văn bản không còn, chưa có hiệu lực)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from thidua.campaigns.models import Proposal
from thidua.campaigns.queries.plan import Plan
from thidua.law.cited import fallen

_CITING = ("legal_bases", "contents", "solutions", "award_principles")


def fallen_acts(plan: Plan, on: date) -> Iterator[Proposal]:
    """One problem for each act, where the plan names it first; the office decides which act to cite instead.

    Căn cứ: hiệu lực của từng văn bản trong sổ pháp luật.
    """
    named: set[str] = set()
    for field in _CITING:
        for number, text in enumerate(plan.get(field) or []):
            place = plan.get("places", {}).get(f"{field}[{number}]", {})
            for act in fallen(str(text), on):
                if act.source.id not in named:
                    named.add(act.source.id)
                    yield _problem(len(named) - 1, act.words, act.because(on), place)


def _problem(number: int, words: str, why: str, place: dict[str, Any]) -> Proposal:
    return Proposal(
        kind="problem",
        path=f"acts[{number}]",
        label="Văn bản không đúng hiệu lực",
        before=words,
        why=why,
        clause=place.get("clause", ""),
        starts=place.get("from"),
        ends=place.get("to"),
    )
