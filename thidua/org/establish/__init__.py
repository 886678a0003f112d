"""Set up an office (thiết lập cơ quan): installation, units, people, mandates, accounts, working day."""

from thidua.org.establish.accounts import (
    FirstPassword,
    change_own_password,
    create_account,
    disable_account,
    enable_account,
    renew_from_the_machine,
    reset_password,
    set_telephone,
)
from thidua.org.establish.day import set_working_day
from thidua.org.establish.installation import NewAdministrator, NewOffice, set_up
from thidua.org.establish.mandates import Term, appoint, end_mandate, open_office
from thidua.org.establish.people import PersonWords, add_person, edit_person
from thidua.org.establish.reading import note_reading
from thidua.org.establish.units import UnitWords, add_unit, edit_unit

__all__ = [
    "FirstPassword",
    "NewAdministrator",
    "NewOffice",
    "PersonWords",
    "Term",
    "UnitWords",
    "add_person",
    "add_unit",
    "appoint",
    "change_own_password",
    "create_account",
    "disable_account",
    "edit_person",
    "edit_unit",
    "enable_account",
    "end_mandate",
    "note_reading",
    "open_office",
    "renew_from_the_machine",
    "reset_password",
    "set_telephone",
    "set_up",
    "set_working_day",
]
