"""Who may act for whom (quyền theo tư cách): every question answers with a ruling."""

from __future__ import annotations

from datetime import date

from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of, installation, reach_of
from thidua.org.states import ROLES


def may_act(mandate: Mandate, *roles: str, on: date, unit: Unit | None = None) -> Ruling:
    """May this mandate do what is for these roles, on that day, for that unit? (được làm với tư cách này)."""
    if not mandate.is_open(on):
        return no("Bạn không còn giữ chức vụ này vào ngày làm việc.", rule="mandate:closed")
    if roles and not mandate.holds(*roles):
        names = ", ".join(ROLES[role].name for role in roles)
        return no(
            f"Việc này của: {names}. Bạn đang làm với tư cách {mandate.office.title}.", rule="mandate:role"
        )
    if unit is not None and mandate.unit_id != unit.pk:
        return no(f"Việc này của {unit.name}; bạn đang làm cho {mandate.unit.name}.", rule="mandate:unit")
    return yes()


def may_arrange(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate change units, people and accounts there? (lập đơn vị, con người, tài khoản)."""
    return _within(mandate, unit, may_act(mandate, "admin", "standing", on=on))


def may_keep_record(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate merge records there, and keep old awards and disciplines? (giữ hồ sơ con người).

    What an ended unit left is kept by the office of its heir.
    """
    return _within(mandate, unit.heir or unit, may_act(mandate, "standing", on=on))


def may_note_reading(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate say how names of that unit are read aloud (ghi cách đọc tên)? Its own head, or the
    standing, culture officer or clerk of its office.
    """
    home = unit.heir or unit
    if mandate.holds("unit_head", "village_head"):
        return may_act(mandate, "unit_head", "village_head", on=on, unit=home)
    return _within(mandate, home, may_act(mandate, "standing", "culture", "clerk", on=on))


def may_appoint(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate open offices there and give them to people? (giao, thôi giao chức vụ)."""
    return _within(mandate, unit, may_act(mandate, "admin", "standing", "chair", on=on))


def may_seat(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate enter the founding decision and the members of the council? (Hội đồng TĐKT)."""
    return _own_committee(mandate, unit, may_act(mandate, "chair", "standing", on=on))


def may_keep_books(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate open number books and set their next number? (sổ đăng ký văn bản)."""
    return _own_committee(mandate, unit, may_act(mandate, "clerk", "chair", "standing", on=on))


def may_regulate(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate confirm and change the local rules? (quy tắc địa phương)."""
    return _own_committee(mandate, unit, may_act(mandate, "standing", "chair", on=on))


def may_set_the_day(mandate: Mandate, *, on: date) -> Ruling:
    """May the working day be set by hand? Only in a demo, there by everybody (đổi ngày làm việc)."""
    found = installation()
    if found is None or not found.is_demo:
        return no("Chỉ bản trình diễn mới đổi được ngày làm việc.", rule="day:demo")
    return may_act(mandate, on=on)


def _within(mandate: Mandate, unit: Unit, ruling: Ruling) -> Ruling:
    if ruling.stops or unit.path.startswith(reach_of(mandate)):
        return ruling
    return no(f"{unit.name} không thuộc phạm vi quản trị của {mandate.unit.name}.", rule="reach:unit")


def _own_committee(mandate: Mandate, unit: Unit, ruling: Ruling) -> Ruling:
    own = government_of(mandate.unit)
    if ruling.stops or unit.pk == own.pk:
        return ruling
    return no(f"Việc này của {unit.name}; bạn đang làm cho {own.name}.", rule="mandate:unit")
