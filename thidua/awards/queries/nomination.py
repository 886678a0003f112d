"""Doors to nominations: lists, one dossier, the balance of a list, who may be nominated (tra cứu đề nghị)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from thidua.awards.models import Appraisal, Claim, Finding, Nomination, SubmissionItem
from thidua.campaigns.models import Campaign
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.org.models import Collective, Household, Mandate, Person, Unit
from thidua.org.queries import left_to
from thidua.vietnamese.text import fold

HEADS = ("unit_head", "village_head")
FROM_THE_UNITS = (
    "standing",
    "chair",
    "vice_chair",
    "secretary",
    "member",
    "teller",
    "clerk",
    "accountant",
    "culture",
)
GONE = ("withdrawn", "refused", "failed", "ineligible")
SHOWN = (
    "code",
    "state",
    "version",
    "recipient",
    "name",
    "address",
    "achievement",
    "submitted_on",
    "due_on",
    "award__title",
    "unit__name",
    "unit__short_name",
)
OF_PERSONS = ("birth_year", "position", "is_direct_worker", "is_leader")
PER_PAGE = 50
OTHERS = "other"
MOST_FOUND = 20
ALL_ROWS = 1000


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to (bộ lọc): empty means all."""

    words: str = ""
    form: str = ""
    recipient: str = ""
    unit: str = ""
    state: str = ""


def still_proposed(found: QuerySet[Nomination]) -> QuerySet[Nomination]:
    """Those that still ask for an award or hold one (còn được đề nghị): not withdrawn, refused or failed, and
    the award not cancelled since.
    """
    return found.exclude(state__in=GONE).exclude(decision_item__revocations__day__isnull=False)


def visible_to(mandate: Mandate) -> QuerySet[Nomination]:
    """The nominations a mandate may know of (đề nghị được xem).

    A head sees those of the own unit; the launching office those of its campaigns, drafts only for the
    standing officer; an office above those that lie there, were appraised there or were submitted to it.
    """
    found = Nomination.objects.select_related("award", "unit", "holder", "campaign__unit")
    if mandate.role in HEADS:
        return found.filter(left_to(mandate.unit))
    if mandate.role not in FROM_THE_UNITS:
        return found.none()
    ours = left_to(mandate.unit, field="campaign__unit")
    if mandate.role != "standing":
        ours &= ~Q(state="draft")
    appraised = Appraisal.objects.filter(nomination=OuterRef("pk"), unit_id=mandate.unit_id)
    received = SubmissionItem.objects.filter(
        nomination=OuterRef("pk"), submission__to_unit_id=mandate.unit_id
    )
    return found.filter(
        ours
        | left_to(mandate.unit, field="holder") & ~Q(state="draft")
        | Exists(appraised)
        | Exists(received)
    )


def nomination_for(mandate: Mandate, code: str) -> Nomination:
    """One nomination by its code, or `Nomination.DoesNotExist` when the mandate may not know of it."""
    return (
        visible_to(mandate)
        .select_related("person", "collective", "household", "award__standard_paper")
        .get(code=code)
    )


def narrowed(mandate: Mandate, wanted: Wanted, *, campaign: Campaign | None = None) -> QuerySet[Nomination]:
    """The nominations that match a filter, among what the mandate sees (lọc đề nghị)."""
    found = visible_to(mandate)
    if campaign is not None:
        found = found.filter(campaign=campaign)
    for lookup, value in (
        ("award__form", wanted.form),
        ("recipient", wanted.recipient),
        ("unit__code", wanted.unit),
        ("state", wanted.state),
    ):
        if value:
            found = found.filter(**{lookup: value})
    for word in fold(wanted.words).split():
        found = found.filter(Q(folded__contains=word) | Q(unit__folded__contains=word) | Q(code=word))
    return found


def nomination_list(
    mandate: Mandate, wanted: Wanted, *, campaign: Campaign | None = None
) -> QuerySet[Nomination]:
    """The list: collectives, individuals, households, each by given name; with `shown` of `asked` criteria.

    Only what a row shows is fetched: long reports and whole offices stay in the database.
    """
    found = narrowed(mandate, wanted, campaign=campaign)
    order = [When(recipient=kind, then=Value(place)) for place, (kind, _) in enumerate(RECIPIENT_KINDS)]
    return (
        found.select_related(None)
        .select_related("award", "unit")
        .only(*SHOWN)
        .annotate(
            place=Case(*order, output_field=IntegerField()),
            asked=_claims(),
            shown=_claims(~Q(text="")),
        )
        .order_by("place", "sort_key", "id")
    )


def with_candidates(found: QuerySet[Nomination]) -> QuerySet[Nomination]:
    """The list with what its spreadsheet says about each nominee (kèm thông tin đối tượng)."""
    names = ("honorific", "ethnicity")
    about = [
        *(f"person__{name}" for name in (*names, *OF_PERSONS)),
        *(f"household__{name}" for name in names),
    ]
    return found.select_related("award", "unit", "person", "household").only(*SHOWN, *about)


def _claims(*which: Q) -> Coalesce:
    """How many criteria a nomination answers, counted beside the row so that rows need no grouping."""
    claims = Claim.objects.filter(*which, nomination=OuterRef("pk")).order_by().values("nomination")
    return Coalesce(Subquery(claims.annotate(number=Count("pk")).values("number")), 0)


def units_in(mandate: Mandate, campaign: Campaign | None = None) -> list[Unit]:
    """The units that have nominated, among what the mandate sees (đơn vị có đề nghị)."""
    found = visible_to(mandate) if campaign is None else visible_to(mandate).filter(campaign=campaign)
    return list(Unit.objects.filter(pk__in=found.order_by().values("unit_id")))


def chosen(mandate: Mandate, codes: list[str]) -> list[Nomination]:
    """The ticked nominations that the mandate sees, in the order of names (các hồ sơ đã chọn)."""
    return list(visible_to(mandate).filter(code__in=codes).order_by("sort_key"))


def of_the_unit(campaign: Campaign, unit: Unit) -> QuerySet[Nomination]:
    """What a unit proposes in a campaign, the withdrawn left out (đề nghị của đơn vị), by form and name."""
    found = Nomination.objects.filter(campaign=campaign, unit=unit).exclude(state="withdrawn")
    return found.select_related("award", "unit", "campaign").order_by("award__order", "recipient", "sort_key")


def people_of(unit: Unit) -> QuerySet[Person]:
    """The persons of a unit who may be nominated (cá nhân của đơn vị), merged records left out."""
    return Person.objects.filter(left_to(unit), same_as=None)


def collectives_of(unit: Unit) -> QuerySet[Collective]:
    """The collectives of a unit (tập thể của đơn vị)."""
    return Collective.objects.filter(left_to(unit), same_as=None)


def households_of(unit: Unit) -> QuerySet[Household]:
    """The households of a unit (hộ gia đình của đơn vị)."""
    return Household.objects.filter(left_to(unit), same_as=None)


def candidate_of(unit: Unit, recipient: str, pk: UUID) -> Person | Collective | Household:
    """One candidate of the unit by kind and key, else `DoesNotExist` (đối tượng)."""
    if recipient == "individual":
        return people_of(unit).get(pk=pk)
    if recipient == "collective":
        return collectives_of(unit).get(pk=pk)
    return households_of(unit).get(pk=pk)


def appraisals_due(mandate: Mandate, campaign: Campaign | None = None) -> QuerySet[Nomination]:
    """What waits for appraisal on this office's desk, the earliest deadline first (chờ thẩm định)."""
    found = visible_to(mandate).filter(holder_id=mandate.unit_id, state="submitted")
    if campaign is not None:
        found = found.filter(campaign=campaign)
    taken_up = Appraisal.objects.filter(nomination=OuterRef("pk"), unit_id=mandate.unit_id, concluded_on=None)
    return found.annotate(taken_up=Exists(taken_up)).order_by(
        F("due_on").asc(nulls_last=True), "submitted_on", "id"
    )


def appraised(mandate: Mandate, campaign: Campaign | None = None) -> QuerySet[Appraisal]:
    """What this office has concluded, newest first (đã thẩm định)."""
    found = Appraisal.objects.filter(unit_id=mandate.unit_id, concluded_on__isnull=False)
    if campaign is not None:
        found = found.filter(nomination__campaign=campaign)
    related = found.select_related("nomination__award", "nomination__unit")
    return related.order_by("-concluded_on", "-id")


def appraisal_open(nomination: Nomination, unit: Unit) -> Appraisal | None:
    """The appraisal that is going on at a unit, or None (bản thẩm định đang làm)."""
    found = nomination.appraisals.filter(unit=unit, concluded_on=None).prefetch_related("findings__criterion")
    return found.select_related("nomination__holder", "nomination__campaign").first()


def last_appraisal(nomination: Nomination, unit: Unit) -> Appraisal | None:
    """The last concluded appraisal of a unit (bản thẩm định đã kết luận), or None."""
    found = nomination.appraisals.filter(unit=unit, concluded_on__isnull=False)
    return found.prefetch_related("findings__criterion").order_by("-id").first()


def last_conclusions(campaign: Campaign, unit: Unit) -> list[Appraisal]:
    """The last conclusion of an office on each nomination of a campaign (kết luận thẩm định), by form,
    kind and name; withdrawn ones left out.
    """
    found = Appraisal.objects.filter(unit=unit, nomination__campaign=campaign).exclude(conclusion="")
    related = found.exclude(nomination__state="withdrawn").select_related(
        "nomination__award", "nomination__unit", "nomination__person"
    )
    last = {one.nomination_id: one for one in related.prefetch_related("findings").order_by("id")}
    kinds = [kind for kind, _ in RECIPIENT_KINDS]
    return sorted(
        last.values(),
        key=lambda one: (
            one.nomination.award.order,
            kinds.index(one.nomination.recipient),
            one.nomination.sort_key,
        ),
    )


def candidate_key(
    unit: Unit, written: str, *, elsewhere: QuerySet[Person] | None = None
) -> Person | Collective | Household:
    """The candidate behind a choice `kind:key` of a form (đối tượng đã chọn): of the unit, or among the
    people of other units that were offered.
    """
    recipient, _, pk = written.partition(":")
    if recipient == OTHERS and elsewhere is not None:
        return elsewhere.get(pk=pk)
    return candidate_of(unit, recipient, UUID(pk))


def people_elsewhere(campaign: Campaign, unit: Unit, words: str) -> QuerySet[Person]:
    """The people of other units of the campaign whose name holds these words (tìm người của đơn vị khác);
    nobody without a word.
    """
    if not fold(words).strip():
        return Person.objects.none()
    others = Person.objects.filter(unit__path__startswith=campaign.unit.path, same_as=None)
    for word in fold(words).split():
        others = others.filter(folded__contains=word)
    return others.exclude(left_to(unit)).select_related("unit").order_by("sort_key", "id")


def flagged(nomination: Nomination) -> list[Finding]:
    """The findings with which the dossier came back (điểm bị trả lại): what did not hold in the last
    appraisal.
    """
    last = nomination.appraisals.filter(conclusion="returned").order_by("-id").first()
    if last is None or nomination.state != "returned":
        return []
    found = last.findings.select_related("criterion")
    stands = [one for one in found if one.verdict == "no" and one.weight != "inform" and not one.judged]
    return [one for one in found if one.judged is False or one in stands]
