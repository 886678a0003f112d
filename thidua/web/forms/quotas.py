"""Forms of the quotas of a campaign (chỉ tiêu khen thưởng)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from thidua.campaigns.allot import QuotaEntry
from thidua.campaigns.models import Campaign, Quota
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.campaigns.models.quota import GROUPS
from thidua.org.models import Unit

PARTS = ("kind", "scope", "unit", "award", "recipient", "group", "number", "percent", "base", "base_says",
         "over", "paper")  # fmt: skip


class QuotaForm(forms.Form):
    """A quota: what it counts, how many, where it holds, what happens beyond it, on which paper it rests."""

    kind = forms.ChoiceField(
        label="Loại chỉ tiêu", choices=Quota.KINDS, widget=forms.RadioSelect, initial="cap"
    )
    award = forms.ModelChoiceField(
        queryset=None, label="Hình thức", required=False, empty_label="Mọi hình thức tính chung"
    )
    recipient = forms.ChoiceField(
        label="Đối tượng", required=False,
        choices=[("", "Tập thể, cá nhân, hộ tính chung"), *RECIPIENT_KINDS],
    )  # fmt: skip
    scope = forms.ChoiceField(label="Áp dụng cho", choices=Quota.SCOPES, initial="all")
    unit = forms.ModelChoiceField(
        queryset=None, label="Đơn vị", required=False, empty_label="Không riêng đơn vị nào",
        help_text="Chỉ chọn khi áp dụng riêng một đơn vị.",
    )  # fmt: skip
    number = forms.IntegerField(label="Số lượng", min_value=0, max_value=100_000, required=False)
    percent = forms.DecimalField(
        label="Hoặc tỷ lệ phần trăm", min_value=0, max_value=100, decimal_places=2, required=False,
        localize=True, help_text="Ghi như 5 hoặc 7,5. Phần lẻ dưới một trường hợp không tính.",
    )  # fmt: skip
    base = forms.IntegerField(
        label="Cơ số tính tỷ lệ", min_value=1, max_value=10_000_000, required=False,
        help_text="Ví dụ 420 nếu có 420 cá nhân trực tiếp tham gia.",
    )  # fmt: skip
    base_says = forms.CharField(
        label="Cơ số là gì", max_length=200, required=False,
        help_text="Ví dụ: cá nhân trực tiếp tham gia, tập thể đã đăng ký.",
    )  # fmt: skip
    group = forms.ChoiceField(
        label="Nhóm cần đạt tỷ lệ", required=False, choices=[("", "Không dùng"), *GROUPS],
        help_text="Chỉ với “tỷ lệ nên đạt trong danh sách”: chỉ nhắc, không chặn đề nghị nào.",
    )  # fmt: skip
    over = forms.ChoiceField(label="Khi vượt", choices=Quota.OVER, widget=forms.RadioSelect, initial="warn")
    paper = forms.CharField(
        label="Căn cứ", max_length=250,
        help_text="Số, ngày, tên văn bản, hoặc mục của kế hoạch đặt ra chỉ tiêu này.",
    )  # fmt: skip

    def __init__(self, *args: Any, campaign: Campaign, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        awards, bodies = self.fields["award"], self.fields["unit"]
        awards.queryset = campaign.awards.all()  # type: ignore[attr-defined]
        awards.label_from_instance = lambda award: award.title  # type: ignore[attr-defined]
        bodies.queryset = units  # type: ignore[attr-defined]
        bodies.to_field_name = "code"  # type: ignore[attr-defined]
        bodies.label_from_instance = lambda unit: unit.short_name  # type: ignore[attr-defined]

    def entry(self) -> QuotaEntry:
        """What was typed, as the verb takes it, without what the chosen kind has no use for."""
        said = {part: self.cleaned_data[part] for part in PARTS}
        if said["kind"] == "share":
            said |= {"award": None, "recipient": "", "scope": "all", "unit": None, "number": None,
                     "base": None, "base_says": "", "over": "warn"}  # fmt: skip
        else:
            said["group"] = ""
        if said["kind"] in ("once", "year"):
            said |= {"percent": None, "base": None, "base_says": ""}
        if said["kind"] == "once":
            said |= {"number": None, "scope": "all", "unit": None}
        return QuotaEntry(**said)


class ChangeQuotaForm(QuotaForm):
    """A quota put anew, with the reason."""

    why = forms.CharField(
        label="Lý do đổi", max_length=250, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Còn lại trong lịch sử chỉ tiêu và nhật ký.",
    )  # fmt: skip


class EndQuotaForm(forms.Form):
    """Why a quota is dropped."""

    why = forms.CharField(
        label="Lý do thôi áp dụng", max_length=250, widget=forms.Textarea(attrs={"rows": 2})
    )


def quota_initial(quota: Quota) -> dict[str, Any]:
    """A quota as the form shows it."""
    shown = {part: getattr(quota, part) for part in PARTS}
    return shown | {"unit": quota.unit.code if quota.unit else "", "paper": quota.rests_on}
