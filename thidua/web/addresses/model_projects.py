"""Addresses of models and of doing likewise in the office (mô hình, phần việc; nhân rộng)."""

from django.urls import URLPattern, URLResolver, path

from thidua.web.views import model_projects, model_showing, replications

urlpatterns: list[URLPattern | URLResolver] = [
    path("dot/<slug:code>/mo-hinh/", model_projects.projects, name="campaign-projects"),
    path("dot/<slug:code>/mo-hinh/them/", model_projects.project_new, name="project-new"),
    path("mo-hinh-don-vi/<slug:code>/", model_projects.project, name="project"),
    path("mo-hinh-don-vi/<slug:code>/sua/", model_projects.edit, name="project-edit"),
    path("mo-hinh-don-vi/<slug:code>/tinh-trang/", model_projects.stage, name="project-stage"),
    path("giai-doan-mo-hinh/<uuid:pk>/", model_projects.step, name="project-step"),
    path("mo-hinh-don-vi/<slug:code>/trinh-duyet/", model_showing.offer, name="project-offer"),
    path("mo-hinh-don-vi/<slug:code>/tra-lai/", model_showing.hand_back, name="project-hand-back"),
    path("mo-hinh-don-vi/<slug:code>/cong-khai/", model_showing.publish, name="project-publish"),
    path("mo-hinh-don-vi/<slug:code>/duyet-sua/", model_showing.renew, name="project-renew"),
    path("mo-hinh-don-vi/<slug:code>/go/", model_showing.withdraw, name="project-withdraw"),
    path("mo-hinh-don-vi/<slug:code>/viet-lai/", model_showing.reopen, name="project-reopen"),
    path("mo-hinh-don-vi/<slug:code>/anh/", model_showing.picture, name="project-picture"),
    path("anh-mo-hinh/<slug:code>/dong-y/", model_showing.agree, name="project-picture-agree"),
    path("anh-mo-hinh/<slug:code>/bo/", model_showing.picture_out, name="project-picture-out"),
    path("dot/<slug:code>/nhan-rong/", replications.replications, name="campaign-replications"),
    path("dot/<slug:code>/nhan-rong/them/", replications.replication_new, name="replication-new"),
    path("nhan-rong/<slug:code>/", replications.replication, name="replication"),
    path("nhan-rong/<slug:code>/thoi/", replications.drop, name="replication-drop"),
    path("nhan-rong/<slug:code>/lam-tiep/", replications.resume, name="replication-resume"),
]
