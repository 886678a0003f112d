"""What a bad file gets: a sentence that says what is wrong and what to do, and nothing half created."""

from __future__ import annotations

import io

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.factories.commune import as_, make_campaign
from tests.factories.papers import DAY, make_paper
from tests.factories.plans import PLAN
from tests.reading.files.builders import docx, locked_pdf, p, zipped
from thidua.campaigns.models import Lead, PlanIntake
from thidua.journal.models import JournalEntry
from thidua.records.attach import attach
from thidua.records.models import Attachment, SentForm

pytestmark = pytest.mark.django_db
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
LOCKED_WORD = OLE + "EncryptedPackage".encode("utf-16-le")
ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    "<w>&b;&f;</w>"
)
BOMB = "Tệp nén bất thường (có thể gây hại) nên không mở; hãy lưu lại bằng Word rồi gửi lại."
RENAMED_PHOTO = "Tệp thực ra là ảnh đã đổi tên; hãy gửi lại đúng tên ảnh (.jpg, .png), hoặc bản .docx."


def png() -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (40, 20), "#b42318").save(held, "PNG")
    return held.getvalue()


def bomb() -> bytes:
    return zipped(**{"word/document.xml": b" " * (8 * 1024 * 1024)})


def rows() -> dict[str, int]:
    """How many rows each table of the product holds."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("thidua.")]
    return {model._meta.label: model._base_manager.count() for model in ours if model is not SentForm}


def page_of(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("rong.docx", b"", "Tệp rỗng; hãy chọn lại đúng tệp."),
        ("trang.txt", b"  \n", "Tệp rỗng; hãy chọn lại đúng tệp kế hoạch."),
        ("anh.docx", png(), RENAMED_PHOTO),
        ("anh.png", png()[:40], "Ảnh bị hỏng, không mở được; hãy chụp hoặc quét lại rồi gửi lại."),
        ("khoa.pdf", locked_pdf(), "Tệp PDF được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại."),
        ("khoa.docx", LOCKED_WORD, "Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại."),
        ("bom.docx", bomb(), BOMB),
        ("thuc-the.docx", zipped(**{"word/document.xml": ENTITIES}), BOMB),
        ("cu.doc", OLE,
         "Tệp .doc không mở được (hỏng, hoặc đặt mật khẩu); hãy mở bằng Word, lưu thành .docx rồi gửi lại."),
        ("bang.docx", zipped(**{"xl/workbook.xml": "<a/>"}),
         "Tệp .docx này không phải văn bản Word; hãy mở đúng tệp kế hoạch và lưu thành .docx."),
        ("trang.html", b"<script>alert(1)</script>",
         "Chưa đọc được loại tệp này (“.html”); hãy lưu kế hoạch thành .docx, .pdf"),
    ],
)  # fmt: skip
def test_a_bad_plan_gets_its_sentence_and_leaves_nothing(whole, name, data, sentence):
    officer, before = as_(whole.commune.standing), rows()
    sent = {"way": "draft", "upload": SimpleUploadedFile(name, data), "once": "mot"}
    answer = officer.post(reverse("plan-new"), sent)
    assert (answer.status_code, sentence in page_of(answer)) == (200, True)
    assert rows() == before


def test_after_a_bad_file_the_same_form_takes_the_right_one(whole):
    officer, address = as_(whole.commune.standing), reverse("plan-new")
    officer.post(address, {"way": "draft", "upload": SimpleUploadedFile("a.docx", png()), "once": "mot"})
    good = SimpleUploadedFile("ke-hoach.txt", PLAN.encode())
    assert officer.post(address, {"way": "draft", "upload": good, "once": "mot"}).status_code == 302
    assert PlanIntake.objects.count() == 1


def test_a_paper_of_another_kind_is_named_and_can_be_left(whole):
    other = "QUYẾT ĐỊNH\nVề việc nâng lương\n\nĐiều 1. Nâng lương cho ông Lục Văn Tá."
    officer = as_(whole.commune.standing)
    sent = {"way": "draft", "upload": SimpleUploadedFile("qd.txt", other.encode())}
    address = officer.post(reverse("plan-new"), sent)["Location"]
    assert "Có vẻ không phải kế hoạch phát động thi đua" in page_of(officer.get(address))
    officer.post(f"{address}bo/")
    assert PlanIntake.objects.count() == 0


def test_a_file_over_the_limit_is_told_before_anything_is_read(whole, settings):
    settings.REQUEST_LIMIT = 50_000
    officer, before = as_(whole.commune.standing), rows()
    sent = {"way": "draft", "upload": SimpleUploadedFile("to.txt", b"a" * 60_000)}
    answer = officer.post(reverse("plan-new"), sent)
    assert (answer.status_code, "Tệp quá lớn" in page_of(answer)) == (413, True)
    assert rows() == before


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("anh.jpg", b"", "Tệp rỗng; hãy chọn lại đúng tệp."),
        ("anh.jpg", b"\xff\xd8\xff broken", "Ảnh bị hỏng, không mở được; hãy chụp hoặc lưu lại ảnh rồi gửi."),
        ("anh.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
         "Không nhận trang web hay tệp mã; chỉ nhận .pdf, .docx, .xlsx, .png, .jpg, .txt."),
        ("anh.jpg", b"%PDF-1.7",
         "Tệp mang đuôi “.jpg” nhưng nội dung là .pdf; hãy chọn đúng tệp hoặc đổi lại đuôi rồi gửi lại."),
        ("ghi.pdf", b"%PDF-1.7", "Chỉ nhận ảnh .jpg hoặc .png; hãy chọn lại ảnh rồi gửi."),
    ],
)  # fmt: skip
def test_a_visitor_with_a_bad_photo_keeps_what_was_typed(client, whole, name, data, sentence):
    before = rows()
    deed = {"who": "Bà Lường Thị Đôi", "what": "Nuôi cháu mồ côi.", "photo": SimpleUploadedFile(name, data)}
    answer = client.post(reverse("report-good-deed"), deed)
    assert (answer.status_code, sentence in page_of(answer)) == (200, True)
    assert ("Nuôi cháu mồ côi." in page_of(answer), Lead.objects.count()) == (True, 0)
    assert rows() == before


def test_bad_evidence_leaves_no_report_behind(whole):
    campaign, head = make_campaign(whole), whole.head(whole.village)
    address = reverse("unit-progress", args=[campaign.code, whole.village.code])
    client, before = as_(head), JournalEntry.objects.count()
    proof = [SimpleUploadedFile("tot.txt", "Đã làm xong.".encode()), SimpleUploadedFile("x.html", b"<html>")]
    answer = client.post(address, {"text": "Đã làm 3 km đường.", "evidence": proof})
    assert "Không nhận trang web hay tệp mã" in page_of(answer)
    assert "Đã làm 3 km đường." in page_of(answer)
    assert (campaign.progress.count(), Attachment.objects.count()) == (0, 0)
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tệp rỗng; hãy chọn lại đúng tệp."),
        (bomb(), BOMB),
        (zipped(**{"word/document.xml": ENTITIES}), "hãy"),
        (docx(p("Một văn bản khác hẳn")), ""),
    ],
)
def test_a_word_file_that_does_not_fit_changes_nothing_of_the_paper(whole, data, sentence):
    paper = make_paper(whole)
    before = paper.content
    sent = {"upload": SimpleUploadedFile("sua.docx", data)}
    officer = as_(whole.commune.standing)
    answer = officer.post(reverse("paper-edited", args=[paper.code]), sent, follow=True)
    assert (answer.status_code, sentence in page_of(answer)) == (200, True)
    paper.refresh_from_db()
    assert (paper.content, paper.version, paper.state) == (before, 0, "draft")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("bang.xlsx", b"", "Tệp rỗng; hãy chọn lại đúng tệp."),
        ("bang.xlsx", b"PK\x03\x04 hong", "hãy"),
        ("bang.xlsx", png(), "hãy"),
        ("bang.csv", b"\x00\x01\x02", "hãy"),
    ],
)
def test_a_bad_sheet_takes_nobody_in(whole, name, data, sentence):
    client, before = as_(whole.commune.admin), rows()
    sent = {"pasted": "", "sheet": SimpleUploadedFile(name, data)}
    answer = client.post(reverse("import-rows", args=["people"]), sent)
    assert (answer.status_code, sentence in page_of(answer)) == (200, True)
    assert rows() == before


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.txt",
        "..\\..\\win.txt",
        "a\x00b.txt",
        '"><script>.txt',
        "=cmd|' /C calc'!A0.txt",
        "x" * 300 + ".txt",
    ],
)
def test_a_name_of_a_file_never_leads_out_of_its_folder(whole, settings, name):
    upload = SimpleUploadedFile("ten.txt", b"Danh sach")
    upload._name = name  # what a browser of bad will sends, before any field has cleaned it
    head = whole.head(whole.village)
    kept = attach(upload, about=whole.village, purpose="evidence", mandate=head, on=DAY)
    assert kept.file.name.split("/")[-1] == f"{kept.pk}.txt"
    assert str(settings.MEDIA_ROOT) in kept.file.path
    assert not set(kept.name) & set('/\\:*?"<>|\x00')
    assert len(kept.name) <= 200
    answer = as_(whole.commune.standing).get(reverse("file", args=[kept.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert "\n" not in answer["Content-Disposition"]


def test_a_kept_file_is_handed_out_as_a_file_and_never_shown_as_a_page(whole):
    upload = SimpleUploadedFile("ghi.txt", b"Xem <script>alert(1)</script> o day")
    kept = attach(upload, about=whole.village, purpose="evidence", mandate=whole.head(whole.village), on=DAY)
    answer = as_(whole.commune.standing).get(reverse("file", args=[kept.pk]))
    told = (answer["Content-Type"], answer["X-Content-Type-Options"], answer["Content-Disposition"])
    assert told == ("text/plain; charset=utf-8", "nosniff", 'attachment; filename="ghi.txt"')
