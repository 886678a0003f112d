"""Stage 13: a whole campaign is handed over to the archive as one file, in the order of the work (giao nộp hồ
sơ lưu trữ).
"""

from thidua.reports.archive.order import ask_to_check, check_again, order_archive, remove_archive
from thidua.reports.archive.pack import pack_archive
from thidua.reports.archive.runs import archive_for, archives_of, is_outdated
from thidua.reports.archive.sums import faults_in

__all__ = [
    "archive_for",
    "archives_of",
    "ask_to_check",
    "check_again",
    "faults_in",
    "is_outdated",
    "order_archive",
    "pack_archive",
    "remove_archive",
]
