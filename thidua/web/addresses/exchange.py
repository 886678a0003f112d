"""Addresses of packages, partners and edXML (trao đổi gói hồ sơ, edXML)."""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import edxml, packages, partners


class PackageWay(SlugConverter):
    """Whether a package goes up or answers."""

    regex = "trinh|tra-loi"


register_converter(PackageWay, "package_way")

urlpatterns = [
    path("goi-ho-so/", packages.package_format, name="package-format"),
    path("goi-ho-so/goi-1.schema.json", packages.package_schema, name="package-schema"),
    path("goi/", packages.packages, name="packages"),
    path("goi/tai-len/", packages.package_upload, name="package-upload"),
    path("goi/xem/<uuid:pk>/", packages.package_preview_page, name="package-preview"),
    path("goi/xem/<uuid:pk>/khai-noi-gui/", packages.package_partner, name="package-partner"),
    path("goi/xem/<uuid:pk>/dung/", packages.package_stop, name="package-stop"),
    path("goi/xem/<uuid:pk>/bo/", packages.package_drop, name="package-drop"),
    path("goi/<uuid:pk>.zip", packages.package_download, name="package-file"),
    path("trinh/<slug:code>/goi/<package_way:way>/", packages.package_make, name="package-make"),
    path("trinh/<slug:code>/goi/xin-rut/", packages.package_ask_back, name="package-ask-back"),
    path("co-quan/trao-doi/", partners.partners, name="partners"),
    path("co-quan/trao-doi/khoa.png", partners.key_picture, name="key-picture"),
    path("co-quan/trao-doi/khai/", partners.partner_new, name="partner-new"),
    path("co-quan/trao-doi/<uuid:pk>/", partners.partner, name="partner"),
    path("co-quan/trao-doi/<uuid:pk>/thoi/", partners.partner_end, name="partner-end"),
    path("co-quan/ma-dinh-danh/", edxml.organs, name="organs"),
    path("co-quan/ma-dinh-danh/<slug:code>/", edxml.organ, name="organ"),
    path("van-ban/<slug:code>/edxml/", edxml.envelope, name="paper-edxml"),
    path("edxml/", edxml.envelopes, name="envelopes"),
    path("edxml/nhan/", edxml.receive, name="edxml-receive"),
    path("edxml/nhan/<uuid:pk>/", edxml.receive_preview, name="edxml-preview"),
    path("edxml/<uuid:pk>/trang-thai/", edxml.status, name="edxml-status"),
    path("edxml/<uuid:pk>.edxml", edxml.download, name="edxml-file"),
]
