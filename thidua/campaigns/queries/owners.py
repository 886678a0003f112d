"""Whom the plan means (kế hoạch nói ai): its words matched to the units and offices here, the rest left
open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.org.models import Unit
from thidua.org.queries import open_mandates, units_below
from thidua.vietnamese.text import even, fold, nfc, squeeze

# Names that plans shorten: the long form without marks, and what is written for it.
SHORT_FORMS = (
    ("uy ban mat tran to quoc viet nam", ("uy ban mttq viet nam", "uy ban mat tran to quoc", "uy ban mttq",
                                          "mat tran to quoc viet nam", "mat tran to quoc", "mttq")),
    ("uy ban mat tran to quoc", ("uy ban mttq", "mat tran to quoc", "mttq")),
    ("hoi lien hiep phu nu viet nam", ("hoi lien hiep phu nu", "hoi lhpn", "hoi phu nu")),
    ("hoi lien hiep phu nu", ("hoi lhpn", "hoi phu nu")),
    ("doan thanh nien cong san ho chi minh", ("doan tncs ho chi minh", "doan tncs hcm", "doan thanh nien")),
    ("hoi cuu chien binh", ("hoi ccb",)),
    ("ban chi huy quan su", ("ban chqs",)),
    ("hoi dong nhan dan", ("hdnd",)),
    ("uy ban nhan dan", ("ubnd",)),
)  # fmt: skip
ROLES = (
    (
        "standing",
        r"(?:thuong truc\s+)?hoi dong\s+(?:thi dua\s*(?:-|,|va)?\s*khen thuong|td\s*-?\s*kt)",
    ),
    ("culture", r"(?<!phong )(?:cong chuc\s+)?van hoa(?:\s*-\s*xa hoi)?"),
    ("accountant", r"(?<!phong )(?:cong chuc\s+)?(?:tai chinh\s*-\s*ke toan|tai chinh|ke toan)"),
    ("clerk", r"van thu"),
)
_UNION = re.compile(r"(?:hoi|doan|cong doan|lien doan)\b")
# The five political-social organisations (tổ chức chính trị - xã hội) by their names.
_POLITICAL = re.compile(
    r"(?:cong doan|lien doan lao dong|hoi nong dan|hoi (?:lien hiep )?phu nu|hoi cuu chien binh|"
    r"doan thanh nien)"
)
_NAMED, _DOUBTFUL = "\x00", "\x01"
_CUT = re.compile(r"[,;.:()\x00]|\b(?:và|va|cùng|cung)\b", re.IGNORECASE)
_FILLERS = re.compile(
    r"\b(?:cac|tung|moi|toan bo|toan the|thuong truc|lanh dao|truong|chu tich|pho chu tich|thanh vien|xa|"
    r"phuong|thi tran|huyen|tinh|tren dia ban|lien quan|de bao cao|de thuc hien|bc|th|b/c|t/h|t/hien|khac|"
    r"thuc hien|va|co|chiu|trach nhiem)\b|[^\w]"
)


@dataclass(frozen=True)
class Owner:
    """One who is meant (người được giao): a unit, or one office of the launching committee (`role`)."""

    unit: Unit
    role: str = ""


@dataclass(frozen=True)
class Owners:
    """All who are meant (những ai), and the words to which nobody here answers, "" when all are clear."""

    found: tuple[Owner, ...]
    unclear: str


@dataclass(frozen=True)
class Directory:
    """Who there is to be meant (danh bạ): the launching committee, units below it, those above, its roles."""

    home: Unit
    below: tuple[Unit, ...]
    above: tuple[Unit, ...] = ()
    roles: frozenset[str] = frozenset()


def directory_of(home: Unit, *, on: date) -> Directory:
    """The directory of a committee on a day (danh bạ của cơ quan)."""
    codes = home.path.rstrip("/").split("/")
    above = Unit.objects.filter(code__in=codes[:-1])
    roles = open_mandates(on).filter(unit=home).order_by().values_list("office__role", flat=True)
    return Directory(home, tuple(units_below(home, on)), tuple(above), frozenset(roles))


def owners_in(words: str, directory: Directory) -> Owners:
    """Whom these words of a plan mean (ai trong câu): by name with and without marks, by kind, by office.

    A name that fits several units is left unclear unless the marks tell them apart.
    """
    text = squeeze(words)
    search = _Search(text, even(text))
    found = [Owner(unit) for unit in search.units(directory)]
    found += [Owner(unit) for unit in search.kinds(directory)]
    found += [Owner(directory.home, role) for role in search.roles(directory)]
    return Owners(tuple(dict.fromkeys(found)), search.rest())


def aliases(unit: Unit, home: Unit) -> list[str]:
    """What a unit may be called in a plan (các cách gọi), without marks, the longest first."""
    place = fold(home.place or "")
    written = [unit.name, unit.short_name]
    if unit.is_village and len(unit.name.split()) > 2:
        written.append(unit.name.partition(" ")[2])
    found = set()
    for name in map(fold, written):
        found |= {form.strip() for form in _forms(name) if len(form.strip()) > 3}
        if place and not unit.is_village:
            found |= {form.removesuffix(place).strip() for form in _forms(name) if form != place}
    bare = {re.sub(r"\s(?:xa|phuong|thi tran)$", "", form) for form in found}
    return sorted(form for form in found | bare if len(form) > 3)[::-1]


def _forms(name: str) -> Iterator[str]:
    yield name
    for long, shorts in SHORT_FORMS:
        if name.startswith(long):
            yield from (short + name[len(long) :] for short in shorts)
            return


class _Search:
    """A passage whose words are crossed out as they are understood (đoạn đang dò)."""

    def __init__(self, text: str, plain: str) -> None:
        self.text, self.plain = text, plain

    def units(self, directory: Directory) -> Iterator[Unit]:
        """The units named, the longest names first."""
        named: dict[str, list[Unit]] = {}
        for unit in (*directory.below, *directory.above):
            for alias in aliases(unit, directory.home):
                named.setdefault(alias, []).append(unit)
        for alias in sorted(named, key=lambda alias: (-len(alias), alias)):
            for place in self._places(re.escape(alias).replace(r"\ ", r"\s+")):
                meant = _only(named[alias], self.text[place.start() : place.end()])
                if meant is None:
                    self._set_aside(place)
                else:
                    self._cross_out(place)
                    yield meant

    def kinds(self, directory: Directory) -> Iterator[Unit]:
        """All units of a kind the plan names as a whole (các thôn, các đoàn thể)."""
        for pattern, belongs in KINDS:
            members = [unit for unit in directory.below if unit.takes_part and belongs(unit)]
            for place in self._places(pattern) if members else ():
                if not self.text[place.end() :].lstrip()[:1].isupper():  # else a name follows: "thôn Nà X"
                    self._cross_out(place)
                    yield from members

    def roles(self, directory: Directory) -> Iterator[str]:
        """The offices of the launching committee (Hội đồng, công chức chuyên môn)."""
        for role, pattern in ROLES:
            for place in self._places(pattern) if role in directory.roles else ():
                self._cross_out(place)
                yield role

    def rest(self) -> str:
        """What nobody here answers to (chỗ chưa rõ), in the words of the plan."""
        pieces = [piece.strip() for piece in _CUT.split(self.text)]
        return ", ".join(piece for piece in pieces if _FILLERS.sub("", fold(piece)))[:300]

    def _places(self, pattern: str) -> list[re.Match[str]]:
        return list(re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", self.plain))

    def _set_aside(self, place: re.Match[str]) -> None:
        """Words that fit several: nothing else may be read into them, and they stay unclear."""
        gone = _DOUBTFUL * (place.end() - place.start())
        self.plain = self.plain[: place.start()] + gone + self.plain[place.end() :]

    def _cross_out(self, place: re.Match[str]) -> None:
        gone = _NAMED * (place.end() - place.start())
        self.plain = self.plain[: place.start()] + gone + self.plain[place.end() :]
        self.text = self.text[: place.start()] + gone + self.text[place.end() :]


def _only(units: list[Unit], written: str) -> Unit | None:
    """The one unit that is meant; of several with the same letters the one with the same marks."""
    if len(units) == 1:
        return units[0]
    words = nfc(written).lower()
    exact = [unit for unit in units if words in (unit.name.lower(), unit.short_name.lower())]
    exact = exact or [unit for unit in units if unit.name.lower().endswith(words)]
    return exact[0] if len(exact) == 1 else None


def _is_union(unit: Unit) -> bool:
    return not unit.is_village and ("doan the" in fold(unit.sector) or bool(_UNION.match(unit.folded)))


_ALL = r"(?:(?:cac|tung|moi|toan bo|truong cac|truong)\s+)?"
# A village kind is not meant where names of villages follow: "các thôn Bản Vàng, Nà Chang".
_NO_NAME = r"(?!\s*[:(]?\s*\x00)"
KINDS: tuple[tuple[str, Callable[[Unit], bool]], ...] = (
    (
        _ALL + r"(?:thon(?:\s*,\s*|\s+)(?:ban|xom|to dan pho)|thon|xom|to dan pho|khu dan cu)" + _NO_NAME,
        lambda unit: unit.is_village,
    ),
    (_ALL + r"(?:to chuc chinh tri\s*-?\s*xa hoi)", lambda unit: bool(_POLITICAL.match(unit.folded))),
    (_ALL + r"(?:to chuc doan the|hoi\s*,\s*doan the|doan the)", _is_union),
    (_ALL + r"(?:truong hoc|nha truong)", lambda unit: unit.folded.startswith("truong ")),
    (_ALL + r"(?:co quan\s*,\s*don vi|co quan|don vi)", lambda unit: not unit.is_village),
)
