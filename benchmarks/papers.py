"""How fast certificates are set, as a ratio to the bare engine in the same run: `python -m
benchmarks.papers`.

The bare engine sets as many pages of the same size and frame, with the same lines and one fixed square code,
from a
plain template. Ours must also fit names, check letters and draw a code for each certificate. Target: at most
1.3.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import typst

from thidua.paper.certificate import Certificate, write_certificate, write_certificates
from thidua.paper.glyphs import FONTS
from thidua.paper.qr import qr_pictures

COUNT = 1_000
ROUNDS = 5
NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)
BARE = """
#let sent = json(bytes(sys.inputs.data))
#set page(width: 297mm, height: 210mm, margin: 25mm, background: image("frame.png", width: 100%, height:
100%))
#set text(font: "Tinos", size: 14pt, lang: "vi")
#for lines in sent {
  align(center, lines.map(line => par(line)).join())
  place(bottom + left, image("code.png", width: 20mm))
  pagebreak(weak: true)
}
"""


def certificate(number: int) -> Certificate:
    """An invented certificate; each has a name and a code of its own."""
    code = f"{number * 7919:08X}"
    return Certificate(
        title="GIẤY KHEN",
        decider="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM",
        place="Nà Lâm",
        day=date(2023, 6, 12),
        prefix="Hộ gia đình ông",
        name=f"Chu Văn Quyền {number}",
        address="Thôn Nà Pheo, xã Nà Lâm, huyện Cao Sơn",
        achievement="Đã có thành tích xuất sắc trong phong trào thi đua làm đường thôn, bản năm 2023",
        decision_line="Quyết định số: 87/QĐ-CTUBND ngày 12 tháng 6 năm 2023",
        gold_number=str(number),
        code=code,
        verify_url=f"https://nalam.example.vn/tra-cuu/{code}",
        signer_role="CHỦ TỊCH",
        signer_name="Lương Quốc Thịnh",
    )


def lines(made: Certificate) -> list[str]:
    """The words of a certificate, a line each, for the bare engine."""
    head = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        made.decider,
        "TẶNG",
        made.title,
    ]
    middle = [made.recipient, made.address, made.achievement]
    number, _, day = made.decision_line.partition(" ngày ")
    left = [number, f"ngày {day}", f"Số sổ vàng: {made.gold_number}", f"Mã tra cứu: {made.code}"]
    return [*head, *middle, *left, f"{made.place}, ngày {day}", made.signer_role, made.signer_name]


def bare_engine(folder: Path) -> Callable[[list[Certificate]], bytes]:
    """The plain template, its frame and code made once, ready to set a batch."""
    with pypdfium2.PdfDocument(write_certificate(certificate(0), timestamp=NOON)) as opened:
        opened[0].render(scale=2).to_pil().save(folder / "frame.png")
    (folder / "code.png").write_bytes(qr_pictures([certificate(0).verify_url])[0])
    (folder / "bare.typ").write_text(BARE, encoding="utf-8")
    compiler = typst.Compiler(
        str(folder / "bare.typ"), root=str(folder), font_paths=[str(FONTS)], ignore_system_fonts=True
    )

    def compiled(batch: list[Certificate]) -> bytes:
        data = json.dumps([lines(made) for made in batch], ensure_ascii=False)
        made = compiler.compile(
            sys_inputs={"data": data}, pdf_standards=["a-2b"], timestamp=0, pdf_tags=False
        )
        return made if isinstance(made, bytes) else b""

    return compiled


def seconds(work: Callable[[list[Certificate]], bytes], batch: list[Certificate]) -> float:
    """How long the work takes, after checking that it set every page."""
    start = time.perf_counter()
    pdf = work(batch)
    spent = time.perf_counter() - start
    with pypdfium2.PdfDocument(pdf) as opened:
        if len(opened) != len(batch):
            raise SystemExit(f"{len(opened)} pages instead of {len(batch)}")
    return spent


def main() -> None:
    """Print the median of the rounds; each round sets certificates that were never set before."""
    ours: list[float] = []
    bare: list[float] = []
    with TemporaryDirectory() as folder:
        plain = bare_engine(Path(folder))
        for turn in range(ROUNDS):
            batch = [certificate(2 * turn * COUNT + number) for number in range(COUNT)]
            other = [certificate((2 * turn + 1) * COUNT + number) for number in range(COUNT)]
            ours.append(seconds(lambda made: write_certificates(made, timestamp=NOON), batch))
            bare.append(seconds(plain, other))
    ratio = statistics.median(mine / theirs for mine, theirs in zip(ours, bare, strict=True))
    print(
        f"{COUNT} certificates: {COUNT / statistics.median(ours):.0f} pages/s (best {COUNT / min(ours):.0f})"
    )
    print(f"bare engine: {COUNT / statistics.median(bare):.0f} pages/s (best {COUNT / min(bare):.0f})")
    print(f"ratio: {ratio:.2f} (target: at most 1.3)")


if __name__ == "__main__":
    main()
