"""Addresses of news and of the publicity plan in the office (truyền thông)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import broadcasts, news, publicity_plan

urlpatterns: list[URLPattern | URLResolver] = [
    path("dot/<slug:code>/truyen-thong/", news.campaign_news, name="campaign-news"),
    path("dot/<slug:code>/truyen-thong/tin-moi/", news.news_new, name="news-new"),
    path("dot/<slug:code>/truyen-thong/ban-tin-moi/", broadcasts.bulletin_new, name="bulletin-new"),
    path("tin-bai/<slug:slug>/", news.piece, name="news"),
    path("tin-bai/<slug:slug>/sua/", news.edit, name="news-edit"),
    path("tin-bai/<slug:slug>/dang/", news.publish, name="news-publish"),
    path("tin-bai/<slug:slug>/go/", news.take_down, name="news-take-down"),
    path("tin-bai/<slug:slug>/viet-lai/", news.reopen, name="news-reopen"),
    path("tin-bai/<slug:slug>/trinh-duyet/", news.offer, name="news-offer"),
    path("tin-bai/<slug:slug>/tra-lai/", news.hand_back, name="news-hand-back"),
    path("dot/<slug:code>/tuyen-truyen/", publicity_plan.plan, name="publicity-plan"),
    path("dot/<slug:code>/tuyen-truyen/them/", publicity_plan.item_new, name="publicity-item-new"),
    path("viec-tuyen-truyen/<slug:code>/", publicity_plan.item, name="publicity-item"),
    path("viec-tuyen-truyen/<slug:code>/bo/", publicity_plan.drop, name="publicity-item-drop"),
    path("viec-tuyen-truyen/<slug:code>/lay-lai/", publicity_plan.restore, name="publicity-item-restore"),
    path("viec-tuyen-truyen/<slug:code>/da-lam/", publicity_plan.mark, name="publicity-item-mark"),
    path("viec-tuyen-truyen/da-lam/<uuid:pk>/bo/", publicity_plan.unmark, name="publicity-mark-remove"),
]
