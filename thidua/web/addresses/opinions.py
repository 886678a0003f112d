"""Addresses of opinions asked of others (lấy ý kiến hiệp y)."""

from django.urls import path

from thidua.web.views import opinions

urlpatterns = [
    path("dot/<slug:code>/y-kien/", opinions.campaign_opinions, name="campaign-opinions"),
    path("dot/<slug:code>/y-kien/hoi/", opinions.ask, name="ask-opinions"),
    path("dot/<slug:code>/y-kien/noi/<uuid:pk>/bo/", opinions.drop_adviser, name="drop-adviser"),
    path("y-kien/<slug:code>/", opinions.consultation, name="consultation"),
    path("y-kien/<slug:code>/da-hoi/", opinions.asked, name="consultation-asked"),
    path("y-kien/<slug:code>/bo/", opinions.cancel, name="consultation-cancel"),
]
