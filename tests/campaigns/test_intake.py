"""Đọc kế hoạch, xem lại từng chỗ."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from tests.factories.commune import Commune
from tests.factories.plans import DAY, PLAN, make_intake, upload
from thidua.campaigns.intake import (
    add_item,
    apply_suggestions,
    discard_plan,
    settle,
    settle_section,
    take_plan,
)
from thidua.campaigns.models import PlanIntake, Proposal
from thidua.campaigns.queries.campaign import intake_for, unfinished_intakes
from thidua.campaigns.queries.plan import open_proposals, settled
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db


def proposal(intake: PlanIntake, path: str) -> Proposal:
    return intake.proposals.get(path=path)


def answer(one: Proposal, whole: Commune, answer: str, value: str | None = None) -> None:
    settle(one, answer=answer, value=value, mandate=whole.commune.standing, on=DAY)


# Đưa vào


def test_moi_de_xuat_gan_voi_muc_cua_ban_goc(whole: Commune) -> None:
    intake = make_intake(whole)
    content = proposal(intake, "contents[1]")
    assert (content.clause, content.label) == ("II.2", "Nội dung 2")
    assert intake.text[content.starts : content.ends] == content.value
    assert intake_for(whole.commune.standing, intake.code) == intake
    assert list(unfinished_intakes(whole.commune.standing)) == [intake]


def test_cho_trong_va_loi_nghi_ngo_thanh_cho_can_quyet(whole: Commune) -> None:
    found = make_intake(whole).proposals.filter(kind="problem").values_list("label", "before", "after")
    assert list(found) == [
        ("Thiếu số", "Số: /KH-UBND", ""),
        ("Thiếu ngày", "Nà Lâm, ngày tháng 3 năm 2023", ""),
        ("Sai cấp", "trên địa bàn huyện", "trên địa bàn xã"),
        ("Chính tả", "thể trận", "thế trận"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("rong.txt", b"", "Tệp rỗng"),
        ("anh.docx", b"\xff\xd8\xff\xe0 anh chup", "ảnh"),
        ("bang.xlsx", b"PK\x03\x04 bang tinh", "Chưa đọc được"),
    ],
)
def test_tep_khong_doc_duoc_thi_noi_vi_sao_va_khong_giu_gi(
    whole: Commune, name: str, data: bytes, says: str
) -> None:
    with pytest.raises(Refused) as refused:
        take_plan(ContentFile(data, name=name), way="draft", mandate=whole.commune.standing, on=DAY)
    assert says.lower() in str(refused.value).lower()
    assert PlanIntake.objects.count() == 0
    assert JournalEntry.objects.count() == 0


def test_tep_qua_lon_bi_tu_choi_truoc_khi_doc(whole: Commune) -> None:
    huge = ContentFile(b"x", name="lon.pdf")
    huge.size = 200 * 1024 * 1024
    with pytest.raises(Refused) as refused:
        take_plan(huge, way="draft", mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Tệp lớn hơn 20 MB; hãy giảm dung lượng hoặc chỉ tải phần văn bản."


@pytest.mark.parametrize("role", ["chair", "clerk", "culture", "admin"])
def test_chi_thuong_truc_dua_ke_hoach_vao(whole: Commune, role: str) -> None:
    with pytest.raises(Refused):
        take_plan(upload(), way="draft", mandate=whole.commune.mandates[role], on=DAY)


def test_truong_thon_khong_dua_ke_hoach_vao(whole: Commune) -> None:
    with pytest.raises(Refused) as refused:
        take_plan(upload(), way="draft", mandate=whole.head(whole.village), on=DAY)
    assert str(refused.value) == (
        "Kế hoạch phát động do Ủy ban nhân dân đưa vào; đơn vị, thôn đăng ký sau khi mở đợt."
    )


def test_van_ban_loai_khac_van_xem_duoc_va_dung_lai_duoc(whole: Commune) -> None:
    other = "XÃ NÀ LÂM\n\nKẾ HOẠCH\nTuyên truyền bầu cử trưởng thôn\n\nI. MỤC ĐÍCH\n- Để Nhân dân biết."
    intake = take_plan(upload(other), way="draft", mandate=whole.commune.standing, on=DAY)
    assert intake.reading["is_campaign_plan"] is False
    discard_plan(intake, mandate=whole.commune.standing, on=DAY)
    assert PlanIntake.objects.count() == Proposal.objects.count() == 0


def test_hinh_thuc_khong_con_duoc_noi_ro(whole: Commune) -> None:
    intake = make_intake(whole, on=date(2025, 9, 1))
    unusable = intake.proposals.get(label="Hình thức không dùng được")
    assert unusable.before == "Giấy khen của Chủ tịch UBND huyện"
    assert unusable.why == "Cấp huyện không còn từ 01/7/2025; không thể chọn hình thức này."


def test_hinh_thuc_la_duoc_noi_ro(whole: Commune) -> None:
    strange = PLAN.replace("2.2. Bằng khen của Chủ tịch UBND tỉnh", "2.2. Cờ thi đua của Chủ tịch UBND tỉnh")
    intake = take_plan(upload(strange), way="draft", mandate=whole.commune.standing, on=DAY)
    unusable = intake.proposals.filter(label="Hình thức không dùng được")
    assert [one.before for one in unusable] == ["Cờ thi đua của Chủ tịch UBND tỉnh"]


# Xem lại


def test_nhan_goi_y_thi_sua_moi_noi_dung_chua_cho_ay(whole: Commune) -> None:
    intake = make_intake(whole)
    answer(intake.proposals.get(before="thể trận"), whole, "accepted")
    content = proposal(intake, "contents[2]")
    assert (content.value, content.state) == (
        "Thi đua giữ gìn an ninh biên giới, củng cố thế trận quốc phòng toàn dân.", "edited",
    )  # fmt: skip


def test_ap_dung_ca_cac_goi_y(whole: Commune) -> None:
    intake = make_intake(whole)
    assert apply_suggestions(intake, mandate=whole.commune.standing, on=DAY) == 2
    assert proposal(intake, "scope_text").value == "trên địa bàn xã"


def test_sua_va_bo_qua(whole: Commune) -> None:
    intake = make_intake(whole)
    content = proposal(intake, "contents[0]")
    answer(content, whole, "edited", "  Thi đua   lao động giỏi. ")
    assert (content.value, content.state) == ("Thi đua lao động giỏi.", "edited")
    answer(proposal(intake, "contents[1]"), whole, "skipped")
    assert settled(intake)["contents"][0] == "Thi đua lao động giỏi."
    assert len(settled(intake)["contents"]) == 2
    entry = JournalEntry.objects.filter(verb="settle").first()
    assert entry is not None
    assert entry.data["after"] == "Thi đua lao động giỏi."


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("contents[0]", " ", "Nội dung 1: chưa có nội dung. Hãy ghi, hoặc bỏ qua."),
        ("period.end", "cuối tháng 5", "“cuối tháng 5” không phải là một ngày; hãy ghi như 31/5/2023."),
    ],
)
def test_sua_sai_thi_noi_cach_ghi(whole: Commune, path: str, value: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        answer(proposal(make_intake(whole), path), whole, "edited", value)
    assert str(refused.value) == says


def test_ngay_sua_duoc_giu_dang_ngay(whole: Commune) -> None:
    intake = make_intake(whole)
    answer(proposal(intake, "period.end"), whole, "edited", "30/6/2023")
    assert settled(intake)["period"]["end"] == "2023-06-30"


def test_cho_thieu_phai_ghi_hoac_bo_qua(whole: Commune) -> None:
    lacking = PLAN.replace(
        "Thời gian thi đua từ ngày phát động đến hết ngày 31/5/2023.", "Thực hiện trong năm."
    )
    intake = take_plan(upload(lacking), way="draft", mandate=whole.commune.standing, on=DAY)
    end = proposal(intake, "period.end")
    assert end in open_proposals(intake)
    with pytest.raises(Refused):
        answer(end, whole, "accepted")
    answer(end, whole, "edited", "31/5/2023")
    assert end.is_clear


def test_nhan_ca_phan(whole: Commune) -> None:
    intake = make_intake(whole)
    assert settle_section(intake, section="groups", mandate=whole.commune.standing, on=DAY) == 3
    assert not intake.proposals.filter(path__startswith="eligible", state="open").exists()


@pytest.mark.parametrize(
    ("field", "group", "found"),
    [
        ("contents", "", lambda plan: plan["contents"][3]),
        ("responsibilities", "Công an xã", lambda plan: plan["responsibilities"][2]["tasks"][0]),
        (
            "awards[1].criteria",
            "Đối với hộ gia đình",
            lambda plan: plan["awards"][1]["criteria"][3]["text"][0],
        ),
    ],
)
def test_them_muc_bo_doc_bo_sot(whole: Commune, field: str, group: str, found: object) -> None:
    intake = make_intake(whole)
    add_item(
        intake, field=field, text="Giữ sạch đường thôn.", group=group, mandate=whole.commune.standing, on=DAY
    )
    assert found(settled(intake)) == "Giữ sạch đường thôn."  # type: ignore[operator]


def test_nguoi_khac_khong_sua_duoc(whole: Commune) -> None:
    intake = make_intake(whole)
    with pytest.raises(Refused):
        settle(proposal(intake, "title"), answer="accepted", mandate=whole.commune.clerk, on=DAY)
    with pytest.raises(PlanIntake.DoesNotExist):
        intake_for(whole.head(whole.village), intake.code)
