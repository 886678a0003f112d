"""Addresses of standards, the units' closings, nominations and appraisals (tiêu chuẩn, tổng kết, đề nghị,
thẩm định).
"""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import (
    appraisals,
    balance,
    campaign_rules,
    dossiers,
    evidence,
    local_titles,
    nominations,
    quotas,
    review,
    standard,
)


class ReviewMove(SlugConverter):
    """A move of a unit's closing that has an address."""

    regex = "gui|lay-lai|bao-cao"


class NominationMove(SlugConverter):
    """A move of a nomination that has an address."""

    regex = "gui|lay-lai|bao-cao|nhan-tham-dinh|mo-lai-tham-dinh"


class Ending(SlugConverter):
    """How an appraisal ends."""

    regex = "du-dieu-kien|khong-du-dieu-kien"


register_converter(ReviewMove, "review_move")
register_converter(NominationMove, "nomination_move")
register_converter(Ending, "ending")

urlpatterns = [
    path("dot/<slug:code>/tieu-chuan/", standard.standards, name="campaign-standards"),
    path("dot/<slug:code>/tieu-chuan/danh-hieu-rieng/", local_titles.title_offer, name="title-offer"),
    path(
        "dot/<slug:code>/tieu-chuan/<slug:form>/bo-danh-hieu/",
        local_titles.title_take_off,
        name="title-take-off",
    ),
    path("dot/<slug:code>/tieu-chuan/<slug:form>/doi-chieu/", standard.measures, name="measure-criteria"),
    path("dot/<slug:code>/tieu-chuan/<slug:form>/", standard.award_standard, name="award-standard"),
    path(
        "dot/<slug:code>/tieu-chuan/<slug:form>/ban-goc/",
        standard.original_standard,
        name="original-standard",
    ),
    path("dot/<slug:code>/tong-ket-don-vi/", review.reviews, name="campaign-reviews"),
    path("dot/<slug:code>/xet-khen-thuong/", review.begin_awarding, name="begin-awarding"),
    path("dot/<slug:code>/tong-ket-don-vi/<slug:unit>/", review.unit_review, name="unit-review"),
    path("dot/<slug:code>/tong-ket-don-vi/<slug:unit>/tra-lai/", review.return_review, name="return-review"),
    path(
        "dot/<slug:code>/tong-ket-don-vi/<slug:unit>/<review_move:move>/",
        review.move_review,
        name="move-review",
    ),
    path("dot/<slug:code>/de-nghi/", nominations.campaign_nominations, name="campaign-nominations"),
    path("dot/<slug:code>/giay-to-don-vi/<slug:unit>/", nominations.unit_papers, name="unit-papers"),
    path("de-nghi/", nominations.nominations, name="nominations"),
    path("dot/<slug:code>/chi-tieu-khen-thuong/", quotas.quotas, name="campaign-quotas"),
    path("dot/<slug:code>/quy-tac-rieng/", campaign_rules.rules, name="campaign-rules"),
    path("dot/<slug:code>/quy-tac-rieng/<slug:rule>/", campaign_rules.rule, name="campaign-rule"),
    path("dot/<slug:code>/quy-tac-rieng/<slug:rule>/thoi/", campaign_rules.drop, name="drop-campaign-rule"),
    path("dot/<slug:code>/chi-tieu-khen-thuong/moi/", quotas.new_quota, name="new-quota"),
    path("dot/<slug:code>/chi-tieu-khen-thuong/<slug:quota>/doi/", quotas.change, name="change-quota"),
    path("dot/<slug:code>/chi-tieu-khen-thuong/<slug:quota>/thoi/", quotas.end, name="end-quota"),
    path("de-nghi/can-doi/", balance.list_balance, name="nominations-balance"),
    path("de-nghi/danh-sach.xlsx", nominations.sheet, name="nominations-sheet"),
    path("de-nghi/da-chon/", nominations.chosen_together, name="nominations-chosen"),
    path("de-nghi/moi/", nominations.new_nomination, name="new-nomination"),
    path("dot/<slug:code>/tham-dinh/", appraisals.campaign_appraisals, name="campaign-appraisals"),
    path("de-nghi/<slug:code>/", dossiers.nomination, name="nomination"),
    path("de-nghi/<slug:code>/ho-so/", dossiers.dossier, name="dossier"),
    path("de-nghi/<slug:code>/thanh-phan/", dossiers.part, name="dossier-part"),
    path("de-nghi/<slug:code>/xac-nhan/", dossiers.confirm, name="confirm-report"),
    path("de-nghi/<slug:code>/nop-muon/", dossiers.late, name="late-nomination"),
    path("de-nghi/<slug:code>/tra-lai/", appraisals.return_dossier, name="return-dossier"),
    path("de-nghi/<slug:code>/minh-chung/<uuid:criterion>/", evidence.evidence, name="claim-evidence"),
    path("de-nghi/<slug:code>/bo-minh-chung/<uuid:pk>/", evidence.drop_evidence, name="drop-evidence"),
    path("de-nghi/<slug:code>/doi-hinh-thuc/", dossiers.other_form, name="other-form"),
    path("de-nghi/<slug:code>/rut/", dossiers.withdraw, name="withdraw-nomination"),
    path("de-nghi/<slug:code>/tham-dinh/", appraisals.appraisal, name="appraisal"),
    path("de-nghi/<slug:code>/ket-luan/<ending:ending>/", appraisals.conclude, name="conclude-appraisal"),
    path("de-nghi/<slug:code>/<nomination_move:move>/", dossiers.move, name="move-nomination"),
]
