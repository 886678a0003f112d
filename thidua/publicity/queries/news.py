"""Doors to news in the office (tra cứu tin bài)."""

from __future__ import annotations

from django.db.models import F, QuerySet

from thidua.campaigns.models import Campaign
from thidua.org.models import Mandate
from thidua.org.queries import government_of, left_to
from thidua.publicity.models import Announcement, NewsVersion


def news_visible_to(mandate: Mandate) -> QuerySet[Announcement]:
    """The news a mandate may know of in the office (tin bài): all of its own People's Committee."""
    found = Announcement.objects.filter(left_to(government_of(mandate.unit)))
    return found.select_related("unit", "campaign__unit", "role_model__consent")


def news_of(mandate: Mandate, campaign: Campaign) -> QuerySet[Announcement]:
    """The news of a campaign, drafts first, then the newest (tin bài của đợt)."""
    return (
        news_visible_to(mandate)
        .filter(campaign=campaign)
        .order_by(F("published_on").desc(nulls_first=True), "-id")
    )


def news_for(mandate: Mandate, slug: str) -> Announcement:
    """The piece of news with this address, or `Announcement.DoesNotExist`."""
    return news_visible_to(mandate).get(slug=slug)


def versions_of(news: Announcement) -> QuerySet[NewsVersion]:
    """What a piece said before each correction (các bản trước khi đính chính), the newest first."""
    return news.versions.all()
