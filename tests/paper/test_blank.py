"""In dữ liệu lên phôi có sẵn: mỗi ô đúng chỗ, chữ dài thì nhỏ lại, trang cân chỉnh có thước."""

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfTextObj

from tests.paper.test_certificate import GIVEN, LONG_NAME, pages, places
from tests.paper.test_glyphs import ALL
from thidua.paper.blank import FAMILIES, FIELDS, Layout, Spot, height, write_calibration, write_on_blanks
from thidua.paper.certificate import TooLong
from thidua.paper.glyphs import MissingGlyphs

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)
NAME = Spot("recipient", x=40, y=96, width=200, size=24, bold=True)
GOLD = Spot("gold_number", x=27, y=176, width=60, size=13, align="left", italic=True, before="Số sổ vàng: ")
BLANK = Layout(297, 210, (NAME, GOLD))


def test_chi_co_du_lieu_khong_co_loi_in_san() -> None:
    ((size, text),) = pages(write_on_blanks([GIVEN], BLANK, timestamp=NOON))
    assert (size, text.split("\r\n")) == (
        [297.0, 210.0],
        ["Hộ gia đình ông Chu Văn Quyền", "Số sổ vàng: 05"],
    )


def test_moi_o_dung_cho_tinh_bang_mi_li_met() -> None:
    (name, left, top, right, bottom), (gold, gold_left, gold_top, *_) = places(
        write_on_blanks([GIVEN], BLANK, timestamp=NOON)
    )
    assert (name, gold) == ("Hộ gia đình ông Chu Văn Quyền", "Số sổ vàng: 05")
    assert abs((left + right) / 2 - (NAME.x + NAME.width / 2)) < 0.6
    assert NAME.y <= top < bottom <= NAME.y + height(NAME)
    assert abs(gold_left - GOLD.x) < 0.6
    assert GOLD.y <= gold_top <= GOLD.y + height(GOLD)


def test_may_in_lech_thi_doi_ca_trang() -> None:
    plain = places(write_on_blanks([GIVEN], BLANK, timestamp=NOON))
    moved = places(write_on_blanks([GIVEN], replace(BLANK, shift=(5, -3)), timestamp=NOON))
    shifts = {(round(b[1] - a[1]), round(b[2] - a[2])) for a, b in zip(plain, moved, strict=True)}
    assert shifts == {(5, -3)}


def test_ten_dai_nho_lai_chu_khong_tran_ra_ngoai_o() -> None:
    long = replace(GIVEN, prefix="Tập thể", name=LONG_NAME)
    spot = replace(NAME, lines=2)
    found = places(write_on_blanks([long], Layout(297, 210, (spot,)), timestamp=NOON))
    assert " ".join(words for words, *_ in found) == f"Tập thể {LONG_NAME}"
    assert len(found) == 2
    for _, left, top, right, bottom in found:
        assert spot.x - 0.5 <= left < right <= spot.x + spot.width + 0.5
        assert spot.y - 0.5 <= top < bottom <= spot.y + height(spot) + 0.5


def test_chu_khong_the_vua_o_thi_noi_o_nao_va_cua_ai() -> None:
    small = Layout(297, 210, (replace(NAME, width=30),))
    with pytest.raises(TooLong, match="ô “Tên người, tập thể, hộ được khen” trên phôi .giấy của Hộ gia đình"):
        write_on_blanks([GIVEN], small, timestamp=NOON)


def test_o_khong_co_du_lieu_thi_khong_in_ca_nhan() -> None:
    ((_, text),) = pages(write_on_blanks([replace(GIVEN, gold_number="")], BLANK, timestamp=NOON))
    assert text.split("\r\n") == ["Hộ gia đình ông Chu Văn Quyền"]


def test_dung_thu_tu_quyet_dinh_va_moi_giay_mot_trang() -> None:
    many = [replace(GIVEN, name=f"Chu Văn {number}") for number in range(1, 13)]
    printed = pages(write_on_blanks(many, BLANK, timestamp=NOON))
    assert [text.split("\r\n")[0] for _, text in printed] == [
        f"Hộ gia đình ông Chu Văn {number}" for number in range(1, 13)
    ]


def test_ma_qr_nam_dung_o() -> None:
    layout = Layout(297, 210, (Spot("qr", x=27, y=160, width=22),))
    with pypdfium2.PdfDocument(write_on_blanks([GIVEN], layout, timestamp=NOON)) as opened:
        page = opened[0]
        ((left, bottom, right, top),) = [item.get_bounds() for item in page.get_objects()]
        mm = 25.4 / 72
        box = [round(side * mm, 1) for side in (left, page.get_height() - top, right - left, top - bottom)]
    assert box == [27.0, 160.0, 22.0, 22.0]


def test_ky_tu_khong_co_trong_phong_thi_noi_ro() -> None:
    with pytest.raises(MissingGlyphs):
        write_on_blanks([replace(GIVEN, name="Chu Văn 漢")], BLANK, timestamp=NOON)


def fonts_of(pdf: bytes) -> set[str]:
    """The names of the fonts in a PDF, without the mark of a subset; each must be embedded."""
    with pypdfium2.PdfDocument(pdf) as opened:
        texts = [one for page in opened for one in page.get_objects() if isinstance(one, PdfTextObj)]
        fonts = [one.get_font() for one in texts]
        assert all(font.is_embedded for font in fonts)
        return {font.get_base_name().rpartition("+")[2] for font in fonts}


@pytest.mark.parametrize(
    ("font", "bold", "embedded"),
    [
        ("serif", True, "Tinos-Bold"),
        ("sans", True, "Arimo-Bold"),
        ("sans", False, "Arimo-Regular"),
        ("script", True, "GreatVibes-Regular"),
    ],
)
def test_kieu_chu_cua_o_nam_trong_tep_va_ve_du_chu_viet(font: str, bold: bool, embedded: str) -> None:
    spot = Spot("recipient", x=5, y=5, width=287, size=16, bold=bold, lines=6, font=font)
    alphabet = replace(GIVEN, prefix="", name=" ".join(ALL))
    pdf = write_on_blanks([alphabet], Layout(297, 210, (spot,)), timestamp=NOON)
    ((_, text),) = pages(pdf)
    assert (fonts_of(pdf), text.split()) == ({embedded}, ALL)


@pytest.mark.parametrize("font", FAMILIES)
def test_moi_kieu_chu_do_theo_chinh_no_khi_thu_nho(font: str) -> None:
    """As large as its own letters allow: the box is nearly filled, and nothing stands out of it."""
    spot = Spot("recipient", x=40, y=96, width=80, size=24, font=font)
    ((_, left, _, right, _),) = places(write_on_blanks([GIVEN], Layout(297, 210, (spot,)), timestamp=NOON))
    assert (left > 39, right < 121, right - left > 74) == (True, True, True)


def test_phoi_dat_truoc_khi_co_kieu_chu_van_in_co_chan() -> None:
    kept = {name: value for name, value in asdict(NAME).items() if name != "font"}
    assert Spot(**kept) == NAME


def test_trang_can_chinh_co_thuoc_va_ten_tung_o() -> None:
    spots = tuple(
        Spot(field, x=20, y=15 * place, width=90)
        for place, field in enumerate(FIELDS, start=1)
        if field != "qr"
    )
    ((size, text),) = pages(write_calibration(Layout(297, 210, spots), timestamp=NOON))
    assert size == [297.0, 210.0]
    assert [name for field, name in FIELDS.items() if field != "qr" and name not in text] == []
    assert "290" in text.split()


@settings(max_examples=25, deadline=None)
@given(
    x=st.integers(0, 150),
    y=st.integers(0, 180),
    width=st.integers(80, 140),
    size=st.integers(10, 30),
    lines=st.integers(1, 3),
)
def test_o_nao_cung_giu_chu_ben_trong(x: int, y: int, width: int, size: int, lines: int) -> None:
    spot = Spot("recipient", x=x, y=y, width=width, size=size, lines=lines)
    try:
        found = places(write_on_blanks([GIVEN], Layout(297, 210, (spot,)), timestamp=NOON))
    except TooLong:
        return
    assert 1 <= len(found) <= lines
    assert all(x - 0.6 <= left and right <= x + width + 0.6 for _, left, _, right, _ in found)
