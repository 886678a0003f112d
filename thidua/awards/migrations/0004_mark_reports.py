import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0003_tell_who_is_not_commended"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportMark",
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
                ("numbers", models.BinaryField(verbose_name="dấu")),
                (
                    "nomination",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mark",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
