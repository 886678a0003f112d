"""manage.py new_office: set up an empty installation without a browser (thiết lập cơ quan)."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.law.ruling import Refused
from thidua.org.establish import set_up
from thidua.vietnamese.dates import vn_date
from thidua.web.forms.first_run import FirstRunForm
from thidua.web.today import today

ASKED = ("name", "level", "district", "province", "day", "administrator", "username")


class Command(BaseCommand):
    help = "Thiết lập cơ quan và người quản trị đầu tiên; hỏi những gì chưa ghi trên dòng lệnh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, field in FirstRunForm.base_fields.items():
            if name != "again":
                parser.add_argument(f"--{name}", help=str(field.label))

    def handle(self, **options: Any) -> None:
        said = {name: self._answer(name, options[name]) for name in ASKED}
        password = options["password"] or getpass.getpass("Mật khẩu: ")
        form = FirstRunForm(said | {"password": password, "again": password})
        if not form.is_valid():
            raise CommandError("\n".join(_faults(form)))
        try:
            found = set_up(
                form.office, administrator=form.first_administrator, starts=form.cleaned_data["day"]
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"Đã thiết lập {found.office}. Tài khoản quản trị: {said['username']}.")

    def _answer(self, name: str, given: str | None) -> str:
        """What stands on the command line, else what the person types; the day is today unless typed."""
        if given is not None:
            return given
        field = FirstRunForm.base_fields[name]
        proposed = {"day": vn_date(today(None)), "level": "xa"}.get(name, "")
        hint = f" [{proposed}]" if proposed else ""
        return input(f"{field.label}{hint}: ").strip() or proposed


def _faults(form: FirstRunForm) -> list[str]:
    labels = {name: str(field.label) for name, field in form.fields.items()}
    return [f"{labels.get(name, 'Lỗi')}: {fault}" for name, faults in form.errors.items() for fault in faults]
