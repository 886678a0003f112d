"""The statistical forms of a day (biểu thống kê): which rows each has, on what it rests."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.law.shelf import Shelf

SUBJECT = "statistics"
CAMPAIGNS, STATE_AWARDS, PROVINCE_AWARDS = "campaigns", "state_awards", "province_awards"


@dataclass(frozen=True)
class FormRow:
    """One row of a form (dòng của biểu): its code on the form, what it counts, its words; a heading counts
    nothing.
    """

    code: str
    id: str
    name: str


@dataclass(frozen=True)
class StatisticForm:
    """One form as it stood on a day (biểu thống kê): `code` is "" while the circular was not read."""

    id: str
    code: str
    name: str
    rows: tuple[FormRow, ...]
    source: str
    confirmed: bool
    says: str


def statistic_forms(shelf: Shelf) -> tuple[StatisticForm, ...]:
    """The forms of the day, campaigns first (các biểu thống kê). Căn cứ: Thông tư 02/2023/TT-BNV; Thông tư
    18/2025/TT-BNV (sổ statistics).
    """
    return tuple(_form(shelf, one) for one in (CAMPAIGNS, STATE_AWARDS, PROVINCE_AWARDS))


def _form(shelf: Shelf, form_id: str) -> StatisticForm:
    name = str(shelf.books.subjects[SUBJECT][form_id].fields["name"])
    version = shelf.needs(SUBJECT, form_id, name)
    rows = tuple(FormRow(row["code"], row["id"], row["name"]) for row in version.value["rows"])
    code = str(version.value["code"])
    return StatisticForm(form_id, code, name, rows, version.cites, shelf.certain(version), version.says)
