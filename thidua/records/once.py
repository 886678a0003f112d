"""A form sent twice is carried out once (gửi hai lần, làm một lần)."""

from __future__ import annotations

from datetime import date

from thidua.records.models import SentForm


def spend(token: str, *, on: date) -> bool:
    """Spend the token of a form: True the first time, False when it was carried out before; no token is no
    check.
    """
    if not token:
        return True
    _, first = SentForm.objects.get_or_create(token=token[:40], defaults={"on": on})
    return first
