"""Trang mẫu câu chữ: xem, xem thử, dùng câu của cơ quan, dùng lại câu mẫu."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.session_story import DAY
from tests.factories.commune import make_commune
from tests.web.test_decisions import as_, said
from thidua.org.models import Installation
from thidua.records.models import Wording
from thidua.records.phrases import phrases

pytestmark = pytest.mark.django_db
PAGE = ("wording", "reminder-opening")
OWN = "Căn cứ {kế hoạch}, Hội đồng {tên xã} nhắc các đơn vị."


@pytest.fixture
def whole():
    made = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=DAY)
    return made


@pytest.fixture
def officer(whole):
    return as_(whole.commune.standing)


def address(name: str = PAGE[0]) -> str:
    return reverse(name, args=[PAGE[1]])


def test_danh_sach_co_moi_cau_theo_van_ban(officer) -> None:
    page = said(officer.get(reverse("wordings")))
    assert [phrase.name for phrase in phrases().values() if phrase.name not in page] == []
    assert "Công văn đôn đốc" in page


def test_xem_thu_chua_luu_gi(officer) -> None:
    page = said(officer.post(address(), {"text": OWN, "starts": "05/6/2023", "xem": "1"}))
    assert "Căn cứ Kế hoạch số 31/KH-UBND" in page
    assert (OWN in page, Wording.objects.exists()) == (True, False)


def test_dung_cau_cua_co_quan_roi_dung_lai_cau_mau(officer) -> None:
    page = said(officer.post(address(), {"text": OWN, "starts": "05/6/2023"}, follow=True))
    assert ("câu của cơ quan" in page, OWN in page) == (True, True)
    page = said(officer.get(address()))
    assert "Câu mẫu ban đầu" in page
    page = said(officer.post(address("wording-back"), follow=True))
    assert ("Đã dùng lại câu mẫu ban đầu." in page, "Dùng lại câu mẫu." in page) == (True, True)
    page = said(officer.post(address("wording-back"), follow=True))
    assert "Câu này không khác câu đang dùng." in page


def test_cho_dien_la_thi_noi_va_giu_chu_da_go(officer) -> None:
    page = said(officer.post(address(), {"text": "Theo {ke_hoach}.", "starts": "05/6/2023"}))
    assert "Không có chỗ điền {ke_hoach}. Câu này điền được: {kế hoạch}, {tên xã}." in page
    assert ("Theo {ke_hoach}." in page, Wording.objects.exists()) == (True, False)


def test_van_thu_xem_duoc_khong_sua_duoc(whole) -> None:
    clerk = as_(whole.commune.clerk)
    page = said(clerk.get(address()))
    assert ("Dùng câu này" in page, "Việc này của" in page) == (False, True)
    assert clerk.post(address("wording-back")).status_code == 302
    assert clerk.get(reverse("wording", args=["khong-co"])).status_code == 404


def test_them_cau_khong_them_truy_van(officer) -> None:
    counts = []
    for text in (OWN, f"{OWN} Xin cảm ơn.", f"{OWN} Kính báo."):
        officer.post(address(), {"text": text, "starts": "05/6/2023"})
        with CaptureQueriesContext(connection) as queries:
            officer.get(reverse("wordings"))
        counts.append(len(queries))
    assert len(set(counts)) == 1
