"""Addresses of good deeds and role models in the office (việc tốt, gương điển hình)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import leads, photos, role_models

urlpatterns: list[URLPattern | URLResolver] = [
    path("dot/<slug:code>/guong/", leads.leads, name="campaign-leads"),
    path("dot/<slug:code>/guong/them/", leads.lead_new, name="lead-new"),
    path("viec-tot/<slug:receipt>/", leads.lead, name="lead"),
    path("viec-tot/<slug:receipt>/xac-minh/", leads.verify, name="lead-verify"),
    path("viec-tot/<slug:receipt>/khong-nhan/", leads.reject, name="lead-reject"),
    path("viec-tot/<slug:receipt>/xem-lai/", leads.reopen, name="lead-reopen"),
    path("viec-tot/<slug:receipt>/thanh-guong/", role_models.from_lead, name="lead-profile"),
    path("dot/<slug:code>/dien-hinh/", role_models.role_models, name="campaign-role-models"),
    path("dot/<slug:code>/dien-hinh/them/", role_models.role_model_new, name="role-model-new"),
    path("dien-hinh/<slug:slug>/", role_models.role_model, name="role-model"),
    path("dien-hinh/<slug:slug>/sua/", role_models.edit, name="role-model-edit"),
    path("dien-hinh/<slug:slug>/anh/", photos.put, name="role-model-photo"),
    path("dien-hinh/<slug:slug>/anh/<uuid:pk>/bo/", photos.take_out, name="role-model-photo-out"),
    path("dien-hinh/<slug:slug>/dong-y/", role_models.consent, name="role-model-consent"),
    path("dien-hinh/<slug:slug>/cong-khai/", role_models.publish, name="role-model-publish"),
    path("dien-hinh/<slug:slug>/go/", role_models.withdraw, name="role-model-withdraw"),
    path("dien-hinh/<slug:slug>/viet-lai/", role_models.reopen, name="role-model-reopen"),
]
