"""Letterhead and title (phần đầu văn bản).

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1 đến II.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thidua.paper.lint.finding import Finding
from thidua.paper.lint.look import look_findings
from thidua.paper.lint.parts import NUMBER, PLACE_DATE, Parts
from thidua.paper.lint.rules import ADDRESSED, SYMBOLS, number_findings, symbol_findings
from thidua.paper.lint.seen import File, Seen

_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_TOP = ("Trang 1", "Quốc hiệu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def head_findings(file: File, parts: Parts) -> Iterator[Finding]:
    """The faults of the letterhead and of the title, from top to bottom."""
    yield from _nation(file, parts)
    yield from _issuer(file, parts)
    yield from _number(parts)
    yield from _place_date(parts)
    yield from _title(file, parts)


def _nation(file: File, parts: Parts) -> Iterator[Finding]:
    hymn, motto = parts.quoc_hieu, parts.tieu_ngu
    if hymn is None:
        yield Finding("quoc-hieu", "đầu văn bản", "Thiếu Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.")
    else:
        yield from look_findings("quoc_hieu", [hymn])
        yield from _on_the_right("quoc-hieu", "Quốc hiệu", hymn)
    if motto is None:
        yield Finding("tieu-ngu", "đầu văn bản", f"Thiếu Tiêu ngữ “{_MOTTO}” dưới Quốc hiệu.")
        return
    yield from look_findings("tieu_ngu", [motto])
    if motto.text != _MOTTO:
        message = f"Tiêu ngữ viết đúng là “{_MOTTO}”: gạch nối có cách chữ, chữ đầu mỗi cụm viết hoa."
        yield Finding("tieu-ngu", motto.where, message)
    yield from _on_the_right("tieu-ngu", "Tiêu ngữ", motto)
    yield from _line_under(file, [motto], "Tiêu ngữ", least=0.9, most=1.1)


def _on_the_right(rule: str, name: str, line: Seen) -> Iterator[Finding]:
    if line.side == "left" or (line.box is not None and line.middle < 110):
        yield Finding(rule, line.where, f"{name} đặt ở nửa phải đầu trang thứ nhất.")


def _line_under(
    file: File, lines: Sequence[Seen], name: str, *, least: float, most: float
) -> Iterator[Finding]:
    """The drawn line below a text: there, and as long as asked beside the longest line of that text. A Word
    file tells only that some line is drawn.
    """
    line = lines[-1]
    right = "dài bằng dòng chữ" if most > 1 else "dài từ 1/3 đến 1/2 dòng chữ"
    if line.box is None:
        if not any(one.ruled for one in file.lines[: _position(file, line) + 12]):
            yield Finding("line-under", line.where, f"Dưới {name} phải có đường kẻ liền nét, {right}.")
        return
    left, _, end, bottom = line.box
    under = [
        stroke
        for stroke in file.strokes
        if stroke.page == line.page
        and -1.5 < stroke.y - bottom < 5
        and left - 3 < (stroke.left + stroke.right) / 2 < end + 3
    ]
    if not under:
        yield Finding("line-under", line.where, f"Dưới {name} phải có đường kẻ liền nét, {right}.")
        return
    length = under[0].right - under[0].left
    shares = [length / (one.box[2] - one.box[0]) for one in lines if one.box]
    if not any(least - 0.05 <= share <= most + 0.05 for share in shares):
        message = f"Đường kẻ dưới {name} phải {right} (đang dài {length:.0f} mm)."
        yield Finding("line-under", line.where, message)


def _position(file: File, line: Seen) -> int:
    return next((at for at, one in enumerate(file.lines) if one.where == line.where), 0)


def _issuer(file: File, parts: Parts) -> Iterator[Finding]:
    if not parts.issuer:
        yield Finding("issuer", "đầu văn bản", "Thiếu tên cơ quan, tổ chức ban hành ở góc trên bên trái.")
        return
    names = list(parts.issuer)
    above = [line for line in names[:-1] if not line.is_bold]
    yield from look_findings("parent", above)
    yield from look_findings("issuer", [line for line in names if line not in above])
    if file.kind == "pdf":
        yield from _line_under(file, names, "tên cơ quan ban hành", least=0.3, most=0.53)


def _number(parts: Parts) -> Iterator[Finding]:
    line = parts.number
    if line is None:
        if parts.kind in SYMBOLS or parts.kind == "cong_van":
            yield Finding(
                "number-missing", "đầu văn bản", "Thiếu số, ký hiệu “Số: …/…” dưới tên cơ quan ban hành."
            )
        return
    yield from look_findings("number", [line])
    found = NUMBER.match(line.text)
    number, symbol = (found[1].strip(" .…_"), found[2].strip()) if found else ("", "")
    yield from number_findings(number)
    issuer = parts.issuer[-1].text if parts.issuer else ""
    yield from symbol_findings(re.sub(r"^\d{4}/", "", symbol), kind=parts.kind, issuer=issuer)
    if not re.match(r"Số: ", line.text) or (number and re.search(r"\s/|/\s", line.text)):
        right = f"Số: {number or '…'}/{symbol}"
        yield Finding(
            "number-form", line.where, f"Viết “{right}”: sau “Số” có dấu hai chấm, không cách quanh “/”."
        )


def _place_date(parts: Parts) -> Iterator[Finding]:
    line = parts.place_date
    if line is None:
        if (parts.kind in SYMBOLS and parts.kind != "bien_ban") or parts.kind == "cong_van":
            yield Finding(
                "place-missing", "đầu văn bản", "Thiếu địa danh và thời gian “…, ngày … tháng … năm …”."
            )
        return
    if parts.kind == "bien_ban" and line.side != "right":
        return
    yield from look_findings("place_date", [line])
    found = PLACE_DATE.match(line.text)
    if found and not found[2]:
        yield Finding("place-missing", line.where, "Sau địa danh có dấu phẩy: “…, ngày … tháng … năm …”.")
    if found and not all(re.search(r"\d", part) for part in found.groups()[2:]):
        yield Finding("date-blank", line.where, "Văn bản chưa có ngày ban hành.")
    number = parts.number
    if number and number.box and line.box and abs(number.box[1] - line.box[1]) > 2:
        yield Finding("place-missing", line.where, "Địa danh, thời gian nằm cùng một dòng với số, ký hiệu.")


def _title(file: File, parts: Parts) -> Iterator[Finding]:
    if parts.kind == "cong_van":
        yield from look_findings("letter_subject", parts.letter_subject)
    elif parts.type_name is None:
        if parts.number is not None and not parts.letter_subject:
            yield from _untitled(file, parts.number)
    else:
        yield from look_findings("type_name", [parts.type_name])
        yield from look_findings("summary", parts.summary)
        if not parts.summary:
            message = "Dưới tên loại phải có trích yếu nội dung, in đậm, canh giữa."
            yield Finding("summary-missing", parts.type_name.where, message)
        elif file.kind == "pdf":
            yield from _line_under(file, parts.summary, "trích yếu", least=0.3, most=0.53)
    if parts.kind in ADDRESSED and not parts.addressed:
        yield Finding("addressee-missing", "đầu văn bản", "Công văn, tờ trình phải có “Kính gửi”.")


def _untitled(file: File, number: Seen) -> Iterator[Finding]:
    """A sheet with a number that is no letter has some title in bold capitals, whatever its type."""
    after = file.lines[_position(file, number) + 1 :][:12]
    titles = (line for line in after if line.is_upper and line.is_bold and line.side != "left")
    if not any(re.match(r"[IVX\d]+\.", line.text) is None for line in titles):
        message = "Không thấy tên loại văn bản (in hoa, đậm, canh giữa) hoặc trích yếu công văn “V/v …”."
        yield Finding("title-missing", number.where, message)
