"""A unit ends, another carries on (sắp xếp, sáp nhập đơn vị)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_arrange
from thidua.org.queries import installation, units_below
from thidua.vietnamese.dates import vn_date


@transaction.atomic
def end_unit(unit: Unit, *, last_day: date, successor: Unit | None, mandate: Mandate, on: date) -> None:
    """End a unit with its last day and name the unit that carries on (kết thúc đơn vị, đơn vị kế thừa).

    Its open mandates end on the same day; people and papers stay with it under the old name. Refused when it
    has ended, when units below it go on, or when the successor is not open then. Căn cứ: không (quy ước nội
    bộ).
    """
    may_arrange(mandate, unit, on=on).require()
    fault = _fault(unit, last_day, successor)
    if fault:
        raise Refused(no(fault, rule="unit:end"))
    unit.closed_on, unit.successor = last_day, successor
    unit.save(update_fields=["closed_on", "successor"])
    ended = 0
    for held in unit.mandates.filter(ends__isnull=True):
        held.ends = max(last_day, held.starts)
        held.save(update_fields=["ends"])
        ended += 1
    carried = f"; đơn vị kế thừa: {successor.name}" if successor else ""
    says = f"{unit.name} kết thúc hoạt động sau ngày {vn_date(last_day)}{carried}."
    write("end_unit", says, actor=mandate.actor(), on=on, thing=unit, data={"mandates_ended": ended})


def _fault(unit: Unit, last_day: date, successor: Unit | None) -> str:
    found = installation()
    current = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if current.closed_on is not None:
        return f"{unit.name} đã kết thúc từ ngày {vn_date(current.closed_on)}."
    if last_day < unit.opened_on:
        return f"Ngày kết thúc phải từ ngày {vn_date(unit.opened_on)} trở đi."
    if found is not None and found.office_id == unit.pk:
        return "Không thể kết thúc cơ quan mà phần mềm được thiết lập cho."
    below = units_below(unit, last_day).filter(closed_on__isnull=True).first()
    if below is not None:
        return f"{below.name} còn trực thuộc {unit.name}; hãy kết thúc hoặc chuyển đơn vị đó trước."
    if successor is not None and (successor.pk == unit.pk or successor.closed_on is not None):
        return "Đơn vị kế thừa phải là một đơn vị khác còn hoạt động."
    return ""
