"""Lệnh kiểm tra thể thức một văn bản."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.paper.papers import letterhead, plan
from thidua.paper.docx import write_docx


def put(folder: Path, content: bytes, name: str = "ke-hoach.docx") -> str:
    file = folder / name
    file.write_bytes(content)
    return str(file)


def test_van_ban_dung_the_thuc(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("lint_paper", put(tmp_path, write_docx(plan())))
    assert capsys.readouterr().out == "ke-hoach.docx: không thấy lỗi thể thức.\n"


def test_noi_cho_sai_dieu_dung_va_can_cu(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = put(tmp_path, write_docx(replace(plan(), letterhead=letterhead("KH-UBND", "5"))))
    call_command("lint_paper", wrong)
    assert capsys.readouterr().out.splitlines() == [
        "ke-hoach.docx: 1 điểm cần xem lại",
        "  1. Số: Số nhỏ hơn 10 phải thêm số 0 phía trước: viết “05”.",
        "     Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 [number-zero]",
    ]
    call_command("lint_paper", wrong, "--json")
    assert json.loads(capsys.readouterr().out) == {
        "file": "ke-hoach.docx",
        "findings": [
            {
                "rule": "number-zero",
                "where": "Số",
                "message": "Số nhỏ hơn 10 phải thêm số 0 phía trước: viết “05”.",
                "source": "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3",
            }
        ],
    }


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "Không mở được tệp"),
        (b"", "Chỉ kiểm tra được tệp .docx hoặc .pdf"),
        (b"%PDF-1.7 x", "Tệp PDF bị hỏng"),
    ],
)
def test_tep_khong_kiem_tra_duoc_thi_thoat_voi_mot_cau(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, sentence: str
) -> None:
    file = str(tmp_path / "khong-co.pdf") if content is None else put(tmp_path, content, "hong.pdf")
    with pytest.raises(SystemExit) as ended:
        call_command("lint_paper", file)
    said = capsys.readouterr()
    assert (ended.value.code, said.out, len(said.err.strip().splitlines())) == (1, "", 1)
    assert said.err.startswith(sentence)
