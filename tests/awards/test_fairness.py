"""The fairness gauge of a list of names: counts only, the unknown never guessed (thước công bằng)."""

from datetime import date
from decimal import Decimal

import pytest

from tests.awards.dossiers import started
from tests.factories.commune import (
    make_collective,
    make_household,
    make_person,
)
from thidua.awards.documents.fairness import fairness_words
from thidua.awards.models import Nomination, PastAward
from thidua.awards.queries.fairness import fairness_of
from thidua.campaigns.allot import QuotaEntry, set_quota
from thidua.org.models import Collective, Household, Person

DAY = date(2023, 6, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(whole, campaign):
    """A farmer, a woman who leads, an elder woman whose people nobody wrote down, a household, a village."""
    farmer = make_person(whole.village, "Lộc Văn Tài", is_direct_worker=True, ethnicity="Tày")
    leader = make_person(whole.body, "Nông Thị Thắm", honorific="Bà", is_leader=True, ethnicity="KINH")
    elder = make_person(whole.villages[1], "Mã Thị Pẩu", honorific="Bà", is_direct_worker=True)
    household = make_household(whole.village, "Hộ ông Lý Văn Dèn")
    Household.objects.update(ethnicity="Dao")
    for one in (farmer, leader, elder, household, make_collective(whole.village)):
        started(whole, one, form="giay_khen_xa", campaign=campaign)
    return Nomination.objects.filter(campaign=campaign)


def told(fairness):
    return {gauge.id: (gauge.count, gauge.of) for gauge in fairness.gauges}


def test_who_is_in_the_list(listed, campaign, whole):
    fairness = fairness_of(listed, campaign=campaign, on=DAY)
    assert (fairness.total, fairness.collectives, fairness.persons, fairness.households) == (5, 1, 3, 1)
    assert told(fairness) == {
        "workers": (2, 3),
        "women": (2, 4),
        "minorities": (2, 4),
        "leaders": (1, 3),
        "firsts": (5, 5),
        "villages": (2, len(whole.villages)),
    }


def test_what_nobody_wrote_down_is_unknown_not_guessed(listed):
    minorities = fairness_of(listed).gauges[2]
    assert (minorities.says, minorities.unknown) == ("2/4 (50 %), chưa rõ 1", 1)


def test_an_empty_list_divides_by_nothing():
    fairness = fairness_of(Nomination.objects.none())
    assert {(gauge.count, gauge.of, gauge.share, gauge.says) for gauge in fairness.gauges} == {
        (0, 0, 0.0, "0/0")
    }


def test_an_award_of_before_counts_even_on_a_merged_record(listed, whole):
    elder = Person.objects.get(name="Mã Thị Pẩu")
    twin = make_person(whole.villages[1], "Mã Thị Pảu", same_as=elder)
    PastAward.objects.create(
        unit=whole.commune.unit, person=twin, name=twin.name, title="Giấy khen",
        decision="12/QĐ-UBND", decided_on=date(2019, 5, 1), entered_on=DAY, entered_by="thường trực",
    )  # fmt: skip
    assert told(fairness_of(listed))["firsts"] == (4, 5)


def test_the_share_the_campaign_aims_at_warns_and_never_blocks(listed, campaign, whole):
    aim = QuotaEntry(kind="share", group="workers", percent=Decimal(70), paper="Hướng dẫn số 02/HD-UBND")
    set_quota(campaign, entry=aim, mandate=whole.commune.standing, on=DAY)
    workers = fairness_of(listed, campaign=campaign, on=DAY).gauges[0]
    assert (workers.count, workers.asked, workers.is_short, workers.mark) == (2, 3, True, 0.7)
    more = make_person(whole.village, "Hoàng Văn Páo", is_leader=True)
    assert started(whole, more, form="giay_khen_xa", campaign=campaign).state == "draft"


def test_women_are_compared_with_those_who_take_part(listed, campaign, whole):
    assert fairness_of(listed, campaign=campaign, on=DAY).gauges[1].around == ""
    Collective.objects.update(members=40, women=16)
    assert fairness_of(listed, campaign=campaign, on=DAY).gauges[1].around == (
        "Trong 40 người của các tập thể có ghi số nữ, nữ chiếm 40 %."
    )


def test_the_minutes_say_it_in_one_paragraph(listed, campaign):
    assert fairness_words(fairness_of(listed, campaign=campaign, on=DAY)) == (
        "Cơ cấu 5 trường hợp (1 tập thể, 3 cá nhân, 1 hộ gia đình): lao động trực tiếp 2/3 cá nhân (66,7 %); "
        "nữ 2/4 cá nhân, chủ hộ (50 %); dân tộc thiểu số 2/4 cá nhân, chủ hộ (50 %), chưa rõ 1; "
        "lãnh đạo, quản lý 1/3 cá nhân (33,3 %); lần đầu được khen 5/5 trường hợp (100 %); "
        f"{_villages(campaign)}. Số liệu để tham khảo, không thay tiêu chuẩn."
    )


def _villages(campaign):
    gauge = fairness_of(Nomination.objects.all(), campaign=campaign, on=DAY).gauges[-1]
    return f"thôn có đề nghị {gauge.says}"


def test_the_gauge_takes_few_queries_however_long_the_list(
    listed, campaign, django_assert_num_queries, whole
):
    with django_assert_num_queries(3):
        fairness_of(listed, campaign=campaign, on=DAY)
    with django_assert_num_queries(1):
        fairness_of(listed)
