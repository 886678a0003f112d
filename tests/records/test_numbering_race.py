"""Hai văn thư bấm cho số cùng một lúc: hai số, không số nào trùng."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PREPARE = """
from django.core.management import call_command
call_command("migrate", run_syncdb=True, verbosity=0)
from tests.factories.commune import make_commune
from tests.factories.papers import make_paper
whole = make_commune(2023)
for _ in range(6):
    make_paper(whole, until="signed")
"""
NUMBER = """
import sys
from tests.factories.papers import DAY
from thidua.org.models import Mandate
from thidua.records.issue import give_number
from thidua.records.models import OfficialDocument
clerk = Mandate.objects.get(office__role="clerk", unit__code="na-lam")
papers = list(OfficialDocument.objects.order_by("id"))[int(sys.argv[1]) :: 2]
sys.stdin.readline()
for paper in papers:
    give_number(paper, day=DAY, mandate=clerk, on=DAY)
"""
TOLD = """
from thidua.records.models import NumberBook, OfficialDocument
book = NumberBook.objects.get(unit__code="na-lam", series="office")
print(*sorted(OfficialDocument.objects.values_list("number", flat=True)), book.next_number)
"""


def begin(code: str, folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """One office computer: a process of its own on the same database file."""
    script = f"import django; django.setup()\n{code}"
    told = {"THIDUA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "thidua.settings", "THIDUA_DATABASE": ""}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ | told, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_hai_may_cho_so_cung_luc(tmp_path: Path) -> None:
    with begin(PREPARE, tmp_path) as prepared:
        prepared.communicate()
    with begin(NUMBER, tmp_path, "0") as first, begin(NUMBER, tmp_path, "1") as second:
        for clerk in (first, second):
            assert clerk.stdin is not None
            clerk.stdin.write("cùng lúc\n")
            clerk.stdin.flush()
        first.communicate()
        second.communicate()
    assert (first.returncode, second.returncode) == (0, 0)
    with begin(TOLD, tmp_path) as told:
        assert told.communicate()[0].split() == ["1", "2", "3", "4", "5", "6", "7"]
