"""The doors of the file for the archive and of the papers of the day (hồ sơ lưu trữ, trình ký hôm nay)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.factories.commune import Commune
from tests.factories.papers import DAY
from tests.web.door import Door, Of, posts
from thidua.records.models import Run
from thidua.reports.archive import order_archive, pack_archive


def handed_over(whole: Commune, of: SimpleNamespace) -> None:
    """A campaign put together for the archive."""
    of.archive = order_archive(
        of.running, file_code="HS.01", kept_at="tủ hồ sơ", mandate=whole.commune.standing, on=DAY
    )
    pack_archive(of.archive.pk)
    of.archive = Run.objects.get(pk=of.archive.pk)


def _archive(of: Of) -> tuple[Any, ...]:
    return (of.archive.pk,)


ARCHIVE = (
    Door("campaign-archive", lambda of: (of.running.code,), "standing",
         lambda of: {"file_code": "HS.02", "kept_at": "tủ hồ sơ"}),
    Door("archive-file", _archive),
    posts("archive-check", _archive, "standing"),
    posts("archive-remove", _archive, "standing"),
    Door("signing-day", may="clerk",
         data=lambda of: {"dong": of.paper["signed"].code, f"so-{of.paper['signed'].code}-number": "91",
                          f"so-{of.paper['signed'].code}-day": "05/6/2023",
                          f"so-{of.paper['signed'].code}-chosen": "on"}),
    Door("signing-day-pdf"),
)  # fmt: skip
