import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0004_keep_quotas"),
        ("org", "0004_name_the_heir"),
        ("records", "0005_keep_seal_keys"),
    ]

    operations = [
        migrations.AddField(
            model_name="target",
            name="base",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="hiện có"
            ),
        ),
        migrations.CreateModel(
            name="CampaignChange",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("extend", "gia hạn"),
                            ("suspend", "tạm dừng"),
                            ("resume", "tiếp tục"),
                            ("stop", "kết thúc trước hạn"),
                            ("reopen", "mở lại"),
                        ],
                        max_length=10,
                        verbose_name="thay đổi",
                    ),
                ),
                ("ends", models.DateField(blank=True, null=True, verbose_name="ngày kết thúc mới")),
                ("days", models.JSONField(default=dict, verbose_name="mốc mới")),
                ("reason", models.TextField(verbose_name="lý do")),
                ("before", models.JSONField(default=dict, verbose_name="trước đó")),
                ("took_effect_on", models.DateField(blank=True, null=True, verbose_name="có hiệu lực từ")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="campaign_change",
                        to="records.officialdocument",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ParentMovement",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("movement", "phong trào thi đua"),
                            ("directive", "chỉ thị"),
                            ("plan", "kế hoạch"),
                        ],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="tên")),
                ("key", models.CharField(max_length=300)),
                ("said", models.TextField(blank=True, verbose_name="lời kế hoạch")),
                ("clause", models.CharField(blank=True, max_length=60, verbose_name="mục")),
                ("added_by", models.CharField(blank=True, max_length=250, verbose_name="người thêm")),
                ("removed_why", models.CharField(blank=True, max_length=250, verbose_name="lý do bỏ")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_out_by",
                        to="campaigns.campaign",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="UnitPlan",
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
                ("aims", models.TextField(blank=True, verbose_name="mục đích, yêu cầu")),
                ("criteria", models.TextField(blank=True, verbose_name="tiêu chí riêng")),
                ("how", models.CharField(blank=True, max_length=200, verbose_name="cách nhận")),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="ngày gửi")),
                ("remark", models.TextField(blank=True, verbose_name="ý kiến trả lại")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unit_plans",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="unit_plans", to="org.unit"
                    ),
                ),
            ],
            options={
                "ordering": ["unit__path"],
            },
        ),
        migrations.CreateModel(
            name="UnitPlanLine",
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
                ("text", models.CharField(max_length=500, verbose_name="việc cụ thể")),
                ("who", models.CharField(blank=True, max_length=200, verbose_name="ai làm")),
                ("due", models.DateField(blank=True, null=True, verbose_name="xong trước ngày")),
                (
                    "content",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_lines",
                        to="campaigns.contentarea",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="campaigns.unitplan",
                    ),
                ),
            ],
            options={
                "ordering": ["content__order", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="parentmovement",
            constraint=models.UniqueConstraint(
                fields=("campaign", "key"), name="campaigns_one_movement_per_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="unitplan",
            constraint=models.UniqueConstraint(
                fields=("campaign", "unit"), name="campaigns_one_plan_per_unit"
            ),
        ),
    ]
