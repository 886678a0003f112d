"""An invented plan for tests of intake and launch: short, with a blank number, a slip, and criteria per
group.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typst
from django.core.files.base import ContentFile

from tests.factories.commune import Commune
from thidua.campaigns.allot import QuotaEntry, set_quota
from thidua.campaigns.intake import PlanFacts, accept_plan, begin_scan, read_next_page, settle, take_plan
from thidua.campaigns.models import Campaign, PlanIntake, Quota
from thidua.campaigns.queries.plan import open_proposals
from thidua.records.models import Run

DAY = date(2023, 3, 10)
PLAN = (Path(__file__).parent / "plan.txt").read_text(encoding="utf-8")


def upload(text: str = PLAN, name: str = "ke-hoach.txt") -> ContentFile[bytes]:
    return ContentFile(text.encode(), name=name)


def make_intake(whole: Commune, *, way: str = "draft", on: date = DAY) -> PlanIntake:
    return take_plan(upload(), way=way, mandate=whole.commune.standing, on=on)


def make_scan(whole: Commune, *, pages: int = 1, read: int | None = None, on: date = DAY) -> Run:
    """A file of so many pages put in as a scan, some of them read; their words are in the file already, so
    nothing is recognised.
    """
    text = "#pagebreak()".join(
        f"Trang {number} của kế hoạch phát động thi đua" for number in range(1, pages + 1)
    )
    file = ContentFile(typst.compile(text.encode(), format="pdf"), name="ban-quet.pdf")
    run = begin_scan(file, way="draft", mandate=whole.commune.standing, on=on)
    for _ in range(pages if read is None else read):
        read_next_page(run.pk)
    run.refresh_from_db()
    return run


def settle_all(intake: PlanIntake, whole: Commune, *, on: date = DAY) -> None:
    """Accept every suggestion and value that is still open, skip what has nothing to accept."""
    for proposal in open_proposals(intake):
        answer = "accepted" if proposal.kind == "problem" or proposal.value else "skipped"
        settle(proposal, answer=answer, mandate=whole.commune.standing, on=on)


def make_quota(whole: Commune, campaign: Campaign, *, on: date = DAY, **more: object) -> Quota:
    """A quota of the campaign: 40 individuals in all, unless told otherwise."""
    words = {"kind": "cap", "recipient": "individual", "number": 40, "paper": "Mục V.3 của kế hoạch"} | more
    return set_quota(campaign, entry=QuotaEntry(**words), mandate=whole.commune.standing, on=on)  # type: ignore[arg-type]


def make_prepared_campaign(
    whole: Commune, *, way: str = "draft", on: date = DAY, **facts: object
) -> Campaign:
    """A draft campaign made of the invented plan."""
    intake = make_intake(whole, way=way, on=on)
    settle_all(intake, whole, on=on)
    told = PlanFacts(short_title="Thi đua mừng 90 năm", **facts)  # type: ignore[arg-type]
    return accept_plan(intake, facts=told, mandate=whole.commune.standing, on=on)
