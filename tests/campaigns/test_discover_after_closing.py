"""After the closing report nothing new begins in a campaign; what is out may still be taken back."""

import pytest

from tests.campaigns.test_discover import DAY, PROFILE, published, sentence_of
from tests.factories.commune import make_campaign, make_commune
from thidua.campaigns.discover import GoodDeed, note_good_deed, take_consent_back, write_role_model

pytestmark = pytest.mark.django_db


def test_a_closed_campaign_takes_no_new_deed_and_no_new_role_model():
    whole = make_commune(2023)
    campaign, officer = make_campaign(whole), whole.commune.standing
    kept = published(campaign, officer)
    campaign.state = "closed"
    told = GoodDeed("Bà Vi Thị Nọi", "Nuôi dạy hai cháu mồ côi", how="điện thoại")
    assert [
        sentence_of(lambda: note_good_deed(campaign, deed=told, mandate=officer, on=DAY)),
        sentence_of(lambda: write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)),
    ] == [
        "Đợt thi đua đã tổng kết; không nhập tin báo nữa.",
        "Đợt thi đua đã tổng kết; không viết gương điển hình mới nữa.",
    ]
    take_consent_back(kept, reason="Người được nêu gương đổi ý.", mandate=officer, on=DAY)
    assert kept.state == "withdrawn"
