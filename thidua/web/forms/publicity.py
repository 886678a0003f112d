"""Forms of news and loudspeaker bulletins (tin bài, bản tin phát thanh)."""

from __future__ import annotations

from django import forms

from thidua.campaigns.models import RoleModel
from thidua.publicity.announce import Correction
from thidua.publicity.documents import Bulletin, NewsWords


class NewsForm(forms.Form):
    """A piece of news (tin)."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label="Tiêu đề", max_length=250)
    lead = forms.CharField(
        label="Tóm tắt",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Một, hai câu; hiện ở danh sách tin.",
    )
    body = forms.CharField(
        label="Nội dung",
        max_length=40000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Cách một dòng trống để sang đoạn mới.",
    )

    def words(self) -> NewsWords:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        return NewsWords(typed["title"], typed["lead"], typed["body"])


class CorrectionForm(NewsForm):
    """A piece that is out, and what was wrong with it (đính chính)."""

    what = forms.CharField(
        label="Đính chính điều gì",
        max_length=250,
        help_text="Hiện dưới tin: “Đã đính chính ngày …: …”. Ví dụ: số hộ tham gia là 42, không phải 24.",
    )

    def correction(self) -> Correction:
        """What was typed, as the verb takes it."""
        return Correction(self.words(), self.cleaned_data["what"])


class BulletinForm(forms.Form):
    """What is read aloud (lời đọc)."""

    mark = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label="Tên bản tin", max_length=250)
    script = forms.CharField(
        label="Lời đọc",
        max_length=40000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text="Số, ngày và chữ viết tắt đã được viết thành chữ để người đọc khỏi vấp.",
    )

    def bulletin(self, role_model: RoleModel | None = None) -> Bulletin:
        """What was typed, as the verb takes it, about this person if anybody."""
        return Bulletin(self.cleaned_data["title"], self.cleaned_data["script"], role_model)
