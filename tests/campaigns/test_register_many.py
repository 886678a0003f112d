"""Many registrations at once: typed by the officer in a grid, or taken in from a sheet."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.campaigns.models import ModelProject, Registration
from thidua.campaigns.queries.registration_rows import COLUMNS, _amount, read_lines
from thidua.campaigns.queries.targets import number_words
from thidua.campaigns.register import (
    RegistrationEntry,
    TargetEntry,
    drop_list,
    keep_list,
    lines_kept,
    register_many,
    save_registration,
    submit_registration,
    take_list,
)
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.models import Run

DAY = date(2023, 3, 20)
PHONE = "nhận qua điện thoại, ngày 20/3/2023"


def entry(campaign, text="Trồng rừng mới", how=PHONE, **more):
    target = TargetEntry(campaign.contents.get(order=1), text, Decimal("3.5"), "ha", date(2023, 5, 20))
    return RegistrationEntry((target,), "Tuyến đường tự quản", how=how, **more)


def typed(whole, campaign, *entries, receive=True, mandate=None):
    return register_many(
        campaign,
        entries=list(zip(whole.villages, entries, strict=False)),
        receive=receive,
        mandate=mandate or whole.commune.standing,
        on=DAY,
    )


def test_two_villages_on_the_telephone_are_written_and_received_at_once(whole, campaign):
    typed(whole, campaign, entry(campaign), entry(campaign, "Trồng hồi"))
    found = Registration.objects.all()
    assert [(one.unit.code, one.state, one.how, one.submitted_on) for one in found] == [
        ("ban-vang", "accepted", PHONE, DAY),
        ("khuoi-cap", "accepted", PHONE, DAY),
    ]
    lines = JournalEntry.objects.filter(verb="save_registration").values_list("actor_for", flat=True)
    assert sorted(lines) == ["Thôn Bản Vàng", "Thôn Khuổi Cáp"]


def test_what_is_not_received_yet_can_be_written_on(whole, campaign):
    typed(whole, campaign, entry(campaign), receive=False)
    typed(whole, campaign, entry(campaign), receive=False)
    found = Registration.objects.get()
    assert (found.state, found.targets.count()) == ("draft", 1)


def test_one_wrong_unit_and_nothing_is_written(whole, campaign):
    with pytest.raises(Refused) as refused:
        typed(whole, campaign, entry(campaign), entry(campaign, how=" "))
    assert refused.value.ruling.because == (
        "Thôn Bản Vàng: Ghi thay đơn vị thì chọn cách nhận: điện thoại, bản giấy, nhắn tin."
    )
    assert not Registration.objects.exists()


def test_an_empty_grid_and_a_village_head_are_refused(whole, campaign):
    with pytest.raises(Refused) as nothing:
        typed(whole, campaign)
    with pytest.raises(Refused) as head:
        typed(whole, campaign, entry(campaign), mandate=whole.head(whole.village))
    assert (nothing.value.ruling.rule, head.value.ruling.rule) == ("register:nobody", "mandate:role")


# A sheet


def sheet(*rows):
    return [list(COLUMNS), *[[*row, *[""] * (len(COLUMNS) - len(row))] for row in rows]]


GOOD = ("Thôn Khuổi Cáp", "1. Thi đua lao động sản xuất", "Trồng rừng mới", "2", "3,5", "ha", "20/5/2023")


def test_a_filled_sheet_becomes_registrations(whole, campaign):
    officer = whole.commune.standing
    rows = sheet(
        (*GOOD, "Tuyến đường tự quản", "nhận bản giấy, ngày 18/3/2023"),
        ("thôn khuổi cáp", "2", "Tuần tra đường biên", "", "12", "buổi"),
        ("Thôn Bản Vàng", "1", "", "", ""),
        ("Thôn Bản Vàng", "2", "Không vượt biên trái phép"),
    )
    run = keep_list(campaign, rows=rows, mandate=officer, on=DAY)
    assert [line.fault for line in lines_kept(run, campaign, on=DAY)] == ["", "", ""]
    assert take_list(run, campaign=campaign, sure=False, receive=True, mandate=officer, on=DAY) == 2
    first = Registration.objects.get(unit=whole.village)
    assert [(t.text, t.base, t.goal, t.measure, t.due) for t in first.targets.all()] == [
        ("Trồng rừng mới", Decimal(2), Decimal("3.5"), "ha", date(2023, 5, 20)),
        ("Tuần tra đường biên", None, Decimal(12), "buổi", None),
    ]
    assert (first.how, ModelProject.objects.get().title) == (
        "nhận bản giấy, ngày 18/3/2023",
        "Tuyến đường tự quản",
    )
    assert Registration.objects.get(unit=whole.villages[1]).how == "nhận bảng Excel"
    with pytest.raises(Refused) as again:
        take_list(run, campaign=campaign, sure=False, receive=True, mandate=officer, on=DAY)
    assert again.value.ruling.rule == "rows:once"


@pytest.mark.parametrize(
    ("at", "cell", "fault"),
    [
        (0, "Thôn Lạ", "Không có đơn vị “Thôn Lạ” trong đợt này."),
        (1, "Trồng cây", "Không có nội dung thi đua “Trồng cây”."),
        (2, "", "Chưa ghi chỉ tiêu là việc gì."),
        (2, "x" * 251, "Cột “Chỉ tiêu” dài quá 250 chữ."),
        (4, "ba héc ta", "“ba héc ta” không phải là một số; ghi số riêng, đơn vị tính ở cột bên."),
        (4, "-5", "“-5” không phải là một số; ghi số riêng, đơn vị tính ở cột bên."),
        (4, "NaN", "“NaN” không phải là một số; ghi số riêng, đơn vị tính ở cột bên."),
        (6, "30/2/2023", "“30/2/2023” không phải là một ngày; ghi như 05/6/2023."),
    ],
)
def test_each_wrong_cell_is_named_and_nothing_is_taken_in(whole, campaign, at, cell, fault):
    row, officer = list(GOOD), whole.commune.standing
    row[at] = cell
    run = keep_list(campaign, rows=sheet(row), mandate=officer, on=DAY)
    assert [line.fault for line in lines_kept(run, campaign, on=DAY)] == [fault]
    with pytest.raises(Refused) as refused:
        take_list(run, campaign=campaign, sure=True, receive=True, mandate=officer, on=DAY)
    assert refused.value.ruling.because == "Còn dòng chưa đúng: 2. Hãy sửa trong bảng."


def test_a_unit_that_has_sent_is_not_overwritten(whole, campaign):
    head = whole.head(whole.village)
    found = save_registration(campaign, entry=entry(campaign), unit=whole.village, mandate=head, on=DAY)
    submit_registration(found, mandate=head, on=DAY)
    line = read_lines(campaign, sheet(GOOD), on=DAY)[0]
    assert line.fault == "Đăng ký của Thôn Khuổi Cáp đã gửi; trả lại rồi mới nhập đè được."


def test_an_odd_number_in_the_sheet_asks_for_a_yes(whole, campaign):
    row, officer = list(GOOD), whole.commune.standing
    row[4] = "1"
    run = keep_list(campaign, rows=sheet(row), mandate=officer, on=DAY)
    with pytest.raises(Refused) as refused:
        take_list(run, campaign=campaign, sure=False, receive=False, mandate=officer, on=DAY)
    assert refused.value.ruling.rule == "register:odd"
    assert take_list(run, campaign=campaign, sure=True, receive=False, mandate=officer, on=DAY) == 1


def test_a_sheet_without_our_columns_or_without_rows_is_refused(whole, campaign):
    with pytest.raises(Refused) as columns:
        keep_list(campaign, rows=[["Tên", "Số"], ["a", "1"]], mandate=whole.commune.standing, on=DAY)
    with pytest.raises(Refused) as rows:
        keep_list(campaign, rows=sheet(), mandate=whole.commune.standing, on=DAY)
    assert (columns.value.ruling.rule, rows.value.ruling.rule) == ("register:columns", "register:rows")
    assert read_lines(campaign, [], on=DAY) == []


def test_a_table_that_waits_is_dropped_once(whole, campaign):
    officer = whole.commune.standing
    run = keep_list(campaign, rows=sheet(GOOD), mandate=officer, on=DAY)
    drop_list(run, campaign=campaign, mandate=officer, on=DAY)
    assert not Run.objects.exists()
    other = keep_list(campaign, rows=sheet(GOOD), mandate=officer, on=DAY)
    take_list(other, campaign=campaign, sure=False, receive=False, mandate=officer, on=DAY)
    with pytest.raises(Refused) as refused:
        drop_list(other, campaign=campaign, mandate=officer, on=DAY)
    assert refused.value.ruling.rule == "rows:once"


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False))
def test_a_number_is_read_back_as_it_was_written(value):
    assert _amount(number_words(value)) == value
    assert _amount(f"{value:f}") == value


@pytest.mark.parametrize(
    ("words", "value"), [("1.200,5", "1200.5"), ("1.200", "1200"), ("1.200.000", "1200000")]
)
def test_points_between_thousands_are_understood(words, value):
    assert _amount(words) == Decimal(value)
