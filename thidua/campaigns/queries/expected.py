"""What a plan expects that can be counted (việc kế hoạch yêu cầu, đếm được): found in its solutions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thidua.campaigns.models import Obligation
from thidua.vietnamese.text import even

_NUMBER = r"(?:it nhat|toi thieu|khong it hon)\s+(?P<many>\d{1,3})\s+"
_UNITS = r"(?:thon|to dan pho|co quan|don vi|doan the|dia phuong)"
# What is counted, the words that ask for it, and whether each unit owes it or the campaign as a whole.
ASKED = (
    ("projects", _NUMBER + r"(?:\w+\s+){0,2}?(?:mo hinh|phan viec|cong trinh)", False),
    ("news", rf"(?:{_NUMBER})?(?:tin\s*,\s*bai|tin bai|trang thong tin|cong thong tin)", False),
    ("broadcasts", rf"(?:{_NUMBER})?(?:truyen thanh|phat thanh|loa\b)", False),
    ("registrations", rf"{_UNITS}[^.;]*\bdang ky\b(?!\s+kinh doanh)", True),
    ("reviews", rf"{_UNITS}[^.;]*\btong ket\b", True),
    ("reports", rf"{_UNITS}[^.;]*\bbao cao\b", True),
    ("nominations", r"de nghi[^.;]*khen thuong", False),
    (
        "role_models",
        r"(?:phat hien|gioi thieu|nhan dien)[^.;]*(?:guong|dien hinh|cach lam hay|nguoi di dau|nhan to moi)",
        False,
    ),
)
_EACH = re.compile(rf"\b(?:moi|tung)\s+(?P<who>{_UNITS})")


@dataclass(frozen=True)
class Asked:
    """One thing that is asked (một yêu cầu): what is counted, for whom, how many; None without a number."""

    obligation: Obligation
    counts: str
    per: str
    at_least: int | None


def asked_in(obligations: Iterable[Obligation]) -> list[Asked]:
    """What the obligations of a plan ask that the data can tell, each thing once: solutions before targets
    before duties; the same thing again only with another number.
    """
    order = {"solution": 0, "target": 1, "duty": 2}
    found: list[Asked] = []
    for obligation in sorted(obligations, key=lambda one: (order[one.kind], one.order)):
        for asked in _asked(obligation):
            numbers = {one.at_least for one in found if one.counts == asked.counts}
            if not numbers or asked.at_least is not None and asked.at_least not in numbers:
                found.append(asked)
    return found


def _asked(obligation: Obligation) -> Iterator[Asked]:
    said = even(f"{obligation.body} {obligation.text}" if obligation.kind == "duty" else obligation.text)
    for counts, pattern, by_unit in ASKED:
        hit = re.search(rf"\b{pattern}", said)
        if hit is None:
            continue
        many = hit.groupdict().get("many")
        yield Asked(obligation, counts, _per(said, by_unit=by_unit), int(many) if many else None)


def _per(said: str, *, by_unit: bool) -> str:
    """For whom it counts: each village, each body, each unit, or the campaign."""
    each = _EACH.search(said)
    if not by_unit and each is None:
        return "campaign"
    villages = bool(re.search(r"\b(?:thon|to dan pho)\b", said))
    bodies = bool(re.search(r"\b(?:co quan|don vi|doan the)\b", said))
    if villages == bodies:
        return "unit"
    return "village" if villages else "body"
