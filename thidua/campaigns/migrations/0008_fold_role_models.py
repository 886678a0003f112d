from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0007_visit_units"),
    ]

    operations = [
        migrations.AddField(
            model_name="rolemodel",
            name="folded",
            field=models.TextField(blank=True, default="", editable=False),
            preserve_default=False,
        ),
    ]
