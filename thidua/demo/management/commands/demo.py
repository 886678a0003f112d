"""manage.py demo: an invented commune whose campaign was carried up to a stage (bản trình diễn)."""

from __future__ import annotations

import os
import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from thidua.demo.build import Wanted, build, is_there, refuse_a_real_database
from thidua.demo.days import YEARS
from thidua.demo.report import announcement
from thidua.demo.story import STAGES
from thidua.law.ruling import Refused
from thidua.org.queries import installation


class Command(BaseCommand):
    help = "Bản trình diễn: dựng một xã hư cấu, đưa đợt thi đua đến một bước rồi mở máy chủ tại máy này."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--until", choices=list(STAGES), default="nominate", help="Bước cuối cùng đã làm."
        )
        parser.add_argument("--year", type=int, choices=YEARS, default=2023, help="Câu chuyện của năm nào.")
        parser.add_argument("--port", type=int, default=8000, help="Cổng của máy chủ trên 127.0.0.1.")
        parser.add_argument("--no-server", action="store_true", help="Chỉ dựng dữ liệu, không mở máy chủ.")

    def handle(self, *, until: str, year: int, port: int, no_server: bool, **options: Any) -> None:
        if not no_server:
            _require_free(port)
        try:
            refuse_a_real_database()
        except Refused as refused:
            raise CommandError(refused.ruling.because) from refused
        call_command("migrate", interactive=False, verbosity=0)
        wanted = Wanted(year, until)
        if is_there(wanted):
            self.stdout.write("Dùng lại bản trình diễn đã dựng.")
        else:
            build(wanted, say=self.stdout.write)
        found = installation()
        assert found is not None  # building a demo sets an office up
        for line in announcement(found, port=port):
            self.stdout.write(line)
        self.stdout.flush()
        if not no_server:  # pragma: no branch - tests/demo starts the server in a process of its own
            _serve(port)  # pragma: no cover - as above


def _require_free(port: int) -> None:
    """Refuse a port that somebody else listens on, before anything is built."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as taken:
            raise CommandError(
                f"Cổng {port} đang có chương trình khác dùng (hoặc không được phép dùng). "
                f"Hãy chọn cổng khác: make demo PORT={port + 1}"
            ) from taken


def _serve(port: int) -> None:  # pragma: no cover - as above
    """Become the script that runs web server and worker and stops both together."""
    connections.close_all()
    script = str(settings.BASE_DIR / "make" / "run.sh")
    os.execv(script, [script, str(port)])  # noqa: S606  our own script, no shell in between
