"""Lệnh đọc kế hoạch và lệnh vẽ sơ đồ các bước."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.factories.plans import PLAN


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
