"""What everybody may see of a campaign (trang công khai)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from thidua.awards.queries.public import Honours, public_decision_papers, public_honours
from thidua.campaigns.models import Campaign, RoleModel
from thidua.campaigns.queries.example import public_role_models
from thidua.journal.models import Chain
from thidua.org.models import Unit
from thidua.org.queries import taking_part
from thidua.publicity.models import Announcement
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import frozen_file

REGISTERED = ("submitted", "accepted")


def public_mark() -> str:
    """The seal of the last line of the journal: while it stands, no public page has changed; "" before the
    first.
    """
    return Chain.objects.values_list("last_mark", flat=True).first() or ""


def public_campaigns(unit: Unit) -> QuerySet[Campaign]:
    """The campaigns of the office that were launched (phong trào công khai), running ones first, then the
    newest.
    """
    found = Campaign.objects.filter(unit=unit).exclude(state="draft").select_related("unit", "plan")
    return found.order_by("closing_paper", "-starts", "-id")


def public_campaign(unit: Unit, slug: str) -> Campaign:
    """One launched campaign of the office, or `Campaign.DoesNotExist`."""
    return public_campaigns(unit).get(slug=slug)


def public_news(unit: Unit, campaign: Campaign | None = None) -> QuerySet[Announcement]:
    """The news everybody may read, newest first (tin đã đăng): about a person only while their own page is
    public.
    """
    shown = public_role_models(unit).values("pk")
    found = Announcement.objects.filter(
        Q(role_model=None) | Q(role_model__in=shown), unit=unit, state="published"
    ).exclude(campaign__state="draft")
    return found if campaign is None else found.filter(campaign=campaign)


def public_piece(unit: Unit, slug: str) -> Announcement:
    """One piece of news everybody may read, or `Announcement.DoesNotExist`."""
    return public_news(unit).select_related("campaign", "role_model").get(slug=slug)


def public_was_news(unit: Unit, slug: str) -> bool:
    """True when this piece was out once (tin đã gỡ)."""
    return Announcement.objects.filter(unit=unit, slug=slug, published_on__isnull=False).exists()


@dataclass(frozen=True)
class TakingPart:
    """Who takes part (đơn vị tham gia): how many units, how many of them registered, and their names."""

    units: tuple[Unit, ...]
    registered: int


def public_taking_part(campaign: Campaign, *, on: date) -> TakingPart:
    """The units that take part in a campaign and how many have registered (đơn vị tham gia)."""
    units = tuple(taking_part(campaign.unit, on))
    known = {unit.pk for unit in units}
    registered = campaign.registrations.filter(state__in=REGISTERED, unit__in=known)
    return TakingPart(units, registered.count())


@dataclass(frozen=True)
class Facts:
    """What a bulletin tells (dữ kiện): how many registered, newest role models, issued decisions."""

    taking_part: TakingPart
    role_models: tuple[RoleModel, ...]
    honours: tuple[Honours, ...]


def facts_of(campaign: Campaign, *, on: date) -> Facts:
    """The facts of a campaign that may be told aloud (dữ kiện để tuyên truyền): only what is public."""
    return Facts(
        public_taking_part(campaign, on=on),
        tuple(public_role_models(campaign.unit, campaign)[:5]),
        tuple(public_honours(campaign)),
    )


def public_deed_count(campaign: Campaign) -> int:
    """How many good deeds were told and not set aside (việc tốt gửi về)."""
    return campaign.leads.exclude(state__in=("rejected", "joined")).count()


@dataclass(frozen=True)
class PublicPaper:
    """A paper everybody may read (văn bản công khai) and the size of its PDF in bytes."""

    document: OfficialDocument
    size: int


def public_papers(campaign: Campaign) -> list[PublicPaper]:
    """The papers of a campaign everybody may read (văn bản công khai), oldest first; the sealed scan counts
    first.
    """
    return [
        PublicPaper(paper, size) for paper in public_decision_papers(campaign) if (size := _pdf_size(paper))
    ]


def _pdf_size(paper: OfficialDocument) -> int:
    """The size of the PDF to show, 0 without one."""
    if _scan(paper):
        return paper.scan.size  # type: ignore[union-attr]
    try:
        return paper.pdf.size if paper.pdf else 0
    except FileNotFoundError:
        return 0


def _scan(paper: OfficialDocument) -> bool:
    return paper.scan is not None and paper.scan.kind == "application/pdf"


def public_pdf(campaign: Campaign, code: str) -> bytes:
    """The PDF of one paper everybody may read, or `OfficialDocument.DoesNotExist`.

    The signed and sealed scan where there is one, else the file frozen at issue, checked against its seal.
    """
    paper = public_decision_papers(campaign).get(code=code)
    if _scan(paper):
        with paper.scan.file.open("rb") as opened:  # type: ignore[union-attr]
            return opened.read()
    if not paper.pdf:
        raise OfficialDocument.DoesNotExist
    return frozen_file(paper, "pdf")
