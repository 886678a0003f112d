"""The news of a campaign for readers of feeds (tin bằng Atom)."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from thidua.campaigns.models import Campaign
from thidua.publicity.models import Announcement
from thidua.publicity.queries import public_campaign, public_news
from thidua.web.views.public import office_of

MANY = 30


def _moment(news: Announcement) -> datetime | None:
    day = news.published_on
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


class CampaignFeed(Feed[Announcement, Campaign]):
    """The newest pieces, each named by its key and not by its address."""

    feed_type = Atom1Feed
    language = "vi"
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Campaign:
        return public_campaign(office_of(request), kwargs["slug"])  # type: ignore[arg-type]

    def title(self, obj: Campaign) -> str:
        return obj.short_title

    def subtitle(self, obj: Campaign) -> str:
        return obj.theme or obj.title

    def link(self, obj: Campaign) -> str:
        return reverse("public-campaign", args=[obj.slug])

    def feed_guid(self, obj: Campaign) -> str:
        return f"urn:uuid:{obj.pk}"

    def author_name(self, obj: Campaign) -> str:
        return obj.unit.name

    def items(self, obj: Campaign) -> QuerySet[Announcement]:
        return public_news(obj.unit, obj)[:MANY]

    def item_title(self, item: Announcement) -> str:
        return item.title

    def item_description(self, item: Announcement) -> str:
        return item.lead or item.body[:300]

    def item_link(self, item: Announcement) -> str:
        return reverse("public-news", args=[item.slug])

    def item_guid(self, item: Announcement) -> str:
        return f"urn:uuid:{item.pk}"

    def item_pubdate(self, item: Announcement) -> datetime | None:
        return _moment(item)
