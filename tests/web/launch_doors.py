"""The doors of launch in depth and of many registrations: changes of a campaign, grid and tables, the units'
own plans, movements above (phát động, đăng ký nhiều đơn vị).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

from tests.factories.commune import Commune
from tests.web.door import Door, Of, posts, upload
from thidua.campaigns import assign, derive, register
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.registration_rows import COLUMNS

DAY = date(2023, 6, 5)
ROW = ("Thôn Bản Vàng", "1", "Trồng rừng mới", "", "3,5", "ha", "", "", "nhận bản giấy")


def launched_in_depth(whole: Commune, of: SimpleNamespace) -> None:
    """A table of registrations that waits, two plans of units (one sent), a movement above."""
    acting: dict[str, Any] = {"mandate": whole.commune.standing, "on": DAY}
    named = ["Hưởng ứng phong trào “Xanh đồi, sạch suối”."]
    Campaign.objects.filter(pk=of.running.pk).update(purposes=named)
    of.table = register.keep_list(of.running, rows=[COLUMNS, ROW], **acting)
    content = of.running.contents.first()
    assert content is not None
    entry = derive.UnitPlanEntry((derive.PlanLine(content, "Phát dọn đường vào khu sản xuất"),))
    for unit in whole.villages:
        head = whole.head(unit)
        plan = derive.save_unit_plan(of.running, entry=entry, unit=unit, mandate=head, on=DAY)
        if unit == whole.village:
            derive.submit_unit_plan(plan, mandate=head, on=DAY)
    of.movement = assign.add_movement(of.running, kind="movement", name="Chung tay dựng xóm", **acting)


def _running(*more: Any) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (of.running.code, *more)


def _unit(unit: int, *more: Any) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (of.running.code, of.whole.villages[unit].code, *more)


def _table(of: Of) -> tuple[Any, ...]:
    return (of.table.pk,)


def _grid(of: Of) -> dict[str, Any]:
    """The grid with one unit and one target in it."""
    content = of.running.contents.first()
    rows = {"content": content.pk, "text": "Trồng rừng mới", "goal": "3,5", "measure": "ha"}
    return {
        "unit": "ban-vang",
        "way": "nhận bản giấy",
        "received_on": "05/6/2023",
        "don-vi-ban-vang-project_title": "Đường hoa",
        "chi-tieu-ban-vang-TOTAL_FORMS": "1",
        "chi-tieu-ban-vang-INITIAL_FORMS": "0",
        **{f"chi-tieu-ban-vang-0-{name}": value for name, value in rows.items()},
    }


def _plan(of: Of) -> dict[str, Any]:
    content = of.running.contents.first()
    return {"viec-TOTAL_FORMS": "1", "viec-INITIAL_FORMS": "0", "viec-0-content": content.pk,
            "viec-0-text": "Phát dọn đường", "how": "nhận bản giấy", "version": ""}  # fmt: skip


LAUNCH = (
    Door("campaign-changes", _running()),
    Door("campaign-change", _running("tam-dung"), "standing", lambda of: {"form": "quyet_dinh"}),
    Door("registration-grid", _running(), "standing", _grid),
    Door("registration-sheets", _running()),
    Door("registration-table", _running()),
    Door("registration-table-in", _running(), "standing",
         lambda of: {"pasted": "\n".join("\t".join(row) for row in (COLUMNS, ROW))}),
    Door("registration-list", _table, "standing", lambda of: {"receive": "on"}),
    Door("registration-list-faults", _table),
    posts("drop-registration-list", _table, "standing"),
    Door("scanned-registration", _unit(0)),
    Door("signed-pledge", _running(), "standing", lambda of: {"upload": upload(of.jpeg, "giao-uoc.jpg")}),
    Door("signed-registration", _unit(0), "standing village_head",
         lambda of: {"upload": upload(of.jpeg, "phieu.jpg")}),
    Door("unit-plans", _running()),
    Door("unit-plan", _unit(1), "standing other_village", _plan),
    posts("return-unit-plan", _unit(0), "standing"),
    posts("move-unit-plan", _unit(0, "da-xem"), "standing"),
    Door("campaign-movements", _running(), "standing", lambda of: {"kind": "directive", "name": "Chỉ thị 9"}),
    posts("read-movements", _running(), "standing"),
    Door("movement", lambda of: (of.running.code, of.movement.pk), "standing",
         lambda of: {"source": str(of.judging.pk)}),
    posts("remove-movement", lambda of: (of.running.code, of.movement.pk), "standing"),
    Door("campaign-overlaps"),
)  # fmt: skip
