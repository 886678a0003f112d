"""Good deeds in the office: asked about, answered on a phone, joined, set aside in one, used further."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.factories.commune import as_, make_campaign, make_person
from tests.factories.printed import require_flawless
from tests.publicity.honours import shown
from tests.web.looking import page
from thidua.awards.models import Nomination
from thidua.campaigns.discover import GoodDeed, join_good_deed, note_good_deed, report_good_deed
from thidua.campaigns.documents.example import deed_slip
from thidua.campaigns.models import Lead, RoleModel
from thidua.journal.models import JournalEntry
from thidua.journal.rows import short_code
from thidua.paper.pdf import pdf_words
from thidua.web.jobs import ask_for_confirmation

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)


@pytest.fixture
def officer(whole):
    return as_(whole.commune.standing)


def noted(campaign, mandate, who="Ông Lộc Văn Tài", what="Hiến đất làm đường. Cả thôn được nhờ.", **more):
    deed = GoodDeed(who, what, where="Thôn Khuổi Cáp", how="điện thoại", **more)
    return note_good_deed(campaign, deed=deed, mandate=mandate, on=DAY)


# Those who know


def test_the_village_head_finds_the_question_on_the_desk_and_answers_without_learning_who_told(
    officer, whole, campaign
):
    lead = noted(campaign, whole.commune.standing, reporter="Chị Lộc Thị Thêm")
    head = as_(whole.head(whole.village))
    page(head, "lead-confirm", lead.receipt, status=404)
    officer.post(reverse("lead-ask", args=[lead.receipt]), {"hoi-unit": whole.village.code})
    assert "Xác nhận việc tốt: Ông Lộc Văn Tài" in page(head, "desk")
    asked = page(head, "lead-confirm", lead.receipt)
    assert ("Cả thôn được nhờ." in asked, "Lộc Thị Thêm" in asked) == (True, False)
    address = reverse("lead-confirm", args=[lead.receipt])
    refused = head.post(address, {"answer": "sai", "remark": ""}).content.decode()
    assert "Hãy ghi điều không đúng" in refused
    assert head.post(address, {"answer": "dung", "remark": "Tôi có ở đó"}).url == reverse("desk")
    assert "Xác nhận việc tốt" not in page(head, "desk")
    assert "câu sau thay câu trước" in page(head, "lead-confirm", lead.receipt)
    text = page(officer, "lead", lead.receipt)
    assert ("Tôi có ở đó" in text, "Đã đủ người biết việc xác nhận" in text) == (True, True)
    officer.post(reverse("lead-verify", args=[lead.receipt]), {"xac-minh-checked_with": ""})
    assert Lead.objects.get().state == "verified"


def test_the_officer_writes_down_what_those_who_know_say(officer, whole, campaign):
    lead = noted(campaign, whole.commune.standing)
    address = reverse("lead-witness", args=[lead.receipt])
    empty = officer.post(address, {"y-kien-answer": "sai", "y-kien-who": "Ông Páo"}).content.decode()
    assert ("Hãy ghi điều không đúng" in empty, "Ông Páo" in empty) == (True, True)
    officer.post(
        address, {"y-kien-answer": "sai", "y-kien-who": "Ông Páo", "y-kien-remark": "Đất của em ông"}
    )
    verify = {"xac-minh-checked_with": "Trưởng thôn"}
    again = officer.post(reverse("lead-verify", args=[lead.receipt]), verify).content.decode()
    assert "Có người nói việc này không đúng" in again
    wrong = officer.post(reverse("lead-ask", args=[lead.receipt]), {"hoi-unit": "khong-co"})
    assert "Xin xem lại:" in wrong.content.decode()


# Duplicates


def test_two_reports_stand_side_by_side_are_joined_and_taken_apart(officer, whole, campaign):
    one, other = (noted(campaign, whole.commune.standing, who) for who in ("Ông Lộc Văn Tài", "loc van tai"))
    address = reverse("lead-compare", args=[one.receipt, other.receipt])
    assert address in page(officer, "lead", one.receipt)
    side_by_side = page(officer, "lead-compare", one.receipt, other.receipt)
    for words in ("cùng tên", "loc van tai", "giữ tin thứ nhất", "giữ tin thứ hai"):
        assert words in side_by_side
    assert officer.post(address, {"giu": "nay"}).url == reverse("lead", args=[one.receipt])
    assert Lead.objects.get(pk=other.pk).joined_to == one
    assert "Tin khác cùng kể việc này" in page(officer, "lead", one.receipt)
    refused = officer.post(address, {"giu": "kia"}).content.decode()
    assert "hãy gộp theo chiều ngược lại" in refused
    assert "Tách ra" in page(officer, "lead", other.receipt)
    officer.post(reverse("lead-separate", args=[other.receipt]))
    assert Lead.objects.get(pk=other.pk).state == "new"


def test_the_visitor_of_a_joined_report_follows_the_other(client, whole, campaign):
    officer = whole.commune.standing
    told = report_good_deed(campaign.unit, deed=GoodDeed("Ông Tài", "Hiến đất"), sender="x", on=DAY)
    join_good_deed(told, into=noted(campaign, officer), mandate=officer, on=DAY)
    assert "Đã nhận, đang chờ xác minh" in page(client, "good-deed-receipt", told.receipt)


# On paper, by telephone


def test_the_telephone_form_says_how_and_when_and_refuses_a_day_to_come(officer, campaign):
    typed = {"who": "Bà Sen", "what": "Nấu cơm", "way": "dien-thoai", "told_on": "19/4/2023",
             "home": "khuoi-cap"}  # fmt: skip
    late = officer.post(reverse("lead-new", args=[campaign.code]), typed | {"told_on": "21/4/2023"})
    assert "Ngày 21/4/2023 chưa tới" in late.content.decode()
    officer.post(reverse("lead-new", args=[campaign.code]), typed)
    lead = Lead.objects.get()
    assert (lead.how, lead.where) == ("nhận qua điện thoại, ngày 19/4/2023", "Thôn Khuổi Cáp")


def test_a_pile_of_slips_is_typed_one_after_the_other(officer, campaign):
    form = reverse("lead-new", args=[campaign.code]) + "?cach=giay"
    assert officer.get(form).context["form"].initial["way"] == "giay"
    typed = {"who": "Bà Sen", "what": "Nấu cơm", "way": "giay", "told_on": "19/4/2023"}
    assert officer.post(form, typed).url == form
    assert Lead.objects.get().how == "nhận phiếu giấy, ngày 19/4/2023"


def test_a_sheet_of_slips_for_each_unit_opens_the_form_with_the_unit_chosen(officer, whole, campaign):
    listed = page(officer, "lead-slips", campaign.code)
    assert f"{reverse('lead-slips-file', args=[campaign.code])}?don-vi=khuoi-cap" in listed
    sheet = officer.get(reverse("lead-slips-file", args=[campaign.code]), {"don-vi": "khuoi-cap"})
    words = " ".join(pdf_words(sheet.content))
    assert (sheet["Content-Type"], words.count("PHIẾU PHÁT HIỆN GƯƠNG TỐT")) == ("application/pdf", 4)
    word = officer.get(reverse("paper-print", args=["phieu-guong-tot", f"{campaign.code}_khuoi-cap", "docx"]))
    assert word.status_code == 200
    require_flawless(deed_slip(campaign, whole.village, address="https://thidua.example.vn/bao-viec-tot/"))
    require_flawless(deed_slip(campaign, whole.village, address=""))
    own = page(as_(whole.head(whole.village)), "lead-slips", campaign.code)
    assert ("Thôn Khuổi Cáp" in own, "Thôn Bản Vàng" in own) == (True, False)
    nobody = page(as_(whole.district.standing), "lead-slips", campaign.code)
    assert "Chưa có thôn, đơn vị nào" in nobody
    form = page(Client(), "report-good-deed", **{"don-vi": "khuoi-cap"})
    assert 'value="khuoi-cap" selected' in form
    sent = {"who": "Bà Sen", "what": "Nấu cơm", "home": "khuoi-cap"}
    Client().post(reverse("report-good-deed"), sent)
    assert Lead.objects.get().home == whole.village


# Many at once, bad input


def test_spam_goes_aside_by_one_press_and_comes_back_by_another(officer, whole, campaign):
    for number in range(3):
        noted(campaign, whole.commune.standing, f"Quảng cáo {number}")
    kept = noted(campaign, whole.commune.standing, "Bà Sen")
    aside, back = (reverse(f"campaign-leads-{way}", args=[campaign.code]) for way in ("aside", "back"))
    assert "Chưa chọn tin mới nào" in officer.post(aside, {}, follow=True).content.decode()
    done = officer.post(aside, {"tat-ca": "1", "tim": "quang cao", "reason": "Quảng cáo"}, follow=True)
    assert ("Đã để riêng 3 tin" in done.content.decode(), back in done.content.decode()) == (True, True)
    assert list(Lead.objects.filter(state="new")) == [kept]
    assert "Đã lấy lại 3 tin" in officer.post(back, {}, follow=True).content.decode()
    chosen = Lead.objects.get(who="Quảng cáo 1").receipt
    officer.post(aside, {"chon": [chosen, "\x00"]})
    assert set(Lead.objects.filter(state="rejected").values_list("remark", flat=True)) == {"Tin rác"}
    officer.post(back, {"chon": [chosen]})
    assert (
        "Chưa chọn tin nào đã để riêng" in officer.post(back, {"chon": ["x"]}, follow=True).content.decode()
    )
    culture = page(as_(whole.commune.culture), "campaign-leads", campaign.code)
    assert "Không nhận tin đã chọn" not in culture


def test_a_thousand_reports_are_a_list_of_pages_that_costs_the_same(officer, whole, campaign):
    address, counts = reverse("campaign-leads", args=[campaign.code]), []
    for many in (1, 1000):
        told = {"unit": campaign.unit, "campaign": campaign, "state": "new", "received_on": DAY}
        Lead.objects.bulk_create(
            Lead(receipt=short_code(), who=f"Tin {one}", folded=f"tin {one}", what="Tin gửi dồn", **told)
            for one in range(many)
        )
        with CaptureQueriesContext(connection) as queries:
            answer = officer.get(address)
        counts.append(len(queries))
    assert (counts[0], answer.context["page_of_leads"].paginator.count) == (counts[1], 1001)
    with CaptureQueriesContext(connection) as queries:
        page(officer, "lead", Lead.objects.earliest("id").receipt)
    assert len(queries) < 40


# Used further, without typing it again


def test_a_role_model_is_nominated_and_nothing_is_typed_again(whole):
    campaign = make_campaign(whole, state="reviewing")
    officer = as_(whole.commune.standing)
    model = shown(campaign, whole.commune.standing, name="Bà Nông Thị Mận", title="Dạy chữ cho trẻ")
    text = page(officer, "role-model", model.slug)
    start = f"{reverse('new-nomination')}?dot={campaign.code}&guong={model.slug}"
    assert start.replace("&", "&amp;") in text
    assert f"don-vi=khuoi-cap&amp;guong={model.slug}" in officer.get(start).content.decode()
    form = officer.get(f"{start}&don-vi=khuoi-cap")
    assert form.context["form"].initial == {
        "recipient": "individual", "name": "Nông Thị Mận", "honorific": "Bà", "address": model.place,
    }  # fmt: skip
    award = campaign.awards.get(form="giay_khen_huyen").pk
    sent = form.context["form"].initial | {"award": award, "how": "theo bài nêu gương", "candidate": ""}
    officer.post(f"{start}&don-vi=khuoi-cap", sent)
    made = Nomination.objects.get()
    assert (made.achievement, made.report) == (model.title, model.story)
    assert RoleModel.objects.get(pk=model.pk).person == made.person
    assert JournalEntry.objects.filter(verb="tell_story").count() == 1
    on_file = officer.get(f"{start}&don-vi=khuoi-cap").context["form"].initial
    assert on_file == {"candidate": f"individual:{made.person_id}"}


def test_a_household_of_the_page_is_nominated_as_one_and_a_head_takes_the_words_only(whole):
    campaign = make_campaign(whole, state="reviewing")
    model = shown(campaign, whole.commune.standing, name="Gia đình bà Mận", title="Hiến đất")
    head = as_(whole.head(whole.village))
    start = f"{reverse('new-nomination')}?dot={campaign.code}&guong={model.slug}"
    assert head.get(start).context["form"].initial["recipient"] == "household"
    person = make_person(whole.village, "Lộc Văn Tài")
    award = campaign.awards.get(form="giay_khen_huyen").pk
    head.post(start, {"award": award, "candidate": f"individual:{person.pk}"})
    assert (Nomination.objects.get().report, RoleModel.objects.get().person) == (model.story, None)
    assert head.get(start.replace(model.slug, "khong-co")).status_code == 404


# The address of the digest


def send_what_waits():
    """What the worker does with the jobs it finds."""
    for job in DBTaskResult.objects.order_by("enqueued_at"):
        ask_for_confirmation.call(*job.args_kwargs["args"])


def test_the_digest_goes_to_an_address_that_answered(whole, settings):
    settings.DIGEST_SENDER = "thi-dua@example.vn"
    cache.clear()
    client = as_(whole.head(whole.village))
    said = client.post(reverse("reminders"), {"address": "sinh@example.vn"}, follow=True).content.decode()
    assert ("Đã gửi thư xác nhận tới sinh@example.vn" in said, "Địa chỉ chưa xác nhận" in said) == (
        True,
        True,
    )
    again = client.post(reverse("ask-to-confirm-mail"), follow=True).content.decode()
    assert "Đã gửi thư xác nhận" in again
    send_what_waits()
    assert [letter.to for letter in mail.outbox] == [["sinh@example.vn"]] * 2
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    stranger = Client()
    assert "Xác nhận" in stranger.get(link).content.decode()
    assert "địa chỉ chưa xác nhận" in page(client, "reminders").lower()
    assert "Đã xác nhận" in stranger.post(link).content.decode()
    assert "đã xác nhận ngày 20/4/2023" in page(client, "reminders")
    assert (
        "Không có địa chỉ nào chờ"
        in client.post(reverse("ask-to-confirm-mail"), follow=True).content.decode()
    )
    client.post(reverse("reminders"), {"address": ""})
    for answer in (stranger.get(link), stranger.post(link)):
        assert (answer.status_code, "không dùng được nữa" in answer.content.decode()) == (410, True)


def test_nobodys_box_is_filled_from_here(whole, settings):
    settings.DIGEST_SENDER = "thi-dua@example.vn"
    settings.SITE_ADDRESS = "https://thidua.example.vn"
    cache.clear()
    client = as_(whole.head(whole.village))
    for number in range(7):
        client.post(reverse("reminders"), {"address": f"nguoi-la-{number}@example.vn"})
    send_what_waits()
    assert len(mail.outbox) == 5
    assert "https://thidua.example.vn/xac-nhan-thu/" in mail.outbox[0].body


def test_five_thousand_letters_and_turned_writing_are_told_and_nothing_typed_is_lost(client, whole, campaign):
    typed = {"who": "Bà Sen 😀", "what": "Nấu cơm cho người ốm. " * 230, "where": "\u202exóm Đồi"}
    answer = client.post(reverse("report-good-deed"), typed).content.decode()
    assert ("có nhiều nhất 4000 ký tự" in answer or "4000" in answer, "Bà Sen 😀" in answer) == (True, True)
    assert answer.count("Nấu cơm cho người ốm.") == 230
    client.post(reverse("report-good-deed"), typed | {"what": "Nấu cơm cho người ốm."})
    assert (Lead.objects.get().who, Lead.objects.get().where) == ("Bà Sen 😀", "xóm Đồi")
