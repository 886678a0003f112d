"""Forms of the council, the books, the local rules and sheets (thiết lập cơ quan)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from thidua.awards.queries.seat import people_to_seat
from thidua.awards.seat import POSTS, CouncilWords
from thidua.law.local import LocalRuleProposal
from thidua.law.ruling import Refused
from thidua.org.models import Unit
from thidua.reading.files.sheet import read_pasted, read_sheet
from thidua.reading.source import Unreadable
from thidua.records.books import EVERY_KIND, BookWords
from thidua.records.regulate import LiftWords, RuleWords
from thidua.records.states import KINDS
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import EMPTY

KIND_CHOICES = [(EVERY_KIND, "Mọi loại văn bản")] + [
    (kind, (name or "CÔNG VĂN").capitalize()) for kind, (name, _) in KINDS.items()
]
SHEET_BYTES = 5 * 1024 * 1024


class CouncilForm(forms.Form):
    """The founding decision of a council (thành lập Hội đồng)."""

    name = forms.CharField(label="Tên Hội đồng", max_length=250)
    founded_by = forms.CharField(
        label="Quyết định thành lập", max_length=250, help_text="Số, ký hiệu, ngày, người ký."
    )
    rules_paper = forms.CharField(
        label="Quy chế hoạt động",
        max_length=250,
        required=False,
        help_text="Số, ký hiệu, ngày; ghi sau cũng được.",
    )
    starts = DayField(label="Từ ngày")
    term_ends = DayField(
        label="Nhiệm kỳ đến ngày", required=False, help_text="Chỉ khi quyết định ghi nhiệm kỳ."
    )

    @property
    def words(self) -> CouncilWords:
        return CouncilWords(**self.cleaned_data)


class RulesPaperForm(forms.Form):
    """The working rules of a council (quy chế hoạt động)."""

    rules_paper = forms.CharField(
        label="Quy chế hoạt động", max_length=250, help_text="Số, ký hiệu, ngày, người ký."
    )


class SeatForm(forms.Form):
    """A seat in the council (thêm thành viên)."""

    person = forms.ModelChoiceField(label="Người", queryset=None, empty_label="Chọn người")
    post = forms.ChoiceField(label="Chức danh trong Hội đồng", choices=list(POSTS.items()), initial="member")
    starts = DayField(label="Từ ngày")

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        field.queryset = people_to_seat(unit)  # type: ignore[attr-defined]
        field.label_from_instance = lambda person: f"{person.name} – {person.unit.short_name}"  # type: ignore[attr-defined]


class ReplaceForm(forms.Form):
    """Who takes a seat over in the middle of the term (thay thành viên)."""

    person = forms.ModelChoiceField(label="Người thay", queryset=None, empty_label="Chọn người")
    paper = forms.CharField(
        label="Quyết định kiện toàn", max_length=250, help_text="Số, ký hiệu, ngày, người ký."
    )
    starts = DayField(label="Từ ngày")

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        field.queryset = people_to_seat(unit)  # type: ignore[attr-defined]
        field.label_from_instance = lambda person: f"{person.name} – {person.unit.short_name}"  # type: ignore[attr-defined]


class BookForm(forms.Form):
    """A new number book (mở sổ)."""

    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2200)
    series = forms.ChoiceField(
        label="Sổ của", choices=[("office", "Cơ quan"), ("council", "Hội đồng Thi đua - Khen thưởng")]
    )
    name = forms.CharField(label="Tên sổ", max_length=120, help_text="Ví dụ: Sổ văn bản đi.")
    kinds = forms.MultipleChoiceField(
        label="Ghi vào sổ này", choices=KIND_CHOICES, initial=[EVERY_KIND],
        widget=forms.CheckboxSelectMultiple,
        help_text="“Mọi loại” nghĩa là mọi loại chưa có sổ riêng.",
    )  # fmt: skip
    suffix = forms.CharField(
        label="Ký hiệu",
        max_length=40,
        help_text="Đứng sau chữ viết tắt tên loại, ví dụ: UBND trong 05/QĐ-UBND.",
    )
    next_number = forms.IntegerField(label="Bắt đầu từ số", min_value=1, max_value=999_999, initial=1)

    @property
    def words(self) -> BookWords:
        return BookWords(**self.cleaned_data | {"kinds": tuple(self.cleaned_data["kinds"])})


class NextNumberForm(forms.Form):
    """The next number of a book, with the reason (số tiếp theo)."""

    number = forms.IntegerField(label="Số tiếp theo", min_value=1, max_value=999_999)
    why = forms.CharField(label="Lý do", max_length=200, help_text="Ví dụ: đã cho số 01 đến 37 trên sổ giấy.")


class OwnRuleForm(forms.Form):
    """The value of a local rule and the paper it rests on (giá trị của quy tắc)."""

    value = forms.CharField(label="Giá trị", max_length=60)
    paper = forms.CharField(
        label="Theo văn bản", max_length=250, help_text="Tên, số, ngày của quy chế, quyết định làm căn cứ."
    )

    def __init__(self, *args: Any, proposal: LocalRuleProposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposal = proposal
        if proposal.choices:
            self.fields["value"] = forms.ChoiceField(label="Giá trị", choices=list(proposal.choices.items()))
        else:
            self.fields["value"].help_text = f"Hiểu là: {proposal.reads.replace('{}', '…')}."
        self.order_fields(["value", "paper"])

    def clean_value(self) -> str:
        value: str = self.cleaned_data["value"].strip()
        try:
            self.proposal.parse(value)
        except Refused as refused:
            raise ValidationError(refused.ruling.because) from refused
        return value


class RuleForm(OwnRuleForm):
    """The same from a day on (xác nhận quy tắc)."""

    starts = DayField(label="Áp dụng từ ngày")

    @property
    def words(self) -> RuleWords:
        return RuleWords(**self.cleaned_data)


class LiftForm(forms.Form):
    """Setting an optional rule no longer (ngừng áp dụng quy tắc tùy chọn)."""

    paper = forms.CharField(
        label="Theo văn bản", max_length=250, help_text="Số, ngày, tên của văn bản bỏ quy tắc này."
    )
    starts = DayField(label="Ngừng áp dụng từ ngày")

    @property
    def words(self) -> LiftWords:
        return LiftWords(**self.cleaned_data)


class SheetForm(forms.Form):
    """A sheet pasted or uploaded (dán bảng hoặc chọn tệp)."""

    pasted = forms.CharField(
        label="Dán từ Excel hoặc gõ, mỗi dòng một mục", required=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )  # fmt: skip
    sheet = forms.FileField(
        label="Hoặc chọn tệp", required=False,
        help_text="Nhận .xlsx, .xls, .csv, tối đa 5 MB; đọc trang tính đầu tiên.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.csv"}), error_messages={"empty": EMPTY},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        upload, pasted = cleaned.get("sheet"), cleaned.get("pasted") or ""
        if bool(upload) == bool(pasted.strip()):
            raise ValidationError("Hãy dán bảng, hoặc chọn một tệp (một trong hai).")
        try:
            read = (
                read_sheet(upload.name, upload.read(), max_bytes=SHEET_BYTES)
                if upload
                else read_pasted(pasted)
            )
        except Unreadable as unreadable:
            raise ValidationError(unreadable.sentence) from unreadable
        return cleaned | {"lines": read}
