"""Doors to what units were told of the results (tra cứu thông báo kết quả): what, when, whether they know."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, QuerySet

from thidua.awards.models import Ceremony
from thidua.campaigns.models import Campaign
from thidua.org.models import Mandate
from thidua.records.models import Message

PURPOSES = ("result_notice", "refusal_notice", "ceremony_invitation")


def notices_of(mandate: Mandate, campaign: Campaign) -> QuerySet[Message]:
    """What the own office told units of the results and of the ceremony (đã báo các đơn vị), who does not
    know yet first.
    """
    about = [campaign.pk, *Ceremony.objects.filter(campaign=campaign).values_list("pk", flat=True)]
    found = Message.objects.filter(unit_id=mandate.unit_id, purpose__in=PURPOSES, about_id__in=about)
    related = found.select_related("to_unit", "unit", "document")
    return related.order_by(F("read_on").asc(nulls_first=True), "to_unit__path", "id")


def notice_in(mandate: Mandate, campaign: Campaign, pk: UUID) -> Message:
    """One of them, or `Message.DoesNotExist`."""
    return notices_of(mandate, campaign).get(pk=pk)
