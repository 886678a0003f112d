"""Submissions that travel as files between two installations (trình, trả lời bằng gói hồ sơ)."""

from thidua.awards.submit.package.beside import ask_to_take_in, carry_out_taking, is_big, stop_taking
from thidua.awards.submit.package.doubts import Doubted, doubts_in
from thidua.awards.submit.package.send import answer_by_file, ask_back, send_by_file
from thidua.awards.submit.package.take import take_in_package

__all__ = [
    "Doubted",
    "answer_by_file",
    "ask_back",
    "ask_to_take_in",
    "carry_out_taking",
    "doubts_in",
    "is_big",
    "send_by_file",
    "stop_taking",
    "take_in_package",
]
