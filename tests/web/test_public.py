"""The public pages as a citizen sees them: no account, light, and silent about who wants to be forgotten."""

import gzip
import io
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.factories.commune import make_campaign, make_user
from tests.factories.papers import make_paper
from tests.publicity.honours import DAY, honoured, shown, told
from tests.web.looking import page
from thidua.awards.models import Certificate
from thidua.campaigns.discover import reject_good_deed, withdraw_role_model
from thidua.campaigns.models import Campaign, Lead
from thidua.org.models import Installation
from thidua.publicity.announce import take_down_news, take_person_down
from thidua.records.attach import attach
from thidua.records.issue import attach_scan
from thidua.records.receive import Original, receive_original

pytestmark = pytest.mark.django_db
STATIC = Path(__file__).parents[2] / "thidua" / "web" / "static"
ATOM = "{http://www.w3.org/2005/Atom}"
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
BUDGET = 60_000  # bytes after gzip, first view


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


@pytest.fixture
def culture(whole):
    return whole.commune.culture


def photo():
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "gold").save(drawn, "JPEG")
    return SimpleUploadedFile("anh.jpg", drawn.getvalue())


def everything(whole, campaign, culture):
    person = shown(campaign, culture)
    told(campaign, culture)
    told(campaign, culture, title="Gương tốt Lộc Văn Tài", person=person)
    honoured(whole, campaign)
    return person


# What is shown


def test_before_any_campaign_the_first_page_asks_for_good_deeds(client, whole):
    text = page(client, "public-home")
    assert "Chưa có phong trào nào được phát động." in text
    assert reverse("report-good-deed") in text


def test_the_first_page_shows_campaign_role_models_news_and_honours(client, whole, campaign, culture):
    everything(whole, campaign, culture)
    other = make_campaign_of_last_year(whole)
    text = page(client, "public-home")
    for words in (
        "“Chung một lòng, chắc từng việc”", "Hiến đất làm đường", "Ra quân làm đường", "Hoàng Thị <b>Cúc</b>",
        other.short_title, "Báo việc tốt",
    ):  # fmt: skip
        assert words in text


def make_campaign_of_last_year(whole):
    return Campaign.objects.create(
        unit=whole.commune.unit, slug="nam-ngoai", code="namngoai", state="closed",
        title="Phong trào năm ngoái",
        short_title="Thi đua năm ngoái", launched_level="xa", starts=date(2022, 3, 1), ends=date(2022, 9, 2),
    )  # fmt: skip


def test_a_campaign_has_its_page(client, whole, campaign, culture):
    everything(whole, campaign, culture)
    text = page(client, "public-campaign", campaign.slug)
    for words in (
        "Thi đua lao động sản xuất", "từ 15/3/2023 đến 31/5/2023", "Đến ngày kỷ niệm 15/6/2023",
        "<b>10</b> ngày",
        "0 trên 4 đơn vị đã đăng ký.", "Thôn Bản Vàng", "Giấy khen của Chủ tịch UBND xã", "Quyết định số",
    ):  # fmt: skip
        assert words in text


def test_a_running_campaign_counts_to_its_last_day_and_an_old_one_does_not_count(client, whole):
    running = make_campaign(whole)
    Installation.objects.update(working_day=date(2023, 5, 21))
    text = page(client, "public-campaign", running.slug)
    assert "Đến hết đợt thi đua 31/5/2023" in text
    assert "Chưa có gương nào được công khai." in text
    old = make_campaign_of_last_year(whole)
    text = page(client, "public-campaign", old.slug)
    assert "còn <b>" not in text
    assert "Phong trào đã tổng kết." in text


def test_a_draft_is_nobodys_business(client, whole):
    page(client, "public-campaign", make_campaign(whole, state="draft").slug, status=404)


# Papers


def test_only_issued_papers_of_the_campaign_are_open(client, whole, campaign):
    plan = make_paper(whole, until="issued")
    hidden = make_paper(whole, until="issued", purpose="campaign_plan")
    campaign.plan = plan
    campaign.save()
    decision = honoured(whole, campaign)
    text = page(client, "public-campaign", campaign.slug)
    for paper in (plan, decision.document):
        address = reverse("public-paper", args=[campaign.slug, paper.code])
        assert address in text
        answer = client.get(address)
        assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    for paper in (hidden, decision.submission.document):
        page(client, "public-paper", campaign.slug, paper.code, status=404)


def test_the_sealed_scan_comes_first(client, whole, campaign):
    plan = make_paper(whole, until="issued")
    campaign.plan = plan
    campaign.save()
    with plan.pdf.open("rb") as opened:
        scan = SimpleUploadedFile("ban-quet.pdf", opened.read() + b"\n%scan")
    attach_scan(plan, upload=scan, mandate=whole.commune.clerk, on=DAY)
    answer = client.get(reverse("public-paper", args=[campaign.slug, plan.code]))
    assert answer.content.endswith(b"%scan")


def test_an_original_without_a_pdf_and_a_lost_file_are_not_listed(client, whole, campaign):
    original = Original(
        whole.commune.unit,
        "ke_hoach",
        "campaign_plan",
        "45/KH-UBND",
        date(2023, 3, 15),
        "Phát động đợt thi đua",
    )
    text = SimpleUploadedFile("ke-hoach.txt", "Kế hoạch phát động".encode())
    campaign.plan = receive_original(
        original, upload=text, about=campaign, mandate=whole.commune.standing, on=date(2023, 3, 20)
    )
    campaign.save()
    assert "Văn bản</h2>" not in page(client, "public-campaign", campaign.slug)
    page(client, "public-paper", campaign.slug, campaign.plan.code, status=404)
    campaign.plan = make_paper(whole, until="issued")
    campaign.save()
    campaign.plan.pdf.storage.delete(campaign.plan.pdf.name)
    assert "Văn bản</h2>" not in page(client, "public-campaign", campaign.slug)


def test_an_installation_without_an_office_has_no_public_pages(client, whole):
    Installation.objects.update(office=None)
    page(client, "public-home", status=404)


# News and role models


def test_news_and_feed(client, whole, campaign, culture):
    news = told(campaign, culture)
    assert "Chiều xong một đoạn." in page(client, "public-news", news.slug)
    feed = ElementTree.fromstring(client.get(reverse("public-feed", args=[campaign.slug])).content)
    assert feed.find(f"{ATOM}id").text == f"urn:uuid:{campaign.pk}"
    entry = feed.find(f"{ATOM}entry")
    assert (entry.find(f"{ATOM}id").text, entry.find(f"{ATOM}title").text) == (
        f"urn:uuid:{news.pk}",
        "Ra quân làm đường",
    )
    assert entry.find(f"{ATOM}published").text == "2023-06-05T00:00:00+07:00"
    assert client.get(reverse("public-feed", args=["khong-co"])).status_code == 404


def test_the_page_of_a_role_model_with_its_photo(client, whole, campaign, culture):
    person = shown(campaign, culture)
    page(client, "public-picture", person.slug, status=404)
    attach(photo(), about=person, purpose="photo", mandate=culture, on=DAY)
    assert "Nay xe tải vào được." in page(client, "public-role-model", person.slug)
    assert client.get(reverse("public-picture", args=[person.slug]))["Content-Type"] == "image/jpeg"


def test_when_consent_is_taken_back_nothing_is_said_any_more(client, whole, campaign, culture):
    person = everything(whole, campaign, culture)
    news = person.announcements.get()
    attach(photo(), about=person, purpose="photo", mandate=culture, on=DAY)
    take_person_down(person, reason="", consent=True, mandate=culture, on=DAY)
    for name, slug in (("public-role-model", person.slug), ("public-news", news.slug)):
        text = page(client, name, slug, status=410)
        assert "Bài này đã được gỡ" in text
        assert "Lộc Văn" not in text
    page(client, "public-picture", person.slug, status=404)
    for name, args in (
        ("public-home", []),
        ("public-campaign", [campaign.slug]),
        ("public-feed", [campaign.slug]),
    ):
        assert "Lộc Văn" not in page(client, name, *args)


def test_a_browser_asks_each_time_and_learns_that_the_page_went(client, whole, campaign, culture):
    person = shown(campaign, culture)
    address = reverse("public-role-model", args=[person.slug])
    first = client.get(address)
    assert first["Cache-Control"] == "no-cache, public"
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    withdraw_role_model(person, reason="Xác minh", mandate=culture, on=DAY)
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 410


def test_a_page_is_kept_until_the_journal_moves(client, whole, campaign, culture):
    told(campaign, culture)
    page(client, "public-campaign", campaign.slug)
    with CaptureQueriesContext(connection) as queries:
        text = page(client, "public-campaign", campaign.slug)
    assert (len(queries), "csrfmiddlewaretoken" in text) == (2, False)
    told(campaign, culture, title="Bản Vàng trồng rừng")
    assert "Bản Vàng trồng rừng" in page(client, "public-campaign", campaign.slug)


def test_who_told_of_a_good_deed_before_gets_the_kept_page_too(client, whole, campaign, culture):
    told(campaign, culture)
    page(client, "report-good-deed")
    assert [*client.cookies] == ["csrftoken"]
    page(client, "public-campaign", campaign.slug)
    with CaptureQueriesContext(connection) as queries:
        page(client, "public-campaign", campaign.slug)
    assert len(queries) == 2


def test_who_is_logged_in_gets_a_page_of_their_own(whole, campaign):
    client = Client()
    client.force_login(
        make_user(whole.commune.culture, "vanhoa"), backend="thidua.web.login.NameOrTelephoneBackend"
    )
    answer = client.get(reverse("public-home"))
    assert (answer["Cache-Control"], "Lý Văn Khang" in answer.content.decode()) == ("no-cache, private", True)


def test_what_was_never_out_is_not_found(client, whole, campaign, culture):
    news = told(campaign, culture)
    take_down_news(news, reason="Sai ngày", mandate=culture, on=DAY)
    page(client, "public-news", news.slug, status=410)
    page(client, "public-news", "khong-co", status=404)
    page(client, "public-role-model", "khong-co", status=404)


# Reporting a good deed


def typed(**more):
    return {"who": "Bà Hoàng Thị Cúc", "what": "Nấu cơm cho người bệnh", "where": "Trạm Y tế", **more}


def test_anybody_reports_a_good_deed_and_follows_it(client, whole, campaign):
    text = page(client, "report-good-deed")
    assert "Không cần tài khoản" in text
    sent = client.post(reverse("report-good-deed"), typed(photo=photo(), reporter="Anh Tư"), follow=True)
    lead = Lead.objects.get()
    assert sent.redirect_chain[-1][0] == reverse("good-deed-receipt", args=[lead.receipt])
    text = sent.content.decode()
    assert "Đã nhận, đang chờ xác minh" in text
    for hidden in ("Hoàng Thị Cúc", "Anh Tư", "Nấu cơm"):
        assert hidden not in text
    reject_good_deed(lead, reason="Trùng", mandate=whole.commune.standing, on=DAY)
    text = page(client, "good-deed-receipt", lead.receipt)
    assert ("Đã xem xét" in text, "Trùng" in text) == (True, False)
    page(client, "good-deed-receipt", "khongco2", status=404)


def test_a_report_belongs_to_the_running_campaign(client, whole):
    running = make_campaign(whole)
    client.post(reverse("report-good-deed"), typed())
    assert Lead.objects.get().campaign == running


def test_sent_twice_it_is_one_report_with_the_same_receipt(client, whole):
    for _ in range(2):
        answer = client.post(reverse("report-good-deed"), typed(once="mot-lan"))
    assert answer.url == reverse("good-deed-receipt", args=[Lead.objects.get().receipt])
    stranger = Client().post(reverse("report-good-deed"), typed(once="mot-lan"))
    assert (stranger.url, Lead.objects.count()) == (reverse("public-home"), 1)


def test_what_is_missing_is_said_and_what_was_typed_is_kept(client, whole):
    text = client.post(reverse("report-good-deed"), typed(who="")).content.decode()
    assert ("Nấu cơm cho người bệnh" in text, Lead.objects.count()) == (True, 0)
    paper = SimpleUploadedFile("don.pdf", b"%PDF-1.7\n")
    text = client.post(reverse("report-good-deed"), typed(photo=paper)).content.decode()
    assert "Chỉ nhận ảnh .jpg hoặc .png" in text


def test_a_machine_that_fills_every_box_gets_nowhere(client, whole):
    text = client.post(reverse("report-good-deed"), typed(website="http://mua.example")).content.decode()
    assert ("Ô này phải để trống" in text, Lead.objects.count()) == (True, 0)


def test_the_sixth_report_from_one_address_waits_and_the_neighbour_does_not(client, whole):
    address = reverse("report-good-deed")
    for place in range(6):
        answer = client.post(address, typed(where=f"Nhà {place}"), headers={"x-forwarded-for": "203.0.113.7"})
    assert "Bạn đã gửi nhiều tin trong một giờ." in answer.content.decode()
    client.post(address, typed(), headers={"x-forwarded-for": "203.0.113.8"})
    client.post(address, typed(), REMOTE_ADDR="203.0.113.9", headers={"x-forwarded-for": "203.0.113.7"})
    assert Lead.objects.count() == 7


# Certificates


def test_a_certificate_is_checked_by_its_code(client, whole, campaign):
    honoured(whole, campaign)
    found = Certificate.objects.get(item__recipient="individual")
    number = found.item.decision.document.number_text
    spaced = f"{found.code[:4].upper()} {found.code[4:]}"
    answer = client.get(reverse("verify"), {"ma": spaced})
    assert answer.url == reverse("verify-certificate", args=[found.code])
    text = page(client, "verify-certificate", found.code)
    for words in (
        "Có trong sổ", "Bà Hoàng Thị Cúc", f"số {number} ngày 05/6/2023",
        "Chủ tịch Ủy ban nhân dân xã Nà Lâm",
        "Giấy khen của Chủ tịch UBND xã",
    ):  # fmt: skip
        assert words in text


def test_a_wrong_code_is_told_calmly(client, whole):
    assert "Mã in trên giấy khen" in page(client, "verify")
    text = page(client, "verify-certificate", "sai2mau3xyz", status=404)
    assert "Không có giấy khen, bằng khen nào mang mã sai2mau3xyz." in text
    text = client.get(reverse("verify"), {"ma": "đã sai?"}).content.decode()
    assert "Mã chỉ gồm chữ không dấu và số" in text


# Weight


@pytest.mark.parametrize("name", ["public-home", "public-campaign", "report-good-deed"])
def test_a_first_view_is_light_and_carries_no_script(client, whole, campaign, culture, name):
    everything(whole, campaign, culture)
    html = page(client, name, *([campaign.slug] if name == "public-campaign" else []))
    sheets = re.findall(r'(?:href|src)="/static/([^"#?]+)', html) + ["icons.svg"]
    weight = len(gzip.compress(html.encode())) + sum(
        len(gzip.compress((STATIC / sheet).read_bytes())) for sheet in set(sheets)
    )
    assert weight <= BUDGET
    assert "<script" not in html


@pytest.mark.parametrize("name", ["public-home", "public-campaign", "public-feed"])
def test_public_lists_cost_the_same_for_one_and_for_three(client, whole, campaign, culture, name):
    address = reverse(name, args=[] if name == "public-home" else [campaign.slug])
    everything(whole, campaign, culture)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
        for title in ("Bắc cầu tre", "Dạy chữ"):
            told(campaign, culture, title=title, person=shown(campaign, culture, title=title))
    assert counts[0] == counts[1]


def test_the_public_pages_are_the_communes_whoever_reads_them(client, whole, campaign):
    client.force_login(make_user(whole.head(whole.village), "thon"), backend=BACKEND)
    text = page(client, "public-home")
    assert f"<span>Thi đua {whole.commune.unit.short_name}<small>{whole.commune.unit.name}</small>" in text
    assert f"<b>{whole.commune.unit.name}</b>" in text
