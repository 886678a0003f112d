from django.apps import AppConfig


class PublicityConfig(AppConfig):
    name = "thidua.publicity"
    default_auto_field = "django.db.models.BigAutoField"
