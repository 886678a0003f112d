"""The portal as a citizen, a search engine and a loudspeaker see it; and nothing of who took consent back."""

import io
import json
from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.factories.commune import make_campaign
from tests.factories.models import built
from tests.publicity.honours import DAY, honoured, shown, told
from tests.publicity.sounds import mp3, upload
from tests.web.looking import page
from thidua.campaigns.models import ModelProject
from thidua.publicity.announce import take_person_down
from thidua.publicity.broadcast import (
    ClusterWords,
    Span,
    add_cluster,
    keep_recording,
    plan_readings,
    write_bulletin,
)
from thidua.publicity.documents import bulletin_about
from thidua.publicity.models.loudspeaker import LANGUAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


@pytest.fixture
def culture(whole):
    return whole.commune.culture


@pytest.fixture
def cluster(whole, culture):
    words = ClusterWords("Cụm loa chợ", "", "0123456", ("05:30",))
    return add_cluster(whole.commune.unit, words=words, mandate=culture, on=DAY)


LISTS = ("public-all-news", "public-role-models", "public-roll", "public-projects", "public-papers")


def test_before_any_campaign_every_list_says_so(client, whole):
    for name, words in zip(
        (*LISTS, "public-calendar", "public-search"),
        ("Chưa có tin nào.", "Chưa có gương nào", "Chưa có phong trào nào", "Chưa có mô hình nào",
         "Chưa có văn bản", "Chưa có mốc nào sắp tới.", "Gõ có dấu hoặc không dấu"),
        strict=True,
    ):  # fmt: skip
        assert words in page(client, name)


def test_the_lists_of_the_portal(client, whole, campaign, culture, cluster):
    shown(campaign, culture)
    told(campaign, culture)
    honoured(whole, campaign)
    built(whole, campaign)
    ModelProject.objects.create(campaign=campaign, unit=whole.villages[1], title="Chưa duyệt", stage="done")
    bulletin = write_bulletin(campaign, mandate=culture, on=DAY)
    plan_readings(bulletin, cluster=cluster, span=Span(DAY, DAY), mandate=culture, on=DAY)
    assert "Ra quân làm đường" in page(client, "public-all-news")
    assert "Hiến đất làm đường" in page(client, "public-role-models")
    assert "Hoàng Thị <b>Cúc</b>" in page(client, "public-roll")
    text = page(client, "public-projects", dot=campaign.slug)
    assert ("Tuyến đường hoa" in text, "Chưa duyệt" in text) == (True, False)
    assert "Quyết định số" in page(client, "public-papers")
    text = page(client, "public-calendar")
    for words in ("Ngày kỷ niệm", "Bản tin thi đua ngày 05/6/2023", "(Cụm loa chợ)", "Kết thúc phong trào"):
        assert words in text
    page(client, "public-roll", dot="khong-co", status=404)


def test_search_marks_what_it_found_and_keeps_pages_apart(client, whole, campaign, culture):
    for number in range(21):
        told(campaign, culture, title=f"Đường thôn thứ {number}")
    text = page(client, "public-search", q="duong thon thu")
    assert "Tìm thấy 21 kết quả" in text
    assert "<mark>Đường</mark> <mark>thôn</mark> <mark>thứ</mark>" in text
    assert "?q=duong+thon+thu&amp;trang=2" in text
    assert "Không thấy gì cho “&lt;b&gt;”" in page(client, "public-search", q="<b>")


# For machines


def test_rss_and_json_say_the_same_as_atom(client, whole, campaign, culture):
    news = told(campaign, culture)
    for name, args in (("public-rss", [campaign.slug]), ("public-all-rss", [])):
        item = ElementTree.fromstring(client.get(reverse(name, args=args)).content).find("channel/item")
        assert (item.find("title").text, item.find("guid").text) == (news.title, f"urn:uuid:{news.pk}")
    for name, args in (("public-json", [campaign.slug]), ("public-all-json", [])):
        answer = client.get(reverse(name, args=args))
        assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
        feed = json.loads(answer.content)
        assert (feed["version"], feed["feed_url"]) == (
            "https://jsonfeed.org/version/1.1",
            f"http://testserver{reverse(name, args=args)}",
        )
        assert [(one["id"], one["title"], one["date_published"]) for one in feed["items"]] == [
            (f"urn:uuid:{news.pk}", news.title, "2023-06-05T00:00:00+07:00")
        ]
    assert "urn:uuid:" in page(client, "public-all-feed")


def test_the_map_of_the_site_and_what_machines_leave_alone(client, whole, campaign, culture):
    news, person = told(campaign, culture), shown(campaign, culture)
    root = ElementTree.fromstring(client.get(reverse("sitemap")).content)
    places = {one.text for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    for name, slug in (
        ("public-campaign", campaign.slug), ("public-news", news.slug), ("public-role-model", person.slug)
    ):  # fmt: skip
        assert f"http://testserver{reverse(name, args=[slug])}" in places
    assert "Sitemap: http://testserver/sitemap.xml" in page(client, "robots")


def test_a_shared_page_has_a_picture_of_our_own(client, whole, campaign, culture):
    news, person = told(campaign, culture, title="Đường thôn đã thông " * 12), shown(campaign, culture)
    for name, slug in (
        ("share-campaign", campaign.slug), ("share-news", news.slug), ("share-role-model", person.slug)
    ):  # fmt: skip
        answer = client.get(reverse(name, args=[slug]))
        with Image.open(io.BytesIO(answer.content)) as picture:
            assert (answer["Content-Type"], picture.size) == ("image/png", (1200, 630))
        assert len(answer.content) < 60_000
    assert f'content="http://testserver{reverse("share-news", args=[news.slug])}"' in page(
        client, "public-news", news.slug
    )


def test_loudspeakers_fetch_their_sound(client, whole, campaign, culture, cluster):
    bulletin = write_bulletin(campaign, mandate=culture, on=DAY)
    plan_readings(bulletin, cluster=cluster, span=Span(DAY, date(2023, 6, 6)), mandate=culture, on=DAY)
    kept = keep_recording(bulletin, language=LANGUAGE, upload=upload(mp3()), mandate=culture, on=DAY)
    feed = ElementTree.fromstring(client.get(reverse("public-podcast", args=[cluster.code])).content)
    items = feed.findall("channel/item")
    assert [item.find("title").text for item in items] == [
        "05:30 ngày 05/6/2023: Bản tin thi đua ngày 05/6/2023",
        "05:30 ngày 06/6/2023: Bản tin thi đua ngày 05/6/2023",
    ]
    sound = items[0].find("enclosure").attrib
    assert (sound["type"], sound["length"]) == ("audio/mpeg", str(kept.size))
    answer = client.get(sound["url"].removeprefix("http://testserver"))
    assert (answer["Content-Type"], len(answer.getvalue())) == ("audio/mpeg", kept.size)
    page(client, "public-sound", cluster.code, "khongco", status=404)
    page(client, "public-podcast", "khongco", status=404)


def test_when_consent_is_taken_back_nothing_names_the_person_any_more(
    client, whole, campaign, culture, cluster
):
    person = shown(campaign, culture)
    news = told(campaign, culture, title="Gương tốt Lộc Văn Tài", person=person)
    bulletin = write_bulletin(
        campaign, bulletin=bulletin_about(person, campaign, on=DAY), mandate=culture, on=DAY
    )
    plan_readings(bulletin, cluster=cluster, span=Span(DAY, DAY), mandate=culture, on=DAY)
    keep_recording(bulletin, language=LANGUAGE, upload=upload(mp3()), mandate=culture, on=DAY)
    places = [
        reverse(name, args=args)
        for name, args in (
            *((name, []) for name in LISTS), ("public-all-feed", []), ("public-all-rss", []),
            ("public-all-json", []), ("public-json", [campaign.slug]), ("sitemap", []),
            ("public-calendar", []), ("public-podcast", [cluster.code]),
        )
    ]  # fmt: skip
    places.append(reverse("public-search") + "?q=loc+van+tai")
    words = ("Lộc Văn", "Lộc</mark>", person.slug, news.slug, bulletin.code)

    def named():
        return [place for place in places if any(w in client.get(place).content.decode() for w in words)]

    assert len(named()) == 9
    take_person_down(person, reason="", consent=True, mandate=culture, on=DAY)
    assert named() == []
    for name, args in (
        ("share-role-model", [person.slug]), ("share-news", [news.slug]),
        ("public-sound", [cluster.code, bulletin.code]),
    ):  # fmt: skip
        page(client, name, *args, status=404)


def test_the_lists_cost_the_same_for_one_and_for_three(client, whole, campaign, culture, cluster):
    names = (*LISTS, "sitemap", "public-all-json", "public-all-rss", "public-calendar")
    addresses = [*map(reverse, names), reverse("public-podcast", args=[cluster.code])]
    addresses.append(reverse("public-search") + "?q=lam")
    counts = []
    for many in (1, 2):
        for number in range(many):
            told(campaign, culture, title=f"Làm đường {number}")
            shown(campaign, culture, title=f"Làm cầu {number}")
            built(whole, campaign)
            bulletin = write_bulletin(campaign, mandate=culture, on=DAY)
            plan_readings(bulletin, cluster=cluster, span=Span(DAY, DAY), mandate=culture, on=DAY)
            keep_recording(bulletin, language=LANGUAGE, upload=upload(mp3()), mandate=culture, on=DAY)
        counts.append({})
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts[-1][address] = len(queries)
    assert counts[0] == counts[1]
