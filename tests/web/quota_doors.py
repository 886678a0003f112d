"""The doors of quotas and of the fairness gauge (chỉ tiêu khen thưởng, thước công bằng)."""

from __future__ import annotations

from typing import Any

from tests.web.door import Door, Of

# A quota as its form sends it.
QUOTA = {"kind": "cap", "scope": "all", "unit": "", "number": "40", "percent": "", "base": "", "over": "warn"}


def _judging(of: Of) -> tuple[Any, ...]:
    return (of.judging.code,)


def _quota(of: Of) -> tuple[Any, ...]:
    return (of.judging.code, of.quota.code)


QUOTAS = (
    Door("campaign-quotas", _judging),
    Door("new-quota", _judging, "standing", lambda of: QUOTA | {"recipient": "household"}),
    Door("change-quota", _quota, "standing", lambda of: QUOTA),
    Door("end-quota", _quota, "standing"),
    Door("nominations-balance"),
    Door("agenda-balance", lambda of: (of.planned.code,)),
)
