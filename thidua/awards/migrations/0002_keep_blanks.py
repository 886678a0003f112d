import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0001_describe_awards"),
        ("org", "0001_found_the_office"),
        ("records", "0001_open_the_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="Blank",
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
                ("state", models.CharField(max_length=24, verbose_name="trạng thái")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="lần sửa")),
                ("code", models.CharField(max_length=12, unique=True, verbose_name="mã")),
                ("name", models.CharField(max_length=120, verbose_name="tên phôi")),
                ("form", models.CharField(max_length=40, verbose_name="hình thức")),
                (
                    "width",
                    models.DecimalField(decimal_places=1, max_digits=5, verbose_name="chiều rộng (mm)"),
                ),
                (
                    "height",
                    models.DecimalField(decimal_places=1, max_digits=5, verbose_name="chiều cao (mm)"),
                ),
                ("starts", models.DateField(verbose_name="dùng từ ngày")),
                ("ends", models.DateField(null=True, verbose_name="dùng đến ngày")),
                ("spots", models.JSONField(verbose_name="vị trí các ô")),
                (
                    "shift_x",
                    models.DecimalField(
                        decimal_places=1, default=0, max_digits=4, verbose_name="dịch sang phải (mm)"
                    ),
                ),
                (
                    "shift_y",
                    models.DecimalField(
                        decimal_places=1, default=0, max_digits=4, verbose_name="dịch xuống (mm)"
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.attachment",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="blanks", to="org.unit"
                    ),
                ),
            ],
            options={
                "ordering": ["-starts", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends__isnull", True), ("ends__gte", models.F("starts")), _connector="OR"
                        ),
                        name="awards_blank_ends_after_start",
                    )
                ],
            },
        ),
    ]
