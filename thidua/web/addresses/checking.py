"""Addresses of the page that checks a certificate by its square code; they stand before the codes."""

from django.urls import path

from thidua.web.views import check

urlpatterns = [
    path("kiem-tra/quet/", check.scan, name="scan-certificate"),
    path("kiem-tra/luu-trang.js", check.worker, name="check-worker"),
    path("kiem-tra/ung-dung.webmanifest", check.manifest, name="check-manifest"),
]
