"""The badge of a nomination's state (nhãn trạng thái hồ sơ)."""

from __future__ import annotations

from functools import cache

from django import template
from django.utils.safestring import SafeString

from thidua.awards.models import Nomination
from thidua.awards.states import NOMINATION
from thidua.web.templatetags.pieces import badge

register = template.Library()
KINDS = {
    "submitted": "wait",
    "returned": "late",
    "eligible": "ok",
    "ineligible": "late",
    "tabled": "info",
    "passed": "ok",
    "failed": "late",
    "presented": "info",
    "decided": "ok",
    "refused": "late",
}


@register.simple_tag
def state_badge(nomination: Nomination) -> SafeString:
    """The state of a nomination in its colour."""
    return _badge(nomination.state)


@register.filter
def award_in_short(title: str) -> str:
    """An award form in a narrow column: "Giấy khen của Chủ tịch UBND xã" -> "Giấy khen xã"."""
    return title.replace(" của Chủ tịch UBND", "")


@cache
def _badge(state: str) -> SafeString:
    return badge(NOMINATION.says[state], KINDS.get(state, ""))
