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
    before the right margin, None where lines are not wrapped (one line is one paragraph). `box` is its place
    on the page: left, top, right, bottom as shares of width and height; `confidence` (0 to 1) how sure the
    letters are where they were read from a picture.
    """

    text: str
    start: int
    page: int = 1
    indent: int = 0
    room: int | None = None
    box: tuple[float, float, float, float] | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class Boundary:
    """A correction of where a paragraph ends (sửa ranh giới đoạn). `at` is the offset at which the paragraph
    begins, `kind` says what becomes of it: "join" goes on the one before, "split" begins here, "previous"
    and "next" belongs to the clause before or after.
    """

    at: int
    kind: str


@dataclass(frozen=True)
class Source:
    """A document as text with positions (văn bản nguồn). `kind` is txt, md, docx or pdf; `text` is NFC;
    `boundaries` are what a person corrected.
    """

    name: str
    kind: str
    text: str
    lines: tuple[Line, ...]
    pages: int = 1
    boundaries: tuple[Boundary, ...] = ()
