"""Submissions that travel as files between two installations (trình, trả lời bằng gói hồ sơ)."""

from thidua.awards.submit.package.doubts import Doubted, doubts_in
from thidua.awards.submit.package.send import answer_by_file, ask_back, send_by_file
from thidua.awards.submit.package.take import take_in_package

__all__ = ["Doubted", "answer_by_file", "ask_back", "doubts_in", "send_by_file", "take_in_package"]
