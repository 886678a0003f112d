"""Stage 6: who is put forward for which form, with the dossier the unit's papers (đề nghị khen thưởng)."""

from thidua.awards.nominate.basis import BasisEntry, state_basis
from thidua.awards.nominate.dossier import NO_MATTER, DossierEntry, confirm_report, file_part, save_dossier
from thidua.awards.nominate.evidence import attach_evidence, cite_evidence, drop_evidence
from thidua.awards.nominate.initiative import use_initiative
from thidua.awards.nominate.many import (
    ListWords,
    ask_to_file,
    carry_out_filing,
    drop_list,
    file_many,
    keep_list,
    leave_out,
    settle_lines,
)
from thidua.awards.nominate.other_form import propose_for
from thidua.awards.nominate.papers import (
    draft_achievement_report,
    draft_unit_minutes,
    draft_unit_papers,
    draft_unit_submission,
)
from thidua.awards.nominate.propose import Candidate, NewCandidate, enter_candidate, nominate
from thidua.awards.nominate.send import submit_nomination, take_back_nomination, withdraw_nomination
from thidua.awards.nominate.story import tell_story

__all__ = [
    "NO_MATTER",
    "BasisEntry",
    "Candidate",
    "DossierEntry",
    "ListWords",
    "NewCandidate",
    "ask_to_file",
    "attach_evidence",
    "carry_out_filing",
    "cite_evidence",
    "confirm_report",
    "draft_achievement_report",
    "draft_unit_minutes",
    "draft_unit_papers",
    "draft_unit_submission",
    "drop_evidence",
    "drop_list",
    "enter_candidate",
    "file_many",
    "file_part",
    "keep_list",
    "leave_out",
    "nominate",
    "propose_for",
    "save_dossier",
    "state_basis",
    "tell_story",
    "use_initiative",
    "settle_lines",
    "submit_nomination",
    "take_back_nomination",
    "withdraw_nomination",
]
