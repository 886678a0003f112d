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
from thidua.campaigns.models.initiative import Initiative, InitiativeAuthor, InitiativeUse
from thidua.campaigns.models.measure import Measure
from thidua.campaigns.models.model_project import (
    ModelFigure,
    ModelPicture,
    ModelProject,
    ModelStep,
    PicturePerson,
)
from thidua.campaigns.models.part import (
    ProgressEntry,
    Registration,
    Reminder,
    Target,
    UnitReview,
)
from thidua.campaigns.models.quota import Quota
from thidua.campaigns.models.replication import Replication
from thidua.campaigns.models.rule import CampaignRule
from thidua.campaigns.models.steer import CampaignChange, ParentMovement
from thidua.campaigns.models.step import PlanStep
from thidua.campaigns.models.unit_plan import UnitPlan, UnitPlanLine
from thidua.campaigns.models.visit import Inspection, Requirement
from thidua.campaigns.models.witness import Witness
from thidua.campaigns.models.work import Assignment, Delivery, Expectation, ParentPlan, Task

__all__ = [
    "Assignment",
    "Campaign",
    "CampaignChange",
    "CampaignRule",
    "ContentArea",
    "Criterion",
    "Deadline",
    "Delivery",
    "EligibleGroup",
    "Expectation",
    "Initiative",
    "InitiativeAuthor",
    "InitiativeUse",
    "Inspection",
    "Lead",
    "Measure",
    "ModelFigure",
    "ModelPicture",
    "ModelProject",
    "ModelStep",
    "Obligation",
    "OfferedAward",
    "ParentMovement",
    "ParentPlan",
    "PicturePerson",
    "PlanIntake",
    "PlanStep",
    "ProgressEntry",
    "Proposal",
    "Quota",
    "Registration",
    "Reminder",
    "Replication",
    "Requirement",
    "RoleModel",
    "Target",
    "Task",
    "UnitPlan",
    "UnitPlanLine",
    "UnitReview",
    "VisitorMark",
    "Witness",
]
