"""Forms of news and loudspeaker bulletins (tin bài, bản tin phát thanh)."""

from __future__ import annotations

from django import forms

from thidua.publicity.broadcast import Airing
from thidua.publicity.documents import Bulletin, NewsWords
from thidua.web.forms.fields import DayField


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

    def bulletin(self) -> Bulletin:
        """What was typed, as the verb takes it."""
        return Bulletin(self.cleaned_data["title"], self.cleaned_data["script"])


class AiringForm(forms.Form):
    """When and where it was read out (lần phát)."""

    day = DayField(label="Ngày phát")
    hour = forms.CharField(label="Giờ", max_length=5, help_text="Ví dụ 17:30.")
    cluster = forms.CharField(
        label="Cụm loa", max_length=200, help_text="Ví dụ: cụm loa trung tâm, loa thôn."
    )

    def airing(self) -> Airing:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        return Airing(typed["day"], typed["hour"], typed["cluster"])
