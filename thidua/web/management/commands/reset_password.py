"""manage.py reset_password: a new first password, from the server itself (cấp lại mật khẩu)."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.journal.actors import system
from thidua.org.establish import renew_from_the_machine
from thidua.org.queries import account_named, installation
from thidua.web.today import today


class Command(BaseCommand):
    help = "Cấp mật khẩu mới cho một tài khoản; người dùng phải đổi khi đăng nhập."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("account", help="Tên đăng nhập hoặc số điện thoại")

    def handle(self, *, account: str, **options: Any) -> None:
        found = account_named(account)
        if found is None:
            raise CommandError(f"Không có tài khoản “{account}”.")
        renewed = renew_from_the_machine(found, actor=system("reset_password"), on=today(installation()))
        self.stdout.write(f"Tài khoản: {found.username}\nMật khẩu mới: {renewed.password}")
