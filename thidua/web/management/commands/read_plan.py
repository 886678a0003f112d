"""Read one plan (đọc một kế hoạch): `manage.py read_plan FILE [--json]`."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from thidua.reading.__main__ import main


class Command(BaseCommand):
    """One JSON object, or a readable outline; 1 and one sentence on standard error when the file cannot be
    read.
    """

    help = "Đọc một kế hoạch phát động thi đua (văn bản, Word, PDF, bản quét, ảnh) và in điều đọc được."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="tệp kế hoạch")
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        code = main([options["file"], *(["--json"] if options["json"] else [])])
        if code:
            sys.exit(code)
