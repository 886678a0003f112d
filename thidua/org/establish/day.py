"""The working day of a demo (ngày làm việc của bản trình diễn)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Installation, Mandate
from thidua.org.permissions import may_set_the_day
from thidua.vietnamese.dates import vn_date


@transaction.atomic
def set_working_day(day: date, *, mandate: Mandate, on: date) -> None:
    """Set the day on which everybody in a demo works (đổi ngày làm việc) and journal it.

    Refused in a real installation, and for a day on which the acting mandate does not run. Căn cứ: không (quy
    ước nội bộ).
    """
    may_set_the_day(mandate, on=on).require()
    if not mandate.is_open(day):
        raise Refused(
            no(
                f"Vào ngày {vn_date(day)} bạn không giữ chức vụ đang dùng; hãy chọn ngày khác.",
                rule="day:mandate",
            )
        )
    Installation.objects.update(working_day=day)
    says = f"Đổi ngày làm việc của bản trình diễn thành {vn_date(day)}."
    write("set_working_day", says, actor=mandate.actor(), on=on, thing=mandate)
