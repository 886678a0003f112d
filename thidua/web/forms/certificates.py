"""Forms of the register, the handing over, the re-issue and the seal key (sổ cấp, trao, cấp lại, khóa)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.awards.certify import Request
from thidua.awards.models.reissue import REASONS
from thidua.awards.queries.register import STATES, Sought
from thidua.web.forms.fields import DayField


class RegisterForm(forms.Form):
    """What is looked for in the register."""

    tim = forms.CharField(label="Tên, mã hoặc số quyết định", required=False, max_length=100)
    nam = forms.TypedChoiceField(label="Năm", coerce=int, required=False)
    hinh_thuc = forms.ChoiceField(label="Hình thức", required=False)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", required=False, choices=[("", "Mọi tình trạng"), *STATES]
    )

    def __init__(
        self, *args: Any, years: list[tuple[int, int]], names: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tim"].widget.attrs["placeholder"] = "Tên, mã hoặc số quyết định"
        said = [(year, f"Năm {year} ({count} giấy)") for year, count in years]
        self.fields["nam"].choices = [("", "Mọi năm"), *said]  # type: ignore[attr-defined]
        self.fields["hinh_thuc"].choices = [("", "Mọi hình thức"), *names.items()]  # type: ignore[attr-defined]

    @property
    def sought(self) -> Sought:
        """What was chosen; a value that is no choice is left out."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return Sought(
            said.get("nam") or 0, said.get("hinh_thuc", ""), said.get("tim", ""), said.get("tinh_trang", "")
        )


class HandOverForm(forms.Form):
    """Who received a certificate, when, and on whose behalf."""

    to = forms.CharField(label="Người nhận giấy", max_length=200, help_text="Tập thể thì ghi người đại diện.")
    instead = forms.CharField(
        label="Nhận thay thì ghi quan hệ, giấy ủy quyền",
        max_length=160,
        required=False,
        help_text="Ví dụ: con trai nhận thay; theo giấy ủy quyền ngày 10/6/2023. Để trống khi tự nhận.",
    )
    given_on = DayField(label="Ngày trao")


class TapForm(forms.Form):
    """One tap at the ceremony, sent by the row of the phone: `le` and `so` are the ceremony whose page it
    stands on and its number there.
    """

    viec = forms.CharField(max_length=20)
    le = forms.SlugField(max_length=12, required=False)
    so = forms.IntegerField(min_value=1, max_value=9999, required=False)
    ngay = forms.DateField(
        label="Ngày trao", required=False, error_messages={"invalid": "Ngày trao không đọc được."}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, length in (("nguoi-nhan", 200), ("nhan-thay", 160)):
            self.fields[name] = forms.CharField(max_length=length, required=False)


class ReissueForm(forms.Form):
    """Why another sheet is asked for, by whom and when."""

    reason = forms.ChoiceField(label="Lý do", choices=REASONS, widget=forms.RadioSelect)
    why = forms.CharField(
        label="Cụ thể", max_length=300, required=False, help_text="Ví dụ: nhà bị mưa lũ ngày 20/7/2023."
    )
    asked_by = forms.CharField(
        label="Người đề nghị, đề nghị bằng cách nào",
        max_length=200,
        help_text="Ví dụ: Bà Hoàng Thị Cúc, đơn viết tay.",
    )
    asked_on = DayField(label="Ngày đề nghị")

    @property
    def request(self) -> Request:
        """What was typed, as the verb takes it."""
        return Request(**self.cleaned_data)


class KeyForm(forms.Form):
    """Why the seal key is replaced; nothing is asked for the first one."""

    why = forms.CharField(
        label="Lý do đổi khóa", max_length=250, help_text="Ví dụ: mất máy, lộ khóa, đổi máy chủ."
    )
