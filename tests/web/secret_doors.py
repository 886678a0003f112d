"""The doors of the secret ballot on the machine (hòm phiếu kín)."""

from __future__ import annotations

from typing import Any

from tests.web.door import Door, Of, posts

RUNS = "secretary standing chair vice_chair"
VOTERS = "chair vice_chair standing secretary culture member accountant"


def _box(of: Of) -> tuple[Any, ...]:
    return (of.box.code,)


def _closed(of: Of) -> tuple[Any, ...]:
    return (of.secret.code,)


def _running(of: Of) -> tuple[Any, ...]:
    return (of.box.code, 2)


SECRET = (
    Door("secret", _box),
    Door("secret-awaited", _box),
    posts("secret-open", _closed, RUNS, data=lambda of: {"cases": [str(of.secret_case.pk)]}),
    posts("secret-paper", _closed, RUNS, data=lambda of: {"tellers": "Bế Thị Thơm\nChu Thị Sen"}),
    Door("secret-ballot", _box, VOTERS, lambda of: {"phieu-2": "against", "buoc": "bo-phieu"}),
    posts("secret-count", _running, RUNS),
    posts("secret-void", _running, RUNS),
    Door("secret-table", lambda of: (of.box.code, 1)),
)
