"""Acts in the grounds of a paper that nobody has seen in the original (căn cứ chưa xác nhận)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thidua.law.load import Source, load_books


def unseen_in(lines: Iterable[str], on: date) -> tuple[Source, ...]:
    """The acts named in these lines whose text was not seen, or that may have lapsed on that day (căn cứ
    chưa xác nhận), in the order of the lines.
    """
    known = [
        source
        for source in load_books().sources.values()
        if not source.confirmed or (source.review is not None and on >= source.review)
    ]
    return tuple(source for line in lines for source in known if line.endswith(source.citation))
