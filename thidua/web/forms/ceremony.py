"""Forms of the ceremony (lễ trao thưởng): arranging it, programme, guests, readings, seats, photos."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from thidua.awards.certify import CeremonyFacts, GuestWords, StepWords
from thidua.awards.certify.ceremony import MOST_ROWS, MOST_SEATS, MOST_STEPS, MOST_TOGETHER
from thidua.awards.documents.ceremony import Step
from thidua.awards.models import Ceremony, CeremonyGuest
from thidua.awards.queries.ceremony import Call, Group, record_of, said_as
from thidua.records.consent import ConsentWords
from thidua.vietnamese.sounds import hard_words, sounds
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadsField

BLANK_STEPS = 3
HOURS = ["%H:%M", "%Hh%M", "%H giờ %M"]
NO_HOUR = {"invalid": "Giờ ghi như 08:00 hoặc 8h30."}


class CeremonyForm(forms.Form):
    """When and where the ceremony is, who leads it, who hands over; the chairs of the hall."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    day = DayField(label="Ngày tổ chức")
    starts = forms.TimeField(
        label="Giờ bắt đầu", input_formats=HOURS, widget=forms.TimeInput(format="%H:%M"),
        error_messages=NO_HOUR,
    )  # fmt: skip
    place = forms.CharField(label="Địa điểm", max_length=250)
    presided_by = forms.CharField(label="Người chủ trì", max_length=200)
    host = forms.CharField(label="Người dẫn chương trình", max_length=200)
    giver = forms.CharField(
        label="Người trao", max_length=200, help_text="Nhóm nào do người khác trao thì phân công sau."
    )
    per_turn = forms.IntegerField(
        label="Số người lên nhận một lượt", min_value=0, max_value=MOST_TOGETHER, required=False,
        help_text="Để trống là cả nhóm cùng lên.",
    )  # fmt: skip
    rows = forms.IntegerField(
        label="Số hàng ghế", min_value=0, max_value=MOST_ROWS, required=False,
        help_text="Để trống khi không xếp chỗ.",
    )  # fmt: skip
    seats = forms.IntegerField(label="Số ghế mỗi hàng", min_value=0, max_value=MOST_SEATS, required=False)
    guests_in_front = forms.BooleanField(label="Khách mời ngồi phía trước", required=False)

    def facts(self) -> CeremonyFacts:
        """What was typed, as the verb takes it."""
        said = {name: self.cleaned_data[name] for name in CeremonyFacts.__annotations__}
        return CeremonyFacts(**said | {name: said[name] or 0 for name in ("per_turn", "rows", "seats")})


def facts_of(ceremony: Ceremony) -> dict[str, Any]:
    """What the form of a ceremony begins with."""
    said = {name: getattr(ceremony, name) for name in CeremonyFacts.__annotations__}
    empty = {name: said[name] or None for name in ("per_turn", "rows", "seats")}
    return said | empty | {"version": ceremony.version}


class StepForm(forms.Form):
    """One line of the programme; a line without words is left out."""

    starts = forms.TimeField(
        label="Giờ", required=False, input_formats=HOURS, widget=forms.TimeInput(format="%H:%M"),
        error_messages=NO_HOUR,
    )  # fmt: skip
    what = forms.CharField(
        label="Nội dung", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    who = forms.CharField(label="Người thực hiện", max_length=200, required=False)


def step_rows(steps: Sequence[Step], data: Any = None) -> forms.BaseFormSet:
    """The programme as rows, with some blank ones below."""
    rows = forms.formset_factory(StepForm, extra=BLANK_STEPS, max_num=MOST_STEPS, validate_max=True)
    initial = [{"starts": one.starts, "what": one.what, "who": one.who} for one in steps]
    return rows(data, initial=initial, prefix="muc")


def steps_typed(rows: forms.BaseFormSet) -> list[StepWords]:
    """The lines that say something, in their order."""
    said = [form.cleaned_data for form in rows]
    return [StepWords(one["what"], one["who"], one["starts"]) for one in said if one.get("what")]


class GiversForm(forms.Form):
    """Who hands over to each group; an empty field means the one of the ceremony."""

    def __init__(self, *args: Any, groups: Sequence[Group], usual: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = {f"nhom-{place}": group for place, group in enumerate(groups, start=1)}
        for name, group in self.keys.items():
            called = f"{group.title}: {len(group.calls):02} {group.kind_says}"
            given = "" if group.giver == usual else group.giver
            self.fields[name] = forms.CharField(label=called, max_length=200, required=False, initial=given)
            self.fields[name].widget.attrs["placeholder"] = usual

    def names(self) -> dict[tuple[UUID, str], str]:
        """The names by decision and kind, as the verb takes them."""
        return {
            (group.decision.pk, group.recipient): self.cleaned_data[name] for name, group in self.keys.items()
        }


class GuestsForm(forms.Form):
    """The guests, a line each: full name, then a comma, then post and body."""

    guests = forms.CharField(
        label="Khách mời", required=False, max_length=40_000, widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Mỗi người một dòng: họ tên, rồi dấu phẩy, rồi chức vụ, đơn vị.",
    )  # fmt: skip

    def clean_guests(self) -> list[GuestWords]:
        lines = [line.strip() for line in self.cleaned_data["guests"].splitlines() if line.strip()]
        found = []
        for place, line in enumerate(lines, start=1):
            name, _, post = (part.strip() for part in line.partition(","))
            if not name or len(name) > 200 or len(post) > 250:
                raise ValidationError(f"Dòng {place} thiếu họ tên hoặc quá dài: “{line[:60]}”.")
            found.append(GuestWords(name, post))
        return found


def guests_said(guests: Sequence[CeremonyGuest]) -> str:
    """The guests as lines of the form."""
    return "\n".join(", ".join(filter(None, (one.name, one.post))) for one in guests)


class ReadingsForm(forms.Form):
    """How the names are read aloud: one field each, empty where reading the letters is right."""

    def __init__(self, *args: Any, calls: Sequence[Call], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.calls = {f"doc-{call.item.pk}": call for call in calls if record_of(call.item.nomination)}
        for name, call in self.calls.items():
            hard = hard_words(call.item.called)
            field = forms.CharField(
                label=call.item.called, max_length=250, required=False, initial=said_as(call.item),
                help_text=f"Khó đọc: {', '.join(hard)}. Hỏi người được khen cách đọc." if hard else "",
            )  # fmt: skip
            field.widget.attrs["placeholder"] = sounds(call.item.called)
            self.fields[name] = field

    def said(self) -> list[tuple[Call, str]]:
        """The names whose reading was changed, with what was typed."""
        typed = ((call, self.cleaned_data[name]) for name, call in self.calls.items())
        return [(call, said) for call, said in typed if said != said_as(call.item)]


class MoveSeatForm(forms.Form):
    """Another chair for somebody."""

    row = forms.IntegerField(label="Hàng", min_value=1, max_value=MOST_ROWS)
    seat = forms.IntegerField(label="Ghế", min_value=1, max_value=MOST_SEATS)


class CancelForm(forms.Form):
    """Why the ceremony is called off."""

    why = forms.CharField(label="Vì sao hủy", max_length=300, help_text="Ví dụ: mưa lũ, dời sang tháng sau.")


class AwardPhotosForm(forms.Form):
    """Photos of one award, many at once from a phone."""

    photos = UploadsField(
        label="Ảnh", accept=".jpg, .jpeg, .png",
        help_text="Chọn nhiều ảnh một lần, tối đa 12. Nơi chụp, giờ chụp trong ảnh được xóa khi lưu.",
    )  # fmt: skip


class PhotoConsentForm(forms.Form):
    """Who agrees that the photos of an award are public."""

    person_name = forms.CharField(label="Người đồng ý", max_length=200)
    guardian_name = forms.CharField(
        label="Người giám hộ",
        max_length=200,
        required=False,
        help_text="Khi người trong ảnh chưa thành niên.",
    )
    how = forms.CharField(label="Đồng ý bằng cách", max_length=200, help_text="Ví dụ: ký phiếu tại lễ.")
    given_on = DayField(label="Ngày đồng ý")

    def words(self) -> ConsentWords:
        """What was typed, as the verb takes it."""
        return ConsentWords(**self.cleaned_data)


class HideForm(forms.Form):
    """Why the consent is taken back."""

    reason = forms.CharField(label="Lý do (nếu có)", max_length=250, required=False)


class ToldForm(forms.Form):
    """How a unit was told."""

    how = forms.CharField(
        label="Đã báo bằng cách nào, cho ai", max_length=200,
        help_text="Ví dụ: giao bản in cho trưởng thôn; gọi điện cho bí thư chi bộ.",
    )  # fmt: skip


USUAL_HOUR = time(8)
