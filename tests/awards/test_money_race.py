"""Hai người cùng dự thảo, cùng lập danh sách, cùng chi, cùng hủy: mỗi việc một lần, mỗi dòng sổ một số."""

from pathlib import Path

from tests.factories.two_at_once import TABLES, Office, empty_database

PREPARE = f"""{TABLES}
from tests.awards.outcomes import honoured
from tests.awards.session_story import eligible, held, numbered, sent
from tests.factories.commune import make_campaign, make_commune, make_person
from thidua.awards.amend import draft_revocation
from thidua.awards.queries.decision import decision_items
from tests.awards.session_story import DAY
whole = make_commune(2023)
office = whole.commune
campaign = make_campaign(whole, state="reviewing")
decision = honoured(whole, campaign)
for _ in range(2):
    item = decision_items(decision)[3]
    draft = draft_revocation(decision, items=[item], reason="sai", mandate=office.standing, on=DAY)
    numbered(draft, office)
sent(held(campaign, [eligible(whole, campaign, make_person(whole.village, "Vi Văn Chờ"))], office), office)
"""
BOTH = """
from tests.awards.session_story import DAY
from thidua.awards import amend, certify, decide
from thidua.awards.models import Decision, Payment, Submission
from thidua.records.models import OfficialDocument
standing, accountant, clerk = who("standing"), who("accountant"), who("clerk")
waiting, decision = Submission.objects.get(state="sent"), Decision.objects.get()
papers = list(OfficialDocument.objects.filter(purpose="revocation").order_by("id"))
wait_for_the_other()
attempt("decision", lambda: decide.draft_decision(waiting, mandate=standing, on=DAY))
attempt("list", lambda: certify.draft_payment_list(decision, mandate=accountant, on=DAY))
given = {"payee": "Người nhận", "how": certify.Handing("cash", "giấy"), "mandate": accountant, "on": DAY}
for payment in Payment.objects.order_by("item__order"):
    attempt("paid", lambda: certify.mark_paid(payment, **given))
for paper in papers:
    attempt("revoked", lambda: amend.issue_revocation(paper, mandate=clerk, on=DAY))
"""
TOLD = """
from thidua.awards.models import Decision, FundEntry, Payment, Revocation
print(Decision.objects.count(), Payment.objects.count(), Revocation.objects.filter(day__isnull=False).count())
print(*FundEntry.objects.order_by("number").values_list("number", flat=True))
"""


def test_hai_may_cung_lam_mot_viec_thi_chi_mot_lan(tmp_path: Path) -> None:
    with empty_database() as database:
        office = Office(tmp_path, database)
        office.alone(PREPARE)
        assert office.together(BOTH) == ["decision", "list", "paid", "paid", "paid", "paid", "revoked"]
        assert office.alone(TOLD) == ["2 4 1", "1 2 3 4"]
