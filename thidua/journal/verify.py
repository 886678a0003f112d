"""Check the whole chain of the journal (kiểm tra nhật ký)."""

from __future__ import annotations

from thidua.journal.models import Chain, JournalEntry
from thidua.journal.write import mark_of


def first_broken_line() -> int | None:
    """The number of the first line that was changed, removed or slipped in (dòng bị sửa); None when all
    hold.
    """
    number, mark = 0, ""
    for entry in JournalEntry.objects.order_by("number").iterator():
        if entry.number != number + 1 or entry.before != mark or mark_of(entry) != entry.mark:
            return number + 1
        number, mark = entry.number, entry.mark
    chain = Chain.objects.first()
    ends = (chain.last_number, chain.last_mark) if chain else (0, "")
    return None if ends == (number, mark) else number + 1
