"""News and sound for machines: Atom, RSS, JSON, a podcast for each cluster (nguồn cấp tin)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed

from thidua.campaigns.models import Campaign
from thidua.org.models import Unit
from thidua.publicity.models import AirTime, Announcement, Recording, SpeakerCluster
from thidua.publicity.queries import public_campaign, public_news
from thidua.publicity.queries.loudspeaker import public_cluster, public_episodes, public_sound
from thidua.web.requests import OfficeRequest
from thidua.web.views.public import office_of, shown_to_all
from thidua.web.views.recordings import sound_answer
from thidua.web.wording import vn_date

MANY = 30


@dataclass(frozen=True)
class Source:
    """Whose news it is: of one campaign, or of the office."""

    unit: Unit
    campaign: Campaign | None

    @property
    def title(self) -> str:
        return self.campaign.short_title if self.campaign else f"Tin thi đua {self.unit.short_name}"

    @property
    def subtitle(self) -> str:
        found = self.campaign
        return (found.theme or found.title) if found else f"Tin thi đua, khen thưởng của {self.unit.name}"

    @property
    def link(self) -> str:
        found = self.campaign
        return reverse("public-campaign", args=[found.slug]) if found else reverse("public-all-news")

    @property
    def news(self) -> QuerySet[Announcement]:
        return public_news(self.unit, self.campaign)[:MANY]


def _source(request: HttpRequest, slug: str) -> Source:
    unit = office_of(request)  # type: ignore[arg-type]
    return Source(unit, public_campaign(unit, slug) if slug else None)


def _moment(day: date | None, hour: str = "00:00") -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(hour))) if day else None


def _summary(news: Announcement) -> str:
    return news.lead or news.body[:300]


class NewsFeed(Feed[Announcement, Source]):
    """The newest pieces as Atom, each named by its key and not by its address."""

    feed_type: type[SyndicationFeed] = Atom1Feed
    language = "vi"
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Source:
        return _source(request, kwargs.get("slug", ""))

    def title(self, obj: Source) -> str:
        return obj.title

    def subtitle(self, obj: Source) -> str:
        return obj.subtitle

    def description(self, obj: Source) -> str:
        return obj.subtitle

    def link(self, obj: Source) -> str:
        return obj.link

    def feed_guid(self, obj: Source) -> str:
        return f"urn:uuid:{(obj.campaign or obj.unit).pk}"

    def author_name(self, obj: Source) -> str:
        return obj.unit.name

    def items(self, obj: Source) -> QuerySet[Announcement]:
        return obj.news

    def item_title(self, item: Announcement) -> str:
        return item.title

    def item_description(self, item: Announcement) -> str:
        return _summary(item)

    def item_link(self, item: Announcement) -> str:
        return reverse("public-news", args=[item.slug])

    def item_guid(self, item: Announcement) -> str:
        return f"urn:uuid:{item.pk}"

    def item_pubdate(self, item: Announcement) -> datetime | None:
        return _moment(item.published_on)


class RssFeed(NewsFeed):
    """The same as RSS 2.0."""

    feed_type = Rss201rev2Feed


def _json_item(request: OfficeRequest, news: Announcement) -> dict[str, object]:
    return {
        "id": f"urn:uuid:{news.pk}",
        "url": request.build_absolute_uri(reverse("public-news", args=[news.slug])),
        "title": news.title,
        "summary": _summary(news),
        "content_text": news.body,
        "date_published": _moment(news.published_on),
    }


@shown_to_all
def json_feed(request: OfficeRequest, slug: str = "") -> HttpResponse:
    """The same as JSON Feed 1.1."""
    source = _source(request, slug)
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": source.title,
        "description": source.subtitle,
        "home_page_url": request.build_absolute_uri(source.link),
        "feed_url": request.build_absolute_uri(),
        "language": "vi",
        "authors": [{"name": source.unit.name}],
        "items": [_json_item(request, news) for news in source.news],
    }
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    answer["Content-Type"] = "application/feed+json; charset=utf-8"
    return answer


@dataclass(frozen=True)
class Programme:
    """What a cluster is to read on a day: asked once, for all parts of the feed."""

    cluster: SpeakerCluster
    on: date


@dataclass(frozen=True)
class Episode:
    """One reading with its sound, and the cluster whose devices fetch it."""

    slot: AirTime
    sound: Recording
    cluster: SpeakerCluster


class ClusterFeed(Feed[Episode, Programme]):
    """What the devices of a cluster fetch: each reading with its sound, hour by hour."""

    feed_type = Rss201rev2Feed
    language = "vi"
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Programme:
        unit = office_of(request)  # type: ignore[arg-type]
        return Programme(public_cluster(unit, kwargs["code"]), request.today)  # type: ignore[attr-defined]

    def title(self, obj: Programme) -> str:
        return f"Phát thanh: {obj.cluster.name}"

    def description(self, obj: Programme) -> str:
        return f"Bản tin cho {obj.cluster.name}, phát lúc {', '.join(obj.cluster.hours)}."

    def link(self, obj: Programme) -> str:
        return reverse("public-home")

    def items(self, obj: Programme) -> list[Episode]:
        return [Episode(slot, one, obj.cluster) for slot, one in public_episodes(obj.cluster, on=obj.on)]

    def item_title(self, item: Episode) -> str:
        return f"{item.slot.hour} ngày {vn_date(item.slot.day)}: {item.slot.broadcast.title}"

    def item_description(self, item: Episode) -> str:
        return item.slot.broadcast.script

    def item_link(self, item: Episode) -> str:
        return reverse("public-sound", args=[item.cluster.code, item.slot.broadcast.code])

    def item_guid(self, item: Episode) -> str:
        return f"urn:uuid:{item.slot.pk}"

    def item_pubdate(self, item: Episode) -> datetime | None:
        return _moment(item.slot.day, item.slot.hour)

    def item_enclosures(self, item: Episode) -> list[Enclosure]:
        heard = item.sound
        return [Enclosure(self.item_link(item), str(heard.size), heard.media)]


@shown_to_all
def sound(request: OfficeRequest, code: str, bulletin: str) -> HttpResponseBase:
    """The sound of one bulletin of a cluster."""
    cluster = public_cluster(office_of(request), code)
    return sound_answer(request, public_sound(cluster, bulletin, on=request.today))
