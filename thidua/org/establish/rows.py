"""Rows of a sheet as units or people (đọc bảng đơn vị, bảng người): each row checked, each fault named."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from thidua.law.ruling import Refused, no
from thidua.org.establish.people import PersonWords, add_person, double_fault, words_fault
from thidua.org.establish.units import UnitWords, add_unit, level_fault, name_fault
from thidua.org.identify import Known, Match, Pool
from thidua.org.models import Mandate, Unit
from thidua.org.queries import arranged_units, digits_of, government_of
from thidua.org.states import Level
from thidua.vietnamese.names import without_honorific
from thidua.vietnamese.text import fold, squeeze

UNIT_COLUMNS = ("Tên", "Cấp", "Trực thuộc", "Tên gọn", "Khối", "Địa chỉ", "Điện thoại")
PEOPLE_COLUMNS = (
    "Họ và tên", "Đơn vị", "Ông/Bà", "Năm sinh", "Chức vụ", "Nơi ở", "Điện thoại", "Dân tộc",
    "Lao động trực tiếp",
)  # fmt: skip
MOST_ROWS = 2000
NEW, KNOWN = "new", "known"
ANSWERS = (NEW, KNOWN)
_VILLAGE = re.compile(r"^(thon|to dan pho|ban|ap|xom|khu pho|buon|lang|khu)\b")
_WOMAN = re.compile(r"\b(ba|nu|chi|co)\b")
_LEVELS = {"thon": Level.VILLAGE, "to dan pho": Level.VILLAGE, "xa": Level.COMMUNE, "phuong": Level.COMMUNE,
           "huyen": Level.DISTRICT, "tinh": Level.PROVINCE}  # fmt: skip


@dataclass(frozen=True)
class RowRead:
    """One row as it was understood (dòng đã đọc): its number in the sheet, what it means, and its fault;
    `alike` are the people on record who may be the one meant, a person says whether they are.
    """

    number: int
    words: UnitWords | PersonWords
    unit: Unit | None
    fault: str
    alike: tuple[Match, ...] = ()

    @property
    def double_key(self) -> tuple[str, str, str]:
        """Two rows with the same key say the same thing twice."""
        born = str(getattr(self.words, "birth_year", ""))
        return fold(self.words.name), self.unit.code if self.unit else "", born


def read_units(rows: Sequence[Sequence[str]], *, mandate: Mandate, on: date) -> list[RowRead]:
    """Understand rows as units (đọc bảng đơn vị); without a parent they stand below the own committee.

    Căn cứ: không (quy ước nội bộ).
    """
    return _read(rows, UNIT_COLUMNS, mandate, _unit_row)


def read_people(rows: Sequence[Sequence[str]], *, mandate: Mandate, on: date) -> list[RowRead]:
    """Understand rows as people (đọc bảng người); without a unit they belong to the own committee.

    Căn cứ: không (quy ước nội bộ).
    """
    read = _read(
        rows, PEOPLE_COLUMNS, mandate, lambda cells, number, unit: _person_row(cells, number, unit, on)
    )
    pool = Pool("individual", path=government_of(mandate.unit).path)
    return [row if row.fault else replace(row, alike=_alike(row, pool)) for row in read]


@transaction.atomic
def add_rows(
    read: Sequence[RowRead], *, answers: Mapping[int, str] | None = None, mandate: Mandate, on: date
) -> int:
    """Add every row, or none (ghi cả bảng); returns how many were added.

    `answers` says of each row whose name is on record, by its number, whether it is "new" or the one on
    record ("known"), who is not added again. Raises `Refused` when a row has a fault or is not answered for.
    Căn cứ: không (quy ước nội bộ).
    """
    said = answers or {}
    faulty = [str(row.number) for row in read if row.fault]
    if faulty or not read:
        raise Refused(no(f"Còn dòng chưa đúng ({', '.join(faulty)}); chưa ghi dòng nào." if faulty else
                         "Bảng không có dòng nào.", rule="rows:faulty"))  # fmt: skip
    silent = [str(row.number) for row in read if row.alike and said.get(row.number) not in ANSWERS]
    if silent:
        because = (
            f"Dòng {', '.join(silent)}: hãy chọn là người đã có hồ sơ hay người khác; chưa ghi dòng nào."
        )
        raise Refused(no(because, rule="rows:alike"))
    added = [row for row in read if not row.alike or said[row.number] == NEW]
    for row in added:
        if row.unit is None:
            continue
        if isinstance(row.words, UnitWords):
            add_unit(row.unit, words=row.words, opened_on=on, mandate=mandate, on=on)
        else:
            add_person(row.unit, words=row.words, is_another=True, mandate=mandate, on=on)
    return len(added)


def _alike(row: RowRead, pool: Pool) -> tuple[Match, ...]:
    """Who on record may be the person of a row."""
    words, unit = row.words, row.unit
    assert isinstance(words, PersonWords)
    assert unit is not None  # a row without a unit has a fault
    line, here = pool.lines.get(unit.pk, str(unit.pk)), str(unit.pk)
    known = Known(
        words.name,
        birth_year=words.birth_year,
        line=line,
        unit=here,
        honorific=words.honorific,
        telephone=digits_of(words.telephone),
        address=words.address,
    )
    return tuple(pool.matches(known)[:3])


def _read(
    rows: Sequence[Sequence[str]],
    columns: tuple[str, ...],
    mandate: Mandate,
    make: Callable[[dict[str, str], int, Unit | None], RowRead],
) -> list[RowRead]:
    if len(rows) > MOST_ROWS:
        raise Refused(
            no(f"Bảng có {len(rows)} dòng; mỗi lần nhập tối đa {MOST_ROWS} dòng.", rule="rows:many")
        )
    order, first = _header(rows, columns)
    units = {fold(name): unit for unit in arranged_units(mandate).filter(closed_on__isnull=True)
             for name in (unit.code, unit.short_name, unit.name)}  # fmt: skip
    own = government_of(mandate.unit)
    read: list[RowRead] = []
    seen: dict[tuple[str, str, str], int] = {}
    for number, row in enumerate(rows[first:], start=first + 1):
        cells = {column: squeeze(row[place]) if place < len(row) else "" for column, place in order.items()}
        named = cells.get("Trực thuộc") or cells.get("Đơn vị") or ""
        made = make(cells, number, units.get(fold(named)) if named else own)
        if named and made.unit is None:
            made = RowRead(number, made.words, None, f"Không có đơn vị “{named}”.")
        twin = seen.setdefault(made.double_key, number)
        if twin != number and not made.fault:
            made = RowRead(number, made.words, made.unit, f"Trùng với dòng {twin}.")
        read.append(made)
    return read


def _header(rows: Sequence[Sequence[str]], columns: tuple[str, ...]) -> tuple[dict[str, int], int]:
    """Which column stands where: by the names in the first row, else in the usual order."""
    known = {fold(column): column for column in columns}
    names = [fold(cell) for cell in rows[0]] if rows else []
    if fold(columns[0]) in names:
        return {known[name]: place for place, name in enumerate(names) if name in known}, 1
    return {column: place for place, column in enumerate(columns)}, 0


def _unit_row(cells: dict[str, str], number: int, parent: Unit | None) -> RowRead:
    name = cells.get("Tên", "")
    written = fold(cells.get("Cấp", ""))
    guessed = Level.VILLAGE if _VILLAGE.match(written or fold(name)) else Level.BODY
    words = UnitWords(
        name=name,
        level=_LEVELS.get(written, guessed),
        short_name=cells.get("Tên gọn", ""),
        sector=cells.get("Khối", ""),
        address=cells.get("Địa chỉ", ""),
        telephone=cells.get("Điện thoại", ""),
    )
    fault = "" if parent is None else name_fault(name, parent) or level_fault(words.level, parent)
    return RowRead(number, words, parent, fault)


def _honorific(said: str, written: str) -> str:
    """As the sheet says; else as the name is written, or guessed from it: the preview shows the guess."""
    if said:
        return "Bà" if _WOMAN.search(fold(said)) else "Ông"
    name = f"{written.lower()} "
    return "Bà" if name.startswith(("bà ", "chị ", "cô ")) or " thị " in name else "Ông"


def _person_row(cells: dict[str, str], number: int, unit: Unit | None, on: date) -> RowRead:
    written, born = cells.get("Họ và tên", ""), cells.get("Năm sinh", "")
    name = without_honorific(written)
    year = re.search(r"(?:19|20)\d{2}$", born)
    words = PersonWords(
        name=name,
        honorific=_honorific(cells.get("Ông/Bà", ""), written),
        birth_year=int(year.group()) if year else None,
        position=cells.get("Chức vụ", ""),
        address=cells.get("Nơi ở", ""),
        telephone=cells.get("Điện thoại", ""),
        ethnicity=cells.get("Dân tộc", ""),
        is_direct_worker=fold(cells.get("Lao động trực tiếp", "")) in ("x", "co", "1"),
    )
    fault = f"Năm sinh “{born}” không đọc được." if born and not year else words_fault(words, on=on)
    if not fault and unit is not None:
        fault = double_fault(words, unit)
    return RowRead(number, words, unit, fault)
