"""A list of 2,000 nominees from an .xlsx to dossiers (nhập danh sách đề nghị): read, checked, taken in.

Targets: all in at most 10 s of wall time. The floor of the same run reads the file with the library alone and
writes 2,000 bare rows at once. Printed as a ratio.
"""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from datetime import date

import django
import python_calamine

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402

from tests.factories.commune import make_campaign, make_commune  # noqa: E402
from thidua.awards.models import Nomination  # noqa: E402
from thidua.awards.nominate import ListWords, file_many, keep_list  # noqa: E402
from thidua.org.models import Person, Unit  # noqa: E402
from thidua.paper.sheet import Sheet, write_xlsx  # noqa: E402
from thidua.reading.files.sheet import read_tabs  # noqa: E402
from thidua.reading.roll import read_roll  # noqa: E402

ROWS = 2000
DAY = date(2023, 6, 5)
FAMILIES = ("Nguyễn", "Hoàng", "Lý", "Vy", "Nông", "Chu", "Đàm", "Triệu", "Lộc", "Hứa")
MIDDLES = ("Văn", "Thị", "Minh", "Quang", "Thu", "Đức", "Ngọc", "Thanh", "Hữu", "Kim")
GIVEN = ("Bách", "Cúc", "Dần", "Hạnh", "Khoa", "Phượng", "Quyền", "Thắm", "Ước", "An")
HEAD = ("STT", "Họ và tên", "Ông/Bà", "Năm sinh", "Chức vụ", "Đơn vị", "Tóm tắt thành tích", "Hình thức")


def name_of(place: int) -> str:
    """A name that no other line of the same unit and year has."""
    return f"{FAMILIES[place // 100 % 10]} {MIDDLES[place // 10 % 10]} {GIVEN[place % 10]}"


def workbook() -> bytes:
    """2,000 invented persons of four units, names in capitals as lists have them."""
    units = ("Thôn Khuổi Cáp", "Thôn Bản Vàng", "MTTQ xã", "Trường Tiểu học")
    rows = tuple(
        (str(at), name_of(at).upper(), "Bà" if at % 2 else "Ông", str(1960 + at // 1000), "Nông dân",
         units[at % 4], "Hiến đất, góp công làm đường thôn, vận động các hộ cùng làm", "GK xã")
        for at in range(ROWS)
    )  # fmt: skip
    return write_xlsx([Sheet("Đề nghị", HEAD, rows)])


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes, in seconds of wall time."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def floor(data: bytes, unit: Unit) -> None:
    """What nothing can be faster than: the library's rows, and one statement for all."""
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    rows = sheet.to_python()
    with transaction.atomic():
        Person.objects.bulk_create(Person(unit=unit, name=str(row[1])) for row in rows[1:])


def measure() -> None:
    """Take the list in once, part by part, and print the parts, the whole and the ratio."""
    whole = make_commune(2023)
    campaign = make_campaign(whole)
    officer, data = whole.commune.standing, workbook()
    spent: dict[str, float] = {}
    start = time.perf_counter()
    roll = read_roll(read_tabs("ds.xlsx", data))
    spent["read"] = time.perf_counter() - start
    run = keep_list(campaign, roll=roll, words=ListWords("ds.xlsx"), mandate=officer, on=DAY)
    spent["kept"] = time.perf_counter() - start - spent["read"]
    spent["filed"] = seconds(lambda: file_many(run, mandate=officer, on=DAY))
    assert Nomination.objects.count() == ROWS
    total, least = sum(spent.values()), seconds(lambda: floor(data, whole.village))
    parts = ", ".join(f"{name} {took:.2f} s" for name, took in spent.items())
    print(f"nominations_import: {ROWS} rows in {total:.1f} s of wall time (target <= 10): {parts}")
    print(f"nominations_import: {total / least:.0f} x the library's rows and one insert ({least:.2f} s)")


def main() -> None:
    """Run on a database made for this only and dropped afterwards."""
    connection.creation.create_test_db(verbosity=0)
    measure()
    connection.creation.destroy_test_db(":memory:", verbosity=0)


if __name__ == "__main__":
    main()
