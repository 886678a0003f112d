"""Danh mục mô hình, phần việc: từng mô hình, nơi làm theo, đơn vị chưa làm."""

from decimal import Decimal

import pytest

from tests.factories.models import DAY, begun, copied
from thidua.campaigns import discover
from thidua.campaigns.documents.model_project import models_paper
from thidua.campaigns.queries.model_project import models_by_unit, projects_of
from thidua.campaigns.queries.replication import replications_in
from thidua.paper.model import Table, p

pytestmark = pytest.mark.django_db


def listed(whole, campaign):
    officer = whole.commune.standing
    return models_paper(
        campaign, list(projects_of(officer, campaign)), copies=list(replications_in(officer, campaign)),
        standing=models_by_unit(campaign, on=DAY), on=DAY,
    )  # fmt: skip


def rows(paper):
    return [block.rows for block in paper.body if isinstance(block, Table)]


def test_chua_co_gi_thi_noi_chua_co_va_neu_ten_moi_don_vi(whole, campaign):
    paper = listed(whole, campaign)
    assert (rows(paper), paper.body[0]) == (
        [],
        p(
            "Trong 04 đơn vị tham gia: 00 đơn vị có mô hình đã hoàn thành, 00 đơn vị đang làm, "
            "00 đơn vị mới đăng ký, 04 đơn vị chưa có mô hình."
        ),
    )


def test_tung_mo_hinh_va_noi_lam_theo(whole, campaign):
    project = begun(whole, campaign)
    campaign.model_projects.create(
        unit=whole.body, title="Tủ sách", stage="done", done_on=DAY, result="Xong.", cost_source="tặng"
    )
    copy = copied(whole, campaign, project)
    second = campaign.model_projects.create(unit=whole.bodies[1], title="Sân chơi", stage="building")
    copied(whole, campaign, second)
    outcome = discover.Outcome("Trồng 800 m.", Decimal("0.8"), "km")
    discover.tell_outcome(copy, outcome=outcome, mandate=whole.head(whole.villages[1]), on=DAY)
    models, copies = rows(listed(whole, campaign))
    assert {row[1:] for row in models} == {
        (whole.village.name, "Tuyến đường hoa", "đang làm",
         "12.000.000 đồng, dân góp, xã hỗ trợ cây giống", "Đường có hoa: 1,2 km; 42 người tham gia"),
        (whole.body.name, "Tủ sách", "đã hoàn thành ngày 05/6/2023", "tặng", "Xong"),
        (whole.bodies[1].name, "Sân chơi", "đang làm", "", ""),
    }  # fmt: skip
    assert {row[1:] for row in copies} == {
        (whole.villages[1].name, "Tuyến đường hoa", "05/6/2023", "Trồng 800 m (0,8 km)"),
        (whole.villages[1].name, "Sân chơi", "05/6/2023", "đang làm theo"),
    }
