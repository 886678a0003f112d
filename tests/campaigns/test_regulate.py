"""Rules that a campaign sets for itself (quy tắc riêng của đợt): who, from when, where they apply."""

from datetime import date

import pytest

from tests.awards.dossiers import started
from tests.factories.commune import make_campaign, make_person
from thidua.awards.permissions.nomination import may_return_again, proposes_others
from thidua.campaigns.models import CampaignRule
from thidua.campaigns.queries.rules import ended_rules, own_rules, rulebook_in
from thidua.campaigns.regulate import drop_own_rule, set_own_rule
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.regulate import RuleWords, confirm_rule
from thidua.reports.pulse import quiet_days

DAY, LATER = date(2023, 6, 5), date(2023, 6, 20)
OFFICE = "Quy tắc này chung cho cả cơ quan, không đặt riêng cho một đợt được."
PLAN = "mục VI.2 của kế hoạch"
pytestmark = pytest.mark.django_db


@pytest.fixture
def acting(whole):
    return {"mandate": whole.commune.standing, "on": DAY}


def holds(campaign, rule, on=DAY):
    book = rulebook_in(campaign, campaign.unit, on=on)
    return book.shelf.local.chosen(rule), book.shelf.local.paper_of(rule)


def test_the_campaign_counts_its_own_days_and_the_office_keeps_its_own(whole, campaign, acting):
    words = RuleWords("10", "Quy chế số 05/QC-UBND", DAY)
    confirm_rule(whole.commune.unit, rule="quiet_days", words=words, **acting)
    assert quiet_days(campaign, on=DAY) == (10, True)
    set_own_rule(campaign, rule="quiet_days", value="7", paper=PLAN, **acting)
    assert quiet_days(campaign, on=DAY) == (7, True)
    drop_own_rule(campaign, rule="quiet_days", mandate=acting["mandate"], on=LATER)
    assert [quiet_days(campaign, on=day) for day in (DAY, LATER)] == [(7, True), (10, True)]


def test_a_value_names_its_paper_and_that_it_is_for_this_campaign(campaign, acting):
    set_own_rule(campaign, rule="report_words", value="800", paper=f"  {PLAN} ", **acting)
    assert holds(campaign, "report_words") == (800, f"{PLAN} (áp dụng riêng cho đợt thi đua này)")
    assert holds(campaign, "report_words", date(2023, 6, 4)) == (None, "")
    line = JournalEntry.objects.get(verb="set_own_rule")
    assert line.says == f"Riêng đợt này, Độ dài báo cáo thành tích: nhiều nhất 800 chữ, theo {PLAN}."


def test_a_change_ends_the_one_before(campaign, acting):
    set_own_rule(campaign, rule="report_words", value="800", paper=PLAN, **acting)
    later = acting | {"on": LATER}
    set_own_rule(campaign, rule="report_words", value="900", paper=PLAN, **later)
    assert [holds(campaign, "report_words", day)[0] for day in (DAY, LATER)] == [800, 900]
    (was,) = ended_rules(campaign)
    assert (was[1:], was[0].ended_on) == (("Độ dài báo cáo thành tích", "nhiều nhất 800 chữ"), LATER)


def test_the_campaign_lets_units_propose_others(campaign, acting):
    assert not proposes_others(campaign, on=DAY)
    set_own_rule(campaign, rule="nominate_others", value="any", paper=PLAN, **acting)
    assert proposes_others(campaign, on=DAY)


def test_a_dossier_goes_back_as_often_as_the_campaign_allows_and_above_as_often_as_there(whole, acting):
    someone = make_person(whole.village, "Lường Thị Xuyến", position="Nông dân")
    judging = make_campaign(whole, state="reviewing")
    nomination = started(whole, someone, campaign=judging)
    set_own_rule(nomination.campaign, rule="returns_allowed", value="1", paper=PLAN, **acting)
    nomination.supplements.create(unit=whole.commune.unit, number=1, returned_on=DAY, used=2)
    below = may_return_again(nomination, whole.commune.unit, on=DAY)
    assert (below.is_yes, below.source) == (False, f"{PLAN} (áp dụng riêng cho đợt thi đua này)")
    assert may_return_again(nomination, whole.district.unit, on=DAY).is_yes


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"paper": " "}, "Chưa ghi văn bản làm căn cứ (số, ngày, tên, hoặc mục của kế hoạch)."),
        ({"rule": "nominate_others", "value": "ai cũng được"},
         "Đề nghị người của đơn vị khác: “ai cũng được” không dùng được; cần một trong các lựa chọn."),
        ({"rule": "threshold_giay_khen"}, OFFICE),
        ({"rule": "bia_dat"}, OFFICE),
    ],
)  # fmt: skip
def test_refused_with_what_would_be_right(campaign, acting, typed, says):
    with pytest.raises(Refused) as refused:
        set_own_rule(campaign, **({"rule": "report_words", "value": "800", "paper": PLAN} | typed), **acting)
    assert refused.value.ruling.because == says
    assert not CampaignRule.objects.exists()


def test_the_same_again_and_dropping_nothing_are_refused(campaign, acting):
    with pytest.raises(Refused, match="không đặt riêng"):
        drop_own_rule(campaign, rule="report_words", **acting)
    set_own_rule(campaign, rule="report_words", value="800", paper=PLAN, **acting)
    with pytest.raises(Refused, match="không khác"):
        set_own_rule(campaign, rule="report_words", value="800", paper=PLAN, **acting)


def test_only_the_office_that_runs_the_campaign_sets_them(whole, campaign):
    for mandate in (whole.district.standing, whole.head(whole.village), whole.commune.clerk):
        with pytest.raises(Refused):
            set_own_rule(campaign, rule="report_words", value="800", paper=PLAN, mandate=mandate, on=DAY)


def test_the_page_lists_every_rule_a_campaign_may_set(campaign):
    assert [one.proposal.id for one in own_rules(campaign, on=DAY)] == [
        "returns_allowed", "report_words", "session_days", "posting_days", "quiet_days", "nominate_others"
    ]  # fmt: skip
