"""Forms of units, people, offices and accounts (thiết lập cơ quan)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.org.establish import PersonWords, Term, UnitWords
from thidua.org.models import Mandate, Person, Unit
from thidua.org.queries import arranged_units
from thidua.org.states import ROLE_CHOICES, Level
from thidua.web.forms.fields import DayField


class UnitForm(forms.Form):
    """What is said about a unit (thông tin đơn vị)."""

    name = forms.CharField(
        label="Tên đầy đủ", max_length=250, help_text="Như ghi trên văn bản, ví dụ: Thôn Khuổi Cáp."
    )
    short_name = forms.CharField(
        label="Tên gọn",
        max_length=120,
        required=False,
        help_text="Dùng trong bảng, danh sách; bỏ trống thì lấy tên đầy đủ.",
    )
    place = forms.CharField(
        label="Địa danh trên văn bản",
        max_length=120,
        required=False,
        help_text="Đứng trước ngày tháng, ví dụ: Nà Lâm.",
    )
    symbol = forms.CharField(
        label="Ký hiệu cơ quan",
        max_length=40,
        required=False,
        help_text="Trong số, ký hiệu văn bản, ví dụ: UBND.",
    )
    sector = forms.CharField(label="Khối thi đua", max_length=40, required=False)
    address = forms.CharField(label="Địa chỉ", max_length=250, required=False)
    telephone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    takes_part = forms.BooleanField(
        label="Tham gia thi đua, nhận việc và báo cáo", required=False, initial=True
    )
    mark = forms.CharField(widget=forms.HiddenInput, required=False)

    def words(self, level: str) -> UnitWords:
        said = {
            name: value for name, value in self.cleaned_data.items() if name in UnitWords.__dataclass_fields__
        }
        return UnitWords(**said | {"level": level})


class NewUnitForm(UnitForm):
    """A new unit: also where it stands in the tree and from when (lập đơn vị)."""

    parent = forms.ModelChoiceField(label="Trực thuộc", queryset=None, empty_label=None)
    level = forms.ChoiceField(
        label="Loại", choices=[(level.value, level.label.capitalize()) for level in reversed(Level)]
    )
    opened_on = DayField(label="Hoạt động từ ngày")
    field_order = ("parent", "level", "name", "short_name", "opened_on")

    def __init__(self, *args: Any, mandate: Mandate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = arranged_units(mandate).filter(closed_on__isnull=True)  # type: ignore[attr-defined]


class EndUnitForm(forms.Form):
    """The last day of a unit and who carries on (kết thúc đơn vị)."""

    last_day = DayField(label="Ngày hoạt động cuối cùng")
    successor = forms.ModelChoiceField(
        label="Đơn vị kế thừa", queryset=None, required=False, empty_label="Không có",
        help_text="Đơn vị nhận tiếp việc, hồ sơ; giấy tờ cũ giữ nguyên tên cũ.",
    )  # fmt: skip
    with_units = forms.BooleanField(
        label="Chuyển các đơn vị, thôn trực thuộc sang đơn vị kế thừa", required=False
    )

    def __init__(self, *args: Any, unit: Unit, mandate: Mandate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = arranged_units(mandate).filter(closed_on__isnull=True).exclude(pk=unit.pk)
        self.fields["successor"].queryset = others  # type: ignore[attr-defined]


class PersonForm(forms.Form):
    """What is said about a person (thông tin cá nhân)."""

    name = forms.CharField(label="Họ và tên", max_length=200)
    honorific = forms.ChoiceField(label="Danh xưng", choices=[("Ông", "Ông"), ("Bà", "Bà")])
    unit = forms.ModelChoiceField(label="Đơn vị, thôn", queryset=None, empty_label=None)
    birth_year = forms.IntegerField(label="Năm sinh", required=False, min_value=1900, max_value=2200)
    position = forms.CharField(label="Chức vụ, nghề nghiệp", max_length=200, required=False)
    address = forms.CharField(label="Nơi ở", max_length=250, required=False)
    telephone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    ethnicity = forms.CharField(label="Dân tộc", max_length=40, required=False)
    is_direct_worker = forms.BooleanField(label="Người lao động trực tiếp", required=False)
    is_leader = forms.BooleanField(label="Lãnh đạo, quản lý", required=False)
    mark = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, mandate: Mandate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = arranged_units(mandate).filter(closed_on__isnull=True)  # type: ignore[attr-defined]

    @property
    def words(self) -> PersonWords:
        said = {
            name: value
            for name, value in self.cleaned_data.items()
            if name in PersonWords.__dataclass_fields__
        }
        return PersonWords(**said)


class NewPersonForm(PersonForm):
    """A new person: also the answer when a like name is on record already (lập hồ sơ cá nhân)."""

    is_another = forms.BooleanField(
        label="Là người khác", required=False,
        help_text="Chỉ đánh dấu khi phần mềm báo có thể đã có hồ sơ mà không phải người đó.",
    )  # fmt: skip


class PeopleFilter(forms.Form):
    """Find people by name and unit (lọc người)."""

    ten = forms.CharField(
        label="Tìm theo tên", required=False, widget=forms.TextInput(attrs={"placeholder": "Tìm theo tên"})
    )
    don_vi = forms.ModelChoiceField(
        label="Đơn vị", queryset=None, required=False, empty_label="Mọi đơn vị", to_field_name="code"
    )

    def __init__(self, *args: Any, mandate: Mandate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].queryset = arranged_units(mandate)  # type: ignore[attr-defined]


class AppointForm(forms.Form):
    """Give a person an office (giao chức vụ)."""

    unit = forms.ModelChoiceField(label="Tại", queryset=None, empty_label=None)
    role = forms.ChoiceField(
        label="Vai trò trong phần mềm", choices=ROLE_CHOICES, help_text="Quyết định được làm việc gì."
    )
    post = forms.CharField(
        label="Chức vụ như ghi trên văn bản", max_length=200, help_text="Ví dụ: Chủ tịch UBND xã."
    )
    starts = DayField(label="Từ ngày")
    ends = DayField(label="Đến ngày", required=False, help_text="Bỏ trống nếu đang giữ.")
    paper = forms.CharField(
        label="Theo văn bản", max_length=200, required=False, help_text="Số, ngày, cơ quan ban hành."
    )

    def __init__(self, *args: Any, mandate: Mandate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = arranged_units(mandate)  # type: ignore[attr-defined]

    @property
    def term(self) -> Term:
        said = self.cleaned_data
        return Term(said["starts"], said["ends"], said["paper"])


class LastDayForm(forms.Form):
    """The last day of something (ngày cuối)."""

    ends = DayField(label="Ngày cuối cùng")


class AccountForm(forms.Form):
    """The account name and telephone of a new account (cấp tài khoản)."""

    username = forms.CharField(
        label="Tên đăng nhập", max_length=30, required=False, help_text="Bỏ trống thì lấy theo họ tên."
    )
    telephone = forms.CharField(
        label="Số điện thoại đăng nhập", max_length=20, required=False,
        help_text="Dùng được thay cho tên đăng nhập; mỗi số chỉ cho một tài khoản.",
    )  # fmt: skip


class TelephoneForm(forms.Form):
    """The telephone an account may log in with (số điện thoại đăng nhập)."""

    telephone = forms.CharField(label="Số điện thoại đăng nhập", max_length=20, required=False)


def unit_initial(unit: Unit) -> dict[str, Any]:
    """What the form of a unit shows at first, with the mark that tells a stale form."""
    return {name: getattr(unit, name) for name in UnitForm.base_fields}


def person_initial(person: Person) -> dict[str, Any]:
    """What the form of a person shows at first, with the mark that tells a stale form."""
    return {name: getattr(person, name) for name in PersonForm.base_fields}
