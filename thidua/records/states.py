"""The life of a paper, and what papers are for (vòng đời văn bản, công dụng văn bản)."""

from dataclasses import dataclass

from thidua.journal.rows import StateTable

DOCUMENT = StateTable(
    name="Văn bản",
    first="draft",
    says={
        "draft": "đang soạn",
        "for_signature": "đang trình ký",
        "returned": "trả lại để sửa",
        "signed": "đã ký, chờ số",
        "numbered": "đã có số, chờ phát hành",
        "issued": "đã phát hành",
        "cancelled": "đã bỏ",
    },
    desk={
        "draft": "người soạn",
        "for_signature": "người ký",
        "returned": "người soạn",
        "signed": "văn thư",
        "numbered": "văn thư",
        "issued": "",
        "cancelled": "",
    },
    moves={
        "draft": ("for_signature", "issued", "cancelled"),
        "for_signature": ("draft", "returned", "signed"),
        "returned": ("draft", "for_signature", "cancelled"),
        "signed": ("for_signature", "numbered"),
        "numbered": ("signed", "issued"),
        "issued": (),
        "cancelled": (),
    },
)

TABLES = (DOCUMENT,)

KINDS = {
    "ke_hoach": ("KẾ HOẠCH", "KH"),
    "quyet_dinh": ("QUYẾT ĐỊNH", "QĐ"),
    "to_trinh": ("TỜ TRÌNH", "TTr"),
    "bao_cao": ("BÁO CÁO", "BC"),
    "bien_ban": ("BIÊN BẢN", "BB"),
    "cong_van": ("", "CV"),
    "thong_bao": ("THÔNG BÁO", "TB"),
    "giay_moi": ("GIẤY MỜI", "GM"),
    "danh_sach": ("DANH SÁCH", "DS"),
    "chuong_trinh": ("CHƯƠNG TRÌNH", "CTr"),
}


@dataclass(frozen=True)
class Purpose:
    """What a paper is for (dùng để): its name, its book ("office" or "council"), who drafts it and who signs
    it.

    `shared`: once issued, the units below may read it. `only`: the roles that may see it at all; empty means
    all.
    """

    name: str
    series: str
    drafts: tuple[str, ...]
    signs: tuple[str, ...]
    shared: bool = False
    only: tuple[str, ...] = ()


CHAIRS = ("chair", "vice_chair")
HEADS = ("unit_head", "village_head")
WRITERS = ("standing", "culture")
# Files that only these roles may open (tệp chỉ dành cho): a voice in the council, a record of a person.
FILES_ONLY = {"written_opinion": ("secretary", "standing"), "past_award": ("standing",)}
COUNCIL = ("chair", "vice_chair", "standing", "secretary", "teller", "member", "clerk")

PURPOSES = {
    "campaign_plan": Purpose("kế hoạch phát động", "office", ("standing",), CHAIRS, shared=True),
    "campaign_change": Purpose(
        "văn bản gia hạn, tạm dừng, mở lại đợt thi đua", "office", ("standing",), CHAIRS, shared=True
    ),
    "award_standard": Purpose(
        "quy định tiêu chuẩn khen thưởng", "office", ("standing", *CHAIRS), CHAIRS, shared=True
    ),
    "reminder": Purpose(
        "công văn đôn đốc", "council", ("standing", "secretary"), (*CHAIRS, "standing"), shared=True
    ),
    "unit_plan": Purpose("kế hoạch của đơn vị", "office", (*HEADS, "standing"), HEADS),
    "inspection_minutes": Purpose(
        "biên bản kiểm tra", "council", ("standing", "secretary"), (*CHAIRS, "standing"), shared=True
    ),
    "unit_review": Purpose("báo cáo tổng kết của đơn vị", "office", (*HEADS, "standing"), HEADS),
    "unit_submission": Purpose("tờ trình của đơn vị", "office", (*HEADS, "standing"), HEADS),
    "unit_minutes": Purpose("biên bản họp xét của đơn vị", "office", (*HEADS, "standing"), HEADS),
    "achievement_report": Purpose("báo cáo thành tích", "office", (*HEADS, "standing"), HEADS),
    "invitation": Purpose(
        "giấy mời họp", "council", ("standing", "secretary"), (*CHAIRS, "standing"), shared=True
    ),
    "council_minutes": Purpose(
        "biên bản họp Hội đồng", "council", ("secretary", "standing"), CHAIRS, only=COUNCIL
    ),
    "tally_sheet": Purpose(
        "biên bản kiểm phiếu", "council", ("teller", "secretary"), ("teller", *CHAIRS), only=COUNCIL
    ),
    "chair_submission": Purpose(
        "tờ trình Chủ tịch khen thưởng", "council", ("standing",), ("standing", *CHAIRS)
    ),
    "submission": Purpose("tờ trình đề nghị khen thưởng", "office", ("standing",), (*CHAIRS, "standing")),
    "award_decision": Purpose("quyết định khen thưởng", "office", ("standing",), CHAIRS, shared=True),
    "payment_list": Purpose("danh sách chi tiền thưởng", "office", ("accountant", "standing"), CHAIRS),
    "closing_report": Purpose("báo cáo tổng kết", "office", ("standing",), CHAIRS, shared=True),
    "interim_report": Purpose("báo cáo sơ kết", "office", ("standing",), CHAIRS, shared=True),
    "appraisal_report": Purpose(
        "báo cáo thẩm định", "council", ("standing",), ("standing", *CHAIRS), only=COUNCIL
    ),
    "council_decision": Purpose(
        "quyết định thành lập Hội đồng", "office", ("standing", "chair"), CHAIRS, shared=True
    ),
    "correction": Purpose("đính chính quyết định", "office", ("standing",), CHAIRS, shared=True),
    "revocation": Purpose("quyết định hủy bỏ, thu hồi", "office", ("standing",), CHAIRS, shared=True),
    "money_recall": Purpose("công văn thu hồi tiền thưởng", "office", ("standing", "accountant"), CHAIRS),
    "result_notice": Purpose("thông báo kết quả khen thưởng", "office", ("standing",), CHAIRS, shared=True),
    "refusal_notice": Purpose("thông báo không khen thưởng", "office", ("standing",), CHAIRS),
    "opinion_request": Purpose(
        "công văn lấy ý kiến", "council", ("standing",), (*CHAIRS, "standing"), only=COUNCIL
    ),
    "posting": Purpose("thông báo niêm yết", "council", ("standing",), (*CHAIRS, "standing"), shared=True),
    "opinion_reminder": Purpose(
        "công văn nhắc trả lời ý kiến", "council", ("standing",), (*CHAIRS, "standing"), only=COUNCIL
    ),
    "programme": Purpose("chương trình lễ trao thưởng", "office", WRITERS, CHAIRS, shared=True),
    "ceremony_invitation": Purpose("giấy mời dự lễ trao thưởng", "office", WRITERS, CHAIRS, shared=True),
    "reply": Purpose("công văn trả lời", "office", ("standing", "clerk"), CHAIRS),
    "incoming": Purpose("văn bản đến", "office", (), ()),
}

# Forms, lists and scripts printed where they are needed, in no book of numbers (giấy in tại chỗ).
PRINTED = {
    "registration": "bản đăng ký thi đua",
    "pledge": "giao ước thi đua",
    "receipt": "giấy tiếp nhận hồ sơ",
    "ballot": "phiếu biểu quyết",
    "opinion_sheet": "phiếu lấy ý kiến",
    "call_list": "danh sách xướng tên",
    "bulletin": "bản tin phát thanh",
}
