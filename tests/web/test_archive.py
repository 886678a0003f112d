"""The page of the archive: asked for, made in the background, fetched in parts, checked, dropped."""

import io
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.factories.commune import as_, make_campaign
from tests.factories.papers import make_paper
from thidua.records.models import Run
from thidua.web.jobs import check_archive, pack_archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    found = make_campaign(whole, state="reviewing")
    found.plan = make_paper(whole, until="issued")
    found.save()
    make_paper(whole)  # about nothing: not of this campaign
    return found


def text(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def body(answer):
    return b"".join(answer.streaming_content)


def test_lap_o_nen_roi_tai_kiem_tra_bo(whole, campaign, tmp_path):
    office, here = as_(whole.commune.standing), reverse("campaign-archive", args=[campaign.code])
    empty = text(office.get(here))
    assert "Chưa lập lần nào" in empty
    assert "cơ quan chưa đặt <b>Thời hạn lưu hồ sơ đợt thi đua</b>" in empty
    assert "Đợt chưa tổng kết" in empty
    office.post(here, {"file_code": "HS.7", "kept_at": "tủ 3"})
    run = Run.objects.get(kind="archive")
    assert f"Đã xếp 0 trên {run.total} văn bản, tệp." in text(office.get(here))
    assert office.get(reverse("archive-file", args=[run.pk])).status_code == 404
    answer = office.post(reverse("archive-check", args=[run.pk]), follow=True)
    assert "Hồ sơ chưa lập xong." in text(answer)
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(run.pk)]
    pack_archive.call(str(run.pk))
    shown = text(office.get(here))
    assert "đủ đến nay" in shown
    assert 'value="HS.7"' in shown  # said once, there again
    assert "<html" not in text(office.get(here, HTTP_HX_REQUEST="true"))
    file = office.get(reverse("archive-file", args=[run.pk]))
    data = body(file)
    assert (file["Content-Type"], ZipFile(io.BytesIO(data)).testzip()) == ("application/zip", None)
    rest = office.get(reverse("archive-file", args=[run.pk]), headers={"Range": "bytes=100-"})
    assert (rest.status_code, body(rest)) == (206, data[100:])
    office.post(reverse("archive-check", args=[run.pk]))
    assert "Đang kiểm tra từng tệp…" in text(office.get(here))
    check_archive.call(str(run.pk), "2023-06-05")
    assert "Kiểm tra ngày 05/6/2023: Hồ sơ còn nguyên, từng tệp đúng mã băm." in text(office.get(here))
    kept = tmp_path / "ho-so.zip"
    kept.write_bytes(data)
    said = io.StringIO()
    call_command("check_archive", str(kept), stdout=said)
    assert said.getvalue() == "Hồ sơ còn nguyên: từng tệp đúng mã băm trong sha256.txt.\n"
    kept.write_bytes(data[:500])
    with pytest.raises(CommandError, match="không mở được như một tệp .zip"):
        call_command("check_archive", str(kept))
    with pytest.raises(CommandError, match=r"Không mở được tệp"):
        call_command("check_archive", str(tmp_path / "khong-co.zip"))
    answer = office.post(reverse("archive-remove", args=[run.pk]), follow=True)
    assert "Đã bỏ; văn bản, tệp của đợt vẫn còn nguyên." in text(answer)


def test_nguoi_khac_khong_vao_duoc(whole, campaign):
    here = reverse("campaign-archive", args=[campaign.code])
    assert [as_(one).get(here).status_code for one in (whole.commune.chair, whole.commune.clerk)] == [
        403,
        403,
    ]


def test_ban_giay_chua_biet_cat_dau_thi_hoi(whole, campaign):
    campaign.registrations.create(unit=whole.village, state="accepted", how="nhận bản giấy ngày 20/3/2023")
    here = reverse("campaign-archive", args=[campaign.code])
    answer = text(as_(whole.commune.standing).post(here, {"file_code": "HS.7", "kept_at": ""}))
    assert "Có 01 bản giấy không có tệp, như “Bản đăng ký thi đua (nhận bản giấy ngày 20/3/2023)”" in answer
    assert 'value="HS.7"' in answer
    assert not Run.objects.filter(kind="archive").exists()
