import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0004_name_the_heir"),
        ("records", "0009_sign_digitally"),
    ]

    operations = [
        migrations.AlterField(
            model_name="numberbook",
            name="series",
            field=models.CharField(
                choices=[("office", "của cơ quan"), ("council", "của Hội đồng"), ("copy", "đăng ký bản sao")],
                max_length=20,
                verbose_name="loại sổ",
            ),
        ),
        migrations.CreateModel(
            name="SeparateAppendix",
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
                ("title", models.CharField(max_length=200, verbose_name="tên phụ lục")),
                ("file", models.FileField(upload_to="ky-so/phu-luc/%Y/%m")),
                ("sha256", models.CharField(max_length=64)),
                ("holder", models.CharField(max_length=250, verbose_name="chủ chứng thư")),
                ("issuer", models.CharField(blank=True, max_length=250, verbose_name="nơi cấp chứng thư")),
                ("serial", models.CharField(blank=True, max_length=64, verbose_name="số hiệu chứng thư")),
                ("signed_at", models.DateTimeField(verbose_name="thời điểm ký")),
                (
                    "reason",
                    models.CharField(blank=True, max_length=250, verbose_name="lý do tên chứng thư khác"),
                ),
                ("made_on", models.DateField(verbose_name="ngày ghi")),
                ("made_by", models.CharField(max_length=250, verbose_name="người ghi")),
                ("dropped_on", models.DateField(null=True, verbose_name="ngày bỏ")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signed_appendices",
                        to="records.officialdocument",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PaperCopy",
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
                ("code", models.CharField(max_length=12, unique=True, verbose_name="mã")),
                (
                    "form",
                    models.CharField(
                        choices=[("sao_y", "SAO Y"), ("sao_luc", "SAO LỤC"), ("trich_sao", "TRÍCH SAO")],
                        max_length=10,
                        verbose_name="hình thức sao",
                    ),
                ),
                (
                    "medium",
                    models.CharField(
                        choices=[("paper", "bản giấy"), ("electronic", "bản điện tử")],
                        max_length=10,
                        verbose_name="định dạng",
                    ),
                ),
                (
                    "of_copy",
                    models.CharField(blank=True, max_length=200, verbose_name="bản sao y làm căn cứ"),
                ),
                ("excerpt", models.JSONField(default=list, verbose_name="phần được trích")),
                ("number", models.PositiveIntegerField(null=True, verbose_name="số")),
                ("number_text", models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu")),
                ("day", models.DateField(verbose_name="ngày sao")),
                ("signer_words", models.CharField(blank=True, max_length=200, verbose_name="người ký")),
                ("recipients", models.JSONField(default=list, verbose_name="nơi nhận")),
                ("file", models.FileField(upload_to="ban-sao/%Y/%m")),
                ("sha256", models.CharField(max_length=64)),
                ("holder", models.CharField(blank=True, max_length=250, verbose_name="chủ chứng thư")),
                ("issuer", models.CharField(blank=True, max_length=250, verbose_name="nơi cấp chứng thư")),
                ("serial", models.CharField(blank=True, max_length=64, verbose_name="số hiệu chứng thư")),
                ("signed_at", models.DateTimeField(null=True, verbose_name="thời điểm ký")),
                ("made_on", models.DateField(verbose_name="ngày ghi")),
                ("made_by", models.CharField(max_length=250, verbose_name="người ghi")),
                ("cancelled_on", models.DateField(null=True, verbose_name="ngày hủy")),
                ("cancelled_why", models.CharField(blank=True, max_length=250, verbose_name="lý do hủy")),
                (
                    "book",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="records.numberbook",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="records.officialdocument",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.mandate",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.unit"
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-id"],
                "indexes": [models.Index(fields=["unit", "-day"], name="records_copies_of_unit")],
                "constraints": [
                    models.UniqueConstraint(fields=("book", "number"), name="records_one_number_per_copy"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("medium", "paper"),
                                ("number__isnull", False),
                                ("signed_at", None),
                                ("signer__isnull", False),
                            ),
                            models.Q(
                                ("medium", "electronic"),
                                ("number", None),
                                ("signed_at__isnull", False),
                                ("signer", None),
                            ),
                            _connector="OR",
                        ),
                        name="records_copy_is_signed_one_way",
                    ),
                ],
            },
        ),
    ]
