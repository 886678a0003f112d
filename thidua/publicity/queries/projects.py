"""The models of a campaign as everybody sees them (mô hình, phần việc công khai)."""

from __future__ import annotations

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign, ModelProject


def public_projects(campaign: Campaign) -> QuerySet[ModelProject]:
    """The models under way or done (mô hình đang làm, đã xong), unit by unit; what is only promised is not
    shown.
    """
    found = ModelProject.objects.filter(campaign=campaign, stage__in=("building", "done"))
    return found.select_related("unit").order_by("unit__path", "id")[:200]
