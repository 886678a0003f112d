"""How a form field is drawn (ô nhập): the classes of the sheet on Django's own widgets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString


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
    return field.as_widget(attrs=attrs | {k: v for k, v in widget.attrs.items() if k != "class"})


def shape(field: BoundField) -> str:
    """How a form field is laid out (dạng ô): check, choices or line."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "choices" if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple) else "line"
