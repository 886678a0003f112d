"""Fields that take files (ô chọn tệp): checked while the form is still on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File

from thidua.law.ruling import Refused
from thidua.reading.files.kinds import MEGABYTE
from thidua.records.attach import ACCEPTED, MAX_BYTES, kind_of

HELP = f"Nhận {ACCEPTED}, tối đa {MAX_BYTES // MEGABYTE} MB."
EMPTY = "Tệp rỗng; hãy chọn lại đúng tệp."


class UploadField(forms.FileField):
    """One file for `records.attach.attach` (chọn một tệp)."""

    def __init__(self, *, accept: str = ACCEPTED, **options: Any) -> None:
        options.setdefault("help_text", HELP)
        options.setdefault("widget", forms.ClearableFileInput(attrs={"accept": accept.replace(" ", "")}))
        super().__init__(**options)
        self.error_messages["empty"] = EMPTY

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        if isinstance(upload, File):
            try:
                kind_of(upload)
            except Refused as refused:
                raise ValidationError(refused.ruling.because) from refused
        return upload


class _ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class UploadsField(UploadField):
    """Several files at once, as photos from a phone (chọn nhiều tệp); its value is a list."""

    def __init__(self, *, accept: str = ACCEPTED, most: int = 12, **options: Any) -> None:
        super().__init__(
            accept=accept, widget=_ManyFiles(attrs={"accept": accept.replace(" ", "")}), **options
        )
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        uploads: Sequence[Any] = data if isinstance(data, list | tuple) else [data]
        if len(uploads) > self.most:
            raise ValidationError(f"Mỗi lần gửi tối đa {self.most} tệp; hãy gửi làm nhiều lần.")
        return [
            kept for upload in uploads or [None] if (kept := super(UploadsField, self).clean(upload, initial))
        ]
