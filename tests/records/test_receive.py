"""Nhập văn bản đã ban hành sẵn: số, ngày, người ký và tệp là bản gốc."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.base import ContentFile

from tests.factories.commune import Commune
from tests.factories.papers import DAY, plan_content
from tests.records.test_issue import PDF
from thidua.law.ruling import Refused
from thidua.records.draft import rewrite
from thidua.records.models import OfficialDocument
from thidua.records.receive import Original, receive_original

pytestmark = pytest.mark.django_db


def original(whole: Commune) -> Original:
    return Original(
        unit=whole.commune.unit, kind="ke_hoach", purpose="campaign_plan", number_text="45/KH-UBND",
        day=date(2023, 3, 10), subject="Phát động đợt thi đua", signer_words="CHỦ TỊCH Lương Quốc Thịnh",
    )  # fmt: skip


def receive(paper: Original, whole: Commune, role: str = "standing") -> OfficialDocument:
    upload = ContentFile(PDF, name="kh45.pdf")
    return receive_original(paper, upload=upload, about=None, mandate=whole.commune.mandates[role], on=DAY)


def test_van_ban_goc_giu_nguyen_so_ngay_nguoi_ky_va_tep(whole: Commune) -> None:
    paper = receive(original(whole), whole)
    assert (paper.state, paper.origin, paper.issued_on) == ("issued", "original", date(2023, 3, 10))
    assert paper.title == "Kế hoạch số 45/KH-UBND ngày 10/3/2023"
    assert paper.scan is not None
    assert paper.scan.name == "kh45.pdf"
    assert (paper.pdf_sha256, paper.book) == ("", None)


def test_khong_soan_lai_ban_goc(whole: Commune) -> None:
    paper = receive(original(whole), whole)
    with pytest.raises(Refused) as refused:
        rewrite(paper, content=plan_content(whole.commune.chair), mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Đây là bản gốc đã ban hành, không soạn lại ở đây."


def test_thieu_so_thi_khong_nhap(whole: Commune) -> None:
    with pytest.raises(Refused) as refused:
        receive(replace(original(whole), number_text=" "), whole)
    assert str(refused.value) == "Hãy ghi số, ký hiệu đúng như trên văn bản đã ban hành."


def test_ngay_chua_toi_thi_khong_nhap(whole: Commune) -> None:
    with pytest.raises(Refused) as refused:
        receive(replace(original(whole), day=date(2023, 4, 1)), whole)
    assert str(refused.value) == "Ngày văn bản 01/4/2023 chưa tới."


def test_mot_van_ban_goc_chi_nhap_mot_lan(whole: Commune) -> None:
    receive(original(whole), whole)
    with pytest.raises(Refused) as refused:
        receive(original(whole), whole)
    assert str(refused.value) == "Văn bản số 45/KH-UBND năm 2023 đã có trong hồ sơ."


@pytest.mark.parametrize("role", ["accountant", "culture", "member", "admin"])
def test_ai_duoc_nhap_van_ban_goc(whole: Commune, role: str) -> None:
    with pytest.raises(Refused):
        receive(original(whole), whole, role)


def test_thon_nhap_van_ban_goc_cua_thon(whole: Commune) -> None:
    head = whole.head(whole.village)
    paper = replace(
        original(whole), unit=whole.village, kind="bien_ban", purpose="unit_minutes", number_text="01/BB"
    )
    filed = receive_original(paper, upload=ContentFile(PDF, name="bb.pdf"), about=head, mandate=head, on=DAY)
    assert (filed.unit, filed.about_id) == (whole.village, head.pk)
