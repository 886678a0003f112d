"""Slips cut from a sheet (phiếu cắt): passwords handed over on paper, registration slips for those
without a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from thidua.paper.blocks import Tidy
from thidua.paper.engine import TEMPLATES, set_pdf
from thidua.paper.glyphs import require_glyphs
from thidua.paper.qr import qr_pictures


@dataclass(frozen=True)
class Slip(Tidy):
    """One slip (phiếu): a title, lines of label and value, a note, and an address to scan. An empty
    value is a dotted line.
    """

    title: str
    lines: tuple[tuple[str, str], ...]
    note: str = ""
    url: str = ""


def write_slips(slips: Sequence[Slip], *, timestamp: datetime, per_page: Literal[4, 8] = 8) -> bytes:
    """Print the slips, 4 or 8 on a sheet of A4, with lines to cut along. Raises `MissingGlyphs`."""
    require_glyphs([text for slip in slips for text in (slip.title, slip.note, *map("".join, slip.lines))])
    pictures = qr_pictures([slip.url for slip in slips])
    data = {
        "rows": per_page // 2,
        "slips": [
            {
                "title": slip.title,
                "lines": slip.lines,
                "note": slip.note,
                "qr": list(picture) if slip.url else [],
            }
            for slip, picture in zip(slips, pictures, strict=True)
        ],
    }
    return set_pdf(TEMPLATES / "slips.typ", data, timestamp=timestamp)
