"""Who does as a role model (nơi làm theo gương điển hình), on the page of the role model."""

from __future__ import annotations

from django import template
from django.db.models import QuerySet

from thidua.campaigns.models import Replication, RoleModel
from thidua.campaigns.queries.replication import replications_of

register = template.Library()


@register.simple_tag
def copies_of(role_model: RoleModel) -> QuerySet[Replication]:
    """The units that do as this role model, earliest first."""
    return replications_of(role_model)
