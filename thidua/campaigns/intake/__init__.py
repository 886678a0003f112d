"""Stage 1, intake: a plan document in, a draft campaign out; every field tied to its clause (đọc kế
hoạch).
"""

from thidua.campaigns.intake.accept import PlanFacts, accept_plan, reopen_plan
from thidua.campaigns.intake.reread import Reread, correct_boundary
from thidua.campaigns.intake.scan import begin_scan, discard_scan, go_on_with_scan, read_next_page, take_scan
from thidua.campaigns.intake.settle import add_item, apply_suggestions, is_day, settle, settle_section
from thidua.campaigns.intake.steps import undo, undo_one
from thidua.campaigns.intake.take import begin_plan, discard_plan, take_plan

__all__ = [
    "PlanFacts",
    "Reread",
    "accept_plan",
    "add_item",
    "apply_suggestions",
    "begin_plan",
    "begin_scan",
    "correct_boundary",
    "discard_plan",
    "discard_scan",
    "go_on_with_scan",
    "is_day",
    "read_next_page",
    "reopen_plan",
    "settle",
    "settle_section",
    "take_plan",
    "take_scan",
    "undo",
    "undo_one",
]
