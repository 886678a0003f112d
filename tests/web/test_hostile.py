"""What bad words, forms, sessions and addresses get: text stays text, twice is once, nobody is led away."""

from __future__ import annotations

import html
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.awards.dossiers import complete
from tests.awards.session_story import DAY, decided, eligible, held, sent
from tests.factories.commune import Commune, as_, make_campaign, make_person, make_user
from tests.factories.papers import make_paper
from tests.publicity.honours import told
from tests.web.door import patterns_in_urls
from thidua.awards.certify import make_certificates
from thidua.awards.models import Certificate, Nomination
from thidua.campaigns.models import Campaign
from thidua.publicity.models import Announcement
from thidua.reading.files import open_file
from thidua.records.issue import give_number
from thidua.records.models import NumberBook, OfficialDocument

pytestmark = pytest.mark.django_db
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
PASSWORD = "Nuoc-Suoi-2023"
STALE = "Nội dung đã được người khác sửa sau khi bạn mở trang."
HOSTILE_NAMES = (
    "<script>alert(1)</script> & <b>Tài</b>",
    '#panic("x") *đậm* $x^2$ @nguon [a] \\',
    "=cmd|' /C calc'!A0",
)


@pytest.fixture
def campaign(whole: Commune) -> Campaign:
    return make_campaign(whole, state="reviewing")


def page_of(answer: Any) -> str:
    assert answer.status_code == 200, answer
    return answer.content.decode()


# Text stays text.


@pytest.fixture
def honoured(whole: Commune, campaign: Campaign):
    """Three people with names of bad will, carried to their certificates."""
    nominations = [eligible(whole, campaign, make_person(whole.village, name)) for name in HOSTILE_NAMES]
    decision = decided(sent(held(campaign, nominations, whole.commune), whole.commune), whole.commune)
    make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
    return decision


def test_a_name_of_bad_will_is_words_on_every_page_paper_and_sheet(whole, campaign, honoured):
    client = as_(whole.commune.standing)
    session = honoured.items.first().nomination.cases.get().session
    certificate = Certificate.objects.get(item__name=HOSTILE_NAMES[0])
    pages = [
        client.get(reverse("nominations")),
        client.get(reverse("session", args=[session.code])),
        client.get(reverse("decision", args=[honoured.code])),
        client.get(reverse("award-register", args=[honoured.code])),
        client.get(reverse("journal")),
        Client().get(reverse("public-campaign", args=[campaign.slug])),
        Client().get(reverse("verify-certificate", args=[certificate.code])),
    ]
    for page in map(page_of, pages):
        assert "<script>alert" not in page
        assert "alert(1)" in html.unescape(page)
    decided_on_paper = client.get(reverse("paper-file", args=[honoured.document.code, "pdf"])).content
    certificates = client.get(reverse("certificates-file", args=[honoured.code])).content
    for printed in (decided_on_paper, certificates):
        words = "".join(open_file("a.pdf", printed).text.split())
        assert [name for name in HOSTILE_NAMES if "".join(name.split()) not in words] == []
    for sheet in ("nominations-sheet", "award-register-sheet"):
        address = reverse(sheet, args=[] if sheet == "nominations-sheet" else [honoured.code])
        rows = openpyxl.load_workbook(BytesIO(client.get(address).content)).active.iter_rows()
        cells = [cell for row in rows for cell in row if str(cell.value).endswith(HOSTILE_NAMES)]
        assert len({cell.value for cell in cells}) == len(HOSTILE_NAMES)
        assert {cell.data_type for cell in cells} == {"s"}


def test_what_a_visitor_types_is_words_too(client, whole):
    deed = {"who": HOSTILE_NAMES[0], "what": HOSTILE_NAMES[1], "once": "mot"}
    receipt = client.post(reverse("report-good-deed"), deed)["Location"]
    lead = as_(whole.commune.standing).get(f"/viec-tot/{receipt.rstrip('/').split('/')[-1]}/")
    assert "<script>alert" not in page_of(lead)
    assert HOSTILE_NAMES[0] in html.unescape(page_of(lead))
    assert "alert(1)" not in page_of(client.get(receipt))


@pytest.mark.parametrize("asked", ["<script>alert(1)</script>", '"><img src=x>', "%", "9" * 400, "-1"])
def test_what_is_asked_in_an_address_is_never_markup_and_never_an_error(whole, campaign, asked):
    client, fields = (
        as_(whole.commune.standing),
        ("tim", "trang", "buoc", "don_vi", "trang_thai", "ten", "words", "day"),
    )
    for name in ("nominations", "papers", "people", "journal", "campaigns", "council", "reports", "desk"):
        page = page_of(client.get(reverse(name), dict.fromkeys(fields, asked)))
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert Client().get(reverse("verify"), {"ma": asked}).status_code == 200


def test_what_no_database_may_look_for_is_not_found(whole, campaign):
    assert as_(whole.commune.standing).get(reverse("nominations"), {"dot": "\x00"}).status_code == 404


# Forms.


def test_a_form_sent_twice_is_carried_out_once(whole, campaign):
    head = as_(whole.head(whole.village))
    address = reverse("new-nomination") + f"?dot={campaign.code}"
    award = campaign.awards.get(form="giay_khen_huyen").pk
    typed = {"award": award, "candidate": "", "recipient": "individual", "honorific": "Ông",
             "name": "Lộc Văn Tài", "once": "mot"}  # fmt: skip
    assert [head.post(address, typed).status_code for _ in range(2)] == [302, 302]
    assert [one.name for one in Nomination.objects.all()] == ["Lộc Văn Tài"]


def test_two_officers_on_one_dossier_and_nothing_typed_is_lost(whole, campaign):
    nomination = complete(whole, make_person(whole.village, position="Nông dân"), campaign=campaign)
    address = reverse("dossier", args=[nomination.code])
    head, officer = as_(whole.head(whole.village)), as_(whole.commune.standing)
    opened = head.get(address).context["form"].initial
    typed = {name: value for name, value in opened.items() if value is not None}
    assert (
        officer.post(address, typed | {"section-result": "Bản của cán bộ", "how": "bản giấy"}).status_code
        == 302
    )
    late = page_of(head.post(address, typed | {"section-result": "Bản của trưởng thôn"}))
    assert "Bản của trưởng thôn" in late
    assert STALE in late
    nomination.refresh_from_db()
    assert nomination.report == "Bản của cán bộ"


def test_a_stale_tab_does_not_write_over_newer_words(whole, campaign):
    culture = as_(whole.commune.culture)
    news = told(make_campaign_open(campaign), whole.commune.culture)
    address = reverse("news-edit", args=[news.slug])
    typed = {"title": "Tin", "lead": "Mở", "body": "Thân tin", "what": "sai tên"}
    old = Announcement.objects.get().version
    assert culture.post(address, typed | {"version": old, "title": "Lần một"}).status_code == 302
    stale = page_of(culture.post(address, typed | {"version": old, "title": "Lần hai"}))
    assert (STALE in stale, "Lần hai" in stale) == (True, True)
    assert Announcement.objects.get().title == "Lần một"


def make_campaign_open(campaign: Campaign) -> Campaign:
    Campaign.objects.filter(pk=campaign.pk).update(state="open")
    campaign.refresh_from_db()
    return campaign


def test_two_clerks_give_one_number(whole):
    paper = make_paper(whole, until="signed", on=DAY)
    book = NumberBook.objects.get(unit=whole.commune.unit, series="office")
    seen = OfficialDocument.objects.get(pk=paper.pk)
    give_number(paper, day=DAY, mandate=whole.commune.clerk, on=DAY)
    answer = as_(whole.commune.clerk).post(
        reverse("paper-number", args=[seen.code]), {"number_text": "", "day": "05/6/2023"}
    )
    assert "không làm được việc này ở bước đó" in page_of(answer)
    assert NumberBook.objects.get(pk=book.pk).next_number == book.next_number + 1


def test_every_form_needs_the_token_of_its_page(whole):
    assert [one.name for one in patterns_in_urls() if getattr(one.callback, "csrf_exempt", False)] == []
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user(whole.commune.chair, "chu-tich"), backend=BACKEND)
    paper = make_paper(whole, until="for_signature")
    answer = strict.post(reverse("paper-move", args=[paper.code, "ky"]))
    assert (answer.status_code, "Trang này đã mở quá lâu" in answer.content.decode()) == (403, True)
    paper.refresh_from_db()
    assert paper.state == "for_signature"


def test_a_tampered_form_gets_its_page_back_and_not_an_error(whole, campaign):
    open_one, unit = make_campaign_open(campaign), whole.village.code
    head = as_(whole.head(whole.village))
    claimed = {"chi-tieu-TOTAL_FORMS": "9" * 40, "chi-tieu-INITIAL_FORMS": "9" * 40}
    assert head.post(reverse("unit-registration", args=[open_one.code, unit]), claimed).status_code == 200
    together = head.post(reverse("nominations-chosen"), {"chon": "\x00", "dot": "../x", "viec": "la"})
    assert together["Location"] == reverse("nominations")
    led = head.post(reverse("switch-mandate"), {"mandate": "x", "next": "9999"})
    assert led["Location"] == reverse("desk")


def test_the_administrator_reads_nothing_of_the_council(whole, honoured):
    case = honoured.items.first().nomination.cases.get()
    admin, officer = as_(whole.commune.admin), as_(whole.commune.standing)
    pages = ("journal", "desk", "reports", "papers", "council")
    assert [case.says in page_of(admin.get(reverse(name))) for name in pages] == [False] * 5
    assert case.says in page_of(officer.get(reverse("journal")))
    minutes = case.session.minutes.code
    for address in (reverse("paper", args=[minutes]), reverse("paper-file", args=[minutes, "pdf"])):
        assert (admin.get(address).status_code, officer.get(address).status_code) == (404, 200)


# Sessions and ways out.


@pytest.mark.parametrize(
    "evil",
    [
        "//noi-khac.vn/",
        "https://noi-khac.vn/",
        "/\\noi-khac.vn",
        "javascript:alert(1)",
        "http:///noi-khac.vn",
    ],
)
def test_nobody_is_led_to_another_site(whole, evil):
    make_user(whole.commune.clerk, "lynv")
    client, ours = Client(), ("/viec-cua-toi/",)
    logged_in = client.post(reverse("account_login"), {"login": "lynv", "password": PASSWORD, "next": evil})
    chosen = client.post(reverse("switch-mandate"), {"next": evil, "mandate": str(whole.commune.clerk.pk)})
    day = client.post(reverse("working-day"), {"day": "06/6/2023", "next": evil})
    assert [answer["Location"] for answer in (logged_in, chosen, day)] == [*ours * 3]


def test_a_session_begins_anew_at_log_in_and_ends_at_log_out(whole):
    make_user(whole.commune.clerk, "lynv")
    client = Client()
    session = client.session
    session["mandate"] = "cua-nguoi-khac"
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    client.post(reverse("account_login"), {"login": "lynv", "password": PASSWORD})
    cookie = client.cookies["sessionid"]
    assert cookie.value != planted
    assert (bool(cookie["httponly"]), cookie["samesite"]) == (True, "Lax")
    client.post(reverse("account_logout"))
    thief = Client()
    for key in (planted, cookie.value):
        thief.cookies["sessionid"] = key
        assert thief.get(reverse("desk")).status_code == 302


def test_a_mandate_of_somebody_else_is_not_taken_over(whole):
    client = as_(whole.commune.member)
    client.post(reverse("switch-mandate"), {"mandate": str(whole.commune.chair.pk)})
    assert client.get(reverse("journal")).status_code == 403


def test_a_locked_log_in_stays_locked_for_the_right_password_and_open_for_others(whole, settings):
    settings.AXES_FAILURE_LIMIT = 3
    cache.clear()
    for name, mandate in (("lynv", whole.commune.clerk), ("mait", whole.commune.standing)):
        make_user(mandate, name)
    client, address = Client(), reverse("account_login")
    for _ in range(3):
        client.post(address, {"login": "lynv", "password": "sai"})
    locked = client.post(address, {"login": "lynv", "password": PASSWORD})
    assert (locked.status_code, "tạm khóa" in locked.content.decode()) == (429, True)
    assert Client().post(address, {"login": "mait", "password": PASSWORD})["Location"] == "/viec-cua-toi/"
    cache.clear()


def test_a_log_in_does_not_tell_whether_the_name_is_known(whole):
    make_user(whole.commune.clerk, "lynv")
    said = [
        page_of(Client().post(reverse("account_login"), {"login": name, "password": "sai"}))
        for name in ("lynv", "khong-co")
    ]
    cache.clear()
    assert ["Tên đăng nhập hoặc mật khẩu không đúng." in page for page in said] == [True, True]


# Addresses.


def test_the_code_of_a_certificate_cannot_be_guessed_and_is_read_as_people_type_it(client, whole, honoured):
    certificate = Certificate.objects.get(item__name=HOSTILE_NAMES[0])
    assert len(certificate.code) >= 12
    assert len(set(Certificate.objects.values_list("code", flat=True))) == 3
    typed = certificate.code.upper()
    answer = client.get(reverse("verify"), {"ma": f"{typed[:4]} {typed[4:]}"}, follow=True)
    assert certificate.code in page_of(answer)
    assert client.get(reverse("verify-certificate", args=[typed])).status_code == 200
    for wrong in (certificate.code[:-1], certificate.code[:-1] + "0", "1"):
        missed = client.get(reverse("verify-certificate", args=[wrong]))
        assert (missed.status_code, "Có trong sổ" in missed.content.decode()) == (404, False)


@pytest.mark.parametrize(
    "path",
    ["/static/../manage.py", "/static/%2e%2e/manage.py", "/tep/../../secret/", "/tep/1/", "/files/",
     "/media/", "/admin/", "/.git/config", "/var/thidua.sqlite3"],
)  # fmt: skip
def test_nothing_but_the_addresses_of_the_product_answers(whole, path):
    assert as_(whole.commune.admin).get(path).status_code == 404
