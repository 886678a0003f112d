"""The standing sentences of our papers (câu mẫu): ours in `phrases.yaml`, each with the fields it may hold.

An office may put its own in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from thidua.records.states import PRINTED, PURPOSES

FILE = Path(__file__).parent / "phrases.yaml"
LONGEST = 1500
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Field:
    """A field of a sentence (chỗ máy điền): its name as people see it, and an invented example."""

    label: str
    sample: str


@dataclass(frozen=True)
class Phrase:
    """A standing sentence of one paper (câu mẫu): its text of ours and the fields that may stand in it."""

    id: str
    paper: str
    name: str
    text: str
    fields: Mapping[str, Field]

    @property
    def paper_name(self) -> str:
        """The name of the paper in words."""
        return PRINTED.get(self.paper) or PURPOSES[self.paper].name

    @property
    def sample(self) -> dict[str, str]:
        """The invented examples, by field."""
        return {name: field.sample for name, field in self.fields.items()}

    def shown(self, text: str) -> str:
        """A text with its fields named as people see them: {kế hoạch}."""
        return _FIELD.sub(lambda found: f"{{{self._label(found[1])}}}", text)

    def read(self, typed: str) -> str:
        """What people typed, its fields named as the program knows them; an unknown name stays."""
        keys = {field.label: name for name, field in self.fields.items()}
        return _FIELD.sub(lambda found: f"{{{keys.get(found[1].strip(), found[1].strip())}}}", typed)

    def faults(self, text: str) -> Iterator[str]:
        """What is wrong with a text of the office, as sentences: unknown fields, lone braces, length."""
        unknown = sorted(set(_FIELD.findall(text)) - set(self.fields))
        if unknown:
            known = ", ".join(f"{{{field.label}}}" for field in self.fields.values())
            named = ", ".join(f"{{{name}}}" for name in unknown)
            yield f"Không có chỗ điền {named}. Câu này điền được: {known or 'không có chỗ nào'}."
        if re.search(r"[{}]", _FIELD.sub("", text)):
            yield "Dấu { và } phải đi thành cặp quanh tên chỗ điền."
        if len(text) > LONGEST:
            yield f"Câu dài {len(text)} chữ cái; tối đa {LONGEST}."

    def _label(self, name: str) -> str:
        return self.fields[name].label if name in self.fields else name


def fill(text: str, values: Mapping[str, str]) -> str:
    """The sentence with its fields filled in (điền câu mẫu). Raises KeyError for a field without a value."""
    return _FIELD.sub(lambda found: str(values[found[1]]), text)


@cache
def phrases() -> Mapping[str, Phrase]:
    """All standing sentences of ours by id, in the order of the papers (các câu mẫu)."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return MappingProxyType({row["id"]: _phrase(row) for row in rows})


def _phrase(row: dict[str, object]) -> Phrase:
    fields = {name: Field(*said) for name, said in (row.pop("fields", None) or {}).items()}  # type: ignore[attr-defined]
    return Phrase(**row, fields=MappingProxyType(fields))  # type: ignore[arg-type]
