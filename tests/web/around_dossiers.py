"""What lies around the dossiers behind the doors: evidence, a late one, bodies that are asked."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from django.core.files.base import ContentFile

from tests.awards.dossiers import complete
from tests.awards.session_story import DAY
from tests.factories.commune import Commune, make_person
from thidua.awards import consult
from thidua.awards.nominate import attach_evidence


def around_the_dossiers(whole: Commune, of: SimpleNamespace) -> None:
    """A file under a claim, a dossier after its day, a body to ask, one that was asked."""
    head, officer = whole.head(whole.village), whole.commune.standing
    proof = ContentFile(b"Danh sach 62 ho", name="danh-sach.txt")
    of.evidence = attach_evidence(of.written.claims.get(), upload=proof, mandate=head, on=DAY)
    of.running.deadlines.create(kind="review", day=date(2023, 6, 2))
    of.overdue = complete(whole, make_person(whole.village, "Lộc Văn Muộn"), campaign=of.running)
    police = consult.Body("police", "Công an xã Nà Lâm", 5)
    of.adviser = consult.list_adviser(of.judging, body=police, mandate=officer, on=DAY)
    of.asking, of.asked = (
        consult.begin_consultation(of.judging, body=police, nominations=[of.sent], mandate=officer, on=DAY)
        for _ in range(2)
    )
    consult.note_asked(of.asked, how="họp giao ban", mandate=officer, on=DAY)
