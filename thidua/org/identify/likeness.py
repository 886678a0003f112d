"""How alike two records are (độ giống nhau của hai hồ sơ): a score with its reasons, from plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from thidua.vietnamese.name_keys import bare_key, ends_key, has_marks, written_key
from thidua.vietnamese.text import fold

LIKELY, SURE = 60, 85


@dataclass(frozen=True)
class Known:
    """What is known of somebody (điều biết về một đối tượng), for comparing.

    `line` names the units that are one through the years: a unit and its successors have the same. `seal` is
    the digest of the identity number, "" where none is held.
    """

    name: str
    kind: str = "individual"
    birth_year: int | None = None
    line: str = ""
    unit: str = ""
    honorific: str = ""
    telephone: str = ""
    address: str = ""
    seal: str = ""


@dataclass(frozen=True)
class Likeness:
    """The answer (kết quả so): a score from 0 to 100, and a sentence for each thing that spoke for or
    against.
    """

    score: int
    reasons: tuple[str, ...] = field(default=())

    @property
    def is_likely(self) -> bool:
        """Whether a person has to look (có thể là một)."""
        return self.score >= LIKELY

    @property
    def is_sure(self) -> bool:
        """Whether hardly anything speaks against it (gần như chắc là một)."""
        return self.score >= SURE

    @property
    def says(self) -> str:
        return "gần như chắc là một" if self.is_sure else "có thể là một"


Point = tuple[int, str]


def likeness(one: Known, other: Known) -> Likeness:
    """Compare two records (so hai hồ sơ); the order of the two does not matter.

    An identity number held of both decides alone. Else a name weighs up to 50 points, and something besides
    the name must speak for it: year of birth, unit, telephone.
    """
    if one.kind != other.kind:
        return Likeness(0, ("Không cùng loại đối tượng.",))
    if one.seal and other.seal:
        if one.seal == other.seal:
            return Likeness(100, ("Cùng một số căn cước.",))
        return Likeness(0, ("Hai số căn cước khác nhau.",))
    name = _name(one, other)
    if not name[0]:
        return Likeness(0, (name[1],))
    points = [name, *(point for compare in BESIDE if (point := compare(one, other)))]
    return Likeness(max(0, min(99, sum(weight for weight, _ in points))), tuple(says for _, says in points))


def _name(one: Known, other: Known) -> Point:
    if written_key(one.name) == written_key(other.name):
        same = one.name == other.name
        return 50, "Tên giống hệt nhau." if same else "Tên giống nhau, chỉ khác cách viết."
    if bare_key(one.name) == bare_key(other.name):
        typed_bare = not (has_marks(one.name) and has_marks(other.name))
        return (45, "Tên giống nhau, một bên gõ không dấu.") if typed_bare else (35, "Tên chỉ khác dấu.")
    if one.kind == "individual" and ends_key(one.name) == ends_key(other.name) and _within(one, other):
        return 20, "Cùng họ và tên, một bên thiếu chữ đệm."
    return 0, "Tên khác nhau."


def _within(one: Known, other: Known) -> bool:
    """Whether every word of the shorter name stands in the longer."""
    fewer, more = sorted((set(fold(known.name).split()) for known in (one, other)), key=len)
    return fewer < more


def _birth_year(one: Known, other: Known) -> Point | None:
    if one.birth_year is None or other.birth_year is None:
        return None
    if one.birth_year == other.birth_year:
        return 25, f"Cùng năm sinh {one.birth_year}."
    younger, older = sorted((one.birth_year, other.birth_year), reverse=True)
    if sorted(str(younger)) == sorted(str(older)):
        return -10, f"Năm sinh {older} và {younger}: có thể gõ đảo số."
    return -45, f"Khác năm sinh: {older} và {younger}."


def _unit(one: Known, other: Known) -> Point | None:
    if not one.line or not other.line:
        return None
    if one.unit == other.unit:
        return 15, "Cùng đơn vị."
    if one.line == other.line:
        return 15, "Đơn vị này kế thừa đơn vị kia."
    # The women's branch of another village is another branch; a person may have moved.
    return (-10, "Khác đơn vị.") if one.kind == "individual" else (-40, "Khác đơn vị.")


def _honorific(one: Known, other: Known) -> Point | None:
    if one.honorific and other.honorific and one.honorific != other.honorific:
        return -5, "Một bên ghi Ông, một bên ghi Bà."
    return None


def _telephone(one: Known, other: Known) -> Point | None:
    if one.telephone and one.telephone == other.telephone:
        return 20, "Cùng số điện thoại."
    return None


def _address(one: Known, other: Known) -> Point | None:
    if not one.address or bare_key(one.address) != bare_key(other.address):
        return None
    years = {one.birth_year, other.birth_year} - {None}
    if len(years) == 2:
        return 0, "Cùng nơi ở nhưng khác năm sinh: có thể là người một nhà."
    return 5, "Cùng nơi ở."


BESIDE: tuple[Callable[[Known, Known], Point | None], ...] = (
    _birth_year,
    _unit,
    _honorific,
    _telephone,
    _address,
)
