"""Hai máy cùng tiếp nhận một gói, cùng soạn tờ trình, cùng cho số quyết định: mỗi việc một lần, mỗi số một
văn bản; trên SQLite và trên PostgreSQL.
"""

from pathlib import Path

import pytest

from tests.factories.two_at_once import TABLES, Office, empty_database

pytestmark = pytest.mark.long
PACKAGE = f"""{TABLES}
from pathlib import Path
from django.conf import settings
from django.core.files.storage import default_storage
from tests.exchange.installations import Installations
from tests.exchange.story import DISTRICT, begin, kept, package_up
files = default_storage.location  # from now on where both machines look
places = Installations(settings, Path(files).parent / "may")
exchange = begin(places)
up = package_up(exchange)
places.go(DISTRICT)
kept(up, mandate=exchange.district)
"""
TAKE = """
from tests.exchange.story import DAY
from thidua.awards.submit import take_in_package
from thidua.records.models import Run
run = Run.objects.get()
clerk = who("clerk", "huyen")
wait_for_the_other()
refusal = attempt("taken", lambda: take_in_package(run, mandate=clerk, on=DAY))
if refusal:
    print(refusal)
"""
TAKEN = """
from thidua.awards.models import Nomination, Submission
from thidua.journal.verify import first_broken_line
from thidua.records.models import Message, Package
print(*(table.objects.count() for table in (Package, Submission, Nomination, Message)))
print(first_broken_line())
"""
PASSED = f"""{TABLES}
from tests.awards.session_story import DAY, eligible, held, sent
from tests.factories.commune import make_campaign, make_commune, make_person
from thidua.awards.decide import draft_decision
from thidua.records.sign import send_for_signature, sign
whole = make_commune(2023)
office, campaign = whole.commune, make_campaign(whole, state="reviewing")
def passed(*names):
    cases = [eligible(whole, campaign, make_person(whole.village, name)) for name in names]
    return held(campaign, cases, office)
for name in ("Vi Văn Một", "Vi Văn Hai"):
    paper = draft_decision(sent(passed(name), office), mandate=office.standing, on=DAY).document
    send_for_signature(paper, mandate=office.standing, on=DAY)
    sign(paper, mandate=paper.signer, on=DAY)
passed("Vi Văn Ba")
"""
NUMBER = """
from tests.awards.session_story import DAY
from thidua.awards.decide import issue_decision
from thidua.awards.models import CouncilSession, Decision
from thidua.awards.submit import draft_submission
from thidua.records.issue import give_number
clerk, standing = who("clerk"), who("standing")
papers = [one.document for one in Decision.objects.order_by("id")]
session = CouncilSession.objects.order_by("id").last()
wait_for_the_other()
for paper in papers:
    attempt("number", lambda: give_number(paper, day=DAY, mandate=clerk, on=DAY))
for paper in papers:
    paper.refresh_from_db()
    attempt("issue", lambda: issue_decision(paper, mandate=clerk, on=DAY))
by = {"form": "giay_khen_xa", "mandate": standing, "on": DAY}
attempt("submission", lambda: draft_submission(session, **by))
"""
NUMBERED = """
from thidua.awards.models import Decision
from thidua.journal.verify import first_broken_line
from thidua.records.models import NumberBook
numbers = sorted(Decision.objects.values_list("document__number", flat=True))
book = NumberBook.objects.get(unit__code="na-lam", series="office")
print(numbers[1] - numbers[0], book.next_number - numbers[1])
print(first_broken_line())
"""


def test_hai_may_cung_tiep_nhan_mot_goi(tmp_path: Path) -> None:
    with empty_database() as database:
        office = Office(tmp_path, database)
        office.alone(PACKAGE)
        assert office.together(TAKE) == ["package:once", "taken"]
        assert office.alone(TAKEN) == ["1 1 2 1", "None"]


def test_hai_may_cung_cho_so_quyet_dinh_va_soan_to_trinh(tmp_path: Path) -> None:
    with empty_database() as database:
        office = Office(tmp_path, database)
        office.alone(PASSED)
        assert office.together(NUMBER) == ["issue", "issue", "number", "number", "submission"]
        assert office.alone(NUMBERED) == ["1 1", "None"]
