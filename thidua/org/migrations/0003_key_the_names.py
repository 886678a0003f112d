"""Fill the key under which a name is found however it was typed, for records made before there was one."""

from django.db import migrations

from thidua.vietnamese.name_keys import bare_key

AT_ONCE = 1000


def key_the_names(apps, schema_editor):
    for name in ("Person", "Collective", "Household"):
        table = apps.get_model("org", name)
        rows = []
        for row in table.objects.only("pk", "name").iterator(chunk_size=AT_ONCE):
            row.name_key = bare_key(row.name)
            rows.append(row)
        table.objects.bulk_update(rows, ["name_key"], batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("org", "0002_find_people_however_written")]

    operations = [migrations.RunPython(key_the_names, migrations.RunPython.noop)]
