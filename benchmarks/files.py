"""Opening the files of an office: a plan of 30 pages, and how much memory 300 pages take (mở tệp).

Targets: 30 pages of PDF opened and understood in at most 300 ms warm; 300 pages in at most 200 MB. The floor
of the same run has the PDF library hand over the bare text of every page.
"""

from __future__ import annotations

import io
import multiprocessing
import re
import resource
import time
from contextlib import closing
from pathlib import Path

import pypdfium2
import typst

from benchmarks._best import best
from thidua.reading.files import open_file
from thidua.reading.plan import read_plan

PLAN = Path(__file__).resolve().parents[1] / "thidua" / "demo" / "plans" / "2023.txt"
ROUNDS = 7
MANY = 300
MEGABYTE = 1024  # of the kilobytes in which the system counts memory
SHAPE = '#set page("a4", margin: (left: 3cm, rest: 2cm))\n#set text(14pt)\n#set par(justify: true)\n'


def plan_pdf(pages: int) -> bytes:
    """The demo's plan again and again until it fills so many pages, printed as an office does."""
    text = PLAN.read_text(encoding="utf-8")
    safe = re.sub(r"([\\#*_$@<>\"~`/=+\-])", r"\\\1", text).replace("\n", "\n\n")
    out = io.BytesIO()
    with (
        closing(pypdfium2.PdfDocument(typst.compile((SHAPE + safe).encode(), format="pdf"))) as plan,
        closing(pypdfium2.PdfDocument.new()) as long,
    ):
        while len(long) < pages:
            long.import_pages(plan, list(range(min(len(plan), pages - len(long)))))
        long.save(out)
    return out.getvalue()


def bare_text(data: bytes) -> int:
    """What the library alone needs: open every page and take its text."""
    letters = 0
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            with closing(page), closing(page.get_textpage()) as words:
                letters += len(words.get_text_range())
    return letters


def memory(data: bytes) -> tuple[float, int]:
    """Open and understand a file in a process of its own: seconds, and megabytes at the most."""
    start = time.perf_counter()
    read_plan(open_file("ke-hoach.pdf", data))
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


def main() -> None:
    """Measure all in one run and print figures, targets and ratio."""
    data = plan_pdf(30)
    opening = best(lambda: open_file("ke-hoach.pdf", data), rounds=ROUNDS)
    whole = best(lambda: read_plan(open_file("ke-hoach.pdf", data)), rounds=ROUNDS)
    floor = best(lambda: bare_text(data), rounds=ROUNDS)
    print(f"files: 30 pages of PDF opened in {opening:.0f} ms, understood too {whole:.0f} ms (target <= 300)")
    print(f"files: opening is {opening / floor:.1f} x the library's bare text ({floor:.0f} ms)")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        seconds, most = pool.apply(memory, (plan_pdf(MANY),))
    print(f"files: {MANY} pages opened and understood in {seconds:.1f} s with {most} MB (target <= 200)")


if __name__ == "__main__":
    main()
