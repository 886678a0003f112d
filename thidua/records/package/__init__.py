"""Packages between two installations (gói hồ sơ): made, opened, kept; and the offices they go to."""

from thidua.records.package.content import DOWNWARD, UPWARD, Json, past_awards, schema_text
from thidua.records.package.faults import FAULTS, unfit
from thidua.records.package.make import Letter, make_package, office_of
from thidua.records.package.opened import (
    Opened,
    answered,
    drop_package,
    file_package,
    keep_package,
    open_package,
    opened_run,
    require_new,
    unit_of,
)
from thidua.records.package.partners import (
    Sheet,
    add_partner,
    confirm_key,
    end_partner,
    read_sheet,
    sheet_of,
)
from thidua.records.package.words import amendments_in, package_words
from thidua.records.permissions import may_confirm_key, may_exchange, may_keep_partners

__all__ = [
    "DOWNWARD",
    "FAULTS",
    "UPWARD",
    "Json",
    "Letter",
    "Opened",
    "Sheet",
    "add_partner",
    "amendments_in",
    "answered",
    "confirm_key",
    "drop_package",
    "end_partner",
    "file_package",
    "keep_package",
    "make_package",
    "may_confirm_key",
    "may_exchange",
    "may_keep_partners",
    "office_of",
    "open_package",
    "opened_run",
    "package_words",
    "past_awards",
    "sheet_of",
    "read_sheet",
    "require_new",
    "schema_text",
    "unfit",
    "unit_of",
]
