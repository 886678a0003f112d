"""Filed papers as values and files: printing them, and taking over what was edited in Word (văn bản trong
hồ sơ).
"""

from thidua.records.documents.checked import findings_of, findings_of_file
from thidua.records.documents.edited import why_locked, with_changes
from thidua.records.documents.printing import (
    OWN_DAY,
    OWN_NUMBER,
    file_of_paper,
    grounds_of,
    paper_of,
    print_docx,
    print_pdf,
    shown_first,
    symbol_of,
)

__all__ = [
    "OWN_DAY",
    "OWN_NUMBER",
    "file_of_paper",
    "findings_of",
    "findings_of_file",
    "grounds_of",
    "paper_of",
    "print_docx",
    "print_pdf",
    "shown_first",
    "symbol_of",
    "why_locked",
    "with_changes",
]
