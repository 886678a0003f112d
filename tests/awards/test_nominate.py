"""A unit puts people forward: who may, for what, with which dossier, and what comes out as papers."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.awards.dossiers import DAY, complete, entry_for, sent, started
from tests.factories.commune import make_campaign, make_collective, make_commune, make_household, make_person
from tests.refusals import refused
from thidua.awards.models import Claim, Confirmation, Nomination
from thidua.awards.nominate import (
    NewCandidate,
    confirm_report,
    enter_candidate,
    file_part,
    nominate,
    save_dossier,
    submit_nomination,
    take_back_nomination,
    withdraw_nomination,
)
from thidua.awards.permissions.dossier import checklist
from thidua.awards.queries.lawful import other_forms
from thidua.awards.states import NOMINATION
from thidua.campaigns.models import Criterion
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.models import Person
from thidua.records.models import LocalRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def tai(whole):
    return make_person(whole.village, "Lộc Văn Tài", position="Nông dân")


def test_a_village_head_puts_a_farmer_forward(whole, campaign, tai):
    nomination = started(whole, tai, campaign=campaign)
    assert (nomination.state, nomination.holder, nomination.recipient) == (
        "draft",
        whole.village,
        "individual",
    )
    assert (nomination.name, nomination.address) == ("Lộc Văn Tài", "Nông dân, thôn Khuổi Cáp")
    assert [claim.criterion.text for claim in nomination.claims.all()] == [
        "Sâu sát cơ sở, có giải pháp hữu ích"
    ]
    assert JournalEntry.objects.filter(verb="nominate").count() == 1


@pytest.mark.parametrize(
    ("make", "recipient", "address"),
    [(make_collective, "collective", "Thôn Khuổi Cáp"), (make_household, "household", "Thôn Khuổi Cáp")],
)
def test_a_collective_and_a_household_are_put_forward(whole, campaign, make, recipient, address):
    nomination = started(whole, make(whole.village), campaign=campaign)
    assert (nomination.recipient, nomination.address) == (recipient, address)


def test_a_collective_that_is_the_whole_unit_needs_no_address(whole, campaign):
    nomination = started(whole, make_collective(whole.village, whole.village.name), campaign=campaign)
    assert nomination.address == ""


def test_nobody_is_nominated_before_the_chair_has_set_the_standard(whole, campaign, tai):
    award = campaign.awards.get(form="giay_khen_xa")
    award.standard_set_on = None
    award.save()
    ruling = refused(lambda: nominate(award, candidate=tai, mandate=whole.head(whole.village), on=DAY))
    assert (ruling.rule, ruling.source) == ("nominate:standard", "mục V.2.1 của kế hoạch")
    assert ruling.because.startswith("Chủ tịch chưa quy định tiêu chuẩn của Giấy khen của Chủ tịch UBND xã")


def test_one_achievement_is_proposed_for_one_form_only(whole, campaign, tai):
    started(whole, tai, campaign=campaign)
    ruling = refused(lambda: started(whole, tai, form="bang_khen_tinh", campaign=campaign))
    assert ruling.rule == "R05"
    assert Nomination.objects.count() == 1


def test_what_came_to_nothing_stands_in_no_other_forms_way(whole, campaign, tai):
    """R05 looks at what still asks for an award or holds one; a cancelled award is tried in test_revoke."""
    first = started(whole, tai, campaign=campaign)
    another = Nomination(campaign=campaign, recipient="individual")
    free = set()
    for state in NOMINATION.says:
        Nomination.objects.filter(pk=first.pk).update(state=state)
        if other_forms(another, tai) == ():
            free.add(state)
    assert free == {"withdrawn", "refused", "failed", "ineligible"}
    Nomination.objects.filter(pk=first.pk).update(state="refused")
    assert started(whole, tai, form="bang_khen_tinh", campaign=campaign).state == "draft"


def test_the_same_form_is_not_proposed_twice(whole, campaign, tai):
    first = started(whole, tai, campaign=campaign)
    assert refused(lambda: started(whole, tai, campaign=campaign)).rule == "nominate:twice"
    withdraw_nomination(first, reason="Nhầm người", mandate=whole.head(whole.village), on=DAY)
    assert started(whole, tai, form="bang_khen_tinh", campaign=campaign).state == "draft"


def test_after_the_districts_their_form_is_gone():
    whole = make_commune(2026)
    campaign = make_campaign(whole, year=2026)
    award = campaign.awards.get(form="giay_khen_xa")
    award.form = "giay_khen_huyen"
    award.save()
    tai = make_person(whole.village)
    ruling = refused(
        lambda: nominate(award, candidate=tai, mandate=whole.head(whole.village), on=date(2026, 6, 1))
    )
    assert ruling.because == "Cấp huyện không còn từ 01/7/2025; không thể chọn hình thức này."


@pytest.mark.parametrize(
    ("who", "rule"),
    [("other_head", "mandate:unit"), ("clerk", "mandate:role"), ("chair", "mandate:role")],
)
def test_only_the_head_and_the_standing_officer_nominate(whole, campaign, tai, who, rule):
    mandate = whole.head(whole.villages[1]) if who == "other_head" else getattr(whole.commune, who)
    award = campaign.awards.get(form="giay_khen_huyen")
    assert refused(lambda: nominate(award, candidate=tai, mandate=mandate, on=DAY)).rule == rule


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_nominating_needs_a_campaign_under_way(whole, state):
    campaign = make_campaign(whole, state=state)
    tai = make_person(whole.village)
    assert refused(lambda: started(whole, tai, campaign=campaign)).rule == "nominate:campaign"


def test_a_body_outside_the_list_nominates_nobody(whole, campaign, tai):
    whole.village.takes_part = False
    whole.village.save()
    tai.refresh_from_db()
    assert refused(lambda: started(whole, tai, campaign=campaign)).rule == "nominate:unit"


@pytest.mark.parametrize(
    ("new", "name"),
    [
        (
            NewCandidate("individual", "hoàng thị cúc", honorific="Bà", position="Chi hội trưởng"),
            "Hoàng Thị Cúc",
        ),
        (NewCandidate("household", "Hộ bà Nông Thị Thắm", honorific="Bà"), "Hộ bà Nông Thị Thắm"),
        (NewCandidate("collective", "Tổ hợp tác hồi"), "Tổ hợp tác hồi"),
    ],
)
def test_somebody_not_on_file_is_entered_once(whole, campaign, new, name):
    award, head = campaign.awards.get(form="giay_khen_huyen"), whole.head(whole.village)
    made = enter_candidate(award, new=new, unit=whole.village, mandate=head, on=DAY)
    assert made.name == name
    again = refused(lambda: enter_candidate(award, new=new, unit=whole.village, mandate=head, on=DAY))
    assert again.rule == "nominate:known"


def test_two_people_of_one_name_differ_by_their_year_of_birth(whole, campaign, tai):
    award, head = campaign.awards.get(form="giay_khen_huyen"), whole.head(whole.village)
    new = NewCandidate("individual", tai.name, birth_year=1980)
    with pytest.raises(Refused, match="hãy đánh dấu “Là người khác”"):
        enter_candidate(award, new=new, unit=whole.village, mandate=head, on=DAY)
    other = replace(new, is_another=True)
    enter_candidate(award, new=other, unit=whole.village, mandate=head, on=DAY)
    assert Person.objects.filter(name=tai.name).count() == 2


def test_the_dossier_is_written_and_read_back(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    save_dossier(nomination, entry=entry_for(nomination, initiative="Giỏ rác đôi"), mandate=head, on=DAY)
    nomination.refresh_from_db()
    assert (nomination.achievement, nomination.initiative) == ("Vận động 62 hộ phân loại rác", "Giỏ rác đôi")
    assert (nomination.has_open_matter, nomination.open_matter) == (False, "")
    assert nomination.folded == "loc van tai nong dan, thon khuoi cap van dong 62 ho phan loai rac"
    assert nomination.claims.get().text == "Danh sách 62 hộ, có ảnh"


def test_another_group_of_criteria_asks_other_questions(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    farmers = Criterion.objects.create(
        award=nomination.award,
        order=9,
        recipient="individual",
        group="Đối với nông dân",
        text="Sản xuất giỏi",
    )
    save_dossier(nomination, entry=entry_for(nomination, group="Đối với nông dân"), mandate=head, on=DAY)
    assert [claim.criterion for claim in nomination.claims.all()] == [farmers]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"achieved_to": date(2023, 1, 1)}, "nominate:period"),
        ({"open_matter": "bịa"}, "nominate:matter"),
        ({"version": 77}, "state:stale"),
    ],
)
def test_what_does_not_make_sense_is_refused(whole, campaign, tai, change, rule):
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    entry = entry_for(nomination, **change)
    assert refused(lambda: save_dossier(nomination, entry=entry, mandate=head, on=DAY)).rule == rule


def test_the_checklist_names_everything_that_is_missing(whole, campaign, tai):
    nomination = started(whole, tai, campaign=campaign)
    missing = [point.label for point in checklist(nomination, typed_by_officer=True) if not point.done]
    assert missing == [
        "Tóm tắt thành tích",
        "Báo cáo thành tích",
        "Sâu sát cơ sở, có giải pháp hữu ích",
        "Không có việc đang xem xét",
        "Tờ trình kèm danh sách đề nghị",
        "Báo cáo thành tích",
        "Biên bản họp xét khen thưởng",
        "Báo cáo được cấp trình xác nhận",
        "Cách nhận",
    ]


def test_a_complete_dossier_goes_to_the_commune_with_its_deadline(whole, campaign, tai):
    nomination = sent(whole, tai, campaign=campaign)
    assert (nomination.state, nomination.holder) == ("submitted", whole.commune.unit)
    assert (nomination.submitted_on, nomination.due_on) == (DAY, date(2023, 6, 15))


def test_without_a_confirmed_time_limit_the_clock_cannot_start(whole, campaign, tai):
    LocalRule.objects.filter(rule="appraisal_days").delete()
    ruling = refused(lambda: sent(whole, tai, campaign=campaign))
    assert ruling.rule == "local:appraisal_days"
    assert ruling.because.startswith("Thời hạn thẩm định hồ sơ chưa được cơ quan xác nhận")


def test_an_incomplete_dossier_is_not_sent(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    ruling = refused(lambda: submit_nomination(nomination, mandate=head, on=DAY))
    assert ruling.because == (
        "Chưa có tóm tắt thành tích (một, hai câu để in vào tờ trình và quyết định). "
        "Còn 6 điểm khác trong danh mục kiểm tra."
    )


def test_an_open_matter_stops_the_dossier(whole, campaign, tai):
    nomination, head = complete(whole, tai, campaign=campaign), whole.head(whole.village)
    save_dossier(nomination, entry=entry_for(nomination, open_matter="complaint"), mandate=head, on=DAY)
    ruling = refused(lambda: submit_nomination(nomination, mandate=head, on=DAY))
    assert (ruling.rule, ruling.confirmed) == ("R09", False)
    assert ruling.because == "Chưa xét khen thưởng: đang trong thời gian xác minh đơn thư khiếu nại, tố cáo."


def test_the_officer_who_types_for_a_village_says_how_it_came(whole, campaign, tai):
    nomination, officer = complete(whole, tai, campaign=campaign), whole.commune.standing
    assert refused(lambda: submit_nomination(nomination, mandate=officer, on=DAY)).rule == "dossier:how"
    entry = entry_for(nomination, how="nhận bản giấy ngày 01/6/2023")
    save_dossier(nomination, entry=entry, mandate=officer, on=DAY)
    submit_nomination(nomination, mandate=officer, on=DAY)
    line = JournalEntry.objects.get(verb="submit_nomination")
    assert (line.actor_name, line.actor_for) == ("Hoàng Thị Mai", "Thôn Khuổi Cáp")


def test_a_part_comes_as_a_file_or_on_paper(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    upload = SimpleUploadedFile("bien-ban.txt", "Biên bản họp thôn".encode())
    assert file_part(nomination, part="bien_ban", upload=upload, mandate=head, on=DAY).note == "bien-ban.txt"
    assert (
        refused(lambda: file_part(nomination, part="bao_cao", mandate=head, on=DAY)).rule == "dossier:empty"
    )
    foreign = refused(lambda: file_part(nomination, part="hoa_don", note="có", mandate=head, on=DAY))
    assert foreign.rule == "dossier:part"


def test_the_head_confirms_a_report_that_is_written(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    assert refused(lambda: confirm_report(nomination, mandate=head, on=DAY)).rule == "dossier:report"
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=DAY)
    confirm_report(nomination, text="Đúng sự thật", mandate=head, on=DAY)
    assert Confirmation.objects.values_list("unit__name", "text").get() == ("Thôn Khuổi Cáp", "Đúng sự thật")


def test_the_chair_confirms_what_lies_at_the_commune(whole, campaign, tai):
    nomination = sent(whole, tai, campaign=campaign)
    confirm_report(nomination, mandate=whole.commune.chair, on=DAY)
    assert Confirmation.objects.filter(unit=whole.commune.unit).count() == 1
    assert refused(lambda: confirm_report(nomination, mandate=whole.head(whole.village), on=DAY)).rule == (
        "nominate:sent"
    )
    assert (
        refused(lambda: confirm_report(nomination, mandate=whole.commune.clerk, on=DAY)).rule
        == "mandate:role"
    )


def test_sent_and_taken_back_before_anybody_opened_it(whole, campaign, tai):
    nomination, head = sent(whole, tai, campaign=campaign), whole.head(whole.village)
    take_back_nomination(nomination, mandate=head, on=DAY)
    assert (nomination.state, nomination.holder, nomination.due_on) == ("draft", whole.village, None)
    assert refused(lambda: take_back_nomination(nomination, mandate=head, on=DAY)).rule == "nominate:not-sent"


def test_what_is_sent_is_not_rewritten(whole, campaign, tai):
    nomination, head = sent(whole, tai, campaign=campaign), whole.head(whole.village)
    entry = entry_for(nomination)
    assert (
        refused(lambda: save_dossier(nomination, entry=entry, mandate=head, on=DAY)).rule == "nominate:sent"
    )


def test_withdrawing_needs_a_reason_and_ends_it(whole, campaign, tai):
    nomination, head = sent(whole, tai, campaign=campaign), whole.head(whole.village)
    assert (
        refused(lambda: withdraw_nomination(nomination, reason=" ", mandate=head, on=DAY)).rule
        == "nominate:reason"
    )
    withdraw_nomination(nomination, reason="Xin nhường người khác", mandate=head, on=DAY)
    assert (nomination.state, nomination.remark) == ("withdrawn", "Xin nhường người khác")
    assert (
        refused(lambda: withdraw_nomination(nomination, reason="x", mandate=head, on=DAY)).rule
        == "nominate:late"
    )


def test_a_claim_keeps_what_was_typed_when_the_form_leaves_it_out(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=DAY)
    save_dossier(nomination, entry=replace(entry_for(nomination), claims={}), mandate=head, on=DAY)
    assert Claim.objects.get().text == "Danh sách 62 hộ, có ảnh"
