"""Purposes, requirements, contents and solutions (mục đích, yêu cầu, nội dung, giải pháp)."""

from __future__ import annotations

from thidua.reading.outline import Clause
from thidua.reading.plan.items import flat, is_heading, item, items_of
from thidua.reading.plan.model import Found
from thidua.reading.plan.sections import Section
from thidua.reading.plan.targets import is_target


def read_items(sections: list[Section], topic: str) -> tuple[Found, ...]:
    """All items under the titles of one topic."""
    return tuple(
        found for section in sections if section.topic == topic for found in items_of(section.paragraphs)
    )


def read_contents(sections: list[Section]) -> tuple[Found, ...]:
    """The contents of the emulation (nội dung thi đua); a list of nothing but counted targets is left to
    these."""
    contents: list[Found] = []
    inner = [section for section in sections if section.topic == section.under == "contents"]
    for section in inner or sections:
        if section.topic == "contents":
            kept = _without_targets(section.paragraphs)
            if len(kept) < len(section.paragraphs):
                contents += [item(c.head, c.id) for c in flat(kept) if c.head and not is_heading(c)]
            else:
                contents += items_of(kept)
    return tuple(contents)


def _without_targets(clauses: list[Clause]) -> list[Clause]:
    listed = [clause for clause in clauses if clause.marker]
    if listed and all(is_target(clause) for clause in listed):
        return [clause for clause in clauses if not clause.marker]
    return clauses
