"""Addresses of good deeds and role models in the office (việc tốt, gương điển hình)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import initiatives, lead_checks, lead_joins, lead_slips, leads, photos, role_models

INITIATIVE = "dot/<slug:code>/sang-kien/<slug:which>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("dot/<slug:code>/guong/", leads.leads, name="campaign-leads"),
    path("dot/<slug:code>/guong/them/", leads.lead_new, name="lead-new"),
    path("dot/<slug:code>/guong/de-rieng/", leads.leads_aside, name="campaign-leads-aside"),
    path("dot/<slug:code>/guong/lay-lai/", leads.leads_back, name="campaign-leads-back"),
    path("dot/<slug:code>/guong/phieu/", lead_slips.slips, name="lead-slips"),
    path("dot/<slug:code>/guong/phieu.pdf", lead_slips.slips_file, name="lead-slips-file"),
    path("viec-tot/<slug:receipt>/", leads.lead, name="lead"),
    path("viec-tot/<slug:receipt>/hoi/", lead_checks.ask, name="lead-ask"),
    path("viec-tot/<slug:receipt>/nguoi-biet/", lead_checks.witness, name="lead-witness"),
    path("viec-tot/<slug:receipt>/y-kien/", lead_checks.confirm, name="lead-confirm"),
    path("viec-tot/<slug:receipt>/xac-minh/", lead_checks.verify, name="lead-verify"),
    path("viec-tot/<slug:receipt>/khong-nhan/", lead_checks.reject, name="lead-reject"),
    path("viec-tot/<slug:receipt>/xem-lai/", lead_checks.reopen, name="lead-reopen"),
    path("viec-tot/<slug:receipt>/so-sanh/<slug:other>/", lead_joins.compare, name="lead-compare"),
    path("viec-tot/<slug:receipt>/tach/", lead_joins.separate, name="lead-separate"),
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
    path("dot/<slug:code>/sang-kien/", initiatives.initiatives, name="initiatives"),
    path("dot/<slug:code>/sang-kien/them/", initiatives.new, name="initiative-new"),
    path(f"{INITIATIVE}", initiatives.initiative, name="initiative"),
    path(f"{INITIATIVE}sua/", initiatives.edit, name="initiative-edit"),
    path(f"{INITIATIVE}cong-nhan/", initiatives.recognise, name="initiative-recognise"),
    path(f"{INITIATIVE}bo/", initiatives.drop, name="initiative-drop"),
    path(f"{INITIATIVE}xem-lai/", initiatives.reopen, name="initiative-reopen"),
    path(f"{INITIATIVE}ap-dung/", initiatives.apply, name="initiative-apply"),
    path(f"{INITIATIVE}ap-dung/<slug:unit>/bo/", initiatives.stop, name="initiative-stop"),
]
