"""Quy tắc địa phương theo nhóm, ngừng áp dụng, và trang những điều địa phương quyết định."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.commune import Commune, make_campaign, make_commune
from tests.web.test_office import as_, text
from thidua.awards.exclude import ExclusionWords, ListPaper, exclude
from thidua.awards.models import Council, FundYear
from thidua.awards.queries.areas import latest_campaign, stands_of
from thidua.campaigns.models import Campaign, Criterion, Measure, Quota
from thidua.org.models import Installation
from thidua.records.entitle import TitleWords, set_title
from thidua.records.models import LocalRule, NumberBook
from thidua.records.regulate import RuleWords, confirm_rule
from thidua.web.areas import areas, areas_on

pytestmark = pytest.mark.django_db
TODAY = date(2023, 3, 20)
PAGE = "/co-quan/dia-phuong-quyet-dinh/"


@pytest.fixture
def commune() -> Commune:
    made = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=TODAY)
    return made


def confirm(commune: Commune, rule: str, value: str) -> None:
    words = RuleWords(value, "Quy chế số 5", date(2023, 3, 1))
    confirm_rule(commune.commune.unit, rule=rule, words=words, mandate=commune.commune.chair, on=TODAY)


def stands(commune: Commune) -> dict[str, tuple[str, bool]]:
    unit = commune.commune.unit
    found = stands_of(unit, latest_campaign(unit), on=TODAY)
    return {area: (stand.says, stand.is_set) for area, stand in found.items()}


def test_trang_quy_tac_xep_theo_nhom_va_ke_thay_doi_gan_day(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    LocalRule.objects.filter(rule="council_quorum").delete()
    page = text(client, "/co-quan/quy-tac/")
    assert [page.count(words) for words in ("Phải xác nhận", "Tùy chọn: đặt hay không đều được")] == [3, 4]
    assert '<a class="btn btn-sm" href="#council">Hội đồng (1 chưa xác nhận)</a>' in page
    for value in range(1, 5):
        words = RuleWords(str(value), f"Quy chế số {value}", date(2023, 3, value))
        confirm_rule(
            commune.commune.unit, rule="returns_allowed", words=words, mandate=commune.commune.chair, on=TODAY
        )
    page = text(client, "/co-quan/quy-tac/")
    assert "<del>không quá 3 lần với một hồ sơ</del><br><b>không quá 4 lần với một hồ sơ</b>" in page
    assert "thay đổi trước đó: mở từng quy tắc để xem." in page


def test_thoi_ap_dung_mot_quy_tac_tuy_chon(commune: Commune) -> None:
    client, address = as_(commune.commune.chair), "/co-quan/quy-tac/returns_allowed/"
    assert "Tùy chọn, chưa đặt" in text(client, address)
    assert "Ngừng áp dụng từ một ngày" not in text(client, address)
    confirm(commune, "returns_allowed", "2")
    assert f'href="{address}thoi/"' in text(client, address)
    asked = text(client, f"{address}thoi/")
    assert "Đang áp dụng: không quá 2 lần với một hồ sơ. Sau đó: không giới hạn." in asked
    early = text(client, f"{address}thoi/", {"paper": "Quy chế số 9", "starts": "01/3/2023"})
    assert "ngày thay đổi phải sau ngày đó" in early
    assert "Quy chế số 9" in early
    sent = {"paper": "Quy chế số 9", "starts": "01/4/2023"}
    assert client.post(f"{address}thoi/", sent)["Location"] == address
    page = text(client, address)
    assert "đến hết ngày 31/3/2023" in page
    assert "<del>không quá 2 lần với một hồ sơ</del><br><b>không giới hạn</b><br>Quy chế số 9" in page
    assert as_(commune.commune.clerk).get(f"{address}thoi/").status_code == 403


def test_moi_dieu_de_ngo_noi_ro_dat_o_dau_va_dang_ap_dung_gi(commune: Commune) -> None:
    make_campaign(commune)
    client = as_(commune.commune.standing)
    page = text(client, PAGE)
    assert page.count('data-label="Không đặt thì"') == len(areas()) == 25
    assert "1.490.000 đồng" in page
    found = areas_on(commune.commune.unit, on=TODAY)[1]
    assert len({now.area.id for now in found}) == 25
    addresses = {url for now in found for url, _ in now.places}
    assert {url: client.get(url).status_code for url in addresses} == dict.fromkeys(addresses, 200)
    assert 'href="/co-quan/hoi-dong/"' not in text(as_(commune.commune.clerk), PAGE)


def test_gia_tri_theo_tung_dieu(commune: Commune) -> None:
    campaign = make_campaign(commune)
    before = stands(commune)
    assert before["posting"] == ("không bắt buộc niêm yết", False)
    assert before["quotas"] == before["scoring"] == before["confirmers"] == ("", False)
    assert before["fund"] == ("chưa ghi quỹ năm 2023", False)
    assert before["levels"] == ("chưa gắn kế hoạch cấp trên", False)
    assert before["bonuses"] == (
        "2/2 quy tắc phải xác nhận đã xác nhận; 0/1 quy tắc tùy chọn đã đặt", True
    )  # fmt: skip
    confirm(commune, "posting_days", "7")
    Quota.objects.create(campaign=campaign, kind="cap", number=5, set_by="Hoàng Thị Mai", set_on=TODAY)
    FundYear.objects.create(
        unit=commune.commune.unit, year=2023, area="mountain", regular=5_000_000_000, fund=60_000_000,
        paper="Quyết định giao dự toán số 90", entered_by="Chu Thị Sen", entered_on=TODAY,
    )  # fmt: skip
    campaign.deadlines.create(kind="register", day=date(2023, 4, 5), says="cơ quan đặt")
    after = stands(commune)
    assert after["posting"] == ("niêm yết đủ 7 ngày ở nơi cư trú, nơi làm việc", True)
    assert (after["quotas"], after["caps"]) == (("1 chỉ tiêu đang áp dụng", True), ("", False))
    assert after["registration"] == ("hạn 05/4/2023 (cơ quan đặt)", True)
    assert after["fund"] == ("năm 2023: 60.000.000 đồng", True)
    line = {now.area.id: now.line for now in areas_on(commune.commune.unit, on=TODAY)[1]}
    verbs = {area: found.verb if found else "" for area, found in line.items()}
    assert (verbs["posting"], verbs["time_limits"], verbs["bonuses"]) == ("confirm_rule", "", "")


def test_gia_tri_cua_danh_hieu_danh_sach_nam_thoi_han_luu(commune: Commune) -> None:
    campaign = make_campaign(commune)
    before = stands(commune)
    assert before["retention"] == ("0/3 quy tắc tùy chọn đã đặt", False)
    assert before["exclusions"] == ("chưa ghi danh sách năm 2023", False)
    assert before["reports"] == ("bố cục của phần mềm, sửa được từng phần", False)
    assert before["local_titles"] == ("", False)
    confirm(commune, "retention_xa", "15")
    acting = {"mandate": commune.commune.standing, "on": TODAY}
    listed, line = (
        ListPaper(2023, "Công an xã", "Công văn số 12"),
        ExclusionWords("household", "Hộ A", "Nợ thuế"),
    )
    exclude(line, listed=listed, **acting)
    title = TitleWords("Người tốt", "xa", "Quyết định số 12", TODAY, {"individual": ["Có việc tốt"]})
    set_title(commune.commune.unit, words=title, **acting)
    criterion = Criterion.objects.filter(award__campaign=campaign).first()
    Measure.objects.create(criterion=criterion, least=5, counted="triệu đồng", set_by="Mai", set_on=TODAY)
    after = stands(commune)
    assert after["retention"] == ("1/3 quy tắc tùy chọn đã đặt", True)
    assert after["exclusions"] == ("1 dòng của năm 2023", True)
    assert after["local_titles"] == ("1 danh hiệu", True)
    assert (after["numbers"], after["contributions"]) == (
        ("1 tiêu chuẩn có con số", True), ("1 mức đóng góp", True)
    )  # fmt: skip


def test_co_quan_moi_chua_dat_gi(commune: Commune) -> None:
    Campaign.objects.all().delete()
    Council.objects.all().delete()
    NumberBook.objects.all().delete()
    page = text(as_(commune.commune.standing), PAGE)
    assert page.count("chưa có đợt thi đua") == 10
    assert f'href="{reverse("campaigns")}"' in page
    assert stands(commune)["council"] == ("", False)


def test_so_truy_van_khong_tang_theo_so_quy_tac_da_dat(commune: Commune) -> None:
    make_campaign(commune)
    client = as_(commune.commune.standing)
    counted = [_queries(client)]
    for rule, value in (("returns_allowed", "2"), ("report_words", "900"), ("posting_days", "5")):
        confirm(commune, rule, value)
    counted.append(_queries(client))
    assert counted[0] == counted[1]


def _queries(client: Client) -> list[int]:
    found = []
    for address in (PAGE, "/co-quan/quy-tac/"):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        found.append(len(queries))
    return found
