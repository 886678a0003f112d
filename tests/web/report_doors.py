"""The doors of reports and statistics (báo cáo, số liệu, biểu thống kê)."""

from __future__ import annotations

from tests.web.door import Door

REPORTS = (
    Door("reports"),
    Door("campaign-report", lambda of: (of.judging.code,)),
    Door("figures-sheet", lambda of: (of.running.code,)),
    Door("figure", lambda of: (of.judging.code, "nominations")),
    Door("statistics"),
    Door("statistics-sheet"),
    Door("journal"),
)
