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
    ("first", "second", "days"),
    [
        ("Năm 2023: trồng rừng.", "Năm 2024 – 2025: giữ rừng.", ("2023-01-01", "2023-12-31", "2024-01-01")),
        (
            "Giai đoạn 2023 - 2024: trồng.",
            "Giai đoạn 2025-2026: giữ.",
            ("2023-01-01", "2024-12-31", "2025-01-01"),
        ),
        (
            "Giai đoạn I, năm 2023: trồng.",
            "Giai đoạn II (từ năm 2024): giữ.",
            ("2023-01-01", "2023-12-31", "2024-01-01"),
        ),
        (
            "Giai đoạn 1 (2023): từ ngày 01/4/2023 đến ngày 30/6/2023.",
            "Giai đoạn 2 (2024): sơ kết vào quý I/2024.",
            ("2023-04-01", "2023-06-30", "2024-01-01"),
        ),
    ],
)
def test_giai_doan_ke_theo_nam(part, first, second, days):
    """The years that a phase says are its days, unless it says exact ones right after."""
    phases = part(f"I. THỜI GIAN\n- {first}\n- {second}\n")["period"]["phases"]
    assert [one["text"] for one in phases] == [first, second]
    assert (phases[0]["start"], phases[0]["end"], phases[1]["start"]) == days


@pytest.mark.parametrize(
    "said",
    [
        "I. THỜI GIAN: Năm 2023: trồng rừng; Năm 2024: giữ rừng.\n",
        "I. THỜI GIAN\nGiai đoạn 1 (2023): trồng rừng. Giai đoạn 2 (2024): giữ rừng.\n",
        "I. LỘ TRÌNH THỰC HIỆN\n1. Năm 2023\n- Trồng rừng.\n2. Năm 2024\n- Giữ rừng.\n",
    ],
)
def test_giai_doan_trong_mot_dong_hoac_la_tieu_de(part, said):
    period = part(said)["period"]
    assert [(one["start"], one["end"]) for one in period["phases"]] == [
        ("2023-01-01", "2023-12-31"),
        ("2024-01-01", "2024-12-31"),
    ]
    assert (period["text"], period["start"], period["end"]) == (None, "2023-01-01", "2024-12-31")


def test_chi_mot_dong_ke_nam_thi_khong_phai_giai_doan(part):
    period = part("I. THỜI GIAN\n- Năm 2023: từ ngày 01/4/2023 đến ngày 30/6/2023.\n")["period"]
    assert (period["start"], period["end"], period["phases"]) == ("2023-04-01", "2023-06-30", [])


def test_giai_doan_khong_noi_ngay_thi_khong_bia_ngay(part):
    period = part("I. THỜI GIAN\n- Giai đoạn 1: trồng rừng.\n- Từ ngày 01/4/2023 đến ngày 30/6/2023.\n")[
        "period"
    ]
    assert (period["start"], period["end"], period["phases"]) == ("2023-04-01", "2023-06-30", [])


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
            "tỉnh",
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
