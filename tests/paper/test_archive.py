"""Mỗi tệp PDF in ra giữ được lâu dài (PDF/A-2) và đọc được bằng máy đọc màn hình (PDF/UA)."""

import io
from dataclasses import replace

import pikepdf
import pytest

from tests.paper.archive import faults_of
from tests.paper.papers import PAPERS, letterhead, plan
from tests.paper.signed import signed_step_by_step
from tests.paper.test_blank import BLANK
from tests.paper.test_certificate import GIVEN, NOON
from thidua.paper.bind import with_pages
from thidua.paper.blank import write_calibration, write_on_blanks
from thidua.paper.certificate import write_certificates
from thidua.paper.glyphs import MissingGlyphs
from thidua.paper.model import Document, heading, p
from thidua.paper.pdf import write_pdf


@pytest.mark.parametrize("name", PAPERS)
def test_van_ban_giu_duoc_lau_dai_va_doc_duoc_bang_tai(name: str) -> None:
    pdf = write_pdf(PAPERS[name](), timestamp=NOON)
    assert faults_of(pdf) == []
    assert [claim in pdf for claim in (b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<")] == [True, True]


def test_van_ban_da_ky_so_van_luu_tru_duoc_va_khong_nhan_la_pdf_ua() -> None:
    for pdf in list(signed_step_by_step().values())[1:]:
        assert faults_of(pdf) == []
        assert b"pdfuaid" not in pdf


@pytest.mark.parametrize(
    "pdf",
    [
        write_certificates([GIVEN], timestamp=NOON),
        write_on_blanks([GIVEN], BLANK, timestamp=NOON),
        write_calibration(BLANK, timestamp=NOON),
        with_pages(*[write_certificates([GIVEN], timestamp=NOON)] * 2),
    ],
    ids=["giấy khen", "lên phôi", "cân chỉnh", "in cả loạt"],
)
def test_giay_khen_giu_duoc_lau_dai(pdf: bytes) -> None:
    assert faults_of(pdf, tagged=False) == []


@pytest.mark.parametrize("levels", [(2,), (2, 1, 2), (1, 2, 1)])
def test_de_muc_dau_tien_la_de_muc_cao_nhat(levels: tuple[int, ...]) -> None:
    body = [one for level in levels for one in (heading("Nội dung", number="1.", level=level), p("Lời văn."))]
    paper = Document("thong_bao", letterhead("TB"), "THÔNG BÁO", "Thử", body=tuple(body))
    assert faults_of(write_pdf(paper, timestamp=NOON)) == []


def test_chu_rieng_cua_mot_phong_bi_tu_choi() -> None:
    with pytest.raises(MissingGlyphs):
        write_pdf(replace(plan(), summary="Thi đua \uf001"), timestamp=NOON)


def test_tep_khong_dat_thi_noi_cho_nao() -> None:
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(write_pdf(plan(), timestamp=NOON))) as opened:
        del opened.Root.OutputIntents, opened.Root.ViewerPreferences
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        opened.Root.OpenAction = opened.make_indirect(script)
        opened.save(held)
    assert faults_of(held.getvalue()) == [
        "danh mục có /OpenAction",
        "không có đúng một mục đích in",
        "có hành động /JavaScript",
        "trình xem không hiện tên văn bản",
    ]
