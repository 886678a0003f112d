"""Hồ sơ, thời hạn, việc phải làm, nơi nhận, dấu văn bản: viết theo nhiều kiểu mà các cơ quan vẫn viết."""

# ruff: noqa: E501 - a line of a plan, and a sentence to a person, stays on one line

from __future__ import annotations

import pytest

HEAD = """UBND XÃ NÀ LÂM
Số: 05/KH-UBND
Nà Lâm, ngày 02 tháng 3 năm 2023
KẾ HOẠCH
Phát động phong trào thi đua giữ rừng
UBND xã Nà Lâm ban hành kế hoạch như sau:
"""


@pytest.fixture
def part(read):
    """The reading of a plan that has only this part."""
    return lambda text: read(HEAD + text).as_json()


def test_ho_so_theo_doi_tuong_va_trong_mot_cau(part):
    plan = part(
        "I. HỒ SƠ ĐỀ NGHỊ KHEN THƯỞNG\na) Đối với tập thể: gồm: Tờ trình; báo cáo thành tích.\nb) Đối với cá nhân\n- Danh sách.\n"
        "- Hồ sơ gửi về UBND xã trong ngày 15/7.\n"
    )
    assert plan["dossier"] == [
        {"group": "Đối với tập thể", "items": ["Tờ trình", "báo cáo thành tích"]},
        {"group": "Đối với cá nhân", "items": ["Danh sách."]},
    ]
    assert [deadline["iso"] for deadline in plan["deadlines"]] == ["2023-07-15"]


def test_thoi_han(part):
    plan = part(
        "I. THỜI GIAN TRÌNH KHEN THƯỞNG\nHồ sơ nộp đến hết ngày 20/7/2023.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Các thôn báo cáo trước ngày 15 hằng tháng; đăng ký xong trước ngày 10/4.\n"
        "2. Công chức văn hóa gửi tin trước ngày 31/6/2023.\n"
    )
    assert [deadline["iso"] for deadline in plan["deadlines"]] == ["2023-07-20", "2023-04-10", None]


@pytest.mark.parametrize(
    ("line", "body", "task"),
    [
        ("Sở Xây dựng: Kiểm tra mẫu nhà.", "Sở Xây dựng", "Kiểm tra mẫu nhà."),
        ("Giao Phòng Nội vụ chủ trì, theo dõi.", "Phòng Nội vụ", "chủ trì, theo dõi."),
        ("Đề nghị Hội Phụ nữ xã: Vận động chị em.", "Hội Phụ nữ xã", "Vận động chị em."),
        (
            "Ban tổ chức hội thao có trách nhiệm bố trí sân.",
            "Ban tổ chức hội thao",
            "có trách nhiệm bố trí sân.",
        ),
        ("Giáo viên chủ nhiệm nhắc nhở các em.", "Giáo viên chủ nhiệm", "nhắc nhở các em."),
        (
            "Các tổ chức chính trị - xã hội vận động hội viên.",
            "Các tổ chức chính trị - xã hội",
            "vận động hội viên.",
        ),
    ],
)
def test_ai_lam_gi(line, body, task, part):
    assert part(f"I. TỔ CHỨC THỰC HIỆN\n1. {line}\n")["responsibilities"] == [{"body": body, "tasks": [task]}]


def test_viec_viet_o_doan_sau_va_muc_chung(part):
    plan = part(
        "I. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ\nTheo dõi phong trào.\n2. Trách nhiệm ở xã\na) Các thôn: Tuần rừng.\nb) Dân quân: Trực gác.\n"
    )
    assert plan["responsibilities"] == [
        {"body": "Phòng Nội vụ", "tasks": ["Theo dõi phong trào."]},
        {"body": "Các thôn", "tasks": ["Tuần rừng."]},
        {"body": "Dân quân", "tasks": ["Trực gác."]},
    ]


@pytest.mark.parametrize(
    ("foot", "recipients", "signer"),
    [
        (
            "Nơi nhận: - Như trên; - Lưu: VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lộc Văn An",
            ["Như trên", "Lưu: VT."],
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lộc Văn An"),
        ),
        (
            "Nơi nhận:\nUBND huyện;\nCác thôn;\nLưu: VT\n(02 bản).\nTM. ỦY BAN NHÂN\nDÂN XÃ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLỘC VĂN AN",
            ["UBND huyện", "Các thôn", "Lưu: VT (02 bản)."],
            ("TM. ỦY BAN NHÂN DÂN XÃ KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "LỘC VĂN AN"),
        ),
        (
            "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n(Đã ký)\nLộc Văn An\nNơi nhận:\n- Các thôn trong\nxã;\n- Lưu: VT.",
            ["Các thôn trong xã", "Lưu: VT."],
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lộc Văn An"),
        ),
        ("Nơi nhận:\n- Các thôn.", ["Các thôn."], (None, None, None)),
    ],
)
def test_noi_nhan_va_nguoi_ky(foot, recipients, signer, part):
    plan = part(f"I. NỘI DUNG\n1. Giữ rừng.\n{foot}\n")
    assert plan["recipients"] == recipients
    assert tuple(plan["signer"][key] for key in ("authority", "role", "name")) == signer


def head(plan):
    return tuple(plan[key] for key in ("parent_body", "issuing_body", "number", "place"))


@pytest.mark.parametrize(
    ("letterhead", "expected"),
    [
        ("UBND HUYỆN CAO SƠN\nPHÒNG GIÁO DỤC\nVÀ ĐÀO TẠO\nSố: 7/KH-PGD\nCao Sơn, ngày 1 tháng 3 năm 2023", ("UBND HUYỆN CAO SƠN", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "7/KH-PGD", "Cao Sơn")),
        ("ĐẢNG BỘ XÃ NÀ LÂM\nHỘI NÔNG DÂN\nXÃ NÀ LÂM\nSố ....-KH/HND\nNà Lâm, ngày … tháng … năm 2023", ("ĐẢNG BỘ XÃ NÀ LÂM", "HỘI NÔNG DÂN XÃ NÀ LÂM", "-KH/HND", "Nà Lâm")),
        ("ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 7/KH-UBND | Pác Bó, ngày 1 tháng 3 năm 2023", (None, "UBND xã Nà Lâm", "7/KH-UBND", "Pác Bó")),
        ("Số 7/KH-UBND Nà Lâm, ngày 1 tháng 3 năm 2023", (None, "UBND xã Nà Lâm", "7/KH-UBND", "Nà Lâm")),
        ("Số 7/KH-UBND Bản Đôn, ngày 1 tháng 3 năm 2023", (None, "UBND xã Nà Lâm", "7/KH-UBND Bản Đôn", "Bản Đôn")),
        ("XIN CHÀO BẠN ĐỌC", (None, "UBND xã Nà Lâm", None, None)),
    ],
)  # fmt: skip
def test_dau_van_ban(letterhead, expected, read):
    body = HEAD[HEAD.index("KẾ HOẠCH") :]
    number = expected[2]
    plan = read(f"{letterhead}\n{body}I. NỘI DUNG\n1. Giữ rừng.\n").as_json()
    assert head(plan) == (
        *expected[:2],
        number.removesuffix(" " + str(expected[3])) if number else None,
        expected[3],
    )


def test_khong_co_chu_ke_hoach(read):
    plan = read(
        "UBND XÃ NÀ LÂM\nSố: 05/KH-UBND\nPhát động phong trào thi đua giữ rừng\nI. NỘI DUNG THI ĐUA\n1. Giữ rừng.\n"
    ).as_json()
    assert (plan["doc_type"], plan["title"], plan["is_campaign_plan"]) == (
        None,
        "Phát động phong trào thi đua giữ rừng",
        True,
    )


def test_mat_tieu_de_thi_nhin_cac_muc(read):
    plan = read(
        "I. NỘI DUNG THI ĐUA\n1. Giữ rừng.\nII. THỜI GIAN THI ĐUA\nTừ ngày 01/4/2023 đến ngày 30/6/2023.\n"
    ).as_json()
    assert (plan["is_campaign_plan"], plan["contents"]) == (True, ["Giữ rừng."])


@pytest.mark.parametrize(
    ("line", "bases"),
    [
        ("Căn cứ Luật Lâm nghiệp; Nghị định số 9/2023/NĐ-CP của Chính phủ;", ["Luật Lâm nghiệp", "Nghị định số 9/2023/NĐ-CP của Chính phủ"]),
        ("Căn cứ vào Chỉ thị số 3/CT-UBND về giữ rừng. Trong thời gian qua rừng xanh tốt.", ["Chỉ thị số 3/CT-UBND về giữ rừng"]),
        ("Thực hiện Kế hoạch số 3/KH-UBND (sau đây gọi là Kế hoạch 3), UBND xã Nà Lâm phát động:", ["Kế hoạch số 3/KH-UBND"]),
        ("Thực hiện lời Bác dạy;", []),
    ],
)  # fmt: skip
def test_can_cu(line, bases, read):
    assert read(HEAD.replace("UBND xã Nà Lâm ban", f"{line}\nUBND xã Nà Lâm ban") + "I. NỘI DUNG\n1. a\n").as_json()[
        "legal_bases"
    ] == bases  # fmt: skip


@pytest.mark.parametrize(
    ("title", "preamble", "theme", "occasion"),
    [
        ("Phát động thi đua “Rừng xanh", "", "Rừng xanh", None),
        ("Phát động thi đua chào mừng Đại hội Đảng bộ xã; quyết tâm giữ rừng", "", None, "Đại hội Đảng bộ xã"),
        ("Phát động thi đua", "với chủ đề: Rừng xanh quê em. Nội dung như sau", "Rừng xanh quê em", None),
        ("Phát động thi đua", "phát động phong trào thi đua “Rừng xanh” chào mừng ngày 2/9, như sau", "Rừng xanh", "ngày 2/9"),
        ("Phát động thi đua năm học 2023 - 2024", "", None, "năm học 2023 - 2024"),
    ],
)  # fmt: skip
def test_chu_de_va_dip(title, preamble, theme, occasion, read):
    text = HEAD.replace("Phát động phong trào thi đua giữ rừng", title).replace(
        "như sau:", f"{preamble or 'như sau'}:"
    )
    plan = read(text + "I. NỘI DUNG\n1. Giữ rừng.\n").as_json()
    assert (plan["theme"], plan["occasion"]) == (theme, occasion)


def test_chu_de_la_ten_phong_trao_duoc_nhac_lai(part):
    plan = part(
        "I. MỤC ĐÍCH\n- Tổ chức phong trào thi đua “Rừng xanh” để giữ nước.\nII. NỘI DUNG\n1. Hưởng ứng “Rừng xanh” ở mọi thôn.\n"
    )
    assert plan["theme"] == "Rừng xanh"


def test_so_luong_goi_tat_ten_hinh_thuc(part):
    plan = part(
        "I. KHEN THƯỞNG\n1. Hình thức khen thưởng\n- Bằng khen của Chủ tịch UBND tỉnh;\n- Giấy khen của Chủ tịch UBND xã.\n"
        "2. Số lượng đề nghị khen thưởng\n- Bằng khen: 01 tập thể.\n- Giấy khen: mỗi thôn không quá 02 cá nhân.\n"
        "- Số còn lại theo hướng dẫn của xã.\n"
    )
    assert [(quota["award_index"], quota["count"], quota["kind"]) for quota in plan["quotas"]] == [
        (0, 1, "exact"), (1, 2, "max"), (None, None, "delegated"),
    ]  # fmt: skip


def test_noi_dung_chi_gom_chi_tieu(part):
    plan = part(
        "I. NỘI DUNG THI ĐUA\nGiữ rừng bằng các chỉ tiêu:\n(1) 100% hộ ký cam kết;\n(2) Ít nhất 90% thôn có tổ bảo vệ rừng.\n"
    )
    assert plan["contents"] == ["Giữ rừng bằng các chỉ tiêu:"]
    assert plan["targets"] == ["100% hộ ký cam kết", "Ít nhất 90% thôn có tổ bảo vệ rừng."]


def test_viec_cua_mot_nguoi_viet_nhieu_doan(part):
    plan = part(
        "I. TỔ CHỨC THỰC HIỆN\n1. Các thôn chủ động tuần rừng.\nCác thôn báo cáo hằng tháng.\nGiữ liên lạc thông suốt.\n"
    )
    assert [duty["body"] for duty in plan["responsibilities"]] == ["Các thôn"]
