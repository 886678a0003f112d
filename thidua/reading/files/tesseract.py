"""Tesseract, which recognises letters in pictures (nhận dạng chữ): lines, their places, how sure they are."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from itertools import groupby

from PIL import Image, ImageDraw, ImageOps

from thidua.reading.files.layout import Run, Sheet, beside
from thidua.reading.files.tool import carry_out, found
from thidua.reading.source import Unreadable

SECONDS = 120.0  # for one page
NOT_INSTALLED = (
    "Máy chủ chưa có phần nhận dạng chữ tiếng Việt; hãy gửi bản .docx, hoặc nhờ quản trị chạy: sudo apt-get "
    "install tesseract-ocr tesseract-ocr-vie"
)
_BEST_WIDTH = 2_480  # dots of A4 at 300 per inch, for which the recogniser was made
_GAP = 3.0  # a gap wider than so many letters parts two columns
_NOISE = 30.0  # a sign without letter or figure of which the recogniser is less sure is dirt on the paper
_CLEAR = 60.0  # a word found alone of which the recogniser is less sure is none
_ROUND, _WHITE, _DARK = 6, 255, 110  # dots around a word; shades of paper and of ink
_INK = 3_000  # dark dots that are left: two words in capitals have more
_ONLY_BLACK = [min(max((shade - 20) * 2, 0), 255) for shade in range(256)]  # an old seal becomes paper
_FEW, _UPRIGHT = 20, 60.0  # letters, and how sure of them, of a page that does not lie on its side
_WORD = "5"  # level of a row that is a word


def can_recognise() -> bool:
    """Whether Tesseract is here, with Vietnamese (đã cài phần nhận dạng chữ)."""
    program = found("tesseract")
    if not program:
        return False
    listed = carry_out([program, "--list-langs"], seconds=SECONDS, surroundings={})
    return b"vie" in listed.split()


def recognised(image: Image.Image, page: int) -> list[Run]:
    """The lines in a picture (nhận dạng chữ): read as one column, then what that has passed over is looked
    for once more, such as a title beside the list of recipients. On a page that lies on its side no line
    knows its place, since the picture is shown as it came.
    """
    ready = _prepared(image)
    sheet = Sheet(page, ready.width, ready.height)
    words = _words(ready, page, mode="4")
    turn = 0 if _is_sure(words) else _turn(ready)
    if turn:
        ready, sheet = _prepared(image.rotate(-turn, expand=True)), Sheet(page, 0, 0)
        words = _words(ready, page, mode="4")
    runs = _runs(words, sheet)
    pencil = ImageDraw.Draw(ready)
    for word in words:
        pencil.rectangle(word.edges(_ROUND), fill=_WHITE)
    rest = ready.point(_ONLY_BLACK)
    if sum(rest.histogram()[:_DARK]) < _INK:
        return runs
    missed = [word for word in _words(rest, page, mode="11") if word.is_clear]
    return beside(runs, _runs(missed, sheet))


@dataclass(frozen=True)
class _Word:
    """A word as the recogniser tells it: which line it belongs to, its place in dots, how sure it is."""

    text: str
    line: tuple[str, str, str]
    left: int
    top: int
    width: int
    height: int
    confidence: float

    @property
    def is_dirt(self) -> bool:
        return not any(sign.isalnum() for sign in self.text) and self.confidence < _NOISE

    @property
    def is_clear(self) -> bool:
        """Whether a word found alone is one, and no stroke of a signature."""
        return self.confidence >= _CLEAR and len(self.text) > 1 and self.text.isalpha()

    def edges(self, more: int) -> tuple[int, int, int, int]:
        return (
            self.left - more,
            self.top - more,
            self.left + self.width + more,
            self.top + self.height + more,
        )


def _is_sure(words: list[_Word]) -> bool:
    """Whether what was found can be text that stands upright."""
    letters = sum(len(word.text) for word in words)
    return letters >= _FEW and sum(word.confidence * len(word.text) for word in words) >= _UPRIGHT * letters


def _turn(ready: Image.Image) -> int:
    """By how many degrees a picture must be turned so that it stands upright, 0 when that cannot be told."""
    try:
        told = carry_out(
            [found("tesseract"), "stdin", "stdout", "--psm", "0"],
            given=_png(ready), seconds=SECONDS, surroundings={"OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except Unreadable:
        return 0
    degrees = re.search(rb"Rotate: (90|180|270)\b", told)
    return int(degrees[1]) if degrees else 0


def _png(ready: Image.Image) -> bytes:
    out = io.BytesIO()
    ready.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _words(ready: Image.Image, page: int, *, mode: str) -> list[_Word]:
    """What Tesseract finds; `mode` is how it looks: "4" lines of one column, "11" words anywhere."""
    program = found("tesseract")
    if not program:
        raise Unreadable(NOT_INSTALLED)
    try:
        table = carry_out(
            [program, "stdin", "stdout", "-l", "vie", "--psm", mode, "--dpi", "300", "tsv"],
            given=_png(ready), seconds=SECONDS, surroundings={"OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except Unreadable as error:
        raise Unreadable(
            f"Không nhận dạng được trang {page}; hãy quét lại trang này rõ hơn rồi gửi lại."
        ) from error
    rows = csv.DictReader(io.StringIO(table.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [_word(row) for row in rows if row["level"] == _WORD and row["text"].strip()]
    return [word for word in words if not word.is_dirt]


def _word(row: dict[str, str]) -> _Word:
    line = (row["block_num"], row["par_num"], row["line_num"])
    left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
    return _Word(row["text"].strip(), line, left, top, width, height, float(row["conf"]))


def _prepared(image: Image.Image) -> Image.Image:
    """Grey, of the best size, full contrast; taken as red light shows it, in which a fresh seal is no ink."""
    grey = image.convert("RGB").getchannel("R")
    if grey.width < _BEST_WIDTH * 0.7 or grey.width > _BEST_WIDTH * 1.3:
        height = max(round(grey.height * _BEST_WIDTH / grey.width), 1)
        grey = grey.resize((_BEST_WIDTH, min(height, _BEST_WIDTH * 4)), Image.Resampling.LANCZOS)
    return ImageOps.autocontrast(grey, cutoff=1)


def _runs(words: list[_Word], sheet: Sheet) -> list[Run]:
    """Words as lines; between blocks of the page stands an empty one."""
    runs: list[Run] = []
    block = ""
    for place, line in groupby(words, key=lambda word: word.line):
        if runs and place[0] != block:
            runs.append(Run("", sheet))
        block = place[0]
        runs.append(_run(list(line), sheet))
    return runs


def _run(words: list[_Word], sheet: Sheet) -> Run:
    """One line of words, a wide gap between columns as three blanks; sure as its letters are on average."""
    letters = sum(len(word.text) for word in words)
    letter = sum(word.width for word in words) / letters
    pieces, edge = [], words[0].left
    for word in words:
        pieces.append(("   " if word.left - edge > _GAP * letter else " ") + word.text)
        edge = word.left + word.width
    sure = sum(word.confidence * len(word.text) for word in words) / letters / 100
    bottom = sheet.height - max(word.top + word.height for word in words)
    top = sheet.height - min(word.top for word in words)
    return Run("".join(pieces).strip(), sheet, words[0].left, edge, bottom, top, sure)
