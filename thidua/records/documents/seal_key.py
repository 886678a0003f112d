"""The sheet by which two people compare a seal key (phiếu khóa niêm phong): printed, posted, kept."""

from __future__ import annotations

from dataclasses import replace

from thidua.paper.model import Document, SignatureBlock, Signatures, bullet, p
from thidua.records.letterheads import office_letterhead
from thidua.records.models import SealKey
from thidua.vietnamese.dates import vn_date


def key_sheet(key: SealKey, *, fingerprint: str, clerk: str) -> Document:
    """The sheet of one key (phiếu khóa): its fingerprint, since when it is used, what it is good for.

    Căn cứ: không (quy ước nội bộ); không thay chữ ký số theo Luật Giao dịch điện tử.
    """
    until = f" đến hết ngày {vn_date(key.ends)} ({key.ended_why})" if key.ends else ""
    return Document(
        kind="phieu_khoa",
        letterhead=replace(office_letterhead(key.unit), show_number=False, day=key.starts),
        type_name="PHIẾU KHÓA NIÊM PHONG",
        summary=f"Của {key.unit.name}",
        body=(
            p(f"Số hiệu khóa: {key.key_id}."),
            p(f"Dấu vân tay của khóa: {fingerprint}."),
            p(f"Dùng từ ngày {vn_date(key.starts)}{until}."),
            p("Khóa này niêm phong lời trên mã QR của giấy khen, bằng khen và gói hồ sơ gửi đi. "
              "Ai muốn chắc chắn thì so dấu vân tay ở đây với dấu vân tay trên trang kiểm tra:"),
            bullet("Giống từng nhóm bốn ký tự: lời niêm phong đúng là của cơ quan này;"),
            bullet("Khác một ký tự: không tin kết quả, hãy hỏi lại cơ quan."),
            p("Niêm phong không thay chữ ký số của cơ quan, tổ chức."),
        ),
        signature=Signatures((SignatureBlock(role="VĂN THƯ", name=clerk),)),
        end_mark=False,
    )  # fmt: skip
