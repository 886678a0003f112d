"""Lệnh đọc kế hoạch và lệnh vẽ sơ đồ các bước."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.factories.plans import PLAN
from thidua.web.management.commands.lawcheck import UNSEEN


def test_doc_ke_hoach_ra_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(PLAN, encoding="utf-8")
    call_command("read_plan", str(file), "--json")
    read = json.loads(capsys.readouterr().out)
    assert (read["is_campaign_plan"], len(read["contents"]), len(read["awards"])) == (True, 3, 3)


def test_doc_ke_hoach_ra_dan_y(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(PLAN, encoding="utf-8")
    call_command("read_plan", str(file))
    assert "NỘI DUNG THI ĐUA" in capsys.readouterr().out


def test_tep_khong_doc_duoc_thi_thoat_voi_mot_cau(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rong.txt"
    file.touch()
    with pytest.raises(SystemExit) as ended:
        call_command("read_plan", str(file), "--json")
    said = capsys.readouterr()
    assert (ended.value.code, said.out, len(said.err.strip().splitlines())) == (1, "", 1)


def test_so_do_cac_buoc_duoc_ve_lai_khi_cu(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "docs" / "flow.md"
    for make_stale in (lambda: None, lambda: file.write_text("cũ", encoding="utf-8")):
        make_stale()
        with pytest.raises(SystemExit) as ended:
            call_command("flow", "--check", "--file", str(file))
        assert ended.value.code == 1
        call_command("flow", "--file", str(file))
        call_command("flow", "--check", "--file", str(file))
    page = file.read_text(encoding="utf-8")
    assert "| 2 | Phát động | Chủ tịch | kế hoạch | `campaigns.launch` |" in page
    assert "    for_signature --> signed\n" in page


def test_lawcheck_noi_dieu_thay_doi_bang_loi(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("lawcheck", "30/6/2023", "01/7/2023")
    assert capsys.readouterr().out.splitlines() == [
        "Từ 30/6/2023 đến 01/7/2023: 1 quy định khác đi.",
        "",
        "VĂN BẢN BẮT ĐẦU CÓ HIỆU LỰC",
        f"  Nghị định số 24/2023/NĐ-CP ngày 14 tháng 5 năm 2023 của Chính phủ{UNSEEN}",
        "",
        "VĂN BẢN HẾT HIỆU LỰC",
        f"  Nghị định số 38/2019/NĐ-CP ngày 09 tháng 5 năm 2019 của Chính phủ{UNSEEN}",
        "",
        "MỨC LƯƠNG CƠ SỞ",
        "  Mức lương cơ sở",
        "    trước: Mức lương cơ sở là 1.490.000 đồng. [Nghị định 38/2019/NĐ-CP]",
        "    nay:   Từ 01/7/2023 mức lương cơ sở là 1.800.000 đồng. [Nghị định 24/2023/NĐ-CP]",
    ]


def test_lawcheck_khi_khong_co_gi_thay_doi(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("lawcheck", "2023-03-01", "2023-03-31")
    assert capsys.readouterr().out.splitlines() == [
        "Từ 01/3/2023 đến 31/3/2023: sổ pháp luật không có gì thay đổi."
    ]


def test_lawcheck_noi_quy_dinh_moi_quy_dinh_thoi_va_can_cu_moi(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("lawcheck", "30/6/2025", "01/7/2025")
    said = capsys.readouterr().out
    assert "    thôi:  Chủ tịch UBND huyện quyết định tặng Giấy khen của mình. [" in said
    assert "    mới:   Cấp huyện không còn từ 01/7/2025; không thể chọn hình thức này. [" in said
    assert "NỘI DUNG GIỮ NGUYÊN, CHỈ ĐỔI CĂN CỨ\n  Thẩm quyền quyết định – Giấy khen của" in said
    assert "[cơ quan tự quy định]" in said


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (("hôm qua", "01/7/2025"), "Không hiểu ngày “hôm qua”; viết như 30/6/2025 hoặc 2025-06-30."),
        (("01/7/2025", "30/6/2025"), "Ngày sau phải muộn hơn ngày trước."),
    ],
)
def test_lawcheck_voi_ngay_sai(days: tuple[str, str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("lawcheck", *days)
