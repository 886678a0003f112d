"""The minutes of 2026: a commune right below the province, by the law of that day."""

from datetime import date

import pytest

from tests.flow.year import hold_the_year, money_decided, papers, states_of_nominations
from thidua.awards.models import (
    Case,
    Certificate,
    CouncilSession,
    DecisionItem,
    Finding,
    Nomination,
    Payment,
    Submission,
)
from thidua.campaigns.models import Campaign, Registration, RoleModel
from thidua.org.models import Unit
from thidua.records.models import Message, OfficialDocument

WORKING_DAYS = {
    "intake": "04/9/2026",
    "launch": "07/9/2026",
    "register": "14/9/2026",
    "track": "02/11/2026",
    "discover": "13/11/2026",
    "nominate": "07/12/2026",
    "appraise": "08/12/2026",
    "deliberate": "11/12/2026",
    "submit": "14/12/2026",
    "decide": "17/12/2026",
    "certify": "21/12/2026",
    "announce": "22/12/2026",
    "conclude": "24/12/2026",
}


@pytest.mark.django_db
def test_the_year_2026() -> None:
    assert hold_the_year(2026, MINUTES) == WORKING_DAYS


def september_3_the_issued_plan_is_read(world) -> None:
    campaign = Campaign.objects.get()
    assert (campaign.state, campaign.starts, campaign.ends) == ("draft", date(2026, 9, 1), date(2026, 11, 30))
    assert list(campaign.awards.values_list("form", "delegated")) == [
        ("giay_khen_xa", False),
        ("bang_khen_tinh", False),
    ]
    assert (campaign.plan.origin, campaign.plan.state) == ("original", "issued")
    assert papers("campaign_plan") == ["xã Nà Lâm: 52/KH-UBND, 31/8/2026"]
    assert campaign.plan.signer_words == "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH Nông Thị Hạnh"
    assert not Unit.objects.filter(level="huyen").exists()


def september_4_it_opens_and_nothing_is_issued_again(world) -> None:
    assert (world.running.state, world.running.starts) == ("open", date(2026, 9, 1))
    assert (world.running.plan.pdf_sha256, world.running.plan.book) == ("", None)
    tasks = [(task.clause, task.assignments.count(), task.due_says) for task in world.running.tasks.all()]
    assert tasks == [
        ("VI.1.a", 1, "cơ quan đặt"),
        ("VI.1.b", 1, "cơ quan đặt"),
        ("VI.2", 5, "cơ quan đặt"),
        ("VI.3", 28, "cơ quan đặt"),
    ]


def september_11_the_villages_register(world) -> None:
    assert Unit.objects.filter(level="thon").count() == 18
    assert Registration.objects.filter(state="accepted").count() == 26


def october_30_the_silent_are_reminded(world) -> None:
    assert papers("reminder") == ["xã Nà Lâm: 01/HĐTĐKT, 16/9/2026", "xã Nà Lâm: 02/HĐTĐKT, 30/10/2026"]
    reminded = Message.objects.filter(purpose="reminder")
    assert {message.to_unit.name for message in reminded} == {"Thôn Lũng Mười", "Thôn Tả Cáy"}


def november_12_three_bins_at_the_end_of_the_lane(world) -> None:
    role_model = RoleModel.objects.get()
    assert (role_model.name, role_model.title) == ("Lý Thị Dua", "Ba chiếc thùng rác đầu ngõ")


def december_4_twelve_are_put_forward(world) -> None:
    assert papers("award_standard") == []  # the plan itself sets every standard
    assert states_of_nominations() == {"submitted": 12}
    assert set(Nomination.objects.values_list("due_on", flat=True)) == {date(2026, 12, 18)}


def december_7_the_campaign_of_a_commune_needs_a_word_for_a_provincial_award(world) -> None:
    assert states_of_nominations() == {"eligible": 10, "ineligible": 1, "returned": 1}
    doubts = Finding.objects.filter(rule="R11", verdict="no")
    assert sorted(doubt.appraisal.nomination.name for doubt in doubts) == ["Lăng Văn Hiệp", "Nông Văn Hinh"]
    assert {doubt.judged for doubt in doubts} == {True}


def december_10_the_council_meets(world) -> None:
    assert CouncilSession.objects.get().mode == "hands"
    assert states_of_nominations() == {"ineligible": 1, "passed": 11}
    hinh = Case.objects.get(nomination__name="Nông Văn Hinh")
    assert (hinh.base, hinh.needed) == (8, 6)


def december_11_the_province_is_the_next_level_up(world) -> None:
    way = {one.form: (one.to_unit.short_name, one.items.count()) for one in Submission.objects.all()}
    assert way == {"giay_khen_xa": ("xã Nà Lâm", 8), "bang_khen_tinh": ("tỉnh Lạng Bình", 3)}


def december_16_both_levels_have_decided(world) -> None:
    assert papers("award_decision") == [
        "xã Nà Lâm: 54/QĐ-UBND, 14/12/2026",
        "tỉnh Lạng Bình: 655/QĐ-UBND, 16/12/2026",
    ]
    # 2.530.000 x 0,6 · 0,3 · 0,3 x 1,5, each rounded up.
    paid = {
        item.recipient: item.amount for item in DecisionItem.objects.filter(decision__form="giay_khen_xa")
    }
    assert paid == {"collective": 1_520_000, "individual": 760_000, "household": 1_140_000}
    assert list(money_decided()["bang_khen_tinh"].values()) == [7_590_000, 3_800_000, 3_800_000]
    grounds = str(OfficialDocument.objects.get(purpose="award_decision", unit=world.commune.unit).content)
    assert "152/2025/NĐ-CP" in grounds


def december_18_the_gold_book_counts_within_the_decision(world) -> None:
    numbers = Certificate.objects.order_by("item__decision__decided_on", "item__order")
    assert [one.gold_number for one in numbers] == [*"12345678", *"123"]
    assert sum(Payment.objects.values_list("amount", flat=True)) == 9_120_000 + 15_190_000


def december_21_the_news_is_out(world) -> None:
    assert world.running.announcements.get().title == "Khen thưởng phong trào Nà Lâm xanh, sạch, số"


def december_23_the_campaign_is_closed(world) -> None:
    assert world.running.state == "closed"
    assert "thôn Tả Cáy" in str(world.running.closing_paper.content)


MINUTES = {
    "intake": september_3_the_issued_plan_is_read,
    "launch": september_4_it_opens_and_nothing_is_issued_again,
    "register": september_11_the_villages_register,
    "track": october_30_the_silent_are_reminded,
    "discover": november_12_three_bins_at_the_end_of_the_lane,
    "nominate": december_4_twelve_are_put_forward,
    "appraise": december_7_the_campaign_of_a_commune_needs_a_word_for_a_provincial_award,
    "deliberate": december_10_the_council_meets,
    "submit": december_11_the_province_is_the_next_level_up,
    "decide": december_16_both_levels_have_decided,
    "certify": december_18_the_gold_book_counts_within_the_decision,
    "announce": december_21_the_news_is_out,
    "conclude": december_23_the_campaign_is_closed,
}
