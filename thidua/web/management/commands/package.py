"""Packages by command (gói hồ sơ bằng lệnh): `manage.py package read FILE`, `package write CODE FILE`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from thidua.awards.queries.packages import last_sent
from thidua.law.ruling import Refused
from thidua.org.queries import installation
from thidua.records.package import open_package, package_words
from thidua.records.queries.packages import package_file
from thidua.vietnamese.dates import vn_date


class Command(BaseCommand):
    """For an office that fetches and sends its packages by a script. Nothing is made or taken in by a
    command: both stay with a person. Ends with 1 and one sentence on standard error for every fault.
    """

    help = "Kiểm tra một gói hồ sơ và nói trong gói có gì (read); ghi gói đã lập ra tệp (write)."

    def add_arguments(self, parser: CommandParser) -> None:
        ways = parser.add_subparsers(dest="way", required=True, metavar="read|write")
        read = ways.add_parser("read", help="kiểm tra gói và nói trong gói có gì; không tiếp nhận")
        read.add_argument("file", type=Path, help="tệp .zip")
        write = ways.add_parser("write", help="ghi gói mới nhất của một việc trình ra tệp")
        write.add_argument("code", help="mã việc trình, như trên địa chỉ trang")
        write.add_argument("file", type=Path, help="tệp .zip sẽ ghi; tệp đã có thì không ghi đè")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            said = (
                _read(options["file"])
                if options["way"] == "read"
                else _write(options["code"], options["file"])
            )
        except Refused as refused:
            self._end(refused.ruling.because)
        except FileExistsError:
            self._end(f"Tệp “{options['file'].name}” đã có; hãy chọn tên khác.")
        except OSError:
            self._end(f"Không mở được tệp “{options['file'].name}”; hãy kiểm tra tên tệp và quyền.")
        else:
            self.stdout.write("\n".join(said))

    def _end(self, says: str) -> None:
        self.stderr.write(says)
        sys.exit(1)


def _read(file: Path) -> list[str]:
    here = installation()
    if here is None or here.office is None:
        return ["Máy này chưa lập cơ quan; chạy phần mềm lần đầu rồi kiểm tra gói."]
    return package_words(open_package(file.read_bytes(), unit=here.office))


def _write(code: str, file: Path) -> list[str]:
    found = last_sent(code)
    if found is None:
        return [f"Việc trình “{code}” chưa có gói nào; lập gói trên trang của việc trình."]
    data = package_file(found)
    with file.open("xb") as out:
        out.write(data)
    told = f"{found.get_kind_display()} ngày {vn_date(found.on)}, gửi {found.partner.office.name}"
    return [f"Đã ghi {told}: {file.name}"]
