"""How long the file of a campaign is kept (thời hạn bảo quản): as the office set it, never our own number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.campaigns.models import Campaign
from thidua.records.queries.settings import rule_on

RULES = {"xa": "retention_xa", "tinh": "retention_tinh"}


@dataclass(frozen=True)
class Term:
    """The term of a file (thời hạn bảo quản): `years`, None while a rule it needs is not set (`unset`)."""

    years: int | None
    unset: tuple[str, ...]
    papers: tuple[str, ...]
    ended: int | None

    @property
    def says(self) -> str:
        """The term in words (thời hạn bằng chữ), "" while it is not settled."""
        if self.years is None:
            return ""
        until = f" {self.ended}, đến hết năm {self.ended + self.years}" if self.ended else ""
        return f"{self.years} năm, tính từ năm kết thúc việc{until}"

    @property
    def asks(self) -> str:
        """What is to be set first (cần đặt gì), "" when nothing is missing."""
        return "; ".join(self.unset)


def term_of(campaign: Campaign, *, on: date) -> Term:
    """The longest of the terms that its papers have (thời hạn dài nhất), counted from the year it ended.

    Căn cứ: Luật Lưu trữ 2024, Điều 15 (chưa đối chiếu bản gốc); số năm theo bảng thời hạn của cơ quan.
    """
    levels = campaign.decisions.filter(state="issued").values_list("unit__level", flat=True)
    needed = ["retention_campaign", *(rule for level, rule in RULES.items() if level in set(levels))]
    rules = [rule_on(campaign.unit, rule, on) for rule in needed]
    unset = tuple(rule.proposal.name for rule in rules if rule.current is None)
    set_by = [rule.current for rule in rules if rule.current is not None]
    years = None if unset else max(int(one.value) for one in set_by)
    return Term(years, unset, tuple(dict.fromkeys(one.paper for one in set_by)), _ended(campaign))


def _ended(campaign: Campaign) -> int | None:
    """The year in which the work ended (năm kết thúc việc): of the closing report, None before it is out."""
    closing = campaign.closing_paper
    issued = closing is not None and closing.state == "issued" and closing.day is not None
    return closing.day.year if issued and closing and closing.day else None
