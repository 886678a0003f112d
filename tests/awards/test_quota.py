"""How many may still be put forward: counted live, warned of or stopped as the quota says (còn chỉ tiêu)."""

from datetime import date
from decimal import Decimal

import pytest

from tests.awards.dossiers import sent, started
from tests.factories.commune import make_collective, make_person
from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Nomination, PastAward
from thidua.awards.nominate import withdraw_nomination
from thidua.awards.queries.quota import standings, unit_table
from thidua.campaigns.allot import QuotaEntry, change_quota, set_quota
from thidua.law.ruling import Refused

DAY = date(2023, 6, 1)
PAPER = "Kế hoạch số 45/KH-UBND, mục V.3"
pytestmark = pytest.mark.django_db


@pytest.fixture
def allot(whole, campaign):
    def allot(**more):
        entry = {"kind": "cap", "number": 1, "recipient": "individual", "paper": PAPER, "over": "block"}
        if more.get("kind") != "share":
            entry["award"] = campaign.awards.get(form="giay_khen_xa")
        return set_quota(campaign, entry=QuotaEntry(**(entry | more)), mandate=whole.commune.standing, on=DAY)

    return allot


@pytest.fixture
def propose(whole, campaign):
    def propose(name, unit=None):
        person = make_person(unit or whole.village, name)
        return started(whole, person, form="giay_khen_xa", campaign=campaign)

    return propose


def said(whole, campaign, unit=None):
    return [one.says for one in standings(campaign, unit, on=DAY)]


def test_the_number_left_goes_down_with_each_name_and_up_when_one_is_withdrawn(
    whole, campaign, allot, propose
):
    allot(number=3)
    assert said(whole, campaign) == ["còn 3/3 Giấy khen xã cho cá nhân"]
    first = propose("Lộc Văn Tài")
    propose("Bế Văn Thụ")
    started(whole, make_collective(whole.village), form="giay_khen_xa", campaign=campaign)
    assert said(whole, campaign) == ["còn 1/3 Giấy khen xã cho cá nhân"]
    withdraw_nomination(first, reason="Chuyển đi nơi khác", mandate=whole.head(whole.village), on=DAY)
    assert said(whole, campaign) == ["còn 2/3 Giấy khen xã cho cá nhân"]


def test_a_quota_that_stops_refuses_one_name_more_and_says_what_to_do(whole, allot, propose):
    allot(scope="village")
    propose("Lộc Văn Tài")
    with pytest.raises(Refused) as refused:
        propose("Bế Văn Thụ")
    assert refused.value.ruling.because == (
        "Chỉ tiêu của thôn Khuổi Cáp cho Giấy khen của Chủ tịch UBND xã, cá nhân, mỗi thôn là không quá 1; "
        "đã đề nghị 1. Hãy rút một đề nghị khác, hoặc đề nghị Thường trực đổi chỉ tiêu."
    )
    assert refused.value.ruling.source == PAPER
    assert propose("Hứa Văn Lợi", whole.villages[1]).state == "draft"
    assert propose("Nông Thị Lụa", whole.body).state == "draft"


def test_a_quota_that_warns_lets_the_name_in_and_asks_the_officer_for_a_reason(
    whole, campaign, allot, propose
):
    allot(over="warn")
    propose("Lộc Văn Tài")
    second = sent(whole, make_person(whole.village, "Bế Văn Thụ"), form="giay_khen_xa", campaign=campaign)
    assert said(whole, campaign) == ["vượt 1: đã đề nghị 2/1 Giấy khen xã cho cá nhân"]
    findings = open_appraisal(second, mandate=whole.commune.standing, on=DAY).findings
    [finding] = findings.filter(rule="quota:cap")
    assert (finding.weight, finding.verdict, finding.source) == ("warn", "no", PAPER)
    assert finding.because.endswith("đã đề nghị 2. Cán bộ thẩm định ghi lý do nếu vẫn đề nghị.")


def test_collectives_and_individuals_may_share_one_quota(whole, campaign, allot, propose):
    allot(recipient="", award=None, number=2, scope="each")
    propose("Lộc Văn Tài")
    started(whole, make_collective(whole.village), form="giay_khen_huyen", campaign=campaign)
    with pytest.raises(Refused, match="tính chung, mỗi đơn vị là không quá 2"):
        propose("Bế Văn Thụ")


def test_a_percentage_counts_whole_names_of_its_base(whole, campaign, allot, propose):
    quota = allot(number=None, percent=Decimal(5), base=30, base_says="cá nhân tham gia")
    propose("Lộc Văn Tài")
    with pytest.raises(Refused, match="5 % của 30 cá nhân tham gia"):
        propose("Bế Văn Thụ")
    entry = QuotaEntry(
        kind="cap", award=quota.award, recipient="individual", number=None, percent=Decimal(5), base=40,
        base_says="cá nhân tham gia", over="block", paper=PAPER,
    )  # fmt: skip
    change_quota(quota, entry=entry, why="Thêm người tham gia", mandate=whole.commune.standing, on=DAY)
    propose("Bế Văn Thụ")
    assert said(whole, campaign) == ["còn 0/2 Giấy khen xã cho cá nhân"]


def test_a_percentage_without_its_base_counts_but_refuses_nobody(whole, campaign, allot, propose):
    quota = allot(number=None, percent=Decimal(5), base=40)
    type(quota).objects.update(base=None)
    propose("Lộc Văn Tài")
    assert said(whole, campaign) == ["Giấy khen xã cho cá nhân: đã đề nghị 1, chưa ghi cơ số để tính mức"]


def test_a_cap_of_the_year_counts_the_campaigns_of_that_year(whole, campaign, allot, propose):
    allot(kind="year")
    propose("Lộc Văn Tài")
    Nomination.objects.update(governed_on=date(2022, 12, 30))
    assert said(whole, campaign) == ["còn 1/1 Giấy khen xã cho cá nhân"]
    propose("Bế Văn Thụ")
    with pytest.raises(Refused, match="trong một năm"):
        propose("Hứa Văn Lợi")


def test_once_in_a_life_asks_what_was_given_before(whole, campaign, allot, propose):
    allot(kind="once", number=None)
    person = make_person(whole.village, "Mã Văn Quý")
    PastAward.objects.create(
        unit=whole.commune.unit, person=person, name=person.name, form="giay_khen_xa", title="Giấy khen",
        decision="12/QĐ-UBND", decided_on=date(2019, 5, 1), entered_on=DAY, entered_by="thường trực",
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        started(whole, person, form="giay_khen_xa", campaign=campaign)
    assert refused.value.ruling.because == (
        "Giấy khen của Chủ tịch UBND xã tặng mỗi đối tượng một lần; Mã Văn Quý đã được tặng ngày "
        "01/5/2019 (12/QĐ-UBND)."
    )
    assert propose("Lộc Văn Tài").state == "draft"


def test_the_table_of_units(whole, campaign, allot, propose, django_assert_num_queries):
    allot(number=20, scope="all")
    allot(number=2, scope="village")
    allot(number=4, scope="unit", unit=whole.body, recipient="")
    propose("Lộc Văn Tài")
    units = [whole.body, whole.village, whole.villages[1]]
    with django_assert_num_queries(2):
        quotas, rows = unit_table(campaign, units, on=DAY)
    assert [quota.number for quota in quotas] == [4, 2]
    assert [[one and (one.used, one.limit) for one in row.standings] for row in rows] == [
        [(0, 4), None],
        [None, (1, 2)],
        [None, (0, 2)],
    ]
    assert said(whole, campaign, whole.village) == [
        "còn 19/20 Giấy khen xã cho cá nhân",
        "còn 1/2 Giấy khen xã cho cá nhân",
    ]


def test_without_quotas_there_is_nothing_to_count(whole, campaign, propose):
    propose("Lộc Văn Tài")
    assert (said(whole, campaign), unit_table(campaign, [whole.village], on=DAY)) == ([], ([], []))
