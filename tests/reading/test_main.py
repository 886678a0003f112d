"""Đọc kế hoạch từ dòng lệnh."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.reading.conftest import DEMO, PLANS
from thidua.reading.__main__ import main


def test_in_json(capsys, gold_of):
    assert main([str(DEMO / "2026.txt"), "--json"]) == 0
    out = capsys.readouterr()
    assert (json.loads(out.out)["contents"], out.err) == (gold_of("2026")["contents"], "")


def test_in_muc_luc(capsys):
    assert main([str(DEMO / "2023.txt")]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[2:5] == ["I  MỤC ĐÍCH, YÊU CẦU", "  1  Mục đích", lines[4]]
    assert lines[4].endswith("…")
    assert (
        "! II.4: bút phá → bứt phá (Cụm từ thường viết là “bứt phá”; có thể lỗi đánh máy hoặc nhận dạng chữ.)"
        in lines
    )


def test_khong_phai_thi_dua_thi_noi_ly_do(capsys):
    assert main([str(PLANS / "khong_phai.txt")]) == 0
    assert capsys.readouterr().out.rstrip().endswith("không phát động một phong trào thi đua.")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("rong.txt", "Tệp rỗng; hãy chọn lại đúng tệp kế hoạch.\n"), ("thieu.txt", None)],
)
def test_khong_doc_duoc(name, sentence, tmp_path, capsys):
    path = tmp_path / name
    if sentence:
        path.write_bytes(b"")
    assert main([str(path), "--json"]) == 1
    out = capsys.readouterr()
    assert (out.out, out.err) == (
        "",
        sentence or f"Không mở được tệp “{path}”; hãy kiểm tra tên tệp và quyền đọc.\n",
    )


def test_chay_nhu_mo_dun():
    command = [sys.executable, "-m", "thidua.reading", str(DEMO / "2026.txt"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["signer"]["name"]) == (0, "Nông Thị Hạnh")
