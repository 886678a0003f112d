"""Units and villages: add and edit (lập, sửa đơn vị, thôn)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Named, Unit
from thidua.org.permissions import may_arrange
from thidua.org.states import Level
from thidua.vietnamese.text import nfc, same_text, slug, squeeze

ABOVE: dict[str, tuple[str, ...]] = {
    Level.PROVINCE: (),
    Level.DISTRICT: (Level.PROVINCE,),
    Level.COMMUNE: (Level.DISTRICT, Level.PROVINCE),
    Level.BODY: (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.BODY),
    Level.VILLAGE: (Level.COMMUNE,),
}


@dataclass(frozen=True)
class UnitWords:
    """What is said about a unit (thông tin đơn vị): the fields of its form."""

    name: str
    level: str
    short_name: str = ""
    place: str = ""
    symbol: str = ""
    sector: str = ""
    address: str = ""
    telephone: str = ""
    takes_part: bool = True


@transaction.atomic
def add_unit(parent: Unit, *, words: UnitWords, opened_on: date, mandate: Mandate, on: date) -> Unit:
    """Add a unit below another (lập đơn vị), journal it and return it.

    Refused when the level does not fit below the parent or the name is taken there. Căn cứ: không (quy ước
    nội bộ).
    """
    may_arrange(mandate, parent, on=on).require()
    _check(words, parent, apart_from=None)
    unit = Unit(parent=parent, code=free_code(words), opened_on=opened_on, **_fields(words))
    unit.save(force_insert=True)
    write("add_unit", f"Lập {unit.name}, trực thuộc {parent.name}.", actor=mandate.actor(), on=on, thing=unit)
    return unit


@transaction.atomic
def edit_unit(unit: Unit, *, words: UnitWords, expected: str, mandate: Mandate, on: date) -> None:
    """Change what is said about a unit (sửa đơn vị); old papers keep the old name.

    `expected` is the mark the form was opened with: refused when somebody changed the unit meanwhile.
    Căn cứ: không (quy ước nội bộ).
    """
    may_arrange(mandate, unit, on=on).require()
    current = Unit.objects.select_for_update().get(pk=unit.pk)
    require_mark(current, expected)
    if words.level != current.level:
        raise Refused(
            no(
                "Cấp của đơn vị không đổi được; hãy kết thúc đơn vị này và lập đơn vị kế thừa.",
                rule="unit:level",
            )
        )
    _check(words, unit.parent, apart_from=unit)
    fields = _fields(words)
    before = {
        name: getattr(current, name) for name, value in fields.items() if getattr(current, name) != value
    }
    for name, value in fields.items():
        setattr(unit, name, value)
    unit.save()
    write(
        "edit_unit", f"Sửa thông tin {unit.name}.", actor=mandate.actor(), on=on, thing=unit,
        data={"before": before, "after": {name: fields[name] for name in before}},
    )  # fmt: skip


def require_mark(row: Named, expected: str) -> None:
    """Raise `Refused` when the row is no longer what the form was opened with (đã có người khác sửa)."""
    if row.mark != expected:
        raise Refused(
            no(
                "Nội dung đã được người khác sửa sau khi bạn mở trang. Chữ bạn gõ vẫn còn ở dưới; "
                "hãy mở bản mới ở cửa sổ khác để đối chiếu rồi lưu lại.",
                rule="state:stale",
            )
        )


def short_form(name: str) -> str:
    """The short name of a body (tên gọn): "Ủy ban nhân dân xã Nà Lâm" -> "xã Nà Lâm"."""
    plain = squeeze(name)
    for lead in ("Ủy ban nhân dân ", "UBND "):
        if same_text(plain[: len(lead)], lead):
            return plain[len(lead) :]
    return plain


def place_in(name: str) -> str:
    """The place name printed before the date (địa danh): "Ủy ban nhân dân xã Nà Lâm" -> "Nà Lâm"."""
    short = short_form(name)
    for kind in (
        "xã ",
        "phường ",
        "thị trấn ",
        "đặc khu ",
        "huyện ",
        "quận ",
        "thị xã ",
        "thành phố ",
        "tỉnh ",
    ):
        if short.lower().startswith(kind):
            return short[len(kind) :]
    return short


def free_code(words: UnitWords) -> str:
    """A code for addresses that no unit has yet (mã đơn vị), made of the name."""
    said = (words.short_name or words.name) if words.level == Level.BODY else place_in(words.name)
    stem = slug(said)[:32].strip("-") or "don-vi"
    taken = set(Unit.objects.filter(code__startswith=stem).values_list("code", flat=True))
    candidates = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 2)))
    return next(code for code in candidates if code not in taken)


def level_fault(level: str, parent: Unit | None) -> str:
    """Why a unit of this level cannot stand below that parent (cấp không phù hợp); "" when it can."""
    allowed = ABOVE.get(level)
    if allowed is None:
        return f"“{level}” không phải là một cấp."
    if parent is None:
        return (
            ""
            if level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
            else "Đơn vị này phải trực thuộc một cơ quan."
        )
    if parent.level not in allowed:
        named = f"{parent.name} ({Level(parent.level).label})"
        return f"{Level(level).label.capitalize()} không thể trực thuộc {named}."
    return ""


def name_fault(name: str, parent: Unit | None, *, apart_from: Unit | None = None) -> str:
    """Why this name cannot be given below that parent (tên trùng); "" when it can."""
    if not squeeze(name):
        return "Chưa có tên đơn vị."
    siblings = Unit.objects.filter(parent=parent, closed_on__isnull=True)
    if apart_from is not None:
        siblings = siblings.exclude(pk=apart_from.pk)
    if any(same_text(name, other) for other in siblings.values_list("name", flat=True)):
        return f"Đã có “{squeeze(name)}” trực thuộc {parent.name if parent else 'cây đơn vị'}."
    return ""


def _check(words: UnitWords, parent: Unit | None, *, apart_from: Unit | None) -> None:
    fault = level_fault(words.level, parent) or name_fault(words.name, parent, apart_from=apart_from)
    if fault:
        raise Refused(no(fault, rule="unit:words"))


def _fields(words: UnitWords) -> dict[str, str | bool]:
    fields = {
        name: nfc(value.strip()) if isinstance(value, str) else value for name, value in asdict(words).items()
    }
    return fields | {"short_name": fields["short_name"] or short_form(words.name)}
