"""Figures as the office writes them (số liệu): decimal comma, dots between thousands."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def amount(value: Decimal | None) -> str:
    """3.50 becomes "3,5", 1200 becomes "1.200"; nothing for None."""
    if value is None:
        return ""
    whole, _, rest = f"{value:,.2f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")
