"""manage.py verify_journal: check the chain of the journal (kiểm tra nhật ký)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.journal.verify import first_broken_line


class Command(BaseCommand):
    help = "Kiểm tra chuỗi nhật ký; báo dòng đầu tiên bị sửa, xóa hoặc chèn."

    def handle(self, **options: Any) -> None:
        broken = first_broken_line()
        if broken is not None:
            raise CommandError(f"Nhật ký bị thay đổi từ dòng {broken}; hãy đối chiếu với bản sao lưu.")
        self.stdout.write("Nhật ký nguyên vẹn.")
