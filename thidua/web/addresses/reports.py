"""Addresses of the desk, messages, reports and the journal (việc của tôi, báo cáo, nhật ký)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import archive, desk, reports, statistics

urlpatterns: list[URLPattern | URLResolver] = [
    path("viec-cua-toi/", desk.desk, name="desk"),
    path("thong-bao/<uuid:pk>/", desk.message, name="message"),
    path("thong-bao/<uuid:pk>/da-nhan/", desk.acknowledge_message, name="acknowledge-message"),
    path("bao-cao/", reports.reports, name="reports"),
    path("bao-cao/thong-ke/", statistics.statistics, name="statistics"),
    path("bao-cao/thong-ke/thong-ke.xlsx", statistics.statistics_sheet, name="statistics-sheet"),
    path("dot/<slug:code>/bao-cao/", reports.campaign_report, name="campaign-report"),
    path("dot/<slug:code>/bao-cao/so-lieu.xlsx", reports.figures_sheet, name="figures-sheet"),
    path("dot/<slug:code>/bao-cao/so-lieu/<slug:figure>/", reports.figure, name="figure"),
    path("dot/<slug:code>/luu-tru/", archive.campaign_archive, name="campaign-archive"),
    path("luu-tru/<uuid:pk>.zip", archive.archive_file, name="archive-file"),
    path("luu-tru/<uuid:pk>/kiem-tra/", archive.archive_check, name="archive-check"),
    path("luu-tru/<uuid:pk>/bo/", archive.archive_remove, name="archive-remove"),
    path("nhat-ky/", reports.journal, name="journal"),
]
