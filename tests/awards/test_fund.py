"""Quỹ thi đua, khen thưởng của từng năm: ghi, sửa, đối chiếu tỷ lệ và tiền đã chi."""

from datetime import date

import pytest

from tests.factories.commune import make_commune
from thidua.awards.certify import FundEntry, enter_fund
from thidua.awards.models import FundYear
from thidua.awards.queries.fund import fund_of, fund_years
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 2, 10)
PAPER = "Quyết định số 12/QĐ-UBND ngày 05/01/2026 về giao dự toán"


def entry(**changed) -> FundEntry:
    figures = {
        "year": 2026, "area": "mountain", "regular": 10_000_000_000, "fund": 200_000_000,
        "organising": 30_000_000, "paper": PAPER,
    }  # fmt: skip
    return FundEntry(**(figures | changed))


def test_ke_toan_ghi_quy_vuot_ty_le_roi_sua_lai() -> None:
    commune = make_commune(2026).commune
    enter_fund(entry(), mandate=commune.accountant, on=DAY)
    (shown,) = fund_years(commune.unit)
    assert [(one.rule, one.verdict.value, one.weight.value) for one in shown.rulings] == [
        ("R24", "no", "warn"),
        ("R40", "yes", "inform"),
    ]
    assert (shown.paid, shown.left) == (0, 170_000_000)
    enter_fund(entry(fund=140_000_000, organising=40_000_000), mandate=commune.standing, on=DAY)
    (shown,) = fund_years(commune.unit)
    assert [(one.rule, one.verdict.value) for one in shown.rulings] == [("R24", "yes"), ("R40", "no")]
    assert FundYear.objects.count() == 1
    last = JournalEntry.objects.filter(verb="enter_fund").order_by("-number").first()
    assert last.says == f"Quỹ thi đua, khen thưởng năm 2026: 140.000.000 đồng, theo {PAPER}."
    assert last.data == {"before": {"fund": 200_000_000, "regular": 10_000_000_000, "organising": 30_000_000}}
    assert fund_of(commune.unit, 2025) is None


def test_thieu_van_ban_hoac_khong_phai_ke_toan_thi_khong_ghi_duoc() -> None:
    commune = make_commune(2026).commune
    for wrong in (entry(paper=" "), entry(fund=0), entry(area="bien")):
        with pytest.raises(Refused, match="văn bản làm căn cứ"):
            enter_fund(wrong, mandate=commune.accountant, on=DAY)
    with pytest.raises(Refused, match="Việc này của"):
        enter_fund(entry(), mandate=commune.clerk, on=DAY)
    assert FundYear.objects.count() == 0
