"""Words of the loudspeaker desk in addresses and tables (bàn phát thanh)."""

from django import template

from thidua.vietnamese.text import slug
from thidua.web.forms.loudspeakers import WEEKDAYS

register = template.Library()


@register.filter
def address(language: str) -> str:
    """A language as it stands in an address: "Tiếng Việt" becomes "tieng-viet"."""
    return slug(language)


@register.filter
def voice_word(kind: str) -> str:
    """Who reads, as it stands in an address."""
    return "nguoi" if kind == "human" else "may"


@register.filter
def weekdays(days: str) -> str:
    """The days of the week a cluster speaks: "mọi ngày", or "T2, T4, T6"."""
    return "mọi ngày" if len(days) == len(WEEKDAYS) else ", ".join(name for n, name in WEEKDAYS if n in days)
