"""Stage 1, intake: a plan document in, a draft campaign out; every field tied to its clause (đọc kế
hoạch).
"""

from thidua.campaigns.intake.accept import PlanFacts, accept_plan, reopen_plan
from thidua.campaigns.intake.settle import add_item, apply_suggestions, is_day, settle, settle_section
from thidua.campaigns.intake.take import begin_plan, discard_plan, take_plan

__all__ = [
    "PlanFacts",
    "accept_plan",
    "add_item",
    "apply_suggestions",
    "begin_plan",
    "discard_plan",
    "is_day",
    "reopen_plan",
    "settle",
    "settle_section",
    "take_plan",
]
