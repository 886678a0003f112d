"""The life of a piece of news (vòng đời tin bài)."""

from thidua.journal.rows import StateTable

ANNOUNCEMENT = StateTable(
    name="Tin bài",
    first="draft",
    says={"draft": "đang viết", "published": "đã đăng", "withdrawn": "đã gỡ"},
    desk={"draft": "công chức văn hóa", "published": "", "withdrawn": ""},
    moves={"draft": ("published",), "published": ("withdrawn",), "withdrawn": ("draft",)},
)

TABLES = (ANNOUNCEMENT,)
