"""Forms of digital signing (ký số): what is typed to open a key is never shown again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from django import forms
from django.http import QueryDict

from thidua.paper.sign import MAX_KEY_FILE
from thidua.records.open_key import SOURCES, Source, sources
from thidua.records.set_image import WIDTHS_MM
from thidua.web.forms.files import UploadField

PDF_ONLY, PICTURES = "Nhận tệp .pdf, tối đa 25 MB.", "Nhận ảnh .png, .jpg, tối đa 25 MB."
REASON = "Chỉ ghi khi tên trên chứng thư khác tên người ký, cơ quan ký."


class KeyForm(forms.Form):
    """Where the key is and what opens it (khóa ký số)."""

    source = forms.ChoiceField(label="Khóa ký số", choices=())
    key_file = forms.FileField(
        label="Tệp khóa .p12, .pfx", required=False,
        help_text="Chỉ dùng cho lần ký này, không lưu lại.",
        widget=forms.ClearableFileInput(attrs={"accept": ".p12,.pfx"}),
    )  # fmt: skip
    secret = forms.CharField(
        label="Mật khẩu khóa hoặc mã PIN", max_length=200, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    reason = forms.CharField(
        label="Lý do tên chứng thư khác", required=False, max_length=250, help_text=REASON
    )

    def __init__(self, *args: Any, seal: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(kind, SOURCES[kind]) for kind in sources(seal=seal)]
        self.fields["source"].choices = offered  # type: ignore[attr-defined]
        if len(offered) == 1:
            self.fields["source"].widget = forms.HiddenInput()
            self.fields["source"].initial = offered[0][0]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        sent = said.get("key_file")
        if said.get("source") == "file" and sent is None and "key_file" not in self.errors:
            self.add_error("key_file", "Hãy chọn tệp khóa .p12 hoặc .pfx.")
        if sent is not None and sent.size > MAX_KEY_FILE:
            self.add_error("key_file", "Tệp lớn quá, không phải tệp khóa ký số .p12, .pfx.")
        return said

    def key_source(self) -> Source:
        """Where the key is, for one signing."""
        said = self.cleaned_data
        sent = said["key_file"]
        return Source(said["source"], sent.read() if sent else b"", said["secret"])


class BatchForm(KeyForm):
    """What is signed with one opening of the key (ký số nhiều văn bản): ticked papers, decisions whose
    certificates are signed; `before` is how many were signed since the button was pressed.
    """

    before = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput())

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        sent = cast(QueryDict, self.data)
        for name, asked in (("paper", "van-ban"), ("sheets", "giay")):
            said[name] = [code for code in sent.getlist(asked) if code.isascii() and code.isalnum()]
        if not said["paper"] and not said["sheets"]:
            self.add_error(None, "Hãy tích văn bản hoặc giấy cần ký.")
        return said


class SignedForm(forms.Form):
    """The file that was signed outside (tệp đã ký ngoài)."""

    upload = UploadField(label="Tệp đã ký", accept=".pdf", help_text=PDF_ONLY)
    reason = forms.CharField(
        label="Lý do tên chứng thư khác", required=False, max_length=250, help_text=REASON
    )


class CheckForm(forms.Form):
    """A file whose signatures are to be checked (tệp cần kiểm tra)."""

    upload = UploadField(label="Tệp PDF đã ký số", accept=".pdf", help_text=PDF_ONLY)


class InkForm(forms.Form):
    """The picture of the own signature (ảnh chữ ký)."""

    upload = UploadField(label="Ảnh chữ ký", accept=".png, .jpg", help_text=PICTURES)
    width_mm = forms.DecimalField(initial=Decimal(50), widget=forms.HiddenInput())


class SealForm(forms.Form):
    """The picture of the seal with its real width (ảnh con dấu)."""

    upload = UploadField(label="Ảnh con dấu", accept=".png, .jpg", help_text=PICTURES)
    width_mm = forms.DecimalField(
        label="Chiều rộng con dấu thật (mm)", initial=Decimal(36), max_digits=4, decimal_places=1,
        min_value=WIDTHS_MM[0], max_value=WIDTHS_MM[1],
    )  # fmt: skip
