"""What is printed when a demo is ready (thông báo khi xong): where, as whom, how far, what next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db.models import F

from thidua.demo.keys import FOLDER
from thidua.demo.people import PASSWORD
from thidua.org.models import Installation, Unit
from thidua.org.queries import open_mandates
from thidua.vietnamese.dates import vn_date
from thidua.web.flow import STAGES


def stage_name(stage: str) -> str:
    """What a stage is called on the pages (tên bước)."""
    return next(known.name for known in STAGES if known.id == stage)


def progress(installation: Installation) -> str:
    """How far the demo was carried and what comes next (đã đến bước nào, tiếp theo là gì)."""
    place = next(place for place, known in enumerate(STAGES) if known.id == installation.demo_until)
    reached = f"Đã đến bước: {STAGES[place].name} ({place + 1}/{len(STAGES)})"
    if place + 1 == len(STAGES):
        return f"{reached}; tiếp theo: xem lại cả đợt thi đua, không còn việc phải làm."
    following = STAGES[place + 1]
    return f"{reached}; tiếp theo: {following.name} (việc của: {following.desk})."


def accounts_table(office: Unit, day: date) -> Iterator[str]:
    """The accounts (bảng tài khoản), this office first: name to log in with, person, offices held, unit."""
    rows = _accounts(office, day)
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)]
        yield f"  {'  '.join(cells)}  {row[3]}"


def _accounts(office: Unit, day: date) -> list[tuple[str, str, str, str]]:
    """One row per account; somebody who holds two offices has both in one row. The levels above come last."""
    rows: dict[str, tuple[str, str, str, str]] = {}
    held = open_mandates(day).filter(person__accounts__is_active=True).select_related("person__unit")
    named = held.annotate(username=F("person__accounts__username")).order_by("person__unit__path", "id")
    for mandate in sorted(named, key=lambda one: not one.person.unit.path.startswith(office.path)):
        before = rows.get(mandate.username)
        title = f"{before[2]}; {mandate.office.title}" if before else mandate.office.title
        rows[mandate.username] = (
            mandate.username,
            mandate.person.name,
            title,
            mandate.person.unit.short_name,
        )
    return list(rows.values())


def announcement(installation: Installation, *, port: int) -> Iterator[str]:
    """Everything a person needs to begin (lời mời bắt đầu)."""
    day, office = installation.working_day, installation.office
    assert day is not None  # a demo that was built has a working day
    assert office is not None  # and an office
    address = f"http://127.0.0.1:{port}/"
    yield ""
    yield f"Bản trình diễn năm {installation.demo_year}, {office.name} (mọi nhân vật đều hư cấu)"
    yield progress(installation)
    yield f"Ngày làm việc của bản trình diễn: {vn_date(day)} (đổi được ở thanh trên cùng mỗi trang)"
    yield ""
    yield f"Tài khoản, mật khẩu chung là {PASSWORD}:"
    yield from accounts_table(office, day)
    yield ""
    folder = Path(settings.MEDIA_ROOT).parent / FOLDER
    if folder.is_dir():
        yield f"Khóa để thử ký số (tự lập, không có giá trị pháp lý), mật khẩu {PASSWORD}: {folder}"
        yield ""
    yield f"Trang công khai: {address}    Đăng nhập: {address}dang-nhap/"
