"""A nomination as the law books see it: the rulebook of its office, its case, its dossier, its deadline (đối
chiếu luật).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.awards.models import DecisionItem, DossierItem, Nomination
from thidua.awards.queries.nomination import GONE
from thidua.law.book import Rulebook, rulebook_on
from thidua.law.clock import add_days, add_working_days
from thidua.law.eligibility import Case, OpenMatter, PreviousAward
from thidua.law.load import Source
from thidua.law.procedure import DossierPart, Purpose
from thidua.law.ruling import Refused, Ruling, Verdict
from thidua.org.models import Collective, Household, Person, Unit
from thidua.org.queries import government_of
from thidua.records.queries.settings import local_values


@dataclass(frozen=True)
class Part:
    """One part of a dossier (thành phần hồ sơ) as the law asks it, with what is there, or None."""

    asked: DossierPart
    item: DossierItem | None

    @property
    def is_there(self) -> bool:
        """True when the part is filed; a paper that was dropped does not count."""
        item = self.item
        return item is not None and (item.document is None or item.document.state != "cancelled")

    @property
    def is_issued(self) -> bool:
        """False while our own paper is still on its way (đang soạn, chờ ký, chờ số)."""
        return self.is_there and (self.item.document is None or self.item.document.state == "issued")  # type: ignore[union-attr]


def rulebook_of(unit: Unit, *, on: date) -> Rulebook:
    """The law of a day with the local rules that the unit's People's Committee has confirmed (sổ luật của cơ
    quan).
    """
    return rulebook_on(on, local_values(government_of(unit), on))


def due_day(office: Unit, *, on: date) -> date:
    """The last day for the appraisal of what came in that day (hạn thẩm định).

    Raises `Refused` when the office has not confirmed its time limit. The province has its own where the law
    sets one.
    """
    book = rulebook_of(office, on=on)
    names = ("appraisal_province", "appraisal") if office.level == "tinh" else ("appraisal",)
    held = [name for name in names if book.shelf.on("deadlines", name)]
    limit = book.deadline(held[0] if held else names[-1])
    return add_working_days(on, limit.days) if limit.working else add_days(on, limit.days)


def unseen_grounds(unit: Unit, purpose: Purpose, *, on: date) -> tuple[Source, ...]:
    """The acts that a paper of the unit cites that day and nobody has seen in the original (căn cứ chưa xác
    nhận).
    """
    return rulebook_on(on).unseen_grounds(purpose, unit.level)


def unsure_printing(on: date) -> list[Ruling]:
    """What the certificates of that day rest on without a text that was seen (in giấy khen theo quy định chưa
    xác nhận): their layout, their gold-book number.
    """
    book = rulebook_on(on)
    gold = book.gold_book_rule()
    numbering = Ruling(Verdict.YES, gold.says, gold.source, confirmed=gold.confirmed)
    return [ruling for ruling in (book.certificate_layout(), numbering) if not ruling.confirmed]


def case_of(nomination: Nomination) -> Case:
    """The nomination as the law sees it (trường hợp đề nghị): other forms, earlier awards, open matters,
    dossier.
    """
    candidate = nomination.candidate
    return Case(
        recipient_kind=nomination.recipient,
        form_id=nomination.award.form,
        achievement=str(nomination.campaign_id),
        campaign_level=nomination.campaign.launched_level,
        achievement_from=nomination.achieved_from,
        achievement_to=nomination.achieved_to,
        other_forms=other_forms(nomination, candidate),
        previous_awards=previous_awards(nomination.recipient, candidate),
        open_matters=open_matters(nomination),
        dossier_parts=frozenset(part.asked.id for part in parts_of(nomination) if part.is_there),
        report_confirmed=nomination.confirmations.exclude(unit_id=nomination.holder_id).exists()
        or nomination.confirmations.filter(unit_id=nomination.unit_id).exists(),
    )


def candidate_filter(recipient: str, candidate: Person | Collective | Household) -> dict[str, object]:
    """The lookup that finds a candidate's nominations (bộ lọc theo đối tượng)."""
    return {{"individual": "person"}.get(recipient, recipient): candidate}


def other_forms(nomination: Nomination, candidate: Person | Collective | Household) -> tuple[str, ...]:
    """The other forms proposed for the same candidate in the same campaign (hình thức khác đang đề nghị)."""
    same = Nomination.objects.filter(
        campaign_id=nomination.campaign_id, **candidate_filter(nomination.recipient, candidate)
    )
    others = same.exclude(pk=nomination.pk).exclude(state__in=GONE)
    return tuple(others.order_by("award__order").values_list("award__form", flat=True))


def previous_awards(recipient: str, candidate: Person | Collective | Household) -> tuple[PreviousAward, ...]:
    """The awards decided before for this candidate (khen thưởng đã có quyết định), oldest first."""
    lookup = {f"nomination__{name}": value for name, value in candidate_filter(recipient, candidate).items()}
    items = DecisionItem.objects.filter(
        decision__state="issued", decision__decided_on__isnull=False, **lookup
    )
    return tuple(
        PreviousAward(
            decision=item.decision.document.number_text if item.decision.document else item.decision.code,
            day=item.decision.decided_on,  # type: ignore[arg-type]
            form_id=item.decision.form,
            achievement=str(item.nomination.campaign_id),
            achievement_from=item.nomination.achieved_from,
            achievement_to=item.nomination.achieved_to,
        )
        for item in items.select_related("decision__document", "nomination").order_by("decision__decided_on")
    )


def open_matters(nomination: Nomination) -> tuple[OpenMatter, ...] | None:
    """What is open against the candidate (việc đang xem xét); None while nobody has answered."""
    if nomination.has_open_matter is None:
        return None
    return (OpenMatter(nomination.open_matter),) if nomination.has_open_matter else ()


def parts_of(nomination: Nomination) -> list[Part]:
    """The parts of the dossier with what is there (thành phần hồ sơ); empty for a form that ended."""
    book = rulebook_of(nomination.unit, on=nomination.governed_on)
    try:
        asked = book.dossier(nomination.award.form, nomination.recipient)
    except Refused:
        return []
    filed = {item.part: item for item in nomination.dossier.select_related("document")}
    return [Part(part, filed.get(part.id)) for part in asked]
