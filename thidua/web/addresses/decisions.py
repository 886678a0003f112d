"""Addresses of submissions, decisions, certificates and prize money (trình, quyết định, trao thưởng)."""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import certificates, decisions, money, prints, proof, submissions


class AnswerKind(SlugConverter):
    """How a level answers, or submits again."""

    regex = "tra-lai|trinh-lai|khong-khen-thuong"


class DecisionMove(SlugConverter):
    """A move of a draft decision."""

    regex = "soan-lai|bo"


register_converter(AnswerKind, "answer_kind")
register_converter(DecisionMove, "decision_move")

DECISION = "quyet-dinh/<slug:code>/"
urlpatterns = [
    path("dot/<slug:code>/trinh/", submissions.campaign_submissions, name="campaign-submissions"),
    path("dot/<slug:code>/trinh/soan/", submissions.draft, name="draft-submission"),
    path("trinh/<slug:code>/", submissions.submission, name="submission"),
    path("trinh/<slug:code>/bo/", submissions.drop, name="drop-submission"),
    path("trinh/<slug:code>/quyet-dinh/", decisions.draft, name="draft-decision"),
    path("tra-loi/<slug:code>/<answer_kind:kind>/", submissions.answer, name="answer-nomination"),
    path("dot/<slug:code>/quyet-dinh/", decisions.campaign_decisions, name="campaign-decisions"),
    path(DECISION, decisions.decision, name="decision"),
    path(f"{DECISION}<decision_move:move>/", decisions.move, name="move-decision"),
    path("dot/<slug:code>/trao-thuong/", certificates.campaign_certificates, name="campaign-certificates"),
    path(f"{DECISION}so-khen-thuong/", certificates.register, name="award-register"),
    path(f"{DECISION}so-khen-thuong.xlsx", certificates.register_xlsx, name="award-register-sheet"),
    path(f"{DECISION}giay-khen/", certificates.make, name="make-certificates"),
    path(f"{DECISION}giay-khen.pdf", certificates.all_pdf, name="certificates-file"),
    path(f"{DECISION}in-ca-loat/", prints.prints, name="prints"),
    path(f"{DECISION}in-ca-loat/<slug:blank>/", prints.prints, name="prints-on-blank"),
    path("in-ca-loat/<uuid:pk>.pdf", prints.prints_file, name="prints-file"),
    path("in-ca-loat/<uuid:pk>/bo/", prints.prints_remove, name="prints-remove"),
    path(f"{DECISION}da-trao/", certificates.hand_over_chosen, name="hand-over-chosen"),
    path(f"{DECISION}danh-sach-chi/", money.draft_payments, name="draft-payments"),
    path(f"{DECISION}danh-sach-chi.xlsx", money.payments_xlsx, name="payments-sheet"),
    path("giay-khen/<slug:code>.pdf", certificates.one_pdf, name="certificate-file"),
    path("chi-tien-thuong/<uuid:pk>/", money.pay, name="pay"),
    path("chi-tien-thuong/<uuid:pk>/chua-nhan/", money.not_collected, name="not-collected"),
    path("thu-hoi-tien-thuong/<uuid:pk>/", money.take_recovery, name="take-recovery"),
    path(f"{DECISION}tien-thuong/", money.prize_money, name="prize-money"),
    path(f"{DECISION}doc-soat/", proof.proof, name="decision-proof"),
    path(f"{DECISION}doc-soat.pdf", proof.proof_pdf, name="decision-proof-print"),
    path(f"{DECISION}nhac-noi-nhan/", proof.remind_receivers, name="remind-receivers"),
]
