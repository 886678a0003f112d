"""Stages 12 and 13: news, the loudspeaker, the closing report (truyền thông, tổng kết)."""

from __future__ import annotations

from datetime import timedelta

from thidua.demo.story.papers import carry_for
from thidua.demo.story.work import the_office_is_done
from thidua.demo.tales import tale_of
from thidua.demo.world import World
from thidua.publicity.announce import offer_news, publish_news, write_news
from thidua.publicity.broadcast import (
    Airing,
    ClusterWords,
    DeskWords,
    Span,
    add_cluster,
    log_airing,
    plan_readings,
    set_desk,
    write_bulletin,
)
from thidua.publicity.documents import NewsWords
from thidua.publicity.plan import ItemWords, add_item
from thidua.reports.conclude import draft_closing_report


def the_news_goes_out(world: World) -> None:
    """Stage 12 (truyền thông): one piece of news, one bulletin read twice over the loudspeakers."""
    officer, on = world.commune["culture"], world.days.announce
    said = tale_of(world.year).news
    words = NewsWords(said.title, said.lead, said.body)
    news = write_news(world.running, words=words, mandate=officer, on=on)
    offer_news(news, mandate=officer, on=on)
    publish_news(news, mandate=world.commune["standing"], on=on)
    _the_loudspeakers_read(world)


def _the_loudspeakers_read(world: World) -> None:
    """A plan of publicity, a cluster of loudspeakers, the bulletin read twice and planned for three days."""
    officer, on, unit = world.commune["culture"], world.days.announce, world.running.unit
    words = ItemWords(
        officer.office.title, "Phát bản tin kết quả", "broadcast", "", on, on + timedelta(days=6),
        2, "week",
    )  # fmt: skip
    add_item(world.running, words=words, mandate=officer, on=on)
    set_desk(unit, words=DeskWords(160, "vi", ("Tày", "Dao")), mandate=officer, on=on)
    centre = ClusterWords("Cụm loa trung tâm xã", "Nhà văn hóa xã", "0123456", ("05:30", "17:30"))
    cluster = add_cluster(unit, words=centre, mandate=officer, on=on)
    bulletin = write_bulletin(world.running, mandate=officer, on=on)
    for hour in cluster.hours:
        log_airing(bulletin, airing=Airing(on, hour, cluster.name), mandate=officer, on=on)
    span = Span(on + timedelta(days=1), on + timedelta(days=3), ("17:30",))
    plan_readings(bulletin, cluster=cluster, span=span, mandate=officer, on=on)


def the_campaign_closes(world: World) -> None:
    """Stage 13 (tổng kết): the report is written from the data; with its issue all is closed."""
    team, on = world.commune, world.days.conclude
    the_office_is_done(world)
    lessons = tale_of(world.year).lessons
    report = draft_closing_report(
        world.running, lessons=lessons, signer=team["chair"], mandate=team["standing"], on=on
    )
    carry_for(team, report, drafter="standing", on=on)
