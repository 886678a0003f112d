"""A sheet of registrations (bảng đăng ký Excel): its columns, and what each row means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from uuid import UUID

from thidua.campaigns.models import Campaign, ContentArea
from thidua.campaigns.queries.part import participation
from thidua.campaigns.queries.targets import doubts_of
from thidua.law.ruling import Refused, no
from thidua.org.models import Unit
from thidua.org.queries import taking_part
from thidua.vietnamese.dates import parse_date
from thidua.vietnamese.text import fold, squeeze

COLUMNS = (
    "Đơn vị",
    "Nội dung thi đua",
    "Chỉ tiêu",
    "Hiện có",
    "Mức đăng ký",
    "Đơn vị tính",
    "Xong trước ngày",
    "Mô hình, phần việc",
    "Nhận bằng cách nào",
)
NEEDED = COLUMNS[:3]
LONGEST = {"Chỉ tiêu": 250, "Đơn vị tính": 40, "Mô hình, phần việc": 250, "Nhận bằng cách nào": 200}
MOST = Decimal(10) ** 12


@dataclass(frozen=True)
class LineRead:
    """One row as it is understood (một dòng): `fault` says what stops it, `doubts` what a person confirms."""

    number: int
    cells: tuple[str, ...]
    unit: Unit | None = None
    content: ContentArea | None = None
    text: str = ""
    base: Decimal | None = None
    goal: Decimal | None = None
    measure: str = ""
    due: date | None = None
    project: str = ""
    how: str = ""
    fault: str = ""
    doubts: tuple[str, ...] = ()


def read_lines(campaign: Campaign, rows: Sequence[Sequence[str]], *, on: date) -> list[LineRead]:
    """Every row that says a target (đọc bảng đăng ký); rows of the template left blank are passed over.

    Raises `Refused` when the first row does not name the columns.
    """
    if not rows:
        return []
    places = _places(rows[0])
    units = _by_name(taking_part(campaign.unit, on))
    closed = {
        row.unit.pk: row.registration.state_says
        for row in participation(campaign, on=on)
        if row.registration is not None and row.has_registered
    }
    contents = _contents(campaign)
    found = []
    for number, row in enumerate(rows[1:], start=2):
        cells = tuple(squeeze(row[at]) if at is not None and at < len(row) else "" for at in places)
        if any(cells[2:6]):
            found.append(_line(number, cells, campaign, units=units, contents=contents, closed=closed))
    return found


def _places(head: Sequence[str]) -> list[int | None]:
    titles = [fold(cell) for cell in head]
    places = [titles.index(fold(name)) if fold(name) in titles else None for name in COLUMNS]
    missing = [name for name, at in zip(COLUMNS, places, strict=True) if name in NEEDED and at is None]
    if missing:
        raise Refused(
            no(
                f"Dòng đầu của bảng thiếu cột: {', '.join(missing)}. Hãy dùng bảng mẫu tải ở trang này.",
                rule="register:columns",
            )
        )
    return places


def _by_name(units: Iterable[Unit]) -> dict[str, Unit]:
    named: dict[str, Unit] = {}
    for unit in units:
        for words in (unit.name, unit.short_name, unit.code):
            named.setdefault(fold(words), unit)
    return named


def _contents(campaign: Campaign) -> dict[str, ContentArea]:
    """The contents by number, by short and by full name, so that either may stand in the cell."""
    named: dict[str, ContentArea] = {}
    for area in campaign.contents.all():
        for words in (str(area.order), area.short, area.text, content_label(area)):
            named.setdefault(fold(words), area)
    return named


def content_label(area: ContentArea) -> str:
    """A content as the sheet names it (nội dung): number and short name."""
    return f"{area.order}. {area.short}"


def _line(
    number: int,
    cells: tuple[str, ...],
    campaign: Campaign,
    *,
    units: dict[str, Unit],
    contents: dict[str, ContentArea],
    closed: dict[UUID, str],
) -> LineRead:
    said = dict(zip(COLUMNS, cells, strict=True))
    unit, content = units.get(fold(said["Đơn vị"])), contents.get(fold(said["Nội dung thi đua"]))
    try:
        base, goal = _amount(said["Hiện có"]), _amount(said["Mức đăng ký"])
        due = _day(said["Xong trước ngày"])
    except ValueError as wrong:
        return LineRead(number, cells, unit, content, said["Chỉ tiêu"], fault=str(wrong))
    line = LineRead(
        number, cells, unit, content, said["Chỉ tiêu"], base, goal, said["Đơn vị tính"], due,
        said["Mô hình, phần việc"], said["Nhận bằng cách nào"], _fault(said, unit, content, closed),
    )  # fmt: skip
    if line.fault:
        return line
    return LineRead(**vars(line) | {"doubts": tuple(doubts_of(line, campaign))})


def _fault(
    said: dict[str, str], unit: Unit | None, content: ContentArea | None, closed: dict[UUID, str]
) -> str:
    if unit is None:
        return f"Không có đơn vị “{said['Đơn vị']}” trong đợt này."
    if unit.pk in closed:
        return f"Đăng ký của {unit.name} {closed[unit.pk]}; trả lại rồi mới nhập đè được."
    if content is None:
        return f"Không có nội dung thi đua “{said['Nội dung thi đua']}”."
    if not said["Chỉ tiêu"]:
        return "Chưa ghi chỉ tiêu là việc gì."
    long = next((name for name, most in LONGEST.items() if len(said[name]) > most), "")
    return f"Cột “{long}” dài quá {LONGEST[long]} chữ." if long else ""


def _amount(words: str) -> Decimal | None:
    """A number as typed or as Excel keeps it: “1.200,5”, “1200.5”, “12 ha” is no number."""
    plain = words.replace(" ", "").replace("\u00a0", "")
    if not plain:
        return None
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif plain.count(".") > 1 or plain.count(".") == 1 and len(plain.rpartition(".")[2]) == 3:
        plain = plain.replace(".", "")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or not 0 <= value < MOST:
        raise ValueError(f"“{words}” không phải là một số; ghi số riêng, đơn vị tính ở cột bên.")
    return value.quantize(Decimal("0.01"))


def _day(words: str) -> date | None:
    if not words:
        return None
    day = parse_date(words)
    if day is None or not 1900 <= day.year <= 2200:
        raise ValueError(f"“{words}” không phải là một ngày; ghi như 05/6/2023.")
    return day
