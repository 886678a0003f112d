"""The lives of a nomination, a session, a submission, a decision, a blank and a ceremony (vòng đời)."""

from thidua.journal.rows import StateTable

NOMINATION = StateTable(
    name="Đề nghị khen thưởng",
    first="draft",
    says={
        "draft": "đang lập hồ sơ",
        "submitted": "đã gửi, chờ thẩm định",
        "returned": "trả lại để bổ sung",
        "eligible": "đủ điều kiện, chờ Hội đồng",
        "ineligible": "không đủ điều kiện",
        "tabled": "đã đưa vào phiên họp",
        "passed": "Hội đồng thông qua",
        "failed": "Hội đồng không thông qua",
        "presented": "đã trình Chủ tịch",
        "decided": "đã có quyết định khen thưởng",
        "refused": "cấp có thẩm quyền không khen thưởng",
        "withdrawn": "đã rút",
    },
    desk={
        "draft": "đơn vị đề nghị",
        "submitted": "Thường trực Hội đồng",
        "returned": "nơi lập hồ sơ",
        "eligible": "Thư ký Hội đồng",
        "ineligible": "",
        "tabled": "Hội đồng",
        "passed": "Thường trực Hội đồng",
        "failed": "",
        "presented": "Chủ tịch",
        "decided": "",
        "refused": "",
        "withdrawn": "",
    },
    moves={
        "draft": ("submitted", "withdrawn"),
        # Straight to "decided": an office above that runs an installation of its own sent its decision.
        "submitted": (
            *("draft", "returned", "eligible", "ineligible", "withdrawn", "passed", "refused"),
            "decided",
        ),
        "returned": ("submitted", "returned", "withdrawn"),
        "eligible": ("tabled", "submitted", "withdrawn"),
        "ineligible": ("submitted",),
        "tabled": ("passed", "failed", "eligible"),
        "passed": ("submitted", "presented", "eligible"),
        "failed": (),
        "presented": ("decided", "refused", "passed"),
        "decided": (),
        "refused": (),
        "withdrawn": (),
    },
)

SESSION = StateTable(
    name="Phiên họp Hội đồng",
    first="planned",
    says={"planned": "đang chuẩn bị", "open": "đang họp", "closed": "đã kết thúc", "cancelled": "đã hủy"},
    desk={"planned": "Thư ký Hội đồng", "open": "Hội đồng", "closed": "", "cancelled": ""},
    moves={"planned": ("open", "cancelled"), "open": ("closed", "planned"), "closed": (), "cancelled": ()},
)

SUBMISSION = StateTable(
    name="Việc trình",
    first="draft",
    says={
        "draft": "đang lập tờ trình",
        "sent": "đã trình",
        "answered": "đã có trả lời",
        "cancelled": "đã bỏ",
    },
    desk={"draft": "Thường trực Hội đồng", "sent": "cấp trên", "answered": "", "cancelled": ""},
    moves={"draft": ("sent", "cancelled"), "sent": ("answered",), "answered": (), "cancelled": ()},
)

DECISION = StateTable(
    name="Quyết định khen thưởng",
    first="draft",
    says={"draft": "đang dự thảo", "issued": "đã ban hành", "cancelled": "đã bỏ"},
    desk={"draft": "Thường trực Hội đồng", "issued": "", "cancelled": ""},
    moves={"draft": ("issued", "cancelled"), "issued": (), "cancelled": ()},
)

BLANK = StateTable(
    name="Phôi giấy khen",
    first="in_use",
    says={"in_use": "đang dùng", "ended": "thôi dùng"},
    desk={"in_use": "Văn thư", "ended": ""},
    moves={"in_use": ("ended",), "ended": ("in_use",)},
)

CONSULTATION = StateTable(
    name="Lấy ý kiến",
    first="draft",
    says={
        "draft": "chưa gửi",
        "asked": "đang chờ trả lời",
        "closed": "đã có đủ ý kiến",
        "cancelled": "đã bỏ",
    },
    desk={"draft": "Thường trực Hội đồng", "asked": "nơi được hỏi", "closed": "", "cancelled": ""},
    moves={"draft": ("asked", "cancelled"), "asked": ("closed", "cancelled"), "closed": (), "cancelled": ()},
)

REMEMBERED = StateTable(
    name="Khen thưởng, kỷ luật cũ",
    first="kept",
    says={"kept": "đang lưu", "removed": "đã bỏ"},
    desk={"kept": "", "removed": ""},
    moves={"kept": ("removed",), "removed": ("kept",)},
)

CEREMONY = StateTable(
    name="Lễ trao thưởng",
    first="planned",
    says={"planned": "đang chuẩn bị", "held": "đã tổ chức", "cancelled": "đã hủy"},
    desk={"planned": "Thường trực Hội đồng, Văn hóa", "held": "", "cancelled": ""},
    moves={"planned": ("held", "cancelled"), "held": ("planned",), "cancelled": ()},
)

TABLES = (NOMINATION, CONSULTATION, SESSION, SUBMISSION, DECISION, BLANK, REMEMBERED, CEREMONY)
