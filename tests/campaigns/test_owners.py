"""Kế hoạch nói ai: nhận ra đơn vị theo tên có dấu, không dấu, viết tắt; chỗ không rõ để cán bộ chọn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.factories.commune import Commune, make_commune, make_unit
from thidua.campaigns.queries.owners import Directory, Owner, directory_of, owners_in
from thidua.org.models import Unit

DAY = date(2023, 3, 15)


@pytest.fixture
def whole() -> Commune:
    whole = make_commune(2023)
    for code, name, short in (
        ("phu-nu", "Hội Liên hiệp Phụ nữ xã Nà Lâm", "Hội Phụ nữ xã"),
        ("cao-tuoi", "Hội Người cao tuổi xã Nà Lâm", "Hội NCT xã"),
        ("cong-an", "Công an xã Nà Lâm", "Công an xã"),
    ):
        make_unit(name, code, "don_vi", whole.commune.unit, short_name=short)
    return whole


def understood(words: str, whole: Commune) -> tuple[list[str], str]:
    owners = owners_in(words, directory_of(whole.commune.unit, on=DAY))
    return sorted(owner.role or owner.unit.code for owner in owners.found), owners.unclear


BODIES = ["cao-tuoi", "cong-an", "mttq", "phu-nu", "truong"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "found", "unclear"),
    [
        ("Thôn Khuổi Cáp", ["khuoi-cap"], ""),
        ("thon khuoi cap", ["khuoi-cap"], ""),
        ("các thôn Bản Vàng, Khuổi Cáp", ["ban-vang", "khuoi-cap"], ""),
        ("Các thôn", ["ban-vang", "khuoi-cap"], ""),
        ("Trưởng các thôn", ["ban-vang", "khuoi-cap"], ""),
        ("Ủy ban MTTQ và các đoàn thể", ["cao-tuoi", "mttq", "phu-nu"], ""),
        ("Mặt trận Tổ quốc xã, Công an xã", ["cong-an", "mttq"], ""),
        ("các tổ chức chính trị - xã hội", ["phu-nu"], ""),
        ("Hội LHPN xã", ["phu-nu"], ""),
        ("Hội Phụ nữ", ["phu-nu"], ""),
        ("Các cơ quan, đơn vị", BODIES, ""),
        ("các trường học", ["truong"], ""),
        ("UBND huyện Cao Sơn (b/c)", ["cao-son"], ""),
        ("Hội đồng Thi đua - Khen thưởng xã", ["standing"], ""),
        ("Thường trực Hội đồng TĐKT", ["standing"], ""),
        ("Công chức Văn hóa - xã hội, Tài chính - Kế toán", ["accountant", "culture"], ""),
        ("Phòng Văn hóa - Xã hội", [], "Phòng Văn hóa - Xã hội"),
        ("Các thôn, cán bộ, công chức", ["ban-vang", "khuoi-cap"], "cán bộ, công chức"),
        ("Hợp tác xã Quyết Tiến", [], "Hợp tác xã Quyết Tiến"),
        ("thôn Nà Xa", [], "thôn Nà Xa"),
        ("", [], ""),
    ],
)
def test_ai_duoc_giao(whole: Commune, words: str, found: list[str], unclear: str) -> None:
    assert understood(words, whole) == (found, unclear)


@pytest.mark.django_db
def test_hai_thon_khac_dau_thi_theo_dau_khong_dau_thi_de_can_bo_chon(whole: Commune) -> None:
    make_unit("Thôn Bản Váng", "ban-vang-hai", "thon", whole.commune.unit)
    assert understood("Thôn Bản Vàng", whole) == (["ban-vang"], "")
    assert understood("thôn Bản Váng", whole) == (["ban-vang-hai"], "")
    assert understood("thon Ban Vang", whole) == ([], "thon Ban Vang")


@pytest.mark.django_db
def test_khong_ai_giu_chuc_vu_thi_khong_giao_cho_chuc_vu(whole: Commune) -> None:
    directory = directory_of(whole.commune.unit, on=DAY)
    without = Directory(directory.home, directory.below, directory.above)
    assert owners_in("Hội đồng Thi đua - Khen thưởng xã", without).found == ()


@given(some.text(max_size=200))
def test_chu_gi_cung_doc_duoc_va_khong_bia_them_ai(words: str) -> None:
    home = Unit(
        name="Ủy ban nhân dân xã Nà Lâm", short_name="xã Nà Lâm", place="Nà Lâm", level="xa", code="na-lam"
    )
    village = Unit(name="Thôn Khuổi Cáp", short_name="Thôn Khuổi Cáp", level="thon", code="khuoi-cap")
    owners = owners_in(words, Directory(home, (village,)))
    assert set(owners.found) <= {Owner(village)}
    assert len(owners.unclear) <= 300
