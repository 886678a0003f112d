"""Stages 1 and 2: the plan is read and accepted, then issued; the campaign opens (phát động)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.core.files.base import ContentFile

from thidua.campaigns.intake import (
    PlanFacts,
    accept_plan,
    apply_suggestions,
    settle,
    settle_section,
    take_plan,
)
from thidua.campaigns.launch import confirm_deadlines, open_campaign, set_deadlines
from thidua.campaigns.models import PlanIntake
from thidua.campaigns.queries.plan import SECTIONS, open_proposals
from thidua.campaigns.queries.schedule import PROPOSED
from thidua.demo.story.papers import carry_for
from thidua.demo.story.work import the_work_is_given
from thidua.demo.world import World

PLANS = Path(__file__).resolve().parents[1] / "plans"
# 2023: a draft of our own. 2026: issued already, its number, day and signer are the original's.
FACTS = {
    2023: ("draft", PlanFacts("Thi đua mừng 90 năm Đảng bộ tỉnh")),
    2026: (
        "original",
        PlanFacts(
            "Nà Lâm xanh, sạch, số",
            "52/KH-UBND",
            date(2026, 8, 31),
            "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH Nông Thị Hạnh",
        ),
    ),
}


def read_the_plan(world: World) -> None:
    """Stage 1 (đọc kế hoạch): the officer uploads the plan, takes the suggestions, accepts what was read."""
    officer, day = world.commune["standing"], world.days.intake
    way, facts = FACTS[world.year]
    name = f"ke-hoach-{world.year}.txt"
    upload = ContentFile((PLANS / f"{world.year}.txt").read_bytes(), name=name)
    intake = take_plan(upload, way=way, mandate=officer, on=day)
    _go_over(intake, world)
    world.campaign = accept_plan(intake, facts=facts, mandate=officer, on=day)


def _go_over(intake: PlanIntake, world: World) -> None:
    """Take every suggestion, section after section; what has no suggestion is left to the clerk (bỏ qua)."""
    officer, day = world.commune["standing"], world.days.intake
    apply_suggestions(intake, mandate=officer, on=day)
    for section, _, _ in SECTIONS:
        settle_section(intake, section=section, mandate=officer, on=day)
    for proposal in open_proposals(intake):
        settle(proposal, answer="skipped", mandate=officer, on=day)


def launch_the_campaign(world: World) -> None:
    """Stage 2 (phát động): deadlines set; a draft plan is signed and issued; the campaign opens."""
    officer, days, campaign = world.commune["standing"], world.days, world.running
    due = {
        "register": days.register_until,
        "report": days.reported,
        "review": days.nominate,
        "session": days.session,
        "ceremony": days.handed,
    }
    set_deadlines(campaign, days=due, mandate=officer, on=days.launch)
    if campaign.deadlines.filter(says__startswith=PROPOSED).exists():
        confirm_deadlines(campaign, kinds=list(due), mandate=officer, on=days.launch)
    plan = campaign.plan
    assert plan is not None  # accepting the plan put it on file
    if plan.state == "issued":
        open_campaign(plan, mandate=officer, on=days.launch)
    else:
        carry_for(world.commune, plan, drafter="standing", on=days.launch)
    the_work_is_given(world)
