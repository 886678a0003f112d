"""One row of a list as a nominee (một dòng thành một đối tượng): its cells by what their columns mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thidua.reading.roll import values
from thidua.reading.roll.columns import Column
from thidua.reading.roll.model import Listed
from thidua.vietnamese.text import squeeze

_SMALL = re.compile(r"(?<=\s)(?:Ông|Bà|Anh|Chị|Gia|Đình)(?=\s)")
_KIND_TITLES = {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}


@dataclass
class Told:
    """What the cells of a row say, by meaning (nội dung dòng), and what is unclear or guessed so far."""

    cells: dict[str, str] = field(default_factory=dict)
    names: list[tuple[Column, str]] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)

    def of(self, meaning: str) -> str:
        return squeeze(self.cells.get(meaning, ""))


def line_of(
    columns: Sequence[Column], cells: Sequence[str], *, kind: str, known: Mapping[str, str]
) -> Listed:
    """The row as a nominee, without its place (đọc một dòng); `kind` is what its group and sheet say.

    A row without a name gives a line without one.
    """
    told = _told(columns, cells)
    named = values.read_name(_name_cell(told))
    recipient = _recipient(told, named.name, kind)
    name = _in_case(named, recipient, told, known)
    if recipient == "individual" and name and not values.is_name(name):
        told.unclear.append(f"“{name}” không giống họ và tên; sửa lại ô tên.")
    year = _year(told, named)
    return Listed(
        sheet="",
        number=0,
        name=name,
        recipient=recipient,
        honorific=_honorific(told, named, recipient),
        birth_year=year if recipient == "individual" else None,
        position=told.of("position") or ("" if told.of("words") else named.aside),
        address=told.of("address"),
        words=told.of("words"),
        unit=told.of("unit"),
        ethnicity=told.of("ethnicity"),
        achievement=told.cells.get("achievement", "").strip(),
        award=told.of("award"),
        note=told.of("note"),
        is_direct_worker=values.is_ticked(told.of("worker")),
        is_leader=values.is_ticked(told.of("leader")),
        unclear=tuple(told.unclear),
        guessed=tuple(told.guessed),
    )


def _told(columns: Sequence[Column], cells: Sequence[str]) -> Told:
    """The cells by meaning; a tick says what its column's title says, columns of one meaning add up."""
    told = Told()
    for column in columns:
        cell = cells[column.place] if column.place < len(cells) else ""
        if not cell:
            continue
        if column.meaning in ("name", "family"):
            told.names.append((column, cell))
            continue
        if column.meaning in ("award", "recipient") and values.is_ticked(cell):  # the title says which
            cell = column.title
        held = told.cells.get(column.meaning, "")
        told.cells[column.meaning] = f"{held}, {cell}" if held else cell
    return told


def _name_cell(told: Told) -> str:
    """The name: of one column, or of two for family and given name; another name is the unit's."""
    if not told.names:
        return ""
    one_title = len({column.title for column, _ in told.names}) == 1
    if one_title or any(column.meaning == "family" for column, _ in told.names):
        return " ".join(squeeze(cell) for _, cell in told.names) if len(told.names) > 1 else told.names[0][1]
    bodies = [cell for column, cell in told.names if column.recipient == "collective"]
    people = [pair for pair in told.names if pair[0].recipient != "collective"]
    if bodies and people:
        told.cells.setdefault("unit", bodies[0])
        told.names = people
    return told.names[0][1]


def _recipient(told: Told, name: str, kind: str) -> str:
    """Whom the row is about: by its own cell, its group, the column of its name; else guessed from that."""
    said = values.kind_in(told.of("recipient"))
    by_column = next((column.recipient for column, _ in told.names if column.recipient), "")
    if said or kind or by_column or not name:
        return said or kind or by_column
    found = values.kind_of_name(name)
    if found:
        told.guessed.append(f"Đối tượng: đoán là {_KIND_TITLES[found]} theo tên.")
    return found


def _in_case(named: values.Named, recipient: str, told: Told, known: Mapping[str, str]) -> str:
    """The name with the letters of papers; one typed in capitals is put right, and it is said so."""
    if not named.was_capitals or not named.name:
        return named.name
    if recipient == "collective":
        name = values.proper_case(named.name, known)
        told.guessed.append(f"Tên viết hoa toàn bộ, đã đổi thành “{name}”; kiểm tra chữ hoa của tên riêng.")
        return name
    if recipient == "household":
        return _SMALL.sub(lambda found: found.group().lower(), named.name)
    return named.name


def _year(told: Told, named: values.Named) -> int | None:
    """The year of birth, whatever column holds it."""
    written = next((told.of(one) for one in ("born", "born_man", "born_woman") if told.of(one)), "")
    year, says = values.read_year(written)
    if says:
        (told.guessed if year else told.unclear).append(says)
    return year or named.birth_year


def _honorific(told: Told, named: values.Named, recipient: str) -> str:
    """Ông or Bà: as the row says it, else guessed from the middle name and said so."""
    if recipient == "collective":
        return ""
    ticks = [("Bà", "woman"), ("Bà", "born_woman"), ("Ông", "man"), ("Ông", "born_man")]
    by_place = next((said for said, meaning in ticks if told.of(meaning)), "")
    said = values.sex_in(told.of("honorific")) or values.sex_in(told.of("sex")) or by_place or named.honorific
    if not said and recipient == "household":
        said = next((found for word in named.name.split()[:4] if (found := values.sex_in(word))), "")
    if said or not named.name:
        return said
    guess = values.guessed_sex(named.name)
    if guess:
        told.guessed.append(f"Danh xưng: đoán là {guess} theo tên đệm.")
    return guess
