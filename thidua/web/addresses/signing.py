"""Addresses of digital signing and of checking signatures (ký số, kiểm tra chữ ký số)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import signature_checks, signing

urlpatterns: list[URLPattern | URLResolver] = [
    path("van-ban/kiem-tra-chu-ky/", signature_checks.checks, name="signature-checks"),
    path("van-ban/kiem-tra-chu-ky/<uuid:pk>/", signature_checks.report, name="signature-report"),
    path(
        "van-ban/kiem-tra-chu-ky/<uuid:pk>/in.pdf", signature_checks.report_pdf, name="signature-report-pdf"
    ),
    path("van-ban/<slug:code>/ky-so/", signing.sign_here, name="paper-sign"),
    path("van-ban/<slug:code>/ky-so/tep/", signing.give, name="paper-sign-give"),
    path("van-ban/<slug:code>/ky-so/tep.pdf", signing.given_file, name="paper-sign-file"),
    path("van-ban/<slug:code>/ky-so/nhan/", signing.take, name="paper-sign-take"),
    path("van-ban/<slug:code>/ky-so/kiem-tra/", signature_checks.check_paper, name="paper-signature-check"),
    path("co-quan/anh-chu-ky/", signing.images, name="signature-images"),
    path("co-quan/anh-chu-ky/con-dau/", signing.seal_image, name="seal-image"),
    path("co-quan/anh-chu-ky/<slug:whose>.png", signing.image_file, name="signature-image"),
]
