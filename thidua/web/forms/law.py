"""Forms around the law: the day to read it on, what a nomination rests on, the fund of a year."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.awards.certify import FundFacts
from thidua.awards.models import Basis, FundYear, Nomination
from thidua.awards.nominate import BasisEntry
from thidua.law.book import Rulebook
from thidua.law.footing import GROUNDS, ROUTES
from thidua.law.paying import AREAS
from thidua.law.terms import FAMILY
from thidua.web.forms.fields import DayField


class LawDayForm(forms.Form):
    """The day whose law is read."""

    ngay = DayField(label="Luật của ngày", required=False)


class LawDaysForm(forms.Form):
    """Two days to compare, the earlier first."""

    tu = DayField(label="Từ ngày")
    den = DayField(label="đến ngày")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("tu"), cleaned.get("den")
        if first and last and last < first:
            self.add_error("den", "Ngày sau phải từ ngày trước trở đi; đổi chỗ hai ngày.")
        return cleaned


class MoneyField(forms.IntegerField):
    """An amount in đồng (số tiền): 150.000.000 as people write it, with or without dots."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=10**15, **options)
        self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.replace(".", "").replace(" ", "").removesuffix("đ").removesuffix("đồng")
        return super().to_python(value)


class FundForm(forms.Form):
    """The fund of a year: what it is, of how much regular spending, what organising costs, on which paper."""

    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    area = forms.ChoiceField(
        label="Khu vực",
        choices=list(AREAS.items()),
        help_text="Tỷ lệ trích tối đa của quỹ khác nhau theo khu vực.",
    )
    regular = MoneyField(label="Chi thường xuyên trong năm (đồng)", help_text="Chưa có thì ghi 0.")
    fund = MoneyField(label="Quỹ thi đua, khen thưởng của năm (đồng)")
    organising = MoneyField(
        label="Chi tổ chức phong trào trong năm (đồng)",
        help_text="Phát động, sơ kết, tổng kết, tuyên truyền, kiểm tra, họp xét.",
        initial=0,
    )
    paper = forms.CharField(
        label="Theo văn bản", max_length=250, help_text="Số, ngày, tên quyết định giao dự toán hoặc lập quỹ."
    )

    @property
    def entry(self) -> FundFacts:
        """The figures as typed; only for a valid form."""
        return FundFacts(**{name: self.cleaned_data[name] for name in self.fields})


def fund_initial(row: FundYear | None, year: int) -> dict[str, Any]:
    """What the form starts with: the figures entered before, else the year alone."""
    if row is None:
        return {"year": year, "organising": 0}
    return {name: getattr(row, name) for name in FundForm.base_fields}


class BasisForm(forms.Form):
    """On what a nomination rests; what a form or kind of recipient does not ask is left out."""

    award_type = forms.ChoiceField(label="Loại khen thưởng", widget=forms.RadioSelect)
    route = forms.ChoiceField(
        label="Thủ tục",
        widget=forms.RadioSelect,
        choices=[(key, name.capitalize()) for key, name in ROUTES.items()],
    )
    rests_on = forms.CharField(
        label="Khen thưởng trước dùng làm căn cứ",
        max_length=250,
        required=False,
        help_text="Chỉ với khen thưởng công trạng: số quyết định, ví dụ 15/QĐ-UBND; 18/QĐ-UBND.",
    )
    ground = forms.ChoiceField(
        label="Tiêu chuẩn theo Điều 74 Luật Thi đua, khen thưởng",
        required=False,
        choices=[("", "Chưa chọn"), *((key, f"Điểm {key}: {says}") for key, says in GROUNDS.items())],
    )
    excellent_years = forms.CharField(
        label="Các năm được xếp loại hoàn thành xuất sắc nhiệm vụ",
        max_length=80,
        required=False,
        help_text="Ví dụ: 2023, 2024.",
    )
    initiatives = forms.IntegerField(
        label="Số sáng kiến được công nhận trong các năm ấy", min_value=0, max_value=99, required=False
    )
    posted_on = DayField(label="Ngày niêm yết danh sách", required=False)
    judged_on = DayField(label="Ngày thôn họp bình xét", required=False)

    def __init__(self, data: Any = None, *, nomination: Nomination, basis: Basis, book: Rulebook) -> None:
        names = [name for name in self.base_fields if hasattr(basis, name)]
        super().__init__(data, initial={name: getattr(basis, name) for name in names})
        self.fields["award_type"].choices = list(book.award_types().items())  # type: ignore[attr-defined]
        for name in _not_asked(nomination):
            del self.fields[name]

    def entry(self) -> BasisEntry:
        """The basis as typed; only for a valid form."""
        said = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        return BasisEntry(**said)


def _not_asked(nomination: Nomination) -> list[str]:
    merits = ["ground", "excellent_years", "initiatives"]
    days = ["posted_on", "judged_on"]
    is_ours = (nomination.award.form, nomination.recipient) == ("bang_khen_tinh", "individual")
    return ([] if is_ours else merits) + ([] if nomination.award.form == FAMILY else days)
