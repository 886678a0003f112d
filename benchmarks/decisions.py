"""How fast official papers are set, as a ratio to the bare engine in the same run: a decision with 2,000
names and the latency of a one-page letter, `python -m benchmarks.decisions`.

The bare engine sets the same words in the same four faces from a plain template: the same lines, or the same
table with a head on every page. Ours must also check letters, fit columns, and keep rows and signature whole.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import typst

from thidua.paper.glyphs import FONTS
from thidua.paper.model import (
    Appendix,
    Column,
    Document,
    Letterhead,
    Paragraph,
    SignatureBlock,
    Table,
    article,
    p,
)
from thidua.paper.pdf import write_pdf

NAMES = 2_000
NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)
HEAD = Letterhead(("ỦY BAN NHÂN DÂN", "XÃ NÀ LÂM"), "", "UBND-VP", "120", "Nà Lâm", date(2023, 6, 12))
SIGNER = SignatureBlock("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="Lương Quốc Thịnh")
TITLES = (("TT", 12), ("Họ và tên", 45), ("Chức vụ, đơn vị", 42), ("Thành tích", 45), ("Tiền thưởng", 25))
PLAIN = """
#let sent = json(bytes(sys.inputs.data))
#set document(title: sent.title, author: sent.head.first())
#set page(paper: "a4", margin: (left: 30mm, right: 15mm, y: 20mm), numbering: "1", number-align: top + center)
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set par(justify: true, linebreaks: "simple", first-line-indent: (amount: 10mm, all: true), leading: 8pt)
#let centred(words, size: 12pt, weight: "bold", style: "normal") = block(
  width: 100%, spacing: 3pt, align(center, text(words, size: size, weight: weight, style: style)),
)
#let stroke(length) = block(width: 100%, spacing: 3pt, align(center, line(length: length)))
#let columns(left, right) = block(width: 100%, grid(columns: (42%, 58%), left, right))
#columns(
  { centred(sent.head.at(0)); centred(sent.head.at(1)); stroke(10mm) },
  { centred(sent.head.at(2)); centred(sent.head.at(3), size: 13pt); stroke(57mm) },
)
#columns(
  { centred(sent.head.at(4), size: 13pt, weight: "regular"); centred(sent.subject, weight: "regular") },
  centred(sent.day, size: 13pt, weight: "regular", style: "italic"),
)
#for words in sent.text { block(width: 100%, below: 8pt, par(words)) }
#columns(
  {
    block(text("Nơi nhận:", size: 12pt, weight: "bold", style: "italic"))
    for words in sent.recipients { block(spacing: 2pt, text(words, size: 11pt)) }
  },
  { for words in sent.signer { centred(words, size: 14pt) } },
)
#if sent.rows.len() > 0 {
  pagebreak()
  set text(size: 12pt)
  set par(justify: false, first-line-indent: 0pt)
  table(
    columns: (12fr, 45fr, 42fr, 45fr, 25fr), stroke: 0.5pt, inset: (x: 1.5mm, y: 2pt),
    table.header(..sent.titles.map(words => strong(words))),
    ..sent.rows.flatten(),
  )
}
"""


def rows(turn: int) -> tuple[tuple[str, ...], ...]:
    """Invented names; those of each turn are new to the engine."""
    return tuple(
        (
            str(number),
            f"Ông Chu Văn Quyền {turn}.{number}",
            f"Thôn Nà Pheo {number % 9 + 1}, xã Nà Lâm",
            "Có thành tích xuất sắc trong phong trào thi đua làm đường thôn, bản",
            "450.000",
        )
        for number in range(1, NAMES + 1)
    )


def decision(turn: int) -> Document:
    """A decision with its list."""
    table = Table(tuple(Column(title, width) for title, width in TITLES), rows(turn))
    return Document(
        "quyet_dinh",
        HEAD,
        "QUYẾT ĐỊNH",
        "Về việc tặng Giấy khen",
        issuer_line="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM",
        grounds=("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",),
        body=tuple(article(number, f"Tặng Giấy khen đợt {turn}.") for number in (1, 2, 3)),
        signature=SIGNER,
        recipients=("Như Điều 3", "Lưu: VT"),
        appendices=(Appendix("DANH SÁCH", "(Kèm theo Quyết định số 120/UBND-VP)", (table,)),),
    )


def letter(turn: int) -> Document:
    """A letter of one page."""
    return Document(
        "cong_van",
        HEAD,
        letter_subject="V/v báo cáo kết quả tuần của phong trào thi đua làm đường thôn",
        addressees=("Trưởng các thôn Nà Pheo, Nà Sla",),
        body=tuple(
            p(f"Đợt {turn}, việc {number}: đề nghị các thôn báo cáo số mét đường đã làm, số ngày công góp.")
            for number in range(8)
        ),
        signature=SIGNER,
        recipients=("Như trên", "Lưu: VT"),
    )


def plain(document: Document) -> dict[str, object]:
    """The words of a paper for the bare engine, a line each."""
    listed = document.appendices[0].blocks[0] if document.appendices else None
    head = document.letterhead
    blocks = (
        "".join(run.text for run in block.runs) for block in document.body if isinstance(block, Paragraph)
    )
    return {
        "title": document.title,
        "head": [*head.body, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do", head.number_line],
        "subject": document.letter_subject or document.summary,
        "day": head.place_line,
        "text": [*document.addressees, *document.grounds, *blocks],
        "recipients": document.recipients,
        "signer": [SIGNER.authority, SIGNER.role, SIGNER.name],
        "titles": [title for title, _ in TITLES],
        "rows": listed.rows if isinstance(listed, Table) else (),
    }


def bare_engine(folder: Path) -> Callable[[Document], bytes]:
    """The plain template, ready to set."""
    (folder / "plain.typ").write_text(PLAIN, encoding="utf-8")
    compiler = typst.Compiler(
        str(folder / "plain.typ"), root=str(folder), font_paths=[str(FONTS)], ignore_system_fonts=True
    )

    def compiled(document: Document) -> bytes:
        data = json.dumps(plain(document), ensure_ascii=False)
        made = compiler.compile(sys_inputs={"data": data}, pdf_standards=["a-2b"], timestamp=0)
        return made if isinstance(made, bytes) else b""

    return compiled


def seconds(work: Callable[[Document], bytes], document: Document) -> tuple[float, int]:
    """The processor time of the work (a shared machine disturbs any other), and how many pages it set."""
    start = time.process_time()
    pdf = work(document)
    spent = time.process_time() - start
    with pypdfium2.PdfDocument(pdf) as opened:
        return spent, len(opened)


def compare(
    name: str, make: Callable[[int], Document], bare: Callable[[Document], bytes], *, rounds: int
) -> None:
    """Print the medians of both and their ratio; every round sets words that were never set before."""
    turns = count()
    ours, theirs = [], []
    pages = (0, 0)
    for _ in range(rounds):
        mine, own_pages = seconds(lambda paper: write_pdf(paper, timestamp=NOON), make(next(turns)))
        other, their_pages = seconds(bare, make(next(turns)))
        ours.append(mine)
        theirs.append(other)
        pages = (own_pages, their_pages)
    ratio = statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))
    middle = [statistics.median(times) * 1000 for times in (ours, theirs)]
    print(f"{name}: {middle[0]:.1f} ms, {pages[0]} pages; bare engine {middle[1]:.1f} ms, {pages[1]} pages")
    print(f"{name}: ratio {ratio:.2f} (target <= 1.3)")


def main() -> None:
    """Measure both papers."""
    with TemporaryDirectory() as folder:
        bare = bare_engine(Path(folder))
        compare("warm-up", letter, bare, rounds=3)
        compare("one-page letter", letter, bare, rounds=60)
        compare(f"decision with {NAMES:,} names", decision, bare, rounds=5)


if __name__ == "__main__":
    main()
