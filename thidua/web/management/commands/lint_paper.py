"""Check the form of a paper (kiểm tra thể thức): `manage.py lint_paper FILE [--json]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from thidua.paper.lint import Finding, Unreadable, lint_file


class Command(BaseCommand):
    """The findings of any .docx or .pdf, each with its place and its article; 1 and one sentence on standard
    error when the file cannot be checked.
    """

    help = "Kiểm tra thể thức một văn bản (.docx, .pdf) theo Nghị định 30/2020/NĐ-CP."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="tệp .docx hoặc .pdf")
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            findings = lint_file(file.read_bytes())
        except OSError:
            self.stderr.write(f"Không mở được tệp “{file}”; hãy kiểm tra tên tệp và quyền đọc.")
            sys.exit(1)
        except Unreadable as refusal:
            self.stderr.write(str(refusal))
            sys.exit(1)
        self.stdout.write(_as_json(file, findings) if options["json"] else shown(file, findings))


def shown(file: Path, findings: list[Finding]) -> str:
    """The findings for a person (kết quả): place, what is right, article."""
    if not findings:
        return f"{file.name}: không thấy lỗi thể thức."
    lines = [f"{file.name}: {len(findings)} điểm cần xem lại"]
    for number, one in enumerate(findings, start=1):
        lines += [f"{number:>3}. {one.where}: {one.message}", f"     {one.source} [{one.rule}]"]
    return "\n".join(lines)


def _as_json(file: Path, findings: list[Finding]) -> str:
    data = {"file": file.name, "findings": [one.as_json() for one in findings]}
    return json.dumps(data, ensure_ascii=False, indent=1)
