"""Addresses of registration, progress and reminders (đăng ký, theo dõi)."""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import part


class Move(SlugConverter):
    """A move of a registration that has an address."""

    regex = "lay-lai|nhan"


class Missing(SlugConverter):
    """What a unit may owe."""

    regex = "dang-ky|bao-cao|nhan-ke-hoach|nhiem-vu|tong-ket"


register_converter(Move, "move")
register_converter(Missing, "missing")

urlpatterns = [
    path("dot/<slug:code>/dang-ky/", part.registrations, name="campaign-registrations"),
    path("dot/<slug:code>/dang-ky/<slug:unit>/", part.unit_registration, name="unit-registration"),
    path(
        "dot/<slug:code>/dang-ky/<slug:unit>/tra-lai/", part.return_registration, name="return-registration"
    ),
    path(
        "dot/<slug:code>/dang-ky/<slug:unit>/<move:move>/", part.move_registration, name="move-registration"
    ),
    path("dot/<slug:code>/theo-doi/", part.tracking, name="campaign-track"),
    path("dot/<slug:code>/theo-doi/don-doc/<missing:missing>/", part.remind, name="remind"),
    path("dot/<slug:code>/ket-qua/<slug:unit>/", part.unit_progress, name="unit-progress"),
    path("dot/<slug:code>/ket-qua/<slug:unit>/mo-hinh/", part.project, name="unit-project"),
]
