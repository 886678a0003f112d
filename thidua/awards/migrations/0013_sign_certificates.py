import django.db.models.deletion
from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0012_receive_submissions_by_file"),
        ("org", "0004_name_the_heir"),
    ]

    operations = [
        migrations.CreateModel(
            name="SignedCertificate",
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
                    "step",
                    models.CharField(
                        choices=[
                            ("head", "đã có chữ ký số của người ký"),
                            ("organisation", "đã có chữ ký số của cơ quan"),
                        ],
                        max_length=12,
                        verbose_name="bước",
                    ),
                ),
                ("file", models.FileField(upload_to="ky-so/giay/%Y/%m")),
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
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signed_files",
                        to="awards.certificate",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="signedcertificate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("dropped_on__isnull", True)),
                fields=("certificate", "step"),
                name="awards_one_signed_certificate_per_step",
            ),
        ),
    ]
