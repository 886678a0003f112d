"""News and bulletins in the office, as the culture officer makes them."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.commune import make_campaign, make_user
from tests.publicity.honours import shown, told
from tests.web.looking import page
from thidua.publicity.broadcast import write_bulletin
from thidua.publicity.models import Announcement, Broadcast

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)
WORDS = {"title": "Ra quân làm đường", "lead": "Cả thôn cùng làm.", "body": "Sáng nay bà con ra quân."}


@pytest.fixture
def culture(whole):
    return as_(whole.commune.culture)


def as_(mandate, name="nguoi-dung"):
    client = Client()
    client.force_login(make_user(mandate, name), backend="thidua.web.login.NameOrTelephoneBackend")
    return client


def test_the_empty_page_shows_what_can_be_made(culture, campaign):
    text = page(culture, "campaign-news", campaign.code)
    for words in ("Chưa có tin nào", "Chưa có bản tin phát thanh nào", "Viết tin", "Soạn bản tin phát thanh"):
        assert words in text


def test_a_draft_campaign_has_no_public_page_yet(whole, culture):
    text = page(culture, "campaign-news", make_campaign(whole, state="draft").code)
    assert "Phong trào chưa phát động, chưa có trang công khai." in text


def test_news_is_written_looked_at_handed_back_and_put_out(whole, culture, campaign):
    answer = culture.post(reverse("news-new", args=[campaign.code]), WORDS)
    news = Announcement.objects.get()
    assert answer.url == reverse("news", args=[news.slug])
    assert "Trình duyệt" in page(culture, "news", news.slug)
    page(Client(), "public-news", news.slug, status=404)
    page(culture, "news", news.slug)
    assert culture.post(reverse("news-publish", args=[news.slug])).status_code == 403
    culture.post(reverse("news-offer", args=[news.slug]))
    assert "Đang chờ duyệt" in page(culture, "news", news.slug)
    chair = as_(whole.commune.chair, "chu-tich")
    assert (
        "Xin xem lại:"
        in chair.post(reverse("news-hand-back", args=[news.slug]), {"tra-reason": ""}).content.decode()
    )
    chair.post(reverse("news-hand-back", args=[news.slug]), {"tra-reason": "Thiếu ngày"})
    assert "Thiếu ngày" in page(culture, "news", news.slug)
    culture.post(reverse("news-offer", args=[news.slug]))
    assert "Duyệt, đăng tin" in page(chair, "news", news.slug)
    chair.post(reverse("news-publish", args=[news.slug]))
    assert "Sáng nay bà con ra quân." in page(Client(), "public-news", news.slug)


def test_news_is_corrected_in_sight_and_taken_down(whole, culture, campaign):
    culture.post(reverse("news-new", args=[campaign.code]), WORDS)
    news = Announcement.objects.get()
    culture.post(reverse("news-offer", args=[news.slug]))
    as_(whole.commune.chair, "chu-tich").post(reverse("news-publish", args=[news.slug]))
    news.refresh_from_db()
    culture.post(
        reverse("news-edit", args=[news.slug]),
        WORDS | {"body": "Chiều nay.", "version": news.version, "what": "chiều, không phải sáng"},
    )
    text = page(Client(), "public-news", news.slug)
    assert "Chiều nay." in text
    assert "<b>Đã đính chính ngày 05/6/2023:</b> chiều, không phải sáng" in text
    assert "Sáng nay bà con ra quân." in page(culture, "news", news.slug)
    text = culture.post(
        reverse("news-edit", args=[news.slug]), WORDS | {"version": 0, "what": "sai"}
    ).content.decode()
    assert "Nội dung đã được người khác sửa" in text
    text = culture.post(reverse("news-take-down", args=[news.slug]), {"go-reason": ""}).content.decode()
    assert "Xin xem lại:" in text
    culture.post(reverse("news-take-down", args=[news.slug]), {"go-reason": "Sai ngày"})
    page(Client(), "public-news", news.slug, status=410)
    assert "Sai ngày" in page(culture, "news", news.slug)
    culture.post(reverse("news-reopen", args=[news.slug]))
    assert Announcement.objects.get().state == "draft"


def test_a_role_model_fills_the_news_in(whole, culture, campaign):
    person = shown(campaign, whole.commune.culture)
    assert f"?guong={person.slug}" in page(culture, "campaign-news", campaign.code)
    text = page(culture, "news-new", campaign.code, guong=person.slug)
    assert 'value="Gương tốt: Hiến đất làm đường"' in text
    culture.post(reverse("news-new", args=[campaign.code]) + f"?guong={person.slug}", WORDS)
    assert Announcement.objects.get().role_model == person


def test_a_doubled_form_is_one_piece(culture, campaign):
    for _ in range(2):
        answer = culture.post(reverse("news-new", args=[campaign.code]), WORDS | {"once": "mot-lan"})
    assert (answer.url, Announcement.objects.count()) == (reverse("campaign-news", args=[campaign.code]), 1)


def test_a_bulletin_is_made_edited_downloaded_and_logged(culture, campaign):
    form = page(culture, "bulletin-new", campaign.code)
    assert "Kính thưa bà con và các đồng chí." in form
    culture.post(
        reverse("bulletin-new", args=[campaign.code]), {"title": "Bản tin số một", "script": "một " * 320}
    )
    made = Broadcast.objects.get()
    assert "Khoảng 2 phút" in page(culture, "bulletin", made.code)
    typed = {"title": "Bản tin số một", "script": "Kính thưa bà con.\n\nHết.", "mark": made.mark}
    culture.post(reverse("bulletin-edit", args=[made.code]), typed)
    text = culture.post(
        reverse("bulletin-edit", args=[made.code]), typed | {"script": "khác"}
    ).content.decode()
    assert ("Bản tin đã được người khác sửa" in text, "khác" in text) == (True, True)
    file = culture.get(reverse("bulletin-text", args=[made.code]))
    assert (file["Content-Type"], file.content.decode()) == (
        "text/plain; charset=utf-8",
        "Bản tin số một\r\n\r\nKính thưa bà con.\r\n\r\nHết.\r\n",
    )
    airing = {"day": "05/6/2023", "hour": "17:30", "cluster": "Loa trung tâm"}
    culture.post(reverse("bulletin-log", args=[made.code]), airing)
    assert "Loa trung tâm" in page(culture, "bulletin", made.code)
    text = culture.post(reverse("bulletin-log", args=[made.code]), airing).content.decode()
    assert "Lần phát này đã được ghi." in text


def test_a_doubled_bulletin_is_one(culture, campaign):
    typed = {"title": "Bản tin", "script": "Kính thưa bà con.", "once": "mot-lan"}
    for _ in range(2):
        answer = culture.post(reverse("bulletin-new", args=[campaign.code]), typed)
    assert (answer.url, Broadcast.objects.count()) == (reverse("campaign-news", args=[campaign.code]), 1)


def test_others_read_and_do_not_write(whole, campaign):
    news = told(campaign, whole.commune.culture)
    bulletin = write_bulletin(campaign, mandate=whole.commune.culture, on=DAY)
    head = as_(whole.head(whole.village))
    text = page(head, "campaign-news", campaign.code)
    assert "Việc này của: Công chức văn hóa, Thường trực Hội đồng." in text
    page(head, "news", news.slug)
    page(head, "bulletin", bulletin.code)
    for name, key in (
        ("news-new", campaign.code), ("bulletin-new", campaign.code), ("news-edit", news.slug),
        ("bulletin-edit", bulletin.code),
    ):  # fmt: skip
        page(head, name, key, status=403)


def test_another_office_knows_nothing_of_it(whole, campaign):
    news = told(campaign, whole.commune.culture)
    bulletin = write_bulletin(campaign, mandate=whole.commune.culture, on=DAY)
    above = as_(whole.district.culture)
    page(above, "news", news.slug, status=404)
    page(above, "bulletin", bulletin.code, status=404)


def test_the_list_costs_the_same_for_one_and_for_three(whole, culture, campaign):
    address, counts = reverse("campaign-news", args=[campaign.code]), []
    for many in (1, 2):
        for _ in range(many):
            person = shown(campaign, whole.commune.culture)
            told(campaign, whole.commune.culture, person=person)
            write_bulletin(campaign, mandate=whole.commune.culture, on=DAY)
        with CaptureQueriesContext(connection) as queries:
            assert culture.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_after_the_closing_report_no_news_and_no_bulletin_are_offered(whole, culture):
    closed = make_campaign(whole, state="closed")
    text = page(culture, "campaign-news", closed.code)
    assert "Đợt thi đua đã tổng kết; không viết tin, soạn bản tin mới nữa." in text
    assert "Soạn bản tin phát thanh" not in text
    for name in ("news-new", "bulletin-new"):
        assert "Đợt thi đua đã tổng kết" in page(culture, name, closed.code, status=403)
