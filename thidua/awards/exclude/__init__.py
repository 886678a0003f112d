"""Who is not considered in a year (danh sách chưa xét khen thưởng): entered singly, taken in from a sheet."""

from thidua.awards.exclude.entries import ExclusionWords, ListPaper, exclude, lift_exclusion, put_back
from thidua.awards.exclude.rows import COLUMNS, MOST_ROWS, ExclusionRow, error_sheet, read_exclusions
from thidua.awards.exclude.take import KIND, exclusion_rows_kept, keep_exclusions, take_in_exclusions

__all__ = [
    "COLUMNS",
    "KIND",
    "MOST_ROWS",
    "ExclusionRow",
    "ExclusionWords",
    "ListPaper",
    "error_sheet",
    "exclude",
    "exclusion_rows_kept",
    "keep_exclusions",
    "lift_exclusion",
    "put_back",
    "read_exclusions",
    "take_in_exclusions",
]
