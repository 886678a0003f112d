"""Every address of the product: the public pages, log-in, and the office (địa chỉ trang)."""

from django.urls import include, path

urlpatterns = [
    path("", include("thidua.web.addresses.checking")),
    path("", include("thidua.web.addresses.portal")),
    path("", include("thidua.web.addresses.account")),
    path("", include("thidua.web.addresses.office")),
    path("", include("thidua.web.addresses.people")),
    path("", include("thidua.web.addresses.law")),
    path("", include("thidua.web.addresses.signing")),
    path("", include("thidua.web.addresses.papers")),
    path("", include("thidua.web.addresses.plan")),
    path("", include("thidua.web.addresses.part")),
    path("", include("thidua.web.addresses.work")),
    path("", include("thidua.web.addresses.pulse")),
    path("", include("thidua.web.addresses.examples")),
    path("", include("thidua.web.addresses.model_projects")),
    path("", include("thidua.web.addresses.publicity")),
    path("", include("thidua.web.addresses.loudspeakers")),
    path("", include("thidua.web.addresses.nominations")),
    path("", include("thidua.web.addresses.opinions")),
    path("", include("thidua.web.addresses.lists")),
    path("", include("thidua.web.addresses.council")),
    path("", include("thidua.web.addresses.decisions")),
    path("", include("thidua.web.addresses.certificates")),
    path("", include("thidua.web.addresses.ceremony")),
    path("", include("thidua.web.addresses.blanks")),
    path("", include("thidua.web.addresses.exchange")),
    path("", include("thidua.web.addresses.reports")),
]
handler404 = "thidua.web.views.errors.not_found"
handler500 = "thidua.web.views.errors.failed"
