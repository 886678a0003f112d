"""The lives of a campaign, its tasks, a registration, a good deed, an initiative (vòng đời)."""

from thidua.journal.rows import StateTable

CAMPAIGN = StateTable(
    name="Phong trào thi đua",
    first="draft",
    says={
        "draft": "đang chuẩn bị",
        "open": "đang thi đua",
        "suspended": "đang tạm dừng",
        "reviewing": "đang xét khen thưởng",
        "closed": "đã tổng kết",
    },
    desk={
        "draft": "Thường trực Hội đồng",
        "open": "các đơn vị",
        "suspended": "Thường trực Hội đồng",
        "reviewing": "Thường trực Hội đồng",
        "closed": "",
    },
    moves={
        "draft": ("open",),
        "open": ("reviewing", "suspended"),
        "suspended": ("open", "reviewing"),
        "reviewing": ("open", "closed"),
        "closed": ("reviewing",),
    },
)

REGISTRATION = StateTable(
    name="Đăng ký thi đua",
    first="draft",
    says={"draft": "đang ghi", "submitted": "đã gửi", "returned": "trả lại để sửa", "accepted": "đã nhận"},
    desk={
        "draft": "đơn vị",
        "submitted": "Thường trực Hội đồng",
        "returned": "đơn vị",
        "accepted": "",
    },
    moves={
        "draft": ("submitted",),
        "submitted": ("draft", "returned", "accepted"),
        "returned": ("submitted",),
        "accepted": ("returned",),
    },
)

UNIT_PLAN = StateTable(
    name="Kế hoạch của đơn vị",
    first="draft",
    says={"draft": "đang ghi", "submitted": "đã gửi", "returned": "trả lại để sửa", "seen": "đã xem"},
    desk={"draft": "đơn vị", "submitted": "Thường trực Hội đồng", "returned": "đơn vị", "seen": ""},
    moves={
        "draft": ("submitted",),
        "submitted": ("draft", "returned", "seen"),
        "returned": ("submitted",),
        "seen": ("returned",),
    },
)

UNIT_REVIEW = StateTable(
    name="Tổng kết của đơn vị",
    first="draft",
    says={"draft": "đang ghi", "submitted": "đã gửi", "returned": "trả lại để sửa"},
    desk={"draft": "đơn vị", "submitted": "", "returned": "đơn vị"},
    moves={"draft": ("submitted",), "submitted": ("returned", "draft"), "returned": ("submitted",)},
)

LEAD = StateTable(
    name="Gương người tốt, việc tốt",
    first="new",
    says={
        "new": "mới báo tin",
        "verified": "đã xác minh",
        "rejected": "không đúng hoặc trùng",
        "profiled": "đã thành gương điển hình",
        "joined": "đã gộp vào tin khác",
    },
    desk={
        "new": "Thường trực Hội đồng",
        "verified": "Thường trực Hội đồng",
        "rejected": "",
        "profiled": "",
        "joined": "",
    },
    moves={
        "new": ("verified", "rejected", "joined"),
        "verified": ("profiled", "new", "rejected", "joined"),
        "rejected": ("new",),
        "profiled": (),
        "joined": ("new",),
    },
)

ROLE_MODEL = StateTable(
    name="Điển hình tiên tiến",
    first="draft",
    says={
        "draft": "đang viết",
        "published": "đang công khai",
        "withdrawn": "đã gỡ",
    },
    desk={"draft": "Thường trực Hội đồng", "published": "", "withdrawn": ""},
    moves={"draft": ("published",), "published": ("withdrawn",), "withdrawn": ("draft",)},
)

INITIATIVE = StateTable(
    name="Sáng kiến",
    first="noted",
    says={"noted": "chờ công nhận", "recognised": "đã công nhận", "dropped": "không công nhận"},
    desk={"noted": "Thường trực Hội đồng", "recognised": "", "dropped": ""},
    moves={"noted": ("recognised", "dropped"), "recognised": ("noted",), "dropped": ("noted",)},
)

MODEL_PROJECT = StateTable(
    name="Mô hình, phần việc",
    first="draft",
    says={
        "draft": "chưa công khai",
        "offered": "chờ duyệt công khai",
        "published": "đang công khai",
        "withdrawn": "đã gỡ",
    },
    desk={"draft": "", "offered": "Thường trực Hội đồng", "published": "", "withdrawn": ""},
    moves={
        "draft": ("offered", "published"),
        "offered": ("draft", "published"),
        "published": ("withdrawn",),
        "withdrawn": ("draft",),
    },
)

MODEL_STEP = StateTable(
    name="Giai đoạn của mô hình",
    first="waiting",
    says={"waiting": "chưa làm", "doing": "đang làm", "done": "đã xong", "dropped": "thôi làm"},
    desk={"waiting": "đơn vị", "doing": "đơn vị", "done": "", "dropped": ""},
    moves={
        "waiting": ("doing", "done", "dropped"),
        "doing": ("done", "waiting", "dropped"),
        "done": ("doing",),
        "dropped": ("waiting",),
    },
)

REPLICATION = StateTable(
    name="Việc nhân rộng",
    first="begun",
    says={"begun": "đang làm theo", "done": "đã có kết quả", "dropped": "thôi làm theo"},
    desk={"begun": "đơn vị", "done": "", "dropped": ""},
    moves={"begun": ("done", "dropped"), "done": ("begun",), "dropped": ("begun",)},
)

TASK = StateTable(
    name="Nhiệm vụ của kế hoạch",
    first="waiting",
    says={"waiting": "chờ giao", "given": "đã giao", "withdrawn": "đã rút"},
    desk={"waiting": "Thường trực Hội đồng", "given": "các đơn vị", "withdrawn": ""},
    moves={
        "waiting": ("given", "withdrawn"),
        "given": ("withdrawn",),
        "withdrawn": ("waiting", "given"),
    },
)

ASSIGNMENT = StateTable(
    name="Việc được giao",
    first="doing",
    says={"doing": "đang làm", "done": "đã xong", "withdrawn": "thôi giao"},
    desk={"doing": "đơn vị", "done": "", "withdrawn": ""},
    moves={"doing": ("done", "withdrawn"), "done": ("doing",), "withdrawn": ("doing",)},
)

EXPECTATION = StateTable(
    name="Yêu cầu của kế hoạch",
    first="tracked",
    says={"tracked": "đang theo dõi", "settled": "ghi nhận đã đạt", "withdrawn": "không áp dụng"},
    desk={"tracked": "Thường trực Hội đồng", "settled": "", "withdrawn": ""},
    moves={"tracked": ("settled", "withdrawn"), "settled": ("tracked",), "withdrawn": ("tracked",)},
)

INSPECTION = StateTable(
    name="Cuộc kiểm tra",
    first="planned",
    says={"planned": "đã lên lịch", "held": "đã kiểm tra", "called_off": "không kiểm tra"},
    desk={"planned": "Thường trực Hội đồng", "held": "", "called_off": ""},
    moves={"planned": ("held", "called_off"), "held": (), "called_off": ("planned",)},
)

REQUIREMENT = StateTable(
    name="Yêu cầu sau kiểm tra",
    first="open",
    says={"open": "đang khắc phục", "done": "đã xong"},
    desk={"open": "đơn vị", "done": ""},
    moves={"open": ("done",), "done": ("open",)},
)

TABLES = (
    CAMPAIGN,
    TASK,
    ASSIGNMENT,
    EXPECTATION,
    REGISTRATION,
    UNIT_PLAN,
    UNIT_REVIEW,
    LEAD,
    ROLE_MODEL,
    MODEL_PROJECT,
    MODEL_STEP,
    REPLICATION,
    INITIATIVE,
    INSPECTION,
    REQUIREMENT,
)
