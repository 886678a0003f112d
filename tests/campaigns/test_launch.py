"""Phát động: đặt mốc thời gian, duyệt, ký, cho số, phát hành, mở đợt."""

from datetime import date

import pytest

from tests.factories.commune import Commune
from tests.factories.plans import DAY, make_prepared_campaign
from thidua.campaigns.launch import open_campaign, set_deadlines
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for, campaigns_visible_to, earlier_campaigns
from thidua.law.ruling import Refused
from thidua.records.issue import give_number
from thidua.records.models import OfficialDocument
from thidua.records.sign import send_for_signature, sign

pytestmark = pytest.mark.django_db
LAUNCH = date(2023, 3, 15)


@pytest.fixture
def campaign(whole: Commune) -> Campaign:
    return make_prepared_campaign(whole)


def numbered(campaign: Campaign, whole: Commune) -> OfficialDocument:
    paper, office = campaign.plan, whole.commune
    assert paper is not None
    send_for_signature(paper, mandate=office.standing, on=DAY)
    sign(paper, mandate=office.chair, on=LAUNCH)
    give_number(paper, day=LAUNCH, mandate=office.clerk, on=LAUNCH)
    return paper


def test_phat_hanh_ke_hoach_thi_mo_dot_thi_dua(campaign: Campaign, whole: Commune) -> None:
    opened = open_campaign(numbered(campaign, whole), mandate=whole.commune.clerk, on=LAUNCH)
    assert (opened.state, opened.starts) == ("open", LAUNCH)
    plan = OfficialDocument.objects.get(campaigns=opened)
    assert (plan.state, plan.number_text) == ("issued", "01/KH-UBND")


def test_ban_goc_da_ban_hanh_mo_dot_ngay_tu_ngay_cua_no(whole: Commune) -> None:
    campaign = make_prepared_campaign(whole, way="original", number_text="45/KH-UBND", day=date(2023, 3, 9))
    assert campaign.plan is not None
    opened = open_campaign(campaign.plan, mandate=whole.commune.standing, on=DAY)
    assert (opened.state, opened.starts) == ("open", date(2023, 3, 9))


@pytest.mark.parametrize(
    ("part", "missing"),
    [
        ("groups", "đối tượng"),
        ("contents", "nội dung, tiêu chí thi đua"),
        ("obligations", "biện pháp tổ chức thực hiện"),
    ],
)
def test_ke_hoach_thieu_noi_dung_thi_khong_mo(
    campaign: Campaign, whole: Commune, part: str, missing: str
) -> None:
    paper = numbered(campaign, whole)
    getattr(campaign, part).all().delete()
    with pytest.raises(Refused) as refused:
        open_campaign(paper, mandate=whole.commune.clerk, on=LAUNCH)
    assert str(refused.value) == f"Kế hoạch phát động thiếu: {missing}."
    assert refused.value.ruling.rule == "R28"
    paper.refresh_from_db()
    assert paper.state == "numbered"


def test_thieu_muc_dich_va_thoi_gian(campaign: Campaign, whole: Commune) -> None:
    paper = numbered(campaign, whole)
    Campaign.objects.filter(pk=campaign.pk).update(purposes=[], ends=None)
    with pytest.raises(Refused) as refused:
        open_campaign(paper, mandate=whole.commune.clerk, on=LAUNCH)
    assert str(refused.value) == "Kế hoạch phát động thiếu: mục đích, mục tiêu; thời gian kết thúc."


def test_ket_thuc_truoc_khi_phat_dong_thi_khong_mo(campaign: Campaign, whole: Commune) -> None:
    paper = numbered(campaign, whole)
    Campaign.objects.filter(pk=campaign.pk).update(ends=date(2023, 3, 1))
    with pytest.raises(Refused) as refused:
        open_campaign(paper, mandate=whole.commune.clerk, on=LAUNCH)
    assert str(refused.value) == (
        "Đợt thi đua kết thúc ngày 01/3/2023, trước ngày phát động 15/3/2023. "
        "Hãy trả kế hoạch lại để sửa thời gian."
    )


def test_chua_cho_so_thi_chua_mo(campaign: Campaign, whole: Commune) -> None:
    assert campaign.plan is not None
    with pytest.raises(Refused):
        open_campaign(campaign.plan, mandate=whole.commune.clerk, on=LAUNCH)


@pytest.mark.parametrize("role", ["chair", "accountant", "admin"])
def test_ai_mo_dot(campaign: Campaign, whole: Commune, role: str) -> None:
    with pytest.raises(Refused):
        open_campaign(numbered(campaign, whole), mandate=whole.commune.mandates[role], on=LAUNCH)


def test_mo_roi_thi_khong_mo_lai(campaign: Campaign, whole: Commune) -> None:
    paper = numbered(campaign, whole)
    open_campaign(paper, mandate=whole.commune.clerk, on=LAUNCH)
    with pytest.raises(Refused) as refused:
        open_campaign(paper, mandate=whole.commune.clerk, on=LAUNCH)
    assert str(refused.value) == "Đợt thi đua đã mở."


def test_dat_moc_thoi_gian(campaign: Campaign, whole: Commune) -> None:
    days = {"register": date(2023, 3, 25), "report": None, "review": date(2023, 6, 5), "ceremony": None}
    set_deadlines(campaign, days=days, mandate=whole.commune.standing, on=DAY)
    assert list(campaign.deadlines.values_list("kind", "day", "says")) == [
        ("register", date(2023, 3, 25), "cơ quan đặt"),
        ("review", date(2023, 6, 5), "đề xuất, kế hoạch không ghi"),
        ("session", date(2023, 6, 12), "đề xuất, kế hoạch không ghi"),
    ]
    set_deadlines(campaign, days={"report": date(2023, 5, 2)}, mandate=whole.commune.standing, on=DAY)
    assert campaign.deadlines.get(kind="report").says == "cơ quan đặt"


def test_han_dang_ky_khong_sau_ngay_ket_thuc(campaign: Campaign, whole: Commune) -> None:
    with pytest.raises(Refused) as refused:
        set_deadlines(campaign, days={"register": date(2023, 6, 30)}, mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Hạn đăng ký 30/6/2023 sau ngày kết thúc đợt 31/5/2023. Hãy đặt sớm hơn."


def test_mo_roi_thi_khong_sua_moc(campaign: Campaign, whole: Commune) -> None:
    opened = open_campaign(numbered(campaign, whole), mandate=whole.commune.clerk, on=LAUNCH)
    with pytest.raises(Refused):
        set_deadlines(opened, days={"report": None}, mandate=whole.commune.standing, on=LAUNCH)


def test_dot_dang_chuan_bi_chi_co_quan_minh_thay(campaign: Campaign, whole: Commune) -> None:
    assert whole.district is not None
    others = (whole.head(whole.village), whole.district.standing)
    assert [list(campaigns_visible_to(mandate)) for mandate in others] == [[], []]
    assert campaign_for(whole.commune.clerk, campaign.code) == campaign
    open_campaign(numbered(campaign, whole), mandate=whole.commune.clerk, on=LAUNCH)
    assert [list(campaigns_visible_to(mandate)) for mandate in others] == [[campaign], [campaign]]
    assert list(earlier_campaigns(whole.commune.standing)) == [campaign]
