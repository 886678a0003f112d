"""Addresses of the law in force, the fund, and what a nomination rests on (luật, quỹ, căn cứ đề nghị)."""

from django.urls import path

from thidua.web.views import basis, funds, law, ledger

LEDGER = "co-quan/quy-khen-thuong/<int:year>/"
urlpatterns = [
    path("co-quan/luat/", law.law, name="law"),
    path("co-quan/luat/thay-doi/", law.law_changes, name="law-changes"),
    path("co-quan/quy-khen-thuong/", funds.funds, name="funds"),
    path("co-quan/quy-khen-thuong/<int:year>/", funds.fund, name="fund"),
    path(f"{LEDGER}so-quy/", ledger.ledger, name="ledger"),
    path(f"{LEDGER}so-quy.pdf", ledger.paper, name="ledger-paper"),
    path(f"{LEDGER}so-quy.xlsx", ledger.sheet, name="ledger-sheet"),
    path(f"{LEDGER}so-quy/ghi/", ledger.entry, name="ledger-entry"),
    path(f"{LEDGER}so-quy/khoa/", ledger.close, name="ledger-close"),
    path(f"{LEDGER}so-quy/mo-lai/", ledger.reopen, name="ledger-reopen"),
    path("so-quy/<uuid:pk>/huy/", ledger.reverse_line, name="ledger-reverse"),
    path("so-quy/<uuid:pk>/phieu-chi.pdf", ledger.voucher, name="payment-voucher"),
    path("de-nghi/<slug:code>/can-cu/", basis.nomination_basis, name="nomination-basis"),
    path(
        "de-nghi/<slug:code>/can-cu/sang-kien/<slug:which>/",
        basis.nomination_initiative,
        name="nomination-initiative",
    ),
]
