"""Readings kept as a list inside a bulletin become rows; news get the words to search by (lần phát, tìm tin)."""

from django.db import migrations

from thidua.vietnamese.text import fold


def log_as_rows(apps, schema_editor):
    broadcasts, slots = apps.get_model("publicity", "Broadcast"), apps.get_model("publicity", "AirTime")
    for broadcast in broadcasts.objects.exclude(aired=[]):
        slots.objects.bulk_create(
            slots(
                state="aired",
                broadcast=broadcast,
                unit_id=broadcast.unit_id,
                where=one["cluster"],
                day=one["day"],
                hour=one["hour"],
                minutes=broadcast.minutes,
            )
            for one in broadcast.aired
        )
    for news in apps.get_model("publicity", "Announcement").objects.all():
        news.folded = fold(f"{news.title} {news.lead} {news.body}")
        news.save(update_fields=["folded"])


class Migration(migrations.Migration):
    dependencies = [("publicity", "0002_open_the_loudspeaker_desk")]

    operations = [migrations.RunPython(log_as_rows, migrations.RunPython.noop)]
