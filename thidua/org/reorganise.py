"""A unit ends, another carries on (sắp xếp, sáp nhập đơn vị)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.establish.units import level_fault
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_arrange
from thidua.org.queries import installation, units_below, who_holds
from thidua.vietnamese.dates import vn_date


@transaction.atomic
def end_unit(
    unit: Unit,
    *,
    last_day: date,
    successor: Unit | None,
    with_units: bool = False,
    mandate: Mandate,
    on: date,
) -> None:
    """End a unit with its last day and name the unit that carries on (kết thúc đơn vị, đơn vị kế thừa).

    Its open mandates end on the same day; people and papers stay with it under the old name, and the
    successor reads them. `with_units` moves what lies below to the successor. The office of the installation
    may end only with a successor of its level that has an administrator: the installation is the successor's
    from then on. Refused when it has ended, when units below it go on, or when the successor is not open
    then. Căn cứ: không (quy ước nội bộ) - việc sắp xếp đơn vị theo nghị quyết của cấp có thẩm quyền.
    """
    may_arrange(mandate, unit, on=on).require()
    fault = _fault(unit, last_day, successor)
    if fault:
        raise Refused(no(fault, rule="unit:end"))
    moved = _move_below(unit, successor, last_day) if with_units and successor else 0
    below = units_below(unit, last_day).filter(closed_on__isnull=True).first()
    if below is not None:
        raise Refused(
            no(
                f"{below.name} còn trực thuộc {unit.name}; hãy kết thúc hoặc chuyển đơn vị đó trước.",
                rule="unit:end",
            )
        )
    unit.closed_on, unit.successor, unit.heir = last_day, successor, successor
    unit.save(update_fields=["closed_on", "successor", "heir"])
    Unit.objects.filter(heir=unit).update(heir=successor)
    data = {"mandates_ended": _end_mandates(unit, last_day), "units_moved": moved}
    carried = f"; đơn vị kế thừa: {successor.name}" if successor else ""
    says = f"{unit.name} kết thúc hoạt động sau ngày {vn_date(last_day)}{carried}."
    _hand_on_installation(unit, successor)
    write("end_unit", says, actor=mandate.actor(), on=on, thing=unit, data=data)


def _end_mandates(unit: Unit, last_day: date) -> int:
    """End the open mandates of a unit with it; one that began later never ran."""
    ended = 0
    for held in unit.mandates.filter(Q(ends__isnull=True) | Q(ends__gt=last_day)):
        held.ends = max(last_day, held.starts)
        held.save(update_fields=["ends"])
        ended += 1
    return ended


def _move_below(unit: Unit, successor: Unit, last_day: date) -> int:
    """Put the open units right below under the successor, with all below them (chuyển trực thuộc)."""
    moved = list(
        units_below(unit, last_day).filter(parent=unit, closed_on__isnull=True).exclude(pk=successor.pk)
    )
    for one in moved:
        fault = level_fault(one.level, successor)
        if fault:
            raise Refused(no(f"Không chuyển được {one.name}: {fault}", rule="unit:level"))
        before = one.path
        one.parent = successor
        one.save()
        for lower in Unit.objects.filter(path__startswith=before).exclude(pk=one.pk).order_by("path"):
            lower.path = one.path + lower.path.removeprefix(before)
            Unit.objects.filter(pk=lower.pk).update(path=lower.path)
    return len(moved)


def _hand_on_installation(unit: Unit, successor: Unit | None) -> None:
    found = installation()
    if found is not None and found.office_id == unit.pk:
        found.office = successor
        found.save(update_fields=["office"])


def _fault(unit: Unit, last_day: date, successor: Unit | None) -> str:
    found = installation()
    current = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if current.closed_on is not None:
        return f"{unit.name} đã kết thúc từ ngày {vn_date(current.closed_on)}."
    if last_day < unit.opened_on:
        return f"Ngày kết thúc phải từ ngày {vn_date(unit.opened_on)} trở đi."
    if successor is not None and (successor.pk == unit.pk or successor.closed_on is not None):
        return "Đơn vị kế thừa phải là một đơn vị khác còn hoạt động."
    if successor is not None and successor.path.startswith(unit.path):
        return f"{successor.name} nằm dưới {unit.name}; đơn vị kế thừa phải nằm ngoài."
    if found is not None and found.office_id == unit.pk:
        return _office_fault(unit, last_day, successor)
    return ""


def _office_fault(unit: Unit, last_day: date, successor: Unit | None) -> str:
    """Why the office of the installation cannot end like this (cơ quan của phần mềm); "" when it can."""
    if successor is None:
        return (
            "Không thể kết thúc cơ quan mà phần mềm được thiết lập cho khi chưa có đơn vị kế thừa; hãy lập "
            "cơ quan mới rồi chọn làm đơn vị kế thừa."
        )
    if successor.level != unit.level:
        return f"Đơn vị kế thừa của {unit.name} phải cùng cấp."
    first = last_day + timedelta(days=1)
    if not who_holds(successor, "admin", "standing", on=first).exists():
        return (
            f"Từ ngày {vn_date(first)} chưa ai giữ việc Quản trị hoặc Thường trực ở {successor.name}; "
            "hãy giao chức vụ ở đó trước, để không ai mất lối vào."
        )
    return ""
