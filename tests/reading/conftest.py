"""Các kế hoạch mẫu (tự đặt) và cách đọc chúng."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import thidua.demo
from thidua.reading.files import open_file
from thidua.reading.plan import read_plan

PLANS = Path(__file__).parent / "plans"
DEMO = Path(thidua.demo.__file__).parent / "plans"


def plan_path(name: str) -> Path:
    return next(folder / f"{name}.txt" for folder in (PLANS, DEMO) if (folder / f"{name}.txt").exists())


@pytest.fixture
def text_of():
    return lambda name: plan_path(name).read_text(encoding="utf-8")


@pytest.fixture
def gold_of():
    return lambda name: json.loads((PLANS / f"{name}.gold.json").read_text(encoding="utf-8"))


@pytest.fixture
def read():
    """Read a plan given as text."""
    return lambda text, name="ke-hoach.txt": read_plan(open_file(name, text.encode()))
