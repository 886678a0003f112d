"""Registrations in a sheet (bảng đăng ký Excel): kept to be looked at, then taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.part import may_receive
from thidua.campaigns.queries.registration_rows import LineRead, read_lines
from thidua.campaigns.register.many import register_many
from thidua.campaigns.register.registration import RegistrationEntry, TargetEntry
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.models import Run

KIND = "registrations"


@transaction.atomic
def keep_list(campaign: Campaign, *, rows: Sequence[Sequence[str]], mandate: Mandate, on: date) -> Run:
    """Keep the rows of a sheet of registrations for a person to look at (giữ bảng xem trước).

    Raises `Refused` for a sheet without rows, or one whose first row does not name the columns. Căn cứ:
    không (quy ước nội bộ).
    """
    may_receive(mandate, campaign, on=on).require()
    lines = read_lines(campaign, rows, on=on)
    if not lines:
        raise Refused(no("Bảng chưa có chỉ tiêu nào; hãy điền rồi chọn lại tệp.", rule="register:rows"))
    data = {"campaign": str(campaign.pk), "rows": [list(row) for row in rows]}
    return Run.objects.create(
        unit=campaign.unit, kind=KIND, total=len(lines), data=data, started_by=str(mandate), started_on=on
    )


def lines_kept(run: Run, campaign: Campaign, *, on: date) -> list[LineRead]:
    """The kept rows as they are understood now (đọc lại bảng xem trước). Căn cứ: không (quy ước nội bộ)."""
    return read_lines(campaign, run.data["rows"], on=on)


@transaction.atomic
def take_list(run: Run, *, campaign: Campaign, sure: bool, receive: bool, mandate: Mandate, on: date) -> int:
    """Write every kept row into the registrations of its units (nhập bảng đăng ký), and return how many
    units; `sure` when a person confirmed the rows that look odd.

    Effects: those of `register_many`. Raises `Refused` when a row has a fault or an unconfirmed doubt, and
    when the sheet was taken in before. Căn cứ: không (quy ước nội bộ).
    """
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state != "waiting":
        raise Refused(no("Bảng này đã được nhập.", rule="rows:once"))
    lines = lines_kept(held, campaign, on=on)
    faulty = [str(line.number) for line in lines if line.fault]
    if faulty:
        raise Refused(no(f"Còn dòng chưa đúng: {', '.join(faulty)}. Hãy sửa trong bảng.", rule="rows:fault"))
    written = register_many(
        campaign, entries=_by_unit(lines, sure=sure), receive=receive, mandate=mandate, on=on
    )
    held.state, held.done = "done", len(written)
    held.says = f"Đã nhập đăng ký của {len(written)} đơn vị."
    held.save(update_fields=["state", "done", "says"])
    write("take_list", held.says, actor=mandate.actor(), on=on, thing=campaign)
    return len(written)


@transaction.atomic
def drop_list(run: Run, *, campaign: Campaign, mandate: Mandate, on: date) -> None:
    """Drop a table that was not taken in (bỏ bảng). Căn cứ: không (quy ước nội bộ)."""
    may_receive(mandate, campaign, on=on).require()
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state != "waiting":
        raise Refused(no("Bảng này đã được nhập; không bỏ được nữa.", rule="rows:once"))
    held.delete()


def _by_unit(lines: Sequence[LineRead], *, sure: bool) -> list[tuple[Unit, RegistrationEntry]]:
    """The rows of each unit as one registration; model and way of receipt stand in any of its rows."""
    found: dict[Unit, list[LineRead]] = {}
    for line in lines:
        if line.unit is not None:
            found.setdefault(line.unit, []).append(line)
    return [(unit, _entry(rows, sure=sure)) for unit, rows in found.items()]


def _entry(rows: Sequence[LineRead], *, sure: bool) -> RegistrationEntry:
    targets = tuple(
        TargetEntry(one.content, one.text, one.goal, one.measure, one.due, base=one.base, sure=sure)
        for one in rows
        if one.content is not None
    )
    project = next((one.project for one in rows if one.project), "")
    how = next((one.how for one in rows if one.how), "nhận bảng Excel")
    return RegistrationEntry(targets, project, how=how)
