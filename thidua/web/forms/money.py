"""Forms of prize money and the ledger of the fund (tiền thưởng, sổ quỹ khen thưởng)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.awards.certify import Handing, Movement
from thidua.awards.certify.ledger import BY_HAND
from thidua.awards.models.fund import ENTRY_KINDS, MEANS
from thidua.web.forms.fields import DayField
from thidua.web.forms.law import MoneyField

MEANS_CHOICES = [(key, name.capitalize()) for key, name in MEANS.items()]


class PayForm(forms.Form):
    """Who received the money, how, by which voucher, and by which paper when it is somebody else."""

    payee = forms.CharField(label="Người nhận tiền", max_length=200)
    means = forms.ChoiceField(
        label="Hình thức chi", choices=MEANS_CHOICES, widget=forms.RadioSelect, required=False
    )
    receipt = forms.CharField(
        label="Số phiếu chi hoặc ủy nhiệm chi", max_length=60, required=False,
        help_text="Mỗi số dùng một lần trong năm; chưa có thì để trống.",
    )  # fmt: skip
    authority = forms.CharField(
        label="Giấy ủy quyền (khi người khác nhận thay)", max_length=200, required=False,
        help_text="Ví dụ: giấy ủy quyền ngày 03/7/2023, UBND xã xác nhận.",
    )  # fmt: skip

    @property
    def said(self) -> dict[str, Any]:
        """What was typed, as the verb takes it; only for a valid form."""
        given = self.cleaned_data
        how = Handing(given["means"] or "cash", given["authority"])
        return {"payee": given["payee"], "receipt": given["receipt"], "how": how}


class NotCollectedForm(forms.Form):
    """Why nobody has come for the money yet."""

    why = forms.CharField(
        label="Chưa nhận vì", max_length=200, required=False, help_text="Để trống để bỏ ghi chú."
    )


class RecoveryForm(forms.Form):
    """What was given back, and the receipt."""

    amount = MoneyField(label="Số tiền nộp lại (đồng)")
    receipt = forms.CharField(label="Số phiếu thu", max_length=60)


class MovementForm(forms.Form):
    """Money in or out of the fund, with its paper."""

    kind = forms.ChoiceField(label="Loại", choices=[(key, ENTRY_KINDS[key].capitalize()) for key in BY_HAND])
    day = DayField(label="Ngày")
    amount = MoneyField(label="Số tiền (đồng)")
    says = forms.CharField(label="Diễn giải", max_length=250)
    paper = forms.CharField(label="Chứng từ", max_length=250, help_text="Số, ngày của quyết định, phiếu.")
    counterpart = forms.CharField(label="Người nộp hoặc người nhận", max_length=200, required=False)
    means = forms.ChoiceField(label="Hình thức", choices=[("", "Không ghi"), *MEANS_CHOICES], required=False)

    @property
    def movement(self) -> Movement:
        """What was typed, as the verb takes it; only for a valid form."""
        return Movement(**self.cleaned_data)


class ReasonForm(forms.Form):
    """Why a line is undone or a ledger opened again."""

    reason = forms.CharField(label="Lý do", max_length=200)
