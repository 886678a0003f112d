"""Several installations in one test (nhiều bản cài đặt): each has its own rows, files and keys.

One at a time is in the database; going to another puts the rows of the first aside. Nothing but the bytes of
a package crosses from one to the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.db import connection, transaction
from pytest_django import Settings

APPS = ("journal", "org", "records", "campaigns", "awards", "publicity")


class Installations:
    """The installations of a test by name; the first one is where it begins."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.settings, self.folder = settings, folder
        self.rows: dict[str, list[object]] = {}
        self.here = ""

    @contextmanager
    def at(self, name: str) -> Iterator[None]:
        """Work in one installation for a while."""
        before = self.here
        self.go(name)
        yield
        if before:
            self.go(before)

    def go(self, name: str) -> None:
        """Put what is in the database aside under its name, and bring in the rows of the other."""
        if name == self.here:
            return
        if self.here:
            self.rows[self.here] = serializers.serialize("python", self._all())
        with transaction.atomic():
            self._clear()
            for one in serializers.deserialize("python", self.rows.get(name, [])):
                one.save()
        self.here = name
        self.settings.MEDIA_ROOT = self.folder / name / "files"
        self.settings.KEYS = self.folder / name / "keys"

    def _all(self) -> Iterator[object]:
        for app in APPS:
            for model in apps.get_app_config(app).get_models():
                yield from model._default_manager.order_by("pk").iterator()

    def _clear(self) -> None:
        """Foreign keys are checked at the end of a transaction: the order of the tables does not matter."""
        with connection.cursor() as cursor:
            for app in APPS:
                for model in apps.get_app_config(app).get_models(include_auto_created=True):
                    cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
