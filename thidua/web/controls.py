"""How a form field is drawn (ô nhập): the classes of the sheet on Django's own widgets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

PHOTOS = {".jpg", ".jpeg", ".png"}


def _control_class(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "form-check-input"
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


def control(field: BoundField) -> SafeString:
    """The input of a form field with the classes of the sheet (ô nhập); an error marks it."""
    widget = field.field.widget
    own = str(widget.attrs.get("class", ""))
    classes = [_control_class(widget), own, "is-invalid" if field.errors else ""]
    attrs: dict[str, Any] = {"class": " ".join(filter(None, classes))}
    if isinstance(field.field, forms.DateField) and getattr(widget, "input_type", "") == "text":
        attrs |= {"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off"}
    drawn = field.as_widget(attrs=attrs | {k: v for k, v in widget.attrs.items() if k != "class"})
    return _file_box(field, drawn) if isinstance(widget, forms.FileInput) else drawn


def _file_box(field: BoundField, drawn: SafeString) -> SafeString:
    """A file input behind a button of our own, for the one of the browser speaks the browser's language."""
    widget = field.field.widget
    only_photos = {*str(widget.attrs.get("accept", "")).split(",")} <= PHOTOS
    noun = "ảnh" if only_photos else "tệp"
    shown = {"field": field, "input": drawn, "noun": noun}
    return render_to_string("pieces/file_box.html", shown)


def shape(field: BoundField) -> str:
    """How a form field is laid out (dạng ô): check, choices or line."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "choices" if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple) else "line"
