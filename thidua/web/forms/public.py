"""Forms of the public pages (biểu mẫu trang công khai)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from thidua.campaigns.discover import GoodDeed
from thidua.campaigns.models import Campaign
from thidua.org.models import Unit
from thidua.web.forms.examples import set_units
from thidua.web.forms.files import UploadField


class GoodDeedForm(forms.Form):
    """Tell about a good deed (báo việc tốt): three questions, the rest as one likes; `website` is for
    machines.
    """

    who = forms.CharField(
        label="Ai làm việc tốt", max_length=200, help_text="Một người, một gia đình hoặc một nhóm."
    )
    home = forms.ChoiceField(label="Thôn, đơn vị", required=False)
    where = forms.CharField(
        label="Ở đâu", max_length=200, required=False, help_text="Ghi rõ thêm nếu cần: xóm, trường, bến đò."
    )
    what = forms.CharField(
        label="Việc tốt đó là gì",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Kể như kể với người quen: làm gì, khi nào, giúp được ai.",
    )
    photo = UploadField(
        label="Ảnh", required=False, accept=".jpg, .png", help_text="Không bắt buộc. Ảnh .jpg hoặc .png."
    )
    reporter = forms.CharField(
        label="Tên bạn",
        max_length=200,
        required=False,
        help_text="Không bắt buộc; chỉ cán bộ phụ trách đọc được.",
    )
    telephone = forms.CharField(
        label="Điện thoại của bạn",
        max_length=20,
        required=False,
        help_text="Không bắt buộc, để hỏi lại khi cần.",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    website = forms.CharField(
        label="Để trống ô này",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.code: unit for unit in units}
        set_units(self.fields["home"], self.units)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError("Ô này phải để trống; hãy xóa chữ trong ô rồi gửi lại.")
        return ""

    def deed(self, campaign: Campaign | None) -> GoodDeed:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        return GoodDeed(
            typed["who"], typed["what"], typed["where"], typed["reporter"], typed["telephone"], "", campaign,
            self.units.get(typed["home"]),
        )  # fmt: skip


class CertificateForm(forms.Form):
    """The code on a certificate (mã kiểm tra), typed with or without blanks."""

    ma = forms.CharField(
        label="Mã in trên giấy khen, bằng khen",
        max_length=40,
        help_text="Dãy chữ và số in nhỏ trên giấy; gõ chữ hoa hay thường, liền hay cách đều được.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ma"].widget.attrs |= {"autocomplete": "off", "autocapitalize": "none"}

    def clean_ma(self) -> str:
        code = re.sub(r"[\s.-]", "", self.cleaned_data["ma"]).lower()
        if not re.fullmatch(r"[a-z0-9]{4,16}", code):
            raise ValidationError(
                "Mã chỉ gồm chữ không dấu và số, từ 4 đến 16 ký tự; hãy xem lại trên giấy khen."
            )
        return code
