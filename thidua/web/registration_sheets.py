"""The papers and tables of many registrations (phiếu đăng ký, bảng đăng ký Excel)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from thidua.campaigns.models import Campaign, Target
from thidua.campaigns.queries.campaign import campaign_words
from thidua.campaigns.queries.part import Participation
from thidua.campaigns.queries.registration_rows import COLUMNS, LineRead, content_label
from thidua.campaigns.queries.targets import number_words
from thidua.paper.registration import RegistrationSheet
from thidua.paper.sheet import Cell, Field, Sheet
from thidua.vietnamese.dates import vn_date

WIDTHS = (28, 36, 44, 10, 12, 14, 14, 40, 30)
SPARE_ROWS = 1


def printed_sheets(
    campaign: Campaign, units: Sequence[Participation], addresses: Mapping[str, str]
) -> list[RegistrationSheet]:
    """A sheet for each unit (phiếu đăng ký), with what it has written so far; the rest is left to the pen."""
    due = next((one.day for one in campaign.deadlines.all() if one.kind == "register"), None)
    contents, pledge = list(campaign.contents.all()), campaign_words(campaign)("registration-pledge")
    return [
        RegistrationSheet(
            office=campaign.unit.name,
            unit=one.unit.name,
            campaign=campaign.short_title,
            due=vn_date(due) if due else "",
            rows=tuple(_printed_rows(one, [content_label(area) for area in contents])),
            project=one.project.title if one.project else "",
            pledge=(one.registration.note if one.registration else "") or pledge,
            url=addresses[one.unit.code],
        )
        for one in units
    ]


def _printed_rows(one: Participation, contents: Sequence[str]) -> Iterator[tuple[str, ...]]:
    written = {label: [t for t in _targets(one) if content_label(t.content) == label] for label in contents}
    for label in contents:
        for target in written[label]:
            yield (
                label,
                target.text,
                _number(target.base),
                _number(target.goal),
                target.measure,
                _due(target),
            )
        if not written[label]:
            yield (label, "", "", "", "", "")
    yield from [("", "", "", "", "", "")] * SPARE_ROWS


def _targets(one: Participation) -> list[Target]:
    return list(one.registration.targets.all()) if one.registration else []


def _number(value: object) -> str:
    return "" if value is None else number_words(value)  # type: ignore[arg-type]


def _due(target: Target) -> str:
    return vn_date(target.due) if target.due else ""


def registration_table(campaign: Campaign, units: Sequence[Participation]) -> Sheet:
    """All registrations as a table that can be filled in and brought back (bảng đăng ký)."""
    contents = list(campaign.contents.all())
    labels = tuple(content_label(area) for area in contents)
    choices = {0: tuple(one.unit.name for one in units), 1: labels}
    columns = tuple(
        Field(name, width, choices=_fitting(choices.get(at, ())))
        for at, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True))
    )
    return Sheet("Đăng ký thi đua", columns, tuple(_table_rows(units, labels)))


def _fitting(choices: tuple[str, ...]) -> tuple[str, ...]:
    """A list to choose from, where Excel can hold it: it allows 255 letters in all."""
    return choices if len(",".join(choices)) <= 255 else ()


def _table_rows(units: Sequence[Participation], labels: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    for one in units:
        project = one.project.title if one.project else ""
        how = one.registration.how if one.registration else ""
        targets = _targets(one)
        for t in targets:
            label = content_label(t.content)
            amounts = (_number(t.base), _number(t.goal), t.measure, _due(t))
            yield (one.unit.name, label, t.text, *amounts, project, how)
        for label in () if targets else labels:
            yield (one.unit.name, label, "", "", "", "", "", project, how)


def faulty_sheet(lines: Sequence[LineRead]) -> Sheet:
    """The rows with what is wrong in each (bảng cần sửa)."""
    columns = (
        *(Field(name, width) for name, width in zip(COLUMNS, WIDTHS, strict=True)),
        Field("Cần sửa", 60),
    )
    rows = tuple((*line.cells, line.fault or " ".join(line.doubts)) for line in lines)
    return Sheet("Bảng cần sửa", columns, rows)
