"""A campaign is extended, suspended, resumed, stopped and reopened by papers that take effect when issued."""

from datetime import date

import pytest

from tests.factories.commune import make_campaign
from tests.factories.printed import require_flawless, text_of
from thidua.campaigns.documents.steer import ChangeWords
from thidua.campaigns.models import CampaignChange, Deadline
from thidua.campaigns.permissions.part import may_remind, may_return, may_take_part
from thidua.campaigns.permissions.review import may_begin_awarding, may_close_for
from thidua.campaigns.permissions.steer import CHANGES, may_steer
from thidua.campaigns.permissions.work import may_arrange_work, may_schedule
from thidua.campaigns.queries.steer import change_on_its_way, changes_of, suspended_by
from thidua.campaigns.steer import apply_change, draft_change
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.documents import paper_of
from thidua.records.draft import discard
from thidua.records.issue import give_number
from thidua.records.models import Message
from thidua.records.sign import send_for_signature, sign

DAY = date(2023, 5, 10)
RAIN = "Mưa lũ kéo dài, các thôn tập trung khắc phục hậu quả."


def drafted(whole, campaign, kind, on=DAY, **more):
    words = ChangeWords(kind, RAIN, **more)
    return draft_change(campaign, words=words, mandate=whole.commune.standing, on=on)


def issued(whole, campaign, kind, on=DAY, **more):
    office, paper = whole.commune, drafted(whole, campaign, kind, on, **more)
    send_for_signature(paper, mandate=office.standing, on=on)
    sign(paper, mandate=office.chair, on=on)
    give_number(paper, day=on, mandate=office.clerk, on=on)
    apply_change(paper, mandate=office.clerk, on=on)
    campaign.refresh_from_db()
    return paper


def rule_of(action, *args, **more):
    with pytest.raises(Refused) as refused:
        action(*args, **more)
    return refused.value.ruling


def test_extending_moves_the_last_day_and_the_deadlines_and_tells_every_unit(whole, campaign):
    Deadline.objects.create(campaign=campaign, kind="review", day=date(2023, 6, 2), says="theo kế hoạch")
    days = {"review": date(2023, 6, 20)}
    paper = drafted(whole, campaign, "extend", ends=date(2023, 6, 15), days=days, form="thong_bao")
    campaign.refresh_from_db()
    assert (campaign.ends, change_on_its_way(campaign).kind) == (date(2023, 5, 31), "extend")
    discard(paper, mandate=whole.commune.standing, on=DAY)
    paper = issued(whole, campaign, "extend", ends=date(2023, 6, 15), days=days, form="thong_bao")
    assert (campaign.state, campaign.ends) == ("open", date(2023, 6, 15))
    moved = campaign.deadlines.get()
    assert (moved.day, moved.says) == (date(2023, 6, 20), f"theo {paper.title}")
    change = changes_of(campaign).get()
    assert (change.took_effect_on, change.before) == (
        DAY,
        {"state": "open", "ends": "2023-05-31", "days": {"review": "2023-06-02"}},
    )
    told = Message.objects.filter(purpose="campaign_change").order_by("to_unit__code")
    assert [one.to_unit.code for one in told] == ["ban-vang", "khuoi-cap", "mttq", "truong"]
    assert JournalEntry.objects.filter(verb="apply_change").count() == 1


def test_suspended_means_every_desk_waits_until_it_is_resumed(whole, campaign):
    paper = issued(whole, campaign, "suspend")
    assert (campaign.state, suspended_by(campaign)) == ("suspended", paper.cited)
    ruling = may_take_part(whole.head(whole.village), whole.village, campaign, on=DAY)
    assert ruling.because == f"Đợt thi đua đang tạm dừng theo {paper.cited}; chưa nhận đăng ký, báo cáo."
    issued(whole, campaign, "resume", on=date(2023, 5, 12))
    assert (campaign.state, campaign.ends, suspended_by(campaign)) == ("open", date(2023, 5, 31), "")
    assert may_take_part(whole.head(whole.village), whole.village, campaign, on=DAY).is_yes


def test_stopped_early_it_passes_to_judging_and_extended_again_back_to_the_units(whole, campaign):
    issued(whole, campaign, "stop", ends=DAY)
    assert (campaign.state, campaign.ends) == ("reviewing", DAY)
    issued(whole, campaign, "extend", ends=date(2023, 5, 20))
    assert (campaign.state, campaign.ends) == ("open", date(2023, 5, 20))


def test_reopened_it_is_judged_again_and_may_have_another_closing_report(whole):
    campaign = make_campaign(whole, state="closed")
    issued(whole, campaign, "reopen")
    assert (campaign.state, campaign.closing_paper) == ("reviewing", None)


@pytest.mark.parametrize(
    ("kind", "more", "because"),
    [
        ("extend", {}, "Hãy ghi ngày kết thúc mới."),
        ("extend", {"ends": date(2023, 5, 31)}, "Gia hạn thì ngày kết thúc mới phải sau ngày 31/5/2023."),
        (
            "extend",
            {"ends": date(2023, 6, 15), "days": {"register": date(2023, 6, 20)}},
            "Hạn đăng ký 20/6/2023 sau ngày kết thúc mới 15/6/2023.",
        ),
        (
            "stop",
            {"ends": date(2023, 5, 20)},
            "Kết thúc trước hạn thì ngày kết thúc không sau hôm nay và trước ngày kết thúc đã định.",
        ),
        (
            "stop",
            {"ends": date(2023, 3, 1)},
            "Ngày kết thúc mới 01/3/2023 trước ngày mở đợt 15/3/2023.",
        ),
    ],
)
def test_a_day_that_does_not_fit_is_refused_with_a_sentence(whole, campaign, kind, more, because):
    assert rule_of(drafted, whole, campaign, kind, **more).because == because


def test_a_past_day_no_reason_and_no_chair_are_refused(whole, campaign):
    past = rule_of(drafted, whole, campaign, "extend", date(2023, 7, 1), ends=date(2023, 6, 15))
    silent = ChangeWords("suspend", " ")
    reason = rule_of(draft_change, campaign, words=silent, mandate=whole.commune.standing, on=DAY)
    whole.commune.chair.ends = date(2023, 4, 1)
    whole.commune.chair.save()
    chair = rule_of(drafted, whole, campaign, "suspend")
    assert [past.because, reason.because, chair.rule] == [
        "Ngày kết thúc mới 15/6/2023 đã qua.",
        "Hãy ghi lý do; lý do được in trong văn bản.",
        "steer:chair",
    ]


def test_one_change_at_a_time_and_none_that_was_overtaken(whole, campaign):
    paper = drafted(whole, campaign, "suspend")
    waiting = rule_of(drafted, whole, campaign, "extend", ends=date(2023, 6, 15))
    assert waiting.rule == "steer:waiting"
    type(campaign).objects.filter(pk=campaign.pk).update(state="reviewing")
    overtaken = rule_of(apply_change, paper, mandate=whole.commune.clerk, on=DAY)
    assert overtaken.because == "Đợt này đang xét khen thưởng, không tạm dừng được."
    assert CampaignChange.objects.get().took_effect_on is None


# Every state against every role: what the table says is what the permission answers.

STATES = ("draft", "open", "suspended", "reviewing", "closed")


@pytest.mark.parametrize("state", STATES)
def test_the_table_of_states_and_roles(whole, state):
    campaign = make_campaign(whole, state=state)
    for role, mandate in (*whole.commune.mandates.items(), ("head", whole.head(whole.village))):
        for kind, (states, _) in CHANGES.items():
            allowed = role == "standing" and state in states
            assert may_steer(mandate, campaign, kind=kind, on=DAY).is_yes is allowed, (role, kind)


# what a button asks -> the states in which it may be pressed by whoever it is for
BUTTONS = {
    "register": {"open"},
    "return": {"open"},
    "remind": {"open"},
    "tasks": {"open", "reviewing"},
    "days": {"draft", "open", "reviewing"},
    "close": {"open", "reviewing"},
    "judge": {"open"},
}


@pytest.mark.parametrize("state", STATES)
def test_what_a_state_means_for_every_button(whole, state):
    campaign, officer, head = (
        make_campaign(whole, state=state),
        whole.commune.standing,
        whole.heads["khuoi-cap"],
    )
    late = date(2023, 6, 5)
    answers = {
        "register": may_take_part(head, whole.village, campaign, on=late),
        "return": may_return(officer, campaign, on=late),
        "remind": may_remind(officer, campaign, on=late),
        "tasks": may_arrange_work(officer, campaign, on=late),
        "days": may_schedule(officer, campaign, on=late),
        "close": may_close_for(head, whole.village, campaign, on=late),
        "judge": may_begin_awarding(officer, campaign, on=late),
    }
    assert {name for name, ruling in answers.items() if ruling.is_yes} == {
        name for name, states in BUTTONS.items() if state in states
    }


# The papers


@pytest.mark.parametrize("kind", list(CHANGES))
def test_the_paper_of_each_change_is_flawless(whole, kind):
    campaign = make_campaign(whole, state=min(CHANGES[kind][0]))
    Deadline.objects.create(campaign=campaign, kind="review", day=date(2023, 6, 2))
    more = {"extend": {"ends": date(2023, 6, 15), "days": {"review": date(2023, 6, 20)}},
            "stop": {"ends": DAY}, "resume": {"ends": date(2023, 6, 10)}}  # fmt: skip
    paper = paper_of(drafted(whole, campaign, kind, **more.get(kind, {})))
    require_flawless(paper)
    assert "Lý do: mưa lũ kéo dài, các thôn tập trung khắc phục hậu quả." in text_of(paper)


def test_the_notice_names_the_old_and_the_new_day(whole, campaign):
    paper = paper_of(drafted(whole, campaign, "extend", ends=date(2023, 6, 15), form="thong_bao"))
    require_flawless(paper)
    assert "đến hết ngày 15/6/2023 (trước đây: 31/5/2023)" in text_of(paper)
