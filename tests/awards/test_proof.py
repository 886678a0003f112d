"""Đọc soát dự thảo quyết định: từng tên bên cạnh hồ sơ, sửa dòng nào đọc lại dòng ấy."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.awards.session_story import eligible, held, sent
from tests.factories.commune import make_campaign, make_collective, make_person
from tests.factories.printed import require_flawless
from tests.refusals import rule_refused
from thidua.awards.decide import draft_decision, proof_read
from thidua.awards.documents.proof import proof_paper
from thidua.awards.models import DecisionItem, PastAward
from thidua.awards.queries.proof import proof_of
from thidua.org.models import Person

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


@pytest.fixture
def draft(whole):
    """A draft with a collective and two persons, one without a birth year."""
    campaign = make_campaign(whole, state="reviewing")
    chosen = (
        make_collective(whole.village, "Chi hội Phụ nữ thôn Khuổi Cáp"),
        make_person(whole.village, "Lộc Văn Tài", birth_year=1980),
        make_person(whole.village, "Vi Thị Én", honorific="Bà"),
    )
    found = [eligible(whole, campaign, one) for one in chosen]
    return draft_decision(
        sent(held(campaign, found, whole.commune), whole.commune), mandate=whole.commune.standing, on=DAY
    )


def read_all(draft, whole) -> int:
    marks = [line.mark for line in proof_of(draft, day=DAY).lines]
    return proof_read(draft, marks=marks, mandate=whole.commune.standing, on=DAY)


def test_dong_khop_va_dong_thieu(draft):
    proof = proof_of(draft, day=DAY)
    assert [(line.item.name, line.differences, line.missing) for line in proof.lines] == [
        ("Chi hội Phụ nữ thôn Khuổi Cáp", (), ()),
        ("Vi Thị Én", (), ("Hồ sơ chưa có năm sinh để phân biệt người trùng tên.",)),
        ("Lộc Văn Tài", (), ()),
    ]
    assert (proof.total, proof.total_written, len(proof.unread)) == (910_000, 910_000, 3)


def test_khac_dau_khac_danh_xung_khac_tien_deu_noi_ra(draft):
    DecisionItem.objects.filter(order=3).update(
        name="LỘC VĂN TÁI", prefix="Bà", amount=1, address="", achievement=""
    )
    line = proof_of(draft, day=DAY).lines[2]
    assert line.differences == (
        "Danh sách ghi “LỘC VĂN TÁI”, hồ sơ ghi “Lộc Văn Tài” (khác dấu, chữ hoa hoặc khoảng trắng).",
        "Tên viết chưa chuẩn (chữ hoa, khoảng trắng): “LỘC VĂN TÁI”.",
        "Danh sách ghi “Bà”, hồ sơ ghi “Ông”.",
        "Tiền thưởng tính lại là 230.000 đồng, danh sách ghi 1 đồng.",
    )
    assert line.missing == (
        "Danh sách chưa ghi chức vụ, đơn vị hoặc địa chỉ.",
        "Danh sách chưa ghi thành tích.",
    )
    DecisionItem.objects.filter(order=3).update(name="Hà Văn Khác")
    assert proof_of(draft, day=DAY).lines[2].differences[0].endswith("(khác tên).")


def test_doc_xong_roi_sua_ho_so_thi_chi_doc_lai_dong_ay(draft, whole):
    assert read_all(draft, whole) == 3
    proof = proof_of(draft, day=DAY)
    assert (proof.unread, proof.readers) == ((), [f"{whole.commune.standing}, ngày 05/6/2023"])
    Person.objects.filter(name="Vi Thị Én").update(birth_year=1991)
    (unread,) = proof_of(draft, day=DAY).unread
    assert (unread.item.name, unread.missing) == ("Vi Thị Én", ())
    assert read_all(draft, whole) == 1


def test_cach_viet_khac_va_khen_thuong_truoc_dung_ben_canh(draft, whole):
    tai = Person.objects.get(name="Lộc Văn Tài")
    make_person(whole.village, "Lộc Văn Tầi", same_as=tai)
    PastAward.objects.create(
        unit=whole.commune.unit, person=tai, name=tai.name, title="Giấy khen", decision="15/QĐ-UBND",
        decided_on=date(2021, 5, 4), decided_by="Chủ tịch UBND xã Nà Lâm", entered_on=DAY,
    )  # fmt: skip
    line = proof_of(draft, day=DAY).lines[2]
    assert (line.spellings, [won.decision for won in line.earlier]) == (("Lộc Văn Tầi",), ["15/QĐ-UBND"])


def test_dong_da_doi_sau_khi_mo_trang_thi_khong_tinh_la_da_doc(draft, whole):
    old = [line.mark for line in proof_of(draft, day=DAY).lines][:1]
    DecisionItem.objects.filter(order=1).update(address="Thôn khác")
    who = {"mandate": whole.commune.clerk, "on": DAY}
    assert rule_refused(proof_read, draft, marks=old, **who) == "decide:proof"
    chair = {"mandate": whole.commune.chair, "on": DAY}
    assert rule_refused(proof_read, draft, marks=old, **chair) == "mandate:role"
    draft.state = "issued"
    assert rule_refused(proof_read, draft, marks=old, **who) == "decide:state"


def test_ban_doc_soat_hoi_du_lieu_mot_so_lan_nhu_nhau(draft, whole):
    with CaptureQueriesContext(connection) as three:
        proof_of(draft, day=DAY)
    draft.items.filter(order=3).delete()
    with CaptureQueriesContext(connection) as two:
        proof_of(draft, day=DAY)
    assert len(three) == len(two)


def test_phieu_doc_soat_in_ra_co_dong_can_xem_va_cho_ky(draft, whole):
    DecisionItem.objects.filter(order=3).update(name="LỘC VĂN TÁI", amount=1)
    marks = [line.mark for line in proof_of(draft, day=DAY).lines][:1]
    proof_read(draft, marks=marks, mandate=whole.commune.standing, on=DAY)
    paper = proof_paper(draft, proof_of(draft, day=DAY), on=DAY)
    require_flawless(paper)
    told, table = paper.body
    assert told.text.startswith("In ngày 05/6/2023. Dự thảo có 3 dòng, 2 dòng cần xem lại; đã")
    assert [row[0] for row in table.rows] == ["1", "2", "3"]
    first, second, third = table.rows
    assert (first[3], first[5]) == ("khớp", f"{whole.commune.standing}, 05/6/2023")
    assert second[2:4] == (
        "Vi Thị Én. Thôn Khuổi Cáp", "Hồ sơ chưa có năm sinh để phân biệt người trùng tên.",
    )  # fmt: skip
    assert third[2] == "Lộc Văn Tài, sinh 1980. Thôn Khuổi Cáp"
    assert table.total_row[3] == "khác tổng trong quyết định: 910.000"
    assert [block.role for block in paper.signature.blocks] == ["NGƯỜI SOẠN", "NGƯỜI ĐỌC SOÁT"]
