"""The token of a form (mã một lần): sent twice with the same content, the form is carried out once."""

import secrets

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """A hidden field with a new token, different in each form of a page."""
    return format_html('<input type="hidden" name="once" value="{}">', secrets.token_urlsafe(18))
