"""A paper and certificates signed digitally with keys for trying (ký số bằng khóa thử của bản trình diễn)."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from thidua.awards.certify import seal_certificate, sign_certificate
from thidua.awards.models import Decision
from thidua.awards.queries.certificate import certificates_of
from thidua.demo.keys import REASON, TrialKey, key_for, leave
from thidua.demo.world import Team
from thidua.org.models import Mandate
from thidua.records.check_signatures import ask_for_signature_check, asked_paper
from thidua.records.issue import give_number
from thidua.records.models import OfficialDocument
from thidua.records.sign import send_for_signature
from thidua.records.sign_digitally import Pen, seal_with_key, sign_with_key
from thidua.web.effects import issue_by_purpose

BASE = "http://127.0.0.1:8000/"
LEFT_FOR_OFFICE, LEFT_FOR_SIGNER = 2, 1


def keys_of(team: Team, signer: Mandate) -> tuple[TrialKey, TrialKey]:
    """The keys of who signs and of the office, left as files for whoever tries the demo (khóa thử)."""
    own, office = signer.person.name, team.unit.name
    keys = {own: key_for(own), office: key_for(office)}
    leave(keys)
    return keys[own], keys[office]


def carry_signed(
    team: Team, paper: OfficialDocument, *, drafter: str, keys: tuple[TrialKey, TrialKey], on: date
) -> None:
    """Carry a draft to its issue with both digital signatures, and have them checked (ký số, kiểm tra)."""
    signer, clerk, when = paper.signer, team["clerk"], _morning(on)
    assert signer is not None  # every draft of the story names who signs it
    send_for_signature(paper, mandate=team[drafter], on=on)
    sign_with_key(paper, key=keys[0].open, when=when, mandate=signer, on=on, reason=REASON)
    give_number(paper, day=on, mandate=clerk, on=on)
    seal_with_key(paper, key=keys[1].open, when=when, mandate=clerk, on=on, reason=REASON)
    issue_by_purpose(paper.purpose)(paper, mandate=clerk, on=on)
    ask_for_signature_check(asked_paper(paper), when=when, mandate=clerk, on=on)


def sign_the_sheets(decision: Decision, team: Team, *, keys: tuple[TrialKey, TrialKey], on: date) -> None:
    """Most certificates of a decision with both signatures (ký số giấy khen); the last few are left, so that
    who tries the demo has something to sign.
    """
    assert decision.document is not None
    signer = decision.document.signer
    assert signer is not None  # an issued decision has who signed it
    own, office = (Pen(key.open, _morning(on), reason=REASON, base=BASE) for key in keys)
    sheets = list(certificates_of(decision))
    for place, sheet in enumerate(sheets, start=1):
        if place <= len(sheets) - LEFT_FOR_SIGNER:
            sign_certificate(sheet, pen=own, mandate=signer, on=on)
        if place <= len(sheets) - LEFT_FOR_OFFICE:
            seal_certificate(sheet, pen=office, mandate=team["clerk"], on=on)


def _morning(on: date) -> datetime:
    return datetime.combine(on, time(9, 30), tzinfo=timezone.get_default_timezone())
