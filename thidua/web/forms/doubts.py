"""What a person answers about the rows of a sheet that may mean somebody on record (trả lời từng dòng)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from thidua.awards.remember import NEW, PastRow
from thidua.org.establish.rows import KNOWN, RowRead


@dataclass(frozen=True)
class Doubt:
    """A row in doubt (dòng cần chọn): its number, and what may be answered, with the words of each answer."""

    number: int
    offered: Sequence[tuple[str, str]]


class DoubtsForm(forms.Form):
    """One choice per row in doubt, named `dong-<number>` (chọn hồ sơ cho từng dòng)."""

    def __init__(self, data: Any, *, doubts: Iterable[Doubt]) -> None:
        super().__init__(data)
        for doubt in doubts:
            self.fields[f"dong-{doubt.number}"] = forms.ChoiceField(
                label=f"Hồ sơ của dòng {doubt.number}",
                choices=[("", "Hãy chọn"), *doubt.offered],
                error_messages={"required": f"Dòng {doubt.number}: hãy chọn hồ sơ."},
            )

    @property
    def answers(self) -> dict[int, str]:
        """What was chosen, by the number of the row."""
        return {int(name.removeprefix("dong-")): said for name, said in self.cleaned_data.items()}

    def beside(self, rows: Iterable[Any]) -> list[dict[str, Any]]:
        """Each row with its field, None where nothing is in doubt."""
        return [
            {"line": row, "choice": self[name] if (name := f"dong-{row.number}") in self.fields else None}
            for row in rows
        ]


def people_doubts(rows: Iterable[RowRead]) -> list[Doubt]:
    """The people of a sheet who may be on record already."""
    offered = ((KNOWN, "Là người đã có hồ sơ, không ghi nữa"), (NEW, "Là người khác, lập hồ sơ mới"))
    return [Doubt(row.number, offered) for row in rows if row.alike and not row.fault]


def past_doubts(rows: Iterable[PastRow]) -> list[Doubt]:
    """The old awards of a sheet that may belong to somebody on record, the likeliest first."""
    return [
        Doubt(
            row.number,
            [
                *((str(match.row.pk), f"Ghi vào: {match.says}") for match in row.matches),
                (NEW, "Là người khác, lập hồ sơ mới"),
            ],
        )
        for row in rows
        if row.needs_choice
    ]
