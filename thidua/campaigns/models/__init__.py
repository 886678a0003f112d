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
from thidua.campaigns.models.part import (
    ModelProject,
    ProgressEntry,
    Registration,
    Reminder,
    Target,
    UnitReview,
)

__all__ = [
    "Campaign",
    "ContentArea",
    "Criterion",
    "Deadline",
    "EligibleGroup",
    "Lead",
    "ModelProject",
    "Obligation",
    "OfferedAward",
    "PlanIntake",
    "ProgressEntry",
    "Proposal",
    "Registration",
    "Reminder",
    "RoleModel",
    "Target",
    "UnitReview",
    "VisitorMark",
]
