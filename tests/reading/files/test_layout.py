"""Dàn dòng: lề, chỗ trên trang, ghép chữ tìm thấy sau."""

from __future__ import annotations

from thidua.reading.files.layout import Run, Sheet, beside, laid_out

SHEET = Sheet(1, 100, 200)


def run(text, left, bottom, *, confidence=None):
    return Run(text, SHEET, left, left + 10, bottom, bottom + 10, confidence)


def test_dong_biet_cho_tren_trang():
    source = laid_out("a.pdf", "pdf", [run("Nơi nhận:", 10, 100, confidence=0.876), Run("", SHEET)], pages=1)
    first, blank = source.lines
    assert (first.box, first.confidence, first.indent, first.room) == ((0.1, 0.45, 0.2, 0.5), 0.88, 0, 0)
    assert (blank.box, blank.room, blank.start) == (None, None, 10)
    empty = laid_out("a.pdf", "pdf", [Run("a", Sheet(1, 0, 0), 1, 2, 1, 2)], pages=1)
    assert empty.lines[0].box is None


def test_chu_tim_thay_sau_vao_dung_hang():
    lines = [run("Nơi nhận:", 10, 100, confidence=0.9), run("- Lưu: VT.", 10, 60)]
    found = [
        run("TRƯỞNG THÔN", 60, 102, confidence=0.7),
        run("giữa", 60, 80),
        run("cuối", 60, 10),
        Run("", SHEET),
    ]
    assert [(one.text, one.confidence) for one in beside(lines, found)] == [
        ("Nơi nhận:   TRƯỞNG THÔN", 0.7),
        ("giữa", None),
        ("- Lưu: VT.", None),
        ("cuối", None),
    ]
    assert beside([run("b", 60, 10)], [run("a", 5, 12)])[0].text == "a   b"


def test_trang_pdf_ma_cu_ra_chu_hom_nay():
    runs = [run("Céng hßa x· héi chñ nghÜa ViÖt Nam", 10, 100), run("§éc lËp - Tù do - H¹nh phóc", 10, 80)]
    source = laid_out("a.pdf", "pdf", runs, pages=1)
    assert [line.text for line in source.lines] == [
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc",
    ]  # fmt: skip
    assert source.text[source.lines[1].start :] == source.lines[1].text
