"""Từng phần của kế hoạch, viết theo nhiều kiểu mà các cơ quan vẫn viết."""

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


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("Từ ngày 01/4/2023 đến ngày 30/6/2023.", "2023-04-01", "2023-06-30"),
        ("Từ 01/4 - 30/6/2023.", "2023-04-01", "2023-06-30"),
        ("Từ ngày 01/11 đến ngày 15/01/2024.", "2023-11-01", "2024-01-15"),
        ("Từ ngày 08 đến ngày 10 tháng 12 năm 2023.", "2023-12-08", "2023-12-10"),
        ("Từ ngày 05 tháng 4 năm 2023, kết thúc ngày 30 tháng 6 năm 2023.", "2023-04-05", "2023-06-30"),
        ("Từ ngày ký ban hành đến hết tháng 6 năm 2023.", "2023-03-02", "2023-06-30"),
        ("Kể từ ngày phát động đến hết ngày 31/5/2023.", None, "2023-05-31"),
        ("Từ nay đến hết năm 2023.", "2023-03-02", "2023-12-31"),
        ("Từ quý II đến hết quý IV năm 2023.", "2023-04-01", "2023-12-31"),
        ("Từ tháng 4 đến khi kết thúc Đại hội.", "2023-04-01", None),
        ("Từ tuần 5 đến hết năm học.", None, None),
        ("Trong quý II năm 2023.", "2023-04-01", "2023-06-30"),
        ("Trong tháng 5/2023.", "2023-05-01", "2023-05-31"),
        ("Trong năm 2023.", "2023-01-01", "2023-12-31"),
        ("Đến hết ngày 20/8.", None, "2023-08-20"),
        ("Đến hết tháng 13/2023.", None, None),
        ("Từ ngày 31/4/2023 đến ngày 31/6/2023.", None, None),
        ("Làm liên tục, không nghỉ.", None, None),
    ],
)
def test_thoi_gian(said, start, end, part):
    period = part(f"I. THỜI GIAN THI ĐUA\n{said}\n")["period"]
    assert (period["start"], period["end"]) == (start, end)
    assert period["text"] == said


def test_ngay_ban_hanh_khong_ghi_du_thi_khong_biet_tu_nay_la_ngay_nao(read):
    text = HEAD.replace("ngày 02 tháng", "ngày tháng") + "I. THỜI GIAN\nTừ nay đến hết ngày 30/6.\n"
    period = read(text).as_json()["period"]
    assert (period["start"], period["start_text"], period["end"]) == (None, "Từ nay", "2023-06-30")


def test_cac_dot(part):
    period = part(
        "I. CÁC ĐỢT THI ĐUA\nThi đua từ ngày 01/4/2023 đến ngày 30/9/2023, chia 02 đợt:\n"
        "- Đợt 1: Từ ngày 01/4/2023 đến ngày 30/6/2023;\n- Đợt 2: đến hết ngày 30/9/2023.\n"
        "- Tổng kết vào tháng 10.\n"
    )["period"]
    assert [(phase["start"], phase["end"]) for phase in period["phases"]] == [
        ("2023-04-01", "2023-06-30"),
        (None, "2023-09-30"),
    ]
    assert (period["start"], period["end"], period["review"]) == (
        "2023-04-01",
        "2023-09-30",
        "Tổng kết vào tháng 10.",
    )


def test_chi_co_dot_thi_lay_tu_dot_dau_den_dot_cuoi(part):
    period = part(
        "I. THỜI GIAN\n- Giai đoạn I: từ ngày 01/4/2023 đến 30/6/2023.\n- Giai đoạn II: đến hết ngày 30/9/2023.\n"
    )["period"]
    assert (period["start"], period["end"]) == ("2023-04-01", "2023-09-30")


@pytest.mark.parametrize(
    "text",
    [
        "I. NỘI DUNG THI ĐUA\n1. Giữ rừng.\n- Thời gian thi đua: từ ngày 01/4/2023 đến ngày 30/6/2023.\n",
        "I. TỔ CHỨC THỰC HIỆN\n1. Các thôn giữ rừng. Thời gian thực hiện từ 01/4/2023 đến ngày 30/6/2023.\n",
    ],
)
def test_thoi_gian_nam_trong_muc_khac(text, part):
    period = part(text)["period"]
    assert (period["start"], period["end"]) == ("2023-04-01", "2023-06-30")


def test_thoi_gian_o_phan_mo_dau(read):
    text = HEAD.replace("như sau:", "thi đua từ ngày 01/4/2023 đến ngày 30/6/2023, nội dung như sau:")
    period = read(text + "I. NỘI DUNG\n1. Giữ rừng.\n").as_json()["period"]
    assert (period["start"], period["end"]) == ("2023-04-01", "2023-06-30")


@pytest.mark.parametrize(
    ("said", "targets"),
    [
        ("Trồng ít nhất 02 ha rừng chào mừng ngày lễ.", ["ít nhất 02 ha rừng"]),
        (
            "Vận động 100% hộ ký cam kết; tối thiểu 90% thôn có tổ bảo vệ.",
            ["100% hộ ký cam kết", "tối thiểu 90% thôn có tổ bảo vệ"],
        ),
        ("Trên 85% hộ có bể nước, góp phần giữ vệ sinh.", ["Trên 85% hộ có bể nước"]),
        ("Mỗi nhà 01 vườn rau, trên 3 luống, từ 5 loại cây.", []),
        ("Giao ban lần 3 năm 2023 đạt 50%.", []),
    ],
)
def test_chi_tieu(said, targets, part):
    plan = part(f"I. NỘI DUNG THI ĐUA\n1. {said}\n2. Giữ rừng.\n")
    assert plan["targets"] == targets
    assert len(plan["contents"]) == 2


def test_muc_chi_tieu_rieng(part):
    plan = part(
        "I. CHỈ TIÊU THI ĐUA\n- Không để xảy ra cháy rừng.\n- Phấn đấu 95% hộ nhận khoán rừng.\n- Giữ 100% cây đầu dòng của xã.\n"
    )
    assert plan["targets"] == [
        "Không để xảy ra cháy rừng.",
        "Phấn đấu 95% hộ nhận khoán rừng.",
        "100% cây đầu dòng của xã",
    ]


def test_noi_dung_co_cau_dan_va_hinh_thuc(part):
    plan = part(
        "I. NỘI DUNG, HÌNH THỨC THI ĐUA\n1. Nội dung thi đua\nTập trung vào các nội dung sau:\n- Tuần rừng.\n- Trồng cây.\n"
        "2. Hình thức thi đua\nThi đua theo thôn.\n"
    )
    assert plan["contents"] == ["Tuần rừng.", "Trồng cây."]


@pytest.mark.parametrize(
    ("text", "groups", "labels"),
    [
        ("1. Đối tượng: Các thôn; hộ gia đình; cá nhân.", ["Các thôn", "hộ gia đình", "cá nhân"], []),
        (
            "1. Đối tượng\nCác cơ quan, các thôn, Ủy ban MTTQ và các đoàn thể, các hộ dân và các tầng lớp Nhân dân.",
            ["Các cơ quan", "các thôn", "Ủy ban MTTQ và các đoàn thể", "các hộ dân", "các tầng lớp Nhân dân"],
            [],
        ),
        (
            "1. Đối tượng khen thưởng gồm:\n- Tập thể: Các thôn; các chi hội.\n- Cá nhân: Người giữ rừng.",
            ["Các thôn", "các chi hội", "Người giữ rừng"],
            ["Tập thể", "Tập thể", "Cá nhân"],
        ),
        ("1. Đối tượng\n- Các thôn.\n- Không xét hộ để cháy rừng.", ["Các thôn"], []),
    ],
)  # fmt: skip
def test_doi_tuong(text, groups, labels, part):
    eligible = part(f"I. KHEN THƯỞNG\n{text}\n2. Hình thức khen thưởng\n- Giấy khen của Chủ tịch UBND xã.\n")[
        "eligible"
    ]
    assert (eligible["groups"], eligible["group_labels"]) == (groups, labels)


def test_doi_tuong_di_cung_tieu_chuan(part):
    eligible = part(
        "I. ĐỐI TƯỢNG, TIÊU CHUẨN KHEN THƯỞNG\n1. Đối với tập thể: Không để cháy rừng.\n2. Đối với cá nhân: Giữ rừng giỏi.\n"
    )["eligible"]
    assert eligible["groups"] == ["tập thể", "cá nhân"]


def test_doi_tuong_trong_cau_dan(part):
    eligible = part(
        "I. ĐỐI TƯỢNG, TIÊU CHUẨN KHEN THƯỞNG\nCác thôn; người giữ rừng trong phong trào thi đua giữ rừng.\n1. Giữ rừng giỏi.\n"
    )["eligible"]
    assert eligible["groups"] == ["Các thôn", "người giữ rừng"]


def test_doi_tuong_o_phan_mo_dau(read):
    text = HEAD.replace(
        "ban hành kế hoạch như sau:", "phát động thi đua trong cán bộ, hội viên toàn xã, cụ thể như sau:"
    )
    eligible = read(text + "I. NỘI DUNG\n1. Giữ rừng.\n").as_json()["eligible"]
    assert (eligible["text"], eligible["groups"]) == (
        "trong cán bộ, hội viên toàn xã",
        ["cán bộ, hội viên toàn xã"],
    )


def forms(plan):
    return [
        (
            award["form"],
            award["level"],
            award["delegated"],
            [(c["group"], c["text"]) for c in award["criteria"]],
        )
        for award in plan["awards"]
    ]


def test_tieu_chuan_dung_truoc_hinh_thuc_dung_sau(part):
    plan = part(
        "I. KHEN THƯỞNG\n1. Tiêu chuẩn khen thưởng\na) Đối với tập thể: Không để cháy rừng.\nb) Đối với cá nhân\n- Giữ rừng giỏi.\n"
        "2. Hình thức khen thưởng\n- Bằng khen của Chủ tịch UBND tỉnh;\n- Giấy khen của Chủ tịch UBND thị xã.\n"
    )
    criteria = [("Đối với tập thể", ["Không để cháy rừng."]), ("Đối với cá nhân", ["Giữ rừng giỏi."])]
    assert forms(plan) == [
        ("Bằng khen của Chủ tịch UBND tỉnh", "tỉnh", False, criteria),
        ("Giấy khen của Chủ tịch UBND thị xã", "huyện", False, criteria),
    ]


def test_cau_de_nghi_tang(part):
    plan = part(
        "I. KHEN THƯỞNG\n- Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho thôn giữ rừng giỏi nhất (tối đa 5%% tập thể).\n"
        "- Kinh phí lấy từ quỹ thi đua.\nViệc xét khen phải công khai.\n".replace("%%", "%")
    )
    assert forms(plan) == [
        (
            "Bằng khen",
            None,
            False,
            [
                (
                    None,
                    [
                        "Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho thôn giữ rừng giỏi nhất (tối đa 5% tập thể)."
                    ],
                )
            ],
        )
    ]
    assert plan["award_principles"] == ["Việc xét khen phải công khai."]
    assert [(quota["count"], quota["kind"], quota["award_index"]) for quota in plan["quotas"]] == [
        ({"percent": 5}, "max", 0)
    ]


def test_khen_theo_cap(part):
    plan = part(
        "I. KHEN THƯỞNG\n1. Cấp tỉnh\na) Chủ tịch UBND tỉnh tặng Bằng khen cho thôn giữ rừng giỏi.\n"
        "b) Kinh phí do tỉnh cấp.\n2. Cấp xã\na) UBND xã quyết định khen thưởng theo thẩm quyền.\n"
    )
    assert forms(plan) == [
        ("Bằng khen", "tỉnh", False, [(None, ["Chủ tịch UBND tỉnh tặng Bằng khen cho thôn giữ rừng giỏi."])]),
        (None, "xã", True, [(None, ["UBND xã quyết định khen thưởng theo thẩm quyền."])]),
    ]


def test_tieu_chi_khen_thuong_la_tieu_chuan(part):
    plan = part(
        "I. KHEN THƯỞNG\n1. Hình thức: Giấy khen của Chủ tịch UBND xã.\n2. Tiêu chí khen thưởng: Giữ rừng giỏi.\n"
    )
    assert plan["emulation_criteria"] == []


def test_tieu_chi_thi_dua_khong_chia_nhom(part):
    plan = part("I. TIÊU CHÍ THI ĐUA\n- Không để cháy rừng.\n- Tuần rừng đều.\n")
    assert plan["emulation_criteria"] == [{"group": None, "text": ["Không để cháy rừng.", "Tuần rừng đều."]}]


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
        ("Giáo viên chủ nhiệm nhắc nhở các em.", None, "Giáo viên chủ nhiệm nhắc nhở các em."),
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
