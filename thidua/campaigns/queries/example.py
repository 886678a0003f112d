"""Doors to good deeds and role models, for the office and for everybody (tra cứu gương tốt)."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from thidua.campaigns.models import Campaign, Lead, RoleModel
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of, left_to
from thidua.records.models import Attachment
from thidua.records.queries.files import files_of
from thidua.vietnamese.text import fold

READERS = ("standing", "culture", "chair", "vice_chair")
WRITERS = ("standing", "culture")


def leads_visible_to(mandate: Mandate) -> QuerySet[Lead]:
    """The good deeds a mandate may know of (tin báo việc tốt): they name reporters, so only a few in the
    office.
    """
    if not mandate.holds(*READERS):
        return Lead.objects.none()
    return Lead.objects.filter(left_to(mandate.unit)).select_related("unit", "campaign", "role_model")


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


def similar_leads(lead: Lead) -> QuerySet[Lead]:
    """Other reports about somebody of the same name (tin có thể trùng), marks and Ông, Bà left out."""
    return Lead.objects.filter(unit=lead.unit, folded=lead.folded).exclude(pk=lead.pk)


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
    return role_models_visible_to(mandate).select_related("lead").get(slug=slug)


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
    """How far a report is (tình trạng tin báo), nothing else of it; `Lead.DoesNotExist` for a wrong
    receipt.
    """
    return Lead.objects.only("state", "receipt", "received_on").get(unit=unit, receipt=receipt)
