"""What a part should look like (cỡ chữ, kiểu chữ), and the sentence when it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thidua.paper.lint.finding import Finding
from thidua.paper.lint.seen import Seen

_SLACK = 0.3


@dataclass(frozen=True)
class Asked:
    """The look of one part by the decree's table (mục V): None where it asks nothing."""

    name: str
    least: float
    most: float
    bold: bool | None = None
    italic: bool | None = None
    upper: bool | None = None
    centred: bool | None = None


ASKED = {
    "quoc_hieu": Asked("Quốc hiệu", 12, 13, bold=True, italic=False, upper=True),
    "tieu_ngu": Asked("Tiêu ngữ", 13, 14, bold=True, italic=False, upper=False),
    "parent": Asked("Tên cơ quan chủ quản", 12, 13, bold=False, italic=False, upper=True),
    "issuer": Asked("Tên cơ quan ban hành", 12, 13, bold=True, italic=False, upper=True),
    "number": Asked("Số, ký hiệu", 13, 13, bold=False, italic=False),
    "place_date": Asked("Địa danh, thời gian", 13, 14, bold=False, italic=True),
    "letter_subject": Asked("Trích yếu công văn", 12, 13, bold=False, italic=False),
    "type_name": Asked("Tên loại văn bản", 13, 14, bold=True, italic=False, upper=True, centred=True),
    "summary": Asked("Trích yếu", 13, 14, bold=True, italic=False, centred=True),
    "ground": Asked("Căn cứ", 13, 14, bold=False, italic=True),
    "post": Asked("Quyền hạn, chức vụ người ký", 13, 14, bold=True, italic=False, upper=True),
    "name": Asked("Họ tên người ký", 13, 14, bold=True, italic=False, upper=False),
    "recipients_head": Asked("“Nơi nhận”", 12, 12, bold=True, italic=True),
    "recipient": Asked("Danh sách nơi nhận", 11, 11, bold=False, italic=False),
    "appendix_label": Asked("“Phụ lục” và số", 14, 14, bold=True, italic=False, upper=False),
    "appendix_title": Asked("Tiêu đề phụ lục", 13, 14, bold=True, italic=False, upper=True),
    "appendix_reference": Asked("Dẫn chiếu phụ lục", 13, 14, bold=False, italic=True),
}


def look_findings(part: str, lines: Iterable[Seen]) -> Iterator[Finding]:
    """What the lines of one part lack (sai kiểu chữ): at most one finding a part, at its first fault."""
    asked = ASKED[part]
    for line in lines:
        wrong = [fault for fault in _faults(asked, line) if fault]
        if wrong:
            yield Finding("look", line.where, f"{asked.name} “{line.text[:40]}” phải {', '.join(wrong)}.")
            return


def _faults(asked: Asked, line: Seen) -> Iterator[str]:
    if line.size and not asked.least - _SLACK <= line.size <= asked.most + _SLACK:
        right = f"{asked.least:g}" if asked.least == asked.most else f"{asked.least:g}-{asked.most:g}"
        yield f"cỡ chữ {right} (đang là {line.size:g})"
    if asked.bold is not None and line.size:
        yield _switch(line.bold, asked.bold, "in đậm", "không in đậm")
    if asked.italic is not None and line.size:
        yield _switch(line.italic, asked.italic, "in nghiêng", "kiểu chữ đứng")
    if asked.upper is not None and line.is_upper != asked.upper:
        yield "in hoa" if asked.upper else "in thường"
    if asked.centred and line.align is not None and line.align != "center":
        yield "đặt canh giữa"


def _switch(share: float, asked: bool, on: str, off: str) -> str:
    if asked:
        return on if share < 0.8 else ""
    return off if share > 0.2 else ""
