"""Trang đọc bản quét: tiến độ, rời đi rồi tìm lại, xem từng dòng cạnh ảnh, nhận hoặc bỏ."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.factories.commune import Commune, as_, make_commune
from tests.factories.plans import DAY, make_scan
from tests.reading.files.builders import photo
from thidua.campaigns.models import PlanIntake
from thidua.org.models import Installation
from thidua.records.models import Run
from thidua.web.jobs import read_scan

pytestmark = pytest.mark.django_db
SHAPE = "#set page(width: 14cm, height: 6cm, margin: 1cm)\n#set text(14pt)\n"
PAGE = f"{SHAPE}Nội dung thi đua của các thôn và các đoàn thể trong xã"


@pytest.fixture
def whole() -> Commune:
    made = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=DAY)
    return made


@pytest.fixture
def officer(whole: Commune) -> Client:
    return as_(whole.commune.standing)


def text(client: Client, address: str, **more) -> str:
    answer = client.get(address, **more)
    assert answer.status_code == 200
    return answer.content.decode()


def test_anh_chup_gui_len_thi_doc_o_nen_va_sang_trang_tien_do(officer: Client) -> None:
    sent = {
        "way": "original",
        "upload": SimpleUploadedFile("anh.jpg", photo(PAGE, kind="JPEG")),
        "once": "mot",
    }
    address = officer.post(reverse("plan-new"), sent)["Location"]
    run = Run.objects.get()
    assert address == reverse("scan", args=[run.pk])
    assert DBTaskResult.objects.get().args_kwargs == {"args": [str(run.pk)], "kwargs": {}}
    assert "Đang đọc trang 1 trên 1." in text(officer, address)
    assert "anh.jpg" in text(officer, reverse("plan-new"))
    read_scan.call(str(run.pk))
    page = text(officer, address, HTTP_HX_REQUEST="true")
    assert "Đã đọc xong" in page
    assert "<html" not in page
    assert "Nội dung thi đua của các thôn" in text(officer, reverse("scan-page", args=[run.pk, 1]))
    made = officer.post(reverse("scan-take", args=[run.pk]))["Location"]
    assert made == reverse("plan", args=[PlanIntake.objects.get().code])
    assert PlanIntake.objects.get().way == "original"


def test_moi_trang_la_mot_viec_rieng(whole: Commune) -> None:
    run = make_scan(whole, pages=3, read=0)
    read_scan.call(str(run.pk))
    assert DBTaskResult.objects.count() == 1
    read_scan.call(str(run.pk))
    read_scan.call(str(run.pk))
    assert DBTaskResult.objects.count() == 2
    run.refresh_from_db()
    assert (run.state, run.done) == ("done", 3)


def test_dung_va_doc_tiep(officer: Client, whole: Commune) -> None:
    run = make_scan(whole, pages=2, read=1)
    Run.objects.update(state="failed", says="Không nhận dạng được trang 2; hãy quét lại trang này.")
    assert "Không nhận dạng được trang 2" in text(officer, reverse("scan", args=[run.pk]))
    officer.post(reverse("scan-go-on", args=[run.pk]))
    run.refresh_from_db()
    assert (run.state, DBTaskResult.objects.count()) == ("running", 1)


def test_bo_ban_quet(officer: Client, whole: Commune) -> None:
    run = make_scan(whole)
    assert officer.post(reverse("scan-discard", args=[run.pk]))["Location"] == reverse("plan-new")
    assert not Run.objects.exists()


def test_chua_xong_thi_noi_ngay_tren_trang(officer: Client, whole: Commune) -> None:
    run = make_scan(whole, pages=2, read=1)
    answer = officer.post(reverse("scan-take", args=[run.pk]))
    assert "Bản quét chưa đọc xong" in answer.content.decode()


@pytest.mark.parametrize("name", ["scan-take", "scan-go-on", "scan-discard"])
def test_nguoi_khac_trong_co_quan_chi_duoc_xem(whole: Commune, name: str) -> None:
    run = make_scan(whole)
    answer = as_(whole.commune.chair).post(reverse(name, args=[run.pk]))
    assert (answer.status_code, Run.objects.count()) == (200, 1)


def test_anh_trang_va_trang_chua_doc(officer: Client, whole: Commune) -> None:
    run = make_scan(whole, pages=2, read=1)
    answer = officer.get(reverse("scan-picture", args=[run.pk, 2]))
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert officer.get(reverse("scan-picture", args=[run.pk, 3])).status_code == 404
    assert officer.get(reverse("scan-page", args=[run.pk, 2])).status_code == 404
    assert as_(whole.district.standing).get(reverse("scan", args=[run.pk])).status_code == 404


def test_danh_sach_ban_quet_khong_hoi_them_theo_so_dong(officer: Client, whole: Commune) -> None:
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_scan(whole)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            text(officer, reverse("plan-new"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    pages = []
    for run in (make_scan(whole), make_scan(whole, pages=3)):
        with CaptureQueriesContext(connection) as queries:
            text(officer, reverse("scan", args=[run.pk]))
        pages.append(len(queries))
    assert pages[0] == pages[1]


def test_gui_hai_lan_nhan_mot_lan(officer: Client, whole: Commune) -> None:
    run = make_scan(whole)
    for _ in range(2):
        officer.post(reverse("scan-take", args=[run.pk]), {"once": "mot"})
    assert PlanIntake.objects.count() == 1
