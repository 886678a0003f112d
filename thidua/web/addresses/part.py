"""Addresses of registration, progress and reminders (đăng ký, theo dõi)."""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import part, registration_many, signed, unit_plans


class Move(SlugConverter):
    """A move of a registration that has an address."""

    regex = "lay-lai|nhan"


class Missing(SlugConverter):
    """What a unit may owe."""

    regex = "dang-ky|bao-cao|nhan-ke-hoach|nhiem-vu|tong-ket"


class PlanMove(SlugConverter):
    """A move of a unit's plan that has an address."""

    regex = "lay-lai|da-xem|van-ban"


register_converter(Move, "move")
register_converter(PlanMove, "plan_move")
register_converter(Missing, "missing")

urlpatterns = [
    path("dot/<slug:code>/bang-dang-ky/", registration_many.grid, name="registration-grid"),
    path("dot/<slug:code>/bang-dang-ky/phieu.pdf", registration_many.sheets, name="registration-sheets"),
    path("dot/<slug:code>/bang-dang-ky/excel/", registration_many.table, name="registration-table"),
    path("dot/<slug:code>/bang-dang-ky/nhap/", registration_many.take_table, name="registration-table-in"),
    path("bang-dang-ky/<uuid:pk>/", registration_many.table_preview, name="registration-list"),
    path("bang-dang-ky/<uuid:pk>/can-sua/", registration_many.table_faults, name="registration-list-faults"),
    path("bang-dang-ky/<uuid:pk>/bo/", registration_many.drop_table, name="drop-registration-list"),
    path("dot/<slug:code>/ke-hoach-don-vi/", unit_plans.unit_plans, name="unit-plans"),
    path("dot/<slug:code>/ke-hoach-don-vi/<slug:unit>/", unit_plans.unit_plan, name="unit-plan"),
    path(
        "dot/<slug:code>/ke-hoach-don-vi/<slug:unit>/tra-lai/",
        unit_plans.return_plan,
        name="return-unit-plan",
    ),
    path(
        "dot/<slug:code>/ke-hoach-don-vi/<slug:unit>/<plan_move:move>/",
        unit_plans.move_plan,
        name="move-unit-plan",
    ),
    path("dot/<slug:code>/giao-uoc-da-ky/", signed.pledge, name="signed-pledge"),
    path("dot/<slug:code>/dang-ky/<slug:unit>/ban-da-ky/", signed.sheet, name="signed-registration"),
    path("dk/<slug:code>/<slug:unit>/", registration_many.scanned, name="scanned-registration"),
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
]
