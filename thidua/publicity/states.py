"""The lives of a piece of news, of one reading on the loudspeakers, of a line of the plan (vòng đời)."""

from thidua.journal.rows import StateTable

ANNOUNCEMENT = StateTable(
    name="Tin bài",
    first="draft",
    says={"draft": "đang viết", "offered": "chờ duyệt", "published": "đã đăng", "withdrawn": "đã gỡ"},
    desk={
        "draft": "công chức văn hóa",
        "offered": "Thường trực Hội đồng, Chủ tịch",
        "published": "",
        "withdrawn": "",
    },
    moves={
        "draft": ("offered", "published"),
        "offered": ("draft", "published"),
        "published": ("withdrawn",),
        "withdrawn": ("draft",),
    },
)
SLOT = StateTable(
    name="Lần phát thanh",
    first="planned",
    says={"planned": "đã xếp lịch", "aired": "đã phát", "dropped": "đã bỏ"},
    desk={"planned": "công chức văn hóa", "aired": "", "dropped": ""},
    moves={"planned": ("aired", "dropped"), "aired": ("dropped",), "dropped": ()},
)
ITEM = StateTable(
    name="Việc tuyên truyền",
    first="planned",
    says={"planned": "trong kế hoạch", "dropped": "đã bỏ"},
    desk={"planned": "người được giao", "dropped": ""},
    moves={"planned": ("dropped",), "dropped": ("planned",)},
)

TABLES = (ANNOUNCEMENT, SLOT, ITEM)
