"""The register as a book and as a spreadsheet (sổ cấp giấy khen), and what is signed around certificates:
minutes of destroyed blanks, the request for another sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua.awards.documents.certificate import handed_words
from thidua.awards.models import BlankDestruction, Certificate
from thidua.awards.queries.register import Entry
from thidua.org.models import Mandate, Unit
from thidua.paper.model import Block, Column, Document, SignatureBlock, Signatures, Table, bullet, p
from thidua.paper.sheet import Field, Sheet, write_xlsx
from thidua.records.letterheads import office_letterhead
from thidua.vietnamese.dates import long_date, vn_date

BOOK = (
    Column("TT", 10, "center"),
    Column("Họ và tên, tập thể, hộ", 52),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 50),
    Column("Số, ngày quyết định", 44),
    Column("Số sổ vàng", 18, "center"),
    Column("Mã tra cứu", 32),
    Column("Trao; ghi chú", 46),
)
SPOILED = (
    Column("TT", 10, "center"),
    Column("Ngày hỏng", 25, "center"),
    Column("Số tờ", 18, "right"),
    Column("Số sê-ri", 32),
    Column("Vì sao hỏng", 80),
)
SIGNS_HERE = "(Ký, ghi rõ họ tên)"


def remark(entry: Entry) -> str:
    """What the last column of the register says (ghi chú): the handing over, and what happened since."""
    return "; ".join(part for part in (handed_words(entry.certificate), entry.life.says) if part)


def register_paper(found: Sequence[Entry], *, unit: Unit, title: str) -> Document:
    """The register as a book to print and file (in sổ cấp giấy khen); `title` says year and form.

    Căn cứ: không (quy ước nội bộ).
    """
    rows = tuple(
        (
            str(place), one.certificate.recipient, one.address, one.number,
            one.certificate.gold_number, one.certificate.code, remark(one),
        )
        for place, one in enumerate(found, start=1)
    )  # fmt: skip
    return Document(
        kind="so_cap_giay_khen",
        letterhead=replace(office_letterhead(unit), show_number=False, show_place_date=False),
        type_name="SỔ CẤP GIẤY KHEN, BẰNG KHEN",
        summary=title,
        body=(Table(BOOK, rows), p(f"Sổ có {len(found)} giấy.")),
        landscape=True,
        end_mark=False,
    )


def register_book(found: Sequence[Entry]) -> bytes:
    """The same as a spreadsheet (sổ cấp giấy khen Excel)."""
    columns = (
        Field("TT", 6, "number"), Field("Họ và tên, tập thể, hộ", 40), Field("Địa chỉ", 40),
        Field("Giấy", 14), Field("Số, ngày quyết định", 38), Field("Số sổ vàng", 12),
        Field("Mã tra cứu", 18), Field("Ngày lập", 12, "date"), Field("Ngày trao", 12, "date"),
        Field("Người nhận", 30), Field("Nhận thay", 24), Field("Ghi chú", 50),
    )  # fmt: skip
    rows = tuple(
        (
            place, one.certificate.recipient, one.address, one.certificate.content["title"].capitalize(),
            one.number, one.certificate.gold_number, one.certificate.code, one.certificate.made_on,
            one.certificate.handed_on, one.certificate.handed_to, one.certificate.handed_as, one.life.says,
        )
        for place, one in enumerate(found, start=1)
    )  # fmt: skip
    return write_xlsx([Sheet("Sổ cấp giấy khen", columns, rows)])


def destruction_paper(done: BlankDestruction) -> Document:
    """The minutes of destroyed blanks (biên bản hủy phôi): which sheets, why, before whom.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.10 (biên bản).
    """
    entries, present = list(done.entries.all()), done.present.splitlines()
    total = sum(one.sheets for one in entries)
    rows = tuple(
        (str(place), vn_date(one.day), str(one.sheets), one.serials or "–", one.why)
        for place, one in enumerate(entries, start=1)
    )
    how = f" bằng cách {done.means.rstrip('. ')}" if done.means else ""
    return Document(
        kind="bien_ban",
        letterhead=replace(office_letterhead(done.blank.unit), day=done.day),
        type_name="BIÊN BẢN",
        summary=f"Hủy phôi hỏng “{done.blank.name}”",
        body=(
            p(f"Hôm nay, {long_date(done.day)}, tại {done.blank.unit.name}, chúng tôi gồm:"),
            *(bullet(f"{line};") for line in present),
            p(f"Chúng tôi đã kiểm đếm và hủy{how} số phôi hỏng sau:"),
            Table(SPOILED, rows, total_row=("", "Cộng", str(total), "", "")),
            p("Biên bản được đọc lại cho những người tham gia cùng nghe, thống nhất và ký tên."),
        ),
        signature=Signatures(tuple(_witness(line) for line in present[:3])),
        recipients=("Lưu: VT, HĐTĐKT",),
    )


def _witness(line: str) -> SignatureBlock:
    name, _, post = line.partition(",")
    return SignatureBlock(role=post.strip().upper() or "NGƯỜI THAM GIA", name=name.strip())


def reissue_request(certificate: Certificate, *, mandate: Mandate) -> Document:
    """The request for another sheet, filled in for the awarded to sign (đơn đề nghị cấp đổi, cấp lại).

    Căn cứ: không (quy ước nội bộ); chưa thấy mẫu đơn áp dụng cho cấp xã.
    """
    said = certificate.content
    return Document(
        kind="don",
        letterhead=replace(office_letterhead(mandate.unit), show_number=False, show_place_date=False),
        type_name="ĐƠN ĐỀ NGHỊ",
        summary=f"Cấp đổi, cấp lại {said['title'].lower()}",
        body=(
            p(f"Kính gửi: Chủ tịch {certificate.item.decision.unit.name}."),
            *_request(certificate),
            p("Lý do (đánh dấu × vào một dòng):"),
            bullet("[   ] bị mất;"), bullet("[   ] bị hư hỏng (nộp lại giấy cũ);"),
            bullet("[   ] in sai so với quyết định (nộp lại giấy cũ);"),
            bullet("[   ] tên đã được đính chính bằng văn bản (nộp lại giấy cũ)."),
            p("Tôi cam đoan lời khai trên là đúng."),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="NGƯỜI NHẬN ĐƠN", note=SIGNS_HERE),
                SignatureBlock(role="NGƯỜI ĐỀ NGHỊ", note=SIGNS_HERE),
            )
        ),
        end_mark=False,
    )  # fmt: skip


def _request(certificate: Certificate) -> tuple[Block, ...]:
    said = certificate.content
    return (
        bullet(f"Người, tập thể, hộ được khen: {certificate.recipient};"),
        bullet(f"Chức vụ, đơn vị hoặc địa chỉ: {said['address'] or '…'};"),
        bullet(f"Đã được tặng {said['title'].lower()} theo {said['decision_line']};"),
        bullet(f"Số sổ vàng {certificate.gold_number}, mã tra cứu {certificate.code}."),
    )
