"""Models registered before get a code for their address (mã của mô hình)."""

from django.db import migrations

from thidua.journal.rows import short_code


def give_codes(apps, schema_editor):
    for one in apps.get_model("campaigns", "ModelProject").objects.filter(code=""):
        one.code = short_code()
        one.save(update_fields=["code"])


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0011_build_models")]

    operations = [migrations.RunPython(give_codes, migrations.RunPython.noop)]
