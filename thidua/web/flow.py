"""The thirteen stages in order: name, module, address, papers, whose desk (các bước của một phong trào)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """One stage of the work (bước): its number, id, name, verb module, address below the
    campaign, and desk.
    """

    number: int
    id: str
    name: str
    module: str
    address: str
    desk: str
    papers: tuple[str, ...] = ()


STAGES = (
    Stage(1, "intake", "Đọc kế hoạch", "campaigns.intake", "campaign-plan", "Thường trực"),
    Stage(2, "launch", "Phát động", "campaigns.launch", "campaign-launch", "Chủ tịch", ("kế hoạch",)),
    Stage(
        3,
        "register",
        "Đăng ký",
        "campaigns.register",
        "campaign-registrations",
        "Các đơn vị",
        ("bản đăng ký thi đua", "giao ước thi đua"),
    ),
    Stage(4, "track", "Theo dõi", "campaigns.track", "campaign-track", "Thường trực", ("công văn đôn đốc",)),
    Stage(5, "discover", "Nêu gương", "campaigns.discover", "campaign-leads", "Thường trực"),
    Stage(
        6,
        "nominate",
        "Đề nghị",
        "awards.nominate",
        "campaign-nominations",
        "Các đơn vị",
        ("tờ trình của đơn vị", "biên bản họp xét", "báo cáo thành tích"),
    ),
    Stage(
        7,
        "appraise",
        "Thẩm định",
        "awards.appraise",
        "campaign-appraisals",
        "Thường trực",
        (
            "giấy tiếp nhận hồ sơ",
            "mục lục hồ sơ",
            "công văn lấy ý kiến",
            "thông báo niêm yết",
            "công văn nhắc trả lời ý kiến",
            "phiếu trả lời ý kiến",
            "báo cáo thẩm định",
        ),
    ),
    Stage(
        8,
        "deliberate",
        "Hội đồng",
        "awards.deliberate",
        "campaign-sessions",
        "Thư ký HĐ",
        ("giấy mời", "phiếu lấy ý kiến", "phiếu biểu quyết", "biên bản họp", "biên bản kiểm phiếu"),
    ),
    Stage(
        9, "submit", "Trình cấp trên", "awards.submit", "campaign-submissions", "Thường trực", ("tờ trình",)
    ),
    Stage(
        10,
        "decide",
        "Quyết định",
        "awards.decide",
        "campaign-decisions",
        "Chủ tịch",
        ("quyết định", "đính chính", "quyết định hủy bỏ, thu hồi"),
    ),
    Stage(
        11,
        "certify",
        "Trao thưởng",
        "awards.certify",
        "campaign-certificates",
        "Văn thư",
        (
            "giấy khen",
            "danh sách chi tiền thưởng",
            "thông báo kết quả",
            "thông báo không khen thưởng",
            "chương trình lễ trao",
            "danh sách xướng tên",
        ),
    ),
    Stage(
        12,
        "announce",
        "Truyền thông",
        "publicity.announce",
        "campaign-news",
        "Văn hóa",
        ("bản tin phát thanh",),
    ),
    Stage(
        13,
        "conclude",
        "Tổng kết",
        "reports.conclude",
        "campaign-report",
        "Thường trực",
        ("báo cáo sơ kết", "báo cáo tổng kết"),
    ),
)
