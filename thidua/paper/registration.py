"""Registration sheets to hand out (phiếu đăng ký thi đua): a page of A4 per unit, filled in by pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from thidua.paper.blocks import Tidy
from thidua.paper.engine import TEMPLATES, set_pdf
from thidua.paper.glyphs import require_glyphs
from thidua.paper.qr import qr_pictures


@dataclass(frozen=True)
class RegistrationSheet(Tidy):
    """The sheet of one unit (phiếu của một đơn vị): rows of content, target, what there is, goal, measure,
    day; an empty cell is left to the pen, `url` is where its code leads.
    """

    office: str
    unit: str
    campaign: str
    due: str
    rows: tuple[tuple[str, ...], ...]
    project: str
    pledge: str
    url: str


def write_registration_sheets(sheets: Sequence[RegistrationSheet], *, timestamp: datetime) -> bytes:
    """Print the sheets, each unit on a page of its own. Raises `MissingGlyphs`."""
    require_glyphs([text for sheet in sheets for text in _texts(sheet)])
    pictures = qr_pictures([sheet.url for sheet in sheets])
    data = {
        "sheets": [
            vars(sheet) | {"qr": list(picture)} for sheet, picture in zip(sheets, pictures, strict=True)
        ]
    }
    return set_pdf(TEMPLATES / "registration.typ", data, timestamp=timestamp)


def _texts(sheet: RegistrationSheet) -> Iterator[str]:
    for value in vars(sheet).values():
        yield from (cell for row in value for cell in row) if isinstance(value, tuple) else (value,)
