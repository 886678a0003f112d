"""Trang luật đang áp dụng, quỹ, căn cứ đề nghị, và điều luật nói ở từng trang."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.awards.dossiers import started
from tests.factories.commune import Commune, as_, make_campaign, make_person
from thidua.awards.models import Basis, FundYear

DAY = date(2023, 6, 5)
pytestmark = pytest.mark.django_db


def text(client: Client, address: str, said: dict[str, object] | None = None) -> str:
    answer = client.get(address) if said is None else client.post(address, said, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_luat_cua_mot_ngay_va_thay_doi_giua_hai_ngay(whole: Commune) -> None:
    client = as_(whole.head(whole.village))
    now = text(client, reverse("law"))
    assert ("Giấy khen của Chủ tịch UBND huyện" in now, "1.490.000" in now, "R40" in now) == (
        True,
        True,
        False,
    )
    later = text(client, f"{reverse('law')}?ngay=20/11/2026")
    assert ("Giấy khen của Chủ tịch UBND huyện" in later, "2.530.000" in later) == (False, True)
    assert "chưa xác nhận, kiểm tra văn bản gốc" in later
    assert "“hôm nào” không phải là một ngày" in text(client, f"{reverse('law')}?ngay=hôm nào")
    assert "Sổ pháp luật chưa có quy định cho ngày này" in text(client, f"{reverse('law')}?ngay=01/01/2019")
    changes = reverse("law-changes")
    assert "Chọn hai ngày" in text(client, changes)
    told = text(client, f"{changes}?tu=30/6/2025&den=01/7/2025")
    assert ("Nghị định số 152/2025/NĐ-CP" in told, "không còn" in told) == (True, True)
    assert "Không có gì thay đổi" in text(client, f"{changes}?tu=05/6/2023&den=05/6/2023")
    assert "đổi chỗ hai ngày" in text(client, f"{changes}?tu=01/7/2025&den=30/6/2025")


def test_ke_toan_ghi_quy_tren_trang(whole: Commune) -> None:
    client = as_(whole.commune.accountant)
    assert "Chưa ghi quỹ năm nào" in text(client, reverse("funds"))
    said = {"year": "2025", "area": "mountain", "regular": "9.000.000.000", "fund": "150.000.000 đ",
            "organising": "40.000.000", "paper": "Quyết định số 12/QĐ-UBND"}  # fmt: skip
    shown = text(client, reverse("fund", args=[2025]), said)
    assert "vượt tỷ lệ tối đa 1,5 %" in shown
    assert FundYear.objects.get().fund == 150_000_000
    assert 'value="150000000"' in text(client, reverse("fund", args=[2025]))
    bad = text(client, reverse("fund", args=[2025]), said | {"fund": "nhiều", "paper": ""})
    assert "nhiều" in bad
    assert Client().get(reverse("funds")).status_code == 302
    assert as_(whole.head(whole.village)).get(reverse("funds")).status_code == 403


def test_can_cu_de_nghi_ghi_tren_trang_va_hien_o_ho_so(whole: Commune) -> None:
    campaign = make_campaign(whole)
    mai = make_person(whole.village, "Lò Thị Mai", honorific="Bà")
    nomination = started(whole, mai, campaign=campaign, form="bang_khen_tinh")
    client, page = as_(whole.head(whole.village)), reverse("nomination-basis", args=[nomination.code])
    assert "Khen thưởng phong trào thi đua, thủ tục thông thường." in text(
        client, reverse("nomination", args=[nomination.code])
    )
    form = text(client, page)
    assert ("Điểm d:" in form, "Ngày niêm yết danh sách" in form) == (True, False)
    said = {"award_type": "cong_trang", "route": "don_gian", "ground": "d", "excellent_years": "2021, 2022",
            "initiatives": "", "rests_on": "15/QĐ-UBND"}  # fmt: skip
    shown = text(client, page, said)
    assert "Khen thưởng công trạng, thủ tục đơn giản." in shown
    assert "Thủ tục đơn giản chỉ dùng cho thành tích đột xuất" in shown
    basis = Basis.objects.get()
    assert (basis.ground, basis.excellent_years, basis.initiatives) == ("d", "2021, 2022", 0)
    text(client, page, {"award_type": "khac"})
    assert Basis.objects.get().ground == "d"
