"""Bản Word mở bằng LibreOffice có cùng số trang với bản PDF: bằng nhau đến 5 trang, sau đó lệch tối đa 1."""

import os
import subprocess
from pathlib import Path

import pypdfium2
import pytest

import thidua.paper
from tests.paper.papers import PAPERS
from tests.paper.test_certificate import NOON
from tests.records.test_every_paper import draft_the_rest
from tests.web.everything import make_everything
from thidua.paper.docx import write_docx
from thidua.paper.model import Document
from thidua.paper.pdf import write_pdf
from thidua.reading.files.tool import found
from thidua.records.documents import paper_of
from thidua.records.models import OfficialDocument

SHORT = 5
PATIENCE = 20 * 60  # seconds
FONTS = Path(thidua.paper.__file__).parent / "fonts"
# Word has Times New Roman. The stand-in of Debian takes Vietnamese letters, wider, from another font; Tinos
# has the widths of Times New Roman and all letters.
FONTS_CONF = """<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>"""


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


def word_pages(papers: dict[str, Document], folder: Path) -> dict[str, int]:
    """How many pages LibreOffice gives each paper."""
    for name, paper in papers.items():
        (folder / f"{name}.docx").write_bytes(write_docx(paper))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in papers]
    command = [
        found("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *files,
    ]
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS_CONF.format(fonts=FONTS, cache=folder / "fonts"))
    env = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=env)
    return {name: page_count((folder / f"{name}.pdf").read_bytes()) for name in papers}


def differing(papers: dict[str, Document], folder: Path) -> list[str]:
    """The papers whose two prints differ by more than is allowed."""
    ours = {name: page_count(write_pdf(paper, timestamp=NOON)) for name, paper in papers.items()}
    theirs = word_pages(papers, folder)
    return [
        f"{name}: PDF {count} trang, Word {theirs[name]} trang"
        for name, count in ours.items()
        if abs(count - theirs[name]) > (count > SHORT)
    ]


@pytest.mark.long
@pytest.mark.django_db
def test_word_va_pdf_cung_so_trang(tmp_path: Path) -> None:
    everything = make_everything()
    draft_the_rest(everything)
    filed = OfficialDocument.objects.filter(origin="ours")
    papers = {f"{one.purpose}-{one.code}": paper_of(one) for one in filed}
    papers |= {name: make() for name, make in PAPERS.items()}
    assert differing(papers, tmp_path) == []
