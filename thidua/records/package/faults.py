"""Why a package is refused (lý do từ chối gói): one name and one sentence for each reason."""

from __future__ import annotations

from thidua.law.ruling import Refused, no

AGAIN = "Hãy đề nghị nơi gửi lập và gửi lại gói."
FAULTS = {
    "size": "Gói lớn hơn {most} MB; nơi gửi hãy chia danh sách làm nhiều tờ trình hoặc giảm dung lượng tệp.",
    "not_zip": f"Tệp này không phải gói hồ sơ, hoặc bị cắt cụt, hỏng khi chép. {AGAIN}",
    "count": "Gói có quá nhiều tệp (tối đa {most}); gói bất thường nên không mở.",
    "bomb": "Gói giải nén ra quá lớn so với cỡ tệp; gói bất thường nên không mở.",
    "path": "Tên “{name}” trong gói không hợp lệ (dẫn ra ngoài thư mục hoặc có chữ lạ); không mở gói này.",
    "twice": f"Trong gói có hai tệp cùng tên “{{name}}”; gói không đúng quy cách. {AGAIN}",
    "link": "“{name}” trong gói là liên kết hoặc tệp đặc biệt, không phải tệp thường; không mở gói này.",
    "locked": "Gói được đặt mật khẩu hoặc nén kiểu lạ; nơi gửi hãy tải lại gói và gửi đúng tệp đó.",
    "nested": "Trong gói có tệp nén hoặc loại tệp không nhận (“{name}”); chỉ nhận PDF, Word, Excel, ảnh.",
    "missing": f"Gói thiếu tệp “{{name}}”. {AGAIN}",
    "extra": f"Gói thừa tệp “{{name}}” không có trong bảng kê. {AGAIN}",
    "changed": f"Tệp “{{name}}” khác với dấu ghi trong bảng kê: đã bị sửa hoặc hỏng khi chép. {AGAIN}",
    "bag": f"Bảng kê, bìa của gói không đúng quy cách BagIt ({{name}}). {AGAIN}",
    "seal": "Niêm phong của gói không đúng: gói đã bị sửa sau khi niêm phong. Không nhận; báo nơi gửi.",
    "json": f"Phần dữ liệu goi.json không đọc được ({{why}}). {AGAIN}",
    "foreign": "Tệp này không phải gói hồ sơ thi đua, khen thưởng của phần mềm này.",
    "version": "Gói lập theo phiên bản {found}, máy này đọc được phiên bản {known}; hãy cập nhật phần mềm.",
    "schema": f"Dữ liệu trong gói không đúng lược đồ tại {{where}}: {{why}}. {AGAIN}",
    "text": f"Dữ liệu trong gói có chữ ẩn hoặc chữ sai bảng mã tại {{where}}. {AGAIN}",
    "reference": f"Dữ liệu trong gói nhắc tới “{{name}}” nhưng gói không có. {AGAIN}",
    "name": f"Mã gói trong dữ liệu khác mã trên bìa gói. {AGAIN}",
    "recipient": "Gói này gửi cho {name}, không phải cho {own}; hãy chuyển đúng nơi nhận.",
    "own": "Đây là gói do chính cơ quan này lập; hãy tải lên gói của nơi kia gửi đến.",
    "replay": "Gói này đã tiếp nhận ngày {day}; không nhận lần thứ hai.",
    "unknown_key": "Chưa khai đơn vị gửi ở mục Đơn vị trao đổi; khai và đối chiếu khóa rồi tiếp nhận.",
    "unconfirmed_key": "Khóa của đơn vị gửi chưa được đối chiếu qua điện thoại hoặc bản giấy; "
    "đối chiếu rồi tiếp nhận.",
    "changed_key": "Đơn vị gửi đã đổi khóa niêm phong; gọi hỏi lại, đối chiếu khóa mới rồi tiếp nhận.",
    "answers": "Gói này trả lời một gói mà cơ quan chưa gửi, hoặc gói ấy đã khác; không nhận.",
    "late": "Gói này trả lời lần gửi trước của hồ sơ {name}; hồ sơ đã gửi lại sau đó nên không nhận.",
    "theirs": "Gói nhắc tới hồ sơ, đơn vị hoặc người không thuộc phạm vi của nơi gửi (“{name}”); không nhận.",
    "order": "Gói không hợp với bước hiện tại: {why}",
    "kind": "Loại gói này do cấp kia gửi theo chiều ngược lại; không nhận.",
}


def _seen(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def unfit(fault: str, **said: object) -> Refused:
    """The refusal for a reason (từ chối gói), its sentence filled in; raise what it returns.

    A letter of the package that cannot be seen, or turns the sentence round, stands as a question mark.
    """
    shown = {name: _seen(str(value)[:120]) for name, value in said.items()}
    return Refused(no(FAULTS[fault].format(**shown), rule=f"package:{fault}"))
