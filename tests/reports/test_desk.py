"""Every person sees their own desk first: what waits, since when, by when."""

from datetime import date

import pytest

from tests.awards.dossiers import sent
from tests.awards.meetings import eligible, planned
from tests.factories.commune import make_campaign, make_household
from tests.factories.papers import make_paper
from thidua.awards.models import Nomination, Submission
from thidua.campaigns.models import Deadline, Lead, Registration, RoleModel
from thidua.records.models import Message
from thidua.reports.desk import waiting_for

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 2)


def titles(mandate, on=DAY):
    return [one.title for one in waiting_for(mandate, on=on) if one.address != "office"]


@pytest.mark.parametrize(
    ("until", "role", "verb"),
    [
        ("draft", "standing", "Hoàn thiện, trình ký"),
        ("for_signature", "chair", "Ký"),
        ("signed", "clerk", "Cho số và ngày"),
        ("numbered", "clerk", "Phát hành"),
    ],
)
def test_a_paper_lies_on_one_desk_at_a_time(whole, until, role, verb):
    paper = make_paper(whole, until=until)
    assert titles(whole.commune.mandates[role]) == [f"{verb}: {paper.subject}"]
    others = {"standing", "chair", "clerk", "accountant", "member"} - {role}
    assert [titles(whole.commune.mandates[other]) for other in sorted(others)] == [[], [], [], []]


def test_a_village_owes_its_registration_then_its_report_then_its_closing(whole):
    campaign, head = make_campaign(whole), whole.head(whole.village)
    Deadline.objects.create(campaign=campaign, kind="register", day=date(2023, 4, 1))
    first = waiting_for(head, on=DAY)[0]
    assert (first.title, first.due, first.arguments) == (
        f"Đăng ký thi đua: {campaign.short_title}",
        date(2023, 4, 1),
        (campaign.code, "khuoi-cap"),
    )
    registration = Registration.objects.create(campaign=campaign, unit=whole.village, state="returned")
    assert titles(head) == [f"Sửa lại đăng ký bị trả: {campaign.short_title}"]
    Registration.objects.filter(pk=registration.pk).update(state="submitted", submitted_on=DAY)
    assert titles(head) == [f"Báo cáo kết quả: {campaign.short_title}"]
    assert titles(whole.commune.standing) == ["Nhận 1 đăng ký thi đua"]
    campaign.progress.create(unit=whole.village, text="Đã làm", on=DAY)
    assert titles(head) == []
    type(campaign).objects.update(state="reviewing")
    assert titles(head) == [f"Tổng kết của đơn vị: {campaign.short_title}"]
    campaign.unit_reviews.create(unit=whole.village, state="submitted")
    assert titles(head) == []


def test_what_others_told_the_unit_waits_until_somebody_confirms_it(whole):
    Message.objects.create(
        unit=whole.commune.unit, to_unit=whole.village, subject="Đôn đốc", body="Gửi báo cáo", sent_on=DAY
    )
    assert titles(whole.head(whole.village)) == ["Đôn đốc"]
    assert titles(whole.head(whole.villages[1])) == []


def test_good_deeds_and_role_models_wait_for_the_officer(whole):
    campaign = make_campaign(whole, state="closed")
    lead = Lead.objects.create(
        unit=whole.commune.unit,
        campaign=campaign,
        receipt="abc",
        who="Bà Nông Thị Thắm",
        what="Nhặt được của rơi",
        received_on=DAY,
    )
    assert titles(whole.commune.standing) == ["Xác minh việc tốt: Bà Nông Thị Thắm"]
    actions = [one.action for one in waiting_for(whole.commune.standing, on=DAY) if one.address == "lead"]
    Lead.objects.update(state="verified")
    actions += [one.action for one in waiting_for(whole.commune.standing, on=DAY) if one.address == "lead"]
    assert actions == ["Xác minh", "Viết bài"]
    Lead.objects.update(state="profiled")
    RoleModel.objects.create(
        unit=whole.commune.unit,
        campaign=campaign,
        lead=lead,
        slug="tham",
        name="Nông Thị Thắm",
        title="Trả lại của rơi",
        story="Bà Thắm …",
    )
    found = waiting_for(whole.commune.culture, on=DAY)
    assert [(one.title, one.note) for one in found] == [
        ("Công khai gương: Nông Thị Thắm", "Chưa ghi ý kiến đồng ý của người được nêu."),
    ]


@pytest.mark.parametrize(
    ("state", "role", "title"),
    [
        ("submitted", "standing", "Thẩm định 1 đề nghị khen thưởng"),
        ("eligible", "secretary", "Đưa 1 đề nghị ra Hội đồng"),
        ("passed", "standing", "Trình 1 trường hợp Hội đồng đã thông qua"),
    ],
)
def test_a_nomination_waits_where_its_holder_is(whole, state, role, title):
    campaign = make_campaign(whole, state="reviewing")
    sent(whole, make_household(whole.village), campaign=campaign)
    Nomination.objects.update(state=state, holder=whole.district.unit)
    assert titles(whole.district.mandates[role]) == [title]
    assert title not in titles(whole.commune.mandates[role])


def test_what_the_level_above_gave_back_lies_with_the_officer_who_sent_it(whole):
    campaign = make_campaign(whole, state="reviewing")
    nomination = eligible(whole, campaign, make_household(whole.village), form="giay_khen_huyen")
    session = planned(whole, campaign, nominations=[nomination])
    submission = Submission.objects.create(
        campaign=campaign, unit=whole.commune.unit, to_unit=whole.district.unit, form="giay_khen_huyen",
        code="tt", session=session, state="sent",
    )  # fmt: skip
    Nomination.objects.update(state="returned")
    assert "Bổ sung 1 hồ sơ cấp trên trả lại" not in titles(whole.commune.standing)
    submission.items.create(nomination=nomination, order=1, answer="returned")
    assert "Bổ sung 1 hồ sơ cấp trên trả lại" in titles(whole.commune.standing)


def test_a_returned_dossier_is_back_with_the_village(whole):
    campaign = make_campaign(whole, state="reviewing")
    campaign.unit_reviews.create(unit=whole.village, state="submitted")
    sent(whole, make_household(whole.village), campaign=campaign)
    Nomination.objects.update(state="returned", remark="Thêm ảnh")
    found = waiting_for(whole.head(whole.village), on=DAY)
    assert [(one.title, one.note) for one in found] == [("Bổ sung hồ sơ: Hộ ông Chu Văn Quyền", "Thêm ảnh")]


def test_the_desk_costs_the_same_with_one_thing_and_with_three(whole, django_assert_max_num_queries):
    campaign = make_campaign(whole, state="reviewing")
    for name in ("Hộ ông An", "Hộ ông Bình", "Hộ bà Cúc"):
        sent(whole, make_household(whole.village, name), campaign=campaign)
        make_paper(whole)
    with django_assert_max_num_queries(32):
        assert len(waiting_for(whole.commune.standing, on=DAY)) == 5
