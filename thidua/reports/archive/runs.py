"""Doors to the files handed over to the archive (tra cứu hồ sơ lưu trữ đã lập)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign
from thidua.org.models import Mandate
from thidua.records.models import Run
from thidua.reports.archive.pieces import Piece, mark_of

KIND = "archive"
OVER = ("done", "failed")


def archives_of(campaign: Campaign) -> QuerySet[Run]:
    """The files made of a campaign, the newest first (các lần lập hồ sơ)."""
    return Run.objects.filter(unit_id=campaign.unit_id, kind=KIND, data__campaign=campaign.code).order_by(
        "-id"
    )


def archive_for(mandate: Mandate, pk: UUID) -> Run:
    """One file of the own office, for its standing officer, or `Run.DoesNotExist`."""
    if not mandate.holds("standing"):
        raise Run.DoesNotExist
    return Run.objects.get(pk=pk, unit_id=mandate.unit_id, kind=KIND)


def is_outdated(run: Run, pieces: Sequence[Piece]) -> bool:
    """True when papers or files came since it was made (đã có giấy tờ mới hơn)."""
    return run.state == "done" and run.data.get("mark") != mark_of(pieces)
