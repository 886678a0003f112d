from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "thidua.org"
    default_auto_field = "django.db.models.BigAutoField"
