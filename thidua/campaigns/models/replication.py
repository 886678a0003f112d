"""Who does likewise: a model or the way of a role model taken over by another unit (nhân rộng)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.campaigns import states
from thidua.campaigns.models.campaign import Campaign
from thidua.campaigns.models.example import RoleModel
from thidua.campaigns.models.model_project import ModelProject
from thidua.journal.rows import Stateful, short_code
from thidua.org.models import Unit


class Replication(Stateful):
    """A unit does as another one did (nhân rộng): which model or whose way, since when, what came of it.

    `campaign` is the one during which it is done and in which it counts; the model may be of an earlier one.
    """

    table = states.REPLICATION

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="replications")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="replications")
    code = models.CharField("mã", max_length=12, unique=True, default=short_code)
    project = models.ForeignKey(
        ModelProject, on_delete=models.PROTECT, null=True, blank=True, related_name="replications"
    )
    role_model = models.ForeignKey(
        RoleModel, on_delete=models.PROTECT, null=True, blank=True, related_name="replications"
    )
    what = models.CharField("làm theo việc gì", max_length=250, blank=True)
    since = models.DateField("làm theo từ ngày")
    outcome = models.TextField("kết quả", blank=True)
    value = models.DecimalField("kết quả bằng số", max_digits=14, decimal_places=2, null=True, blank=True)
    measure = models.CharField("đơn vị tính", max_length=40, blank=True)
    told_on = models.DateField("ngày ghi kết quả", null=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    remark = models.CharField("lý do thôi", max_length=250, blank=True)

    class Meta:
        ordering = ["-since", "-id"]
        indexes = [models.Index(fields=["campaign", "unit"], name="campaigns_replication_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(project__isnull=True) ^ Q(role_model__isnull=True),
                name="campaigns_replication_of_one",
            ),
            models.UniqueConstraint(
                fields=["campaign", "unit", "project"],
                condition=Q(project__isnull=False),
                name="campaigns_replicate_model_once",
            ),
            models.UniqueConstraint(
                fields=["campaign", "unit", "role_model"],
                condition=Q(role_model__isnull=False),
                name="campaigns_replicate_way_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} làm theo “{self.source_title}”"

    @property
    def source_title(self) -> str:
        """What is done likewise (tên mô hình, cách làm được nhân rộng)."""
        source = self.project or self.role_model
        assert source is not None  # the database keeps exactly one
        return source.title
