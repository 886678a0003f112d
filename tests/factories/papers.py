"""Papers for tests: a plan drafted by the standing officer, carried as far as asked through the verbs."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories.commune import Commune
from thidua.org.models import Mandate
from thidua.paper.model import Document, Letterhead, heading, p
from thidua.records.draft import draft
from thidua.records.issue import give_number, issue
from thidua.records.models import OfficialDocument
from thidua.records.sign import FOR_OFFICE, send_for_signature, sign, signature_block

DAY = date(2023, 3, 15)
STEPS = ("draft", "for_signature", "signed", "numbered", "issued")


def plan_content(
    signer: Mandate, *, summary: str = "Phát động đợt thi đua chào mừng 90 năm", **more: Any
) -> Document:
    head = Letterhead(body=("ỦY BAN NHÂN DÂN", "XÃ NÀ LÂM"), symbol="KH-UBND", place="Nà Lâm")
    return Document(
        kind="ke_hoach",
        letterhead=head,
        type_name="KẾ HOẠCH",
        summary=summary,
        opening="Thực hiện kế hoạch của huyện, Ủy ban nhân dân xã Nà Lâm phát động đợt thi đua như sau:",
        body=more.pop(
            "body", (heading("MỤC ĐÍCH", number="I."), p("Khơi dậy tinh thần thi đua trong nhân dân."))
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Các thôn", "Lưu: VT"),
        **more,
    )


def make_paper(
    whole: Commune, *, until: str = "draft", purpose: str = "campaign_plan", on: date = DAY
) -> OfficialDocument:
    """A plan of the commune, drafted, then sent, signed, numbered, issued up to the state asked for."""
    office = whole.commune
    paper = draft(
        plan_content(office.chair),
        purpose=purpose,
        about=None,
        signer=office.chair,
        mandate=office.standing,
        on=on,
    )
    steps = (
        lambda: send_for_signature(paper, mandate=office.standing, on=on),
        lambda: sign(paper, mandate=office.chair, on=on),
        lambda: give_number(paper, day=on, mandate=office.clerk, on=on),
        lambda: issue(paper, mandate=office.clerk, on=on),
    )
    for step in steps[: STEPS.index(until)]:
        step()
    return paper
