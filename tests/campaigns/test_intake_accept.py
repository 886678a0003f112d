"""Nhận kế hoạch làm đợt thi đua, hoặc viết kế hoạch mới tại đây."""

from datetime import date

import pytest

from tests.factories.commune import Commune
from tests.factories.plans import DAY, PLAN, make_intake, make_prepared_campaign, settle_all, upload
from thidua.campaigns.intake import (
    PlanFacts,
    accept_plan,
    add_item,
    begin_plan,
    reopen_plan,
    settle,
    settle_section,
    take_plan,
)
from thidua.campaigns.models import Campaign, PlanIntake, Proposal
from thidua.campaigns.queries.campaign_parts import recipients_of, short_title, short_words, split_criteria
from thidua.campaigns.queries.plan import open_proposals, put, settled
from thidua.law.ruling import Refused
from thidua.paper.model import Document
from thidua.records.models import OfficialDocument
from thidua.records.sign import hand_back, send_for_signature

pytestmark = pytest.mark.django_db


def proposal(intake: PlanIntake, path: str) -> Proposal:
    return intake.proposals.get(path=path)


def answer(one: Proposal, whole: Commune, answer: str, value: str | None = None) -> None:
    settle(one, answer=answer, value=value, mandate=whole.commune.standing, on=DAY)


# Nhận làm đợt thi đua


def test_con_cho_chua_quyet_thi_chua_nhan(whole: Commune) -> None:
    intake = make_intake(whole)
    with pytest.raises(Refused) as refused:
        accept_plan(intake, facts=PlanFacts("Thi đua"), mandate=whole.commune.standing, on=DAY)
    left = len(open_proposals(intake))
    assert str(refused.value) == f"Còn {left} chỗ chưa quyết: nhận, sửa hoặc bỏ qua từng chỗ rồi nhận."
    assert Campaign.objects.count() == 0


def test_dot_thi_dua_theo_ke_hoach(whole: Commune) -> None:
    campaign = make_prepared_campaign(whole)
    assert (campaign.state, campaign.starts, campaign.ends) == ("draft", None, date(2023, 5, 31))
    assert (campaign.celebrated_on, campaign.slug) == (date(2023, 6, 15), "thi-dua-mung-90-nam")
    assert list(campaign.contents.values_list("clause", "short"))[:2] == [
        ("II.1", "Thi đua lao động sản xuất"),
        ("II.2", "Thi đua cải cách hành chính, giải quyết hồ sơ đúng hẹn cho người dân"),
    ]
    assert list(campaign.groups.values_list("clause", flat=True)) == ["V.1.-1", "V.1.-2", "V.1.-3"]
    assert list(campaign.awards.values_list("form", "level", "delegated", "clause")) == [
        ("giay_khen_xa", "xa", True, "V.2.1.1"),
        ("giay_khen_huyen", "huyen", False, "V.2.1.2"),
        ("bang_khen_tinh", "tinh", False, "V.2.2"),
    ]


def test_tieu_chuan_tach_theo_y_va_theo_doi_tuong(whole: Commune) -> None:
    criteria = make_prepared_campaign(whole).awards.get(form="giay_khen_huyen").criteria
    assert list(criteria.filter(recipient="individual").values_list("clause", "text")) == [
        ("V.2.1.2.b", "Sâu sát cơ sở"),
        ("V.2.1.2.b", "Có giải pháp hữu ích trong công việc; hoặc dũng cảm khi làm nhiệm vụ"),
        ("V.2.1.2.c", "Gương mẫu"),
        ("V.2.1.2.c", "Có việc làm thiết thực, sản xuất giỏi"),
    ]
    assert list(criteria.filter(recipient="household").values_list("text", flat=True)) == [
        "Gương mẫu", "Có việc làm thiết thực, sản xuất giỏi",
    ]  # fmt: skip
    assert criteria.filter(recipient="collective").count() == 3


def test_moc_thoi_gian_ke_hoach_khong_ghi_thi_de_xuat_va_noi_ro(whole: Commune) -> None:
    campaign = make_prepared_campaign(whole)
    assert list(campaign.deadlines.values_list("kind", "day")) == [
        ("register", date(2023, 3, 20)),
        ("report", date(2023, 5, 4)),  # the third of May is a day off
        ("review", date(2023, 6, 5)),
        ("session", date(2023, 6, 12)),
        ("ceremony", date(2023, 6, 15)),
    ]
    assert set(campaign.deadlines.values_list("says", flat=True)) == {"đề xuất, kế hoạch không ghi"}


def test_moc_thoi_gian_ke_hoach_ghi_thi_lay_theo_ke_hoach(whole: Commune) -> None:
    text = PLAN.replace(
        "theo dõi, đôn đốc, tiếp nhận và thẩm định hồ sơ.",
        "theo dõi, đôn đốc, tiếp nhận và thẩm định hồ sơ. "
        "Hồ sơ đề nghị khen thưởng gửi về trước ngày 03/6/2023.",
    )
    intake = take_plan(upload(text), way="draft", mandate=whole.commune.standing, on=DAY)
    settle_all(intake, whole)
    campaign = accept_plan(intake, facts=PlanFacts("Thi đua"), mandate=whole.commune.standing, on=DAY)
    review = campaign.deadlines.get(kind="review")
    assert review.day == date(2023, 6, 3)
    assert review.says.startswith("theo kế hoạch: ")


def test_ban_soan_ke_hoach_theo_the_thuc(whole: Commune) -> None:
    paper = make_prepared_campaign(whole).plan
    assert paper is not None
    content = Document.from_json(paper.content)
    assert (paper.state, paper.purpose, content.type_name) == ("draft", "campaign_plan", "KẾ HOẠCH")
    assert content.letterhead.number_line.split() == ["Số:", "/KH-UBND"]
    assert content.recipients == ("Phòng Nội vụ", "Trưởng các thôn", "Lưu: VT")
    said = " ".join(content.words())
    assert "củng cố thế trận quốc phòng" in said
    assert paper.clauses.get(label="V.2.1.2.b").text.startswith("Đối với cá nhân: Sâu sát cơ sở")
    assert (
        paper.clauses.get(label="IV").text == "THỜI GIAN THI ĐUA\nTừ ngày phát động đến hết ngày 31/5/2023."
    )


def test_ke_hoach_da_ban_hanh_la_ban_goc(whole: Commune) -> None:
    campaign = make_prepared_campaign(
        whole,
        way="original",
        number_text="45/KH-UBND",
        day=date(2023, 3, 9),
        signer_words="CHỦ TỊCH Lương Quốc Thịnh",
    )
    paper = campaign.plan
    assert paper is not None
    assert (paper.origin, paper.state, paper.number_text) == ("original", "issued", "45/KH-UBND")
    assert paper.scan is not None
    assert paper.scan.name == "ke-hoach.txt"
    assert campaign.contents.first().clause == "II.1"  # type: ignore[union-attr]
    assert paper.clauses.filter(label="V.2.1.2.a").count() == 1


def test_ban_goc_phai_co_ngay(whole: Commune) -> None:
    with pytest.raises(Refused) as refused:
        make_prepared_campaign(whole, way="original", number_text="45/KH-UBND")
    assert str(refused.value) == "Hãy ghi ngày ban hành đúng như trên văn bản."


def test_khong_ten_thi_khong_nhan(whole: Commune) -> None:
    intake = make_intake(whole)
    settle_all(intake, whole)
    answer(proposal(intake, "title"), whole, "skipped")
    with pytest.raises(Refused) as refused:
        accept_plan(intake, facts=PlanFacts("Thi đua"), mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Kế hoạch chưa có tên phong trào. Hãy ghi tên ở phần Thông tin chung."


def test_chua_co_chu_tich_thi_noi_ro(whole: Commune) -> None:
    chair = whole.commune.chair
    chair.ends = date(2023, 1, 31)
    chair.save()
    with pytest.raises(Refused) as refused:
        make_prepared_campaign(whole)
    assert str(refused.value) == "Chưa có Chủ tịch đương nhiệm để ký; hãy ghi chức vụ Chủ tịch trước."


def test_nhan_roi_thi_khong_sua_o_ban_doc_nua(whole: Commune) -> None:
    intake = make_prepared_campaign(whole).intake
    with pytest.raises(Refused) as refused:
        answer(proposal(intake, "title"), whole, "skipped")
    assert str(refused.value) == "Kế hoạch này đã nhận làm đợt thi đua; sửa ở trang của đợt."


def test_hai_dot_cung_ten_co_hai_dia_chi(whole: Commune) -> None:
    first, second = make_prepared_campaign(whole), make_prepared_campaign(whole)
    assert second.slug == f"{first.slug}-{second.code}"


# Sửa lại sau khi nhận


def test_bi_tra_lai_thi_tro_ve_ban_doc_sua_roi_nhan_lai(whole: Commune) -> None:
    campaign, office = make_prepared_campaign(whole), whole.commune
    paper = campaign.plan
    assert paper is not None
    send_for_signature(paper, mandate=office.standing, on=DAY)
    hand_back(paper, remark="Kéo dài đến 10/6.", mandate=office.chair, on=DAY)
    intake = reopen_plan(campaign, mandate=office.standing, on=DAY)
    answer(proposal(intake, "period.end"), whole, "edited", "10/6/2023")
    again = accept_plan(intake, facts=PlanFacts("Thi đua mừng 90 năm"), mandate=office.standing, on=DAY)
    paper.refresh_from_db()
    assert (paper.state, again.ends) == ("cancelled", date(2023, 6, 10))
    assert (Campaign.objects.count(), again.slug) == (1, "thi-dua-mung-90-nam")


def test_dang_trinh_ky_hoac_ban_goc_thi_khong_tro_ve(whole: Commune) -> None:
    campaign = make_prepared_campaign(whole)
    assert campaign.plan is not None
    send_for_signature(campaign.plan, mandate=whole.commune.standing, on=DAY)
    original = make_prepared_campaign(whole, way="original", number_text="45/KH-UBND", day=DAY)
    for one in (campaign, original):
        with pytest.raises(Refused) as refused:
            reopen_plan(one, mandate=whole.commune.standing, on=DAY)
        assert str(refused.value) == (
            "Kế hoạch không còn ở bàn người soạn; hãy rút lại hoặc chờ trả lại rồi sửa."
        )
    with pytest.raises(Refused):
        reopen_plan(campaign, mandate=whole.commune.clerk, on=DAY)
    PlanIntake.objects.all().delete()
    with pytest.raises(Refused) as refused:
        reopen_plan(campaign, mandate=whole.commune.standing, on=DAY)
    assert refused.value.ruling.rule == "plan:gone"


# Chưa có kế hoạch: viết tại đây


def test_viet_moi_tu_trang_trang(whole: Commune) -> None:
    intake = begin_plan(source=None, mandate=whole.commune.standing, on=DAY)
    assert (intake.way, {one.state for one in intake.proposals.all()}) == ("new", {"open"})
    told = {"title": "Phát động thi đua làm đường hoa", "period.end": "30/9/2023",
            "contents[0]": "Mỗi thôn một đường hoa.",
            "solutions[0]": "Các đoàn thể vận động hội viên.", "eligible.groups[0]": "Các thôn",
            "purposes[0]": "Làng xóm sạch đẹp."}  # fmt: skip
    for path, value in told.items():
        answer(proposal(intake, path), whole, "edited", value)
    add_item(intake, field="awards[1].criteria", text="Đường hoa đẹp nhất.", group="Đối với tập thể",
             mandate=whole.commune.standing, on=DAY)  # fmt: skip
    assert settle_section(intake, section="awards", mandate=whole.commune.standing, on=DAY) == 3
    campaign = accept_plan(intake, facts=PlanFacts("Đường hoa"), mandate=whole.commune.standing, on=DAY)
    assert (campaign.ends, campaign.contents.count()) == (date(2023, 9, 30), 1)
    assert list(campaign.awards.values_list("form", "delegated")) == [
        ("giay_khen_xa", True), ("giay_khen_huyen", False), ("bang_khen_tinh", True),
    ]  # fmt: skip
    assert OfficialDocument.objects.get().subject == "Phát động thi đua làm đường hoa"


def test_viet_moi_theo_dot_truoc(whole: Commune) -> None:
    earlier = make_prepared_campaign(whole)
    intake = begin_plan(source=earlier, mandate=whole.commune.standing, on=date(2023, 9, 1))
    plan = settled(intake)
    assert len(plan["contents"]) == 3
    assert len(plan["awards"]) == 3
    assert not plan["period"]["end"]
    assert intake.name == "Soạn theo “Thi đua mừng 90 năm”"


def test_viet_moi_theo_tep_ke_hoach_cap_tren(whole: Commune) -> None:
    intake = take_plan(upload(), way="new", mandate=whole.commune.standing, on=DAY)
    roots = {one.path.partition("[")[0].partition(".")[0] for one in intake.proposals.filter(kind="value")}
    assert roots == {
        "title", "theme", "purposes", "requirements", "contents", "solutions", "targets", "eligible",
        "awards",
        "responsibilities", "recipients", "period",
    }  # fmt: skip
    assert {one.state for one in intake.proposals.all()} == {"open"}
    assert not any(one.is_clear for one in intake.proposals.all())
    assert not settled(intake)["period"]["end"]


def test_viet_moi_theo_dot_khong_con_ban_doc(whole: Commune) -> None:
    earlier = make_prepared_campaign(whole)
    PlanIntake.objects.all().delete()
    intake = begin_plan(source=earlier, mandate=whole.commune.standing, on=DAY)
    assert len(settled(intake)["contents"]) == 3


# Từng quy tắc nhỏ


@pytest.mark.parametrize(
    ("group", "kinds"),
    [
        ("Đối với tập thể", ["collective"]),
        ("Đối với cá nhân", ["individual"]),
        ("Đối với gia đình, nông dân, người lao động", ["individual", "household"]),
        ("Hộ gia đình", ["household"]),
        ("", ["collective", "individual", "household"]),
    ],
)
def test_nhom_cua_ke_hoach_la_doi_tuong_nao(group: str, kinds: list[str]) -> None:
    assert recipients_of(group) == kinds


def test_cau_dan_noi_ai_thi_vao_ten_nhom() -> None:
    text = "Cán bộ, công chức; chiến sĩ: bám sát cơ sở; tháo gỡ khó khăn."
    assert split_criteria("Đối với cá nhân", [text]) == (
        "Đối với cá nhân: Cán bộ, công chức; chiến sĩ", ["Bám sát cơ sở", "Tháo gỡ khó khăn"],
    )  # fmt: skip
    assert split_criteria("", [text])[0] == "Cán bộ, công chức; chiến sĩ"


def test_ten_gon_cua_dot() -> None:
    title = "Phát động phong trào thi đua mừng 90 năm Ngày truyền thống (15/6/1933 - 15/6/2023)"
    assert short_title(title) == "Phong trào thi đua mừng 90 năm Ngày truyền thống"
    assert short_words("một hai ba", 7) == "một…"


def test_gia_tri_moi_duoc_dat_dung_cho() -> None:
    plan: dict[str, object] = {}
    put(plan, "awards[1].criteria[0].text[0]", "Gương mẫu")
    assert plan == {"awards": [None, {"criteria": [{"text": ["Gương mẫu"]}]}]}
