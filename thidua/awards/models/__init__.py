"""The commendation half (khen thưởng): nominations, the council, what goes up, decisions, certificates,
money.
"""

from thidua.awards.models.amendment import NameCorrection, Revocation
from thidua.awards.models.ballot import Ballot, BallotRound, Slot, Turnout
from thidua.awards.models.basis import Basis
from thidua.awards.models.blank import Blank
from thidua.awards.models.ceremony import (
    Ceremony,
    CeremonyGiver,
    CeremonyGuest,
    CeremonySeat,
    CeremonyStep,
)
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
from thidua.awards.models.exclusion import Exclusion
from thidua.awards.models.fund import FundEntry, FundYear
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
from thidua.awards.models.proof import ProofReading
from thidua.awards.models.reissue import Reissue
from thidua.awards.models.report_mark import ReportMark
from thidua.awards.models.score import GivenPlace, Score, ScoreCriterion, ScoreTable
from thidua.awards.models.signed import SignedCertificate
from thidua.awards.models.stock import BlankDestruction, BlankEntry
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
    "BlankDestruction",
    "BlankEntry",
    "Case",
    "Ceremony",
    "CeremonyGiver",
    "CeremonyGuest",
    "CeremonySeat",
    "CeremonyStep",
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
    "Exclusion",
    "Finding",
    "FundEntry",
    "FundYear",
    "GivenPlace",
    "Kinship",
    "NameCorrection",
    "Nomination",
    "PastAward",
    "Opinion",
    "Payment",
    "ProofReading",
    "Recusal",
    "RefusalNotice",
    "Reissue",
    "Remembered",
    "ReportMark",
    "Revocation",
    "SignedCertificate",
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
