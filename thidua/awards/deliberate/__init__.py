"""Stage 8: the council meets, votes, and the result is computed (Hội đồng họp xét).

The secret way is paper: tellers count ballots and the software keeps numbers only. Nothing here ever ties a
ballot to a member.
"""

from thidua.awards.deliberate.papers import draft_invitation, draft_minutes, draft_tally_sheet
from thidua.awards.deliberate.session import (
    Meeting,
    close_session,
    mark_attendance,
    open_session,
    plan_session,
    table_nominations,
    untable_nomination,
    write_discussion,
)
from thidua.awards.deliberate.vote import (
    Counted,
    cast_vote,
    close_case,
    open_case,
    record_ballots,
    record_votes,
    recuse,
    reopen_case,
    unrecuse,
)

__all__ = [
    "Counted",
    "Meeting",
    "cast_vote",
    "close_case",
    "close_session",
    "draft_invitation",
    "draft_minutes",
    "draft_tally_sheet",
    "mark_attendance",
    "open_case",
    "open_session",
    "plan_session",
    "record_ballots",
    "record_votes",
    "recuse",
    "reopen_case",
    "table_nominations",
    "unrecuse",
    "untable_nomination",
    "write_discussion",
]
