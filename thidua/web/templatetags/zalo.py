"""A short text to paste into Zalo beside a paper or a message (lời nhắn Zalo)."""

from __future__ import annotations

from collections.abc import Sequence

from django import template

from thidua.awards.queries.distribution import Receiver
from thidua.org.models import Unit
from thidua.records.documents.brief import brief_of_message, brief_of_paper, brief_to_silent
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
def zalo_to_units(document: OfficialDocument | None, units: Sequence[Unit]) -> dict[str, str]:
    """The text to those units that have not said that they have a paper."""
    return {"brief": brief_to_silent(document, units) if document is not None else ""}


@register.inclusion_tag(PIECE)
def zalo_to_receivers(document: OfficialDocument, receivers: Sequence[Receiver]) -> dict[str, str]:
    """The same to the silent ones among the receivers of a decision."""
    return zalo_to_units(document, [one.unit for one in receivers if one.is_silent])


@register.inclusion_tag(PIECE)
def zalo_text(brief: str) -> dict[str, str]:
    """A text that is ready."""
    return {"brief": brief}
