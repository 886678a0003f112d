"""The commendation half (khen thưởng): nominations, the council, what goes up, decisions, certificates,
money.
"""

from thidua.awards.models.blank import Blank
from thidua.awards.models.council import (
    Attendance,
    BallotCount,
    Case,
    Council,
    CouncilMember,
    CouncilSession,
    Recusal,
    Vote,
)
from thidua.awards.models.decision import (
    Certificate,
    Decision,
    DecisionItem,
    Payment,
    RefusalNotice,
    Submission,
    SubmissionItem,
)
from thidua.awards.models.nomination import (
    Appraisal,
    Claim,
    Confirmation,
    DossierItem,
    Finding,
    Nomination,
)

__all__ = [
    "Appraisal",
    "Attendance",
    "BallotCount",
    "Blank",
    "Case",
    "Certificate",
    "Claim",
    "Confirmation",
    "Council",
    "CouncilMember",
    "CouncilSession",
    "Decision",
    "DecisionItem",
    "DossierItem",
    "Finding",
    "Nomination",
    "Payment",
    "Recusal",
    "RefusalNotice",
    "Submission",
    "SubmissionItem",
    "Vote",
]
