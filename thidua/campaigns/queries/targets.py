"""Whether a target makes sense (chỉ tiêu có hợp lẽ không): questions, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Protocol

from thidua.campaigns.models import Campaign
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import fold

PERCENT = ("%", "phan tram", "ti le", "ty le")
LESS = ("giam", "ha ", "khong qua", "khong con", "duoi ", "xoa ")
MANY_TIMES = 10
WHOLE = Decimal(100)


class Amounts(Protocol):
    """What is asked of a target as typed (chỉ tiêu): its words, amounts and day."""

    @property
    def text(self) -> str: ...
    @property
    def goal(self) -> Decimal | None: ...
    @property
    def measure(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def base(self) -> Decimal | None: ...


def doubts_of(target: Amounts, campaign: Campaign) -> list[str]:
    """What looks odd about a target, as questions that a person answers (điều cần hỏi lại): a percentage
    above 100, a goal on the wrong side of what there is, one many times as large, a day outside the campaign.
    """
    return [*_of_amounts(target), *_of_day(target, campaign)]


def _of_amounts(target: Amounts) -> Iterator[str]:
    goal, base = target.goal, target.base
    if goal is None:
        return
    if fold(target.measure).strip().startswith(PERCENT) and goal > WHOLE:
        yield f"Mức đăng ký {number_words(goal)} % lớn hơn 100 %, có đúng không?"
    if base is None:
        return
    less = any(word in f"{fold(target.text)} " for word in LESS)
    if less and goal > base:
        yield (
            f"Chỉ tiêu nói giảm mà mức đăng ký {number_words(goal)} cao hơn hiện có "
            f"{number_words(base)}, có đúng không?"
        )
    if not less and goal < base:
        yield (
            f"Mức đăng ký {number_words(goal)} thấp hơn hiện có {number_words(base)}, có đúng không? "
            "(nếu là việc phải giảm thì ghi “giảm” trong chỉ tiêu)"
        )
    if base > 0 and goal > base * MANY_TIMES:
        yield (
            f"Mức đăng ký {number_words(goal)} gấp hơn {MANY_TIMES} lần hiện có {number_words(base)}, "
            "có đúng không?"
        )


def _of_day(target: Amounts, campaign: Campaign) -> Iterator[str]:
    if target.due and campaign.ends and target.due > campaign.ends:
        yield (f"Ngày {vn_date(target.due)} sau ngày kết thúc đợt {vn_date(campaign.ends)}, có đúng không?")
    if target.due and campaign.starts and target.due < campaign.starts:
        yield f"Ngày {vn_date(target.due)} trước ngày mở đợt {vn_date(campaign.starts)}, có đúng không?"


def number_words(value: Decimal) -> str:
    """A number as a Vietnamese writes it (số): “12,5”."""
    plain = f"{value:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")
