"""The first run (lần chạy đầu): the office, those above it, and its first administrator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from thidua.journal.actors import system
from thidua.journal.write import write
from thidua.law.load import load_books
from thidua.law.ruling import Refused, no
from thidua.org.establish.units import UnitWords, free_code, place_in, short_form
from thidua.org.models import Installation, Mandate, Office, Person, Unit, User
from thidua.org.queries import installation
from thidua.org.states import ROLES, Level
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.names import tidy_name
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class NewOffice:
    """The office of an installation (cơ quan): name, level and the offices above it."""

    name: str
    level: str
    district: str = ""
    province: str = ""


@dataclass(frozen=True)
class NewAdministrator:
    """The first account (người quản trị đầu tiên): full name, account name, password."""

    name: str
    username: str
    password: str


@transaction.atomic
def set_up(
    office: NewOffice, *, administrator: NewAdministrator, starts: date, is_demo: bool = False
) -> Installation:
    """Make the office, those above it, and the first administrator (thiết lập ban đầu); journal it.

    Refused when the installation was set up before, when the levels do not fit the day, or the password is
    weak. Căn cứ: cấp chính quyền theo Luật Tổ chức chính quyền địa phương có hiệu lực vào ngày thiết lập.
    """
    if installation() is not None:
        raise Refused(no("Phần mềm đã được thiết lập; hãy đăng nhập.", rule="setup:once"))
    fault, source = _level_fault(office, starts)
    if fault:
        raise Refused(no(fault, source=source, rule="setup:levels"))
    _require_good_password(administrator)
    unit = _tree(office, starts)
    person = Person.objects.create(
        name=tidy_name(administrator.name), unit=unit, position=ROLES["admin"].name
    )
    held = Mandate.objects.create(
        office=Office.objects.create(unit=unit, title=ROLES["admin"].name, role="admin"),
        person=person,
        unit=unit,
        starts=starts,
    )
    User.objects.create_user(username=administrator.username, password=administrator.password, person=person)
    found = Installation.objects.create(office=unit, is_demo=is_demo)
    says = f"Thiết lập {unit.name} từ ngày {vn_date(starts)}; quản trị đầu tiên: {person.name}."
    write("set_up", says, actor=system("new_office"), on=starts, thing=held)
    return found


def _level_fault(office: NewOffice, day: date) -> tuple[str, str]:
    """Why the levels given do not fit that day, with the article (cấp không phù hợp)."""
    version = load_books().on("regimes", "levels", day)
    levels = version.value["levels"] if version else ()
    source = version.cites if version else ""
    if office.level not in levels:
        return f"Vào ngày {vn_date(day)} không có cơ quan {_label(office.level)}.", source
    needs = {"xa": ("huyen", "tinh"), "huyen": ("tinh",), "tinh": ()}[office.level]
    given = {"huyen": squeeze(office.district), "tinh": squeeze(office.province)}
    for level in ("huyen", "tinh"):
        if level in needs and level in levels and not given[level]:
            return f"Chưa ghi cơ quan {_label(level)} mà cơ quan này trực thuộc.", source
        if given[level] and (level not in needs or level not in levels):
            return (
                f"Không ghi cơ quan {_label(level)} ở trên: vào ngày này cơ quan không trực thuộc cấp đó.",
                source,
            )
    return "", source


def _label(level: str) -> str:
    return Level(level).label if level in Level.values else f"“{level}”"


def _tree(office: NewOffice, starts: date) -> Unit:
    """The chain from the province down to the office itself."""
    parent: Unit | None = None
    for name, level in (
        (office.province, Level.PROVINCE),
        (office.district, Level.DISTRICT),
        (office.name, office.level),
    ):
        if not squeeze(name):
            continue
        parent = Unit.objects.create(
            name=name,
            short_name=short_form(name),
            level=level,
            place=place_in(name),
            symbol="UBND",
            code=free_code(UnitWords(name=name, level=level)),
            parent=parent,
            opened_on=starts,
        )
    assert parent is not None  # the office itself always has a name: the form and `_level_fault` saw to it
    return parent


def _require_good_password(administrator: NewAdministrator) -> None:
    try:
        validate_password(administrator.password, User(username=administrator.username))
    except ValidationError as weak:
        raise Refused(no(" ".join(weak.messages), rule="setup:password")) from weak
