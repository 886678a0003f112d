"""Whether the fund of the year bears a decision (quỹ còn lại), as the office has settled it."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.law.local import all_local_rules_on
from thidua.law.ruling import Ruling, Weight, no, yes
from thidua.law.shelf import Shelf
from thidua.vietnamese.money import money

RULE = "fund_overrun"


@dataclass(frozen=True)
class FundLeft:
    """What the ledger of a year says before a decision (số liệu quỹ trước khi ký), in đồng.

    `left` is in the ledger now, `promised` is decided and not paid yet, `wanted` is what this decision asks.
    `entered` is false while nothing was booked in for that year.
    """

    year: int
    left: int
    promised: int
    wanted: int
    entered: bool

    @property
    def over(self) -> int:
        """By how much the fund is exceeded (vượt quỹ), zero or less when it bears the decision."""
        return self.wanted - (self.left - self.promised)


def check_fund_left(shelf: Shelf, fund: FundLeft) -> Ruling:
    """Does the fund bear the decision (quỹ có đủ chi)? Where it does not, the office's own rule says whether
    that warns or stops. Căn cứ: không (quy ước nội bộ) - luật chỉ định cấp chi, sổ local, fund_overrun.
    """
    if not fund.entered:
        return no(
            f"Chưa ghi số cấp quỹ năm {fund.year}; kế toán ghi vào sổ quỹ thì mới đối chiếu được.",
            rule=RULE,
            weight=Weight.INFORM,
        )
    counted = f"Quỹ năm {fund.year} còn {money(fund.left)} đồng"
    if fund.promised:
        counted += f", đã quyết định mà chưa chi {money(fund.promised)} đồng"
    counted += f"; quyết định này {money(fund.wanted)} đồng"
    if fund.over <= 0:
        return yes(f"{counted}: đủ chi, còn lại {money(-fund.over)} đồng.", rule=RULE)
    weight, source = overrun_weight(shelf)
    return no(f"{counted}: vượt quỹ {money(fund.over)} đồng.", source=source, rule=RULE, weight=weight)


def overrun_weight(shelf: Shelf) -> tuple[Weight, str]:
    """Whether an overrun warns or stops (vượt quỹ thì cảnh báo hay dừng), and the paper that says so."""
    rule = next(one for one in all_local_rules_on(shelf.day) if one.id == RULE)
    local = shelf.local.values.get(RULE)
    if local is None or not local.paper.strip():
        return Weight.WARN, ""
    return Weight.BLOCK if rule.parse(local.value) == "block" else Weight.WARN, local.paper
