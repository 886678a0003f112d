"""Forms of model projects, their pictures, and doing likewise (mô hình, phần việc; nhân rộng)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.campaigns.discover import (
    FigureWords,
    Outcome,
    PictureWords,
    ProjectWords,
    StepWords,
    Taking,
)
from thidua.campaigns.models import Campaign, ModelPicture, ModelProject, ModelStep
from thidua.campaigns.track import ProjectState
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField
from thidua.web.forms.law import MoneyField

LONG, MOST_ROWS, BLANK_ROWS = 5000, 20, 2
HOW = "Ví dụ: nhận qua điện thoại, ngày 05/6/2023."
WORDS = ("title", "content", "description", "starts", "cost", "cost_source", "people", "people_say")


def _long(label: str, *, rows: int = 3, required: bool = False, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=LONG, widget=widget, required=required, help_text=help_text
    )


def _short(label: str, *, required: bool = False, help_text: str = "", most: int = 250) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


class ProjectForm(forms.Form):
    """What is said of a model: only its name is needed; `how` only for an officer who types for a unit."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(queryset=None, label="Đơn vị", empty_label="Chọn đơn vị")
    title = _short("Tên mô hình, phần việc", required=True)
    description = _long("Cách làm, ai làm")
    content = forms.ModelChoiceField(
        queryset=None, label="Thuộc nội dung thi đua", required=False, empty_label="Không theo nội dung nào"
    )
    starts = DayField(label="Bắt đầu từ ngày", required=False)
    cost = MoneyField(label="Kinh phí (đồng)", required=False)
    cost_source = _short("Kinh phí từ đâu", help_text="Ví dụ: dân góp, ngân sách xã, xã hội hóa.")
    people = forms.IntegerField(label="Số người tham gia", min_value=0, max_value=10**6, required=False)
    people_say = _short("Ai tham gia", help_text="Ví dụ: 42 hộ của thôn, Chi đoàn, Chi hội Phụ nữ.")
    how = _short("Nhận bằng cách nào", required=True, help_text=HOW, most=200)

    def __init__(
        self, *args: Any, campaign: Campaign, units: Any = None, for_unit: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        content: Any = self.fields["content"]
        content.queryset = campaign.contents.all()
        content.label_from_instance = lambda area: f"{area.order}. {area.short}"
        if units is None:
            del self.fields["unit"]
        else:
            self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        if not for_unit:
            del self.fields["how"]

    def words(self, steps: forms.BaseFormSet, figures: forms.BaseFormSet) -> ProjectWords:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        kept_steps = (row.cleaned_data for row in steps)
        kept_figures = (row.cleaned_data for row in figures)
        return ProjectWords(
            **{name: said[name] for name in WORDS},
            how=said.get("how", ""),
            steps=tuple(
                StepWords(one["text"], one["due"], one["id"]) for one in kept_steps if one.get("text")
            ),
            figures=tuple(
                FigureWords(one["text"], one["value"], one["measure"])
                for one in kept_figures
                if one.get("text")
            ),
        )


def now_of(project: ModelProject) -> dict[str, Any]:
    """What is written of a model now (điền sẵn)."""
    return {name: getattr(project, name) for name in (*WORDS, "how", "version")}


class StepRow(forms.Form):
    """One stage; an empty row is left out."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    text = _short("Giai đoạn")
    due = DayField(label="Xong trước ngày", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("due") and not cleaned.get("text"):
            self.add_error("text", "Ghi giai đoạn làm gì, hoặc xóa ngày ở dòng này.")
        return cleaned


class FigureRow(forms.Form):
    """One figure of the result; an empty row is left out."""

    text = _short("Kết quả gì", most=200)
    value = forms.DecimalField(
        label="Số", max_digits=14, decimal_places=2, min_value=0, required=False, localize=True
    )
    measure = _short("Đơn vị tính", most=40)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("text") and cleaned.get("value") is None and "value" not in self.errors:
            self.add_error("value", "Ghi số của kết quả này; chưa có số thì xóa dòng.")
        if not cleaned.get("text") and (cleaned.get("value") is not None or cleaned.get("measure")):
            self.add_error("text", "Ghi đó là kết quả gì, hoặc xóa số ở dòng này.")
        return cleaned


def step_rows(project: ModelProject | None, data: Any = None) -> forms.BaseFormSet:
    """The stages of a model, then blank ones (các giai đoạn)."""
    steps = project.steps.all() if project else ()
    written = [{"id": one.pk, "text": one.text, "due": one.due} for one in steps]
    return _rows(StepRow, written, data, prefix="giai-doan")


def figure_rows(project: ModelProject | None, data: Any = None) -> forms.BaseFormSet:
    """The figures of a model, then blank ones (kết quả bằng số)."""
    figures = project.figures.all() if project else ()
    written = [{name: getattr(one, name) for name in ("text", "value", "measure")} for one in figures]
    return _rows(FigureRow, written, data, prefix="con-so")


def _rows(
    row: type[forms.Form], written: list[dict[str, Any]], data: Any, *, prefix: str
) -> forms.BaseFormSet:
    made = forms.formset_factory(row, extra=BLANK_ROWS, max_num=MOST_ROWS, validate_max=True)
    return made(data, initial=written, prefix=prefix)


class StageForm(forms.Form):
    """How far the model is."""

    stage = forms.ChoiceField(label="Tình trạng", choices=ModelProject.STAGES, widget=forms.RadioSelect)
    result = _long("Kết quả", help_text="Làm được gì, ai được lợi; đã hoàn thành thì phải ghi.")
    done_on = DayField(label="Ngày hoàn thành", required=False)

    def state(self) -> ProjectState:
        return ProjectState(**self.cleaned_data)


class StepForm(forms.Form):
    """How far one stage is: the moves it may make from where it stands."""

    to = forms.ChoiceField(label="Tình trạng", widget=forms.RadioSelect)
    done_on = DayField(label="Ngày xong", required=False, help_text="Để trống là hôm nay.")

    def __init__(self, *args: Any, step: ModelStep, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may = step.table.moves[step.state]
        self.fields["to"].choices = [(one, step.table.says[one]) for one in may]  # type: ignore[attr-defined]


class PictureForm(forms.Form):
    """A picture before or after, and who is in it."""

    photo = UploadField(label="Ảnh", accept=".jpg, .jpeg, .png", help_text="Ảnh .jpg hoặc .png.")
    side = forms.ChoiceField(label="Chụp lúc nào", choices=ModelPicture.SIDES, widget=forms.RadioSelect)
    caption = _short("Lời dưới ảnh", most=200)
    people = _long(
        "Ai có trong ảnh", rows=2, help_text="Mỗi dòng một người nhận ra được; để trống nếu không có ai."
    )
    nobody = forms.BooleanField(label="Không nhận ra ai trong ảnh", required=False)
    how = _short(
        "Người trong ảnh đồng ý công khai bằng cách nào", most=200,
        help_text="Ví dụ: nói trực tiếp, ký phiếu. Chưa hỏi thì để trống; ảnh chưa hiện công khai.",
    )  # fmt: skip

    def words(self) -> PictureWords:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        people = tuple(said["people"].splitlines())
        return PictureWords(said["side"], said["caption"], people, said["nobody"], said["how"])


class AgreeForm(forms.Form):
    """By which way those in a picture agreed."""

    how = _short("Đồng ý bằng cách nào", required=True, most=200, help_text="Ví dụ: ký phiếu đồng ý.")


class PictureOutForm(forms.Form):
    """Why a picture goes: somebody in it took the consent back, or the office or unit removes it."""

    person = forms.ModelChoiceField(
        queryset=None, label="Ai rút lại đồng ý", required=False, empty_label="Không phải, đơn vị tự bỏ ảnh"
    )
    reason = _short("Lý do", help_text="Không bắt buộc khi người trong ảnh rút lại đồng ý.")

    def __init__(self, *args: Any, picture: ModelPicture, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = picture.people.all()  # type: ignore[attr-defined]


class ReplicationForm(forms.Form):
    """Which unit does as which other one, since when; what the page knows already is not asked."""

    unit = forms.ModelChoiceField(queryset=None, label="Đơn vị làm theo", empty_label="Chọn đơn vị")
    project = forms.ModelChoiceField(
        queryset=None, label="Mô hình được làm theo", required=False, empty_label="Chọn mô hình"
    )
    role_model = forms.ModelChoiceField(
        queryset=None, label="hoặc cách làm của gương điển hình", required=False, empty_label="Chọn gương"
    )
    what = _short("Làm theo việc gì", help_text="Để trống nếu làm theo cả mô hình.")
    since = DayField(label="Làm theo từ ngày")
    how = _short("Nhận bằng cách nào", required=True, help_text=HOW, most=200)

    def __init__(
        self, *args: Any, units: Any, projects: Any, role_models: Any, for_unit: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (("unit", units), ("project", projects), ("role_model", role_models)):
            self.fields[name].queryset = found  # type: ignore[attr-defined]
        project: Any = self.fields["project"]
        project.label_from_instance = lambda one: f"{one.title} ({one.unit.name})"
        if not for_unit:
            del self.fields["unit"], self.fields["how"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("project")) == bool(cleaned.get("role_model")):
            self.add_error("project", "Chọn một mô hình, hoặc một gương điển hình.")
        return cleaned

    def taking(self) -> Taking:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        return Taking(said["project"] or said["role_model"], said["since"], said["what"], said.get("how", ""))


class OutcomeForm(forms.Form):
    """What came of doing likewise."""

    text = _long("Kết quả", required=True, help_text="Làm được gì, ai được lợi.")
    value = forms.DecimalField(
        label="Bằng số", max_digits=14, decimal_places=2, min_value=0, required=False, localize=True
    )
    measure = _short("Đơn vị tính", most=40)
    how = _short("Nhận bằng cách nào", required=True, help_text=HOW, most=200)

    def __init__(self, *args: Any, for_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_unit:
            del self.fields["how"]

    def outcome(self) -> Outcome:
        said = self.cleaned_data
        return Outcome(said["text"], said["value"], said["measure"], said.get("how", ""))
