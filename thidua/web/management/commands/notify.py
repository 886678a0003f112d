"""manage.py notify: one e-mail to each person with all that waits, at most one a day (gửi thư nhắc việc)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from thidua.org.queries import installation
from thidua.records.notify import send_digests, write_digest
from thidua.reports.digest import accounts_to_tell, digest_for
from thidua.web.today import today


class Command(BaseCommand):
    help = "Gửi thư nhắc việc của hôm nay; mỗi người nhiều nhất một thư một ngày."

    def handle(self, **options: Any) -> None:
        sender = settings.DIGEST_SENDER
        if not sender:
            self.stdout.write("Chưa đặt THIDUA_EMAIL_FROM nên không gửi thư nào.")
            return
        on = today(installation())
        for account in accounts_to_tell():
            words = digest_for(account, site=settings.SITE_ADDRESS, on=on)
            if words is not None:
                write_digest(account, words=words, on=on)
        done = send_digests(sender=sender, on=on)
        self.stdout.write(f"Đã gửi {done.sent} thư nhắc việc; {done.failed} thư không gửi được.")
