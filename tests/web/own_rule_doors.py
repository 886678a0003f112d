"""The doors of the rules that one campaign sets for itself (quy tắc riêng của đợt)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.factories.commune import Commune
from tests.web.door import Door, Of, posts
from thidua.campaigns.regulate import set_own_rule

VALUE = {"value": "900", "paper": "mục VI.2 của kế hoạch"}


def own_rules(whole: Commune, of: SimpleNamespace, *, on: Any) -> None:
    """A rule that the judged campaign has set for itself."""
    acting = {"mandate": whole.commune.standing, "on": on}
    set_own_rule(of.judging, rule="report_words", value="800", paper="mục VI.2", **acting)


def _rule(of: Of) -> tuple[Any, ...]:
    return (of.judging.code, "report_words")


OWN_RULES = (
    Door("campaign-rules", lambda of: (of.judging.code,)),
    Door("campaign-rule", _rule, "standing chair", lambda of: VALUE),
    posts("drop-campaign-rule", _rule, "standing chair"),
)
