"""The doors of the loudspeaker desk, the publicity plan and the portal (phát thanh, tuyên truyền, cổng)."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from tests.factories.commune import Commune
from tests.publicity.sounds import mp3, upload
from tests.web.door import Door, Of, posts, public
from thidua.publicity import broadcast
from thidua.publicity.announce import offer_news, write_news
from thidua.publicity.documents import Bulletin, NewsWords
from thidua.publicity.models.loudspeaker import LANGUAGE
from thidua.publicity.plan import ItemWords, add_item, drop_item, mark_done

DAY = date(2023, 6, 5)
WRITERS = "standing culture"
# Who keeps the loudspeakers of an office of their own.
KEEPERS = f"{WRITERS} away_standing district_standing province_standing"


def told_to_the_public(whole: Commune, of: SimpleNamespace) -> None:
    """Clusters in use and not, a bulletin planned, recorded, one stopped; a plan; a piece that waits."""
    culture, unit = whole.commune.culture, whole.commune.unit
    said = broadcast.DeskWords(160, "vi", ("Tày",))
    broadcast.set_desk(unit, words=said, mandate=culture, on=DAY)
    words = [broadcast.ClusterWords(name, "", "0123456", ("05:30",)) for name in ("Loa chợ", "Loa cũ")]
    of.cluster, of.old_cluster = (
        broadcast.add_cluster(unit, words=one, mandate=culture, on=DAY) for one in words
    )
    broadcast.end_cluster(of.old_cluster, mandate=culture, on=DAY)
    span = broadcast.Span(DAY, DAY)
    broadcast.plan_readings(of.bulletin, cluster=of.cluster, span=span, mandate=culture, on=DAY)
    of.slot = of.bulletin.slots.get()
    broadcast.keep_recording(of.bulletin, language=LANGUAGE, upload=upload(mp3()), mandate=culture, on=DAY)
    short = Bulletin("Bản tin cũ", "Kính thưa bà con.")
    of.stopped = broadcast.write_bulletin(of.running, bulletin=short, mandate=culture, on=DAY)
    broadcast.stop_bulletin(of.stopped, reason="Sai số liệu", mandate=culture, on=DAY)
    news = NewsWords("Tin chờ duyệt", "", "Chiều nay bà con ra quân.")
    of.offered = write_news(of.running, words=news, mandate=culture, on=DAY)
    offer_news(of.offered, mandate=culture, on=DAY)
    line = ItemWords("Văn hóa xã", "Treo băng rôn", "posting", "", DAY, date(2023, 6, 30), 2, "whole")
    of.item, of.dropped_item = (add_item(of.running, words=line, mandate=culture, on=DAY) for _ in "ab")
    drop_item(of.dropped_item, mandate=culture, on=DAY)
    of.mark = mark_done(of.item, day=DAY, note="Treo ở cổng", mandate=culture, on=DAY)


def _bulletin(of: Of) -> tuple[Any, ...]:
    return (of.bulletin.code,)


def _sound(of: Of) -> tuple[Any, ...]:
    return (of.bulletin.code, "tieng-viet", "nguoi")


def _running(of: Of) -> tuple[Any, ...]:
    return (of.running.slug,)


def _line(of: Of) -> dict[str, Any]:
    return {"channel": "posting", "times": "3", "rhythm": "week", "starts": "01/6/2023", "ends": "30/6/2023",
            "version": of.item.version}  # fmt: skip


def _cluster(of: Of) -> dict[str, Any]:
    return {"name": "Loa mới", "days": ["0", "1"], "hours": "05:30, 17:30"}


PORTAL = (
    *(public(name) for name in ("public-all-news", "public-all-feed", "public-all-rss", "public-all-json")),
    *(public(name) for name in ("public-role-models", "public-roll", "public-projects", "public-papers")),
    public("public-calendar"),
    public("public-search", query="?q=duong"),
    public("sitemap"),
    public("robots"),
    *(public(name, _running) for name in ("public-rss", "public-json", "share-campaign")),
    public("share-news", lambda of: (of.public_news.slug,)),
    public("share-role-model", lambda of: (of.public_model.slug,)),
    public("public-podcast", lambda of: (of.cluster.code,)),
    public("public-sound", lambda of: (of.cluster.code, of.bulletin.code)),
)
LOUDSPEAKERS = (
    Door("loudspeakers"),
    Door("broadcast-log"),
    Door("loudspeaker-settings", may=KEEPERS, data=lambda of: {"pace": "150", "voice": "vi"}),
    Door("cluster-new", may=KEEPERS, data=_cluster),
    Door("cluster", lambda of: (of.cluster.code,), WRITERS, _cluster),
    posts("cluster-end", lambda of: (of.cluster.code,), ""),
    posts("cluster-reuse", lambda of: (of.old_cluster.code,), WRITERS),
    Door("drop-reading", lambda of: (of.slot.pk,), WRITERS),
    Door("bulletin-readings", _bulletin, WRITERS,
         lambda of: {"lich-cluster": str(of.cluster.pk), "lich-first": "06/6/2023",
                     "lich-last": "07/6/2023"}),
    Door("bulletin-stop", _bulletin, WRITERS, lambda of: {"thoi-reason": "Sai số liệu"}),
    posts("bulletin-resume", lambda of: (of.stopped.code,), WRITERS),
    Door("recording-new", _bulletin, WRITERS,
         lambda of: {"thu-language": LANGUAGE, "thu-sound": upload(mp3())}),
    Door("bulletin-voice", _bulletin),
    Door("recording", _sound),
    posts("recording-remove", _sound, WRITERS),
    Door("bulletin-translate", lambda of: (of.bulletin.code, "tay"), WRITERS,
         lambda of: {"translator": "Bà Nông Thị Lả"}),
)  # fmt: skip
PUBLICITY_PLAN = (
    Door("publicity-plan", lambda of: (of.running.code,)),
    Door("publicity-item-new", lambda of: (of.running.code,), WRITERS, _line),
    Door("publicity-item", lambda of: (of.item.code,), WRITERS, _line),
    posts("publicity-item-drop", lambda of: (of.item.code,), WRITERS),
    posts("publicity-item-restore", lambda of: (of.dropped_item.code,), WRITERS),
    Door("publicity-item-mark", lambda of: (of.item.code,), WRITERS),
    posts("publicity-mark-remove", lambda of: (of.mark.pk,), WRITERS),
    posts("news-offer", lambda of: (of.news.slug,), WRITERS),
    Door("news-hand-back", lambda of: (of.offered.slug,), f"{WRITERS} chair vice_chair",
         lambda of: {"tra-reason": "Thiếu tên thôn"}),
)  # fmt: skip
PUBLICITY = (*PORTAL, *LOUDSPEAKERS, *PUBLICITY_PLAN)
