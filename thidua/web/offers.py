"""Papers a page offers (giấy tờ soạn, in tại chỗ): which ones, to whom, what was made already.

A drafted paper goes on to live the life of a paper; a printed one is no numbered paper and is made anew each
time it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms

from thidua.law.ruling import Ruling
from thidua.org.models import Mandate
from thidua.paper.model import Document
from thidua.records.models import OfficialDocument

Find = Callable[[Mandate, str, date], Any]
May = Callable[[Any, Mandate, date], Ruling]
# What the page shows -> the codes of the things a paper is made of, each with a note ("" for none).
Codes = Callable[[Any], list[tuple[str, str]]]


def own_code(thing: Any) -> list[tuple[str, str]]:
    """The one thing of the page itself (chính việc đang xem)."""
    return [(thing.code, "")]


def itself(thing: Any) -> Any:
    """What a paper is made of, where that is the thing of the page."""
    return thing


@dataclass(frozen=True)
class Drafted:
    """A paper drafted from the data (văn bản soạn từ dữ liệu); `form` asks for words only a person knows.

    `find` fetches what the paper is made of, `of` leads from there to the thing of the page, which `may` asks
    about. `make` takes what was found, the valid form, the mandate and the day; `given` makes what the form
    needs. `again`: another one may follow an issued one; `several`: drafts for many units lie side by side.
    """

    slug: str
    name: str
    place: str
    purpose: str
    find: Find
    may: May
    make: Callable[[Any, Any, Mandate, date], OfficialDocument]
    form: type[forms.Form] = forms.Form
    given: Callable[[Any, Mandate, date], Mapping[str, Any]] = field(default=lambda thing, mandate, on: {})
    codes: Codes = own_code
    of: Callable[[Any], Any] = itself
    explains: str = ""
    again: bool = True
    several: bool = False

    @property
    def asks(self) -> bool:
        """True when the form has something to fill in (cần ghi thêm)."""
        return self.form is not forms.Form


@dataclass(frozen=True)
class Printed:
    """A form, list or receipt printed at once (giấy in ra dùng ngay), in no book; fields as above."""

    slug: str
    name: str
    place: str
    find: Find
    may: May
    build: Callable[[Any, Mandate, date], Document]
    codes: Codes = own_code
    of: Callable[[Any], Any] = itself
