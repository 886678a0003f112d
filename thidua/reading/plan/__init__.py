"""Plan documents (kế hoạch phát động): a source in, a `PlanReading` out. Nothing is invented, every value
has a place."""

from __future__ import annotations

from typing import Any

from thidua.reading import slips  # the module: it reads the parts of this package in its turn
from thidua.reading.plan.appendix import read_appendix
from thidua.reading.plan.awards import read_awards, read_funding, read_principles
from thidua.reading.plan.campaign import judge
from thidua.reading.plan.confidence import weighed
from thidua.reading.plan.criteria import read_criteria
from thidua.reading.plan.document import Document, document_of
from thidua.reading.plan.dossier import read_deadlines, read_dossier
from thidua.reading.plan.duties import read_duties
from thidua.reading.plan.groups import read_eligible
from thidua.reading.plan.header import read_bases, read_header
from thidua.reading.plan.items import found
from thidua.reading.plan.model import PlanReading
from thidua.reading.plan.period import read_period
from thidua.reading.plan.purposes import read_contents, read_items
from thidua.reading.plan.quotas import read_quotas
from thidua.reading.plan.sections import sections_of
from thidua.reading.plan.signer import read_foot
from thidua.reading.plan.targets import read_targets
from thidua.reading.plan.theme import TITLE, read_occasion, read_scope, read_theme
from thidua.reading.source import Source


def read_plan(source: Source) -> PlanReading:
    """Read a plan (đọc kế hoạch). Always answers; what the plan does not say is None or empty."""
    return weighed(_read(document_of(source)), source)


def _read(document: Document) -> PlanReading:
    sections = sections_of(document.clauses)
    header = read_header(document)
    period = read_period(document, sections, header.date)
    awards = read_awards(sections)
    recipients, signer = read_foot(document)
    reason = judge(document, sections)
    return PlanReading(
        file=document.source.name,
        is_campaign_plan=reason is None,
        reason=reason,
        **_named(document),
        theme=read_theme(document, sections),
        occasion=read_occasion(document),
        **vars(header),
        scope_text=read_scope(document),
        legal_bases=read_bases(document),
        purposes=read_items(sections, "purposes"),
        requirements=read_items(sections, "requirements"),
        purposes_requirements=read_items(sections, "purposes_requirements"),
        contents=read_contents(sections),
        assessment=read_items(sections, "assessment") + read_items(sections, "ranking"),
        targets=read_targets(sections),
        solutions=read_items(sections, "solutions"),
        period=period,
        eligible=read_eligible(document, sections),
        emulation_criteria=read_criteria(sections),
        awards=awards,
        award_principles=read_principles(sections),
        award_funding=read_funding(sections),
        quotas=read_quotas(sections, awards),
        dossier=read_dossier(sections),
        deadlines=read_deadlines(sections, header.date, period),
        responsibilities=read_duties(sections, document.tables),
        recipients=recipients,
        signer=signer,
        appendix=read_appendix(document),
        problems=slips.find_problems(document, header, period, sections),
    )


def _named(document: Document) -> dict[str, Any]:
    """The parts of the paper that are values as they stand."""
    parts = {"doc_type": (document.doc_type, TITLE), "title": (document.title, TITLE)}
    parts["closing"] = (document.closing, "kết thúc")
    return {name: found(text, clause) if text else None for name, (text, clause) in parts.items()}
