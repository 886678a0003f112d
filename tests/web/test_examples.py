"""Good deeds and role models in the office: from a telephone call to a public page, and away again."""

import io
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.factories.commune import make_user
from tests.publicity.honours import shown
from tests.web.looking import page
from thidua.campaigns.discover import GoodDeed, Profile, note_good_deed, report_good_deed, write_role_model
from thidua.campaigns.models import Lead, RoleModel
from thidua.records.queries.files import files_of

pytestmark = pytest.mark.django_db
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
DAY = date(2023, 4, 20)


@pytest.fixture
def officer(whole):
    return as_(whole.commune.standing)


def as_(mandate, name="nguoi-dung"):
    client = Client()
    client.force_login(make_user(mandate, name), backend=BACKEND)
    return client


def noted(campaign, mandate, who="Ông Lộc Văn Tài"):
    deed = GoodDeed(who, "Hiến đất làm đường. Cả thôn được nhờ.", where="Thôn Khuổi Cáp", how="điện thoại")
    return note_good_deed(campaign, deed=deed, mandate=mandate, on=DAY)


def test_the_empty_list_says_where_reports_come_from(officer, campaign):
    text = page(officer, "campaign-leads", campaign.code)
    assert "Chưa có tin báo nào" in text
    assert reverse("lead-new", args=[campaign.code]) in text


def test_a_call_becomes_a_public_page_without_typing_it_twice(officer, whole, campaign):
    typed = {"who": "Ông Lộc Văn Tài", "what": "Hiến đất làm đường. Cả thôn được nhờ.",
             "where": "Thôn Khuổi Cáp",
             "way": "dien-thoai", "told_on": "20/4/2023"}  # fmt: skip
    assert "Tin đến bằng cách nào" in page(officer, "lead-new", campaign.code)
    officer.post(reverse("lead-new", args=[campaign.code]), typed)
    lead = Lead.objects.get()
    assert "Ghi là đúng" in page(officer, "lead", lead.receipt)
    officer.post(
        reverse("lead-verify", args=[lead.receipt]), {"xac-minh-checked_with": "Hứa Văn Sinh, trưởng thôn"}
    )
    assert "Viết thành gương điển hình" in page(officer, "lead", lead.receipt)
    form = page(officer, "lead-profile", lead.receipt)
    for words in ('value="Ông Lộc Văn Tài"', 'value="Thôn Khuổi Cáp"', 'value="Hiến đất làm đường"'):
        assert words in form
    profile = {"name": lead.who, "place": lead.where, "title": "Hiến đất làm đường", "story": lead.what}
    officer.post(reverse("lead-profile", args=[lead.receipt]), profile)
    slug = RoleModel.objects.get().slug
    assert "Chưa ghi nhận đồng ý" in page(officer, "role-model", slug)
    agreed = {"dong-y-person_name": "Lộc Văn Tài", "dong-y-how": "ký phiếu", "dong-y-given_on": "20/4/2023"}
    officer.post(reverse("role-model-consent", args=[slug]), agreed)
    officer.post(reverse("role-model-publish", args=[slug]))
    assert "Cả thôn được nhờ." in page(Client(), "public-role-model", slug)
    assert reverse("role-model", args=[slug]) in page(officer, "lead", lead.receipt)


def test_a_stale_or_doubled_form_makes_one_report(officer, campaign):
    typed = {"who": "Ai đó", "what": "Việc tốt", "way": "gap", "told_on": "20/4/2023", "once": "mot-lan"}
    for _ in range(2):
        answer = officer.post(reverse("lead-new", args=[campaign.code]), typed)
    assert (answer.url, Lead.objects.count()) == (reverse("campaign-leads", args=[campaign.code]), 1)


def test_a_doubled_profile_leads_back(officer, whole, campaign):
    assert "Trước khi công khai" in page(officer, "role-model-new", campaign.code)
    typed = {"name": "Ông A", "title": "Việc tốt", "story": "Chuyện", "once": "mot-lan"}
    for _ in range(2):
        answer = officer.post(reverse("role-model-new", args=[campaign.code]), typed)
    assert answer.url == reverse("campaign-role-models", args=[campaign.code])
    assert RoleModel.objects.count() == 1


def test_what_is_missing_stays_on_the_page_with_its_sentence(officer, whole, campaign):
    lead = noted(campaign, whole.commune.standing)
    for name, field in (("lead-verify", "xac-minh-checked_with"), ("lead-reject", "khong-nhan-reason")):
        text = officer.post(reverse(name, args=[lead.receipt]), {field: ""}).content.decode()
        assert "Xin xem lại:" in text
    assert Lead.objects.get().state == "new"


def test_set_aside_and_looked_at_again(officer, whole, campaign):
    lead = noted(campaign, whole.commune.standing)
    officer.post(reverse("lead-reject", args=[lead.receipt]), {"khong-nhan-reason": "Trùng"})
    assert "Mở lại để xác minh" in page(officer, "lead", lead.receipt)
    text = officer.post(reverse("lead-reopen", args=[lead.receipt]), {"xem-lai-reason": ""}).content.decode()
    assert "Xin xem lại:" in text
    officer.post(reverse("lead-reopen", args=[lead.receipt]), {"xem-lai-reason": "Hai người khác nhau"})
    assert Lead.objects.get().state == "new"


def test_reports_of_the_same_name_hint_at_each_other(officer, whole, campaign):
    one, other = (
        noted(campaign, whole.commune.standing),
        noted(campaign, whole.commune.standing, "loc van tai"),
    )
    assert reverse("lead-compare", args=[one.receipt, other.receipt]) in page(officer, "lead", one.receipt)


def test_the_list_is_filtered(officer, whole, campaign):
    noted(campaign, whole.commune.standing)
    noted(campaign, whole.commune.standing, "Bà Chu Thị Sen")
    text = officer.get(reverse("campaign-leads", args=[campaign.code]), {"tim": "sen"}).content.decode()
    assert ("Chu Thị Sen" in text, "Lộc Văn Tài" in text) == (True, False)
    text = officer.get(reverse("campaign-leads", args=[campaign.code]), {"buoc": "khong-co"}).content.decode()
    assert "Lộc Văn Tài" in text


def test_the_culture_officer_sees_why_the_check_is_not_theirs(whole, campaign):
    lead = noted(campaign, whole.commune.standing)
    text = page(as_(whole.commune.culture), "lead", lead.receipt)
    assert "Việc này của: Thường trực Hội đồng." in text


def test_a_village_sees_role_models_and_no_reports(whole, campaign):
    lead = noted(campaign, whole.commune.standing)
    person, draft = (
        shown(campaign, whole.commune.standing),
        write_role_model(
            campaign, profile=Profile("Bà B", "", "Dạy chữ", "Chuyện"), mandate=whole.commune.standing, on=DAY
        ),
    )
    head = as_(whole.head(whole.village))
    answer = head.get(reverse("campaign-leads", args=[campaign.code]))
    assert answer.url == reverse("campaign-role-models", args=[campaign.code])
    text = page(head, "campaign-role-models", campaign.code)
    assert (person.name in text, draft.name in text, "Viết gương điển hình" in text) == (True, False, False)
    page(head, "role-model", person.slug)
    page(head, "role-model", draft.slug, status=404)
    page(head, "lead", lead.receipt, status=404)
    page(head, "lead-new", campaign.code, status=403)
    page(head, "role-model-new", campaign.code, status=403)


def test_nobody_comes_in_without_logging_in(whole, campaign):
    answer = Client().get(reverse("campaign-leads", args=[campaign.code]))
    assert answer.url.startswith(reverse("account_login"))


def test_a_page_is_corrected(officer, whole, campaign):
    person = shown(campaign, whole.commune.standing)
    typed = {
        "name": "Ông Lộc Văn Tài",
        "title": "Hiến 420 m² đất",
        "story": "Chuyện",
        "version": person.version,
    }
    officer.post(reverse("role-model-edit", args=[person.slug]), typed)
    assert "Hiến 420 m² đất" in page(officer, "role-model", person.slug)
    text = officer.post(
        reverse("role-model-edit", args=[person.slug]), typed | {"story": "Chữ mới"}
    ).content.decode()
    assert ("Nội dung đã được người khác sửa" in text, "Chữ mới" in text) == (True, True)


def test_a_day_to_come_is_no_consent(officer, whole, campaign):
    draft = write_role_model(
        campaign, profile=Profile("Bà B", "", "Dạy chữ", "Chuyện"), mandate=whole.commune.standing, on=DAY
    )
    agreed = {"dong-y-person_name": "Bà B", "dong-y-how": "ký phiếu", "dong-y-given_on": "21/4/2023"}
    text = officer.post(reverse("role-model-consent", args=[draft.slug]), agreed).content.decode()
    assert "Ngày đồng ý 21/4/2023 chưa tới." in text
    assert officer.post(reverse("role-model-publish", args=[draft.slug])).status_code == 403


@pytest.mark.parametrize(("why", "consents"), [("consent", False), ("office", True)])
def test_a_page_is_taken_away_and_written_anew(officer, whole, campaign, why, consents):
    person = shown(campaign, whole.commune.standing)
    officer.post(
        reverse("role-model-withdraw", args=[person.slug]), {"go-why": why, "go-reason": "Theo yêu cầu"}
    )
    page(Client(), "public-role-model", person.slug, status=410)
    officer.post(reverse("role-model-reopen", args=[person.slug]))
    again = RoleModel.objects.get()
    assert (again.state, again.has_consent) == ("draft", consents)


def test_the_office_gives_its_reason_for_taking_away(officer, whole, campaign):
    person = shown(campaign, whole.commune.standing)
    answer = officer.post(
        reverse("role-model-withdraw", args=[person.slug]), {"go-why": "office", "go-reason": ""}
    )
    assert "Hãy ghi vì sao gỡ bài." in answer.content.decode()


def test_a_photo_of_a_visitor_is_there_to_look_at(officer, whole, campaign):
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "gold").save(drawn, "PNG")
    picture = ContentFile(drawn.getvalue(), name="anh.png")
    deed = GoodDeed("Ông A", "Việc tốt", campaign=campaign)
    lead = report_good_deed(campaign.unit, deed=deed, sender="x", photo=picture, on=DAY)
    assert 'alt="Ảnh: anh.png"' in page(officer, "lead", lead.receipt)


def test_the_officer_puts_a_photo_on_the_page_and_takes_it_out(officer, whole, campaign):
    profile = Profile("Bà A", "Nà Pheo", "Việc tốt", "Bà A đã…")
    model = write_role_model(campaign, profile=profile, mandate=whole.commune.standing, on=DAY)
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "gold").save(drawn, "PNG")
    address = reverse("role-model-photo", args=[model.slug])
    assert f'href="{address}"' in page(officer, "role-model", model.slug)
    without_word = officer.post(address, {"photo": ContentFile(drawn.getvalue(), name="anh.png")})
    assert "Hãy hỏi người được nêu gương rồi đánh dấu ô này." in without_word.content.decode()
    upload = ContentFile(drawn.getvalue(), name="anh.png")
    done = officer.post(address, {"photo": upload, "agreed": "on"}, follow=True).content.decode()
    assert "Đã gắn ảnh" in done
    kept = files_of(model, "photo").get()
    out = reverse("role-model-photo-out", args=[model.slug, kept.pk])
    assert f'action="{out}"' in done
    officer.post(out)
    assert not files_of(model, "photo").exists()


@pytest.mark.parametrize("name", ["campaign-leads", "campaign-role-models"])
def test_lists_cost_the_same_for_one_and_for_three(officer, whole, campaign, name):
    address, counts = reverse(name, args=[campaign.code]), []
    for many in (1, 2):
        for _ in range(many):
            noted(campaign, whole.commune.standing)
            shown(campaign, whole.commune.standing)
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_after_the_closing_report_nothing_new_is_offered(officer, whole, campaign):
    noted(campaign, whole.commune.standing)
    campaign.state = "closed"
    campaign.save(update_fields=["state"])
    deeds = page(officer, "campaign-leads", campaign.code)
    assert "Đợt thi đua đã tổng kết; không nhập tin báo nữa." in deeds
    assert "Ông Lộc Văn Tài" in deeds
    assert reverse("role-model-new", args=[campaign.code]) not in page(
        officer, "campaign-role-models", campaign.code
    )
    for name in ("lead-new", "role-model-new"):
        assert "Đợt thi đua đã tổng kết" in page(officer, name, campaign.code, status=403)
