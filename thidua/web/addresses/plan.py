"""Addresses of plans and campaigns (kế hoạch, đợt thi đua)."""

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import campaigns, plan, plan_check, scan, steer


class Change(SlugConverter):
    """A change of a campaign that has an address."""

    regex = "gia-han|tam-dung|tiep-tuc|ket-thuc-som|mo-lai"


register_converter(Change, "campaign_change")

urlpatterns: list[URLPattern | URLResolver] = [
    path("ke-hoach/moi/", plan.new_plan, name="plan-new"),
    path("ke-hoach/quet/<uuid:pk>/", scan.scan, name="scan"),
    path("ke-hoach/quet/<uuid:pk>/doc-tiep/", scan.go_on, name="scan-go-on"),
    path("ke-hoach/quet/<uuid:pk>/nhan/", scan.take, name="scan-take"),
    path("ke-hoach/quet/<uuid:pk>/bo/", scan.discard, name="scan-discard"),
    path("ke-hoach/quet/<uuid:pk>/trang/<int:number>/", scan.page, name="scan-page"),
    path("ke-hoach/quet/<uuid:pk>/trang/<int:number>.png", scan.picture, name="scan-picture"),
    path("ke-hoach/<slug:code>/", plan.plan, name="plan"),
    path("ke-hoach/<slug:code>/nhan/", plan.accept, name="plan-accept"),
    path("ke-hoach/<slug:code>/bo/", plan.discard, name="plan-discard"),
    path("ke-hoach/<slug:code>/them/", plan.add, name="plan-add"),
    path("ke-hoach/<slug:code>/goi-y/", plan.suggestions, name="plan-suggestions"),
    path("ke-hoach/<slug:code>/phan/<slug:section>/", plan.section, name="plan-section"),
    path("ke-hoach/<slug:code>/muc/<uuid:pk>/", plan_check.answer, name="plan-answer"),
    path("ke-hoach/<slug:code>/hoan-tac/<int:number>/", plan_check.undo, name="plan-undo"),
    path(
        "ke-hoach/<slug:code>/hoan-tac/<int:number>/mot/",
        plan_check.undo,
        {"alone": True},
        name="plan-undo-one",
    ),
    path("ke-hoach/<slug:code>/trang/<int:number>.png", plan_check.picture, name="plan-picture"),
    path("ke-hoach/<slug:code>/doan/<int:start>/", plan_check.paragraph, name="plan-paragraph"),
    path("dot/", campaigns.campaigns, name="campaigns"),
    path("dot/<slug:code>/", campaigns.campaign, name="campaign"),
    path("dot/<slug:code>/ke-hoach/", plan.campaign_plan, name="campaign-plan"),
    path("dot/<slug:code>/phat-dong/", campaigns.launch, name="campaign-launch"),
    path("dot/<slug:code>/doc-lai/", campaigns.reopen, name="campaign-reopen"),
    path("dot/<slug:code>/moc-thoi-gian/", campaigns.deadlines, name="campaign-deadlines"),
    path("dot/<slug:code>/thay-doi/", steer.changes, name="campaign-changes"),
    path("dot/<slug:code>/thay-doi/<campaign_change:slug>/", steer.change, name="campaign-change"),
]
