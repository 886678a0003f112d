import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0004_name_the_heir"),
        ("records", "0006_remind_by_mail"),
    ]

    operations = [
        migrations.CreateModel(
            name="LocalTitle",
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
                ("code", models.CharField(max_length=40, unique=True, verbose_name="mã")),
                ("name", models.CharField(max_length=200, verbose_name="tên danh hiệu")),
                ("level", models.CharField(max_length=10, verbose_name="cấp quyết định")),
                ("recipients", models.JSONField(default=list, verbose_name="tặng cho")),
                ("criteria", models.JSONField(default=dict, verbose_name="tiêu chuẩn")),
                ("prizes", models.JSONField(default=dict, verbose_name="hệ số tiền thưởng")),
                (
                    "share",
                    models.DecimalField(
                        decimal_places=2, max_digits=5, null=True, verbose_name="tỷ lệ phiếu ít nhất (%)"
                    ),
                ),
                ("paper", models.CharField(max_length=250, verbose_name="theo văn bản")),
                ("starts", models.DateField(verbose_name="áp dụng từ ngày")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="đến ngày")),
                ("end_paper", models.CharField(blank=True, max_length=250, verbose_name="thôi áp dụng theo")),
                ("set_by", models.CharField(max_length=250, verbose_name="người ghi")),
                ("set_on", models.DateField(verbose_name="ngày ghi")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="local_titles",
                        to="org.unit",
                    ),
                ),
            ],
            options={
                "ordering": ["unit__path", "starts", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends__isnull", True)),
                        fields=("unit", "name"),
                        name="records_one_open_local_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends__isnull", True), ("ends__gte", models.F("starts")), _connector="OR"
                        ),
                        name="records_local_title_ends_after_start",
                    ),
                ],
            },
        ),
    ]
