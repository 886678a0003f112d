"""Trang số liệu từng trường hợp, trang biểu thống kê: chọn năm, chọn cơ quan, in, tải Excel."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.awards.session_story import decided, eligible, held, sent
from tests.factories.commune import as_, make_campaign, make_person
from tests.web.looking import page
from thidua.campaigns.models import UnitReview
from thidua.org.models import Mandate
from thidua.records.models import LocalRule, OfficialDocument

pytestmark = pytest.mark.django_db
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
DAY = date(2023, 6, 5)


@pytest.fixture
def campaign(whole):
    """A campaign with one award, and one unit that said what it learnt."""
    campaign, office = make_campaign(whole, state="reviewing"), whole.commune
    hien = eligible(whole, campaign, make_person(whole.village, "Nông Thị Hiên", honorific="Bà"))
    decided(sent(held(campaign, [hien], office), office), office)
    UnitReview.objects.create(
        campaign=campaign, unit=whole.village, state="submitted", summary="Xong",
        lessons="Chia việc theo nhóm hộ.\nXin thêm xi măng.",
    )  # fmt: skip
    return campaign


def browser(mandate: Mandate) -> Client:
    """A browser of the holder of a mandate, whose account may stand already."""
    held = mandate.person.accounts.first()
    if held is None:
        return as_(mandate)
    client = Client()
    client.force_login(held, backend=BACKEND)
    return client


def the_page_has_figures_charts_and_tables_and_each_figure_opens_its_list(whole, campaign) -> None:
    officer = browser(whole.commune.standing)
    words = page(officer, "campaign-report", campaign.code)
    for said in (
        "Biểu đồ tỷ lệ hoàn thành",
        "<rect",
        "Theo nội dung thi đua",
        "Theo đơn vị",
        "1 trên 1 (100 %)",
    ):
        assert said in words
    listed = page(officer, "figure", campaign.code, "decided")
    assert "Nông Thị Hiên" in listed
    assert reverse("nomination", args=[campaign.nominations.get().code]) in listed
    assert reverse("unit-progress", args=[campaign.code, "khuoi-cap"]) in page(
        officer, "figure", campaign.code, "reported"
    )
    assert "Chưa có trường hợp nào" in page(officer, "figure", campaign.code, "news")
    assert officer.get(reverse("figure", args=[campaign.code, "khong-co"])).status_code == 404


def a_village_opens_its_own_records_only(whole, campaign) -> None:
    other = browser(whole.head(whole.villages[1]))
    listed = page(other, "figure", campaign.code, "decided")
    assert "Nông Thị Hiên" not in listed
    assert "Còn 1 trường hợp của đơn vị khác" in listed
    units = page(other, "figure", campaign.code, "reported")
    assert reverse("unit-progress", args=[campaign.code, "khuoi-cap"]) not in units
    assert reverse("unit-progress", args=[campaign.code, whole.villages[1].code]) in units


def what_the_units_learnt_is_in_the_form_already(whole, campaign) -> None:
    words = page(browser(whole.commune.standing), "campaign-report", campaign.code)
    assert "Thôn Khuổi Cáp: Chia việc theo nhóm hộ. Xin thêm xi măng." in words


def the_outline_of_the_province_is_followed_where_the_office_set_it(whole, campaign) -> None:
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="closing_report_form", value="province", paper="Công văn số 12",
        starts=date(2023, 1, 1), confirmed_by="Chủ tịch",
    )  # fmt: skip
    officer = browser(whole.commune.standing)
    assert "Toàn văn theo đề cương của cấp tỉnh" in page(officer, "campaign-report", campaign.code)
    text = "I. Tình hình\n1. Thuận lợi\nĐược mùa.\n- Đường thông."
    typed = {"lessons": text, "signer": whole.commune.chair.pk}
    officer.post(reverse("campaign-report", args=[campaign.code]), typed)
    paper = OfficialDocument.objects.get(purpose="closing_report").content
    assert [(block["style"], block["number"]) for block in paper["body"]] == [
        ("heading1", "I."), ("heading2", "1."), ("body", ""), ("bullet", "-"),
    ]  # fmt: skip
    assert paper["appendices"][0]["title"] == "SỐ LIỆU CỦA ĐỢT THI ĐUA"


def the_statistics_are_chosen_by_year_and_office_printed_and_taken_home(whole, campaign) -> None:
    officer, commune = browser(whole.commune.standing), whole.commune.unit
    words = page(officer, "statistics")
    for said in ("Năm 2023: từ ngày 01/12/2022 đến ngày 30/11/2023.", "0601.N", "không có số liệu"):
        assert said in words
    assert "tính theo năm dương lịch" in page(officer, "statistics", **{"nam": 2021, "don-vi": commune.code})
    assert "Năm 2023" in page(officer, "statistics", **{"nam": "x", "don-vi": "khong-co"})
    sheet = officer.get(reverse("statistics-sheet"), {"nam": 2023, "don-vi": commune.code})
    assert sheet["Content-Disposition"] == f'attachment; filename="thong-ke-2023-{commune.code}.xlsx"'
    printed = f"{commune.code}_2023_campaigns"
    assert officer.get(reverse("paper-print", args=["bieu-thong-ke", printed, "pdf"])).content[:4] == b"%PDF"
    for wrong in (f"{commune.code}_2023_khac", f"{commune.code}_1999_campaigns", "khac_2023_campaigns", "x"):
        assert officer.get(reverse("paper-print", args=["bieu-thong-ke", wrong, "pdf"])).status_code == 404


def only_the_leaders_and_the_standing_officer_see_the_statistics(whole, campaign) -> None:
    assert "Biểu thống kê" in page(browser(whole.commune.chair), "reports")
    village = browser(whole.head(whole.village))
    assert "Biểu thống kê" not in page(village, "reports")
    assert village.get(reverse("statistics")).status_code == 403
    district = browser(whole.district.standing)
    assert "xã Nà Lâm" in page(district, "statistics")


def test_the_pages_of_figures_and_statistics(whole, campaign) -> None:
    for look in (
        the_page_has_figures_charts_and_tables_and_each_figure_opens_its_list,
        a_village_opens_its_own_records_only,
        what_the_units_learnt_is_in_the_form_already,
        the_statistics_are_chosen_by_year_and_office_printed_and_taken_home,
        only_the_leaders_and_the_standing_officer_see_the_statistics,
        the_outline_of_the_province_is_followed_where_the_office_set_it,
    ):
        look(whole, campaign)
