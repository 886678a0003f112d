"""The publicity plan: who, what, where, when, how often, against what was done."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publicity.honours import shown, told
from thidua.law.ruling import Refused
from thidua.publicity.broadcast import Airing, log_airing, write_bulletin
from thidua.publicity.models import PublicityItem, PublicityMark
from thidua.publicity.plan import (
    ItemWords,
    add_item,
    drop_item,
    edit_item,
    mark_done,
    restore_item,
    unmark,
)
from thidua.publicity.queries.plan import (
    dropped_items,
    due_of,
    item_for,
    mark_for,
    plan_of,
    total_of,
)

pytestmark = pytest.mark.django_db
FIRST, DAY, LAST = date(2023, 6, 1), date(2023, 6, 14), date(2023, 6, 30)


@pytest.fixture
def culture(whole):
    return whole.commune.culture


def words(channel="posting", *, times=1, rhythm="whole", where="", starts=FIRST, ends=LAST):
    return ItemWords("Công chức văn hóa", "Treo băng rôn", channel, where, starts, ends, times, rhythm)


def sentence_of(verb, thing, **more):
    with pytest.raises(Refused) as refused:
        verb(thing, **more)
    return str(refused.value)


@pytest.mark.parametrize(
    ("rhythm", "times", "total", "due"),
    [("whole", 4, 4, 1), ("week", 2, 10, 4), ("month", 3, 3, 0)],
)
def test_how_often_in_all_and_by_the_fourteenth_day(rhythm, times, total, due):
    item = PublicityItem(starts=FIRST, ends=LAST, times=times, rhythm=rhythm)
    assert (total_of(item), due_of(item, on=DAY)) == (total, due)


@given(
    st.dates(FIRST, date(2024, 6, 1)),
    st.integers(1, 20),
    st.sampled_from(["whole", "week", "month"]),
    st.dates(date(2023, 5, 1), date(2024, 8, 1)),
)
def test_what_is_due_never_shrinks_nor_passes_the_whole(ends, times, rhythm, on):
    item = PublicityItem(starts=FIRST, ends=ends, times=times, rhythm=rhythm)
    day_before = date.fromordinal(on.toordinal() - 1)
    assert 0 <= due_of(item, on=day_before) <= due_of(item, on=on) <= total_of(item)
    assert due_of(item, on=date(2024, 8, 2)) == total_of(item)


def test_news_readings_and_role_models_are_counted_by_the_program(campaign, culture):
    for channel in ("news", "broadcast", "role_model"):
        add_item(campaign, words=words(channel, times=3), mandate=culture, on=DAY)
    at = words("broadcast", where="loa trung tam")
    add_item(campaign, words=at, mandate=culture, on=DAY)
    told(campaign, culture)
    shown(campaign, culture)
    bulletin = write_bulletin(campaign, mandate=culture, on=DAY)
    for hour, where in (("05:30", "Cụm loa trung tâm"), ("17:30", "Loa thôn")):
        log_airing(bulletin, airing=Airing(DAY, hour, where), mandate=culture, on=DAY)
    lines = plan_of(campaign, on=LAST)
    assert [(line.done, line.behind, line.missing) for line in lines] == [
        (1, 2, "2 lần"),
        (2, 1, "1 lần"),
        (1, 2, "2 lần"),
        (1, 0, "0 lần"),
    ]
    assert [line.done for line in plan_of(campaign, on=FIRST)] == [0, 0, 0, 0]


def test_other_ways_are_noted_by_hand_and_a_slip_is_taken_back(campaign, culture):
    item = add_item(campaign, words=words(times=2), mandate=culture, on=DAY)
    mark = mark_done(item, day=DAY, note="Treo ở cổng xã", mandate=culture, on=DAY)
    assert [(line.done, line.marks) for line in plan_of(campaign, on=DAY)] == [(1, (mark,))]
    unmark(mark_for(culture, mark.pk), mandate=culture, on=DAY)
    assert PublicityMark.objects.count() == 0


@pytest.mark.parametrize(
    ("channel", "day", "note", "sentence"),
    [
        ("news", DAY, "x", "Việc này máy tự đếm; hãy đăng tin, ghi lần phát."),
        ("posting", date(2023, 5, 31), "x", "Ngày thực hiện từ 01/6/2023 đến 14/6/2023."),
        ("posting", date(2023, 6, 15), "x", "Ngày thực hiện từ 01/6/2023 đến 14/6/2023."),
        ("posting", DAY, " ", "Hãy ghi đã làm gì."),
    ],
)
def test_what_is_not_noted(campaign, culture, channel, day, note, sentence):
    item = add_item(campaign, words=words(channel), mandate=culture, on=DAY)
    assert sentence_of(mark_done, item, day=day, note=note, mandate=culture, on=DAY) == sentence


def test_a_line_is_changed_dropped_and_put_back(campaign, culture):
    item = add_item(campaign, words=words(), mandate=culture, on=DAY)
    edit_item(item, words=words(times=5), expected=0, mandate=culture, on=DAY)
    assert (item_for(culture, item.code).times, str(item)) == (5, "Treo băng rôn")
    said = sentence_of(edit_item, item, words=words(), expected=0, mandate=culture, on=DAY)
    assert said.startswith("Nội dung đã được người khác sửa")
    item.refresh_from_db()
    drop_item(item, mandate=culture, on=DAY)
    assert (plan_of(campaign, on=DAY), list(dropped_items(campaign))) == ([], [item])
    restore_item(item, mandate=culture, on=DAY)
    assert len(plan_of(campaign, on=DAY)) == 1


def test_a_line_needs_who_what_and_days_in_their_order(campaign, culture):
    backwards = words(starts=LAST, ends=FIRST)
    assert sentence_of(add_item, campaign, words=backwards, mandate=culture, on=DAY) == (
        "Ngày cuối phải từ ngày đầu trở đi."
    )
    assert sentence_of(add_item, campaign, words=words(times=0), mandate=culture, on=DAY) == (
        "Hãy ghi ai làm, làm gì và ít nhất một lần."
    )
    campaign.state = "closed"
    assert sentence_of(add_item, campaign, words=words(), mandate=culture, on=DAY) == (
        "Đợt thi đua đã tổng kết; không sửa kế hoạch tuyên truyền nữa."
    )
