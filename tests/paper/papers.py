"""Invented papers of an invented commune, one of each kind (văn bản mẫu)."""

from datetime import date

from thidua.paper.model import (
    Appendix,
    Column,
    Document,
    Letterhead,
    SignatureBlock,
    Signatures,
    Table,
    article,
    bold,
    bullet,
    clause,
    heading,
    italic,
    p,
    point,
)

DAY = date(2023, 6, 12)
COMMUNE = ("ỦY BAN NHÂN DÂN", "XÃ NÀ LÂM")
CHAIR = ("CHỦ TỊCH ỦY BAN NHÂN DÂN", "XÃ NÀ LÂM")
CHAIR_SIGNS = SignatureBlock("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="Lương Quốc Thịnh")
DEPUTY_SIGNS = SignatureBlock(
    "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", for_role="KT. CHỦ TỊCH", name="Hoàng Thị Mai Ước"
)
SURNAMES = ("Nguyễn", "Đặng", "Vương", "Lường", "Hoàng", "Chu", "Phùng")
GIVEN = ("Văn Quyền", "Thị Hằng Ngọc", "Đức Thuận", "Thị Ẩn", "Quốc Khánh Duy", "Thị Mỹ Lệ")


def letterhead(symbol: str, number: str = "87", *, body: tuple[str, ...] = COMMUNE) -> Letterhead:
    return Letterhead(body, symbol=symbol, number=number, place="Nà Lâm", day=DAY)


def plan() -> Document:
    return Document(
        "ke_hoach",
        letterhead("KH-UBND", "05"),
        "KẾ HOẠCH",
        "Phát động phong trào thi đua chào mừng ngày hội đại đoàn kết các thôn bản vùng cao "
        "trên địa bàn xã Nà Lâm",
        opening="Thực hiện Kế hoạch số 21/KH-UBND ngày 03 tháng 02 năm 2023 của Ủy ban nhân dân huyện "
        "Cao Sơn về phong trào thi đua năm 2023, Ủy ban nhân dân xã Nà Lâm xây dựng kế hoạch như sau:",
        body=(
            heading("MỤC ĐÍCH, YÊU CẦU", number="I."),
            heading("Mục đích", number="1."),
            p("Khơi dậy tinh thần đoàn kết của Nhân dân trong xã, ", bold("không chạy theo thành tích"), "."),
            heading("Yêu cầu", number="2."),
            point(
                "a", "Mỗi thôn đăng ký ít nhất một phần việc cụ thể, có địa chỉ, có người chịu trách nhiệm."
            ),
            point("b", "Kết quả được ghi hằng tuần."),
            heading("NỘI DUNG THI ĐUA", number="II."),
            *(
                clause(
                    n,
                    f"Nội dung thứ {n}: làm mới 12,5 km đường thôn, trồng 2.500 cây xanh, xóa 08 nhà tạm; "
                    * 3,
                )
                for n in range(1, 9)
            ),
            bullet("Thôn Nà Pheo làm điểm; các thôn khác học tập sau ngày 05/6/2023."),
            heading("TỔ CHỨC THỰC HIỆN", number="III."),
            p("Các thôn báo cáo kết quả trước ngày 30/6/2023. Trên đây là Kế hoạch của Ủy ban nhân dân xã."),
        ),
        signature=DEPUTY_SIGNS,
        recipients=("Thường trực Đảng ủy xã", "Các thôn, bản", "Lưu: VT, VHXH"),
    )


def award_rows(count: int) -> tuple[tuple[str, ...], ...]:
    people = tuple(
        (
            str(index),
            f"Ông {SURNAMES[index % 7]} {GIVEN[index % 6]}",
            f"Thôn Nà Pheo {index % 9 + 1}, xã Nà Lâm",
            "Có thành tích xuất sắc trong phong trào thi đua làm đường thôn, bản",
            "450.000",
        )
        for index in range(1, count + 1)
    )
    return (("I. CÁ NHÂN",), *people)


def award_list(count: int, *, size: float = 12) -> Table:
    return Table(
        (
            Column("TT", 12, "center"),
            Column("Họ và tên", 45),
            Column("Chức vụ, đơn vị, địa chỉ", 42),
            Column("Thành tích", 45),
            Column("Tiền thưởng (đồng)", 25, "right"),
        ),
        award_rows(count),
        total_row=("", "Tổng cộng", "", "", "135.000.000"),
        size=size,
    )


def decision(count: int = 300) -> Document:
    return Document(
        "quyet_dinh",
        letterhead("QĐ-CTUBND", body=CHAIR),
        "QUYẾT ĐỊNH",
        "Về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích trong phong trào thi đua "
        "làm đường thôn, bản",
        issuer_line="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM",
        grounds=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
            "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã Nà Lâm",
        ),
        body=(
            article(1, f"Tặng Giấy khen cho {count} cá nhân (có danh sách kèm theo)."),
            article(2, "Tiền thưởng kèm theo Giấy khen lấy từ quỹ thi đua, khen thưởng của xã năm 2023."),
            article(3, "Quyết định này có hiệu lực kể từ ngày ký."),
            article(
                4, "Văn phòng Ủy ban nhân dân xã và các cá nhân có tên tại Điều 1 thi hành Quyết định này."
            ),
        ),
        signature=SignatureBlock(role="CHỦ TỊCH", name="Lương Quốc Thịnh"),
        recipients=("Như Điều 4", "Phòng Nội vụ huyện", "Lưu: VT, TĐKT"),
        appendices=(
            Appendix(
                "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
                "(Kèm theo Quyết định số 87/QĐ-CTUBND ngày 12 tháng 6 năm 2023 "
                "của Chủ tịch Ủy ban nhân dân xã)",
                (award_list(count),),
            ),
        ),
    )


def submission() -> Document:
    return Document(
        "to_trinh",
        letterhead("TTr-UBND", "09"),
        "TỜ TRÌNH",
        "Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        addressees=("Chủ tịch Ủy ban nhân dân huyện Cao Sơn", "Phòng Nội vụ huyện Cao Sơn"),
        body=(
            p("Ủy ban nhân dân xã kính trình khen thưởng 02 tập thể:"),
            award_list(2),
            p("Kính đề nghị xem xét, quyết định."),
        ),
        signature=CHAIR_SIGNS,
        recipients=("Như trên", "Lưu: VT."),
    )


def minutes() -> Document:
    return Document(
        "bien_ban",
        Letterhead(
            ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",),
            parent="UBND XÃ NÀ LÂM",
            symbol="BB-HĐTĐKT",
            number="03",
            show_place_date=False,
        ),
        "BIÊN BẢN",
        "Phiên họp xét khen thưởng phong trào thi đua làm đường thôn, bản",
        body=(
            p("Thời gian bắt đầu: 8 giờ 00 phút, ngày 09 tháng 6 năm 2023."),
            p("Địa điểm: Phòng họp Ủy ban nhân dân xã."),
            bullet("Chủ trì: ông Lương Quốc Thịnh, Chủ tịch Hội đồng."),
            p("Kết quả biểu quyết: ", bold("08/09 phiếu đồng ý"), ", ", italic("đạt 88,9 %"), "."),
            p("Cuộc họp kết thúc vào 11 giờ 00 phút, ngày 09 tháng 6 năm 2023."),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="THƯ KÝ", name="Vi Thị Lan"),
                SignatureBlock(role="CHỦ TỌA", name="Lương Quốc Thịnh", note="(Ký tên, đóng dấu)"),
            )
        ),
        recipients=("Thành viên Hội đồng", "Lưu: VT, Hồ sơ"),
    )


def letter() -> Document:
    return Document(
        "cong_van",
        letterhead("UBND-VP", "120"),
        letter_subject="V/v báo cáo kết quả tuần của phong trào thi đua làm đường thôn",
        addressees=("Trưởng các thôn Nà Pheo, Nà Sla",),
        body=(p("Đến nay hai thôn chưa gửi kết quả tuần. Đề nghị gửi trước ngày 15/6/2023."),),
        signature=CHAIR_SIGNS,
        recipients=("Như trên", "Lưu: VT"),
    )


def report() -> Document:
    return Document(
        "bao_cao",
        letterhead("BC-UBND", ""),
        "BÁO CÁO",
        "Tổng kết phong trào thi đua làm đường thôn, bản",
        addressees=("Ủy ban nhân dân huyện Cao Sơn",),
        body=(
            heading("KẾT QUẢ", number="I."),
            clause(1, "Làm mới 12,5 km đường, đạt 125 %."),
            award_list(40),
        ),
        signature=CHAIR_SIGNS,
        recipients=("Như trên", "Lưu: VT"),
    )


def invitation() -> Document:
    return Document(
        "giay_moi",
        letterhead("GM-UBND", "31"),
        "GIẤY MỜI",
        "Dự hội nghị tổng kết và trao thưởng",
        body=(
            p("Ủy ban nhân dân xã Nà Lâm trân trọng kính mời:", style="center"),
            p("Gia đình ông Chu Văn Quyền", style="center_bold"),
            p("Thời gian: 7 giờ 30 phút, ngày 15/6/2023. Địa điểm: Hội trường xã."),
            p("Mang theo Giấy mời này.", style="note"),
            p("Rất hân hạnh được đón tiếp.", style="left"),
        ),
        signature=CHAIR_SIGNS,
        recipients=("Như trên", "Lưu: VT"),
    )


def notice() -> Document:
    return Document(
        "thong_bao",
        letterhead("TB-UBND", "44"),
        "THÔNG BÁO",
        "Công khai danh sách đề nghị khen thưởng",
        body=(p("Ý kiến gửi về Văn phòng Ủy ban nhân dân xã trước ngày 20/6/2023."),),
        signature=CHAIR_SIGNS,
        recipients=("Các thôn", "Lưu: VT"),
        appendices=(
            Appendix(
                "BIỂU SỐ 1", "(Kèm theo Thông báo)", (award_list(60),), label="Phụ lục I", landscape=True
            ),
            Appendix("BIỂU SỐ 2", "(Kèm theo Thông báo)", (p("Không có ý kiến khác."),), label="Phụ lục II"),
        ),
    )


def payment_list() -> Document:
    signers = ("NGƯỜI LẬP", "KẾ TOÁN", "CHỦ TỊCH")
    return Document(
        "danh_sach_chi_tien",
        Letterhead(COMMUNE, symbol="DS-UBND", number="12", place="Nà Lâm", day=DAY),
        "DANH SÁCH CHI TIỀN THƯỞNG",
        "Phong trào thi đua làm đường thôn, bản",
        body=(award_list(25), p("Bằng chữ: Một trăm ba mươi lăm triệu đồng chẵn.", style="left")),
        signature=Signatures(
            tuple(SignatureBlock(role=role, note="(Ký, ghi rõ họ tên)") for role in signers)
        ),
        landscape=True,
        end_mark=False,
    )


PAPERS = {
    maker.__name__: maker
    for maker in (
        plan,
        decision,
        submission,
        minutes,
        letter,
        report,
        invitation,
        notice,
        payment_list,
    )
}
