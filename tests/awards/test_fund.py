"""Quỹ thi đua, khen thưởng của từng năm: ghi, sửa, đối chiếu tỷ lệ và tiền đã chi."""

from datetime import date

import pytest

from tests.factories.commune import make_commune
from thidua.awards.certify import FundFacts, enter_fund
from thidua.awards.models import FundYear
from thidua.awards.queries.fund import fund_of, fund_years, ledger_lines
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 2, 10)
PAPER = "Quyết định số 12/QĐ-UBND ngày 05/01/2026 về giao dự toán"


def facts(**changed) -> FundFacts:
    figures = {
        "year": 2026, "area": "mountain", "regular": 10_000_000_000, "fund": 200_000_000,
        "organising": 30_000_000, "paper": PAPER,
    }  # fmt: skip
    return FundFacts(**(figures | changed))


def test_ke_toan_ghi_quy_vuot_ty_le_roi_sua_lai() -> None:
    commune = make_commune(2026).commune
    enter_fund(facts(), mandate=commune.accountant, on=DAY)
    (shown,) = fund_years(commune.unit)
    assert [(one.rule, one.verdict.value, one.weight.value) for one in shown.rulings] == [
        ("R24", "no", "warn"),
        ("R40", "yes", "inform"),
    ]
    assert (shown.paid, shown.left) == (0, 170_000_000)
    enter_fund(facts(fund=140_000_000, organising=40_000_000), mandate=commune.accountant, on=DAY)
    (shown,) = fund_years(commune.unit)
    assert [(one.rule, one.verdict.value) for one in shown.rulings] == [("R24", "yes"), ("R40", "no")]
    assert FundYear.objects.count() == 1
    last = JournalEntry.objects.filter(verb="enter_fund").order_by("-number").first()
    assert last.says == f"Quỹ thi đua, khen thưởng năm 2026: 140.000.000 đồng, theo {PAPER}."
    assert last.data == {"before": {"fund": 200_000_000, "regular": 10_000_000_000, "organising": 30_000_000}}
    assert fund_of(commune.unit, 2025) is None


def test_sua_so_lieu_la_ghi_them_dong_khong_sua_dong_cu() -> None:
    commune = make_commune(2026).commune
    enter_fund(facts(), mandate=commune.accountant, on=DAY)
    enter_fund(facts(fund=140_000_000), mandate=commune.accountant, on=DAY)
    row = enter_fund(facts(fund=140_000_000), mandate=commune.accountant, on=DAY)
    assert [(one.entry.number, one.entry.says, one.entry.amount, one.left) for one in ledger_lines(row)] == [
        (1, "Cấp quỹ năm 2026", 200_000_000, 200_000_000),
        (2, "Chi tổ chức phong trào năm 2026", -30_000_000, 170_000_000),
        (3, "Điều chỉnh cấp quỹ từ 200.000.000 thành 140.000.000 đồng năm 2026", -60_000_000, 110_000_000),
    ]


def test_thieu_van_ban_hoac_khong_phai_ke_toan_thi_khong_ghi_duoc() -> None:
    commune = make_commune(2026).commune
    for wrong in (facts(paper=" "), facts(fund=0), facts(area="bien")):
        with pytest.raises(Refused, match="văn bản làm căn cứ"):
            enter_fund(wrong, mandate=commune.accountant, on=DAY)
    for other in (commune.clerk, commune.standing, commune.chair):
        with pytest.raises(Refused, match="Việc này của: Kế toán"):
            enter_fund(facts(), mandate=other, on=DAY)
    assert FundYear.objects.count() == 0
