"""Read one plan from the command line: `python -m thidua.reading FILE [--json]`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from thidua.reading.files import open_file
from thidua.reading.files.kinds import Scanned
from thidua.reading.files.scan import read_scan
from thidua.reading.outline import Clause
from thidua.reading.plan import read_plan
from thidua.reading.plan.document import document_of
from thidua.reading.source import Source, Unreadable


def main(arguments: list[str] | None = None) -> int:
    """JSON or a readable outline on standard output; 1 and one sentence on standard error when unreadable."""
    parser = argparse.ArgumentParser(prog="thidua.reading", description="Đọc một kế hoạch phát động thi đua.")
    parser.add_argument("file", type=Path, help="tệp .docx, .pdf, .txt, .md, .doc, .odt, bản quét, ảnh")
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    options = parser.parse_args(arguments)
    try:
        source = _opened(options.file)
    except OSError:
        print(f"Không mở được tệp “{options.file}”; hãy kiểm tra tên tệp và quyền đọc.", file=sys.stderr)
        return 1
    except Unreadable as refusal:
        print(refusal.sentence, file=sys.stderr)
        return 1
    print(
        json.dumps(read_plan(source).as_json(), ensure_ascii=False, indent=1)
        if options.json
        else shown(source)
    )
    return 0


def _opened(path: Path) -> Source:
    """The file read; a scan page by page, told on standard error."""
    data = path.read_bytes()
    try:
        return open_file(path.name, data)
    except Scanned:
        return read_scan(path.name, data, told=_told)


def _told(done: int, pages: int) -> None:
    print(f"Nhận dạng chữ: trang {done}/{pages}", file=sys.stderr)


def shown(source: Source) -> str:
    """The outline of a plan and its suspected slips for a person."""
    reading = read_plan(source)
    lines = [str(reading.title or "(không có tiêu đề)"), ""]
    lines += [line for clause in document_of(source).clauses for line in _branch(clause, 0)]
    if reading.reason:
        lines += ["", reading.reason]
    lines += ["", *(f"! {one.clause}: {one.before} → {one.after} ({one.why})" for one in reading.problems)]
    return "\n".join(lines).rstrip()


def _branch(clause: Clause, depth: int) -> list[str]:
    text = clause.head.text
    short = text if len(text) <= 80 else text[:77].rstrip() + "…"
    own = f"{'  ' * depth}{clause.marker.label + '  ' if clause.marker else ''}{short}"
    return [own, *(line for child in clause.inside for line in _branch(child, depth + 1))]


if __name__ == "__main__":
    sys.exit(main())
