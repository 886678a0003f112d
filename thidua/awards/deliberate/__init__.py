"""Stage 8: the council meets, votes, and the result is computed (Hội đồng họp xét).

Two ways are secret: on paper, where tellers count and the software keeps numbers only, and on the machine
(`secret`). Nothing here ever ties a ballot to a member.
"""

from thidua.awards.deliberate.again import vote_again
from thidua.awards.deliberate.attend import mark_attendance, note_guests, send_substitute
from thidua.awards.deliberate.call_off import adjourn_session, cancel_session
from thidua.awards.deliberate.papers import draft_invitation, draft_minutes, draft_tally_sheet
from thidua.awards.deliberate.recusal import declare_kin, forget_kin, recuse, step_aside, unrecuse
from thidua.awards.deliberate.sealing import has_key
from thidua.awards.deliberate.secret import cast_ballot, count_round, open_round, void_round, vote_on_paper
from thidua.awards.deliberate.session import (
    Meeting,
    close_session,
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
    reopen_case,
)
from thidua.awards.deliberate.written import file_opinion_sheet

__all__ = [
    "adjourn_session",
    "cancel_session",
    "Counted",
    "Meeting",
    "cast_ballot",
    "cast_vote",
    "close_case",
    "close_session",
    "count_round",
    "declare_kin",
    "draft_invitation",
    "draft_minutes",
    "draft_tally_sheet",
    "file_opinion_sheet",
    "forget_kin",
    "has_key",
    "mark_attendance",
    "note_guests",
    "open_case",
    "open_round",
    "open_session",
    "plan_session",
    "record_ballots",
    "record_votes",
    "recuse",
    "reopen_case",
    "send_substitute",
    "step_aside",
    "table_nominations",
    "unrecuse",
    "untable_nomination",
    "void_round",
    "vote_on_paper",
    "write_discussion",
    "vote_again",
]
