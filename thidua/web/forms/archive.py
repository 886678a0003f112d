"""Forms of the file for the archive (hồ sơ lưu trữ)."""

from __future__ import annotations

from django import forms


class ArchiveForm(forms.Form):
    """What only the office knows of the file it hands over."""

    file_code = forms.CharField(
        label="Mã hồ sơ", required=False, max_length=100,
        help_text="Theo danh mục hồ sơ của cơ quan; chưa có thì để trống, ghi tay vào bìa.",
    )  # fmt: skip
    kept_at = forms.CharField(
        label="Bản giấy cất tại", required=False, max_length=200,
        help_text="Ví dụ: tủ hồ sơ phòng Văn hóa - Xã hội, cặp số 3.",
    )  # fmt: skip
