"""Which of the forms a campaign offers a list means (hình thức đề nghị): "GK xã" -> "Giấy khen của Chủ tịch
UBND xã".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua.vietnamese.text import fold, squeeze

_KINDS = (("giay khen", r"\bgiay khen\b|\bgk\b"), ("bang khen", r"\bbang khen\b|\bbk\b"))
_LEVELS = {
    "xa": r"\bxa\b|\bphuong\b|\bthi tran\b",
    "huyen": r"\bhuyen\b|\bthi xa\b|\bquan\b",
    "tinh": r"\btinh\b|\bthanh pho\b|\btp\b",
}
_SIGNS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True)
class Offer:
    """A form on offer (hình thức của đợt thi đua): its id, its title, the level that decides it."""

    id: str
    title: str
    level: str


def match_offer(written: str, offers: Sequence[Offer]) -> Offer | None:
    """The one form that the words mean (hình thức khớp), or None when none or several would do."""
    words = _plain(written)
    exact = [offer for offer in offers if _plain(offer.title) == words]
    if exact or not words:
        return exact[0] if exact else None
    kinds = [kind for kind, pattern in _KINDS if re.search(pattern, words)]
    levels = [level for level, pattern in _LEVELS.items() if re.search(pattern, words)]
    left = [
        offer
        for offer in offers
        if all(kind in _plain(offer.title) for kind in kinds) and (not levels or offer.level in levels)
    ]
    if kinds or levels:
        return left[0] if len(left) == 1 else None
    inside = [offer for offer in offers if words in _plain(offer.title)]
    return inside[0] if len(inside) == 1 else None


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(squeeze(text))).split())
