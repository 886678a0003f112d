"""Progress with evidence, models, and reminders to exactly those who are silent."""

from datetime import date
from decimal import Decimal

import pytest

from thidua.campaigns.models import Deadline, ModelProject, ProgressEntry, Reminder
from thidua.campaigns.queries.part import participation, project_of
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration, submit_registration
from thidua.campaigns.track import (
    ProgressReport,
    ProjectState,
    draft_reminder,
    report_progress,
    send_reminder,
    silent_units,
    update_project,
)
from thidua.law.ruling import Refused
from thidua.records.issue import give_number
from thidua.records.models import Message
from thidua.records.sign import send_for_signature, sign

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)


@pytest.fixture
def registered(whole, campaign):
    head = whole.head(whole.village)
    target = TargetEntry(campaign.contents.get(order=1), "Trồng rừng mới", Decimal("3.5"), "ha")
    entry = RegistrationEntry((target,), "Tuyến đường tự quản", "Mỗi hộ một đoạn")
    found = save_registration(campaign, entry=entry, unit=whole.village, mandate=head, on=DAY)
    submit_registration(found, mandate=head, on=DAY)
    return found


def report(whole, campaign, progress, *, unit=None):
    unit = unit or whole.village
    return report_progress(campaign, report=progress, unit=unit, mandate=whole.head(unit), on=DAY)


def test_a_village_reports_a_figure_on_its_target(whole, campaign, registered):
    entry = report(
        whole,
        campaign,
        ProgressReport("Đã trồng ở đồi Khau Phja", registered.targets.get(), None, Decimal(2)),
    )
    assert (entry.value, entry.on, entry.unit) == (Decimal(2), DAY, whole.village)


@pytest.mark.parametrize(
    ("what", "rule"), [("target", "track:target"), ("project", "track:project"), ("value", "track:value")]
)
def test_a_report_stays_with_what_is_the_units_own(whole, campaign, registered, what, rule):
    own = {
        "target": registered.targets.get(),
        "project": project_of(campaign, whole.village),
        "value": Decimal(1),
    }
    with pytest.raises(Refused) as refused:
        report(
            whole, campaign, ProgressReport("Việc của thôn khác", **{what: own[what]}), unit=whole.villages[1]
        )
    assert refused.value.ruling.rule == rule
    assert not ProgressEntry.objects.exists()


def test_a_model_goes_from_plan_to_done_with_a_result(whole, campaign, registered):
    project, head = ModelProject.objects.get(), whole.head(whole.village)
    update_project(project, to=ProjectState("building"), mandate=head, on=DAY)
    with pytest.raises(Refused) as refused:
        update_project(project, to=ProjectState("done"), mandate=head, on=DAY)
    assert refused.value.ruling.rule == "track:result"
    with pytest.raises(Refused) as refused:
        update_project(
            project, to=ProjectState("done", "1,2 km đường sạch", date(2023, 5, 1)), mandate=head, on=DAY
        )
    assert refused.value.ruling.rule == "track:future"
    update_project(project, to=ProjectState("done", "1,2 km đường sạch"), mandate=head, on=DAY)
    assert (project.stage, project.done_on) == ("done", DAY)


def test_the_glance_names_who_is_silent(whole, campaign, registered, django_assert_num_queries):
    report(whole, campaign, ProgressReport("Đã phát động ở thôn"))
    with django_assert_num_queries(5):
        rows = participation(campaign, on=DAY)
    assert [(r.unit.code, r.has_registered, r.targets, r.has_reported) for r in rows] == [
        ("ban-vang", False, 0, False),
        ("khuoi-cap", True, 1, True),
        ("mttq", False, 0, False),
        ("truong", False, 0, False),
    ]
    assert [unit.code for unit in silent_units(campaign, "report", on=DAY)] == ["ban-vang", "mttq", "truong"]


def test_a_reminder_goes_to_exactly_the_silent_through_the_book_of_the_council(whole, campaign, registered):
    office, silent = whole.commune, silent_units(campaign, "registration", on=DAY)
    Deadline.objects.create(campaign=campaign, kind="register", day=date(2023, 4, 10))
    letter = draft_reminder(
        campaign, missing="registration", units=silent, signer=office.chair, mandate=office.standing, on=DAY
    )
    send_for_signature(letter, mandate=office.standing, on=DAY)
    sign(letter, mandate=office.chair, on=DAY)
    give_number(letter, day=DAY, mandate=office.clerk, on=DAY)
    send_reminder(letter, mandate=office.clerk, on=DAY)
    assert letter.book.series == "council"
    assert letter.number_text == "01/HĐTĐKT"
    assert "(hạn 10/4/2023, nay đã quá hạn)" in str(letter.content)
    assert sorted(m.to_unit.code for m in Message.objects.all()) == ["ban-vang", "mttq", "truong"]
    assert {row.unit.code: row.last_reminder for row in participation(campaign, on=DAY)}["khuoi-cap"] is None
    assert Reminder.objects.count() == 3


def test_nobody_is_reminded_of_what_they_have_sent(whole, campaign, registered):
    office = whole.commune
    for units, rule in (([whole.village], "track:spoke"), ([], "track:nobody")):
        with pytest.raises(Refused) as refused:
            draft_reminder(
                campaign,
                missing="registration",
                units=units,
                signer=office.chair,
                mandate=office.standing,
                on=DAY,
            )
        assert refused.value.ruling.rule == rule


def test_nobody_is_reminded_once_the_campaign_is_over(whole, campaign, registered):
    campaign.state, office = "closed", whole.commune
    campaign.save()
    by = {"signer": office.chair, "mandate": office.standing, "on": DAY}
    with pytest.raises(Refused) as refused:
        draft_reminder(campaign, missing="report", units=[whole.village], **by)
    assert refused.value.ruling.rule == "part:over"


def test_only_the_standing_officer_reminds(whole, campaign):
    with pytest.raises(Refused) as refused:
        draft_reminder(
            campaign,
            missing="report",
            units=whole.villages,
            signer=whole.commune.chair,
            mandate=whole.head(whole.village),
            on=DAY,
        )
    assert refused.value.ruling.rule == "mandate:role"
