"""An empty installation becomes an office that can work, by its own pages (thiết lập cơ quan)."""

from pathlib import Path

import pytest

from tests.e2e.papers import pdf_words

pytestmark = pytest.mark.e2e

OWN = "Mat-Khau-Rieng-11"
UNITS = """Tên\tCấp\tTên gọn\tKhối
Ủy ban Mặt trận Tổ quốc Việt Nam xã Pác Sào\t\tMTTQ xã\tMặt trận
Trường Tiểu học Pác Sào\t\tTrường TH\tSự nghiệp
Thôn Nà Rào\tthôn\t\tThôn
Thôn Khuổi Mạ\tthôn\t\tThôn"""
PASTE = "Dán từ Excel hoặc gõ, mỗi dòng một mục"
PEOPLE = """Họ và tên\tĐơn vị\tÔng/Bà\tNăm sinh\tChức vụ
Vi Thế Hưng\t\tÔng\t1974\tChủ tịch UBND xã
Lò Thị Dịu\t\tBà\t1985\tCông chức phụ trách thi đua
Sái Văn Lượng\t\tÔng\t1990\tVăn thư
Phan Thị Nhàn\t\tBà\t1988\tThư ký Hội đồng
Lục Văn Tỉnh\tThôn Nà Rào\tÔng\t1969\tTrưởng thôn"""
OFFICES = (
    ("Vi Thế Hưng", "Chủ tịch", "Chủ tịch UBND xã", ""),
    ("Lò Thị Dịu", "Thường trực", "Công chức phụ trách thi đua", ""),
    ("Sái Văn Lượng", "Văn thư", "Văn thư", ""),
    ("Phan Thị Nhàn", "Kế toán", "Công chức tài chính - kế toán", ""),
    ("Phan Thị Nhàn", "Thư ký", "Thư ký Hội đồng", ""),
    ("Phan Thị Nhàn", "Công chức văn hóa", "Công chức văn hóa - xã hội", ""),
    ("Lục Văn Tỉnh", "Trưởng thôn", "Trưởng thôn", "Thôn Nà Rào"),
)

SEATS = {
    "Vi Thế Hưng": "Chủ tịch",
    "Lò Thị Dịu": "Ủy viên thường trực",
    "Phan Thị Nhàn": "Ủy viên, thư ký",
    "Lục Văn Tỉnh": "Ủy viên",
}


def test_an_empty_installation_becomes_an_office_that_can_work(somebody, shot, tmp_path) -> None:
    admin, standing, clerk = somebody(), somebody(), somebody()
    _first_run(admin, shot)
    _units_and_people_by_paste(admin, shot)
    for name, role, title, unit in OFFICES:
        _appoint(admin, name, role=role, title=title, unit=unit)
    passwords = _accounts_with_slips(admin, shot, tmp_path)
    _first_log_in(standing, "diult", passwords)
    _council(standing)
    _local_rules(standing, shot)
    _first_log_in(clerk, "luongsv", passwords)
    _books(clerk)
    left = admin.go("/co-quan/").says()
    assert "Đã xong 5 trên 6 phần" in left
    assert "Chưa có thủ trưởng: MTTQ xã, Thôn Khuổi Mạ, Trường TH." in left


def _first_run(admin, shot) -> None:
    """Every address leads to the one page; what was typed is still there when one field is wrong."""
    admin.go("/")
    assert admin.path == "/bat-dau/"
    admin.fill_all(
        {
            "Tên cơ quan": "Ủy ban nhân dân xã Pác Sào",
            "Cơ quan cấp tỉnh ở trên": "Ủy ban nhân dân tỉnh Lạng Bình",
            "Họ và tên người quản trị": "Mạc Văn Thìn",
            "Tên đăng nhập": "mac.thin",
            "Mật khẩu": OWN,
            "Gõ lại mật khẩu": "khong-giong",
        }
    )
    shot(admin, "lan-dau")
    admin.press("Lập cơ quan và người quản trị")
    assert admin.field("Tên cơ quan").input_value() == "Ủy ban nhân dân xã Pác Sào"
    admin.fill_all({"Mật khẩu": OWN, "Gõ lại mật khẩu": OWN}).press("Lập cơ quan và người quản trị")
    assert admin.told() == "Đã thiết lập. Hãy đăng nhập bằng tài khoản quản trị vừa tạo."
    admin.log_in("mac.thin", OWN).go("/co-quan/")


def _units_and_people_by_paste(admin, shot) -> None:
    """A row that is wrong stops the whole sheet; the right sheet is taken in whole."""
    admin.follow("Nhập đơn vị từ Excel").fill(PASTE, UNITS.replace("Thôn Khuổi Mạ", "Thôn Nà Rào"))
    assert "Trùng với dòng 4." in admin.press("Xem trước").says()
    admin.follow("Nhập lại bảng khác").fill(PASTE, UNITS).press("Xem trước")
    assert "Cả 4 dòng đều đúng." in admin.says()
    shot(admin, "nhap-don-vi")
    assert admin.press("Ghi tất cả các dòng").told() == "Đã nhập 4 đơn vị."
    admin.go("/co-quan/nhap/nguoi/").fill(PASTE, PEOPLE).press("Xem trước")
    assert admin.press("Ghi tất cả các dòng").told() == "Đã nhập 5 người."


def _appoint(admin, name: str, *, role: str, title: str, unit: str) -> None:
    admin.go("/co-quan/nguoi/").follow(name).follow("Giao chức vụ")
    admin.choose("Vai trò trong phần mềm", role).fill("Chức vụ như ghi trên văn bản", title)
    if unit:
        admin.choose("Tại", unit)
    admin.press("Giao chức vụ")


def _accounts_with_slips(admin, shot, tmp_path: Path) -> dict[str, str]:
    """All accounts at once; each first password stands on a printed slip."""
    admin.go("/co-quan/tai-khoan/").press("Cấp cho tất cả và in phiếu")
    rows = admin.main.locator("tbody tr").all()
    passwords = {row.locator("td").nth(2).inner_text(): row.locator("code").inner_text() for row in rows}
    shot(admin, "phieu-mat-khau")
    slips = admin.download(admin.main.get_by_role("link", name="Tải phiếu để in (PDF)"), tmp_path)
    words = pdf_words(slips.read_bytes())
    assert [word for pair in passwords.items() for word in pair if word not in words] == []
    admin.press("Đã giao, xóa khỏi màn hình")
    assert "Không có phiếu nào chờ giao" in admin.go("/co-quan/tai-khoan/phieu/").says()
    return passwords


def _first_log_in(person, username: str, passwords: dict[str, str]) -> None:
    """The password of the slip opens nothing but the page that asks for an own one."""
    person.go("/dang-nhap/")
    person.log_in(username, passwords[username])
    assert person.go("/viec-cua-toi/").path == "/doi-mat-khau/"
    person.fill_all({"Mật khẩu đang dùng": passwords[username], "Mật khẩu mới": OWN})
    person.fill("Gõ lại mật khẩu mới", OWN).press("Đổi mật khẩu")
    assert person.go("/viec-cua-toi/").path == "/viec-cua-toi/"


def _council(standing) -> None:
    standing.go("/co-quan/hoi-dong/").follow("Ghi quyết định thành lập")
    decision = "Quyết định số 11/QĐ-UBND ngày 12/01/2026 của Chủ tịch UBND xã Pác Sào"
    standing.fill("Tên Hội đồng", "Hội đồng Thi đua - Khen thưởng xã Pác Sào")
    standing.fill("Quyết định thành lập", decision).press("Ghi Hội đồng")
    for name, post in SEATS.items():
        standing.choose("Người", name).choose("Chức danh trong Hội đồng", post).press("Thêm vào Hội đồng")
    assert standing.main.locator("tbody tr").count() == len(SEATS)


def _local_rules(standing, shot) -> None:
    """What the law leaves open is proposed; the officer confirms each with the paper it rests on."""
    standing.go("/co-quan/quy-tac/")
    shot(standing, "quy-tac")
    waiting = standing.main.locator("tbody a.btn")
    for place in range(waiting.count()):
        with standing.page.expect_navigation():
            waiting.nth(place).click()
        standing.fill("Theo văn bản", "Quy chế số 12/QC-HĐTĐKT ngày 15/01/2026").press("Xác nhận")
        assert standing.told().startswith("Đã xác nhận: ")
    assert "đề xuất, chưa có căn cứ" not in standing.says()


def _books(clerk) -> None:
    """Two books of the year: the office's own may begin at any number, the council's begins at 1."""
    for series, name, sign, first in (
        ("Cơ quan", "Sổ văn bản đi", "UBND", "412"),
        ("Hội đồng", "Sổ văn bản đi của Hội đồng", "HĐTĐKT", "1"),
    ):
        clerk.go("/co-quan/so-van-ban/mo/").choose("Sổ của", series).fill("Tên sổ", name)
        clerk.fill("Ký hiệu", sign).fill("Bắt đầu từ số", first).press("Mở sổ")
    assert "412" in clerk.says()
