"""Counting votes (kiểm phiếu, biểu quyết): pure arithmetic over choices, members and the council's rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from thidua.law.procedure import CouncilRule
from thidua.law.ruling import Refused, Ruling, Verdict, no
from thidua.vietnamese.money import percent


class Choice(StrEnum):
    """What a member did in one case (lựa chọn); who is not listed was away, or silent in the room."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    SPOILT = "spoilt"
    RECUSED = "recused"


@dataclass(frozen=True)
class Tally:
    """The result of one case (kết quả kiểm phiếu): counts, base, votes needed, sentence for the minutes."""

    in_favour: int
    against: int
    abstain: int
    spoilt: int
    absent: int
    silent: int
    recused: int
    base: int
    needed: int
    passed: bool
    sentence: str

    @property
    def share(self) -> Fraction:
        """Votes in favour as a share of the base (tỷ lệ đồng ý)."""
        return Fraction(self.in_favour, self.base) if self.base else Fraction(0)


def tally(votes: Iterable[Choice], members: int, rule: CouncilRule, *, silent: int = 0) -> Tally:
    """Count one case over all members (kiểm phiếu): whatever is not a clear yes counts as not for.

    `votes` holds one choice for each member who voted, in the room or in writing, or was recused; `silent` of
    the others were in the room (có mặt mà không bỏ phiếu), the rest was away.
    Raises `Refused` when there are more votes than members.
    """
    counts = Counter(votes)
    absent = members - counts.total() - silent
    if absent < 0:
        raise Refused(
            no(f"Có {members - absent} phiếu nhưng Hội đồng chỉ có {members} thành viên.", rule="tally")
        )
    base = members - (counts[Choice.RECUSED] if rule.recused_leave_base else 0)
    needed = votes_needed(base, rule)
    passed = base > 0 and counts[Choice.FOR] >= needed
    return Tally(
        in_favour=counts[Choice.FOR],
        against=counts[Choice.AGAINST],
        abstain=counts[Choice.ABSTAIN],
        spoilt=counts[Choice.SPOILT],
        absent=absent,
        silent=silent,
        recused=counts[Choice.RECUSED],
        base=base,
        needed=needed,
        passed=passed,
        sentence=_sentence(counts, base, unheard=(silent, absent), rule=rule, passed=passed),
    )


def votes_needed(base: int, rule: CouncilRule) -> int:
    """The fewest votes in favour that carry a case (số phiếu cần đạt)."""
    share = base * rule.threshold
    return floor(share) + 1 if rule.strict else ceil(share)


def quorum(present: int, members: int, rule: CouncilRule) -> Ruling:
    """Whether a session may be held (số thành viên tối thiểu): present members against all members."""
    needed = ceil(members * rule.quorum)
    enough = 0 < needed <= present
    because = (
        f"Có mặt {present}/{members} thành viên Hội đồng; cần ít nhất {_fraction(rule.quorum)} tổng số, "
        f"tức là {needed} người: {'đủ để họp' if enough else 'chưa đủ để họp, phải hoãn phiên họp'}."
    )
    return Ruling(Verdict.YES if enough else Verdict.NO, because, rule.source, rule="quorum")


def threshold_words(rule: CouncilRule) -> str:
    """The share that carries a case, in words (tỷ lệ cần đạt): “quá 1/2”, “từ 70 % trở lên”."""
    return f"quá {_fraction(rule.threshold)}" if rule.strict else f"từ {percent(rule.threshold)} trở lên"


def _sentence(
    counts: Counter[Choice], base: int, *, unheard: tuple[int, int], rule: CouncilRule, passed: bool
) -> str:
    """The arithmetic of the result as the minutes put it."""
    if base <= 0:
        return "Không còn thành viên nào được biểu quyết trường hợp này: không thông qua."
    in_favour = counts[Choice.FOR]
    share = percent(Fraction(in_favour, base))
    parts = [
        f"Đồng ý {in_favour}/{base} thành viên ({share})",
        f"cần {threshold_words(rule)}, tức là ít nhất {votes_needed(base, rule)} phiếu",
        *_not_for(counts, *unheard),
        *_left_out(counts, rule),
    ]
    return f"{'; '.join(parts)}: {'thông qua' if passed else 'không thông qua'}."


def _not_for(counts: Counter[Choice], silent: int, absent: int) -> list[str]:
    named = [
        (counts[Choice.AGAINST], "không đồng ý"),
        (counts[Choice.ABSTAIN], "không có ý kiến"),
        (counts[Choice.SPOILT], "phiếu không hợp lệ"),
        (silent, "không bỏ phiếu"),
        (absent, "vắng mặt không có ý kiến bằng văn bản"),
    ]
    said = ", ".join(f"{number} {name}" for number, name in named if number)
    return [f"{said} (đều tính là không đồng ý)"] if said else []


def _left_out(counts: Counter[Choice], rule: CouncilRule) -> list[str]:
    recused = counts[Choice.RECUSED]
    if not recused:
        return []
    if not rule.recused_leave_base:
        return [f"{recused} không tham gia biểu quyết vì có liên quan (tính là không đồng ý)"]
    return [f"{recused} không tham gia biểu quyết vì có liên quan, không tính vào tổng số"]


def _fraction(share: Fraction) -> str:
    return f"{share.numerator}/{share.denominator}" if share != 1 else "toàn bộ"
