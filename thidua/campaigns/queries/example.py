"""Doors to good deeds and role models, for the office and for everybody (tra cứu gương tốt)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from thidua.campaigns.models import Campaign, Lead, RoleModel
from thidua.law.book import rulebook_on
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of, left_to
from thidua.records.models import Attachment
from thidua.records.queries.files import files_of
from thidua.records.queries.settings import local_values
from thidua.vietnamese.text import fold

READERS = ("standing", "culture", "chair", "vice_chair")
WRITERS = ("standing", "culture")
HEADS = ("unit_head", "village_head")


def leads_visible_to(mandate: Mandate) -> QuerySet[Lead]:
    """The good deeds a mandate may know of (tin báo việc tốt): they name reporters, so only a few in the
    office.
    """
    if not mandate.holds(*READERS):
        return Lead.objects.none()
    related = ("unit", "campaign", "role_model", "home", "asked", "joined_to")
    return Lead.objects.filter(left_to(mandate.unit)).select_related(*related)


def leads_of(mandate: Mandate, campaign: Campaign, *, state: str = "", words: str = "") -> QuerySet[Lead]:
    """The good deeds of a campaign and those told outside of any (tin báo của đợt), found by any part of
    the name.
    """
    leads = leads_visible_to(mandate).filter(Q(campaign=campaign) | Q(campaign=None), left_to(campaign.unit))
    if state:
        leads = leads.filter(state=state)
    return leads.filter(folded__contains=fold(words.strip())) if words.strip() else leads


def lead_for(mandate: Mandate, receipt: str) -> Lead:
    """The good deed with this receipt, or `Lead.DoesNotExist`."""
    return leads_visible_to(mandate).get(receipt=receipt)


def asked_leads(mandate: Mandate) -> QuerySet[Lead]:
    """The good deeds about which the own unit was asked and that are not settled (việc tốt chờ đơn vị xác
    nhận), for its head.
    """
    if not mandate.holds(*HEADS):
        return Lead.objects.none()
    found = Lead.objects.filter(left_to(mandate.unit, field="asked"), state="new")
    return found.select_related("unit", "asked", "campaign").order_by("asked_on", "id")


def asked_lead_for(mandate: Mandate, receipt: str) -> Lead:
    """One of those, or `Lead.DoesNotExist`."""
    return asked_leads(mandate).get(receipt=receipt)


def chosen_leads(mandate: Mandate, receipts: Sequence[str], *, state: str) -> list[Lead]:
    """The ticked good deeds that are in that state (tin đã đánh dấu)."""
    return list(leads_visible_to(mandate).filter(receipt__in=receipts, state=state))


def witnesses_needed(unit: Unit, *, on: date) -> tuple[int, bool]:
    """How many of those who know have to confirm a good deed (số người biết việc phải xác nhận), and whether
    the office set the number.
    """
    chosen = rulebook_on(on, local_values(unit, on)).shelf.local.chosen("witnesses_needed")
    return (1, False) if chosen is None else (chosen, True)


def photos_of_lead(lead: Lead) -> list[Attachment]:
    """The photos of a report and of those joined to it (ảnh của tin báo), each picture once."""
    keys = [lead.pk, *lead.joined.values_list("pk", flat=True)]
    found = Attachment.objects.filter(about=Lead._meta.label_lower, about_id__in=keys, purpose="photo")
    return list({photo.sha256: photo for photo in found.order_by("-id")}.values())[::-1]


def role_models_visible_to(mandate: Mandate) -> QuerySet[RoleModel]:
    """The role models a mandate may know of (gương điển hình): drafts only who writes them."""
    found = RoleModel.objects.filter(left_to(government_of(mandate.unit))).select_related(
        "unit", "campaign", "consent"
    )
    return found if mandate.holds(*WRITERS) else found.filter(state="published")


def role_models_of(mandate: Mandate, campaign: Campaign) -> QuerySet[RoleModel]:
    """The role models of a campaign and those outside of any (gương điển hình của đợt), newest first."""
    found = role_models_visible_to(mandate).filter(
        Q(campaign=campaign) | Q(campaign=None), left_to(campaign.unit)
    )
    return found.order_by("-id")


def role_model_for(mandate: Mandate, slug: str) -> RoleModel:
    """The role model with this address, or `RoleModel.DoesNotExist`."""
    return role_models_visible_to(mandate).select_related("lead__home").get(slug=slug)


def picture_of(role_model: RoleModel) -> Attachment | None:
    """The newest photo of a role model (ảnh)."""
    return files_of(role_model, "photo").order_by("-id").first()


def public_role_models(unit: Unit, campaign: Campaign | None = None) -> QuerySet[RoleModel]:
    """The role models everybody may see (gương công khai), newest first: published, with a standing
    consent.
    """
    found = RoleModel.objects.filter(
        unit=unit, state="published", consent__withdrawn_on=None, consent__isnull=False
    )
    return found if campaign is None else found.filter(Q(campaign=campaign) | Q(campaign=None))


def public_role_model(unit: Unit, slug: str) -> RoleModel:
    """One role model everybody may see, or `RoleModel.DoesNotExist`."""
    return public_role_models(unit).get(slug=slug)


def public_was_role_model(unit: Unit, slug: str) -> bool:
    """True when this page was shown once and has been taken away (bài đã gỡ)."""
    return RoleModel.objects.filter(unit=unit, slug=slug, published_on__isnull=False).exists()


def public_lead_state(unit: Unit, receipt: str) -> Lead:
    """How far a report is (tình trạng tin báo), or the one it was joined to, nothing else of it;
    `Lead.DoesNotExist` for a wrong receipt.
    """
    known = Lead.objects.select_related("joined_to")
    found = known.only("state", "receipt", "received_on", "joined_to__state").get(unit=unit, receipt=receipt)
    if found.joined_to is not None:
        found.state = found.joined_to.state
    return found
