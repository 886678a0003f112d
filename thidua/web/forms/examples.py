"""Forms of good deeds and role models (việc tốt, gương điển hình)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from thidua.campaigns.discover import GoodDeed, Profile, WitnessWord
from thidua.campaigns.models import Lead, RoleModel
from thidua.campaigns.states import LEAD
from thidua.org.models import Unit
from thidua.records.consent import ConsentWords
from thidua.vietnamese.dates import vn_date
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField


class LeadFilterForm(forms.Form):
    """Find a good deed (lọc tin báo)."""

    tim = forms.CharField(
        label="Tìm theo tên",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": "Tìm theo tên"}),
    )
    buoc = forms.ChoiceField(label="Bước", required=False, choices=[("", "Tất cả các bước"), *LEAD.choices])


WAYS = {
    "dien-thoai": ("Điện thoại", "nhận qua điện thoại"),
    "giay": ("Phiếu giấy", "nhận phiếu giấy"),
    "gap": ("Gặp trực tiếp", "nghe kể trực tiếp"),
    "tin-nhan": ("Tin nhắn, mạng xã hội", "nhận qua tin nhắn, mạng xã hội"),
}


class NotedDeedForm(forms.Form):
    """A good deed told by telephone or on paper (nhập tin báo), and the day it came."""

    way = forms.ChoiceField(
        label="Tin đến bằng cách nào",
        choices=[(key, name) for key, (name, _) in WAYS.items()],
        widget=forms.RadioSelect,
    )
    told_on = DayField(label="Ngày nhận")
    who = forms.CharField(label="Ai làm việc tốt", max_length=200)
    home = forms.ChoiceField(label="Thôn, đơn vị", required=False)
    where = forms.CharField(
        label="Ở đâu", max_length=200, required=False, help_text="Ghi rõ thêm khi cần: xóm, trường, bến đò."
    )
    what = forms.CharField(label="Việc gì", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))
    photo = UploadField(
        label="Ảnh",
        required=False,
        accept=".jpg, .jpeg, .png",
        help_text="Không bắt buộc. Ảnh .jpg hoặc .png.",
    )
    reporter = forms.CharField(label="Người báo tin", max_length=200, required=False)
    telephone = forms.CharField(label="Điện thoại người báo", max_length=20, required=False)

    def __init__(self, *args: Any, units: Iterable[Unit], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units, self.on = {unit.code: unit for unit in units}, on
        set_units(self.fields["home"], self.units)

    def clean_told_on(self) -> date:
        day: date = self.cleaned_data["told_on"]
        if day > self.on:
            raise ValidationError(f"Ngày {vn_date(day)} chưa tới; hãy ghi ngày đã nhận tin.")
        return day

    def deed(self) -> GoodDeed:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        how = f"{WAYS[typed['way']][1]}, ngày {vn_date(typed['told_on'])}"
        return GoodDeed(
            typed["who"], typed["what"], typed["where"], typed["reporter"], typed["telephone"], how,
            home=self.units.get(typed["home"]),
        )  # fmt: skip


def set_units(field: forms.Field, units: Mapping[str, Unit]) -> None:
    """Offer units by their code, none chosen."""
    field.choices = [("", "Chưa chọn"), *((code, unit.name) for code, unit in units.items())]  # type: ignore[attr-defined]


class VerifyForm(forms.Form):
    """Whom the officer asked (xác minh); nobody more when enough of those who know have answered."""

    checked_with = forms.CharField(
        label="Đã hỏi ai",
        max_length=250,
        required=False,
        help_text="Trưởng thôn, thủ trưởng đơn vị, người chứng kiến: tên và chức vụ.",
    )
    remark = forms.CharField(
        label="Kết quả", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


class AskUnitForm(forms.Form):
    """Which unit to ask (hỏi thôn, đơn vị)."""

    unit = forms.ChoiceField(label="Thôn, đơn vị biết việc này")

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.code: unit for unit in units}
        set_units(self.fields["unit"], self.units)

    def chosen(self) -> Unit:
        """The unit that was chosen; only for a valid form."""
        return self.units[self.cleaned_data["unit"]]


class WitnessForm(forms.Form):
    """What somebody who knows says (ý kiến người biết việc); the head of a unit writes it in its own name."""

    ANSWERS = [("dung", "Đúng, việc này có thật"), ("sai", "Không đúng như đã kể")]
    answer = forms.ChoiceField(label="Việc này có thật không", choices=ANSWERS, widget=forms.RadioSelect)
    who = forms.CharField(label="Người được hỏi", max_length=250, help_text="Tên và chức vụ.")
    how = forms.CharField(
        label="Hỏi bằng cách nào",
        max_length=200,
        required=False,
        help_text="Ví dụ: gọi điện thoại, ngày 20/4/2023.",
    )
    remark = forms.CharField(
        label="Nói thêm",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Không đúng thì ghi điều nào không đúng.",
    )

    def __init__(self, *args: Any, is_head: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_head:
            del self.fields["who"], self.fields["how"]

    def word(self) -> WitnessWord:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        return WitnessWord(
            typed["answer"] == "dung", typed["remark"], typed.get("who", ""), typed.get("how", "")
        )


class SetAsideForm(forms.Form):
    """Why many reports are set aside at once, and which were looked for (không nhận hàng loạt)."""

    reason = forms.CharField(max_length=250, required=False)
    tim = forms.CharField(max_length=100, required=False)


class ReasonForm(forms.Form):
    """Why (lý do)."""

    reason = forms.CharField(label="Lý do", max_length=250, widget=forms.Textarea(attrs={"rows": 2}))


class ProfileForm(forms.Form):
    """The page of a role model (bài nêu gương)."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label="Tên", max_length=200, help_text="Cá nhân ghi cả Ông, Bà; tập thể ghi đủ tên."
    )
    place = forms.CharField(label="Thôn, đơn vị", max_length=200, required=False)
    title = forms.CharField(
        label="Việc làm tốt, trong một câu", max_length=250, help_text="Đây là đầu đề của bài."
    )
    story = forms.CharField(label="Câu chuyện", max_length=20000, widget=forms.Textarea(attrs={"rows": 12}))

    def profile(self) -> Profile:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        return Profile(typed["name"], typed["place"], typed["title"], typed["story"])


def of_lead(lead: Lead) -> dict[str, object]:
    """What a report says already, so that nobody types it again (điền sẵn từ tin báo)."""
    first = lead.what.split(".")[0].strip()
    return {"name": lead.who, "place": lead.where, "title": first[:250], "story": lead.what}


def of_role_model(role_model: RoleModel) -> dict[str, object]:
    """What the page says now (điền sẵn từ bài đã viết)."""
    fields = ("name", "place", "title", "story", "version")
    return {field: getattr(role_model, field) for field in fields}


class ConsentForm(forms.Form):
    """Who agreed to the page, how and when (ghi nhận đồng ý)."""

    person_name = forms.CharField(label="Người đồng ý", max_length=200)
    guardian_name = forms.CharField(
        label="Người giám hộ",
        max_length=200,
        required=False,
        help_text="Chỉ ghi khi người được nêu gương chưa đủ tuổi hoặc không tự quyết định được.",
    )
    how = forms.CharField(
        label="Đồng ý bằng cách nào",
        max_length=200,
        help_text="Ví dụ: ký phiếu đồng ý, gọi điện thoại, nói trực tiếp.",
    )
    given_on = DayField(label="Ngày đồng ý")

    def words(self) -> ConsentWords:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        return ConsentWords(typed["person_name"], typed["how"], typed["given_on"], typed["guardian_name"])


class PhotoForm(forms.Form):
    """A photo for the page, and that the person agrees to it (ảnh của người được nêu gương)."""

    photo = UploadField(label="Ảnh", accept=".jpg, .jpeg, .png", help_text="Ảnh .jpg hoặc .png.")
    agreed = forms.BooleanField(
        label="Người được nêu gương (hoặc người giám hộ) đồng ý dùng ảnh này",
        error_messages={"required": "Hãy hỏi người được nêu gương rồi đánh dấu ô này."},
    )


class WithdrawForm(forms.Form):
    """Why the page goes (gỡ bài)."""

    WHY = [
        ("consent", "Người được nêu gương (hoặc người giám hộ) rút lại đồng ý"),
        ("office", "Cơ quan quyết định gỡ"),
    ]
    why = forms.ChoiceField(label="Vì sao gỡ", choices=WHY, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Ghi rõ",
        max_length=250,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Không bắt buộc khi người được nêu gương rút lại đồng ý.",
    )
