"""The desk, messages, reports and the journal as pages."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.awards.dossiers import sent
from tests.factories.commune import make_campaign, make_household, make_user
from thidua.journal.write import write
from thidua.records.models import Message, OfficialDocument

pytestmark = pytest.mark.django_db
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
DAY = date(2023, 6, 20)


def as_(mandate, name="nguoi-dung"):
    client = Client()
    client.force_login(make_user(mandate, name), backend=BACKEND)
    return client


def test_the_desk_shows_the_campaign_the_silent_and_what_happened(whole):
    campaign = make_campaign(whole)
    write("save", "Ghi một việc.", actor=whole.head(whole.village).actor(), on=DAY)
    page = as_(whole.commune.standing).get(reverse("desk")).content.decode()
    for words in (campaign.short_title, "Đơn vị im lặng", "Ghi một việc.", "Hứa Văn Sinh"):
        assert words in page


def test_an_empty_desk_says_so(whole):
    page = as_(whole.commune.member).get(reverse("desk")).content.decode()
    assert "Không có việc nào đang chờ" in page
    assert "Đơn vị im lặng" not in page


def test_a_message_is_opened_and_confirmed_by_its_unit_only(whole):
    message = Message.objects.create(
        unit=whole.commune.unit, to_unit=whole.village, subject="Đôn đốc", body="Gửi báo cáo", sent_on=DAY
    )
    client, address = as_(whole.head(whole.village)), reverse("message", args=[message.pk])
    assert "Xác nhận đã nhận" in client.get(address).content.decode()
    assert as_(whole.head(whole.villages[1]), "khac").get(address).status_code == 404
    client.post(reverse("acknowledge-message", args=[message.pk]))
    message.refresh_from_db()
    assert message.read_by == "Hứa Văn Sinh, Trưởng thôn"
    assert "đã nhận ngày 20/6/2023" in client.get(address).content.decode()


def test_the_report_page_drafts_the_closing_report(whole):
    campaign = make_campaign(whole, state="reviewing")
    client, address = as_(whole.commune.standing), reverse("campaign-report", args=[campaign.code])
    assert "Soạn báo cáo tổng kết" in client.get(address).content.decode()
    done = client.post(address, {"lessons": "Giao việc rõ người.", "signer": whole.commune.chair.pk})
    assert done.url == reverse("paper", args=[OfficialDocument.objects.get().code])
    assert "Mở báo cáo" in client.get(address).content.decode()


def test_the_figures_come_as_a_spreadsheet_and_lists_are_open_to_units(whole):
    campaign = make_campaign(whole)
    client = as_(whole.head(whole.village))
    sheet = client.get(reverse("figures-sheet", args=[campaign.code]))
    assert sheet["Content-Disposition"] == 'attachment; filename="so-lieu-90-nam.xlsx"'
    assert sheet.content[:2] == b"PK"
    assert campaign.short_title in client.get(reverse("reports")).content.decode()
    assert client.get(reverse("campaign-report", args=[campaign.code])).status_code == 200


def test_the_journal_is_for_officers_and_found_by_words_and_day(whole):
    for name in ("Nhận đăng ký", "Ký kế hoạch"):
        write("x", name, actor=whole.commune.chair.actor(), on=DAY)
    client = as_(whole.commune.standing)
    address = reverse("journal")
    assert "Ký kế hoạch" not in client.get(address, {"words": "đăng ký"}).content.decode()
    assert "Không tìm thấy dòng nào" in client.get(address, {"day": "2023-01-01"}).content.decode()
    assert as_(whole.head(whole.village), "thon").get(address).status_code == 403


def test_the_report_page_names_a_dossier_only_to_those_who_may_open_it(whole):
    campaign = make_campaign(whole, state="reviewing")
    sent(whole, make_household(whole.village, "Hộ ông Chu Văn Quyền"), campaign=campaign)
    address = reverse("campaign-report", args=[campaign.code])
    readers = {
        "thuongtruc": whole.commune.standing,
        "cung-thon": whole.head(whole.village),
        "thon-khac": whole.head(whole.villages[1]),
    }
    pages = {name: as_(mandate, name).get(address).content.decode() for name, mandate in readers.items()}
    named = [name for name, text in pages.items() if "Hộ ông Chu Văn Quyền" in text]
    counted = [name for name, text in pages.items() if "1 hồ sơ của đơn vị khác chưa xong" in text]
    assert (named, counted) == (["thuongtruc", "cung-thon"], ["thon-khac"])
