"""What waits while units take part (đăng ký, báo cáo, nêu gương)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Min

from thidua.campaigns.models import Campaign, Inspection, Registration
from thidua.campaigns.permissions.model_project import APPROVERS, may_publish_project
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.campaigns.queries.example import asked_leads, leads_visible_to, role_models_visible_to
from thidua.campaigns.queries.model_project import projects_visible_to
from thidua.campaigns.queries.schedule import PROPOSED
from thidua.campaigns.queries.visit import open_demands
from thidua.campaigns.queries.work import UNDER_WAY
from thidua.org.models import Mandate
from thidua.reports.desk.waiting import Waiting

HEADS = ("unit_head", "village_head")


def _due(campaign: Campaign, kind: str) -> date | None:
    """The day the office set; a day that is only proposed binds nobody."""
    set_days = (one for one in campaign.deadlines.all() if not one.says.startswith(PROPOSED))
    return next((deadline.day for deadline in set_days if deadline.kind == kind), None)


def _open(mandate: Mandate, state: str) -> list[Campaign]:
    return list(campaigns_visible_to(mandate).filter(state=state).prefetch_related("deadlines"))


def own_part(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """What a unit still owes: its registration, its first report (đơn vị còn nợ)."""
    if not mandate.holds(*HEADS) or not mandate.unit.takes_part:
        return
    campaigns = _open(mandate, "open")
    states = dict(Registration.objects.filter(unit=mandate.unit).values_list("campaign_id", "state"))
    reported = set(mandate.unit.progress.values_list("campaign_id", flat=True).distinct())
    for campaign in campaigns:
        since, state = campaign.starts or on, states.get(campaign.pk)
        place = (campaign.code, mandate.unit.code)
        if state in (None, "draft", "returned"):
            title = "Sửa lại đăng ký bị trả" if state == "returned" else "Đăng ký thi đua"
            yield Waiting(
                f"{title}: {campaign.short_title}",
                since,
                "unit-registration",
                place,
                "Ghi đăng ký",
                due=_due(campaign, "register"),
            )
        elif campaign.pk not in reported:
            yield Waiting(
                f"Báo cáo kết quả: {campaign.short_title}",
                since,
                "unit-progress",
                place,
                "Ghi kết quả",
                due=_due(campaign, "report"),
            )


def own_review(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """A unit's own closing (đơn vị tự tổng kết)."""
    if not mandate.holds(*HEADS) or not mandate.unit.takes_part:
        return
    done = set(mandate.unit.unit_reviews.filter(state="submitted").values_list("campaign_id", flat=True))
    for campaign in _open(mandate, "reviewing"):
        if campaign.pk not in done:
            yield Waiting(
                f"Tổng kết của đơn vị: {campaign.short_title}",
                campaign.ends or on,
                "unit-review",
                (campaign.code, mandate.unit.code),
                "Ghi tổng kết",
                due=_due(campaign, "review"),
            )


def registrations(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Registrations sent and not yet received (đăng ký chờ nhận)."""
    if not mandate.holds("standing"):
        return
    sent = Registration.objects.filter(campaign__unit=mandate.unit, campaign__state="open", state="submitted")
    rows = sent.values("campaign__code", "campaign__short_title").annotate(
        many=Count("pk"), since=Min("submitted_on")
    )
    for row in rows.order_by():
        yield Waiting(
            f"Nhận {row['many']} đăng ký thi đua",
            row["since"],
            "campaign-registrations",
            (row["campaign__code"],),
            "Xem và nhận",
            note=row["campaign__short_title"],
        )


def leads(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Good deeds to check (việc tốt chờ xác minh)."""
    if not mandate.holds("standing"):
        return
    for lead in leads_visible_to(mandate).filter(state__in=("new", "verified"))[:20]:
        new = ("Xác minh việc tốt", "Xác minh")
        verb, action = new if lead.state == "new" else ("Lập gương điển hình", "Viết bài")
        yield Waiting(
            f"{verb}: {lead.who}", lead.received_on, "lead", (lead.receipt,), action, note=lead.where
        )


def asked_deeds(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Good deeds about which the own unit was asked (việc tốt chờ đơn vị xác nhận)."""
    for lead in asked_leads(mandate).exclude(witnesses__unit=mandate.unit)[:20]:
        yield Waiting(
            f"Xác nhận việc tốt: {lead.who}", lead.asked_on or on, "lead-confirm", (lead.receipt,), "Trả lời"
        )


def role_models(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Role models written and not yet published (gương chờ công khai)."""
    if not mandate.holds("standing", "culture"):
        return
    for model in role_models_visible_to(mandate).filter(state="draft", unit=mandate.unit)[:20]:
        note = "" if model.consent else "Chưa ghi ý kiến đồng ý của người được nêu."
        since = model.lead.received_on if model.lead else on
        yield Waiting(
            f"Công khai gương: {model.name}", since, "role-model", (model.slug,), "Mở bài", note=note
        )


def projects(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Models that wait to be shown to everybody, for who may approve them (mô hình chờ duyệt công khai)."""
    if not mandate.holds(*APPROVERS):
        return
    offered = projects_visible_to(mandate).filter(state="offered", campaign__unit=mandate.unit)
    for one in offered.order_by("campaign_id", "unit__path", "id")[:20]:
        if may_publish_project(mandate, one, on=on).is_yes:
            said = f"Duyệt công khai mô hình: {one.title}"
            yield Waiting(said, on, "project", (one.code,), "Mở mô hình", note=one.unit.name)


def own_demands(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """What inspections still ask of the own unit (yêu cầu sau kiểm tra), each with its day."""
    if not mandate.holds(*HEADS) or not mandate.unit.takes_part:
        return
    for demand in open_demands(mandate.unit)[:20]:
        visited = demand.inspection
        yield Waiting(
            demand.text[:110],
            visited.held_on or on,
            "settle-requirement",
            (visited.campaign.code, str(demand.pk)),
            "Báo đã khắc phục",
            note="Yêu cầu sau kiểm tra",
            due=demand.due,
        )


def visits(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Visits whose day has come and that nobody wrote down (cuộc kiểm tra chờ ghi kết quả)."""
    if not mandate.holds("standing"):
        return
    planned = Inspection.objects.filter(
        campaign__unit=mandate.unit, campaign__state__in=UNDER_WAY, state="planned", day__lte=on
    )
    for one in planned.select_related("unit", "campaign")[:20]:
        yield Waiting(
            f"Ghi kết quả kiểm tra {one.unit.in_sentence}",
            one.day,
            "inspection",
            (one.campaign.code, one.code),
            "Ghi kết quả",
            note=one.campaign.short_title,
            due=one.day,
        )


TAKING_PART = (
    own_part,
    own_review,
    own_demands,
    visits,
    registrations,
    leads,
    asked_deeds,
    role_models,
    projects,
)
