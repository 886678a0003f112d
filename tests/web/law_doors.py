"""The doors to the law in force, the fund, and what a nomination rests on (luật, quỹ, căn cứ đề nghị)."""

from __future__ import annotations

from tests.web.door import Door
from tests.web.local_doors import LOCAL

ENTERS = "accountant"
FIGURES = {"area": "mountain", "regular": "9.000.000.000", "fund": "90.000.000", "organising": "0"}
BASIS = {"award_type": "phong_trao", "route": "thuong"}
LAW = (
    Door("law"),
    Door("law-changes", query="?tu=30/6/2023&den=01/7/2025"),
    Door("funds"),
    Door("fund", lambda of: (2023,), ENTERS, lambda of: FIGURES),
    *LOCAL,
    Door("nomination-basis", lambda of: (of.written.code,), "village_head standing", lambda of: BASIS),
)
