"""Invented contents for the page that shows every piece (trang các mảnh ghép, /thiet-ke/)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from django import forms
from django.core.paginator import Paginator
from django.utils.html import format_html

from thidua.law.ruling import no, yes
from thidua.web.flow import STAGES
from thidua.web.templatetags.pieces import badge
from thidua.web.wording import person_name

CONTENTS = Path(__file__).with_name("design.yaml")
NOW = 7  # the stage shown as the present one


class SampleForm(forms.Form):
    """Every kind of input once (mẫu ô nhập)."""

    name = forms.CharField(label="Tên mô hình", help_text="Như ghi trong kế hoạch của đơn vị")
    reported = forms.DateField(label="Ngày báo cáo", input_formats=["%d/%m/%Y"])
    content = forms.ChoiceField(
        label="Nội dung", choices=[("1", "Xây dựng nông thôn mới"), ("2", "Giữ yên biên giới")]
    )
    kind = forms.ChoiceField(
        label="Đối tượng",
        widget=forms.RadioSelect,
        choices=[("a", "Tập thể"), ("b", "Cá nhân"), ("c", "Hộ gia đình")],
    )
    result = forms.CharField(label="Kết quả", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    evidence = forms.FileField(
        label="Minh chứng", required=False, help_text="Ảnh, PDF hoặc Word, mỗi tệp đến 25 MB"
    )
    photo = forms.FileField(
        label="Ảnh", widget=forms.ClearableFileInput(attrs={"accept": ".jpg,.png"}), required=False
    )
    checked = forms.BooleanField(label="Tôi đã kiểm tra số liệu với sổ của thôn")


class SampleFilter(forms.Form):
    """A search field and two choices (mẫu thanh lọc)."""

    words = forms.CharField(
        label="Tìm", widget=forms.TextInput(attrs={"placeholder": "Tên, đơn vị, thành tích"})
    )
    award = forms.ChoiceField(label="Hình thức", choices=[("", "Mọi hình thức"), ("x", "Giấy khen xã")])
    state = forms.ChoiceField(label="Trạng thái", choices=[("", "Mọi trạng thái"), ("w", "Chờ thẩm định")])


class SampleReason(forms.Form):
    """One line for a dialog (mẫu lý do)."""

    reason = forms.CharField(label="Lý do", initial="Thiếu minh chứng cho tiêu chuẩn 2")


def _wrong_form() -> SampleForm:
    form = SampleForm(
        {"name": "Đường hoa", "reported": "31/6/2023", "content": "1", "kind": "a", "checked": "on"}
    )
    form.fields["reported"].error_messages["invalid"] = (
        "Ngày 31/6/2023 không có trong lịch. Hãy nhập lại, ví dụ 30/6/2023."
    )
    return form


def _state(number: int) -> str:
    if number == NOW:
        return "now"
    return "done" if number < NOW else "next"


def _rows(nominations: list[list[str]]) -> list[tuple[object, ...]]:
    return [
        (format_html("{}<small>{}</small>", person_name(name), post), deed, met, badge(state, kind))
        for name, post, deed, met, state, kind in nominations
    ]


def sample_context() -> dict[str, Any]:
    """Everything that design/pieces.html shows; needs no database."""
    contents: dict[str, Any] = yaml.safe_load(CONTENTS.read_text(encoding="utf-8"))
    return contents | {
        "today": date(2023, 6, 5),
        "stages": [{"name": s.name, "desk": s.desk, "state": _state(s.number), "url": "#"} for s in STAGES],
        "table_rows": _rows(contents["nominations"]),
        "page_of_many": Paginator(range(60), 20).page(2),
        "form": SampleForm(initial={"kind": "a"}),
        "wrong": _wrong_form(),
        "filter": SampleFilter(),
        "reason": SampleReason(),
        "crumbs": [("Đợt thi đua", "#"), ("Chào mừng 90 năm", "#")],
        "allowed": yes(),
        "refused": no("Còn 4 chỗ phải quyết trước khi nhận.", source="khoản 2 Điều 15 Quy chế của Hội đồng"),
    }
