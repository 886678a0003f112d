"""The silent are reminded at once: on their desk, in the Zalo group, by telephone; each time is kept."""

from datetime import date
from decimal import Decimal

import pytest

from thidua.campaigns.models import Reminder, Target
from thidua.campaigns.queries.track import bars_of, reminders_of_unit, targets_of_campaign
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration, submit_registration
from thidua.campaigns.track import Nudge, ProgressReport, draft_reminder, nudge, report_progress
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.models import Message

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)


def remind(whole, campaign, words, units):
    return nudge(campaign, words=words, units=units, mandate=whole.commune.standing, on=DAY)


def test_each_unit_gets_the_words_with_what_it_owes_and_each_way_is_kept(whole, campaign):
    words = Nudge("Xin báo tin 😀", ("message", "zalo"), {whole.village.pk: "Thôn Khuổi Cáp: chưa báo cáo."})
    remind(whole, campaign, words, whole.villages)
    sent = Message.objects.order_by("to_unit__path").values_list("to_unit__code", "body")
    assert list(sent) == [
        ("ban-vang", "Xin báo tin 😀"),
        ("khuoi-cap", "Xin báo tin 😀\nThôn Khuổi Cáp: chưa báo cáo."),
    ]
    kept = reminders_of_unit(campaign, whole.village).values_list("way", "missing", "by", "on")
    by = "Hoàng Thị Mai, Thường trực Hội đồng TĐKT"
    assert sorted(kept) == [("message", "sign", by, DAY), ("zalo", "sign", by, DAY)]
    line = JournalEntry.objects.filter(verb="nudge").get()
    assert line.says == "Đôn đốc 2 đơn vị (nhắn trên phần mềm, nhắn qua Zalo): Thôn Khuổi Cáp, Thôn Bản Vàng."


@pytest.mark.parametrize(
    ("words", "many", "rule"),
    [
        (Nudge("  "), 1, "track:nobody"),
        (Nudge("Xin báo tin"), 0, "track:nobody"),
        (Nudge("Xin báo tin", ()), 1, "track:nobody"),
        (Nudge("Xin báo tin", ("letter",)), 1, "track:nobody"),
    ],
)
def test_a_reminder_needs_words_a_unit_and_a_way(whole, campaign, words, many, rule):
    with pytest.raises(Refused) as refused:
        remind(whole, campaign, words, whole.villages[:many])
    assert refused.value.ruling.rule == rule
    assert not Reminder.objects.exists()


def test_only_units_that_take_part_and_only_by_the_standing_officer(whole, campaign):
    with pytest.raises(Refused) as refused:
        remind(whole, campaign, Nudge("Xin báo tin"), [whole.commune.unit])
    assert refused.value.ruling.rule == "track:outside"
    with pytest.raises(Refused) as refused:
        nudge(
            campaign,
            words=Nudge("Xin báo tin"),
            units=whole.villages,
            mandate=whole.head(whole.village),
            on=DAY,
        )
    assert refused.value.ruling.rule == "mandate:role"


def test_a_letter_asks_any_unit_for_news(whole, campaign):
    office = whole.commune
    letter = draft_reminder(
        campaign, missing="sign", units=whole.villages, signer=office.chair, mandate=office.standing, on=DAY
    )
    assert "cho biết việc đã làm, việc đang làm, khó khăn cần giúp" in str(letter.content)


@pytest.fixture
def target(whole, campaign) -> Target:
    head = whole.head(whole.village)
    wanted = TargetEntry(campaign.contents.get(order=1), "Trồng rừng mới", Decimal("3.5"), "ha")
    found = save_registration(
        campaign, entry=RegistrationEntry((wanted,), "", ""), unit=whole.village, mandate=head, on=DAY
    )
    submit_registration(found, mandate=head, on=DAY)
    return found.targets.get()


def tell(whole, campaign, target, value, *, sure=False):
    report = ProgressReport("Đã trồng", target, None, Decimal(value), sure=sure)
    return report_progress(
        campaign, report=report, unit=whole.village, mandate=whole.head(whole.village), on=DAY
    )


@pytest.mark.parametrize(
    ("value", "because"),
    [
        ("1", "Số đạt được 1 nhỏ hơn số đã báo lần trước (2); ô này ghi tổng đã đạt đến nay."),
        ("10.5", "Số đạt được 10,5 gấp từ 3 lần mức đăng ký (3,5) trở lên."),
        ("-1", "Số đạt được nhỏ hơn 0."),
    ],
)
def test_a_strange_figure_is_asked_about_and_kept_when_somebody_is_sure(
    whole, campaign, target, value, because
):
    tell(whole, campaign, target, 2)
    with pytest.raises(Refused) as refused:
        tell(whole, campaign, target, value)
    asked = "Có đúng không? Nếu đúng, hãy đánh dấu “Số này đúng”."
    assert refused.value.ruling.because == f"{because} {asked}"
    tell(whole, campaign, target, value, sure=True)
    line = JournalEntry.objects.filter(verb="report_progress").latest("number")
    assert line.data["sure"] == because


def test_bars_show_the_last_figure_against_the_target(whole, campaign, target, django_assert_num_queries):
    bar = bars_of([target])[0]
    assert (bar.value, bar.percent, bar.is_reached, bar.share) == (None, 0, False, None)
    tell(whole, campaign, target, 2)
    tell(whole, campaign, target, "3.49")
    bar = bars_of([target])[0]
    assert (bar.percent, bar.done, bar.is_reached) == (99, 99, False)
    tell(whole, campaign, target, 7)
    with django_assert_num_queries(2):
        bar = bars_of(targets_of_campaign(campaign))[0]
    assert (bar.percent, bar.done, bar.is_reached, bar.on) == (200, 100, True, DAY)
