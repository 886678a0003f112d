"""Addresses of the public pages: everybody reads them without an account (trang công khai)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import feed, public, visitors

urlpatterns: list[URLPattern | URLResolver] = [
    path("", public.home, name="public-home"),
    path("phong-trao/<slug:slug>/", public.campaign, name="public-campaign"),
    path("phong-trao/<slug:slug>/tin.atom", public.shown_to_all(feed.CampaignFeed()), name="public-feed"),
    path("phong-trao/<slug:slug>/van-ban/<slug:code>.pdf", public.paper, name="public-paper"),
    path("tin/<slug:slug>/", public.news, name="public-news"),
    path("guong/<slug:slug>/", public.role_model, name="public-role-model"),
    path("guong/<slug:slug>/anh/", public.picture, name="public-picture"),
    path("bao-viec-tot/", visitors.report_good_deed, name="report-good-deed"),
    path("bao-viec-tot/<slug:receipt>/", visitors.receipt, name="good-deed-receipt"),
    path("kiem-tra/", visitors.verify, name="verify"),
    path("kiem-tra/<slug:code>/", visitors.verify_certificate, name="verify-certificate"),
]
