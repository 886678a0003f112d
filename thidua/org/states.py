"""The roles of an office and the levels of government (vai trò, cấp)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models


class Level(models.TextChoices):
    """A tier of government or what lies below it (cấp)."""

    PROVINCE = "tinh", "cấp tỉnh"
    DISTRICT = "huyen", "cấp huyện"
    COMMUNE = "xa", "cấp xã"
    BODY = "don_vi", "cơ quan, đơn vị, đoàn thể"
    VILLAGE = "thon", "thôn, tổ dân phố"


@dataclass(frozen=True)
class Role:
    """What an office may be trusted with (vai trò): its name and one sentence for the person who appoints."""

    id: str
    name: str
    says: str


ROLES: dict[str, Role] = {
    role.id: role
    for role in (
        Role("standing", "Thường trực Hội đồng", "Tiếp nhận, thẩm định, đôn đốc, tham mưu văn bản thi đua."),
        Role("chair", "Chủ tịch", "Ký văn bản, quyết định khen thưởng của cấp mình."),
        Role("vice_chair", "Phó Chủ tịch", "Ký thay Chủ tịch khi được giao."),
        Role("unit_head", "Thủ trưởng đơn vị", "Đăng ký, báo cáo, đề nghị khen thưởng cho đơn vị mình."),
        Role("village_head", "Trưởng thôn", "Đăng ký, báo cáo, đề nghị khen thưởng cho thôn mình."),
        Role("member", "Thành viên Hội đồng", "Dự phiên họp và biểu quyết."),
        Role("secretary", "Thư ký Hội đồng", "Chuẩn bị phiên họp, ghi biên bản."),
        Role("teller", "Tổ kiểm phiếu", "Kiểm phiếu, ký biên bản kiểm phiếu."),
        Role("clerk", "Văn thư", "Cho số, đóng dấu, vào sổ, phát hành văn bản."),
        Role("accountant", "Kế toán", "Chi tiền thưởng, giữ sổ quỹ thi đua, khen thưởng."),
        Role("culture", "Công chức văn hóa", "Tin bài cổng thông tin, bản tin loa phát thanh."),
        Role("admin", "Quản trị", "Lập đơn vị, tài khoản; không biểu quyết, không xem phiếu."),
    )
}
ROLE_CHOICES = [(role.id, role.name) for role in ROLES.values()]
