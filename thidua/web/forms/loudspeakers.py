"""Forms of the loudspeaker desk: clusters, timetable, translations, recordings (bàn phát thanh)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File

from thidua.law.ruling import Refused
from thidua.publicity.broadcast import (
    Airing,
    ClusterWords,
    DeskWords,
    Span,
    TranslationWords,
    hours_in,
)
from thidua.publicity.models import LoudspeakerDesk, SpeakerCluster
from thidua.publicity.models.loudspeaker import LANGUAGE
from thidua.publicity.sound import ACCEPTED, MAX_BYTES
from thidua.reading.files.kinds import MEGABYTE
from thidua.web.forms.fields import DayField

WEEKDAYS = [(str(n), name) for n, name in enumerate(("T2", "T3", "T4", "T5", "T6", "T7", "CN"))]


class DeskForm(forms.Form):
    """How the office reads aloud (cách đọc)."""

    pace = forms.IntegerField(
        label="Tốc độ đọc (tiếng một phút)",
        help_text="Dùng để ước tính số phút và cho giọng máy. Đọc chậm ngoài trời khoảng 160.",
    )
    voice = forms.ChoiceField(
        label="Giọng máy", choices=LoudspeakerDesk._meta.get_field("voice").choices or []
    )
    languages = forms.CharField(
        label="Tiếng khác dùng trên loa",
        required=False,
        max_length=300,
        help_text="Cách nhau bằng dấu phẩy, ví dụ: Tày, Nùng, Dao. Mỗi tiếng có một chỗ điền lời đọc.",
    )

    def words(self) -> DeskWords:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        names = tuple(name.strip()[:40] for name in typed["languages"].split(","))
        return DeskWords(typed["pace"], typed["voice"], names)


class HoursField(forms.CharField):
    """Hours typed as "5:30, 17:30" (giờ phát)."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        try:
            return hours_in(super().clean(value))
        except Refused as refused:
            raise ValidationError(refused.ruling.because) from refused


class ClusterForm(forms.Form):
    """A cluster of loudspeakers (cụm loa)."""

    name = forms.CharField(label="Tên cụm loa", max_length=200, help_text="Ví dụ: Cụm loa trung tâm xã.")
    place = forms.CharField(label="Đặt ở đâu", max_length=200, required=False)
    days = forms.MultipleChoiceField(
        label="Ngày phát trong tuần", choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple
    )
    hours = HoursField(label="Giờ phát", max_length=100, help_text="Ví dụ: 05:30, 17:30.")

    def words(self) -> ClusterWords:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        return ClusterWords(typed["name"], typed["place"], "".join(typed["days"]), typed["hours"])


class ReadingsForm(forms.Form):
    """On which cluster and in which days a bulletin is read (xếp lịch phát)."""

    cluster = forms.ModelChoiceField(label="Cụm loa", queryset=None, empty_label=None)
    first = DayField(label="Từ ngày")
    last = DayField(label="Đến hết ngày")
    hours = HoursField(
        label="Giờ", required=False, max_length=100, help_text="Để trống: mọi giờ phát của cụm loa."
    )

    def __init__(self, *args: Any, clusters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cluster"].queryset = clusters  # type: ignore[attr-defined]

    def chosen(self) -> SpeakerCluster:
        """The cluster that was chosen."""
        found = self.cleaned_data["cluster"]
        assert isinstance(found, SpeakerCluster)  # the field knows no other
        return found

    def span(self) -> Span:
        """The days and hours, as the verb takes them."""
        typed = self.cleaned_data
        return Span(typed["first"], typed["last"], typed["hours"])


class AiringForm(forms.Form):
    """When and where it was read out, how long, by whom (lần phát)."""

    day = DayField(label="Ngày phát")
    hour = forms.CharField(label="Giờ", max_length=5, help_text="Ví dụ 17:30.")
    cluster = forms.CharField(
        label="Cụm loa", max_length=200, help_text="Ví dụ: cụm loa trung tâm, loa thôn."
    )
    minutes = forms.DecimalField(
        label="Số phút", required=False, max_digits=4, decimal_places=1, help_text="Để trống: như ước tính."
    )
    reader = forms.CharField(label="Người đọc, người phát", required=False, max_length=200)

    def airing(self) -> Airing:
        """What was typed, as the verb takes it."""
        typed = self.cleaned_data
        return Airing(typed["day"], typed["hour"], typed["cluster"], typed["minutes"], typed["reader"])


class TranslationForm(forms.Form):
    """The script in another language (lời đọc bằng tiếng khác)."""

    script = forms.CharField(label="Lời đọc", max_length=40000, widget=forms.Textarea(attrs={"rows": 14}))
    translator = forms.CharField(label="Người dịch", max_length=200)

    def words(self) -> TranslationWords:
        """What was typed, as the verb takes it."""
        return TranslationWords(self.cleaned_data["script"], self.cleaned_data["translator"])


class SoundField(forms.FileField):
    """A recording (bản thu): only its size is looked at here, the verb listens."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        if isinstance(upload, File) and (upload.size or 0) > MAX_BYTES:
            raise ValidationError(f"Tệp lớn hơn {MAX_BYTES // MEGABYTE} MB; hãy lưu thành .mp3 rồi gửi lại.")
        return upload


class RecordingForm(forms.Form):
    """A voice recorded by a person (bản thu giọng người)."""

    language = forms.ChoiceField(label="Tiếng")
    sound = SoundField(
        label="Tệp thu âm",
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED.replace(" ", "")}),
        help_text=f"Nhận {ACCEPTED}, tối đa {MAX_BYTES // MEGABYTE} MB, 40 phút.",
    )

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(one, one) for one in (LANGUAGE, *languages)]  # type: ignore[attr-defined]
        self.fields["sound"].error_messages["empty"] = "Tệp rỗng; hãy chọn lại đúng tệp."
