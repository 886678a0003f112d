"""The list of nominations as a spreadsheet (xuất danh sách đề nghị): its columns are those a unit's own list
is read by, so that what goes out can come in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua.awards.models import Nomination
from thidua.awards.nominate.listed import Checked
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.org.models import Household, Person
from thidua.paper.sheet import Field
from thidua.vietnamese.dates import vn_date

FAULTS = Field("Lỗi", 60)
_KINDS = dict(RECIPIENT_KINDS)
_TICKS = ("", "x")


def list_columns(titles: Sequence[str]) -> tuple[Field, ...]:
    """The columns of a list of nominees, with the forms that may be chosen (các cột của danh sách)."""
    return (
        Field("Đối tượng", 14, choices=tuple(_KINDS.values())),
        Field("Ông/Bà", 8, choices=("Ông", "Bà")),
        Field("Tên", 32),
        Field("Năm sinh", 10),
        Field("Chức vụ", 24),
        Field("Chức vụ, đơn vị hoặc địa chỉ", 40),
        Field("Dân tộc", 10),
        Field("Lao động trực tiếp", 10),
        Field("Lãnh đạo, quản lý", 10),
        Field("Đơn vị đề nghị", 30),
        Field("Hình thức", 36, choices=tuple(titles) if len("".join(titles)) < 250 else ()),
        Field("Tóm tắt thành tích", 60),
    )


COLUMNS = (
    Field("Mã hồ sơ", 12),
    *list_columns(()),
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
            *_of_candidate(one.person or one.household, one),
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


def _of_candidate(who: Person | Household | None, nomination: Nomination) -> tuple[str, ...]:
    """What the list says about the nominee; much of it only a person has."""
    person = who if isinstance(who, Person) else Person()
    return (
        who.honorific if who else "",
        nomination.name,
        str(person.birth_year or ""),
        person.position,
        nomination.address,
        who.ethnicity if who else "",
        _TICKS[person.is_direct_worker],
        _TICKS[person.is_leader],
    )


def fault_rows(checked: Iterable[Checked]) -> tuple[tuple[str, ...], ...]:
    """One row for each line of a list that was handed in, with what stops it; lines left out stay out."""
    return tuple(
        (
            _KINDS.get(one.listed.recipient, ""),
            one.listed.honorific,
            one.listed.name,
            str(one.listed.birth_year or ""),
            one.listed.position,
            one.listed.words or one.listed.address,
            one.listed.ethnicity,
            _TICKS[one.listed.is_direct_worker],
            _TICKS[one.listed.is_leader],
            one.unit.name if one.unit else one.listed.unit,
            one.award.title if one.award else one.listed.award,
            one.listed.achievement,
            " ".join(one.faults),
        )
        for one in checked
        if not one.left_out
    )
