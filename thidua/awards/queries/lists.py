"""Doors to lists of nominees that wait for a person's yes (danh sách đề nghị đang chờ xem)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign
from thidua.org.models import Mandate
from thidua.records.models import Run

KIND = "nominations"


def list_for(mandate: Mandate, pk: UUID) -> Run:
    """One list that the own unit has handed in, or `Run.DoesNotExist` (danh sách đã nhập)."""
    return Run.objects.get(pk=pk, unit=mandate.unit, kind=KIND)


def lists_waiting(mandate: Mandate, campaign: Campaign) -> QuerySet[Run]:
    """The lists of the own unit for a campaign not taken in yet, newest first (danh sách còn chờ)."""
    found = Run.objects.filter(unit=mandate.unit, kind=KIND, data__campaign=str(campaign.pk))
    return found.exclude(state="done").order_by("-id")


def sender_of(run: Run) -> Mandate:
    """The mandate in which a list was handed in (người nhập danh sách)."""
    return Mandate.objects.select_related("office", "person", "unit").get(pk=run.data["mandate"])
