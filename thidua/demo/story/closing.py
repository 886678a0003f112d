"""Stages 12 and 13: news, the loudspeaker, the closing report (truyền thông, tổng kết)."""

from __future__ import annotations

from thidua.demo.story.papers import carry_for
from thidua.demo.story.work import the_office_is_done
from thidua.demo.tales import tale_of
from thidua.demo.world import World
from thidua.publicity.announce import publish_news, write_news
from thidua.publicity.broadcast import Airing, log_airing, write_bulletin
from thidua.publicity.documents import NewsWords
from thidua.reports.conclude import draft_closing_report


def the_news_goes_out(world: World) -> None:
    """Stage 12 (truyền thông): one piece of news, one bulletin read twice over the loudspeakers."""
    officer, on = world.commune["culture"], world.days.announce
    said = tale_of(world.year).news
    words = NewsWords(said.title, said.lead, said.body)
    news = write_news(world.running, words=words, mandate=officer, on=on)
    publish_news(news, mandate=officer, on=on)
    bulletin = write_bulletin(world.running, mandate=officer, on=on)
    for hour in ("5:30", "17:30"):
        log_airing(bulletin, airing=Airing(on, hour, "Cụm loa trung tâm xã"), mandate=officer, on=on)


def the_campaign_closes(world: World) -> None:
    """Stage 13 (tổng kết): the report is written from the data; with its issue all is closed."""
    team, on = world.commune, world.days.conclude
    the_office_is_done(world)
    lessons = tale_of(world.year).lessons
    report = draft_closing_report(
        world.running, lessons=lessons, signer=team["chair"], mandate=team["standing"], on=on
    )
    carry_for(team, report, drafter="standing", on=on)
