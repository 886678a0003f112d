"""Phôi giấy khen: thêm, đặt vị trí, in cả loạt theo thứ tự, in lại một giấy thì ghi vì sao."""

from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from tests.awards.session_story import DAY
from tests.awards.test_certify import in_force
from tests.factories.commune import make_campaign, make_person
from tests.paper.test_certificate import pages
from tests.refusals import why_refused
from thidua.awards.certify import (
    BlankFacts,
    add_blank,
    describe_blank,
    end_blank,
    make_certificates,
    place_fields,
    reprint,
    show_blank,
    use_blank_again,
)
from thidua.awards.documents.certificate import print_on_blanks, sample_on_blank
from thidua.awards.models import Blank
from thidua.awards.queries.blank import blank_for, blanks_for, blanks_visible_to, layout_of, reprints_of
from thidua.journal.models import JournalEntry
from thidua.paper.blank import FIELDS, Spot

pytestmark = pytest.mark.django_db
A4 = BlankFacts("Phôi Giấy khen 2023", "giay_khen_xa", Decimal(297), Decimal(210), date(2023, 1, 1))
NAME = Spot("recipient", x=40, y=96, width=200, size=24, bold=True)


@pytest.fixture
def clerk(whole):
    return whole.commune.clerk


@pytest.fixture
def blank(clerk):
    return add_blank(A4, mandate=clerk, on=DAY)


def placed(blank: Blank, *spots: Spot, clerk, shift=(Decimal(0), Decimal(0)), expected=None) -> None:
    version = blank.version if expected is None else expected
    place_fields(blank, spots=spots, shift=shift, expected=version, mandate=clerk, on=DAY)


def photo(name: str = "phoi.png") -> ContentFile[bytes]:
    from io import BytesIO

    held = BytesIO()
    Image.new("RGB", (297, 210), "#fff8e8").save(held, "PNG")
    return ContentFile(held.getvalue(), name=name)


def test_phoi_moi_co_san_vi_tri_thuong_dung(blank: Blank) -> None:
    assert {spot["field"] for spot in blank.spots} == set(FIELDS)
    assert (blank.state_says, str(blank)) == ("đang dùng", "Phôi Giấy khen 2023")


@pytest.mark.parametrize("size", [(297, 210), (420, 297), (210, 148), (400, 300)])
def test_vi_tri_thuong_dung_vua_moi_kho_phoi(clerk, size: tuple[int, int]) -> None:
    """What the program proposes must pass its own check, whatever the sheet."""
    facts = replace(A4, width=Decimal(size[0]), height=Decimal(size[1]))
    blank = add_blank(facts, mandate=clerk, on=DAY)
    placed(blank, *layout_of(blank).spots, clerk=clerk)


def test_in_ca_loat_theo_thu_tu_quyet_dinh(whole, clerk, blank: Blank) -> None:
    campaign = make_campaign(whole, state="reviewing")
    people = [
        make_person(whole.village, honorific="Bà", name=f"Hoàng Thị {n}") for n in ("Cúc", "Mai", "Lan")
    ]
    decision = in_force(whole, campaign, *people)
    found = make_certificates(decision, mandate=clerk, on=DAY)
    placed(blank, NAME, clerk=clerk)
    assert list(blanks_for(decision, on=DAY)) == [blank]
    printed = pages(print_on_blanks(found, layout_of(blank), base="https://nalam.example.vn/"))
    assert [text.strip() for _, text in printed] == [f"Bà {one.item.name}" for one in found]


def test_dat_vi_tri_thi_cho_cu_con_trong_nhat_ky(blank: Blank, clerk) -> None:
    before = blank.spots
    placed(blank, NAME, clerk=clerk, shift=(Decimal("1.5"), Decimal(-2)))
    blank.refresh_from_db()
    assert (blank.spots, blank.shift_x, blank.shift_y) == ([asdict(NAME)], Decimal("1.5"), Decimal("-2.0"))
    entry = JournalEntry.objects.get(verb="place_fields")
    assert entry.data["before"] == {"spots": before, "shift": ["0", "0"]}


def test_hai_nguoi_cung_dat_vi_tri_thi_nguoi_sau_duoc_bao(blank: Blank, clerk) -> None:
    opened = blank.version
    placed(blank, NAME, clerk=clerk)
    assert "đã được người khác sửa" in why_refused(
        placed, blank, replace(NAME, x=50), clerk=clerk, expected=opened
    )


@pytest.mark.parametrize(
    ("spots", "sentence"),
    [
        ((replace(NAME, x=120),), "ra ngoài phôi 297 × 210 mm: từ 120; 96 đến 320"),
        ((replace(NAME, y=-1),), "ra ngoài phôi"),
        ((replace(NAME, y=205),), "ra ngoài phôi"),
        ((NAME, NAME), "Mỗi ô chỉ đặt được một lần"),
        ((replace(NAME, field="mat_khau"),), "Mỗi ô chỉ đặt được một lần"),
        ((), "ít nhất một ô"),
        ((replace(NAME, size=5),), "Cỡ chữ của ô “Tên người, tập thể, hộ được khen” từ 8 đến 60"),
        ((replace(NAME, lines=0),), "có từ 1 đến 6 dòng"),
        ((replace(NAME, width=3),), "rộng từ 8 mm"),
        ((replace(NAME, colour="red"),), "Màu hoặc cách căn"),
        ((replace(NAME, align="justify"),), "Màu hoặc cách căn"),
        ((replace(NAME, font="comic"),), "Hãy chọn kiểu chữ của ô “Tên người, tập thể, hộ được khen”"),
    ],
)
def test_vi_tri_sai_thi_noi_o_nao(blank: Blank, clerk, spots: tuple[Spot, ...], sentence: str) -> None:
    assert sentence in why_refused(placed, blank, *spots, clerk=clerk)
    blank.refresh_from_db()
    assert blank.version == 0


def test_do_dich_qua_xa_thi_khong_nhan(blank: Blank, clerk) -> None:
    assert why_refused(placed, blank, NAME, clerk=clerk, shift=(Decimal(31), Decimal(0))) == (
        "Độ dịch không quá 30 mm."
    )


def test_kho_phoi_va_hinh_thuc_phai_dung(clerk) -> None:
    assert "từ 100 đến 420 mm" in why_refused(
        add_blank, replace(A4, width=Decimal(90)), mandate=clerk, on=DAY
    )
    no_paper = replace(A4, form="lao_dong_tien_tien")
    assert why_refused(add_blank, no_paper, mandate=clerk, on=DAY) == "Hình thức này không có giấy để in."


def test_sua_mo_ta_khong_duoc_lam_o_roi_ra_ngoai(blank: Blank, clerk) -> None:
    describe_blank(blank, facts=replace(A4, name="Phôi in nhà in Cao Sơn"), expected=0, mandate=clerk, on=DAY)
    assert blank.name == "Phôi in nhà in Cao Sơn"
    small = replace(A4, width=Decimal(200))
    told = why_refused(describe_blank, blank, facts=small, expected=1, mandate=clerk, on=DAY)
    assert "ra ngoài phôi 200 × 210 mm" in told


def test_anh_phoi_de_dat_o_len(blank: Blank, clerk) -> None:
    show_blank(blank, scan=photo(), mandate=clerk, on=DAY)
    blank.refresh_from_db()
    assert (blank.scan.kind, blank.scan.purpose) == ("image/png", "blank_scan")
    words = ContentFile(b"khong phai anh", name="phoi.txt")
    assert "phải là .jpg hoặc .png" in why_refused(show_blank, blank, scan=words, mandate=clerk, on=DAY)


def test_thoi_dung_roi_dung_lai(whole, blank: Blank, clerk) -> None:
    decision = in_force(whole, make_campaign(whole, state="reviewing"))
    end_blank(blank, mandate=clerk, on=DAY)
    assert (blank.state_says, blank.ends, list(blanks_for(decision, on=DAY))) == ("thôi dùng", DAY, [])
    use_blank_again(blank, mandate=clerk, on=DAY)
    assert (blank.state_says, blank.ends, list(blanks_for(decision, on=DAY))) == ("đang dùng", None, [blank])


def test_phoi_cua_hinh_thuc_khac_khong_in_duoc(whole, clerk) -> None:
    other = add_blank(replace(A4, form="giay_khen_huyen"), mandate=clerk, on=DAY)
    decision = in_force(whole, make_campaign(whole, state="reviewing"))
    certificate = make_certificates(decision, mandate=clerk, on=DAY)[0]
    assert list(blanks_for(decision, on=DAY)) == []
    told = why_refused(reprint, certificate, blank=other, reason="Kẹt giấy", mandate=clerk, on=DAY)
    assert "là phôi của hình thức khác" in told


def test_in_lai_mot_giay_thi_phai_co_ly_do_va_chu_khong_doi(whole, clerk, blank: Blank) -> None:
    decision = in_force(whole, make_campaign(whole, state="reviewing"))
    certificate = make_certificates(decision, mandate=clerk, on=DAY)[0]
    content = dict(certificate.content)
    assert "Hãy ghi vì sao in lại" in why_refused(
        reprint, certificate, blank=blank, reason=" ", mandate=clerk, on=DAY
    )
    reprint(certificate, blank=blank, reason="Kẹt giấy", mandate=clerk, on=DAY)
    reprint(certificate, blank=None, reason="Giấy nhàu", mandate=clerk, on=DAY)
    certificate.refresh_from_db()
    assert certificate.content == content
    assert [entry.says for entry in reprints_of(decision)] == [
        "In lại giấy của Hoàng Thị Cúc trên giấy trắng: Giấy nhàu",
        "In lại giấy của Hoàng Thị Cúc trên phôi “Phôi Giấy khen 2023”: Kẹt giấy",
    ]


def test_chi_van_thu_va_thuong_truc_cua_co_quan_lap_phoi(whole, blank: Blank) -> None:
    member = whole.commune.culture
    assert "Việc này của" in why_refused(add_blank, A4, mandate=member, on=DAY)
    other = whole.district.clerk
    assert "bạn đang làm cho" in why_refused(end_blank, blank, mandate=other, on=DAY)
    with pytest.raises(Blank.DoesNotExist):
        blank_for(other, blank.code)
    assert list(blanks_visible_to(whole.head(whole.village))) == []
    assert blank_for(member, blank.code) == blank


def test_in_thu_khong_dung_ten_that(blank: Blank, whole) -> None:
    ((_, text),) = pages(
        sample_on_blank(layout_of(blank), unit=whole.commune.unit, on=DAY, base="https://nalam.example.vn")
    )
    assert "Ông Nguyễn Văn Thử Phôi" in text
