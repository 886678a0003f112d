import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0008_keep_ledger_and_revocations"),
        ("org", "0004_name_the_heir"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="number",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="con số"
            ),
        ),
        migrations.CreateModel(
            name="Exclusion",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("collective", "tập thể"),
                            ("individual", "cá nhân"),
                            ("household", "hộ gia đình"),
                        ],
                        max_length=12,
                        verbose_name="đối tượng",
                    ),
                ),
                ("name", models.CharField(max_length=250, verbose_name="tên")),
                ("name_key", models.CharField(editable=False, max_length=250)),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="năm sinh"),
                ),
                ("place", models.CharField(blank=True, max_length=250, verbose_name="đơn vị, nơi ở")),
                ("reason", models.CharField(max_length=250, verbose_name="lý do chưa xét")),
                ("sender", models.CharField(max_length=200, verbose_name="nơi gửi danh sách")),
                ("paper", models.CharField(max_length=250, verbose_name="theo văn bản")),
                ("entered_on", models.DateField(verbose_name="ngày ghi")),
                ("entered_by", models.CharField(max_length=250, verbose_name="người ghi")),
                ("why", models.TextField(blank=True, verbose_name="lý do bỏ")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="nơi giữ",
                    ),
                ),
            ],
            options={
                "ordering": ["-year", "name", "id"],
                "indexes": [models.Index(fields=["unit", "year", "name_key"], name="awards_exclusion_name")],
            },
        ),
    ]
