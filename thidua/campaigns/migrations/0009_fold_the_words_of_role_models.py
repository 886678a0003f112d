"""The pages of role models get their words to search by (tìm gương điển hình)."""

from django.db import migrations

from thidua.vietnamese.text import fold, squeeze


def fold_words(apps, schema_editor):
    for one in apps.get_model("campaigns", "RoleModel").objects.all():
        one.folded = fold(squeeze(f"{one.name} {one.place} {one.title} {one.story}"))
        one.save(update_fields=["folded"])


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0008_fold_role_models")]

    operations = [migrations.RunPython(fold_words, migrations.RunPython.noop)]
