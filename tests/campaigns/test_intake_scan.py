"""Kế hoạch đến bằng bản quét: đọc từng trang, dừng, đọc tiếp, rồi mới đưa vào."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories.commune import Commune
from tests.factories.plans import DAY, make_scan
from tests.reading.files.builders import photo, scanned
from thidua.campaigns.intake import (
    begin_scan,
    discard_scan,
    go_on_with_scan,
    read_next_page,
    take_plan,
    take_scan,
)
from thidua.campaigns.models import PlanIntake
from thidua.campaigns.queries.scan import pages_read, scan_for, scans_of
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.reading.files.kinds import Scanned
from thidua.records.models import Run

pytestmark = pytest.mark.django_db
PAGE = "#set page(width: 14cm, height: 6cm, margin: 1cm)\n#set text(14pt)\n"


def refusal(action) -> str:
    with pytest.raises(Refused) as caught:
        action()
    return caught.value.ruling.because


def test_ban_quet_khong_vao_thang_ma_cho_nhan_dang(whole: Commune) -> None:
    page = photo(PAGE + "*KẾ HOẠCH*\n\nPhát động thi đua làm đường thôn")
    data, asked = scanned(page, page), {"way": "draft", "mandate": whole.commune.standing, "on": DAY}
    with pytest.raises(Scanned):
        take_plan(ContentFile(data, name="quet.pdf"), **asked)
    run = begin_scan(ContentFile(data, name="quet.pdf"), **asked)
    assert (run.state, run.done, run.total) == ("waiting", 0, 2)
    assert read_next_page(run.pk)
    assert not read_next_page(run.pk)
    run.refresh_from_db()
    assert (run.state, run.done) == ("done", 2)
    first = pages_read(run)[0]
    assert [line.text for line in first.written] == ["KẾ HOẠCH", "Phát động thi đua làm đường thôn"]
    assert first.confidence > 0.8
    intake = take_scan(run, mandate=whole.commune.standing, on=DAY)
    assert (intake.kind, intake.pages, intake.way, intake.name) == ("pdf", 2, "draft", "quet.pdf")
    confident = [row["confidence"] for row in intake.lines if row["confidence"] is not None]
    assert len(confident) == 4
    with intake.file.open("rb") as kept:
        assert kept.read() == data
    assert not Run.objects.exists()


def test_tung_trang_mot_va_chi_mot_lan(whole: Commune) -> None:
    run = make_scan(whole, pages=3, read=1)
    assert (run.state, run.done) == ("running", 1)
    assert read_next_page(run.pk)
    assert not read_next_page(run.pk)
    assert not read_next_page(run.pk)
    run.refresh_from_db()
    assert [page.number for page in pages_read(run)] == [1, 2, 3]
    assert [(page.confidence, page.doubtful) for page in pages_read(run)] == [(None, 0)] * 3


def test_hai_may_cung_doc_mot_trang_chi_ghi_mot_lan(whole: Commune) -> None:
    run = make_scan(whole, pages=2, read=0)
    Run.objects.filter(pk=run.pk).update(done=5)  # may khac da doc xong trong luc nay
    run.refresh_from_db()
    assert not read_next_page(run.pk)
    run.refresh_from_db()
    assert run.state == "failed"


def test_dung_giua_chung_thi_khong_con_gi(whole: Commune, django_capture_on_commit_callbacks) -> None:
    run = make_scan(whole, pages=2, read=1)
    stored = run.file.name
    with django_capture_on_commit_callbacks(execute=True):
        discard_scan(run, mandate=whole.commune.standing, on=DAY)
    assert not read_next_page(run.pk)
    assert not Run.objects.exists()
    assert not default_storage.exists(stored)
    assert JournalEntry.objects.order_by("-number").first().says == "Bỏ bản quét “ban-quet.pdf”."


def test_chua_doc_xong_thi_chua_nhan(whole: Commune) -> None:
    run = make_scan(whole, pages=2, read=1)
    said = refusal(lambda: take_scan(run, mandate=whole.commune.standing, on=DAY))
    assert said == "Bản quét chưa đọc xong; hãy chờ đến trang cuối."
    assert not PlanIntake.objects.exists()


def test_trang_khong_doc_duoc_thi_dung_va_doc_tiep_duoc(whole: Commune) -> None:
    run = make_scan(whole, pages=2, read=1)
    path = Path(run.file.path)
    whole_file = path.read_bytes()
    path.write_bytes(b"%PDF hong")
    assert not read_next_page(run.pk)
    run.refresh_from_db()
    assert (run.state, run.done) == ("failed", 1)
    assert run.says == "Tệp PDF bị hỏng, không mở được; hãy xuất lại PDF từ Word rồi gửi lại."
    path.write_bytes(whole_file)
    go_on_with_scan(run, mandate=whole.commune.standing, on=DAY)
    assert not read_next_page(run.pk)
    run.refresh_from_db()
    assert (run.state, run.says) == ("done", "")


def test_anh_khong_co_chu_thi_noi_ro(whole: Commune) -> None:
    blank = ContentFile(photo("#set page(width: 3cm, height: 3cm)\n#rect()", ppi=60), name="trang.png")
    run = begin_scan(blank, way="draft", mandate=whole.commune.standing, on=DAY)
    read_next_page(run.pk)
    run.refresh_from_db()
    said = refusal(lambda: take_scan(run, mandate=whole.commune.standing, on=DAY))
    assert said == "Không nhận ra chữ nào trong ảnh; hãy quét lại rõ hơn (300 dpi, thẳng, đủ sáng)."


def test_chua_cai_phan_nhan_dang_thi_khong_giu_gi(whole: Commune, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    page = ContentFile(photo(PAGE, ppi=50), name="anh.png")
    said = refusal(lambda: begin_scan(page, way="draft", mandate=whole.commune.standing, on=DAY))
    assert said.endswith("sudo apt-get install tesseract-ocr tesseract-ocr-vie")
    assert not Run.objects.exists()


def test_chi_co_quan_dua_vao_thay_ban_quet(whole: Commune) -> None:
    run = make_scan(whole, pages=2, read=1)
    assert list(scans_of(whole.commune.standing)) == [run]
    assert scan_for(whole.commune.standing, run.pk) == run
    with pytest.raises(Run.DoesNotExist):
        scan_for(whole.district.standing, run.pk)
    said = refusal(lambda: discard_scan(run, mandate=whole.commune.chair, on=DAY))
    assert Run.objects.filter(pk=run.pk).exists()
    assert said
