"""The list of models and of who does likewise (danh mục mô hình, phần việc), for a meeting or the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thidua.campaigns.models import Campaign, ModelProject, Replication
from thidua.campaigns.queries.model_project import Standing
from thidua.org.models import Unit
from thidua.paper.model import Block, Column, Document, SignatureBlock, Table, heading, p
from thidua.records.letterheads import council_letterhead
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import decimal_comma, money

MODELS = (
    Column("TT", 10, "center"),
    Column("Đơn vị", 38),
    Column("Mô hình, phần việc", 62),
    Column("Tình trạng", 28, "center"),
    Column("Kinh phí, nguồn", 42),
    Column("Kết quả", 67),
)
COPIES = (
    Column("TT", 10, "center"),
    Column("Đơn vị làm theo", 50),
    Column("Mô hình, cách làm", 70),
    Column("Từ ngày", 27, "center"),
    Column("Kết quả", 90),
)


def models_paper(
    campaign: Campaign,
    projects: Sequence[ModelProject],
    *,
    copies: Sequence[Replication],
    standing: Standing,
    on: date,
) -> Document:
    """The models of a campaign unit by unit, who does likewise, and which units have none yet (danh mục mô
    hình, phần việc).

    Căn cứ: không (quy ước nội bộ).
    """
    return Document(
        kind="danh_muc",
        letterhead=replace(council_letterhead(campaign.unit), show_number=False, day=on),
        type_name="DANH MỤC",
        summary=f"Mô hình, phần việc trong đợt thi đua “{campaign.short_title}”",
        body=(
            p(_counted(standing)),
            heading("MÔ HÌNH, PHẦN VIỆC CỦA CÁC ĐƠN VỊ", number="I."),
            *_projects(projects),
            heading("NHÂN RỘNG", number="II."),
            *_copies(copies),
            heading("ĐƠN VỊ CHƯA LÀM MÔ HÌNH", number="III."),
            p(_named([*standing.promised, *standing.none])),
        ),
        signature=SignatureBlock(role="NGƯỜI LẬP", note="(Ký, ghi rõ họ tên)"),
        landscape=True,
    )


def _counted(standing: Standing) -> str:
    units = sum(len(group) for group in (standing.done, standing.building, standing.promised, standing.none))
    return (
        f"Trong {units:02} đơn vị tham gia: {len(standing.done):02} đơn vị có mô hình đã hoàn thành, "
        f"{len(standing.building):02} đơn vị đang làm, {len(standing.promised):02} đơn vị mới đăng ký, "
        f"{len(standing.none):02} đơn vị chưa có mô hình."
    )


def _projects(projects: Sequence[ModelProject]) -> list[Block]:
    if not projects:
        return [p("Chưa có.")]
    rows = tuple(
        (str(place), one.unit.name, one.title, _state(one), _cost(one), _result(one))
        for place, one in enumerate(projects, start=1)
    )
    return [Table(MODELS, rows)]


def _state(project: ModelProject) -> str:
    said = project.get_stage_display()
    return f"{said} ngày {vn_date(project.done_on)}" if project.done_on else said


def _cost(project: ModelProject) -> str:
    if project.cost is None:
        return project.cost_source
    source = f", {project.cost_source}" if project.cost_source else ""
    return f"{money(project.cost)} đồng{source}"


def _result(project: ModelProject) -> str:
    figures = [
        f"{one.text}: {decimal_comma(one.value)} {one.measure}".strip() for one in project.figures.all()
    ]
    people = [f"{project.people} người tham gia"] if project.people else []
    return "; ".join([*([project.result.rstrip(".")] if project.result else []), *figures, *people])


def _copies(copies: Sequence[Replication]) -> list[Block]:
    if not copies:
        return [p("Chưa có.")]
    rows = tuple(
        (str(place), one.unit.name, one.source_title, vn_date(one.since), _outcome(one))
        for place, one in enumerate(copies, start=1)
    )
    return [Table(COPIES, rows)]


def _outcome(copy: Replication) -> str:
    figure = f" ({decimal_comma(copy.value)} {copy.measure})" if copy.value is not None else ""
    return f"{copy.outcome.rstrip('.')}{figure}" if copy.outcome else copy.state_says


def _named(units: Sequence[Unit]) -> str:
    return f"{', '.join(unit.name for unit in units)}." if units else "Không có."
