"""Doors to the ceremony (tra cứu lễ trao thưởng): who is called in which order, who sits where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet

from thidua.awards.models import (
    Ceremony,
    CeremonyGuest,
    CeremonySeat,
    Certificate,
    Decision,
    DecisionItem,
    Nomination,
)
from thidua.awards.queries.amendment import with_amendments
from thidua.awards.queries.life import standing, with_life
from thidua.awards.queries.outcome import decisions_issued
from thidua.campaigns.models import Campaign
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.law.shelf import LEVEL_NAMES
from thidua.org.identify.identity import FIELDS, Somebody
from thidua.org.models import Mandate

LEVELS = list(LEVEL_NAMES)
KIND_NAMES = dict(RECIPIENT_KINDS)


@dataclass(frozen=True)
class Call:
    """One name as it is called (một người được xướng tên): `number` runs through the ceremony, `turn` says
    who comes forward together.
    """

    number: int
    turn: int
    item: DecisionItem
    seat: CeremonySeat | None = None


@dataclass(frozen=True)
class Group:
    """Those of one decision and kind (nhóm lên nhận cùng nhau), called one after the other."""

    decision: Decision
    recipient: str
    giver: str
    calls: tuple[Call, ...] = field(default=())

    @property
    def title(self) -> str:
        """The award in the words of the plan (hình thức khen thưởng)."""
        return self.calls[0].item.nomination.award.title

    @property
    def kind_says(self) -> str:
        return KIND_NAMES[self.recipient]

    @property
    def turns(self) -> list[list[Call]]:
        """Who comes forward together (từng lượt)."""
        return [list(calls) for _, calls in groupby(self.calls, key=lambda one: one.turn)]


def ceremonies_visible_to(mandate: Mandate) -> QuerySet[Ceremony]:
    """The ceremonies of the campaigns a mandate may know of (lễ trao thưởng)."""
    campaigns = campaigns_visible_to(mandate).order_by().values("pk")
    found = Ceremony.objects.filter(campaign__in=campaigns)
    return found.select_related("campaign__unit", "unit")


def ceremony_for(mandate: Mandate, code: str) -> Ceremony:
    """One ceremony by its code, or `Ceremony.DoesNotExist`."""
    return ceremonies_visible_to(mandate).get(code=code)


def ceremony_of(campaign: Campaign) -> Ceremony | None:
    """The ceremony of a campaign that is not cancelled (lễ của đợt), or None."""
    found = Ceremony.objects.filter(campaign=campaign, unit=campaign.unit).exclude(state="cancelled")
    return found.select_related("campaign__unit", "unit").first()


def called_decisions(campaign: Campaign) -> list[Decision]:
    """The issued decisions in the order of calling (thứ tự công bố): the highest level first, then by day."""
    return sorted(decisions_issued(campaign), key=lambda one: -LEVELS.index(one.unit.level))


def awarded_by(decisions: Sequence[Decision]) -> QuerySet[DecisionItem]:
    """The recipients of these decisions whose awards stand (người được trao), in the order of each."""
    found = DecisionItem.objects.filter(decision__in=decisions).exclude(revocations__day__isnull=False)
    records = [f"nomination__{name}__same_as" for name in FIELDS.values()]
    related = ("nomination__award", "nomination__unit", "decision__unit", *records)
    return with_amendments(found).select_related(*related).order_by("order")


def groups_of(ceremony: Ceremony) -> list[Group]:
    """Everybody called at the ceremony, in order (thứ tự xướng tên): level, decision, kind, place in the
    list; four queries however many they are.
    """
    decisions = called_decisions(ceremony.campaign)
    items: dict[UUID, list[DecisionItem]] = {one.pk: [] for one in decisions}
    for item in awarded_by(decisions):
        items[item.decision_id].append(item)
    givers = {(one.decision_id, one.recipient): one.name for one in ceremony.givers.all()}
    seats = {one.item_id: one for one in ceremony.places.all() if one.item_id}
    found, number, turn = list[Group](), 0, 0
    for decision in decisions:
        for kind in KIND_NAMES:
            named = [item for item in items[decision.pk] if item.recipient == kind]
            size = ceremony.per_turn or len(named) or 1
            calls = tuple(
                Call(number + place + 1, turn + place // size + 1, item, seats.get(item.pk))
                for place, item in enumerate(named)
            )
            number, turn = number + len(named), turn + -(-len(named) // size)
            if calls:
                giver = givers.get((decision.pk, kind), ceremony.giver)
                found.append(Group(decision, kind, giver, calls))
    return found


def calls_in(groups: Sequence[Group]) -> list[Call]:
    """The names of all groups in one row (mọi người được xướng tên)."""
    return [call for group in groups for call in group.calls]


def record_of(nomination: Nomination) -> Somebody | None:
    """The record of who was nominated (hồ sơ đối tượng), the main one when it was merged."""
    found: Somebody | None = getattr(nomination, FIELDS[nomination.recipient])
    main: Somebody | None = getattr(found, "same_as", None) or found
    return main


def said_as(item: DecisionItem) -> str:
    """How the name is read aloud, as the unit said (cách đọc tên); "" when nobody said."""
    record = record_of(item.nomination)
    return record.said_as if record else ""


def award_in(ceremony: Ceremony, pk: UUID) -> DecisionItem:
    """One award handed over at this ceremony, or `DecisionItem.DoesNotExist`."""
    decisions = decisions_issued(ceremony.campaign)
    return awarded_by(list(decisions)).select_related("decision__campaign__unit").get(pk=pk)


def sheets_of(ceremony: Ceremony) -> dict[UUID, Certificate]:
    """The certificates of the own decisions that stand, by recipient (giấy của cơ quan mình)."""
    found = Certificate.objects.filter(
        item__decision__campaign=ceremony.campaign, item__decision__unit=ceremony.unit,
        item__decision__state="issued",
    )  # fmt: skip
    related = with_life(standing(found)).select_related("item__decision__unit", "item__nomination__unit")
    return {one.item_id: one for one in related}


def not_collected(ceremony: Ceremony) -> list[tuple[Call, Certificate]]:
    """Whose certificate is still in the office (chưa nhận giấy), in the order of calling."""
    sheets = sheets_of(ceremony)
    calls = calls_in(groups_of(ceremony))
    return [
        (call, sheets[call.item.pk])
        for call in calls
        if call.item.pk in sheets and not sheets[call.item.pk].handed_on
    ]


def guests_of(ceremony: Ceremony) -> list[tuple[CeremonyGuest, CeremonySeat | None]]:
    """The guests in their order with their seats (khách mời); two queries."""
    seats = {one.guest_id: one for one in ceremony.places.all() if one.guest_id}
    return [(one, seats.get(one.pk)) for one in ceremony.guests.all()]


def place_in(ceremony: Ceremony, pk: UUID) -> CeremonySeat:
    """One taken seat of this ceremony, or `CeremonySeat.DoesNotExist`."""
    found: CeremonySeat = ceremony.places.get(pk=pk)
    return found
