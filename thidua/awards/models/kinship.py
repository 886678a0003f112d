"""Who is close to a member of the council (quan hệ gia đình): declared, for no family register is held."""

from __future__ import annotations

from django.db import models

from thidua.journal.rows import Row
from thidua.org.models import Person, Unit
from thidua.vietnamese.text import fold, squeeze


class Kinship(Row):
    """One person or household close to a member (người thân của thành viên): known by name only."""

    RELATIONS = [("household", "cùng hộ"), ("kin", "người thân thích")]

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="kinships")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="kinships", verbose_name="thành viên"
    )
    name = models.CharField("họ và tên người thân", max_length=250)
    folded = models.CharField(max_length=250, editable=False)
    relation = models.CharField("quan hệ", max_length=10, choices=RELATIONS)
    declared_by = models.CharField("người khai", max_length=250)
    declared_on = models.DateField("ngày khai")

    class Meta:
        ordering = ["person__sort_key", "folded", "id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "person", "folded"], name="awards_one_kinship_per_name")
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        self.name = squeeze(self.name)
        self.folded = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
