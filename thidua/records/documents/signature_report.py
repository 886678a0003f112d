"""The report on the signatures of a file (báo cáo kiểm tra chữ ký số): in words, on the page and on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from thidua.org.models import Unit
from thidua.paper import sign
from thidua.paper.model import Column, Document, Table, heading, p
from thidua.paper.sign import HEAD, ORGANISATION
from thidua.records.letterheads import office_letterhead, unit_letterhead
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money

ROLES = {HEAD: "Chữ ký của người có thẩm quyền", ORGANISATION: "Chữ ký của cơ quan, tổ chức"}
ROLES |= {"ChuKyBanSao": "Chữ ký của cơ quan sao", "ChuKyPhuLuc": "Chữ ký của cơ quan ở phụ lục"}
CHANGED = {
    "nothing": "không có gì được thêm sau chữ ký này",
    "archive": "chỉ thêm dữ liệu lưu trữ lâu dài",
    "form": "chỉ thêm phần được phép: {fields}",
    "other": "CÓ THAY ĐỔI không được phép sau khi ký",
}
RESTS = {
    "trusted": "dẫn về chứng thư gốc cơ quan tin cậy",
    "no_roots": "chưa có chứng thư gốc để kiểm tra",
    "unknown": "không dẫn về chứng thư gốc nào cơ quan tin cậy",
    "outside": "chứng thư chưa có hoặc đã hết hiệu lực vào thời điểm ký",
    "revoked": "chứng thư đã bị thu hồi vào thời điểm ký",
    "unfit": "chứng thư không được cấp để ký số",
}
REVOCATION = {
    "good": "chứng thư chưa bị thu hồi theo thông tin kèm theo",
    "revoked": "chứng thư ĐÃ BỊ THU HỒI",
    "unknown": "không có thông tin thu hồi tại thời điểm ký",
}
FIELDS = {"So": "số", "Ngay": "ngày", "Thang": "tháng", "Nam": "năm", HEAD: "chữ ký", ORGANISATION: "chữ ký"}


def told(check: sign.FileCheck) -> dict[str, Any]:
    """What was found, in words (kết quả bằng lời), as it is stored and shown."""
    return {
        "says": _says(check),
        "kind": _kind(check),
        "sha256": check.sha256,
        "size": check.size,
        "has_archive": check.has_archive,
        "signatures": [_told(one, number) for number, one in enumerate(check.signatures, start=1)],
    }


def _is_whole(one: sign.SignatureCheck) -> bool:
    return one.intact and one.changed != "other"


def _kind(check: sign.FileCheck) -> str:
    if check.trouble or not all(_is_whole(one) for one in check.signatures):
        return "error"
    if not check.signatures:
        return "info"
    return "ok" if all(one.rests == "trusted" for one in check.signatures) else "warn"


def _says(check: sign.FileCheck) -> str:
    """The sentence on top: never "valid" where no root was there to rest on."""
    if check.trouble:
        return check.trouble
    if not check.signatures:
        return "Tệp không có chữ ký số nào."
    broken = sum(not _is_whole(one) for one in check.signatures)
    if broken:
        return (
            f"{broken} trong {len(check.signatures)} chữ ký không còn nguyên vẹn: tệp đã bị sửa sau khi ký."
        )
    rest = {one.rests for one in check.signatures}
    begins = f"Cả {len(check.signatures)} chữ ký còn nguyên vẹn"
    if rest == {"trusted"}:
        return f"{begins} và dẫn về chứng thư gốc cơ quan tin cậy."
    if "no_roots" in rest:
        return f"{begins}; chưa có chứng thư gốc để kiểm tra người ký là ai."
    return f"{begins}; có chứng thư chưa tin cậy được, xem từng chữ ký."


def _told(one: sign.SignatureCheck, number: int) -> dict[str, Any]:
    role = "Dấu thời gian của tệp" if one.is_timestamp else ROLES.get(one.field, "Chữ ký")
    good = _is_whole(one)
    return {
        "title": f"{number}. {role}: {one.certificate.holder}",
        "kind": "error" if not good else "ok" if one.rests == "trusted" else "warn",
        "facts": [
            ["Người ký", one.certificate.holder],
            ["Cơ quan trên chứng thư", one.certificate.organisation or "không ghi"],
            ["Nơi cấp chứng thư", one.certificate.issuer],
            ["Số hiệu chứng thư", one.certificate.serial],
            ["Hiệu lực chứng thư", f"{_moment(one.certificate.starts)} đến {_moment(one.certificate.ends)}"],
            ["Thời điểm ký", _moment(one.moment) if one.moment else "không ghi"],
            ["Nguồn thời gian", one.authority or "đồng hồ máy người ký, chưa có dấu thời gian"],
            ["Nội dung đã ký", "còn nguyên vẹn" if one.intact else "ĐÃ BỊ SỬA"],
            ["Phạm vi", "toàn bộ tệp" if one.whole_file else "tệp tại thời điểm ký"],
            ["Sau khi ký", _changed(one)],
            ["Đường dẫn tin cậy", f"{RESTS[one.rests]}{_path(one)}"],
            ["Thu hồi", REVOCATION[one.revocation]],
        ],
    }  # fmt: skip


def _changed(one: sign.SignatureCheck) -> str:
    named = dict.fromkeys(FIELDS.get(name, "chữ ký") for name in one.fields)
    return CHANGED[one.changed].format(fields=", ".join(named) or "chữ ký")


def _path(one: sign.SignatureCheck) -> str:
    return f" ({' → '.join(one.path)})" if one.path else ""


def _moment(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{local:%H:%M:%S} ngày {vn_date(local.date())}"


def report_paper(report: dict[str, Any], *, name: str, unit: Unit, on: date) -> Document:
    """The report to print (báo cáo kiểm tra chữ ký số), in no book of numbers."""
    head = office_letterhead(unit) if unit.is_government else unit_letterhead(unit)
    columns = (Column("Nội dung", 45), Column("Kết quả", 120))
    parts: list[Any] = [
        p(f"Tệp: {name} ({money(report['size'])} byte)."),
        p("Mã SHA-256 của tệp:"),
        p(report["sha256"], style="center"),
        p(f"Kết luận: {report['says']}"),
    ]
    for one in report["signatures"]:
        parts += [heading(one["title"], level=2), Table(columns, tuple(map(tuple, one["facts"])))]
    return Document(
        kind="bao_cao",
        letterhead=replace(head, day=on, show_number=False),
        type_name="BÁO CÁO",
        summary="Kiểm tra chữ ký số",
        body=tuple(parts),
        end_mark=False,
    )
