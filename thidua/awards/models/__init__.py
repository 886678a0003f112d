"""The commendation half (khen thưởng): nominations, the council, what goes up, decisions, certificates,
money.
"""

from thidua.awards.models.ballot import Ballot, BallotRound, Slot, Turnout
from thidua.awards.models.basis import Basis
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
from thidua.awards.models.fund import FundYear
from thidua.awards.models.history import Discipline, PastAward, Remembered
from thidua.awards.models.kinship import Kinship
from thidua.awards.models.nomination import (
    Appraisal,
    Claim,
    Confirmation,
    DossierItem,
    Finding,
    Nomination,
)
from thidua.awards.models.opinion import Adviser, Consultation, Opinion
from thidua.awards.models.report_mark import ReportMark
from thidua.awards.models.score import GivenPlace, Score, ScoreCriterion, ScoreTable
from thidua.awards.models.supplement import Evidence, Supplement, SupplementPoint

__all__ = [
    "Adviser",
    "Appraisal",
    "Attendance",
    "Ballot",
    "BallotCount",
    "BallotRound",
    "Basis",
    "Blank",
    "Case",
    "Certificate",
    "Claim",
    "Confirmation",
    "Consultation",
    "Council",
    "CouncilMember",
    "CouncilSession",
    "Decision",
    "DecisionItem",
    "Discipline",
    "DossierItem",
    "Evidence",
    "Finding",
    "FundYear",
    "GivenPlace",
    "Kinship",
    "Nomination",
    "PastAward",
    "Opinion",
    "Payment",
    "Recusal",
    "RefusalNotice",
    "Remembered",
    "ReportMark",
    "Slot",
    "Score",
    "ScoreCriterion",
    "ScoreTable",
    "Submission",
    "SubmissionItem",
    "Supplement",
    "SupplementPoint",
    "Turnout",
    "Vote",
]
