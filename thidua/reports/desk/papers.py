"""Papers and messages that wait (văn bản, thông báo đang chờ)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thidua.org.models import Mandate
from thidua.records.models import Message, OfficialDocument
from thidua.records.queries.papers import waiting_for
from thidua.reports.desk.waiting import Waiting
from thidua.vietnamese.dates import vn_date

ACTIONS = {
    "for_signature": ("Ký", "Xem và ký"),
    "returned": ("Sửa lại", "Sửa văn bản"),
    "draft": ("Hoàn thiện, trình ký", "Mở bản dự thảo"),
    "signed": ("Cho số và ngày", "Cho số"),
    "numbered": ("Phát hành", "Phát hành"),
}


def papers(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Papers to finish, sign, number or issue (văn bản chờ tôi)."""
    for paper in waiting_for(mandate):
        verb, action = ACTIONS[paper.state]
        yield Waiting(
            f"{verb}: {paper.subject}", _since(paper), "paper", (paper.code,), action, note=paper.remark
        )


def _since(paper: OfficialDocument) -> date:
    return paper.signed_on or paper.drafted_on


def messages(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """What other offices told this unit and nobody has read (thông báo chưa xem)."""
    if not mandate.holds("standing", "unit_head", "village_head"):
        return
    unread = Message.objects.filter(to_unit=mandate.unit, read_on=None).select_related("document", "unit")
    for message in unread:
        note = f"{message.unit.name} gửi ngày {vn_date(message.sent_on)}. {message.body}"
        yield Waiting(message.subject, message.sent_on, "message", (str(message.pk),), "Xem", note=note[:300])


PAPERS = (papers, messages)
