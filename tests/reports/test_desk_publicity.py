"""What waits at the desks of publicity: news to approve, news that came back, readings not noted."""

from datetime import date

import pytest

from thidua.publicity.announce import hand_news_back, offer_news, write_news
from thidua.publicity.broadcast import ClusterWords, Span, add_cluster, plan_readings, write_bulletin
from thidua.publicity.documents import Bulletin, NewsWords
from thidua.reports.desk.publicity import PUBLICITY

pytestmark = pytest.mark.django_db
DAY, NEXT = date(2023, 6, 5), date(2023, 6, 6)


def waiting(mandate, on=DAY):
    return [one.title for source in PUBLICITY for one in source(mandate, on)]


def test_offered_news_waits_with_who_may_approve_it(whole, campaign):
    office, words = whole.commune, NewsWords("Ra quân", "", "Sáng nay bà con ra quân.")
    by_culture, by_standing = (
        write_news(campaign, words=words, mandate=one, on=DAY) for one in (office.culture, office.standing)
    )
    offer_news(by_culture, mandate=office.culture, on=DAY)
    offer_news(by_standing, mandate=office.standing, on=DAY)
    assert waiting(office.chair) == ["Duyệt tin: Ra quân"] * 2
    assert waiting(office.standing) == ["Duyệt tin: Ra quân"]
    assert waiting(office.clerk) == []
    hand_news_back(by_culture, reason="Thiếu tên thôn", mandate=office.standing, on=DAY)
    assert waiting(office.culture) == ["Sửa tin: Ra quân"]


def test_readings_gone_by_wait_to_be_noted(whole, campaign):
    culture = whole.commune.culture
    words = ClusterWords("Loa chợ", "", "0123456", ("05:30", "17:30"))
    cluster = add_cluster(whole.commune.unit, words=words, mandate=culture, on=DAY)
    bulletin = write_bulletin(campaign, bulletin=Bulletin("Số một", "Hết."), mandate=culture, on=DAY)
    plan_readings(bulletin, cluster=cluster, span=Span(DAY, NEXT), mandate=culture, on=DAY)
    assert waiting(culture) == []
    assert waiting(culture, on=NEXT) == ["Ghi 2 lần phát: Số một"]
