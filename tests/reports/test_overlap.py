"""Two campaigns at once: where they meet in days, units, contents, movements and people."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.awards.dossiers import complete
from tests.factories.commune import make_campaign, make_person
from thidua.campaigns.assign import add_movement
from thidua.campaigns.models import Campaign, ContentArea
from thidua.reports.overlap import overlaps_of

DAY = date(2023, 5, 10)


def beside(whole, campaign, slug="cu"):
    """The campaign there was gets another slug, so that one more may run."""
    Campaign.objects.filter(pk=campaign.pk).update(slug=slug)
    return make_campaign(whole)


def test_two_campaigns_at_once_and_what_they_share(whole, campaign):
    second = beside(whole, campaign)
    Campaign.objects.filter(pk=second.pk).update(starts=date(2023, 5, 1), ends=date(2023, 7, 31))
    ContentArea.objects.filter(campaign=second, order=2).update(text="Xây dựng gia đình học tập suốt đời")
    acting = {"mandate": whole.commune.standing, "on": DAY}
    for one in (campaign, second):
        add_movement(one, kind="movement", name="Chung tay dựng xóm", **acting)
    person = make_person(whole.village, birth_year=1980)
    for one in (campaign, second):
        complete(whole, person, campaign=one)
    complete(whole, make_person(whole.village, "Hà Văn Một"), campaign=campaign)
    (pair,) = overlaps_of(whole.commune.standing, on=DAY)
    assert (pair.starts, pair.ends, pair.days) == (date(2023, 5, 1), date(2023, 5, 31), 31)
    assert [ours.order for ours, _ in pair.contents] == [1]
    assert (len(pair.units), pair.movements) == (4, ("Chung tay dựng xóm",))
    assert pair.people == (("Lộc Văn Tài", "Thôn Khuổi Cáp"),)


def test_one_after_the_other_is_no_overlap_and_without_days_it_may_be_one(whole, campaign):
    second = beside(whole, campaign)
    Campaign.objects.filter(pk=second.pk).update(starts=date(2023, 6, 1), ends=date(2023, 7, 31))
    assert overlaps_of(whole.commune.standing, on=DAY) == []
    Campaign.objects.update(starts=None, ends=None)
    (pair,) = overlaps_of(whole.commune.standing, on=DAY)
    assert pair.days == 0


@pytest.mark.parametrize("how_many", [1, 3])
def test_more_campaigns_cost_no_more_queries(whole, campaign, how_many):
    for number in range(how_many):
        beside(whole, Campaign.objects.order_by("-id").first(), f"cu-{number}")
    with CaptureQueriesContext(connection) as queries:
        overlaps_of(whole.commune.standing, on=DAY)
    assert len(queries) == 5
