"""Paper, margins, font and page numbers (khổ giấy, lề, phông chữ, số trang).

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from thidua.paper.lint.finding import Finding
from thidua.paper.lint.parts import Parts
from thidua.paper.lint.seen import File, Folio, Seen, Sheet

# Fonts with the widths and shapes of Times New Roman stand in for it where it is not installed.
_TIMES = re.compile(r"times|tinos|liberation ?serif|nimbus ?rom|^symbol$|wingdings", re.IGNORECASE)
_OLD = re.compile(r"^\.?vn|^vni|^\.vn", re.IGNORECASE)
_MARGINS = (
    ("top", "trên", 20, 25),
    ("bottom", "dưới", 20, 25),
    ("left", "trái", 30, 35),
    ("right", "phải", 15, 20),
)
_SLACK = 0.8
_FEW = 0.005


def page_findings(file: File, parts: Parts) -> Iterator[Finding]:
    """The faults of the whole sheet, from its size to the numbers of its pages."""
    yield from _sizes(file.sheets)
    yield from _set_margins(file) if file.kind == "docx" else _measured_margins(file)
    yield from _fonts(file.lines)
    yield from _folios(file, parts)


def _sizes(sheets: tuple[Sheet, ...]) -> Iterator[Finding]:
    for sheet in sheets:
        short, long = sorted((sheet.width, sheet.height))
        if sheet.width and (abs(short - 210) > 2 or abs(long - 297) > 2):
            found = f"{sheet.width:.0f} × {sheet.height:.0f} mm"
            yield Finding("paper-size", sheet.where, f"Khổ giấy phải là A4 (210 × 297 mm), đang là {found}.")
            return


def _set_margins(file: File) -> Iterator[Finding]:
    told: set[str] = set()
    for sheet in file.sheets:
        for side, name, least, most in _MARGINS:
            found = getattr(sheet, side)
            if found is not None and not least - _SLACK <= found <= most + _SLACK and side not in told:
                told.add(side)
                yield _margin(sheet, name, f"{least}-{most} mm, đang là {found:.0f} mm")


def _measured_margins(file: File) -> Iterator[Finding]:
    """Letters outside the least margin, on the first page that has some; and a first page set too far in."""
    for side, name, least, _ in _MARGINS:
        sheet = next((one for one in file.sheets if (getattr(one, side) or least) < least - 1.6), None)
        if sheet:
            found = getattr(sheet, side)
            yield _margin(sheet, name, f"ít nhất {least} mm, đang là {found:.0f} mm")
    upright = [sheet.left for sheet in file.sheets if sheet.left is not None and sheet.width < sheet.height]
    if upright and min(upright) > 37:
        yield _margin(file.sheets[0], "trái", f"30-35 mm, đang là {min(upright):.0f} mm")


def _margin(sheet: Sheet, name: str, right: str) -> Finding:
    return Finding("margin", sheet.where, f"Lề {name} phải là {right}.")


def _fonts(lines: tuple[Seen, ...]) -> Iterator[Finding]:
    letters = Counter[str]()
    first: dict[str, Seen] = {}
    for line in lines:
        for font in line.fonts:
            letters[font] += len(line.text)
            first.setdefault(font, line)
        if line.colour:
            first.setdefault("#", line)
    whole = sum(letters.values()) or 1
    for font, count in letters.most_common():
        if not _TIMES.search(font) and count / whole > _FEW:
            old = "; đây là phông bảng mã cũ, phải chuyển sang Unicode" if _OLD.match(font) else ""
            message = f"Phông chữ phải là Times New Roman, đang có “{font}”{old}."
            yield Finding("font", first[font].where, message)
    red = first.get("#")
    if red and not red.text.startswith(("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "MẬT", "TỐI MẬT", "TUYỆT MẬT")):
        yield Finding("font-colour", red.where, f"Chữ phải màu đen: “{red.text[:40]}”.")


def _folios(file: File, parts: Parts) -> Iterator[Finding]:
    later = [folio for folio in file.folios if folio.page > 1]
    attached = {line.page for one in parts.appendices for line in (one.label, *one.title) if line}
    several = bool(set(range(2, file.pages + 1)) - attached) or (file.kind == "docx" and file.long)
    if several and not later:
        yield Finding(
            "page-number-missing",
            "trang 2",
            "Từ trang thứ hai phải có số trang ở giữa lề trên, chữ số Ả Rập.",
        )
    if any(folio.page == 1 for folio in file.folios):
        yield Finding("page-number-first", "trang 1", "Trang thứ nhất không hiển thị số trang.")
    yield from _folio(later[0]) if later else ()


def _folio(folio: Folio) -> Iterator[Finding]:
    where = f"trang {folio.page}"
    if folio.edge != "top" or not folio.centred:
        yield Finding("page-number-place", where, "Số trang đặt canh giữa trong phần lề trên của trang.")
    if not 12.7 <= folio.size <= 14.3:
        yield Finding("page-number-size", where, f"Số trang cỡ chữ 13-14, đang là {folio.size:g}.")
