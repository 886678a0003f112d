"""Values to JSON and back without loss (ảnh chụp văn bản): an issued paper is stored as it was, every
field written out.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

_CLASS = "is"


def freeze(value: object) -> Any:
    """A value of this package as plain JSON data; a default is written too, so that a later default
    changes nothing.
    """
    if isinstance(value, date):
        return {_CLASS: "date", "day": value.isoformat()}
    if isinstance(value, tuple):
        return [freeze(item) for item in value]
    if is_dataclass(value):
        held = {field.name: freeze(getattr(value, field.name)) for field in fields(value)}
        return {_CLASS: type(value).__name__, **held}
    return value


def thaw(data: Any, classes: dict[str, type[Any]]) -> Any:
    """The value that `freeze` wrote; `classes` names the classes allowed. Raises KeyError on any other."""
    if isinstance(data, list):
        return tuple(thaw(item, classes) for item in data)
    if not isinstance(data, dict):
        return data
    if data[_CLASS] == "date":
        return date.fromisoformat(data["day"])
    held = {name: thaw(item, classes) for name, item in data.items() if name != _CLASS}
    return classes[data[_CLASS]](**held)
