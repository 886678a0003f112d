"""The papers a page offers, and what corrects an issued paper (giấy tờ của trang, văn bản đính chính)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.db.models import Model
from django.template import Context

from thidua.org.models import Mandate
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import corrections_of, papers_seen
from thidua.web.drafted import DRAFTED
from thidua.web.offers import Drafted
from thidua.web.printed import PRINTED

register = template.Library()


@register.inclusion_tag("papers/offers.html", takes_context=True)
def paper_offers(context: Context, place: str, thing: Model) -> dict[str, Any]:
    """A card with the papers that may be drafted or printed here, and those drafted before."""
    mandate, on = context["request"].mandate, context["request"].today
    drafts = [one for one in DRAFTED if one.place == place]
    there = list(papers_seen(mandate, thing, *(one.purpose for one in drafts)))
    offered = [row for one in drafts if not _is_busy(one, there) for row in _drafts(one, thing, mandate, on)]
    return {
        "offered": offered,
        "prints": _prints(place, thing, mandate, on),
        "there": there,
        "csrf_token": context.get("csrf_token"),
    }


def _is_busy(one: Drafted, there: Iterable[OfficialDocument]) -> bool:
    """True while an earlier paper of the kind is on its way, or stands for good."""
    earlier = [paper for paper in there if paper.purpose == one.purpose]
    return not one.several and any(paper.state != "issued" or not one.again for paper in earlier)


def _drafts(one: Drafted, thing: Model, mandate: Mandate, on: date) -> list[dict[str, Any]]:
    """The buttons of one kind; who has nothing to do with it sees none."""
    ruling = one.may(thing, mandate, on)
    if ruling.stops and ruling.rule.startswith("mandate:"):
        return []
    return [
        {"offer": one, "code": code, "note": note, "may": ruling, "place": f"{one.slug}-{code}"}
        for code, note in one.codes(thing)
    ]


def _prints(place: str, thing: Model, mandate: Mandate, on: date) -> list[dict[str, Any]]:
    return [
        {"offer": one, "code": code, "note": note}
        for one in PRINTED
        if one.place == place and not one.may(thing, mandate, on).stops
        for code, note in one.codes(thing)
    ]


@register.inclusion_tag("papers/corrections.html")
def corrections(document: OfficialDocument | None) -> dict[str, Any]:
    """A notice naming each issued paper that corrects or cancels this one."""
    return {"papers": list(corrections_of(document)) if document is not None else []}
