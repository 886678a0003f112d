"""Stage 6: who is put forward for which form, with the dossier the unit's papers (đề nghị khen thưởng)."""

from thidua.awards.nominate.dossier import NO_MATTER, DossierEntry, confirm_report, file_part, save_dossier
from thidua.awards.nominate.papers import (
    draft_achievement_report,
    draft_unit_minutes,
    draft_unit_papers,
    draft_unit_submission,
)
from thidua.awards.nominate.propose import Candidate, NewCandidate, enter_candidate, nominate
from thidua.awards.nominate.send import submit_nomination, take_back_nomination, withdraw_nomination

__all__ = [
    "NO_MATTER",
    "Candidate",
    "DossierEntry",
    "NewCandidate",
    "confirm_report",
    "draft_achievement_report",
    "draft_unit_minutes",
    "draft_unit_papers",
    "draft_unit_submission",
    "enter_candidate",
    "file_part",
    "nominate",
    "save_dossier",
    "submit_nomination",
    "take_back_nomination",
    "withdraw_nomination",
]
