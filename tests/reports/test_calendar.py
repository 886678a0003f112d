"""Every deadline on one calendar, for whom it concerns; the same as an iCalendar file."""

from datetime import date
from decimal import Decimal

import icalendar
import pytest

from tests.factories.work import make_work
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration, submit_registration
from thidua.campaigns.visit import VisitPlan, VisitRecord, plan_inspections, record_inspection
from thidua.reports.calendar import Entry, Span, as_icalendar, calendar_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)
SPRING = (date(2023, 3, 1), date(2023, 6, 30))


def titles(mandate):
    return [(one.day, one.title) for one in calendar_of(Span(mandate, *SPRING))]


@pytest.fixture
def busy(whole, campaign):
    """Deadlines, tasks, a target, visits: a campaign in the middle of its work."""
    make_work(whole, campaign)
    head = whole.head(whole.village)
    wanted = TargetEntry(campaign.contents.get(order=1), "Trồng rừng", Decimal(3), "ha", date(2023, 5, 30))
    found = save_registration(
        campaign, entry=RegistrationEntry((wanted,), "", ""), unit=whole.village, mandate=head, on=DAY
    )
    submit_registration(found, mandate=head, on=DAY)
    campaign.deadlines.create(kind="report", day=date(2023, 5, 15), says="Thông báo")
    campaign.deadlines.create(kind="session", day=date(2023, 6, 5), says="đề xuất")
    plan, office = VisitPlan(date(2023, 4, 25), "Sổ", "Bà Mai"), whole.commune.standing
    visits = plan_inspections(campaign, plan=plan, units=whole.villages, mandate=office, on=DAY)
    record = VisitRecord(plan.day, "Tốt", demands=(("Lập sổ", date(2023, 5, 2)),))
    record_inspection(visits[1], record=record, mandate=office, on=plan.day)
    return campaign


def test_a_village_sees_its_own_days(whole, busy):
    name = busy.short_title
    assert titles(whole.head(whole.village)) == [
        (date(2023, 3, 15), f"Bắt đầu: {name}"),
        (date(2023, 4, 20), "Tổ chức ra quân, báo cáo trước ngày 20/4/2023"),
        (date(2023, 4, 25), "Kiểm tra thôn Khuổi Cáp"),
        (date(2023, 5, 15), f"Hạn báo cáo kết quả: {name}"),
        (date(2023, 5, 30), "Trồng rừng"),
        (date(2023, 5, 31), f"Kết thúc: {name}"),
        (date(2023, 6, 15), f"Ngày kỷ niệm: {name}"),
    ]


def test_the_office_sees_proposed_days_and_what_every_unit_owes(whole, busy):
    name = busy.short_title
    found = {title: day for day, title in titles(whole.commune.standing)}
    assert (found["Thôn Bản Vàng: Lập sổ"], found[f"Hạn Hội đồng họp xét: {name}"]) == (
        date(2023, 5, 2), date(2023, 6, 5)
    )  # fmt: skip
    notes = {one.title: one.note for one in calendar_of(Span(whole.commune.standing, *SPRING))}
    assert notes[f"Hạn Hội đồng họp xét: {name}"] == "mốc đề xuất"


def test_the_calendar_costs_the_same_however_much_is_on_it(whole, busy, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        calendar_of(Span(whole.commune.standing, *SPRING))


def test_a_calendar_program_reads_it_back():
    hostile = "Hạn\r\nBEGIN:VEVENT, \u202eđảo; 😀 " + "dài " * 100
    entries = [
        (Entry("deadline-1", DAY, hostile, "mốc của đợt", ("desk",), "mốc đề xuất"), "https://x.vn/a"),
        (Entry("deadline-2", DAY, "Họp", "họp Hội đồng", ("desk",)), "https://x.vn/b"),
    ]
    made = as_icalendar(entries, name="Thi Đua", on=DAY)
    events = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert [(str(one["uid"]), one["dtstart"].dt) for one in events] == [
        ("deadline-1@thidua", DAY), ("deadline-2@thidua", DAY)
    ]  # fmt: skip
    assert str(events[0]["description"]) == "mốc đề xuất\nhttps://x.vn/a"
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
