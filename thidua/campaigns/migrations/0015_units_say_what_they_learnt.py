from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0014_let_a_campaign_set_its_own_rules")]

    operations = [
        migrations.AddField(
            model_name="unitreview",
            name="lessons",
            field=models.TextField(blank=True, default="", verbose_name="bài học, kiến nghị"),
            preserve_default=False,
        )
    ]
