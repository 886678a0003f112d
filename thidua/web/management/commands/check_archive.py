"""manage.py check_archive: is a file for the archive whole (kiểm tra tệp hồ sơ lưu trữ)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from thidua.reports.archive import faults_in


class Command(BaseCommand):
    help = "Đối chiếu từng tệp trong hồ sơ lưu trữ (.zip) với danh sách mã băm của nó."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="tệp .zip đã tải về")

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            with file.open("rb") as opened:
                faults = faults_in(opened)
        except OSError as unreadable:
            raise CommandError(f"Không mở được tệp {file}: {unreadable.strerror}.") from unreadable
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write("Hồ sơ còn nguyên: từng tệp đúng mã băm trong sha256.txt.")
