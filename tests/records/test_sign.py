"""Trình ký, rút lại, trả lại, ký, rút chữ ký."""

from datetime import date

import pytest

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.paper.blocks import SignatureBlock
from thidua.records.letterheads import unit_letterhead
from thidua.records.sign import (
    FOR_COUNCIL,
    FOR_OFFICE,
    hand_back,
    send_for_signature,
    sign,
    signature_block,
    take_back,
    unsign,
)

pytestmark = pytest.mark.django_db


def test_chu_tich_ky_thay_mat_uy_ban(whole: Commune) -> None:
    block = signature_block(whole.commune.chair, authority=FOR_OFFICE)
    assert block == SignatureBlock(authority="TM. ỦY BAN NHÂN DÂN", role="CHỦ TỊCH", name="Lương Quốc Thịnh")


def test_pho_chu_tich_ky_thay_chu_tich(whole: Commune) -> None:
    block = signature_block(whole.commune.vice_chair, authority=FOR_OFFICE)
    assert (block.authority, block.for_role, block.role) == (
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    )


def test_nguoi_khac_ky_bang_chuc_vu_cua_minh(whole: Commune) -> None:
    assert signature_block(whole.head(whole.villages[0]), authority="").role == "TRƯỞNG THÔN"
    of_council = signature_block(whole.commune.standing, authority=FOR_COUNCIL)
    assert (of_council.role, of_council.other_role) == ("ỦY VIÊN THƯỜNG TRỰC", "")
    chair = signature_block(whole.commune.chair, authority=FOR_COUNCIL)
    assert (chair.role, chair.other_role) == ("CHỦ TỊCH", whole.commune.chair.office.title.upper())


def test_mat_tran_khong_ghi_ubnd_o_tren_ten_minh(whole: Commune) -> None:
    front = next(unit for unit in whole.commune.unit.children.all() if "Mặt trận" in unit.name)
    assert unit_letterhead(front).parent == ""
    assert unit_letterhead(whole.villages[0]).parent == "UBND XÃ NÀ LÂM"


def test_ky_xong_van_ban_sang_ban_van_thu(whole: Commune) -> None:
    paper = make_paper(whole, until="signed")
    assert (paper.state, paper.desk, paper.signed_on) == ("signed", "văn thư", DAY)
    assert paper.signer_words == "CHỦ TỊCH Lương Quốc Thịnh"
    says = JournalEntry.objects.filter(thing_id=paper.pk).values_list("verb", flat=True)
    assert list(says) == ["draft", "send_for_signature", "sign"]


def test_trinh_pho_chu_tich_ky_thay(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole)
    send_for_signature(paper, signer=office.vice_chair, mandate=office.standing, on=DAY)
    sign(paper, mandate=office.vice_chair, on=DAY)
    assert paper.signer_words == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Vi Thị Hạnh"


def test_ke_hoach_khong_trinh_ke_toan_ky(whole: Commune) -> None:
    paper = make_paper(whole)
    with pytest.raises(Refused) as refused:
        send_for_signature(paper, signer=whole.commune.accountant, mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == (
        "Người ký kế hoạch phát động phải là Chủ tịch, Phó Chủ tịch của Ủy ban nhân dân xã Nà Lâm."
    )
    assert refused.value.ruling.source == "Điều 13 Nghị định 30/2020/NĐ-CP"


def test_van_ban_khong_co_nguoi_ky_thi_khong_trinh_duoc(whole: Commune) -> None:
    paper = make_paper(whole)
    paper.signer = None
    with pytest.raises(Refused) as refused:
        send_for_signature(paper, mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Văn bản chưa có người ký. Hãy chọn người ký rồi trình."


def test_nguoi_soan_rut_lai_khi_chua_ky(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    take_back(paper, mandate=whole.commune.standing, on=DAY)
    assert paper.state == "draft"


def test_da_ky_thi_nguoi_soan_khong_rut_lai_duoc(whole: Commune) -> None:
    paper = make_paper(whole, until="signed")
    with pytest.raises(Refused) as refused:
        take_back(paper, mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Văn bản đã ký, chờ số, không làm được việc này ở bước đó."


def test_tra_lai_kem_y_kien_roi_trinh_lai(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    hand_back(paper, remark=" Ghi rõ thời gian. ", mandate=whole.commune.chair, on=DAY)
    assert (paper.state, paper.remark) == ("returned", "Ghi rõ thời gian.")
    send_for_signature(paper, mandate=whole.commune.standing, on=DAY)
    assert (paper.state, paper.remark) == ("for_signature", "")


def test_tra_lai_phai_co_y_kien(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    with pytest.raises(Refused) as refused:
        hand_back(paper, remark="  ", mandate=whole.commune.chair, on=DAY)
    assert str(refused.value) == "Hãy ghi cần sửa gì, để người soạn biết."


@pytest.mark.parametrize("role", ["vice_chair", "standing", "clerk", "admin"])
def test_chi_nguoi_duoc_trinh_moi_ky(whole: Commune, role: str) -> None:
    paper = make_paper(whole, until="for_signature")
    with pytest.raises(Refused) as refused:
        sign(paper, mandate=whole.commune.mandates[role], on=DAY)
    assert str(refused.value) == "Văn bản này trình Lương Quốc Thịnh, Chủ tịch UBND xã Nà Lâm ký."


def test_chu_tich_huyen_khong_ky_thay_chu_tich_xa(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    assert whole.district is not None
    with pytest.raises(Refused):
        sign(paper, mandate=whole.district.chair, on=DAY)


def test_het_nhiem_ky_thi_khong_ky_duoc(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    chair = whole.commune.chair
    chair.ends = date(2023, 3, 1)
    with pytest.raises(Refused) as refused:
        sign(paper, mandate=chair, on=DAY)
    assert str(refused.value) == "Bạn không còn giữ chức vụ này vào ngày làm việc."


def test_rut_chu_ky_khi_van_thu_chua_cho_so(whole: Commune) -> None:
    paper = make_paper(whole, until="signed")
    unsign(paper, mandate=whole.commune.chair, on=DAY)
    assert (paper.state, paper.signed_on, paper.signer_words) == ("for_signature", None, "")


@pytest.mark.parametrize(("until", "role"), [("numbered", "chair"), ("signed", "vice_chair")])
def test_khong_rut_chu_ky_khi_da_co_so_hoac_khong_phai_nguoi_ky(
    whole: Commune, until: str, role: str
) -> None:
    paper = make_paper(whole, until=until)
    with pytest.raises(Refused):
        unsign(paper, mandate=whole.commune.mandates[role], on=DAY)
    assert paper.state == until
