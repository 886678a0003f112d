"""A nomination as the law books see it: the rulebook of its office, its case, its dossier, its deadline (đối
chiếu luật).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from thidua.awards.models import Discipline, DossierItem, Nomination
from thidua.awards.queries.footing import (
    basis_of,
    cited_in,
    dissolved_on,
    initiative_used,
    is_registered,
    posted_since,
    previous_of,
    years_in,
)
from thidua.awards.queries.history import histories, same_candidate
from thidua.awards.queries.nomination import still_proposed
from thidua.law.book import rulebook_on
from thidua.law.eligibility import Case, OpenMatter
from thidua.law.footing import check_preference
from thidua.law.load import Source
from thidua.law.procedure import Deadline, DossierPart, Purpose
from thidua.law.ruling import Refused, Ruling, Verdict
from thidua.law.terms import check_appraisal_term, check_transition
from thidua.org.models import Collective, Household, Person, Unit
from thidua.records.queries.rulebook import rulebook_of


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


def due_day(office: Unit, *, on: date, used: int = 0) -> date:
    """The last day for the appraisal of what came in that day (hạn thẩm định); `used` of its days had passed
    before it went back for supplement.

    Raises `Refused` when the office has not confirmed its time limit.
    """
    return appraisal_limit(office, on=on).ends(on, used=used)


def appraisal_limit(office: Unit, *, on: date) -> Deadline:
    """The time limit of an office for its appraisals (thời hạn thẩm định); `Refused` like `due_day`.

    The province has its own where the law sets one.
    """
    book = rulebook_of(office, on=on)
    names = ("appraisal_province", "appraisal") if office.level == "tinh" else ("appraisal",)
    held = [name for name in names if book.shelf.on("deadlines", name)]
    return book.deadline(held[0] if held else names[-1])


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


def case_of(nomination: Nomination, *, decided_on: date | None = None) -> Case:
    """The nomination as the law sees it (trường hợp đề nghị): other forms, earlier awards and disciplines,
    open matters, dossier, and what it rests on. `decided_on` is the day of the decision, once there is one.
    """
    candidate = nomination.candidate
    known = histories([candidate])[candidate.pk]
    case = Case(
        recipient_kind=nomination.recipient,
        form_id=nomination.award.form,
        achievement=str(nomination.campaign_id),
        campaign_level=nomination.campaign.launched_level,
        achievement_from=nomination.achieved_from,
        achievement_to=nomination.achieved_to,
        other_forms=other_forms(nomination, candidate),
        previous_awards=previous_of(nomination, list(known.awards)),
        open_matters=open_matters(nomination),
        discipline_ended=_discipline_ended(known.disciplines),
        dossier_parts=frozenset(part.asked.id for part in parts_of(nomination) if part.is_there),
        report_confirmed=_is_confirmed(nomination),
        unit=nomination.unit.name,
        registered=is_registered(nomination),
        dissolved_on=dissolved_on(nomination),
        filed_on=nomination.submitted_on,
        decided_on=decided_on,
    )
    return _on_its_basis(case, nomination)


def _on_its_basis(case: Case, nomination: Nomination) -> Case:
    """The case with what the nomination says it rests on (căn cứ đề nghị)."""
    basis = basis_of(nomination)
    return replace(
        case,
        award_type=basis.award_type,
        route=basis.route,
        ground=basis.ground,
        cited=cited_in(basis.rests_on, case.previous_awards),
        excellent_years=years_in(basis.excellent_years),
        initiatives=basis.initiatives,
        initiative=nomination.initiative.strip(),
        initiative_used=initiative_used(nomination),
        posted_on=basis.posted_on or posted_since(nomination),
        judged_on=basis.judged_on,
    )


def beside_the_case(nomination: Nomination, office: Unit, *, on: date) -> list[Ruling]:
    """What the appraiser is told beside the rulings on the case (điều cho biết): the law that changed since
    the dossier came in (R02), whom to prefer among equals (R34).
    """
    shelf, then = rulebook_of(office, on=on).shelf, rulebook_of(office, on=nomination.governed_on).shelf
    candidate = nomination.candidate
    woman = isinstance(candidate, Person) and candidate.is_woman
    women = 0.0
    if isinstance(candidate, Collective) and candidate.members and candidate.women is not None:
        women = 100 * candidate.women / candidate.members
    told = (
        check_transition(shelf, received=nomination.submitted_on),
        check_preference(then, name=nomination.name, woman=woman, women=women),
    )
    return [ruling for ruling in told if ruling is not None and not ruling.is_yes]


def late_ruling(nomination: Nomination, *, on: date) -> Ruling | None:
    """R25: the appraisal of this dossier is late (quá hạn thẩm định), None while it is not."""
    ruling = check_appraisal_term(rulebook_on(on).shelf, due=nomination.due_on)
    return None if ruling is None or ruling.is_yes else ruling


def _is_confirmed(nomination: Nomination) -> bool:
    """Whether the report is confirmed by the proposing unit, or by a level below the one that holds it."""
    held = nomination.confirmations
    return (
        held.exclude(unit_id=nomination.holder_id).exists()
        or held.filter(unit_id=nomination.unit_id).exists()
    )


def _discipline_ended(disciplines: Iterable[Discipline]) -> date | None:
    """The last day of the latest discipline (ngày hết kỷ luật); one without an end has not ended."""
    ends = [one.ends or date.max for one in disciplines]
    return max(ends, default=None)


def candidate_filter(recipient: str, candidate: Person | Collective | Household) -> dict[str, object]:
    """The lookup that finds a candidate's nominations (bộ lọc theo đối tượng)."""
    return {{"individual": "person"}.get(recipient, recipient): candidate}


def other_forms(nomination: Nomination, candidate: Person | Collective | Household) -> tuple[str, ...]:
    """The other forms proposed for the same candidate in the same campaign (hình thức khác đang đề nghị)."""
    same = Nomination.objects.filter(
        campaign_id=nomination.campaign_id, **same_candidate(nomination.recipient, candidate)
    )
    others = still_proposed(same).exclude(pk=nomination.pk)
    return tuple(others.order_by("award__order").values_list("award__form", flat=True))


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
