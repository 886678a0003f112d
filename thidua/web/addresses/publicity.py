"""Addresses of news and loudspeaker bulletins in the office (truyền thông)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import broadcasts, news

urlpatterns: list[URLPattern | URLResolver] = [
    path("dot/<slug:code>/truyen-thong/", news.campaign_news, name="campaign-news"),
    path("dot/<slug:code>/truyen-thong/tin-moi/", news.news_new, name="news-new"),
    path("dot/<slug:code>/truyen-thong/ban-tin-moi/", broadcasts.bulletin_new, name="bulletin-new"),
    path("tin-bai/<slug:slug>/", news.piece, name="news"),
    path("tin-bai/<slug:slug>/sua/", news.edit, name="news-edit"),
    path("tin-bai/<slug:slug>/dang/", news.publish, name="news-publish"),
    path("tin-bai/<slug:slug>/go/", news.take_down, name="news-take-down"),
    path("tin-bai/<slug:slug>/viet-lai/", news.reopen, name="news-reopen"),
    path("ban-tin/<slug:code>/", broadcasts.bulletin, name="bulletin"),
    path("ban-tin/<slug:code>/sua/", broadcasts.edit, name="bulletin-edit"),
    path("ban-tin/<slug:code>/phat/", broadcasts.log, name="bulletin-log"),
    path("ban-tin/<slug:code>/loi-doc.txt", broadcasts.text, name="bulletin-text"),
]
