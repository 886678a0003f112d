"""A unit registers: who may write, send, take back, return and receive."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.factories.commune import make_campaign
from thidua.campaigns.models import ModelProject, ProgressEntry, Registration
from thidua.campaigns.register import (
    RegistrationEntry,
    TargetEntry,
    accept_registration,
    return_registration,
    save_registration,
    submit_registration,
    take_back_registration,
)
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 20)


def entry_for(campaign, **more):
    content = campaign.contents.get(order=1)
    target = TargetEntry(content, "Trồng rừng mới", Decimal("3.5"), "ha", date(2023, 5, 20))
    return RegistrationEntry((target,), "Tuyến đường tự quản", "Mỗi hộ một đoạn đường", **more)


def registered(whole, campaign):
    head = whole.head(whole.village)
    return save_registration(campaign, entry=entry_for(campaign), unit=whole.village, mandate=head, on=DAY)


def test_a_village_head_registers_with_a_target_and_a_model(whole, campaign):
    registration = registered(whole, campaign)
    assert registration.state == "draft"
    assert [(t.text, t.goal, t.measure) for t in registration.targets.all()] == [
        ("Trồng rừng mới", Decimal("3.5"), "ha")
    ]
    assert ModelProject.objects.get().title == "Tuyến đường tự quản"


def test_the_officer_types_a_telephone_answer_and_both_names_are_kept(whole, campaign):
    entry = entry_for(campaign, how="nhận qua điện thoại, ngày 20/3/2023")
    save_registration(campaign, entry=entry, unit=whole.village, mandate=whole.commune.standing, on=DAY)
    line = JournalEntry.objects.get(verb="save_registration")
    assert (line.actor_name, line.actor_for) == ("Hoàng Thị Mai", "Thôn Khuổi Cáp")
    assert Registration.objects.get().how == "nhận qua điện thoại, ngày 20/3/2023"


def test_nobody_registers_for_another_village(whole, campaign):
    with pytest.raises(Refused) as refused:
        save_registration(
            campaign,
            entry=entry_for(campaign),
            unit=whole.villages[1],
            mandate=whole.head(whole.village),
            on=DAY,
        )
    assert refused.value.ruling.rule == "mandate:unit"


@pytest.mark.parametrize(
    ("state", "rule"), [("draft", "part:not-open"), ("reviewing", "part:over"), ("closed", "part:over")]
)
def test_registering_needs_an_open_campaign(whole, state, rule):
    campaign = make_campaign(whole, state=state)
    with pytest.raises(Refused) as refused:
        registered(whole, campaign)
    assert refused.value.ruling.rule == rule


def test_a_body_outside_the_list_does_not_take_part(whole, campaign):
    whole.village.takes_part = False
    whole.village.save()
    with pytest.raises(Refused) as refused:
        registered(whole, campaign)
    assert refused.value.ruling.rule == "part:unit"


def test_nothing_is_returned_once_the_unit_can_no_longer_change_it(whole, campaign):
    registration = registered(whole, campaign)
    submit_registration(registration, mandate=whole.head(whole.village), on=DAY)
    type(campaign).objects.update(state="reviewing")
    registration.campaign.refresh_from_db()
    with pytest.raises(Refused) as refused:
        return_registration(registration, remark="Ghi rõ.", mandate=whole.commune.standing, on=DAY)
    assert refused.value.ruling.because == (
        "Đợt thi đua đang xét khen thưởng; đơn vị không sửa được đăng ký nữa nên không trả lại."
    )


def test_sent_taken_back_returned_and_received(whole, campaign):
    registration, head, officer = (
        registered(whole, campaign),
        whole.head(whole.village),
        whole.commune.standing,
    )
    submit_registration(registration, mandate=head, on=DAY)
    take_back_registration(registration, mandate=head, on=DAY)
    submit_registration(registration, mandate=head, on=DAY)
    return_registration(registration, remark="Ghi rõ diện tích.", mandate=officer, on=DAY)
    assert (registration.state, registration.remark) == ("returned", "Ghi rõ diện tích.")
    submit_registration(registration, mandate=head, on=DAY)
    accept_registration(registration, mandate=officer, on=DAY)
    assert (registration.state, registration.remark, registration.submitted_on) == ("accepted", "", DAY)
    with pytest.raises(Refused):
        take_back_registration(registration, mandate=head, on=DAY)


def test_a_sent_registration_is_not_rewritten(whole, campaign):
    registration, head = registered(whole, campaign), whole.head(whole.village)
    submit_registration(registration, mandate=head, on=DAY)
    with pytest.raises(Refused) as refused:
        save_registration(campaign, entry=entry_for(campaign), unit=whole.village, mandate=head, on=DAY)
    assert refused.value.ruling.rule == "register:sent"


def test_an_empty_registration_is_not_sent(whole, campaign):
    head = whole.head(whole.village)
    registration = save_registration(
        campaign, entry=RegistrationEntry(()), unit=whole.village, mandate=head, on=DAY
    )
    with pytest.raises(Refused) as refused:
        submit_registration(registration, mandate=head, on=DAY)
    assert refused.value.ruling.rule == "register:empty"


def test_a_target_is_changed_in_place_and_kept_once_it_has_results(whole, campaign):
    registration, head = registered(whole, campaign), whole.head(whole.village)
    target = registration.targets.get()
    changed = replace(entry_for(campaign).targets[0], id=target.pk, text="Trồng rừng hồi")
    save_registration(campaign, entry=RegistrationEntry((changed,)), unit=whole.village, mandate=head, on=DAY)
    assert registration.targets.get().text == "Trồng rừng hồi"
    ProgressEntry.objects.create(campaign=campaign, unit=whole.village, target=target, text="1 ha", on=DAY)
    with pytest.raises(Refused) as refused:
        save_registration(campaign, entry=RegistrationEntry(()), unit=whole.village, mandate=head, on=DAY)
    assert refused.value.ruling.rule == "register:kept"


def test_a_content_of_another_campaign_is_refused(whole, campaign):
    other = make_campaign_named(whole, "khac")
    entry = RegistrationEntry((TargetEntry(other.contents.first(), "Việc khác"),))
    with pytest.raises(Refused) as refused:
        save_registration(
            campaign, entry=entry, unit=whole.village, mandate=whole.head(whole.village), on=DAY
        )
    assert refused.value.ruling.rule == "register:content"


def make_campaign_named(whole, slug):
    from thidua.campaigns.models import Campaign

    Campaign.objects.update(slug="cu")
    found = make_campaign(whole)
    Campaign.objects.filter(pk=found.pk).update(slug=slug)
    return found


def test_a_stale_form_does_not_overwrite(whole, campaign):
    registration, head = registered(whole, campaign), whole.head(whole.village)
    entry = entry_for(campaign, version=registration.version - 1)
    with pytest.raises(Refused) as refused:
        save_registration(campaign, entry=entry, unit=whole.village, mandate=head, on=DAY)
    assert refused.value.ruling.rule == "state:stale"


def test_only_the_standing_officer_receives(whole, campaign):
    registration = registered(whole, campaign)
    submit_registration(registration, mandate=whole.head(whole.village), on=DAY)
    with pytest.raises(Refused) as refused:
        accept_registration(registration, mandate=whole.commune.culture, on=DAY)
    assert refused.value.ruling.rule == "mandate:role"
