"""A plan remembers its lines, its paragraphs and each step of going over it, so that a step can be undone."""

import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0001_describe_campaigns")]

    operations = [
        migrations.AddField("planintake", "lines", models.JSONField(default=list, verbose_name="các dòng")),
        migrations.AddField(
            "planintake", "pages", models.PositiveIntegerField(default=1, verbose_name="số trang")
        ),
        migrations.AddField(
            "planintake", "stretches", models.JSONField(default=list, verbose_name="các đoạn")
        ),
        migrations.AddField(
            "planintake", "boundaries", models.JSONField(default=list, verbose_name="ranh giới đã sửa")
        ),
        migrations.AddField(
            "proposal", "step", models.PositiveIntegerField(default=0, verbose_name="bước sau cùng")
        ),
        migrations.CreateModel(
            name="PlanStep",
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
                ("number", models.PositiveIntegerField(verbose_name="bước")),
                ("batch", models.PositiveIntegerField(verbose_name="lần bấm")),
                ("says", models.CharField(max_length=300, verbose_name="việc đã làm")),
                ("by", models.CharField(max_length=250, verbose_name="người làm")),
                ("on", models.DateField(verbose_name="ngày")),
                ("changes", models.JSONField(default=list, verbose_name="trước đó")),
                ("before", models.JSONField(default=dict, verbose_name="bản đọc trước đó")),
                ("is_undone", models.BooleanField(default=False, verbose_name="đã hoàn tác")),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="campaigns.planintake",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("intake", "number"), name="campaigns_one_number_per_step")
                ],
            },
        ),
    ]
