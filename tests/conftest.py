"""What every test stands on: files in a folder of its own, quick passwords, no manifest of static files."""

from pathlib import Path

import pytest
from django.conf import settings as installation
from hypothesis import settings as generated
from pytest_django import Settings

from tests.factories.commune import Commune, make_campaign, make_commune
from thidua.campaigns.models import Campaign

generated.register_profile("default", deadline=None)
generated.register_profile("soak", deadline=None, max_examples=2000)
generated.load_profile("default")


@pytest.fixture(scope="session", autouse=True)
def keys_of_ballots(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The keys of secret ballots lie in a folder of this run."""
    installation.RUNTIME = tmp_path_factory.mktemp("runtime")


@pytest.fixture(autouse=True)
def office_of_the_test(settings: Settings, tmp_path: Path) -> None:
    """No test leaves a file behind, waits for a slow password, or depends on collected static files."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.KEYS = tmp_path / "keys"
    settings.WHITENOISE_AUTOREFRESH = True  # else every new browser walks through all static files
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def whole(db: None) -> Commune:
    """The invented commune of 2023 with its villages, bodies and the levels above."""
    return make_commune(2023)


@pytest.fixture
def campaign(whole: Commune) -> Campaign:
    """An open campaign of that commune; a test of a later stage makes its own."""
    return make_campaign(whole)
