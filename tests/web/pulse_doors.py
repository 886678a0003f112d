"""The doors of the pulse, progress, inspections, the calendar and reminders (nhịp, kiểm tra, lịch)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

from tests.factories.commune import Commune
from tests.web.door import EVERYBODY, Door, Of, posts, public
from thidua.campaigns.visit import (
    Remedy,
    VisitPlan,
    VisitRecord,
    call_off_inspection,
    plan_inspections,
    record_inspection,
    settle_requirement,
)
from thidua.records.notify import make_calendar_address

DAY = date(2023, 6, 5)
HEADS = "village_head standing"


def plan_visits(whole: Commune, of: SimpleNamespace) -> None:
    """A visit planned, one held with a requirement open and one done, one called off; a private calendar."""
    acting = {"mandate": whole.commune.standing, "on": DAY}
    plan = VisitPlan(DAY, "Sổ theo dõi", "Bà Hoàng Thị Mai")
    units = [whole.villages[1], whole.village, whole.body]
    of.visit, of.held_visit, of.dropped_visit = plan_inspections(of.running, plan=plan, units=units, **acting)
    demands = (("Lập sổ", date(2023, 6, 20)), ("Gửi ảnh", date(2023, 6, 20)))
    record_inspection(of.held_visit, record=VisitRecord(DAY, "Đã làm đường", demands=demands), **acting)
    of.demand, of.done_demand = of.held_visit.demands.all()
    settle_requirement(of.done_demand, remedy=Remedy("Đã gửi", DAY, "điện thoại"), **acting)
    call_off_inspection(of.dropped_visit, reason="Mưa lũ", **acting)
    of.calendar = make_calendar_address(whole.head(whole.village), on=DAY)


def _running(of: Of) -> tuple[Any, ...]:
    return (of.running.code,)


def _visit(name: str) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (of.running.code, getattr(of, name).code)


def _unit(of: Of) -> dict[str, Any]:
    return {"units": [str(of.whole.bodies[1].pk)], "signer": str(of.whole.commune.chair.pk)}


PULSE = (
    Door("campaign-pulse", _running),
    Door("nudge", _running, "standing", lambda of: _unit(of) | {"ways": ["message"], "gui": "1"}),
    Door("campaign-targets", _running),
    Door("campaign-inspections", _running),
    Door("plan-inspections", _running, "standing",
         lambda of: _unit(of) | {"day": "12/6/2023", "about": "Sổ", "members": "Bà Mai"}),
    Door("inspection", _visit("visit"), "standing",
         lambda of: {"held_on": "05/6/2023", "strengths": "Tốt", "held_from": "", "held_to": "",
                     "yeu-cau-TOTAL_FORMS": "0", "yeu-cau-INITIAL_FORMS": "0"}),
    Door("call-off-inspection", _visit("visit"), "standing"),
    posts("put-back-inspection", _visit("dropped_visit"), "standing"),
    posts("inspection-minutes", _visit("held_visit"), "standing", data=_unit),
    Door("settle-requirement", lambda of: (of.running.code, of.demand.pk), HEADS,
         lambda of: {"done_on": "05/6/2023"}),
    posts("reopen-requirement", lambda of: (of.running.code, of.done_demand.pk), HEADS),
    Door("calendar"),
    Door("reminders", may=EVERYBODY, data=lambda of: {"address": "moi@example.vn"}),
    posts("calendar-address", lambda of: (), EVERYBODY),
    posts("withdraw-calendar-address", lambda of: (), EVERYBODY),
    public("calendar-feed", lambda of: (of.calendar.token,)),
)  # fmt: skip
