"""The emulation half (thi đua): the campaign and its plan, taking part, and what is worth spreading."""

from thidua.campaigns.models.campaign import (
    Campaign,
    ContentArea,
    Criterion,
    Deadline,
    EligibleGroup,
    Obligation,
    OfferedAward,
    PlanIntake,
    Proposal,
)
from thidua.campaigns.models.example import Lead, RoleModel, VisitorMark
from thidua.campaigns.models.measure import Measure
from thidua.campaigns.models.part import (
    ModelProject,
    ProgressEntry,
    Registration,
    Reminder,
    Target,
    UnitReview,
)
from thidua.campaigns.models.quota import Quota
from thidua.campaigns.models.steer import CampaignChange, ParentMovement
from thidua.campaigns.models.step import PlanStep
from thidua.campaigns.models.unit_plan import UnitPlan, UnitPlanLine
from thidua.campaigns.models.visit import Inspection, Requirement
from thidua.campaigns.models.work import Assignment, Delivery, Expectation, ParentPlan, Task

__all__ = [
    "Assignment",
    "Campaign",
    "CampaignChange",
    "ContentArea",
    "Criterion",
    "Deadline",
    "Delivery",
    "EligibleGroup",
    "Expectation",
    "Inspection",
    "Lead",
    "Measure",
    "ModelProject",
    "Obligation",
    "OfferedAward",
    "ParentMovement",
    "ParentPlan",
    "PlanIntake",
    "PlanStep",
    "ProgressEntry",
    "Proposal",
    "Quota",
    "Registration",
    "Reminder",
    "Requirement",
    "RoleModel",
    "Target",
    "Task",
    "UnitPlan",
    "UnitPlanLine",
    "UnitReview",
    "VisitorMark",
]
