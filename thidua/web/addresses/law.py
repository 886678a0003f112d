"""Addresses of the law in force, the fund, and what a nomination rests on (luật, quỹ, căn cứ đề nghị)."""

from django.urls import path

from thidua.web.views import basis, funds, law

urlpatterns = [
    path("co-quan/luat/", law.law, name="law"),
    path("co-quan/luat/thay-doi/", law.law_changes, name="law-changes"),
    path("co-quan/quy-khen-thuong/", funds.funds, name="funds"),
    path("co-quan/quy-khen-thuong/<int:year>/", funds.fund, name="fund"),
    path("de-nghi/<slug:code>/can-cu/", basis.nomination_basis, name="nomination-basis"),
]
