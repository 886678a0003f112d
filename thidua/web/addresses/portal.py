"""Addresses of the public pages: everybody reads them without an account (trang công khai)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import feed, portal, public, public_models, share, sitemap, visitors

atom, rss = public.shown_to_all(feed.NewsFeed()), public.shown_to_all(feed.RssFeed())
podcast = public.shown_to_all(feed.ClusterFeed())

urlpatterns: list[URLPattern | URLResolver] = [
    path("", public.home, name="public-home"),
    path("phong-trao/<slug:slug>/", public.campaign, name="public-campaign"),
    path("phong-trao/<slug:slug>/tin.atom", atom, name="public-feed"),
    path("phong-trao/<slug:slug>/tin.rss", rss, name="public-rss"),
    path("phong-trao/<slug:slug>/tin.json", feed.json_feed, name="public-json"),
    path("phong-trao/<slug:slug>/van-ban/<slug:code>.pdf", public.paper, name="public-paper"),
    path("phong-trao/<slug:slug>/chia-se.png", share.campaign, name="share-campaign"),
    path("tin/", portal.all_news, name="public-all-news"),
    path("tin.atom", atom, name="public-all-feed"),
    path("tin.rss", rss, name="public-all-rss"),
    path("tin.json", feed.json_feed, name="public-all-json"),
    path("tin/<slug:slug>/", public.news, name="public-news"),
    path("tin/<slug:slug>/chia-se.png", share.news, name="share-news"),
    path("guong/", portal.all_role_models, name="public-role-models"),
    path("guong/<slug:slug>/", public.role_model, name="public-role-model"),
    path("guong/<slug:slug>/anh/", public.picture, name="public-picture"),
    path("guong/<slug:slug>/chia-se.png", share.role_model, name="share-role-model"),
    path("bang-vang/", portal.roll, name="public-roll"),
    path("mo-hinh/", portal.projects, name="public-projects"),
    path("mo-hinh/<slug:code>/", public_models.model, name="public-project"),
    path("mo-hinh/<slug:code>/anh/<slug:picture>/", public_models.picture, name="public-project-picture"),
    path("mo-hinh/<slug:code>/chia-se.png", public_models.share, name="share-project"),
    path("lich/", portal.calendar, name="public-calendar"),
    path("van-ban-cong-khai/", portal.papers, name="public-papers"),
    path("tim-kiem/", portal.search, name="public-search"),
    path("loa/<slug:code>.rss", podcast, name="public-podcast"),
    path("loa/<slug:code>/<slug:bulletin>/", feed.sound, name="public-sound"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("bao-viec-tot/", visitors.report_good_deed, name="report-good-deed"),
    path("bao-viec-tot/<slug:receipt>/", visitors.receipt, name="good-deed-receipt"),
    path("kiem-tra/", visitors.verify, name="verify"),
    path("kiem-tra/<slug:code>/", visitors.verify_certificate, name="verify-certificate"),
]
