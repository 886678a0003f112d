"""What old papers say of a candidate (khen thưởng, kỷ luật trước đây): entered, corrected, taken in."""

from thidua.awards.remember.entries import (
    PAPER,
    DisciplineWords,
    PastAwardWords,
    correct,
    file_award_paper,
    remember,
    remove,
    take_back,
)
from thidua.awards.remember.rows import COLUMNS, MOST_ROWS, NEW, PastRow, error_sheet, read_past_awards
from thidua.awards.remember.take import KIND, keep_past_awards, past_rows_kept, take_in_past_awards

__all__ = [
    "COLUMNS",
    "KIND",
    "MOST_ROWS",
    "NEW",
    "PAPER",
    "DisciplineWords",
    "PastAwardWords",
    "PastRow",
    "correct",
    "error_sheet",
    "file_award_paper",
    "keep_past_awards",
    "past_rows_kept",
    "read_past_awards",
    "remember",
    "remove",
    "take_back",
    "take_in_past_awards",
]
