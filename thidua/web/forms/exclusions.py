"""Forms of the list of who is not considered in a year (danh sách chưa xét khen thưởng)."""

from __future__ import annotations

from django import forms

from thidua.awards.exclude import ExclusionWords, ListPaper
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.web.forms.settings import SheetForm


class ListPaperForm(forms.Form):
    """The list: of which year, from whom, by which paper."""

    year = forms.IntegerField(label="Danh sách của năm", min_value=1900, max_value=2200)
    sender = forms.CharField(
        label="Nơi gửi", max_length=200, help_text="Ví dụ: Công an xã, Thuế cơ sở, Thanh tra tỉnh."
    )
    paper = forms.CharField(label="Theo văn bản", max_length=250, help_text="Số, ký hiệu, ngày của văn bản.")

    @property
    def listed(self) -> ListPaper:
        said = self.cleaned_data
        return ListPaper(said["year"], said["sender"], said["paper"])


class ExclusionForm(ListPaperForm):
    """One line of the list."""

    kind = forms.ChoiceField(label="Đối tượng", choices=RECIPIENT_KINDS, initial="individual")
    name = forms.CharField(label="Tên", max_length=250)
    birth_year = forms.IntegerField(label="Năm sinh", required=False, min_value=1900, max_value=2200)
    place = forms.CharField(label="Đơn vị, nơi ở", max_length=250, required=False)
    reason = forms.CharField(
        label="Lý do chưa xét", max_length=250, help_text="Chỉ Thường trực Hội đồng xem được lý do này."
    )
    field_order = ("kind", "name", "birth_year", "place", "reason", "year", "sender", "paper")

    @property
    def words(self) -> ExclusionWords:
        said = self.cleaned_data
        return ExclusionWords(said["kind"], said["name"], said["reason"], said["birth_year"], said["place"])


class ExclusionSheetForm(SheetForm, ListPaperForm):
    """A whole list pasted or uploaded, with what it rests on."""

    field_order = ("year", "sender", "paper", "pasted", "sheet")
