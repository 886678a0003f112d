"""What the office still has to settle (việc của cơ quan)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thidua.awards.queries.prints import prints_of_office
from thidua.awards.queries.setup import setup_steps
from thidua.campaigns.queries.campaign import unfinished_intakes
from thidua.campaigns.queries.scan import scans_of
from thidua.org.models import Mandate
from thidua.reports.desk.waiting import Waiting


def settings(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """What is still missing before papers can go out (còn thiếu ở mục Cơ quan)."""
    if not mandate.unit.is_government or not mandate.holds("standing", "admin"):
        return
    missing = [step for step in setup_steps(mandate, mandate.unit, on) if step.missing]
    if missing:
        yield Waiting(
            f"Hoàn thiện cơ quan: còn {len(missing)} việc",
            mandate.starts,
            "office",
            (),
            "Xem việc còn thiếu",
            note="; ".join(step.missing for step in missing[:3]),
        )


def plans(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Plans and scans read but not yet taken over (kế hoạch, bản quét chưa kiểm tra xong)."""
    if not mandate.holds("standing"):
        return
    for intake in unfinished_intakes(mandate):
        yield Waiting(
            f"Kiểm tra nội dung đã đọc: {intake.name}",
            intake.added_on,
            "plan",
            (intake.code,),
            "Kiểm tra tiếp",
        )
    for run in scans_of(mandate):
        yield Waiting(
            f"Đọc bản quét: {run.data['name']}",
            run.started_on,
            "scan",
            (str(run.pk),),
            "Xem tiếp",
            note=f"đã đọc {run.done} trên {run.total} trang",
        )


def prints(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Batches of certificates that are being set or wait to be fetched (giấy khen in cả loạt)."""
    if not mandate.holds("clerk", "standing"):
        return
    for run in prints_of_office(mandate):
        blank = run.data["blank"]
        yield Waiting(
            f"In cả loạt {run.total} giấy",
            run.started_on,
            "prints-on-blank" if blank else "prints",
            (run.data["decision"], *([blank] if blank else [])),
            "Mở tệp in" if run.state == "done" else "Xem tiếp",
            note=f"đã in {run.done} trên {run.total}",
        )


SETTING_UP = (settings, plans, prints)
