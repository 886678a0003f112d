"""Keep the numbers that stand for a report, so that copies of it are found (ghi dấu báo cáo)."""

from __future__ import annotations

from thidua.awards.models import Nomination, ReportMark
from thidua.awards.queries.similar import mark_of
from thidua.vietnamese.similar import packed


def keep_mark(nomination: Nomination) -> None:
    """Keep the mark of a report that is sent or appraised (ghi dấu báo cáo); the one before is replaced.

    Căn cứ: không (quy ước nội bộ).
    """
    ReportMark.objects.update_or_create(
        nomination=nomination, defaults={"numbers": packed(mark_of(nomination))}
    )
