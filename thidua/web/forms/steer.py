"""The form of a paper that changes a campaign (gia hạn, tạm dừng, tiếp tục, kết thúc sớm, mở lại)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.campaigns.documents.steer import ChangeWords
from thidua.campaigns.models import Campaign, Deadline
from thidua.vietnamese.dates import vn_date
from thidua.web.forms.fields import DayField

FORMS = [("quyet_dinh", "Quyết định của Chủ tịch"), ("thong_bao", "Thông báo của Ủy ban nhân dân")]
ENDS = {"extend": True, "resume": False, "stop": True}  # kind -> whether the new last day must be given
MOVES_DAYS = {"extend", "resume"}
HELP = {
    "extend": "Sau ngày kết thúc đã định: {}.",
    "resume": "Để trống nếu giữ ngày kết thúc đã định: {}.",
    "stop": "Không sau hôm nay; kết quả tính đến ngày này.",
}


class ChangeForm(forms.Form):
    """Why, the new last day, the deadlines that move, and the kind of paper."""

    reason = forms.CharField(
        label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In trong văn bản, ví dụ: mưa lũ kéo dài, các thôn tập trung khắc phục hậu quả.",
    )  # fmt: skip
    form = forms.ChoiceField(label="Loại văn bản", choices=FORMS, widget=forms.RadioSelect)

    def __init__(self, *args: Any, campaign: Campaign, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["form"].initial = "thong_bao" if kind == "extend" else "quyet_dinh"
        if kind in ENDS:
            ends = vn_date(campaign.ends) if campaign.ends else "chưa đặt"
            self.fields["ends"] = DayField(
                label="Ngày kết thúc mới", required=ENDS[kind], help_text=HELP[kind].format(ends)
            )
        held = {one.kind: one.day for one in campaign.deadlines.all()}
        self.standing = held if kind in MOVES_DAYS else {}
        for name, says in Deadline.KINDS:
            if name in self.standing:
                self.fields[f"moc-{name}"] = DayField(label=f"Hạn {says}", required=False, initial=held[name])
        self.order_fields(["ends", "reason"])

    def words(self) -> ChangeWords:
        """What was typed, as the verb takes it; deadlines left as they were are no change."""
        said = self.cleaned_data
        days = {name: said[f"moc-{name}"] for name in self.standing if said[f"moc-{name}"]}
        moved = {name: day for name, day in days.items() if day != self.standing[name]}
        return ChangeWords(self.kind, said["reason"], said.get("ends"), moved, said["form"])
