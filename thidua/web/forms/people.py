"""Forms of records: old awards, disciplines, identity numbers, merging (hồ sơ con người)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.awards.models import Discipline, PastAward, Remembered
from thidua.awards.models.history import DECIDING_LEVELS
from thidua.awards.remember import DisciplineWords, PastAwardWords
from thidua.org.models import Unit
from thidua.org.states import ROLES
from thidua.records.queries.rulebook import form_names
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField

OTHER = "Khác (ghi bằng chữ ở ô dưới)"


class RecordFilter(forms.Form):
    """Find records by name (tìm hồ sơ theo tên)."""

    ten = forms.CharField(
        label="Tìm theo tên", required=False, max_length=250,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Tìm theo tên, có dấu hay không"}),
    )  # fmt: skip


class EntryForm(forms.Form):
    """What every entry from an old paper has: the name on it, and when corrected the reason."""

    name = forms.CharField(
        label="Tên ghi trên giấy", max_length=250, required=False,
        help_text="Chỉ ghi khi khác tên trong hồ sơ.",
    )  # fmt: skip
    reason = forms.CharField(
        label="Lý do sửa", widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Nhật ký giữ lại nội dung trước khi sửa.",
    )  # fmt: skip
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, office: Unit, entry: Remembered | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office = office
        if entry is None:
            del self.fields["reason"], self.fields["version"]
            return
        self.initial = {name: getattr(entry, name, None) for name in self.fields}
        if entry.name == entry.candidate.name:
            self.initial["name"] = ""


class PastAwardForm(EntryForm):
    """An old award as its paper says it (khen thưởng cũ)."""

    form = forms.ChoiceField(label="Hình thức, danh hiệu", required=False)
    title = forms.CharField(
        label="Hình thức, danh hiệu khác", max_length=250, required=False, help_text="Như ghi trên giấy."
    )
    decision = forms.CharField(
        label="Số quyết định", max_length=80, help_text="Như ghi trên giấy, ví dụ: 45/QĐ-UBND."
    )
    decided_on = DayField(label="Ngày quyết định")
    decided_by = forms.CharField(label="Người, cơ quan quyết định", max_length=250)
    level = forms.ChoiceField(label="Cấp quyết định", choices=DECIDING_LEVELS, initial="xa")
    achievement = forms.CharField(
        label="Thành tích", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    achieved_from = DayField(label="Thành tích từ ngày", required=False)
    achieved_to = DayField(label="đến ngày", required=False)
    amount = forms.IntegerField(
        label="Tiền thưởng (đồng)", required=False, min_value=0, max_value=1_000_000_000
    )
    upload = UploadField(label="Bản chụp giấy khen, quyết định", required=False)
    field_order = (
        "form", "title", "decision", "decided_on", "decided_by", "level", "achievement", "achieved_from",
        "achieved_to", "amount", "name", "upload", "reason",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = form_names(self.office)
        self.fields["form"].choices = [("", OTHER), *self.names.items()]  # type: ignore[attr-defined]
        if self.initial.get("form"):
            self.initial["title"] = ""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("form") and not said.get("title"):
            self.add_error("title", "Hãy chọn trong danh sách ở trên, hoặc ghi hình thức, danh hiệu.")
        if said.get("form") and said.get("title"):
            self.add_error("title", "Đã chọn trong danh sách ở trên; hãy bỏ trống ô này.")
        return said

    @property
    def words(self) -> PastAwardWords:
        said = {name: self.cleaned_data[name] for name in PastAwardWords.__dataclass_fields__}
        return PastAwardWords(**said | {"title": said["title"] or self.names[said["form"]]})


class DisciplineForm(EntryForm):
    """A discipline as its paper says it (kỷ luật)."""

    form = forms.CharField(label="Hình thức kỷ luật", max_length=200, help_text="Như ghi trên văn bản.")
    starts = DayField(label="Từ ngày")
    ends = DayField(
        label="Hết hiệu lực ngày", required=False, help_text="Bỏ trống khi chưa biết; khi đó coi là đang còn."
    )
    paper = forms.CharField(label="Theo văn bản", max_length=250, help_text="Số, ngày, cơ quan ban hành.")
    field_order = ("form", "starts", "ends", "paper", "name", "reason")

    @property
    def words(self) -> DisciplineWords:
        return DisciplineWords(
            **{name: self.cleaned_data[name] for name in DisciplineWords.__dataclass_fields__}
        )


FORMS: dict[type[Remembered], type[PastAwardForm | DisciplineForm]] = {
    PastAward: PastAwardForm,
    Discipline: DisciplineForm,
}


class RemoveForm(forms.Form):
    """Why an entry is removed (lý do bỏ)."""

    reason = forms.CharField(label="Lý do bỏ", widget=forms.Textarea(attrs={"rows": 2}))


class IdentityForm(forms.Form):
    """The identity number, typed once and not shown again (số căn cước)."""

    number = forms.CharField(
        label="Số căn cước", max_length=20, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Phần mềm chỉ giữ dấu khóa để so và ba số cuối, không giữ cả số.",
    )  # fmt: skip
    ground = forms.CharField(
        label="Căn cứ để cơ quan được giữ", max_length=200,
        help_text=f"Văn bản hoặc sự đồng ý của người đó; chỉ {ROLES['standing'].name} xem được.",
    )  # fmt: skip


class PairForm(forms.Form):
    """What is done with two records that may be one (xử lý cặp hồ sơ)."""

    viec = forms.ChoiceField(choices=[("gop-vao-mot", ""), ("gop-vao-hai", ""), ("khac", ""), ("so-lai", "")])
