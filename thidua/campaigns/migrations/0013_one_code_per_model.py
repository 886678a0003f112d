from django.db import migrations, models

import thidua.journal.rows


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0012_give_models_codes")]

    operations = [
        migrations.AlterField(
            model_name="modelproject",
            name="code",
            field=models.CharField(
                default=thidua.journal.rows.short_code, max_length=12, unique=True, verbose_name="mã"
            ),
        ),
    ]
