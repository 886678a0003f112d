"""Đợt thi đua dài: sơ kết giữa đợt, gửi kế hoạch lên trên, kỳ thống kê."""

from datetime import date

import pytest

from tests.factories.commune import make_campaign, make_commune
from tests.factories.papers import make_paper
from thidua.campaigns.queries.lasting import lasting_rulings, statistics_ruling

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


def test_dot_ngan_khong_hoi_gi_dot_ba_nam_hoi_so_ket_va_gui_len_tren() -> None:
    whole = make_commune(2023)
    campaign = make_campaign(whole)
    assert lasting_rulings(campaign, on=DAY) == []
    assert statistics_ruling(campaign, on=DAY).is_yes
    campaign.ends = date(2026, 3, 14)
    assert [(one.rule, one.weight.value) for one in lasting_rulings(campaign, on=DAY)] == [
        ("R29", "warn"),
        ("R30", "inform"),
    ]
    assert (statistics_ruling(campaign, on=DAY).rule, statistics_ruling(campaign, on=DAY).is_yes) == (
        "R33",
        False,
    )
    paper = make_paper(whole)
    paper.purpose, paper.state = "interim_report", "issued"
    paper.about, paper.about_id = campaign._meta.label_lower, campaign.pk
    paper.save()
    assert [one.rule for one in lasting_rulings(campaign, on=DAY)] == ["R30"]
    campaign.ends = None
    assert (lasting_rulings(campaign, on=DAY), statistics_ruling(campaign, on=DAY)) == ([], None)
