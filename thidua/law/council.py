"""How a council works where the law is silent (quy chế của Hội đồng): local rules, each with a default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from thidua.law.local import LocalRuleProposal, all_local_rules_on
from thidua.law.places import Tie
from thidua.law.shelf import Shelf


@dataclass(frozen=True)
class CouncilSettings:
    """What the working rules of a council settle (quy chế hoạt động), each with its proposed value until the
    office confirms it; `open` names what is not confirmed yet.

    `quorum` is for sessions on awards; `own_unit` "note" | "recuse"; `tie` "chair" | "none";
    `history` "outcome" | "counts".
    """

    quorum: Fraction
    own_unit: str
    substitutes: bool
    written: bool
    rounds: int
    tie: Tie
    history: str
    room_results: bool
    keep_code: bool
    papers: Mapping[str, str]
    open: tuple[str, ...]


IDS = {
    "quorum": "council_quorum_awards",
    "own_unit": "council_own_unit",
    "substitutes": "council_substitutes",
    "written": "council_written",
    "rounds": "council_rounds",
    "tie": "council_tie",
    "history": "council_history",
    "room_results": "council_room_results",
    "keep_code": "council_keep_code",
}


def council_settings(shelf: Shelf) -> CouncilSettings:
    """The settings of a council on a day (quy tắc của Hội đồng): confirmed, else as proposed.

    Căn cứ: không (quy ước nội bộ) - chỗ pháp luật để ngỏ, Hội đồng tự quy định bằng quy chế.
    """
    asked = {rule.id: rule for rule in all_local_rules_on(shelf.day)}
    found = {name: _settled(shelf, asked[rule]) for name, rule in IDS.items()}
    return CouncilSettings(
        quorum=Fraction(str(found["quorum"][0])),
        own_unit=str(found["own_unit"][0]),
        substitutes=found["substitutes"][0] == "yes",
        written=found["written"][0] == "yes",
        rounds=int(str(found["rounds"][0])),
        tie="none" if found["tie"][0] == "none" else "chair",
        history=str(found["history"][0]),
        room_results=found["room_results"][0] == "yes",
        keep_code=found["keep_code"][0] == "yes",
        papers=MappingProxyType({name: paper for name, (_, paper) in found.items()}),
        open=tuple(asked[IDS[name]].name for name, (_, paper) in found.items() if not paper),
    )


def _settled(shelf: Shelf, rule: LocalRuleProposal) -> tuple[object, str]:
    """The value of one rule and the paper behind it, "" while it is only proposed."""
    local = shelf.local.values.get(rule.id)
    if local is None or not local.paper.strip():
        return rule.parse(rule.proposed), ""
    return rule.parse(local.value), local.paper
