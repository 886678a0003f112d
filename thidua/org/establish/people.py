"""People: add and edit (lập, sửa thông tin cá nhân)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.establish.units import require_mark
from thidua.org.identify import require_another
from thidua.org.models import Mandate, Person, Unit
from thidua.org.permissions import may_arrange
from thidua.org.queries import digits_of
from thidua.vietnamese.names import tidy_name
from thidua.vietnamese.text import nfc

OLDEST = 110


@dataclass(frozen=True)
class PersonWords:
    """What is said about a person (thông tin cá nhân): the fields of the form."""

    name: str
    honorific: str = "Ông"
    birth_year: int | None = None
    position: str = ""
    address: str = ""
    telephone: str = ""
    ethnicity: str = ""
    is_direct_worker: bool = False
    is_leader: bool = False


@transaction.atomic
def add_person(
    unit: Unit, *, words: PersonWords, is_another: bool = False, mandate: Mandate, on: date
) -> Person:
    """Put a person on record in a unit (lập hồ sơ cá nhân), journal it and return the row.

    `is_another` says that those on record with a like name are others. Refused when the name is missing, when
    the unit already has a person of that name and year of birth, and when somebody on record may be the one
    meant. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange(mandate, unit, on=on).require()
    fault = words_fault(words, on=on) or double_fault(words, unit)
    if fault:
        raise Refused(no(fault, rule="person:words"))
    person = Person(unit=unit, **_fields(words))
    require_another(person, is_another=is_another)
    person.save(force_insert=True)
    write("add_person", f"Lập hồ sơ {person.honorific.lower()} {person.name}, {unit.name}.",
          actor=mandate.actor(), on=on, thing=person)  # fmt: skip
    return person


@transaction.atomic
def edit_person(
    person: Person, *, unit: Unit, words: PersonWords, expected: str, mandate: Mandate, on: date
) -> None:
    """Change what is said about a person, or move the person to another unit (sửa hồ sơ cá nhân).

    `expected` is the mark the form was opened with: refused when somebody changed the person meanwhile.
    Căn cứ: không (quy ước nội bộ).
    """
    may_arrange(mandate, person.unit, on=on).require()
    may_arrange(mandate, unit, on=on).require()
    current = Person.objects.select_for_update().get(pk=person.pk)
    require_mark(current, expected)
    fault = words_fault(words, on=on) or double_fault(words, unit, apart_from=person)
    if fault:
        raise Refused(no(fault, rule="person:words"))
    fields = _fields(words)
    before = {
        name: getattr(current, name) for name, value in fields.items() if getattr(current, name) != value
    }
    for name, value in fields.items():
        setattr(person, name, value)
    person.unit = unit
    person.save()
    moved = f", chuyển đến {unit.name}" if current.unit_id != unit.pk else ""
    write(
        "edit_person", f"Sửa hồ sơ {person.name}{moved}.", actor=mandate.actor(), on=on, thing=person,
        data={"before": before, "after": {name: fields[name] for name in before}},
    )  # fmt: skip


def words_fault(words: PersonWords, *, on: date) -> str:
    """What is wrong with a person's particulars (lỗi thông tin); "" when nothing is."""
    if len(words.name.split()) < 2:
        return "Họ và tên phải có ít nhất hai chữ."
    if words.honorific not in ("Ông", "Bà"):
        return f"Danh xưng “{words.honorific}” không dùng được; chỉ dùng Ông hoặc Bà."
    if words.birth_year is not None and not on.year - OLDEST <= words.birth_year <= on.year:
        return f"Năm sinh {words.birth_year} không hợp lý."
    if words.telephone and not 9 <= len(digits_of(words.telephone)) <= 11:
        return f"Số điện thoại “{words.telephone}” không đúng; cần 10 chữ số."
    return ""


def double_fault(words: PersonWords, unit: Unit, *, apart_from: Person | None = None) -> str:
    """Why this person seems to be on record already (trùng hồ sơ); "" when not."""
    same = Person.objects.filter(unit=unit, name=tidy_name(words.name), birth_year=words.birth_year)
    if apart_from is not None:
        same = same.exclude(pk=apart_from.pk)
    if same.exists():
        born = f" sinh năm {words.birth_year}" if words.birth_year else ""
        said = f"{unit.name} đã có {tidy_name(words.name)}{born}"
        return f"{said}; nếu là người khác, hãy ghi thêm năm sinh."
    return ""


def _fields(words: PersonWords) -> dict[str, Any]:
    fields = {
        name: nfc(value.strip()) if isinstance(value, str) else value for name, value in asdict(words).items()
    }
    return fields | {"name": tidy_name(words.name), "telephone": digits_of(words.telephone)}
