"""Stage 9: to the own chair or one level up, and the answer back down (trình, trả lời)."""

from thidua.awards.submit.answer import Answer, answer_down, refuse, resend, return_to_lower
from thidua.awards.submit.package import (
    answer_by_file,
    ask_back,
    ask_to_take_in,
    carry_out_taking,
    doubts_in,
    is_big,
    send_by_file,
    stop_taking,
    take_in_package,
)
from thidua.awards.submit.upward import draft_submission, drop_submission, issue_submission

__all__ = [
    "Answer",
    "answer_by_file",
    "answer_down",
    "ask_back",
    "ask_to_take_in",
    "carry_out_taking",
    "doubts_in",
    "draft_submission",
    "drop_submission",
    "is_big",
    "issue_submission",
    "refuse",
    "resend",
    "return_to_lower",
    "send_by_file",
    "stop_taking",
    "take_in_package",
]
