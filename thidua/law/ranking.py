"""Who stands above whom (xếp hạng): points or places given by hand, then the preference of the law, then the
office's own order; pure arithmetic, each place with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, zip_longest

from thidua.law.shelf import Shelf
from thidua.vietnamese.money import percent
from thidua.vietnamese.text import name_sort_key

_NOTHING: Fraction = Fraction(0)
_HUNDRED = 100


@dataclass(frozen=True)
class Preference:
    """Whom the law prefers among equals (ưu tiên khi cùng điều kiện): women, collectives with such a share of
    women or more.
    """

    women: Fraction
    source: str
    confirmed: bool

    @property
    def says(self) -> str:
        """The preference in words (lời ưu tiên)."""
        return f"Bằng nhau thì ưu tiên cá nhân nữ, tập thể có từ {percent(self.women)} nữ."

    def takes(self, contender: Contender) -> bool:
        """Whether the preference speaks for this one."""
        return contender.woman or (contender.women is not None and contender.women >= self.women)


@dataclass(frozen=True)
class TieBreak:
    """One step of the office's own order among equals (tiêu chí phụ): the higher mark of this key wins."""

    key: str
    says: str


@dataclass(frozen=True)
class Contender:
    """One nominee of a group (đối tượng cùng nhóm): of two scores the higher is better, None is none yet;
    `shown` is the score in words. `women` is the share of women in a collective, None where unknown.
    """

    key: str
    name: str
    score: Fraction | None = None
    shown: str = ""
    woman: bool = False
    women: Fraction | None = None
    marks: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True)
class Placed:
    """One place in the order (thứ hạng): equal ones share it. `because` says why it stands above the next, or
    with whom it is equal; `place` is None without a score.
    """

    contender: Contender
    place: int | None
    tied: bool
    because: str


@dataclass(frozen=True)
class Mark:
    """The points of one criterion (điểm một tiêu chí); without its precondition it counts nothing."""

    name: str
    points: Decimal
    is_bonus: bool = False
    holds: bool = True


def preference_on(shelf: Shelf) -> Preference | None:
    """The preference of the law that day (R34), or None where the books hold none.

    Căn cứ: sổ rules, mục R34.
    """
    version = shelf.on("rules", "R34")
    if version is None:
        return None
    share = Fraction(int(version.value["women"]), _HUNDRED)
    return Preference(share, version.cites, shelf.certain(version))


def total_of(marks: Sequence[Mark]) -> tuple[Fraction, str]:
    """The points of all criteria together (tổng điểm), and the arithmetic in words."""
    counted = [mark for mark in marks if mark.holds]
    total = sum((Fraction(mark.points) for mark in counted), _NOTHING)
    bonus = sum((Fraction(mark.points) for mark in counted if mark.is_bonus), _NOTHING)
    lost = [f"“{mark.name}” tính 0 vì chưa đạt điều kiện" for mark in marks if not mark.holds]
    words = [f"{points_in_words(total)} điểm"]
    if bonus:
        words.append(f"trong đó {points_in_words(bonus)} điểm thưởng")
    return total, "; ".join([", ".join(words), *lost])


def points_in_words(points: Fraction | Decimal) -> str:
    """Points as the office writes them (điểm): 92,5."""
    written = f"{float(points):.2f}".rstrip("0").rstrip(".")
    return written.replace(".", ",")


def rank(
    contenders: Iterable[Contender], *, preference: Preference | None, chain: Sequence[TieBreak]
) -> tuple[Placed, ...]:
    """The order of the nominees of one group (xếp hạng), each with why it stands above the next.

    Those without a score come last and have no place. The order they are given in does not matter.
    Căn cứ: sổ rules, mục R34 (ưu tiên); còn lại là quy định của cơ quan.
    """
    found = list(contenders)
    scored = sorted(
        (one for one in found if one.score is not None),
        key=lambda one: (_key(one, preference, chain), _by_name(one)),
    )
    groups = [list(group) for _, group in groupby(scored, key=lambda one: _key(one, preference, chain))]
    placed: list[Placed] = []
    for group, following in zip_longest(groups, groups[1:]):
        place = len(placed) + 1
        for at, one in enumerate(group):
            others = [*group[:at], *group[at + 1 :]]
            why = _why(one, others, following[0] if following else None, preference, chain)
            placed.append(Placed(one, place, bool(others), why))
    waiting = sorted((one for one in found if one.score is None), key=_by_name)
    return (*placed, *(Placed(one, None, tied=False, because="Chưa có điểm, chưa xếp.") for one in waiting))


def _key(
    one: Contender, preference: Preference | None, chain: Sequence[TieBreak]
) -> tuple[Fraction, bool, tuple[Fraction, ...]]:
    """The smaller key stands higher; equal keys are equal in everything that counts."""
    preferred = preference is not None and preference.takes(one)
    return (
        -(one.score or _NOTHING),
        not preferred,
        tuple(-one.marks.get(step.key, _NOTHING) for step in chain),
    )


def _by_name(one: Contender) -> tuple[str, str]:
    return name_sort_key(one.name), one.key


def _why(
    one: Contender,
    equals: Sequence[Contender],
    following: Contender | None,
    preference: Preference | None,
    chain: Sequence[TieBreak],
) -> str:
    """The sentence of one place: with whom it is equal, and what puts it above the next."""
    words = []
    if equals:
        names = ", ".join(other.name for other in equals)
        words.append(f"Ngang nhau với {names}: {one.shown}, các tiêu chí phụ như nhau; Hội đồng quyết định.")
    if following is not None:
        words.append(_above(one, following, preference, chain))
    return " ".join(words)


def _above(one: Contender, other: Contender, preference: Preference | None, chain: Sequence[TieBreak]) -> str:
    if one.score != other.score:
        return f"Trên {other.name}: {one.shown} so với {other.shown}."
    equal = f"Trên {other.name}: cùng {one.shown}"
    if preference is not None and preference.takes(one) != preference.takes(other):
        whom = "cá nhân nữ" if one.woman else f"tập thể có tỷ lệ nữ {percent(one.women or _NOTHING)}"
        unseen = "" if preference.confirmed else "; chưa xác nhận, kiểm tra văn bản gốc"
        return f"{equal}, ưu tiên {whom} ({preference.source}{unseen})."
    step = next(
        step for step in chain if one.marks.get(step.key, _NOTHING) != other.marks.get(step.key, _NOTHING)
    )
    return f"{equal}, {step.says}."
