"""The way of every paper in the story (đường đi của văn bản): to the signer, the clerk, its issue."""

from __future__ import annotations

from datetime import date

from thidua.demo.world import Team
from thidua.org.models import Mandate
from thidua.records.issue import give_number
from thidua.records.models import OfficialDocument
from thidua.records.sign import send_for_signature, sign
from thidua.web.effects import issue_by_purpose


def carry(paper: OfficialDocument, *, drafter: Mandate, clerk: Mandate, on: date) -> None:
    """Carry a draft to its issue (trình ký, ký, cho số, phát hành) and to what the issue sets going."""
    signer = paper.signer
    assert signer is not None  # every draft of the story names who signs it
    send_for_signature(paper, mandate=drafter, on=on)
    sign(paper, mandate=signer, on=on)
    give_number(paper, day=on, mandate=clerk, on=on)
    issue_by_purpose(paper.purpose)(paper, mandate=clerk, on=on)


def carry_for(team: Team, paper: OfficialDocument, *, drafter: str, on: date) -> None:
    """Carry a paper of a People's Committee; `drafter` is the role that drafted it."""
    carry(paper, drafter=team[drafter], clerk=team["clerk"], on=on)
