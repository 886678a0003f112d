"""How a campaign ended for those nominated (kết quả xét): decisions issued, and who is left with a no."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from thidua.awards.models import Case, Decision, Nomination, RefusalNotice
from thidua.awards.queries.council import SEES
from thidua.awards.queries.recusal import recused_cases, settings_of
from thidua.campaigns.models import Campaign
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.org.models import Mandate, Unit
from thidua.vietnamese.dates import vn_date

NOT_AWARDED = ("ineligible", "failed", "refused")


def decisions_issued(campaign: Campaign) -> QuerySet[Decision]:
    """The decisions issued in a campaign at every level (quyết định đã ban hành), oldest first."""
    found = Decision.objects.filter(campaign=campaign, state="issued")
    return found.select_related("unit", "document", "campaign").order_by("decided_on", "id")


@dataclass(frozen=True)
class CouncilOutcome:
    """How a council ended on a nomination (kết quả xét ở Hội đồng); `says` is the arithmetic, "" for who may
    not know the count.
    """

    case: Case
    says: str


def council_outcomes(nomination: Nomination, mandate: Mandate) -> list[CouncilOutcome]:
    """What the councils of all levels found, as this mandate may read it (kết quả xét), oldest first.

    The count is for the office of the council; for the unit that proposed only where the working rules say
    so; never for a member who took no part.
    """
    found = Case.objects.filter(nomination=nomination, closed=True, session__state="closed")
    cases = list(
        found.select_related("session__unit", "session__council").order_by("session__meets_on", "pk")
    )
    aside = set(
        recused_cases(mandate).filter(pk__in=[case.pk for case in cases]).values_list("pk", flat=True)
    )
    return [
        CouncilOutcome(
            case, case.says if case.pk not in aside and _counts_for(case, nomination, mandate) else ""
        )
        for case in cases
    ]


def _counts_for(case: Case, nomination: Nomination, mandate: Mandate) -> bool:
    if mandate.unit_id == case.session.unit_id:
        return mandate.role in SEES
    return mandate.unit_id == nomination.unit_id and settings_of(case.session).history == "counts"


def _untold(campaign: Campaign) -> QuerySet[Nomination]:
    told = RefusalNotice.objects.exclude(document__state="cancelled").values("nomination_id")
    found = Nomination.objects.filter(campaign=campaign, state__in=NOT_AWARDED)
    return found.exclude(pk__in=told)


def units_to_tell(campaign: Campaign) -> list[tuple[Unit, int]]:
    """The units with nominees not commended and not yet told so (đơn vị cần thông báo), with how many."""
    counts = dict(_untold(campaign).order_by().values_list("unit").annotate(number=Count("id")))
    return [(unit, counts[unit.pk]) for unit in Unit.objects.filter(pk__in=counts)]


def refused_without_notice(campaign: Campaign, unit: Unit) -> list[tuple[Nomination, str]]:
    """The nominees of a unit not commended and not yet told (không được khen), each with the reason."""
    found = _untold(campaign).filter(unit=unit).select_related("award", "person")
    kinds = [kind for kind, _ in RECIPIENT_KINDS]
    ordered = sorted(found, key=lambda one: (one.award.order, kinds.index(one.recipient), one.sort_key))
    return [(one, reason_of(one)) for one in ordered]


def reason_of(nomination: Nomination) -> str:
    """Why somebody is not commended, as the unit may read it (lý do): the vote stays in the council."""
    if nomination.state != "failed":
        return nomination.remark.strip() or "Không đủ điều kiện theo quy định."
    case = Case.objects.filter(nomination=nomination, passed=False).select_related("session").last()
    day = f" ngày {vn_date(case.session.meets_on)}" if case else ""
    return f"Hội đồng họp{day} xét, không đủ số phiếu đồng ý theo quy định."
