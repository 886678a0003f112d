"""The pages of quotas, of the fairness gauge, and the cards beside a report (chỉ tiêu, thước công bằng)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.dossiers import sent, started
from tests.awards.meetings import eligible, planned
from tests.factories.commune import make_person
from tests.web.test_nominations import as_
from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Nomination
from thidua.campaigns.allot import QuotaEntry, set_quota
from thidua.campaigns.models import Quota

DAY = date(2023, 6, 1)
COPIED = (
    "Năm 2023 tôi vận động được 42 hộ của thôn hiến 3.150 mét vuông đất vườn để mở đường vào khu sản xuất, "
    "tự tay phát dọn hai cây số mương, huy động 260 ngày công trong vụ xuân và góp máy xúc của gia đình."
)
pytestmark = pytest.mark.django_db


def words(response):
    return " ".join(response.content.decode().split())


FILLED = {
    "kind": "cap", "award": "", "recipient": "individual", "scope": "village", "unit": "", "number": "2",
    "percent": "", "base": "", "base_says": "", "group": "", "over": "block", "paper": "Mục V.3 của kế hoạch",
}  # fmt: skip


def test_the_officer_sets_changes_and_drops_a_quota(whole, campaign):
    client = as_(whole.commune.standing, "thuong-truc")
    assert "Đợt này chưa đặt chỉ tiêu" in words(client.get(reverse("campaign-quotas", args=[campaign.code])))
    made = client.post(reverse("new-quota", args=[campaign.code]), FILLED, follow=True)
    assert "Mọi hình thức, cá nhân, mỗi thôn" in words(made)
    quota = Quota.objects.get()
    change = reverse("change-quota", args=[campaign.code, quota.code])
    assert 'value="2"' in words(client.get(change))
    missing = client.post(change, FILLED | {"number": "3"})
    assert "Lý do đổi" in words(missing)
    assert Quota.objects.get().number == 2
    changed = client.post(change, FILLED | {"number": "3", "why": "Thêm thôn"}, follow=True)
    assert "không quá 3" in words(changed)
    assert "Thêm thôn" in words(changed)
    now = Quota.objects.get(ended_on=None)
    end = reverse("end-quota", args=[campaign.code, now.code])
    assert "không quá 3" in words(client.get(end))
    ended = client.post(end, {"why": "Huyện bỏ chỉ tiêu"}, follow=True)
    assert "Đợt này chưa đặt chỉ tiêu" in words(ended)


def test_half_a_quota_loses_nothing_typed(whole, campaign):
    client = as_(whole.commune.standing, "thuong-truc")
    page = words(client.post(reverse("new-quota", args=[campaign.code]), FILLED | {"number": ""}))
    assert "Hãy ghi số lượng, hoặc tỷ lệ phần trăm: một trong hai." in page
    assert 'value="Mục V.3 của kế hoạch"' in page
    assert not Quota.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"kind": "share", "group": "workers", "percent": "60", "number": "9"}, ("all", None, "workers")),
        ({"kind": "once", "number": "9"}, ("all", None, "")),
        ({"kind": "year", "number": "9", "group": "women"}, ("village", 9, "")),
    ],
)
def test_what_a_kind_has_no_use_for_is_left_out(whole, campaign, typed, kept):
    client = as_(whole.commune.standing, "thuong-truc")
    client.post(reverse("new-quota", args=[campaign.code]), FILLED | typed)
    assert list(Quota.objects.values_list("scope", "number", "group")) == [kept]


def allot(whole, campaign, **more):
    entry = QuotaEntry(**({"kind": "cap", "number": 2, "recipient": "individual", "scope": "village",
                           "paper": "Mục V.3", "over": "block"} | more))  # fmt: skip
    return set_quota(campaign, entry=entry, mandate=whole.commune.standing, on=DAY)


def test_the_unit_sees_what_is_left_where_it_proposes(whole, campaign):
    allot(whole, campaign)
    started(whole, make_person(whole.village), form="giay_khen_xa", campaign=campaign)
    client = as_(whole.head(whole.village), "thon")
    for page in (
        reverse("campaign-nominations", args=[campaign.code]),
        f"{reverse('new-nomination')}?dot={campaign.code}",
    ):
        assert "Còn 1/2 đề nghị cho cá nhân" in words(client.get(page))
    table = words(client.get(reverse("campaign-quotas", args=[campaign.code])))
    assert "1/2" in table
    assert whole.villages[1].short_name not in table


def test_the_pages_take_the_same_queries_for_one_name_and_for_three(whole, campaign):
    allot(whole, campaign, number=9)
    client = as_(whole.commune.standing, "thuong-truc")
    pages = [reverse(name, args=[campaign.code]) for name in ("campaign-quotas", "campaign-nominations")]
    started(whole, make_person(whole.village), form="giay_khen_xa", campaign=campaign)
    one = [queries_of(client, page) for page in pages]
    for unit, name in ((whole.body, "Bế Văn Thụ"), (whole.villages[1], "Lã Thị Én")):
        started(whole, make_person(unit, name), form="giay_khen_xa", campaign=campaign)
    assert [queries_of(client, page) for page in pages] == one


def queries_of(client, page):
    with CaptureQueriesContext(connection) as seen:
        client.get(page)
    return len(seen)


def test_the_gauge_follows_the_ticked_names(whole, campaign):
    first = started(whole, make_person(whole.village), form="giay_khen_xa", campaign=campaign)
    woman = make_person(whole.body, "Nông Thị Lụa", honorific="Bà")
    started(whole, woman, form="giay_khen_xa", campaign=campaign)
    client = as_(whole.commune.standing, "thuong-truc")
    page = reverse("nominations-balance")
    assert "1/2 (50 %)" in words(client.get(page, {"dot": campaign.code}))
    ticked = words(client.get(page, {"dot": campaign.code, "chon": first.code}))
    assert "Cân đối các hồ sơ đã chọn" in ticked
    assert "0/1 (0 %)" in ticked


def test_the_appraiser_sees_both_sides_and_the_unit_only_its_own(whole, campaign):
    first = sent(whole, make_person(whole.village), form="giay_khen_xa", campaign=campaign)
    Nomination.objects.filter(pk=first.pk).update(report=COPIED)
    first.refresh_from_db()
    open_appraisal(first, mandate=whole.commune.standing, on=DAY)
    copy = sent(whole, make_person(whole.villages[1], "Hứa Văn Lợi"), form="giay_khen_xa", campaign=campaign)
    Nomination.objects.filter(pk=copy.pk).update(report=f"Kính gửi. {COPIED}")
    copy.refresh_from_db()
    open_appraisal(copy, mandate=whole.commune.standing, on=DAY)
    client = as_(whole.commune.standing, "thuong-truc")
    seen = words(client.get(reverse("appraisal", args=[copy.code])))
    assert first.name in seen
    assert seen.count('<mark class="mark-look">') == 2
    Nomination.objects.filter(pk=copy.pk).update(state="draft")
    client = as_(whole.head(whole.villages[1]), "thon")
    own = words(client.get(reverse("dossier", args=[copy.code])))
    assert "Hồ sơ của nơi khác đã gửi" in own
    assert own.count('<mark class="mark-look">') == 1
    assert first.name not in own


def test_the_agenda_counts_what_is_on_it_and_what_is_ticked(whole, campaign):
    meeting = planned(whole, campaign)
    waiting = eligible(whole, campaign, make_person(whole.village, is_direct_worker=True))
    client = as_(whole.commune.secretary, "thu-ky")
    assert "2 đề nghị" in words(client.get(reverse("session-agenda", args=[meeting.code])))
    page = reverse("agenda-balance", args=[meeting.code])
    assert "1 đề nghị" in words(client.get(page))
    ticked = words(client.get(page, {"nominations": [str(waiting.pk)]}))
    assert "2 đề nghị" in ticked
    assert "1/1 (100 %)" in ticked
    assert "Cân đối chương trình" in words(client.get(reverse("session", args=[meeting.code])))
