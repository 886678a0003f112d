"""Write docs/flow.md, or say that it is stale (vẽ lại sơ đồ các bước): `manage.py flow [--check]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from thidua.web.flow_page import flow_page


class Command(BaseCommand):
    """The page is made from the stages and the state tables; `--check` leaves it alone and exits 1 when it is
    stale.
    """

    help = "Vẽ sơ đồ các bước và vòng đời vào docs/flow.md."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="chỉ kiểm tra; 1 khi trang đã cũ")
        parser.add_argument(
            "--file", type=Path, default=settings.BASE_DIR / "docs" / "flow.md", help="nơi ghi"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        page, file = flow_page(), options["file"]
        if not options["check"]:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != page:
            self.stderr.write("docs/flow.md đã cũ: chạy `manage.py flow` rồi ghi lại.")
            sys.exit(1)
