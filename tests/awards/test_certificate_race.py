"""Hai máy cùng lập giấy, cùng ghi trao, cùng cấp lại, cùng xếp chỗ: mỗi việc một lần, không số nào trùng."""

from pathlib import Path

from tests.factories.two_at_once import TABLES, Office, empty_database

PREPARE = f"""{TABLES}
from tests.awards.ceremonies import DAY, arranged
from tests.awards.outcomes import honoured
from tests.awards.test_certify import in_force
from tests.factories.commune import make_campaign, make_commune, make_person
from thidua.awards import certify
whole = make_commune(2023)
campaign = make_campaign(whole, state="reviewing")
certify.make_certificates(honoured(whole, campaign), mandate=whole.commune.clerk, on=DAY)
in_force(whole, campaign, *(make_person(whole.village, f"Vi Văn {{name}}") for name in ("Một", "Hai")))
arranged(whole, campaign)
"""
BOTH = """
from tests.awards.ceremonies import DAY
from tests.awards.test_reissue import LATER, LOST
from thidua.awards import certify
from thidua.awards.models import Ceremony, Certificate, Decision
clerk, culture = who("clerk"), who("culture")
found, ceremony = list(Certificate.objects.order_by("item__order")), Ceremony.objects.get()
decision = Decision.objects.exclude(pk=found[0].item.decision_id).get()
wait_for_the_other()
certify.make_certificates(decision, mandate=clerk, on=DAY)
for one in found[:2]:
    attempt("handed", lambda: certify.hand_over(one, to="Trưởng thôn", mandate=clerk, on=DAY))
for one in found[2:]:
    attempt("given anew", lambda: certify.reissue(one, request=LOST, mandate=clerk, on=LATER))
attempt("seated", lambda: certify.assign_seats(ceremony, mandate=culture, on=DAY))
"""
TOLD = """
from thidua.awards.models import CeremonySeat, Certificate, Reissue
from thidua.journal.models import JournalEntry
print(Certificate.objects.count(), Certificate.objects.values("item").distinct().count())
handed = JournalEntry.objects.filter(verb="hand_over").count()
print(Reissue.objects.count(), handed, CeremonySeat.objects.count())
"""


def test_hai_may_cung_mot_to_giay_thi_chi_mot_lan(tmp_path: Path) -> None:
    with empty_database() as database:
        office = Office(tmp_path, database)
        office.alone(PREPARE)
        assert office.together(BOTH) == ["given anew", "given anew", "handed", "handed", "seated"]
        assert office.alone(TOLD) == ["8 6", "2 2 8"]
