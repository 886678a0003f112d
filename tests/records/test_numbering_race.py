"""Hai văn thư bấm cho số cùng một lúc: mỗi văn bản một số, không số nào trùng."""

from pathlib import Path

from tests.factories.two_at_once import TABLES, Office, empty_database

PREPARE = f"""{TABLES}
from tests.factories.commune import make_commune
from tests.factories.papers import make_paper
whole = make_commune(2023)
for _ in range(6):
    make_paper(whole, until="signed")
"""
NUMBER = """
from tests.factories.papers import DAY
from thidua.records.issue import give_number
from thidua.records.models import OfficialDocument
clerk, papers = who("clerk"), list(OfficialDocument.objects.order_by("id"))
wait_for_the_other()
for paper in (papers, papers[::-1])[COMPUTER]:
    attempt("number", lambda: give_number(paper, day=DAY, mandate=clerk, on=DAY))
"""
TOLD = """
from thidua.records.models import NumberBook, OfficialDocument
book = NumberBook.objects.get(unit__code="na-lam", series="office")
print(*sorted(OfficialDocument.objects.values_list("number", flat=True)), book.next_number)
"""


def test_hai_may_cho_so_cung_luc(tmp_path: Path) -> None:
    with empty_database() as database:
        office = Office(tmp_path, database)
        office.alone(PREPARE)
        assert office.together(NUMBER) == ["number"] * 6
        assert office.alone(TOLD) == ["1 2 3 4 5 6 7"]
