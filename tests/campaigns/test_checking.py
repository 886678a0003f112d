"""A good deed is asked about where it happened, and true when enough of those who know say so."""

import io
from datetime import date

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from thidua.campaigns.discover import (
    GoodDeed,
    Profile,
    WitnessWord,
    ask_unit,
    confirm_good_deed,
    join_good_deed,
    make_role_model,
    note_good_deed,
    note_witness,
    reject_good_deed,
    reject_many,
    reopen_good_deed,
    reopen_many,
    report_good_deed,
    separate_good_deed,
    verify_good_deed,
)
from thidua.campaigns.models import Lead, Witness
from thidua.campaigns.queries.example import (
    asked_lead_for,
    asked_leads,
    photos_of_lead,
    public_lead_state,
    witnesses_needed,
)
from thidua.campaigns.queries.likeness import similar_leads
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.models import LocalRule
from thidua.records.queries.files import files_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)
TRUE, FALSE = WitnessWord(True), WitnessWord(False, "Người khác làm, không phải ông Tài")
STORY = "Hiến 400 m² đất vườn để thôn mở đường cho xe chở ngô vào đến tận sân."


@pytest.fixture
def officer(whole):
    return whole.commune.standing


@pytest.fixture
def told(campaign):
    return reported(campaign)


def reported(campaign, who="Ông Lộc Văn Tài", what=STORY, **more):
    deed = GoodDeed(who, what, where="xóm Đồi", home=more.pop("home", None))
    return report_good_deed(campaign.unit, deed=deed, sender=f"{Lead.objects.count()}", on=DAY, **more)


def photo(colour="gold", name="anh.jpg"):
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(drawn, "PNG")
    return ContentFile(drawn.getvalue(), name=name.replace("jpg", "png"))


def rule_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.ruling.rule


# Those who know


def test_the_head_of_the_village_answers_for_the_village(whole, officer, told):
    head, by = whole.head(whole.village), {"mandate": officer, "on": DAY}
    assert list(asked_leads(head)) == []
    assert rule_of(lambda: confirm_good_deed(told, word=TRUE, mandate=head, on=DAY)) == "deed:unasked"
    ask_unit(told, unit=whole.village, **by)
    assert (asked_lead_for(head, told.receipt), told.home) == (told, whole.village)
    assert list(asked_leads(officer)) == []
    other = whole.head(whole.villages[1])
    assert rule_of(lambda: confirm_good_deed(told, word=TRUE, mandate=other, on=DAY)) == "mandate:unit"
    confirm_good_deed(told, word=FALSE, mandate=head, on=DAY)
    confirm_good_deed(told, word=TRUE, mandate=head, on=DAY)
    assert [(one.who, one.unit, one.agrees) for one in told.witnesses.all()] == [
        (str(head), whole.village, True)
    ]
    verify_good_deed(told, **by)
    assert (told.state, told.checked_with) == ("verified", str(head))
    assert rule_of(lambda: confirm_good_deed(told, word=TRUE, mandate=head, on=DAY)) == "state:move"


def test_only_a_unit_that_takes_part_is_asked_and_only_before_the_answer(whole, officer, told):
    by = {"mandate": officer, "on": DAY}
    assert rule_of(lambda: ask_unit(told, unit=whole.district.unit, **by)) == "deed:unit"
    assert rule_of(lambda: ask_unit(told, unit=whole.village, mandate=whole.commune.culture, on=DAY)) == (
        "mandate:role"
    )
    verify_good_deed(told, checked_with="Trưởng thôn", **by)
    assert rule_of(lambda: ask_unit(told, unit=whole.village, **by)) == "state:move"


def test_the_office_says_how_many_have_to_know(whole, officer, told):
    by = {"mandate": officer, "on": DAY}
    assert witnesses_needed(told.unit, on=DAY) == (1, False)
    LocalRule.objects.create(
        unit=told.unit, rule="witnesses_needed", value="2", paper="Quy chế", starts=date(2023, 1, 1),
        confirmed_by="Chủ tịch",
    )  # fmt: skip
    assert witnesses_needed(told.unit, on=DAY) == (2, True)
    assert rule_of(lambda: verify_good_deed(told, **by)) == "deed:asked"
    assert rule_of(lambda: verify_good_deed(told, checked_with="Trưởng thôn", **by)) == "deed:few"
    assert Witness.objects.count() == 0
    note_witness(told, word=WitnessWord(True, who="Bà Sen, hàng xóm", how="gọi điện thoại"), **by)
    verify_good_deed(told, checked_with="Trưởng thôn", **by)
    assert told.checked_with == "Bà Sen, hàng xóm; Trưởng thôn"


def test_a_no_is_weighed_and_never_lost(officer, told):
    by = {"mandate": officer, "on": DAY}
    no_reason, nobody = WitnessWord(False, who="Ai đó"), WitnessWord(True, who=" ")
    assert rule_of(lambda: note_witness(told, word=no_reason, **by)) == "deed:reason"
    assert rule_of(lambda: note_witness(told, word=nobody, **by)) == "deed:asked"
    note_witness(told, word=WitnessWord(False, "Đất ấy của em ông Tài", "Ông Páo"), **by)
    assert rule_of(lambda: note_witness(told, word=WitnessWord(True, who="Ông Páo"), **by)) == "deed:twice"
    assert rule_of(lambda: verify_good_deed(told, checked_with="Trưởng thôn", **by)) == "deed:doubted"
    verify_good_deed(told, checked_with="Trưởng thôn", remark="Sổ đỏ ghi tên ông Tài", **by)
    assert (told.state, told.checked_with) == ("verified", "Trưởng thôn")


def test_looked_at_once_more_those_who_know_are_asked_anew(whole, officer, told):
    by = {"mandate": officer, "on": DAY}
    ask_unit(told, unit=whole.village, **by)
    verify_good_deed(told, checked_with="Trưởng thôn", **by)
    reopen_good_deed(told, reason="Có đơn", **by)
    assert (told.asked, told.asked_on, told.witnesses.count()) == (None, None, 0)


# Duplicates


def test_the_same_deed_is_seen_by_name_words_and_photo(campaign, told):
    named = reported(campaign, "loc van tai", "Việc khác hẳn")
    worded = reported(campaign, "Ông Tài xóm Đồi", "Ông hiến 400 m² đất vườn để thôn mở đường cho xe vào sân")
    one, two = (reported(campaign, who, "Chuyện riêng", photo=photo()) for who in ("Bà A", "Bà B"))
    reported(campaign, "Bà C", "Nấu cơm cho người già neo đơn trong xóm suốt ba năm")
    assert [(found.other, found.says) for found in similar_leads(told)] == [
        (worded, "lời kể giống nhau"), (named, "cùng tên")
    ]  # fmt: skip
    assert [(found.other, found.says) for found in similar_leads(one)] == [(two, "cùng ảnh")]


def test_two_reports_become_one_and_two_again(campaign, officer):
    by = {"mandate": officer, "on": DAY}
    first, second = (reported(campaign, photo=photo(colour)) for colour in ("gold", "navy"))
    join_good_deed(second, into=first, **by)
    assert (second.state, second.joined_to, similar_leads(first)) == ("joined", first, [])
    assert len(photos_of_lead(first)) == 2
    verify_good_deed(first, checked_with="Trưởng thôn", **by)
    assert public_lead_state(campaign.unit, second.receipt).state == "verified"
    made = make_role_model(first, profile=Profile("Ông Tài", "", "Hiến đất", STORY), **by)
    assert files_of(made, "photo").count() == 2
    separate_good_deed(second, **by)
    assert (second.state, second.joined_to) == ("new", None)
    assert public_lead_state(campaign.unit, second.receipt).state == "new"


def test_what_cannot_be_joined(whole, campaign, officer):
    by = {"mandate": officer, "on": DAY}
    first, second, third, aside = (reported(campaign) for _ in range(4))
    reject_good_deed(aside, reason="Không rõ", **by)
    assert rule_of(lambda: join_good_deed(first, into=first, **by)) == "deed:join"
    assert rule_of(lambda: join_good_deed(aside, into=first, **by)) == "state:move"
    assert rule_of(lambda: join_good_deed(first, into=aside, **by)) == "state:move"
    join_good_deed(second, into=first, **by)
    assert rule_of(lambda: join_good_deed(first, into=third, **by)) == "deed:join"
    assert rule_of(lambda: join_good_deed(third, into=second, **by)) == "state:move"
    assert rule_of(lambda: separate_good_deed(third, **by)) == "state:move"
    culture = {"mandate": whole.commune.culture, "on": DAY}
    assert rule_of(lambda: separate_good_deed(second, **culture)) == "mandate:role"


# Many at once, and bad input


def test_many_are_set_aside_at_once_and_come_back(campaign, officer):
    by = {"mandate": officer, "on": DAY}
    many = [reported(campaign, "Quảng cáo", f"Mua ngay {number}") for number in range(3)]
    assert reject_many(many, reason="Tin rác", **by) == 3
    assert reopen_many(many, reason="Bấm nhầm", **by) == 3
    assert {lead.state for lead in Lead.objects.all()} == {"new"}
    verify_good_deed(many[2], checked_with="Trưởng thôn", **by)
    make_role_model(many[2], profile=Profile("A", "", "B", "C"), **by)
    assert rule_of(lambda: reject_many(many, reason="Tin rác", **by)) == "state:move"
    assert Lead.objects.filter(state="rejected").count() == 0


def test_marks_that_turn_the_writing_around_are_left_out(campaign):
    lead = reported(campaign, "\u202eTài\u202c 😀", "Việc\u2066 tốt " + "dài " * 1200)
    assert (lead.who, lead.what[:9], len(lead.what) > 4000) == ("Tài 😀", "Việc tốt ", True)


def test_the_place_names_the_unit_once(whole, campaign):
    chosen = reported(campaign, home=whole.village)
    assert (chosen.where, chosen.home) == ("xóm Đồi, Thôn Khuổi Cáp", whole.village)
    deed = GoodDeed("A", "B", where="thôn khuổi cáp", home=whole.village)
    assert report_good_deed(campaign.unit, deed=deed, sender="x", on=DAY).where == "thôn khuổi cáp"
    bare = GoodDeed("A", "B", home=whole.village)
    assert report_good_deed(campaign.unit, deed=bare, sender="y", on=DAY).where == "Thôn Khuổi Cáp"


def test_a_slip_comes_with_its_photo(campaign, officer):
    deed = GoodDeed("Bà Sen", "Nấu cơm", how="nhận phiếu giấy, ngày 19/4/2023")
    lead = note_good_deed(campaign, deed=deed, photo=photo(), mandate=officer, on=DAY)
    assert len(photos_of_lead(lead)) == 1
    letter = ContentFile("thư".encode(), name="thu.txt")
    assert rule_of(lambda: note_good_deed(campaign, deed=deed, photo=letter, mandate=officer, on=DAY)) == (
        "attach:file"
    )
    assert (Lead.objects.count(), JournalEntry.objects.filter(verb="note_good_deed").count()) == (1, 1)
