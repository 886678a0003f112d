"""Pre-printed blanks: kept, calibrated, ended, and a single certificate printed again (phôi, in lại)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.core.files.base import File
from django.db import transaction

from thidua.awards.certify.stock import Sheets, enter_blanks
from thidua.awards.models import Blank, Certificate
from thidua.awards.permissions.blank import may_keep_blanks, may_reprint
from thidua.awards.queries.stock import is_counted
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.authority import form as award_form
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of
from thidua.paper.blank import FAMILIES, FIELDS, Spot, height
from thidua.records.attach import attach
from thidua.records.queries.rulebook import rulebook_of

SMALLEST_MM, LARGEST_MM = 100, 420
SMALLEST_SIZE, LARGEST_SIZE = 8, 60
FARTHEST_SHIFT_MM = 30
MOST_LINES = 6
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
USUAL = (
    Spot("recipient", x=38, y=96, width=221, size=24, bold=True, lines=2),
    Spot("address", x=38, y=119, width=221, size=14.5, lines=1),
    Spot("achievement", x=38, y=127, width=221, size=14.5, lines=3),
    Spot("decision_line", x=52.5, y=164, width=80, size=13, align="left", italic=True, bold=True, lines=2),
    Spot("gold_number", x=52.5, y=176.5, width=60, size=13, align="left", italic=True, bold=True,
         before="Số sổ vàng: "),
    Spot("code", x=52.5, y=183, width=60, size=10, align="left", before="Mã tra cứu: "),
    Spot("qr", x=24.5, y=163.5, width=25),
    Spot("place_day", x=165, y=147, width=120, size=13, bold=True, italic=True),
    Spot("for_role", x=165, y=153, width=120, bold=True),
    Spot("signer_role", x=165, y=159, width=120, bold=True),
    Spot("signer_name", x=165, y=185, width=120, bold=True),
)  # fmt: skip


@dataclass(frozen=True)
class BlankFacts:
    """What a blank is (mô tả phôi): its name, the award form, its sheet in mm, and since when it is used."""

    name: str
    form: str
    width: Decimal
    height: Decimal
    starts: date


@transaction.atomic
def add_blank(facts: BlankFacts, *, mandate: Mandate, on: date) -> Blank:
    """Add a blank of the own office (thêm phôi), its fields at the usual places until they are moved.

    Raises `Refused` for a form that has no certificate, and for a sheet out of 100 - 420 mm.
    Căn cứ: không (quy ước nội bộ).
    """
    unit = government_of(mandate.unit)
    may_keep_blanks(mandate, unit, on=on).require()
    _require_fit(facts, unit)
    across, down = float(facts.width) / 297, float(facts.height) / 210
    blank = Blank.objects.create(
        unit=unit, code=short_code(), name=facts.name, form=facts.form, width=facts.width,
        height=facts.height, starts=facts.starts, spots=[asdict(_scaled(s, across, down)) for s in USUAL],
    )  # fmt: skip
    write("add_blank", f"Thêm phôi “{blank.name}”.", actor=mandate.actor(), on=on, thing=blank)
    return blank


@transaction.atomic
def describe_blank(blank: Blank, *, facts: BlankFacts, expected: int, mandate: Mandate, on: date) -> None:
    """Correct what a blank is (sửa mô tả phôi). Raises `Refused` as `add_blank`, and when a field would lie
    outside. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_blanks(mandate, blank.unit, on=on).require()
    _require_fit(facts, blank.unit)
    _require_inside([Spot(**spot) for spot in blank.spots], facts.width, facts.height)
    blank.name, blank.form, blank.starts = facts.name, facts.form, facts.starts
    blank.width, blank.height = facts.width, facts.height
    keep(blank, "name", "form", "starts", "width", "height", expected=expected)
    write("describe_blank", f"Sửa mô tả phôi “{blank.name}”.", actor=mandate.actor(), on=on, thing=blank)


@transaction.atomic
def place_fields(
    blank: Blank, *, spots: Sequence[Spot], shift: tuple[Decimal, Decimal], expected: int,
    mandate: Mandate, on: date,
) -> None:  # fmt: skip
    """Say where each field is printed (đặt vị trí in), and by how much the printer is off.

    Effects: the places before stay in the journal. Raises `Refused` for a field outside the sheet, twice, or
    of a size nobody can read. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_blanks(mandate, blank.unit, on=on).require()
    _require_inside(spots, blank.width, blank.height)
    if any(abs(side) > FARTHEST_SHIFT_MM for side in shift):
        raise Refused(no(f"Độ dịch không quá {FARTHEST_SHIFT_MM} mm.", rule="blank:shift"))
    before = {"spots": blank.spots, "shift": [str(blank.shift_x), str(blank.shift_y)]}
    blank.spots = [asdict(spot) for spot in spots]
    blank.shift_x, blank.shift_y = shift
    keep(blank, "spots", "shift_x", "shift_y", expected=expected)
    says = f"Đặt vị trí in trên phôi “{blank.name}”."
    write("place_fields", says, actor=mandate.actor(), on=on, thing=blank, data={"before": before})


@transaction.atomic
def show_blank(blank: Blank, *, scan: File[bytes], mandate: Mandate, on: date) -> None:
    """Keep a picture of the blank (ảnh chụp phôi) to place the fields on. Raises `Refused` for no photo.

    Căn cứ: không (quy ước nội bộ).
    """
    may_keep_blanks(mandate, blank.unit, on=on).require()
    kept = attach(scan, about=blank, purpose="blank_scan", mandate=mandate, on=on)
    if not kept.kind.startswith("image/"):
        raise Refused(no("Ảnh phôi phải là .jpg hoặc .png; hãy chụp hoặc quét lại.", rule="blank:scan"))
    blank.scan = kept
    keep(blank, "scan")


@transaction.atomic
def end_blank(blank: Blank, *, mandate: Mandate, on: date) -> None:
    """Stop using a blank (thôi dùng phôi). Căn cứ: không (quy ước nội bộ)."""
    may_keep_blanks(mandate, blank.unit, on=on).require()
    advance(blank, "ended", actor=mandate.actor(), on=on, verb="end_blank", says=f"Thôi dùng {blank}.")
    blank.ends = max(on, blank.starts)
    keep(blank, "ends")


@transaction.atomic
def use_blank_again(blank: Blank, *, mandate: Mandate, on: date) -> None:
    """Take a blank into use again (dùng lại phôi). Căn cứ: không (quy ước nội bộ)."""
    may_keep_blanks(mandate, blank.unit, on=on).require()
    says = f"Dùng lại {blank}."
    advance(blank, "in_use", actor=mandate.actor(), on=on, verb="use_blank_again", says=says)
    blank.ends = None
    keep(blank, "ends")


@transaction.atomic
def reprint(
    certificate: Certificate, *, blank: Blank | None, reason: str, mandate: Mandate, on: date
) -> None:
    """Journal that one certificate is printed again, and why (in lại một giấy); its words stay the same.

    On a blank whose stock is kept, one sheet goes off as spoiled with that reason. Raises `Refused` without a
    reason, and when no blank is left. Căn cứ: không (quy ước nội bộ).
    """
    may_reprint(mandate, certificate, blank, on=on).require()
    if not reason.strip():
        raise Refused(no("Hãy ghi vì sao in lại: in hỏng, kẹt giấy, giấy nhàu…", rule="blank:reason"))
    if blank and is_counted(blank):
        spoiled = Sheets("spoiled", 1, on, why=f"{reason.strip()} (giấy của {certificate.item.name})")
        enter_blanks(blank, sheets=spoiled, mandate=mandate, on=on)
    sheet = f"phôi “{blank.name}”" if blank else "giấy trắng"
    says = f"In lại giấy của {certificate.item.name} trên {sheet}: {reason.strip()[:300]}"
    told = {"certificate": certificate.code, "reason": reason.strip()[:300]}
    decision = certificate.item.decision
    write("reprint_certificate", says, actor=mandate.actor(), on=on, thing=decision, data=told)


def _scaled(spot: Spot, across: float, down: float) -> Spot:
    """A usual place on a sheet of another size."""
    size = max(SMALLEST_SIZE, round(spot.size * min(across, down), 1))
    moved = {"x": round(spot.x * across, 1), "y": round(spot.y * down, 1), "size": size}
    return Spot(**{**asdict(spot), **moved, "width": round(spot.width * min(across, down), 1)})


def _require_fit(facts: BlankFacts, unit: Unit) -> None:
    shelf = rulebook_of(unit, on=facts.starts).shelf
    if not award_form(shelf, facts.form).certificate:
        raise Refused(no("Hình thức này không có giấy để in.", rule="blank:form"))
    for side in (facts.width, facts.height):
        if not SMALLEST_MM <= side <= LARGEST_MM:
            sentence = f"Khổ phôi mỗi chiều từ {SMALLEST_MM} đến {LARGEST_MM} mm; A4 ngang là 297 × 210."
            raise Refused(no(sentence, rule="blank:size"))


def _require_inside(spots: Sequence[Spot], width: Decimal, height_mm: Decimal) -> None:
    """Refuse a field named twice, unknown, unreadable, or outside the sheet."""
    names = [spot.field for spot in spots]
    if len(set(names)) < len(names) or not set(names) <= FIELDS.keys():
        raise Refused(no("Mỗi ô chỉ đặt được một lần trên phôi.", rule="blank:twice"))
    if not names:
        raise Refused(no("Phôi phải có ít nhất một ô để in.", rule="blank:empty"))
    for spot in spots:
        _require_readable(spot)
        right, bottom = spot.x + spot.width, spot.y + height(spot)
        if min(spot.x, spot.y) < 0 or right > width or bottom > height_mm:
            edges = "; ".join(_mm(edge) for edge in (spot.x, spot.y))
            ends = "; ".join(_mm(edge) for edge in (right, bottom))
            sentence = (
                f"Ô “{FIELDS[spot.field]}” ra ngoài phôi {_mm(float(width))} × {_mm(float(height_mm))} mm: "
                f"từ {edges} đến {ends}. Hãy dời vào hoặc thu hẹp ô."
            )
            raise Refused(no(sentence, rule="blank:outside"))


def _mm(length: float) -> str:
    """A length as people write it: 80,8."""
    return f"{length:.1f}".removesuffix(".0").replace(".", ",")


def _require_readable(spot: Spot) -> None:
    name = FIELDS[spot.field]
    if not SMALLEST_SIZE <= spot.size <= LARGEST_SIZE:
        sentence = f"Cỡ chữ của ô “{name}” từ {SMALLEST_SIZE} đến {LARGEST_SIZE}."
        raise Refused(no(sentence, rule="blank:letters"))
    if not 1 <= spot.lines <= MOST_LINES or spot.width < SMALLEST_SIZE:
        raise Refused(no(f"Ô “{name}” có từ 1 đến {MOST_LINES} dòng, rộng từ 8 mm.", rule="blank:lines"))
    if not _COLOUR.fullmatch(spot.colour) or spot.align not in ("left", "center", "right"):
        raise Refused(no(f"Màu hoặc cách căn của ô “{name}” không đúng.", rule="blank:look"))
    if spot.font not in FAMILIES:
        raise Refused(no(f"Hãy chọn kiểu chữ của ô “{name}” trong danh sách.", rule="blank:font"))
