"""The board of the pulse, the reminder in two steps, progress with photos, visits, calendar, digest."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings as installation
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.factories.commune import as_, make_unit
from thidua.campaigns.models import Inspection, ProgressEntry, Reminder, Requirement
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration, submit_registration
from thidua.org.models import Installation, User
from thidua.records.models import Attachment, Digest, Message, OfficialDocument
from thidua.records.notify import confirm_mail_address, mail_token

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)


@pytest.fixture(autouse=True)
def working_day(whole):
    Installation.objects.update(is_demo=True, working_day=DAY)


@pytest.fixture
def officer(whole) -> Client:
    return as_(whole.commune.standing)


def text_of(answer) -> str:
    return answer.content.decode()


def test_the_board_shows_every_unit_and_its_rules(whole, campaign, officer):
    campaign.progress.create(unit=whole.village, text="Đã làm", on=DAY)
    page = text_of(officer.get(reverse("campaign-pulse", args=[campaign.code])))
    assert page.index("Thôn Bản Vàng</a></td>") < page.index("Thôn Khuổi Cáp</a></td>")
    assert "1 trên 4 đơn vị đang chạy" in page
    assert "Chưa có tin nào; chưa đăng ký; chưa báo cáo" in page
    assert "tin bài về gương của đơn vị" in page
    moving = text_of(officer.get(reverse("campaign-pulse", args=[campaign.code]), {"loc": "dang-chay"}))
    assert "Thôn Bản Vàng</a></td>" not in moving


def test_the_board_asks_the_same_number_of_questions_for_more_units(whole, campaign, officer):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            officer.get(reverse("campaign-pulse", args=[campaign.code]))
            officer.get(reverse("campaign-inspections", args=[campaign.code]))
        return len(asked)

    Inspection.objects.create(
        campaign=campaign, unit=whole.village, code="kt", day=DAY, about="Sổ", members="Bà Mai"
    )
    questions()
    before = questions()
    for number in range(3):
        unit = make_unit(f"Thôn Số {number}", f"so-{number}", "thon", whole.commune.unit)
        campaign.progress.create(unit=unit, text="Đã làm", on=DAY)
        Inspection.objects.create(
            campaign=campaign, unit=unit, code=f"kt{number}", day=DAY, about="Sổ", members="Bà Mai"
        )
    assert questions() == before


def test_a_village_head_sees_the_own_line_only(whole, campaign):
    client = as_(whole.head(whole.village))
    for name in ("campaign-pulse", "campaign-targets"):
        answer = client.get(reverse(name, args=[campaign.code]))
        assert answer["Location"] == reverse("unit-progress", args=[campaign.code, "khuoi-cap"])
    page = text_of(client.get(answer["Location"]))
    assert "Nhịp của đơn vị" in page
    assert "Bản Vàng" not in page
    assert client.get(reverse("nudge", args=[campaign.code])).status_code == 403


def chosen(page) -> list[str]:
    return [str(one.data["value"]) for one in page.context["form"]["units"] if one.data["selected"]]


def test_the_silent_are_chosen_seen_and_reminded_once(whole, campaign, officer):
    campaign.progress.create(unit=whole.village, text="Đã làm", on=DAY)
    address = reverse("nudge", args=[campaign.code])
    first = officer.get(address)
    assert len(chosen(first)) == 3
    said = {
        "units": chosen(first), "text": "Xin báo tin\nhôm nay 😀 \u202etừ phải", "once": "mot-lan",
        "ways": ["message", "zalo"], "signer": whole.commune.chair.pk,
    }  # fmt: skip
    seen = text_of(officer.post(address, said))
    assert not Reminder.objects.exists()
    assert "Gửi cho 3 đơn vị" in seen
    assert "Thôn Bản Vàng: chưa đăng ký, chưa báo cáo." in seen
    assert "Sửa lại" in seen
    assert "Xin báo tin" in text_of(officer.post(address, said | {"sua": "1"}))
    for _ in range(2):
        officer.post(address, said | {"gui": "1"})
    assert (Reminder.objects.count(), Message.objects.count()) == (6, 3)
    page = text_of(officer.get(reverse("unit-progress", args=[campaign.code, "ban-vang"])))
    assert "20/4/2023: nhắn qua Zalo, tình hình thực hiện (Hoàng Thị Mai" in page
    waiting = as_(whole.head(whole.villages[1]))
    told = text_of(waiting.get(reverse("message", args=[Message.objects.get(to_unit=whole.villages[1]).pk])))
    assert "Chép lời nhắn" in told


def test_a_letter_goes_on_to_be_signed(whole, campaign, officer):
    address = reverse("nudge", args=[campaign.code])
    said = {"units": [whole.village.pk], "text": "Xin báo tin", "ways": ["letter"], "gui": "1"}
    answer = officer.post(address, said | {"signer": whole.commune.chair.pk})
    letter = OfficialDocument.objects.get(purpose="reminder")
    assert answer["Location"] == reverse("paper", args=[letter.code])
    assert Reminder.objects.get().way == "letter"


def test_nothing_typed_is_lost_when_the_reminder_is_too_long_or_names_nobody(campaign, officer):
    page = text_of(officer.post(reverse("nudge", args=[campaign.code]), {"text": "ơ" * 5000, "ways": []}))
    assert "Lời nhắc dài quá 1000 chữ; hãy viết gọn lại." in page
    assert "Chọn ít nhất một đơn vị." in page
    assert "ơ" * 5000 in page


@pytest.fixture
def target(whole, campaign):
    head = whole.head(whole.village)
    wanted = TargetEntry(campaign.contents.get(order=1), "Trồng rừng mới", Decimal("3.5"), "ha")
    found = save_registration(
        campaign, entry=RegistrationEntry((wanted,), "", ""), unit=whole.village, mandate=head, on=DAY
    )
    submit_registration(found, mandate=head, on=DAY)
    return found.targets.get()


def photo(name="anh.jpg") -> SimpleUploadedFile:
    data, exif = io.BytesIO(), Image.Exif()
    exif[0x8825] = {1: "N", 2: (22.0, 40.0, 0.0), 3: "E", 4: (106.0, 15.0, 0.0)}  # GPS: where it was taken
    Image.new("RGB", (2400, 1800), "green").save(data, "JPEG", exif=exif)
    return SimpleUploadedFile(name, data.getvalue())


def test_a_figure_from_a_phone_is_asked_about_and_its_photo_loses_the_place(whole, campaign, target):
    client, address = (
        as_(whole.head(whole.village)),
        reverse("unit-progress", args=[campaign.code, "khuoi-cap"]),
    )
    said = {"target": target.pk, "value": "35", "text": "Đã trồng 😀 " + "cây " * 1250}
    asked = text_of(client.post(address, said | {"evidence": photo()}))
    assert "Số đạt được 35 gấp từ 3 lần mức đăng ký (3,5) trở lên. Có đúng không?" in asked
    assert "Ảnh phải chọn lại." in asked
    assert "cây " * 1250 in asked
    assert not ProgressEntry.objects.exists()
    client.post(address, said | {"sure": "on", "evidence": photo()})
    kept = Attachment.objects.get()
    with kept.file.open() as file, Image.open(file) as picture:
        assert (picture.size, dict(picture.getexif())) == ((1600, 1200), {})
    page = text_of(client.get(address))
    assert "35 trên 3,5 ha" in page
    assert "đạt, 1000 %" in page


def packed() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("ghi-chep.txt", "Lam duong")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (packed(), "Tệp nén không phải là Word hay Excel"),
        (b"\xff\xd8\xff" + b"0" * (30 * 1024 * 1024), "Tệp lớn hơn 25 MB"),
    ],
    ids=["zip", "huge"],
)
def test_a_zip_named_jpg_or_a_huge_photo_is_answered_with_a_sentence(whole, campaign, data, sentence):
    client = as_(whole.head(whole.village))
    said = {"text": "Đã làm đường", "evidence": SimpleUploadedFile("anh.jpg", data)}
    page = text_of(client.post(reverse("unit-progress", args=[campaign.code, "khuoi-cap"]), said))
    assert sentence in page
    assert "Đã làm đường" in page
    assert not ProgressEntry.objects.exists()


def test_all_targets_as_bars_unit_after_unit(campaign, target, officer):
    page = text_of(officer.get(reverse("campaign-targets", args=[campaign.code])))
    assert "chưa báo số trên 3,5 ha" in page
    assert reverse("unit-progress", args=[campaign.code, "khuoi-cap"]) in page


def test_a_visit_from_the_plan_to_the_last_requirement(whole, campaign, officer):
    campaign_page = reverse("campaign-inspections", args=[campaign.code])
    assert "Chưa có cuộc kiểm tra nào" in text_of(officer.get(campaign_page))
    plan = {"units": [whole.village.pk], "day": "20/4/2023", "about": "Sổ", "members": "Bà Mai"}
    officer.post(reverse("plan-inspections", args=[campaign.code]), plan)
    visit = Inspection.objects.get()
    address = reverse("inspection", args=[campaign.code, visit.code])
    assert "Ghi kết quả kiểm tra thôn Khuổi Cáp" in text_of(officer.get(reverse("desk")))
    rows = {"yeu-cau-TOTAL_FORMS": "2", "yeu-cau-INITIAL_FORMS": "0", "yeu-cau-0-text": "Lập sổ"}
    record = {"held_on": "20/4/2023", "strengths": "Đã làm 600 m đường"} | rows
    assert "Ghi hạn phải xong của yêu cầu này." in text_of(officer.post(address, record))
    no_text = record | {"yeu-cau-0-due": "02/5/2023", "yeu-cau-1-due": "02/5/2023"}
    assert "Ghi yêu cầu là việc gì" in text_of(officer.post(address, no_text))
    officer.post(address, record | {"yeu-cau-0-due": "02/5/2023"})
    assert "Lập sổ" in text_of(officer.get(address))
    head, demand = as_(whole.head(whole.village)), Requirement.objects.get()
    assert "Báo đã khắc phục" in text_of(head.get(reverse("desk")))
    done = {"result": "Đã lập", "done_on": "20/4/2023", "evidence": photo()}
    head.post(reverse("settle-requirement", args=[campaign.code, demand.pk]), done)
    page = text_of(head.get(address))
    assert "Đã lập" in page
    assert "anh.jpg" in page
    head.post(reverse("reopen-requirement", args=[campaign.code, demand.pk]))
    assert Requirement.objects.get().state == "open"
    minutes = officer.post(
        reverse("inspection-minutes", args=[campaign.code, visit.code]), {"signer": whole.commune.standing.pk}
    )
    paper = OfficialDocument.objects.get(purpose="inspection_minutes")
    assert minutes["Location"] == reverse("paper", args=[paper.code])
    assert address in text_of(officer.get(minutes["Location"]))
    again = officer.post(
        reverse("inspection-minutes", args=[campaign.code, visit.code]), {"signer": whole.commune.standing.pk}
    )
    assert "Đã có biên bản" in text_of(again)


def test_a_visit_is_called_off_and_put_back(whole, campaign, officer):
    visit = Inspection.objects.create(
        campaign=campaign, unit=whole.village, code="kt", day=DAY, about="Sổ", members="Bà Mai"
    )
    away = reverse("call-off-inspection", args=[campaign.code, visit.code])
    assert "Không kiểm tra nữa" in text_of(officer.get(away))
    officer.post(away, {"reason": "Mưa lũ"})
    assert "Mưa lũ" in text_of(officer.get(reverse("inspection", args=[campaign.code, visit.code])))
    officer.post(reverse("put-back-inspection", args=[campaign.code, visit.code]))
    assert Inspection.objects.get().state == "planned"


def test_the_month_and_the_private_feed(whole, campaign):
    campaign.deadlines.create(kind="report", day=date(2023, 5, 15), says="Thông báo")
    client = as_(whole.head(whole.village))
    page = text_of(client.get(reverse("calendar"), {"thang": "2023-05"}))
    assert (page.count("Hạn báo cáo kết quả"), "Tháng 5/2023" in page) == (2, True)
    assert "Tháng này không có mốc nào" in text_of(client.get(reverse("calendar"), {"thang": "2024-01"}))
    assert "Tháng 4/2023" in text_of(client.get(reverse("calendar"), {"thang": "2023-99"}))
    client.post(reverse("calendar-address"))
    address = client.get(reverse("reminders")).context["address"]
    feed = Client().get(address)
    assert (feed["Content-Type"], feed.content.count(b"BEGIN:VEVENT")) == ("text/calendar; charset=utf-8", 4)
    client.post(reverse("withdraw-calendar-address"))
    assert Client().get(address).status_code == 404


def test_the_feed_of_a_mandate_that_ended_opens_nothing(whole):
    client = as_(whole.head(whole.village))
    client.post(reverse("calendar-address"))
    address = client.get(reverse("reminders")).context["address"]
    held = whole.head(whole.village)
    held.ends = date(2023, 4, 1)
    held.save(update_fields=["ends"])
    assert Client().get(address).status_code == 404


def test_one_mail_a_day_when_the_office_has_a_sender_and_none_without(whole, campaign, settings, capsys):
    client = as_(whole.head(whole.village))
    page = text_of(client.get(reverse("reminders")))
    assert "Máy chủ chưa đặt hộp thư gửi" in page
    assert "Địa chỉ thư chưa đúng" in text_of(client.post(reverse("reminders"), {"address": "sinh"}))
    client.post(reverse("reminders"), {"address": "sinh@example.vn"})
    account = User.objects.get(email="sinh@example.vn")
    confirm_mail_address(mail_token(account, on=DAY), on=DAY)
    call_command("notify")
    assert (len(mail.outbox), Digest.objects.count()) == (0, 0)
    settings.DIGEST_SENDER = "thi-dua@example.vn"
    call_command("notify")
    call_command("notify")
    assert [(one.to, one.subject) for one in mail.outbox] == [
        (["sinh@example.vn"], "Thi Đua: 1 việc đang chờ, ngày 20/4/2023")
    ]
    assert capsys.readouterr().out.splitlines() == [
        "Chưa đặt THIDUA_EMAIL_FROM nên không gửi thư nào.",
        "Đã gửi 1 thư nhắc việc; 0 thư không gửi được.",
        "Đã gửi 0 thư nhắc việc; 0 thư không gửi được.",
    ]
    assert "Thư gần nhất: ngày 20/4/2023, đã gửi." in text_of(client.get(reverse("reminders")))
    assert User.objects.exclude(email="").count() == 1


def test_no_mail_is_configured_by_default():
    assert (installation.DIGEST_SENDER, installation.SITE_ADDRESS) == ("", "")
