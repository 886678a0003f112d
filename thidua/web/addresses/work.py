"""Addresses of the work of a plan: tasks, expectations, recipients, days, the plan above (việc theo kế
hoạch).
"""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import movements, plan_parent, recipients, schedule, unit_work, work


class ExpectationMove(SlugConverter):
    """A move of an expectation that has an address."""

    regex = "ghi-nhan|khong-ap-dung|theo-doi"


class Kind(SlugConverter):
    """A kind of deadline."""

    regex = "register|report|review|session|ceremony"


register_converter(ExpectationMove, "expectation_move")
register_converter(Kind, "deadline_kind")

CAMPAIGN = "dot/<slug:code>/"
urlpatterns = [
    path(f"{CAMPAIGN}nhiem-vu/", work.campaign_work, name="campaign-work"),
    path(f"{CAMPAIGN}nhiem-vu/excel/", work.sheet, name="work-sheet"),
    path(f"{CAMPAIGN}nhiem-vu/lap/", work.draw_up, name="draw-up-work"),
    path(f"{CAMPAIGN}nhiem-vu/them/", work.new_task, name="task-new"),
    path(f"{CAMPAIGN}nhiem-vu/<slug:task>/", work.task, name="task"),
    path(f"{CAMPAIGN}nhiem-vu/<slug:task>/giao/", work.give, name="give-task"),
    path(f"{CAMPAIGN}nhiem-vu/<slug:task>/rut/", work.withdraw, name="withdraw-task"),
    path(f"{CAMPAIGN}nhiem-vu/<slug:task>/khoi-phuc/", work.restore, name="restore-task"),
    path(f"{CAMPAIGN}yeu-cau/<slug:expectation>/", work.expectation, name="expectation"),
    path(
        f"{CAMPAIGN}yeu-cau/<slug:expectation>/<expectation_move:move>/",
        work.move_expectation,
        name="move-expectation",
    ),
    path(f"{CAMPAIGN}viec/<slug:unit>/", unit_work.unit_work, name="unit-work"),
    path(f"{CAMPAIGN}viec-duoc-giao/<uuid:pk>/", unit_work.finish, name="finish-task"),
    path(f"{CAMPAIGN}viec-duoc-giao/<uuid:pk>/mo-lai/", unit_work.reopen, name="reopen-task"),
    path(f"{CAMPAIGN}noi-nhan/", recipients.recipients, name="campaign-recipients"),
    path(f"{CAMPAIGN}noi-nhan/<uuid:pk>/", recipients.recipient, name="recipient"),
    path(f"{CAMPAIGN}noi-nhan/<uuid:pk>/la/", recipients.place, name="place-recipient"),
    path(f"{CAMPAIGN}noi-nhan/<uuid:pk>/bo/", recipients.remove, name="remove-recipient"),
    path(f"{CAMPAIGN}moc/", schedule.schedule, name="campaign-schedule"),
    path(f"{CAMPAIGN}moc/tinh-lui/", schedule.count_back, name="count-back"),
    path(f"{CAMPAIGN}moc/<deadline_kind:kind>/doi/", schedule.move_day, name="move-deadline"),
    path(f"{CAMPAIGN}cap-tren/", plan_parent.parent, name="campaign-parent"),
    path(f"{CAMPAIGN}cap-tren/bo/", plan_parent.unlink, name="unlink-parent"),
    path(f"{CAMPAIGN}phong-trao/", movements.movements, name="campaign-movements"),
    path(f"{CAMPAIGN}phong-trao/doc-lai/", movements.read_again, name="read-movements"),
    path(f"{CAMPAIGN}phong-trao/<uuid:pk>/", movements.movement, name="movement"),
    path(f"{CAMPAIGN}phong-trao/<uuid:pk>/bo/", movements.remove_movement, name="remove-movement"),
    path("cac-dot/chong-nhau/", movements.overlaps, name="campaign-overlaps"),
]
