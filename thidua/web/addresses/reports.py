"""Addresses of the desk, messages, reports and the journal (việc của tôi, báo cáo, nhật ký)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import desk, reports

urlpatterns: list[URLPattern | URLResolver] = [
    path("viec-cua-toi/", desk.desk, name="desk"),
    path("thong-bao/<uuid:pk>/", desk.message, name="message"),
    path("thong-bao/<uuid:pk>/da-nhan/", desk.acknowledge_message, name="acknowledge-message"),
    path("bao-cao/", reports.reports, name="reports"),
    path("dot/<slug:code>/bao-cao/", reports.campaign_report, name="campaign-report"),
    path("dot/<slug:code>/bao-cao/so-lieu.xlsx", reports.figures_sheet, name="figures-sheet"),
    path("nhat-ky/", reports.journal, name="journal"),
]
