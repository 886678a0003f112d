"""The doors of certificates, of blanks and their stock, and of the seal key (giấy khen, phôi, khóa)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from tests.awards.session_story import DAY
from tests.factories.commune import Commune
from tests.web.door import Door, Of, posts, public, upload
from thidua.awards.certify import BlankFacts, Sheets, add_blank, enter_blanks
from thidua.awards.models import Blank
from thidua.records.models import SealKey
from thidua.web.forms.blanks import spot_rows

KEEPS = "clerk standing"
# Who does the same in an office of their own, whatever the commune has: the neighbour too.
KEEPS_OWN = f"{KEEPS} district_standing province_standing away_standing"
HANDS_OUT = "clerk standing culture"
BLANK = {"name": "Phôi thử", "form": "giay_khen_xa", "width": "297", "height": "210", "starts": "05/6/2023"}


def _code(thing: str, *more: str) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (getattr(of, thing).code, *more)


CHECKING = (public("scan-certificate"), public("check-worker"), public("check-manifest"))
BLANKS = (
    Door("blanks"),
    Door("blank-new", may=KEEPS_OWN, data=lambda of: BLANK),
    Door("blank", _code("blank"), KEEPS, data=lambda of: {"version": "0", **of.places}),
    Door("blank-describe", _code("blank"), KEEPS, data=lambda of: {"version": "0", **BLANK}),
    Door("blank-scan", _code("blank"), KEEPS, data=lambda of: {"scan": upload(of.jpeg, "phoi.jpg")}),
    posts("blank-move", _code("blank", "thoi-dung"), KEEPS),
    Door("blank-calibration", _code("blank")),
    Door("blank-sample", _code("blank")),
    Door("print-on-blanks", lambda of: (of.honoured.code, of.blank.code)),
    Door("prints-on-blank", lambda of: (of.honoured.code, of.blank.code), KEEPS),
    Door("print-on-blank", lambda of: (of.certificate.code, of.blank.code)),
    Door("reprint", _code("certificate"), KEEPS),
    Door("stock"),
    Door("blank-stock", _code("stocked")),
    Door("blank-enter", _code("stocked", "nhap"), KEEPS),
    Door("blank-count", _code("stocked"), KEEPS, data=lambda of: {"counted": "40"}),
    Door("blank-destroy", _code("stocked"), KEEPS,
         data=lambda of: {"means": "cắt nhỏ", "present": "Hà Văn Một, Văn thư\nHà Văn Hai, Kế toán"}),
)  # fmt: skip
CERTIFICATES = (
    Door("award-book"),
    Door("award-book-print"),
    Door("award-book-sheet"),
    Door("handing", _code("honoured")),
    posts("hand-tap", _code("certificate"), HANDS_OUT, data=lambda of: {"viec": "trao", "ngay": ""}),
    Door("hand-over", _code("certificate"), HANDS_OUT),
    Door("reissue", _code("certificate"), KEEPS,
         data=lambda of: {"reason": "lost", "asked_by": "Người được khen", "asked_on": "05/6/2023"}),
    Door("seal-key", may=KEEPS_OWN.replace("district_standing ", "")),  # the district's began that day
    Door("seal-key-sheet", lambda of: (of.seal_key.key_id,)),
)  # fmt: skip


def sent_places(blank: Blank) -> dict[str, str]:
    """The form of a blank as a browser sends it, nothing moved."""
    rows = spot_rows(blank)
    sent = {
        "shift_x": "0",
        "shift_y": "0",
        "o-TOTAL_FORMS": str(len(rows)),
        "o-INITIAL_FORMS": str(len(rows)),
    }
    for place, row in enumerate(rows):
        ticks = {"used", "bold", "italic"}
        sent |= {f"o-{place}-{name}": str(value) for name, value in row.items() if name not in ticks}
        sent |= {f"o-{place}-{name}": "on" for name in ticks if row[name]}
    return sent


def blanks_and_key(whole: Commune, of: Of) -> None:
    """A blank without a stock, one with sheets left and two spoiled, and a key that was not made today."""
    clerk = whole.commune.clerk
    sheet = BlankFacts("Phôi 2023", "giay_khen_xa", Decimal(297), Decimal(210), date(2023, 1, 1))
    of.blank, of.stocked = (add_blank(sheet, mandate=clerk, on=DAY) for _ in range(2))
    of.places = sent_places(of.blank)
    for kind, number in (("received", 50), ("spoiled", 2)):
        enter_blanks(of.stocked, sheets=Sheets(kind, number, DAY, why="Ố"), mandate=clerk, on=DAY)
    SealKey.objects.update(starts=date(2023, 1, 1))
    of.seal_key = SealKey.objects.get(unit=whole.commune.unit)
