"""The rows of the list of nominations as a spreadsheet (xuất danh sách đề nghị)."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.awards.models import Nomination
from thidua.paper.sheet import Field
from thidua.vietnamese.dates import vn_date

COLUMNS = (
    Field("Mã hồ sơ", 12),
    Field("Đối tượng", 14),
    Field("Tên", 32),
    Field("Chức vụ, đơn vị hoặc địa chỉ", 40),
    Field("Đơn vị đề nghị", 30),
    Field("Hình thức", 36),
    Field("Tóm tắt thành tích", 60),
    Field("Tiêu chuẩn có minh chứng", 14),
    Field("Trạng thái", 26),
    Field("Ngày gửi", 12),
    Field("Hạn thẩm định", 12),
)


def sheet_rows(nominations: Iterable[Nomination]) -> tuple[tuple[str, ...], ...]:
    """One row for each nomination of the list, as words."""
    return tuple(
        (
            one.code,
            one.get_recipient_display(),
            one.name,
            one.address,
            one.unit.name,
            one.award.title,
            one.achievement,
            f"{one.shown}/{one.asked}",  # type: ignore[attr-defined]
            one.state_says,
            vn_date(one.submitted_on) if one.submitted_on else "",
            vn_date(one.due_on) if one.due_on else "",
        )
        for one in nominations
    )
