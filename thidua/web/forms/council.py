"""Forms of the council: a session, its agenda, attendance, votes, ballots, recusals, its end (Hội đồng)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet

from thidua.awards.deliberate import Counted, Meeting
from thidua.awards.models import Attendance, CouncilMember, CouncilSession, Kinship, Nomination, Vote
from thidua.awards.queries.council import Seat
from thidua.org.models import Person
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField

CHOICES = [("", "chưa ghi"), *Vote.CHOICES]


class MeetingForm(forms.Form):
    """When, where, how, and who leads."""

    meets_on = DayField(label="Ngày họp", help_text="Ghi như 05/6/2023.")
    starts_at = forms.RegexField(
        r"^([01]?\d|2[0-3]):[0-5]\d$", label="Giờ họp", initial="8:00",
        error_messages={"invalid": "Ghi giờ như 8:00 hoặc 14:30."},
    )  # fmt: skip
    place = forms.CharField(label="Địa điểm", max_length=200)
    chair = forms.ModelChoiceField(queryset=None, label="Chủ trì", empty_label="Chọn thành viên")
    secretary = forms.ModelChoiceField(queryset=None, label="Thư ký", empty_label="Chọn thành viên")
    mode = forms.ChoiceField(
        label="Cách biểu quyết", choices=CouncilSession.MODES, widget=forms.RadioSelect, initial="hands",
        help_text="Muốn kín thì bỏ phiếu giấy hoặc bỏ phiếu kín trên máy; cách nào phần mềm cũng không giữ "
        "ai bỏ thế nào.",
    )  # fmt: skip
    reply_by = DayField(
        label="Hạn gửi ý kiến", required=False, help_text="Chỉ khi lấy ý kiến bằng văn bản thay phiên họp."
    )
    guests = forms.CharField(
        label="Khách mời", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng một người, họ tên và chức vụ. Khách được phát biểu, không biểu quyết.",
    )  # fmt: skip
    tellers = forms.CharField(
        label="Tổ kiểm phiếu", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Chỉ khi bỏ phiếu giấy: mỗi dòng một họ tên, ít nhất hai người.",
    )  # fmt: skip

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("chair", "secretary"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]

    def meeting(self) -> Meeting:
        """What was typed, as the verb takes it."""
        said = dict(self.cleaned_data)
        said["tellers"] = tuple(line.strip() for line in said["tellers"].splitlines() if line.strip())
        return Meeting(**said)


class AgendaForm(forms.Form):
    """Which nominations go on the agenda; all of them are chosen at first."""

    nominations = forms.ModelMultipleChoiceField(
        queryset=None, label="Đưa vào phiên họp", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một trường hợp."},
    )  # fmt: skip

    def __init__(self, *args: Any, waiting: QuerySet[Nomination], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["nominations"]
        field.queryset = waiting  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: f"{one.name} – {one.award.title} ({one.unit.short_name})"  # type: ignore[attr-defined]
        field.initial = list(waiting)


class AttendanceForm(forms.Form):
    """Who is present, and why the others are not."""

    def __init__(self, *args: Any, seats: Sequence[Attendance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        for seat in seats:
            self.fields[f"co_{seat.member_id}"] = forms.BooleanField(
                label="Có mặt", required=False, initial=seat.present
            )
            self.fields[f"vi_{seat.member_id}"] = forms.CharField(
                label=f"Lý do vắng của {seat.member.person.name}", required=False, max_length=200,
                initial=seat.why_absent,
            )  # fmt: skip

    def rows(self) -> list[dict[str, Any]]:
        """Each member with the two fields."""
        return [
            {
                "member": seat.member,
                "present": self[f"co_{seat.member_id}"],
                "why": self[f"vi_{seat.member_id}"],
                "substitute": seat.substitute,
            }
            for seat in self.seats
        ]

    def present(self) -> list[CouncilMember]:
        return [seat.member for seat in self.seats if self.cleaned_data[f"co_{seat.member_id}"]]

    def why_absent(self) -> dict[str, str]:
        return {str(seat.member_id): self.cleaned_data[f"vi_{seat.member_id}"] for seat in self.seats}


class SubstituteForm(forms.Form):
    """Who sits for a member, by which paper; nobody chosen takes the substitute off."""

    person = forms.ModelChoiceField(
        queryset=None, label="Người dự thay", empty_label="Không ai dự thay", required=False
    )
    paper = forms.CharField(
        label="Giấy cử dự thay", max_length=250, required=False, help_text="Số, ký hiệu, ngày, người ký."
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        field.queryset = people  # type: ignore[attr-defined]
        field.label_from_instance = lambda person: f"{person.name} – {person.unit.short_name}"  # type: ignore[attr-defined]


class SheetForm(forms.Form):
    """The signed sheet of a written opinion."""

    upload = UploadField(label="Phiếu lấy ý kiến đã ký")


class GuestsForm(forms.Form):
    """Who is invited without a vote."""

    guests = forms.CharField(
        label="Khách mời", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một người, họ tên và chức vụ. Khách được phát biểu, không biểu quyết.",
    )  # fmt: skip


class HandsForm(forms.Form):
    """A show of hands written down, one choice for each member who may vote; `everybody` is the choice of
    all who have none of their own here.
    """

    everybody = forms.ChoiceField(
        label="Mọi người chưa ghi riêng", choices=[("", "không ghi chung"), *Vote.CHOICES], required=False
    )

    def __init__(self, *args: Any, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voters = [seat for seat in seats if not seat.recused]
        for seat in self.voters:
            absent = "" if seat.present else " (vắng, ý kiến bằng văn bản)"
            self.fields[str(seat.member.pk)] = forms.ChoiceField(
                label=f"{seat.member.person.name}{absent}",
                choices=CHOICES,
                required=False,
                initial=seat.choice,
            )

    def choices(self) -> dict[UUID, str]:
        said = self.cleaned_data
        return {
            seat.member.pk: said[str(seat.member.pk)] or (said["everybody"] if seat.present else "")
            for seat in self.voters
        }


class MyVoteForm(forms.Form):
    """One member's own vote."""

    choice = forms.ChoiceField(label="Tôi biểu quyết", choices=Vote.CHOICES, widget=forms.RadioSelect)
    dissent = forms.CharField(
        label="Ý kiến khác ghi vào biên bản", required=False, max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class BallotsForm(forms.Form):
    """What the tellers counted: numbers only."""

    issued = forms.IntegerField(label="Phát ra", min_value=0)
    collected = forms.IntegerField(label="Thu về", min_value=0)
    in_favour = forms.IntegerField(label="Đồng ý", min_value=0)
    against = forms.IntegerField(label="Không đồng ý", min_value=0)
    spoilt = forms.IntegerField(label="Không hợp lệ", min_value=0, initial=0)

    def counted(self) -> Counted:
        return Counted(**self.cleaned_data)


class RecuseForm(forms.Form):
    """A member who takes no part in one case, with the reason."""

    member = forms.ModelChoiceField(queryset=None, label="Thành viên", empty_label="Chọn thành viên")
    why = forms.CharField(label="Vì sao", max_length=250)

    def __init__(self, *args: Any, members: QuerySet[CouncilMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members  # type: ignore[attr-defined]
        self.fields["member"].label_from_instance = lambda member: member.person.name  # type: ignore[attr-defined]


class AsideForm(forms.Form):
    """Why one takes no part in a case."""

    why = forms.CharField(
        label="Vì sao bạn có liên quan", max_length=250,
        help_text="Ghi vào biên bản, ví dụ: là em ruột của người được đề nghị.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # It stands on one page with the secretary's form, whose field has the same name.
        self.auto_id = "aside_%s"


class KinForm(forms.Form):
    """Somebody close to a member of the council."""

    person = forms.ModelChoiceField(queryset=None, label="Thành viên Hội đồng", empty_label=None)
    name = forms.CharField(label="Họ và tên người thân", max_length=250)
    relation = forms.ChoiceField(label="Quan hệ", choices=Kinship.RELATIONS, widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class CancelForm(forms.Form):
    """Why a session does not take place."""

    reason = forms.CharField(label="Lý do", max_length=250)


class AdjournForm(CancelForm):
    """On which day a session is held instead, and why."""

    to = DayField(label="Họp lại ngày")
    field_order = ("to", "reason")


class EndForm(forms.Form):
    """When the session ended."""

    ended_at = forms.RegexField(
        r"^([01]?\d|2[0-3]):[0-5]\d$", label="Kết thúc lúc",
        error_messages={"invalid": "Ghi giờ như 10:30."},
    )  # fmt: skip


class DiscussionForm(forms.Form):
    """How the discussion went, for the minutes."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label="Diễn biến thảo luận", required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="In nguyên văn vào biên bản, mỗi dòng một đoạn.",
    )  # fmt: skip
