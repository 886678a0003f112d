"""How a campaign ended for those nominated (kết quả xét): decisions issued, and who is left with a no."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from thidua.awards.models import Case, Decision, Nomination, RefusalNotice
from thidua.campaigns.models import Campaign
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.org.models import Unit
from thidua.vietnamese.dates import vn_date

NOT_AWARDED = ("ineligible", "failed", "refused")


def decisions_issued(campaign: Campaign) -> QuerySet[Decision]:
    """The decisions issued in a campaign at every level (quyết định đã ban hành), oldest first."""
    found = Decision.objects.filter(campaign=campaign, state="issued")
    return found.select_related("unit", "document", "campaign").order_by("decided_on", "id")


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
