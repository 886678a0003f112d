"""The settings of an office in the browser: who sees which page, what a form does, once."""

import io
import re
from datetime import date

import openpyxl
import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from tests.factories.commune import Commune, as_, make_commune, make_mandate, make_unit, make_user
from thidua.awards.models import Council, CouncilMember
from thidua.org.models import Installation, Mandate, Person, Unit, User
from thidua.records.attach import attach
from thidua.records.models import LocalRule, NumberBook, Run

DAY = date(2023, 3, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    made = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=DAY)
    return made


def text(client: Client, address: str, said: dict[str, object] | None = None) -> str:
    answer = client.get(address) if said is None else client.post(address, said)
    assert answer.status_code == 200
    return answer.content.decode()


READ = ("/co-quan/", "/co-quan/don-vi/", "/co-quan/hoi-dong/", "/co-quan/so-van-ban/", "/co-quan/quy-tac/",
        "/co-quan/quy-tac/council_quorum/")  # fmt: skip
ARRANGE = ("/co-quan/don-vi/them/", "/co-quan/don-vi/khuoi-cap/ket-thuc/", "/co-quan/nguoi/them/",
           "/co-quan/tai-khoan/", "/co-quan/tai-khoan/phieu/", "/co-quan/nhap/don-vi/",
           "/co-quan/nhap/nguoi/")  # fmt: skip
APPOINT = ("/co-quan/don-vi/khuoi-cap/", "/co-quan/nguoi/", "/co-quan/chuc-vu/")
SEAT = ("/co-quan/hoi-dong/thanh-lap/", "/co-quan/hoi-dong/quy-che/")
BOOKS = ("/co-quan/so-van-ban/mo/",)
MAY = {
    "admin": READ + ARRANGE + APPOINT,
    "standing": READ + ARRANGE + APPOINT + SEAT + BOOKS,
    "chair": READ + APPOINT + SEAT + BOOKS,
    "clerk": READ + BOOKS,
    "member": READ,
    "accountant": READ,
}


@pytest.mark.parametrize("role", MAY)
def test_who_opens_which_page(commune: Commune, role: str) -> None:
    client = as_(commune.commune.mandates[role])
    opened = [page for page in READ + ARRANGE + APPOINT + SEAT + BOOKS if client.get(page).status_code == 200]
    assert sorted(opened) == sorted(MAY[role])


def test_what_may_not_be_known_of_is_not_found(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    assert commune.district is not None
    stranger = commune.district.chair
    book = NumberBook.objects.filter(unit=commune.district.unit)[0]
    seat = CouncilMember.objects.filter(council__unit=commune.district.unit)[0]
    for address in (
        "/co-quan/don-vi/cao-son/", f"/co-quan/nguoi/{stranger.person_id}/",
        f"/co-quan/chuc-vu/{stranger.pk}/thoi/",
        f"/co-quan/so-van-ban/{book.pk}/so-tiep-theo/", f"/co-quan/hoi-dong/thanh-vien/{seat.pk}/thoi/",
        "/co-quan/quy-tac/khong-co/", "/co-quan/tai-khoan/ai-do/dien-thoai/", f"/co-quan/nhap/xem/{seat.pk}/",
    ):  # fmt: skip
        assert client.get(address).status_code == 404


def test_the_index_names_what_is_missing_and_leads_on(commune: Commune) -> None:
    page = text(as_(commune.commune.standing), "/co-quan/")
    assert "chưa có tài khoản." in page
    assert "Làm tiếp: Tài khoản" in page


def test_a_finished_office_says_so(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    client.post("/co-quan/tai-khoan/moi-nguoi/")
    assert "Đã thiết lập đủ" in text(client, "/co-quan/")


def test_a_unit_is_added_once_even_when_the_form_is_sent_twice(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    said = {"parent": str(commune.commune.unit.pk), "level": "thon", "name": "Thôn Nà Pheo",
            "opened_on": "20/3/2023",
            "takes_part": "on", "once": "mot-lan"}  # fmt: skip
    for _ in range(2):
        assert client.post("/co-quan/don-vi/them/", said)["Location"] == "/co-quan/don-vi/"
    assert Unit.objects.filter(name="Thôn Nà Pheo").count() == 1
    assert "Đã có “Thôn Nà Pheo” trực thuộc" in text(
        client, "/co-quan/don-vi/them/", said | {"once": "lan-hai"}
    )


def test_a_stale_form_keeps_what_was_typed(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    said = {"name": "Thôn Khuổi Cáp", "short_name": "Khuổi Cáp", "mark": commune.village.mark}
    address = "/co-quan/don-vi/khuoi-cap/"
    assert client.post(address, said)["Location"] == address
    page = text(client, address, said | {"address": "Chữ đã gõ"})
    assert "Nội dung đã được người khác sửa sau khi bạn mở trang." in page
    assert 'value="Chữ đã gõ"' in page


def test_a_unit_ends_on_the_page(commune: Commune) -> None:
    client = as_(commune.commune.admin)
    said = {"last_day": "31/3/2023", "successor": str(commune.villages[1].pk)}
    assert client.post("/co-quan/don-vi/khuoi-cap/ket-thuc/", said)["Location"] == "/co-quan/don-vi/"
    page = text(client, "/co-quan/don-vi/")
    assert "đã kết thúc" in page
    assert "kế thừa: Thôn Bản Vàng" in page
    assert "đơn vị kế thừa" in text(client, "/co-quan/don-vi/khuoi-cap/")


def test_a_person_is_added_appointed_and_relieved(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    said = {"name": "nông thị hằng", "honorific": "Bà", "unit": str(commune.village.pk), "birth_year": "1985"}
    assert client.post("/co-quan/nguoi/them/", said)["Location"] == "/co-quan/nguoi/"
    person = Person.objects.get(name="Nông Thị Hằng")
    page = f"/co-quan/nguoi/{person.pk}/"
    assert "Chưa có chức vụ nào." in text(client, page)
    given = {
        "unit": str(commune.village.pk),
        "role": "village_head",
        "post": "Phó Trưởng thôn",
        "starts": "20/3/2023",
    }
    assert client.post(f"{page}chuc-vu/", given)["Location"] == page
    assert "đã giữ chức vụ Phó Trưởng thôn từ ngày 20/3/2023 đến nay." in text(
        client, f"{page}chuc-vu/", given
    )
    held = Mandate.objects.get(person=person)
    assert "Phó Trưởng thôn" in text(client, "/co-quan/chuc-vu/")
    assert client.post(f"/co-quan/chuc-vu/{held.pk}/thoi/", {"ends": "30/6/2023"})["Location"] == page
    edited = said | {"name": "Nông Thị Hằng", "position": "Nông dân", "mark": person.mark}
    assert client.post(page, edited)["Location"] == page
    person.refresh_from_db()
    held.refresh_from_db()
    assert (person.position, held.ends) == ("Nông dân", date(2023, 6, 30))
    assert "Họ và tên phải có ít nhất hai chữ." in text(
        client, page, edited | {"name": "Hằng", "mark": person.mark}
    )


def test_people_are_found_by_part_of_the_name(commune: Commune) -> None:
    client = as_(commune.commune.chair)
    page = text(client, "/co-quan/nguoi/?ten=oanh&don_vi=truong")
    assert "Lương Thị <b>Oanh</b>" in page
    assert "Hứa Văn" not in page
    assert "Không có ai" in text(client, "/co-quan/nguoi/?ten=khongai")


def test_the_chair_appoints_but_does_not_edit_people(commune: Commune) -> None:
    client = as_(commune.commune.chair)
    page = text(client, f"/co-quan/nguoi/{commune.commune.clerk.person_id}/")
    assert "Việc này của: Quản trị, Thường trực Hội đồng." in page
    assert 'name="birth_year"' not in page


def test_a_first_password_is_on_a_slip_until_it_is_handed_over(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    person = commune.head(commune.village).person
    address = f"/co-quan/tai-khoan/cap/{person.pk}/"
    assert 'value="sinhhv"' in text(client, address)
    said = {"username": "sinhhv", "telephone": "0912 345 678"}
    assert client.post(address, said)["Location"] == "/co-quan/tai-khoan/phieu/"
    assert "đã có tài khoản" in text(client, address, said | {"once": "khac"})
    password = client.session["slips"][0]["password"]
    assert User.objects.get(username="sinhhv").check_password(password)
    assert password in text(client, "/co-quan/tai-khoan/phieu/")
    printed = client.get("/co-quan/tai-khoan/phieu.pdf")
    with pypdfium2.PdfDocument(printed.content) as pdf:
        words = pdf[0].get_textpage().get_text_range()
    assert (password in words, "Hứa Văn Sinh" in words, printed["Content-Type"]) == (
        True,
        True,
        "application/pdf",
    )
    assert client.post("/co-quan/tai-khoan/phieu/")["Location"] == "/co-quan/tai-khoan/"
    assert password not in text(client, "/co-quan/tai-khoan/phieu/")
    assert client.get("/co-quan/tai-khoan/phieu.pdf")["Location"] == "/co-quan/tai-khoan/phieu/"


def test_everybody_gets_an_account_with_one_press(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    assert "Cấp cho tất cả và in phiếu" in text(client, "/co-quan/tai-khoan/")
    for _ in range(2):
        client.post("/co-quan/tai-khoan/moi-nguoi/")
    assert (User.objects.count(), len(client.session["slips"])) == (13, 12)
    assert "Xem và in 12 phiếu" in text(client, "/co-quan/tai-khoan/")


def test_an_account_is_renewed_stopped_opened_and_gets_a_telephone(commune: Commune) -> None:
    client = as_(commune.commune.admin)
    account = make_user(commune.commune.clerk, "lynv")
    assert client.post("/co-quan/tai-khoan/lynv/cap-lai/")["Location"] == "/co-quan/tai-khoan/phieu/"
    for to, active in (("stop", False), ("stop", False), ("open", True)):
        client.post("/co-quan/tai-khoan/lynv/dung/", {"to": to})
        account.refresh_from_db()
        assert account.is_active is active
    address = "/co-quan/tai-khoan/lynv/dien-thoai/"
    assert client.post(address, {"telephone": "0912345678"})["Location"] == "/co-quan/tai-khoan/"
    assert "cần 10 chữ số" in text(client, address, {"telephone": "12"})
    assert client.get("/co-quan/tai-khoan/lynv/cap-lai/").status_code == 405


def test_a_council_is_founded_and_seated(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    said = {"name": "Hội đồng TĐKT xã", "founded_by": "Quyết định số 40/QĐ-UBND", "starts": "20/3/2023"}
    assert client.post("/co-quan/hoi-dong/thanh-lap/", said)["Location"] == "/co-quan/hoi-dong/"
    council = Council.objects.get(unit=commune.commune.unit, ends=None)
    seat = {"person": str(commune.commune.chair.person_id), "post": "chair", "starts": "20/3/2023"}
    assert client.post("/co-quan/hoi-dong/", seat)["Location"] == "/co-quan/hoi-dong/"
    assert "đang là thành viên Hội đồng." in text(client, "/co-quan/hoi-dong/", seat)
    assert (
        client.post("/co-quan/hoi-dong/quy-che/", {"rules_paper": "Quy chế số 5"})["Location"]
        == "/co-quan/hoi-dong/"
    )
    member = council.members.get()
    assert (
        client.post(f"/co-quan/hoi-dong/thanh-vien/{member.pk}/thoi/", {"ends": "01/4/2023"}).status_code
        == 302
    )
    page = text(client, "/co-quan/hoi-dong/")
    for words in ("Quy chế số 5", "đến 01/4/2023", "Hội đồng trước đây"):
        assert words in page


def test_an_office_without_a_council_is_asked_for_its_decision(commune: Commune) -> None:
    CouncilMember.objects.all().delete()
    Council.objects.all().delete()
    client = as_(commune.commune.chair)
    assert "Ghi quyết định thành lập" in text(client, "/co-quan/hoi-dong/")
    assert client.get("/co-quan/hoi-dong/quy-che/")["Location"] == "/co-quan/hoi-dong/thanh-lap/"
    assert "Việc này của" in text(as_(commune.commune.clerk), "/co-quan/hoi-dong/")


def test_books_are_opened_set_and_carried_over(commune: Commune) -> None:
    client = as_(commune.commune.clerk)
    said = {"year": "2023", "series": "office", "name": "Sổ quyết định", "kinds": ["quyet_dinh"],
            "suffix": "UBND",
            "next_number": "5"}  # fmt: skip
    assert client.post("/co-quan/so-van-ban/mo/", said)["Location"] == "/co-quan/so-van-ban/"
    book = NumberBook.objects.get(name="Sổ quyết định")
    assert (book.next_number, book.kinds) == (5, ["quyet_dinh"])
    address = f"/co-quan/so-van-ban/{book.pk}/so-tiep-theo/"
    assert client.post(address, {"number": "38", "why": "sổ giấy"})["Location"] == "/co-quan/so-van-ban/"
    book.refresh_from_db()
    assert book.next_number == 38
    assert "Quyết định" in text(client, "/co-quan/so-van-ban/")
    Installation.objects.update(working_day=date(2024, 1, 2))
    assert "Mở sổ như năm trước" in text(client, "/co-quan/so-van-ban/")
    client.post("/co-quan/so-van-ban/mo-nam-moi/")
    assert NumberBook.objects.filter(unit=commune.commune.unit, year=2024).count() == 3


def test_a_rule_is_confirmed_with_its_paper(commune: Commune) -> None:
    LocalRule.objects.all().delete()
    client = as_(commune.commune.chair)
    address = "/co-quan/quy-tac/council_quorum/"
    assert "Đề xuất, chưa có căn cứ" in text(client, address)
    assert "đề xuất, chưa có căn cứ" in text(client, "/co-quan/quy-tac/")
    assert "không dùng được" in text(
        client, address, {"value": "nhiều", "paper": "Quy chế", "starts": "20/3/2023"}
    )
    said = {"value": "2/3", "paper": "Quy chế số 5/QC-HĐ", "starts": "20/3/2023"}
    assert client.post(address, said)["Location"] == "/co-quan/quy-tac/"
    page = text(client, address)
    assert "Thay đổi từ một ngày" in page
    assert "; Lương Quốc Thịnh, Chủ tịch UBND xã Nà Lâm ghi ngày 20/3/2023" in page
    assert '<option value="nearest"' in text(client, "/co-quan/quy-tac/bonus_rounding/")
    locked = as_(commune.commune.clerk)
    assert "Việc này của: Thường trực Hội đồng, Chủ tịch." in text(locked, address)
    refused = locked.post(address, said | {"value": "1/2", "starts": "01/4/2023"})
    assert LocalRule.objects.filter(rule="council_quorum").count() == 1
    assert refused.status_code == 200


def test_a_sheet_is_looked_at_before_it_is_taken_in(commune: Commune) -> None:
    client = as_(commune.commune.standing)
    answer = client.post(
        "/co-quan/nhap/nguoi/", {"pasted": "Họ và tên\tĐơn vị\nNông Thị Hằng\tThôn Lạ\nLộc Văn Ba\t"}
    )
    page = text(client, answer["Location"])
    assert "Không có đơn vị “Thôn Lạ”." in page
    assert "Ghi tất cả các dòng" not in page
    assert "Còn dòng chưa đúng (2); chưa ghi dòng nào." in text(client, answer["Location"], {})
    good = client.post("/co-quan/nhap/nguoi/", {"pasted": "Nông Thị Hằng\tThôn Khuổi Cáp"})["Location"]
    assert "Ghi tất cả các dòng" in text(client, good)
    assert client.post(good)["Location"] == "/co-quan/nguoi/"
    assert Person.objects.filter(name="Nông Thị Hằng", unit=commune.village).count() == 1
    assert "Đã nhập 1 người." in text(client, good)


def test_the_template_comes_back_filled_in(commune: Commune) -> None:
    client = as_(commune.commune.admin)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/co-quan/nhap/don-vi/mau.xlsx").content))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]][:3] == ["Tên", "Cấp", "Trực thuộc"]
    sheet.append(["Trạm Y tế xã Nà Lâm", "cơ quan", "xã Nà Lâm", "Trạm Y tế"])
    held = io.BytesIO()
    book.save(held)
    upload = SimpleUploadedFile("don-vi.xlsx", held.getvalue())
    preview = client.post("/co-quan/nhap/don-vi/", {"sheet": upload})["Location"]
    assert client.post(preview)["Location"] == "/co-quan/don-vi/"
    assert Unit.objects.get(code="tram-y-te").short_name == "Trạm Y tế"
    assert client.get("/co-quan/nhap/nguoi/mau.xlsx").status_code == 200


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"once": "a"}, "Hãy dán bảng, hoặc chọn một tệp (một trong hai)."),
        ({"sheet": SimpleUploadedFile("a.pdf", b"%PDF-1.7")},
         "Chưa đọc được loại bảng này; hãy lưu thành .xlsx, .xls, .ods hoặc .csv."),
    ],
)  # fmt: skip
def test_a_sheet_that_cannot_be_read_is_refused(
    commune: Commune, said: dict[str, object], sentence: str
) -> None:
    assert sentence in text(as_(commune.commune.admin), "/co-quan/nhap/don-vi/", said)
    assert Run.objects.count() == 0


@pytest.mark.parametrize(
    "address", ["/co-quan/don-vi/", "/co-quan/nguoi/", "/co-quan/chuc-vu/", "/co-quan/tai-khoan/"]
)
def test_lists_ask_the_database_as_often_for_three_rows_as_for_one(
    commune: Commune, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    neighbour = make_unit(
        "Ủy ban nhân dân xã Khác", "khac", "xa", commune.province.unit, short_name="xã Khác"
    )
    client = as_(make_mandate(neighbour, "Lý Văn Xa", role="standing", title="Thường trực"))
    client.get(address)
    with CaptureQueriesContext(connection) as first:
        client.get(address)
    for number in range(3):
        village = make_unit(f"Thôn {number}", f"thon-{number}", "thon", neighbour)
        make_user(
            make_mandate(village, f"Lý Văn {number}", role="village_head", title="Trưởng thôn"),
            f"thon{number}",
        )
    with django_assert_num_queries(len(first.captured_queries)):
        client.get(address)


def test_a_file_is_downloaded_by_those_who_may_see_it(commune: Commune) -> None:
    head = commune.head(commune.village)
    kept = attach(
        SimpleUploadedFile("minh chứng.pdf", b"%PDF-1.7"),
        about=commune.village,
        purpose="x",
        mandate=head,
        on=DAY,
    )
    answer = as_(head).get(f"/tep/{kept.pk}/")
    assert answer.content == b"%PDF-1.7"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''minh%20ch")
    assert answer["X-Content-Type-Options"] == "nosniff"
    neighbour = make_unit("Ủy ban nhân dân xã Khác", "khac", "xa", commune.province.unit)
    stranger = make_mandate(neighbour, "Lý Văn Xa", role="standing", title="Thường trực")
    assert as_(stranger).get(f"/tep/{kept.pk}/").status_code == 404
    assert Client().get(f"/tep/{kept.pk}/").status_code == 302


@pytest.mark.parametrize("role", ["admin", "standing", "chair", "clerk", "member", "village_head"])
def test_settings_and_reports_link_only_to_what_one_may_open(commune: Commune, role: str) -> None:
    mandate = commune.head(commune.village) if role == "village_head" else commune.commune.mandates[role]
    client = as_(mandate)
    person = (f"/co-quan/nguoi/{mandate.person_id}/",) if role in ("admin", "standing", "chair") else ()
    for page in ("/co-quan/", "/bao-cao/", *person):
        content = text(client, page).split("<main", 1)[1]
        links = sorted(set(re.findall(r'href="(/[^"#]*)"', content)))
        assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_a_setting_one_may_not_open_is_still_named(commune: Commune) -> None:
    content = text(as_(commune.head(commune.village)), "/co-quan/")
    assert "<b>Tài khoản</b>" in content
    assert '<a href="/co-quan/so-van-ban/">Sổ văn bản</a>' in content
