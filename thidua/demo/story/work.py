"""From the plan to the work, after the launch: tasks given, the plan received, tasks done (giao việc)."""

from __future__ import annotations

from pathlib import Path

from django.core.files.base import ContentFile

from thidua.campaigns.assign import (
    Result,
    TaskWords,
    change_task,
    finish_task,
    give_task,
    link_parent_file,
    note_receipt,
)
from thidua.campaigns.models import Assignment, Delivery
from thidua.campaigns.queries.owners import Owner
from thidua.campaigns.queries.work import deliveries_of
from thidua.demo.tales import tale_of
from thidua.demo.world import World
from thidua.org.models import Mandate
from thidua.records.issue import acknowledge
from thidua.vietnamese.dates import vn_date

PLANS = Path(__file__).resolve().parents[1] / "plans"
# The plan above each campaign, as its file came (kế hoạch cấp trên).
ABOVE = {2023: "2023-huyen.txt", 2026: "2026-tinh.txt"}


def the_work_is_given(world: World) -> None:
    """On the day of the launch: what the plan leaves open is given, days set, the plan above linked."""
    officer, on, campaign = world.commune["standing"], world.days.launch, world.running
    for task in campaign.tasks.filter(state="waiting"):
        give_task(task, owners=[Owner(world.commune.unit, "standing")], mandate=officer, on=on)
    for task in campaign.tasks.filter(due=None):
        words = TaskWords(task.text, world.days.reported if task.assignments.count() > 1 else campaign.ends)
        change_task(task, words=words, expected=task.version, mandate=officer, on=on)
    name = ABOVE[world.year]
    upload = ContentFile((PLANS / name).read_bytes(), name=f"ke-hoach-{name}")
    link_parent_file(campaign, upload=upload, mandate=officer, on=on)


def the_plan_is_received(world: World) -> None:
    """Those who register confirm the plan on the page; who has no account signed for it by hand."""
    officer, on = world.commune["standing"], world.days.register
    on_the_page = {head.unit_id: head for head in _hearing(world)}
    on_the_page |= {team.unit.pk: team["standing"] for team in world.above}
    silent = {head.unit_id for head in world.heads.values()} - set(on_the_page)
    for delivery in deliveries_of(world.running):
        if delivery.unit_id in on_the_page and delivery.message is not None:
            acknowledge(delivery.message, mandate=on_the_page[delivery.unit_id], on=on)
        elif delivery.unit_id not in silent:
            _signed_for(delivery, officer, world)


def _signed_for(delivery: Delivery, officer: Mandate, world: World) -> None:
    on = world.days.register
    how = f"giao trực tiếp, ký sổ ngày {vn_date(on)}"
    by = f"Văn thư {delivery.unit.short_name}" if delivery.unit else delivery.words
    note_receipt(delivery, by=by, how=how, mandate=officer, on=on)


def _hearing(world: World) -> list[Mandate]:
    """The heads of the units that take part from the start (đơn vị đăng ký đúng hạn)."""
    return [world.heads[pledge.head] for pledge in tale_of(world.year).pledges]


def the_office_is_done(world: World) -> None:
    """Before the closing report the office says what came of its own tasks (việc của cơ quan)."""
    officer, on = world.commune["standing"], world.days.conclude
    own = Assignment.objects.filter(task__campaign=world.running, unit=world.commune.unit, state="doing")
    for part in own.select_related("task__campaign__unit", "unit"):
        said = "Đã theo dõi, nhắc việc suốt đợt; hồ sơ đã thẩm định, trình đủ các cấp."
        finish_task(part, result=Result(said), mandate=officer, on=on)


def tasks_are_done(world: World) -> None:
    """The units say what came of their task; one told the officer by telephone (báo xong, ghi thay)."""
    officer, on = world.commune["standing"], world.days.reported
    heads = {head.unit_id: head for head in _hearing(world)}
    held = Assignment.objects.filter(task__campaign=world.running, role="", state="doing")
    by_telephone = True
    for part in held.select_related("task__campaign__unit", "unit").order_by("unit__path"):
        head = heads.get(part.unit_id)
        if head is None:
            continue
        said = "Đã họp, giao từng người phụ trách; việc đăng ký đang làm đúng tiến độ."
        if by_telephone:
            result = Result(said, how=f"nhận qua điện thoại, ngày {vn_date(on)}")
            finish_task(part, result=result, mandate=officer, on=on)
        else:
            finish_task(part, result=Result(said), mandate=head, on=on)
        by_telephone = False
