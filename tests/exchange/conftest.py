"""Installations of their own for each test of the exchange."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.exchange.installations import Installations


@pytest.fixture
def installations(db: None, settings: Settings, tmp_path: Path) -> Installations:
    return Installations(settings, tmp_path)
