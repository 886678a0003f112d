"""Who lives in the demo (nhân vật của bản trình diễn): every person, body and village is invented."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "Thi-Dua-11-6"  # noqa: S105  the one password of every demo account, printed with the accounts
PROVINCE = "Ủy ban nhân dân tỉnh Lạng Bình"
DISTRICT = "Ủy ban nhân dân huyện Cao Sơn"
COMMUNE = "Ủy ban nhân dân xã Nà Lâm"


@dataclass(frozen=True)
class Character:
    """A person with an account (nhân vật có tài khoản)."""

    name: str
    username: str
    honorific: str = "Ông"
    ethnicity: str = "Tày"


@dataclass(frozen=True)
class Officer:
    """An office of a committee and who holds it (chức vụ); `post` is the seat in the council, "" for none."""

    role: str
    title: str
    who: Character
    post: str = ""


@dataclass(frozen=True)
class Body:
    """A body or a village (cơ quan, đoàn thể, thôn) and its head, None where nobody takes part."""

    name: str
    short: str = ""
    title: str = "Trưởng thôn"
    head: Character | None = None
    sector: str = ""
    in_council: bool = False
    symbol: str = ""


COMMUNE_OFFICERS = (
    Officer("chair", "Chủ tịch UBND xã", Character("Lương Quốc Thịnh", "chutich"), "chair"),
    Officer(
        "vice_chair", "Phó Chủ tịch UBND xã", Character("Nông Thị Hạnh", "phochutich", "Bà", "Nùng"), "vice"
    ),
    Officer(
        "standing",
        "Ủy viên thường trực Hội đồng TĐKT",
        Character("Hoàng Thị Mai", "thuongtruc", "Bà"),
        "standing",
    ),
    Officer("secretary", "Thư ký Hội đồng TĐKT", Character("Đàm Thị Lan", "thuky", "Bà"), "secretary"),
    Officer(
        "culture", "Công chức văn hóa - xã hội", Character("Lý Văn Khang", "vanhoa", "Ông", "Dao"), "member"
    ),
    Officer(
        "accountant",
        "Công chức tài chính - kế toán",
        Character("Chu Thị Sen", "ketoan", "Bà", "Kinh"),
        "member",
    ),
    Officer(
        "member", "Ủy viên Hội đồng TĐKT", Character("Triệu Văn Nghĩa", "uyvien1", "Ông", "Dao"), "member"
    ),
    Officer(
        "member", "Ủy viên Hội đồng TĐKT", Character("Phùng Thị Kiều", "uyvien2", "Bà", "Nùng"), "member"
    ),
    Officer("clerk", "Văn thư", Character("Nông Văn Lý", "vanthu", "Ông", "Nùng")),
    Officer("teller", "Tổ trưởng tổ kiểm phiếu", Character("Bế Thị Thơm", "kiemphieu", "Bà")),
)
ADMINISTRATOR = Character("Hà Văn Bách", "quantri", "Ông", "Kinh")

DISTRICT_OFFICERS = (
    Officer(
        "chair", "Chủ tịch UBND huyện", Character("Đặng Hữu Cường", "huyen-chutich", "Ông", "Kinh"), "chair"
    ),
    Officer(
        "vice_chair", "Phó Chủ tịch UBND huyện", Character("Bế Thị Hường", "huyen-phochutich", "Bà"), "vice"
    ),
    Officer("standing", "Trưởng phòng Nội vụ", Character("Ma Văn Tuấn", "huyen-thuongtruc"), "standing"),
    Officer(
        "secretary",
        "Thư ký Hội đồng TĐKT",
        Character("Tô Thị Nhung", "huyen-thuky", "Bà", "Kinh"),
        "secretary",
    ),
    Officer(
        "accountant", "Kế toán trưởng", Character("Phạm Thị Ngà", "huyen-ketoan", "Bà", "Kinh"), "member"
    ),
    Officer(
        "member", "Ủy viên Hội đồng TĐKT", Character("Sầm Văn Thụ", "huyen-uyvien1", "Ông", "Nùng"), "member"
    ),
    Officer("member", "Ủy viên Hội đồng TĐKT", Character("Lưu Thị Phượng", "huyen-uyvien2", "Bà"), "member"),
    Officer("clerk", "Văn thư", Character("Trương Thị Dung", "huyen-vanthu", "Bà", "Kinh")),
    Officer("teller", "Tổ trưởng tổ kiểm phiếu", Character("Âu Văn Thái", "huyen-kiemphieu", "Ông", "Kinh")),
)

PROVINCE_OFFICERS = (
    Officer("chair", "Chủ tịch UBND tỉnh", Character("Vũ Đình Khôi", "tinh-chutich", "Ông", "Kinh"), "chair"),
    Officer("vice_chair", "Phó Chủ tịch UBND tỉnh", Character("Nông Thanh Bình", "tinh-phochutich"), "vice"),
    Officer(
        "standing",
        "Trưởng phòng Thi đua - Khen thưởng",
        Character("Đỗ Thị Quyên", "tinh-thuongtruc", "Bà", "Kinh"),
        "standing",
    ),
    Officer(
        "secretary",
        "Thư ký Hội đồng TĐKT",
        Character("Vương Văn Huy", "tinh-thuky", "Ông", "Nùng"),
        "secretary",
    ),
    Officer("accountant", "Kế toán trưởng", Character("Ngô Thị Vân", "tinh-ketoan", "Bà", "Kinh"), "member"),
    Officer("member", "Ủy viên Hội đồng TĐKT", Character("Hoàng Đức Lợi", "tinh-uyvien1"), "member"),
    Officer("member", "Ủy viên Hội đồng TĐKT", Character("Lộc Thị Yến", "tinh-uyvien2", "Bà"), "member"),
    Officer("clerk", "Văn thư", Character("Đinh Thị Hoa", "tinh-vanthu", "Bà", "Kinh")),
    Officer("teller", "Tổ trưởng tổ kiểm phiếu", Character("Cao Văn Nhất", "tinh-kiemphieu", "Ông", "Kinh")),
)

ABOVE_TAKING_PART = (
    Body("Đảng ủy xã Nà Lâm", "Đảng ủy xã", sector="Đảng"),
    Body("Hội đồng nhân dân xã Nà Lâm", "HĐND xã", sector="Chính quyền"),
)
BODIES = (
    Body(
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã Nà Lâm",
        "MTTQ xã",
        "Chủ tịch Ủy ban MTTQ xã",
        Character("Nông Thị Thắm", "mttq", "Bà", "Nùng"),
        "Mặt trận",
        in_council=True,
        symbol="MTTQ",
    ),
    Body(
        "Hội Nông dân xã Nà Lâm",
        "Hội Nông dân xã",
        "Chủ tịch Hội Nông dân xã",
        Character("Hứa Văn Thắng", "nongdan", "Ông", "Nùng"),
        "Đoàn thể",
        symbol="HND",
    ),
    Body(
        "Hội Liên hiệp Phụ nữ xã Nà Lâm",
        "Hội Phụ nữ xã",
        "Chủ tịch Hội LHPN xã",
        Character("Triệu Thị Xuân", "phunu", "Bà", "Dao"),
        "Đoàn thể",
        symbol="HPN",
    ),
    Body(
        "Hội Cựu chiến binh xã Nà Lâm",
        "Hội Cựu chiến binh xã",
        "Chủ tịch Hội Cựu chiến binh xã",
        Character("Bế Văn Toàn", "cuuchienbinh"),
        "Đoàn thể",
        symbol="HCCB",
    ),
    Body(
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Nà Lâm",
        "Đoàn Thanh niên xã",
        "Bí thư Đoàn xã",
        Character("Lăng Thị Ngân", "doanthanhnien", "Bà", "Nùng"),
        "Đoàn thể",
        symbol="ĐTN",
    ),
    Body(
        "Hội Người cao tuổi xã Nà Lâm",
        "Hội Người cao tuổi xã",
        "Chủ tịch Hội Người cao tuổi xã",
        Character("Dương Văn Mạc", "nguoicaotuoi"),
        "Đoàn thể",
        symbol="HNCT",
    ),
    Body(
        "Công an xã Nà Lâm",
        "Công an xã",
        "Trưởng Công an xã",
        Character("Đinh Văn Quân", "congan", "Ông", "Kinh"),
        "Lực lượng vũ trang",
        symbol="CAX",
    ),
    Body(
        "Ban Chỉ huy Quân sự xã Nà Lâm",
        "Ban CHQS xã",
        "Chỉ huy trưởng",
        Character("Hoàng Văn Dũng", "quansu"),
        "Lực lượng vũ trang",
        symbol="BCHQS",
    ),
    Body(
        "Trường Tiểu học và Trung học cơ sở Nà Lâm",
        "Trường TH&THCS",
        "Hiệu trưởng",
        Character("Lương Thị Oanh", "truonghoc", "Bà"),
        "Sự nghiệp",
        symbol="THTHCS",
    ),
    Body(
        "Trạm Y tế xã Nà Lâm",
        "Trạm Y tế xã",
        "Trạm trưởng",
        Character("Mã Thị Hiền", "tramyte", "Bà", "Nùng"),
        "Sự nghiệp",
        symbol="TYT",
    ),
)


def _village(place: str, head: str, code: str, honorific: str = "Ông", ethnicity: str = "Tày") -> Body:
    return Body(f"Thôn {place}", head=Character(head, f"thon-{code}", honorific, ethnicity), sector="Thôn")


VILLAGES = (
    _village("Khuổi Cáp", "Hứa Văn Sinh", "khuoi-cap"),
    _village("Bản Vàng", "Chu Văn Quyền", "ban-vang", ethnicity="Nùng"),
    _village("Nà Chang", "Lộc Thị Bưởi", "na-chang", "Bà"),
    _village("Pác Luông", "Hoàng Văn Chài", "pac-luong"),
    _village("Lũng Phia", "Bàn Văn Phú", "lung-phia", ethnicity="Dao"),
    _village("Cốc Mòn", "Đặng Thị Pham", "coc-mon", "Bà", "Dao"),
    _village("Nà Tầu", "Nông Văn Inh", "na-tau", ethnicity="Nùng"),
    _village("Khuổi Slấn", "Lăng Văn Thức", "khuoi-slan", ethnicity="Nùng"),
)
# Villages that joined when communes were merged: the story of 2026 has eighteen.
VILLAGES_JOINED = (
    _village("Nà Hoài", "Vi Văn Đoàn", "na-hoai"),
    _village("Bản Cuôn", "Lương Văn Sắt", "ban-cuon"),
    _village("Phia Đeng", "Bàn Thị Mùi", "phia-deng", "Bà", "Dao"),
    _village("Lũng Mười", "Triệu Quầy Phin", "lung-muoi", ethnicity="Dao"),
    _village("Cốc Rầy", "Nông Thị Ươm", "coc-ray", "Bà", "Nùng"),
    _village("Nà Giàng", "Hoàng Văn Kỉn", "na-giang"),
    _village("Khau Sớ", "Lý A Sinh", "khau-so", ethnicity="Mông"),
    _village("Bản Lải", "Mã Văn Hột", "ban-lai"),
    _village("Pác Miầu", "Đàm Văn Thoòng", "pac-miau"),
    _village("Tả Cáy", "Phùng Chòi Phẩu", "ta-cay", ethnicity="Dao"),
)


SCRIBES = (
    "Lý Thị Thoa", "Nông Văn Chiến", "Hoàng Thị Nhàn", "Triệu Văn Sỹ", "Đàm Thị Vy", "Chu Văn Tường",
    "Lăng Thị Huệ", "Bế Văn Quảng",
)  # fmt: skip


def scribe_of(unit: str) -> str:
    """Who takes the minutes of a unit's own meeting (thư ký cuộc họp của đơn vị), the same in every run."""
    return SCRIBES[sum(map(ord, unit)) % len(SCRIBES)]


def villages_in(year: int) -> tuple[Body, ...]:
    """The villages of the commune in a year (các thôn): eight in 2023, eighteen after the merger."""
    return VILLAGES if year < 2025 else VILLAGES + VILLAGES_JOINED
