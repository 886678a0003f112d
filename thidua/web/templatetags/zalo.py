"""A short text to paste into Zalo beside a paper or a message (lời nhắn Zalo)."""

from __future__ import annotations

from django import template

from thidua.records.documents.brief import brief_of_message, brief_of_paper
from thidua.records.models import Message, OfficialDocument

register = template.Library()
PIECE = "papers/zalo.html"


@register.inclusion_tag(PIECE)
def zalo_of_paper(document: OfficialDocument) -> dict[str, str]:
    """The text of an issued letter or notice; nothing for any other paper."""
    return {"brief": brief_of_paper(document)}


@register.inclusion_tag(PIECE)
def zalo_of_message(message: Message) -> dict[str, str]:
    """The text of a message."""
    return {"brief": brief_of_message(message)}


@register.inclusion_tag(PIECE)
def zalo_text(brief: str) -> dict[str, str]:
    """A text that is ready."""
    return {"brief": brief}
