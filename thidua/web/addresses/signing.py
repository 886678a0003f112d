"""Addresses of digital signing and of checking signatures (ký số, kiểm tra chữ ký số)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import appendices, copies, sign_many, signature_checks, signed_sheets, signing

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
    path("ky-so/", sign_many.sign_many, name="sign-many"),
    path("quyet-dinh/<slug:code>/giay-ky-so/", signed_sheets.signed_sheets, name="signed-sheets"),
    path("quyet-dinh/<slug:code>/giay-ky-so/rut/", signed_sheets.take_back, name="signed-sheets-back"),
    path(
        "quyet-dinh/<slug:code>/giay-ky-so/<int:part>.zip", signed_sheets.bundle, name="signed-sheets-bundle"
    ),
    path("giay-khen/<slug:code>/ky-so.pdf", signed_sheets.signed_file_of, name="signed-sheet-file"),
    path("giay-khen/<slug:code>/ky-so/kiem-tra/", signed_sheets.check_sheet, name="signed-sheet-check"),
    path("so-ban-sao/", copies.book, name="copy-book"),
    path("ban-sao/<slug:code>.pdf", copies.copy_file, name="copy-file"),
    path("ban-sao/<slug:code>/huy/", copies.cancel, name="copy-cancel"),
    path("van-ban/<slug:code>/sao/", copies.of_paper, name="paper-copies"),
    path("van-ban/<slug:code>/sao/<slug:form>/", copies.on_paper, name="paper-copy"),
    path("van-ban/<slug:code>/sao/<slug:form>/dien-tu/", copies.electronic, name="paper-copy-electronic"),
    path("van-ban/<slug:code>/phu-luc/", appendices.appendices, name="paper-appendices"),
    path("phu-luc/<uuid:pk>.pdf", appendices.appendix_file, name="appendix-file"),
    path("phu-luc/<uuid:pk>/bo/", appendices.drop, name="appendix-drop"),
    path("co-quan/anh-chu-ky/", signing.images, name="signature-images"),
    path("co-quan/anh-chu-ky/con-dau/", signing.seal_image, name="seal-image"),
    path("co-quan/anh-chu-ky/<slug:whose>.png", signing.image_file, name="signature-image"),
]
