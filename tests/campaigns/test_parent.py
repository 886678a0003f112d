"""Đối chiếu tiêu chuẩn với kế hoạch cấp trên: thêm, bớt, khác chữ, từng chữ một."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from tests.factories.commune import Commune, make_campaign
from tests.factories.plans import PLAN, upload
from thidua.campaigns.assign import link_parent, link_parent_file, unlink_parent
from thidua.campaigns.models import Campaign, Criterion, ParentPlan
from thidua.campaigns.queries.parent import campaigns_above, changes_from, parent_plan_of, stretches
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 20)


@pytest.fixture
def above(whole: Commune, campaign: Campaign) -> Campaign:
    """The same campaign launched by the district, with other words."""
    assert whole.district is not None
    Campaign.objects.update(slug="cua-xa")
    above = make_campaign(whole)
    Campaign.objects.filter(pk=above.pk).update(unit=whole.district.unit, short_title="Đợt của huyện")
    found = Criterion.objects.filter(award__campaign=above, award__form="giay_khen_huyen")
    found.filter(recipient="collective").update(text="có ít nhất 02 mô hình, phần việc cụ thể.")
    found.filter(recipient="individual").update(text="Được nhân dân tin yêu")
    return Campaign.objects.get(pk=above.pk)


def test_khac_nhau_tung_chu(campaign: Campaign, above: Campaign, whole: Commune) -> None:
    parent = link_parent(campaign, source=above, mandate=whole.commune.standing, on=DAY)
    changes = {
        group.group: [(change.kind, [(s.kind, s.text) for s in change.stretches]) for change in group.changes]
        for group in changes_from(parent, campaign)
        if group.award == "Giấy khen của Chủ tịch UBND huyện"
    }
    assert changes == {
        "tập thể": [
            (
                "changed",
                [
                    ("same", "Có ít nhất"),
                    ("dropped", "02"),
                    ("added", "01"),
                    ("same", "mô hình, phần việc cụ thể"),
                ],
            )
        ],
        "cá nhân": [
            ("added", [("added", "Sâu sát cơ sở, có giải pháp hữu ích")]),
            ("dropped", [("dropped", "Được nhân dân tin yêu")]),
        ],
        "hộ gia đình": [("same", [("same", "Gương mẫu, có việc làm thiết thực")])],
    }
    assert [group.differs for group in changes_from(parent, campaign)][3:6] == [True, True, False]


def test_chu_hoa_dau_cau_khong_ke() -> None:
    assert [(one.kind, one.text) for one in stretches("Có việc, làm tốt", "có việc làm tốt.")] == [
        ("same", "có việc làm tốt.")
    ]
    assert [one.kind for one in stretches("Làm tốt", "Làm rất tốt")] == ["same", "added", "same"]


def test_gan_dot_cua_cap_tren_chi_cap_tren(campaign: Campaign, above: Campaign, whole: Commune) -> None:
    officer = whole.commune.standing
    assert campaigns_above(officer, campaign) == [above]
    assert campaigns_above(whole.head(whole.village), campaign) == []
    with pytest.raises(Refused, match="không phải cấp trên"):
        link_parent(campaign, source=campaign, mandate=officer, on=DAY)
    with pytest.raises(Refused):
        link_parent(campaign, source=above, mandate=whole.commune.clerk, on=DAY)


def test_gan_tep_ke_hoach_cap_tren_doc_ra_tieu_chuan(campaign: Campaign, whole: Commune) -> None:
    officer = whole.commune.standing
    parent = link_parent_file(campaign, upload=upload(PLAN, "huyen.txt"), mandate=officer, on=DAY)
    assert parent_plan_of(campaign) == parent
    assert (len(parent.sha256), parent.linked_by) == (64, "Hoàng Thị Mai, Thường trực Hội đồng TĐKT")
    kinds = {change.kind for group in changes_from(parent, campaign) for change in group.changes}
    assert "added" in kinds
    again = link_parent_file(campaign, upload=upload(PLAN, "huyen-2.txt"), mandate=officer, on=DAY)
    assert ParentPlan.objects.get() == again
    unlink_parent(campaign, mandate=officer, on=DAY)
    assert parent_plan_of(campaign) is None


def test_tep_khong_doc_duoc_thi_noi_ro(campaign: Campaign, whole: Commune) -> None:
    with pytest.raises(Refused):
        link_parent_file(
            campaign,
            upload=ContentFile(b"\x00\x01\x02", name="x.bin"),
            mandate=whole.commune.standing,
            on=DAY,
        )
    huge = ContentFile(b"x", name="to.txt")
    huge.size = 10**9
    with pytest.raises(Refused, match="Tệp lớn hơn"):
        link_parent_file(campaign, upload=huge, mandate=whole.commune.standing, on=DAY)


def test_da_tong_ket_thi_khong_gan(campaign: Campaign, above: Campaign, whole: Commune) -> None:
    Campaign.objects.filter(pk=campaign.pk).update(state="closed")
    with pytest.raises(Refused, match="đã tổng kết"):
        link_parent(
            Campaign.objects.get(pk=campaign.pk), source=above, mandate=whole.commune.standing, on=DAY
        )
