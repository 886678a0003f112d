"""What was read from a file (nguồn): its text, its lines, and where each line stands."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):  # noqa: N818 - an answer to the office, no error of the program
    """The file cannot be read (không đọc được): one Vietnamese sentence says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Line:
    """One line of a document (dòng): `start` is its offset in `Source.text`, `page` counts from 1.

    `indent` is the number of blank columns before the text; `room` the number of letters that would still
    have fit
    before the right margin, None where lines are not wrapped (one line is one paragraph).
    """

    text: str
    start: int
    page: int = 1
    indent: int = 0
    room: int | None = None


@dataclass(frozen=True)
class Source:
    """A document as text with positions (văn bản nguồn). `kind` is txt, md, docx or pdf; `text` is NFC."""

    name: str
    kind: str
    text: str
    lines: tuple[Line, ...]
    pages: int = 1
