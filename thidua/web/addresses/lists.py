"""Addresses of lists of nominees, of their comparison and order (danh sách đề nghị, so sánh, xếp hạng)."""

from django.urls import path

from thidua.web.views import lists, ranking

urlpatterns = [
    path("dot/<slug:code>/nhap-danh-sach/", lists.hand_in, name="nominations-hand-in"),
    path("dot/<slug:code>/nhap-danh-sach/mau.xlsx", lists.template, name="nominations-template"),
    path("danh-sach-de-nghi/<uuid:pk>/", lists.look, name="nominations-list"),
    path("danh-sach-de-nghi/<uuid:pk>/dat/", lists.settle, name="settle-list"),
    path("danh-sach-de-nghi/<uuid:pk>/bo/", lists.drop, name="drop-list"),
    path("danh-sach-de-nghi/<uuid:pk>/can-sua.xlsx", lists.faults, name="list-faults"),
    path("dot/<slug:code>/xep-hang/", ranking.rankings, name="rankings"),
    path("dot/<slug:code>/xep-hang/<slug:form>/<slug:recipient>/", ranking.ranking, name="ranking"),
    path(
        "dot/<slug:code>/xep-hang/<slug:form>/<slug:recipient>/bang-diem/",
        ranking.score_table,
        name="score-table",
    ),
    path(
        "dot/<slug:code>/xep-hang/<slug:form>/<slug:recipient>/thu-tu/",
        ranking.places,
        name="ranking-places",
    ),
    path(
        "dot/<slug:code>/xep-hang/<slug:form>/<slug:recipient>/xoa-diem/",
        ranking.clear,
        name="clear-scores",
    ),
    path(
        "dot/<slug:code>/xep-hang/<slug:form>/<slug:recipient>/so-sanh/",
        ranking.comparison,
        name="comparison",
    ),
    path("de-nghi/<slug:code>/cham-diem/", ranking.scores, name="nomination-scores"),
]
