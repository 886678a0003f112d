"""Tệp .doc, .rtf, .odt của máy cũ: LibreOffice đổi sang .docx rồi đọc, phông chữ cũ vẫn ra đúng chữ."""

from __future__ import annotations

import os
import time

import docx
import pytest

from tests.reading.files.builders import zipped
from thidua.reading.files import open_file
from thidua.reading.files.kinds import OLE
from thidua.reading.files.tool import carry_out, found
from thidua.reading.source import Unreadable

FONTS = rb"{\fonttbl{\f0 .VnTimeH;}{\f1 Times New Roman;}}"
RICH = rb"{\rtf1\ansi\deff0" + FONTS + rb"\f0 k\'d5 ho\'b9ch\par\f1 Thi \u273?ua\par}"
FAILED = "Tệp {} không mở được (hỏng, hoặc đặt mật khẩu); hãy mở bằng Word, lưu thành .docx rồi gửi lại."


def refusal(name, data):
    with pytest.raises(Unreadable) as caught:
        open_file(name, data)
    return caught.value.sentence


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """One document of the office as an old Word file and as OpenDocument."""
    folder = tmp_path_factory.mktemp("tep")
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    for text in ("Mục đích", "Yêu cầu"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph().add_run("céng hßa x· héi").font.name = ".VnTimeH"
    document.save(str(folder / "a.docx"))
    for kind in ("doc", "odt"):
        profile = (folder / "profile").as_uri()
        command = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
        carry_out(
            [found("soffice"), *command, "--outdir", str(folder), str(folder / "a.docx")],
            seconds=60, surroundings={"HOME": str(folder)},
        )  # fmt: skip
    return folder


@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_doc_tep_cu(written, kind):
    source = open_file(f"Kế hoạch.{kind.upper()}", (written / f"a.{kind}").read_bytes())
    assert source.kind == kind
    assert [line.text for line in source.lines if line.text] == [
        "KẾ HOẠCH", "1. Mục đích", "2. Yêu cầu", "CỘNG HÒA XÃ HỘI",
    ]  # fmt: skip


def test_doc_tep_rtf():
    assert [line.text for line in open_file("a.rtf", RICH).lines if line.text] == ["KẾ HOẠCH", "Thi đua"]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.doc", b"<html><iframe src=file:///etc/hosts>", FAILED.format(".doc")),
        ("a.odt", zipped(mimetype="text/html"), FAILED.format(".odt")),
        ("a.odt", zipped(a="b"), FAILED.format(".odt")),
        ("a.odt", b"khong phai zip", None),
        ("a.doc", OLE + b"\x00" * 600, FAILED.format(".doc")),
    ],
)
def test_tep_khac_mang_ten_nay(name, data, sentence):
    said = refusal(name, data)
    assert said == (sentence or said)
    assert said.endswith(".")


def test_chua_cai_libreoffice(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal("a.rtf", RICH) == (
        "Máy chủ chưa có LibreOffice để đọc tệp .rtf; hãy lưu thành .docx rồi gửi lại, hoặc nhờ quản trị "
        "chạy: sudo apt-get install libreoffice-writer-nogui"
    )


def test_phan_mem_chay_qua_lau_thi_dung_ca_nhom(tmp_path):
    mark = tmp_path / "con-song"
    script = f"(sleep 2; touch {mark}) & sleep 30"
    start = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        carry_out(["/bin/sh", "-c", script], seconds=0.3, surroundings={})
    assert caught.value.sentence == "Phần mềm xử lý tệp chạy quá lâu."
    assert time.monotonic() - start < 2
    time.sleep(2.2)
    assert not mark.exists()


def test_phan_mem_chi_thay_bien_duoc_dua():
    printed = carry_out(["/usr/bin/env"], seconds=5, surroundings={"A": "1"}).decode().split("\n")
    assert sorted(line for line in printed if line) == ["A=1", "LC_ALL=C.UTF-8", f"PATH={os.defpath}"]
    with pytest.raises(Unreadable) as caught:
        carry_out(["/bin/false"], seconds=5, surroundings={})
    assert caught.value.sentence == "Phần mềm xử lý tệp báo lỗi."
