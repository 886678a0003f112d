"""Stage 4, besides letters: a visit that asks for something, a call in the Zalo group (kiểm tra, đôn đốc)."""

from __future__ import annotations

from datetime import timedelta

from thidua.campaigns.track import Nudge, nudge
from thidua.campaigns.visit import VisitPlan, VisitRecord, plan_inspections, record_inspection
from thidua.demo.tales import tale_of
from thidua.demo.world import World
from thidua.reports.pulse import pulse_of

ABOUT = "Sổ theo dõi đăng ký thi đua\nViệc đang làm ở mô hình đã đăng ký"
FOUND = "Đã chia việc cho từng hộ, phần việc đầu đã làm xong và dân cùng giữ."
FAULT = "Chưa ghi sổ việc đã làm, ảnh chụp còn thiếu."
NUDGE = (
    "Thường trực Hội đồng chưa nhận được tin của đơn vị. Đề nghị báo việc đã làm, việc vướng để cùng gỡ; "
    "gọi điện hay gửi giấy đều được."
)


def a_village_is_visited(world: World) -> None:
    """The council looks at a village that took part from the start, and asks for two things."""
    officer, deputy, on = world.commune["standing"], world.commune["vice_chair"], world.days.reported
    units = (world.heads[pledge.head].unit for pledge in tale_of(world.year).pledges)
    unit = next(one for one in units if one.is_village)
    members = "\n".join(str(mandate) for mandate in (deputy, officer))
    plan = VisitPlan(on, ABOUT, members)
    visit = plan_inspections(world.running, plan=plan, units=[unit], mandate=officer, on=on)[0]
    demands = (
        ("Lập sổ ghi việc đã làm của từng hộ", on + timedelta(days=7)),
        ("Gửi ảnh mô hình trước và sau khi làm", on + timedelta(days=14)),
    )
    record = VisitRecord(on, FOUND, FAULT, demands=demands, held_from="8:00", held_to="10:00")
    record_inspection(visit, record=record, mandate=officer, on=on)


def the_silent_are_called(world: World) -> None:
    """On the day of the last letter the officer also writes to the silent, on their desk and in the group."""
    on = world.days.reminded_again
    silent = pulse_of(world.running, on=on).silent_units
    if silent:
        words = Nudge(NUDGE, ("message", "zalo"))
        nudge(world.running, words=words, units=silent, mandate=world.commune["standing"], on=on)
