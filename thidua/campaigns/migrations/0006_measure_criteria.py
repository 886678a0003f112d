import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0005_deepen_launch"),
    ]

    operations = [
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=thidua.journal.rows.time_ordered_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("choice", models.CharField(blank=True, max_length=1, verbose_name="nhóm chỉ cần một")),
                (
                    "least",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="ít nhất"
                    ),
                ),
                ("counted", models.CharField(blank=True, max_length=60, verbose_name="đơn vị tính")),
                ("set_by", models.CharField(max_length=250, verbose_name="người ghi")),
                ("set_on", models.DateField(verbose_name="ngày ghi")),
                (
                    "criterion",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measure",
                        to="campaigns.criterion",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("least__isnull", True), models.Q(("counted", ""), _negated=True), _connector="OR"
                        ),
                        name="campaigns_measure_counts_something",
                    )
                ],
            },
        ),
    ]
