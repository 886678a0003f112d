"""The own plan of a unit as a paper (kế hoạch của đơn vị thực hiện đợt thi đua)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from thidua.campaigns.documents.review import committee_addressee, paragraphs
from thidua.campaigns.models import ModelProject, UnitPlan
from thidua.org.models import Mandate
from thidua.paper.model import Block, Column, Document, Table, heading, p
from thidua.records.letterheads import unit_letterhead
from thidua.records.sign import signature_block
from thidua.records.states import KINDS
from thidua.vietnamese.dates import vn_date

COLUMNS = (
    Column("TT", 10, "center"),
    Column("Việc cụ thể", 85),
    Column("Ai làm", 40),
    Column("Xong trước ngày", 30, "center"),
)


def unit_plan_paper(plan: UnitPlan, *, project: ModelProject | None, signer: Mandate) -> Document:
    """The plan by which a unit carries the campaign out (kế hoạch của đơn vị), clause by clause of the plan
    it answers.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4; nội dung theo kế hoạch phát động.
    """
    campaign, unit = plan.campaign, plan.unit
    followed = campaign.plan.cited if campaign.plan else f"kế hoạch phát động “{campaign.short_title}”"
    parts = [
        ("MỤC ĐÍCH, YÊU CẦU", paragraphs(plan.aims) or [p("Theo mục đích, yêu cầu của kế hoạch phát động.")]),
        ("NỘI DUNG, PHÂN CÔNG", list(_contents(plan))),
        ("MÔ HÌNH, PHẦN VIỆC", _project(project)),
    ]
    if plan.criteria.strip():
        parts.append(("TIÊU CHÍ BÌNH XÉT CỦA ĐƠN VỊ", paragraphs(plan.criteria)))
    return Document(
        "ke_hoach",
        unit_letterhead(unit),
        KINDS["ke_hoach"][0],
        f"Thực hiện đợt thi đua “{campaign.short_title}”",
        opening=f"Thực hiện {followed}, {unit.in_sentence} xây dựng kế hoạch như sau:",
        body=tuple(
            block
            for number, (title, blocks) in zip(("I.", "II.", "III.", "IV."), parts, strict=False)
            for block in (heading(title, number=number), *blocks)
        ),
        signature=signature_block(signer, authority=""),
        recipients=(*committee_addressee(unit), "Lưu: hồ sơ đơn vị"),
    )


def _contents(plan: UnitPlan) -> Iterator[Block]:
    """What is done under each content, with the clause of the plan it answers."""
    groups = groupby(plan.lines.all(), key=lambda line: line.content)
    for number, (content, lines) in enumerate(groups, start=1):
        clause = f" (mục {content.clause} của kế hoạch phát động)" if content.clause else ""
        yield p(f"{content.short}{clause}", style="heading2", number=f"{number}.")
        yield Table(
            COLUMNS,
            tuple(
                (str(place), line.text, line.who, vn_date(line.due) if line.due else "")
                for place, line in enumerate(lines, start=1)
            ),
        )


def _project(project: ModelProject | None) -> list[Block]:
    if project is None:
        return [p("Đơn vị không đăng ký mô hình, phần việc riêng.")]
    return [p(f"{project.title}."), *paragraphs(project.description)]
