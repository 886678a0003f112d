"""What a list of nominees says (nội dung danh sách đề nghị), line by line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Listed:
    """One line of a list (dòng danh sách) as it was understood; "" and None where it says nothing.

    `recipient`: "collective", "individual", "household" or "". `words` is post, unit or address in one, as
    papers print it. `unclear` holds sentences that a person must answer, `guessed` how something was read
    that is not written so.
    """

    sheet: str
    number: int
    name: str
    recipient: str = ""
    honorific: str = ""
    birth_year: int | None = None
    position: str = ""
    address: str = ""
    words: str = ""
    unit: str = ""
    ethnicity: str = ""
    achievement: str = ""
    award: str = ""
    note: str = ""
    is_direct_worker: bool = False
    is_leader: bool = False
    unclear: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passed:
    """A row that is no nominee (dòng bỏ qua), with why."""

    sheet: str
    number: int
    words: str
    why: str


@dataclass(frozen=True)
class Roll:
    """A whole list (danh sách): its lines, the rows that are none, and column titles nobody understood."""

    lines: tuple[Listed, ...]
    passed: tuple[Passed, ...]
    unknown: tuple[str, ...]
