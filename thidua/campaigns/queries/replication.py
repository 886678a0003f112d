"""Which units did as others (tra cứu nhân rộng), and the figures of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from thidua.campaigns.models import Campaign, ModelProject, Replication, RoleModel
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.campaigns.queries.example import public_role_models
from thidua.campaigns.queries.model_project import projects_visible_to
from thidua.org.models import Mandate
from thidua.org.queries import left_to


def _seen() -> QuerySet[Replication]:
    return Replication.objects.select_related("unit", "campaign__unit", "project__unit", "role_model")


def replications_in(mandate: Mandate, campaign: Campaign) -> QuerySet[Replication]:
    """What was taken over during a campaign (nhân rộng trong đợt), the latest first: all in the launching
    office, else by the own unit or from it.
    """
    found = _seen().filter(campaign=campaign)
    if mandate.unit_id == campaign.unit_id:
        return found
    return found.filter(Q(unit=mandate.unit) | Q(project__unit=mandate.unit))


def replication_for(mandate: Mandate, code: str) -> Replication:
    """One case of doing likewise, for its unit and the launching office, else
    `Replication.DoesNotExist`.
    """
    ours = Q(campaign__unit=mandate.unit) | Q(unit=mandate.unit)
    return _seen().get(ours, code=code, campaign__in=campaigns_visible_to(mandate).order_by())


def replications_of(source: ModelProject | RoleModel) -> QuerySet[Replication]:
    """Who does as this one (nơi làm theo), earliest first; those who gave up left out."""
    found = source.replications.exclude(state="dropped").select_related("unit", "campaign")
    return found.order_by("since", "id")


def models_to_follow(mandate: Mandate, campaign: Campaign) -> QuerySet[ModelProject]:
    """The models another unit may take over (mô hình có thể làm theo): under way or done, of this office's
    campaigns.
    """
    found = projects_visible_to(mandate).filter(left_to(campaign.unit, field="campaign__unit"))
    return found.filter(stage__in=("building", "done")).order_by("-campaign__starts", "unit__path", "id")


def ways_to_follow(campaign: Campaign) -> QuerySet[RoleModel]:
    """The role models whose way may be taken over (cách làm của gương điển hình): those everybody sees."""
    return public_role_models(campaign.unit)


@dataclass(frozen=True)
class Replicated:
    """The figures of a campaign (số liệu nhân rộng): how often something was taken over, how often something
    came of it, by how many units, of how many models and ways.
    """

    all: int
    with_outcome: int
    units: int
    sources: int


def replicated_in(campaign: Campaign) -> Replicated:
    """How far models and ways spread during a campaign (số liệu nhân rộng của đợt); those who gave up do not
    count. One query.
    """
    rows = list(
        campaign.replications.exclude(state="dropped")
        .order_by()
        .values_list("state", "unit", "project", "role_model")
    )
    return Replicated(
        all=len(rows),
        with_outcome=sum(row[0] == "done" for row in rows),
        units=len({row[1] for row in rows}),
        sources=len({row[2:] for row in rows}),
    )
