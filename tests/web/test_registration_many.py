"""Many registrations at once as the officer uses them: the grid, the printed sheets, the table both ways."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.factories.commune import as_, make_mandate, make_unit
from tests.web.launch_doors import ROW
from thidua.campaigns.models import Campaign, Registration
from thidua.campaigns.queries.registration_rows import COLUMNS
from thidua.org.models import Installation, Mandate
from thidua.reading.files.sheet import read_sheet
from thidua.records.models import Run


@pytest.fixture(autouse=True)
def working_day(whole):
    Installation.objects.update(is_demo=True, working_day=date(2023, 3, 20))


def grid_of(campaign, *codes, text="Trồng rừng mới", goal="3,5", **more):
    sent = {"unit": codes, "way": "nhận qua điện thoại", "received_on": "18/3/2023", **more}
    contents = list(campaign.contents.all())
    for code in codes:
        rows = f"chi-tieu-{code}"
        sent |= {f"{rows}-TOTAL_FORMS": "2", f"{rows}-INITIAL_FORMS": "2"}
        sent |= {f"{rows}-{place}-content": content.pk for place, content in enumerate(contents)}
        sent |= {f"{rows}-0-text": text, f"{rows}-0-goal": goal, f"{rows}-0-measure": "ha"}
    return sent


def test_two_telephone_answers_are_typed_in_one_table_and_received(whole, campaign):
    client, address = as_(whole.commune.standing), reverse("registration-grid", args=[campaign.code])
    shown = client.get(address).content.decode()
    assert shown.count('name="unit"') == 4
    sent = grid_of(campaign, "khuoi-cap", "ban-vang") | {"don-vi-ban-vang-way": "nhận bản giấy"}
    answer = client.post(address, sent, follow=True).content.decode()
    assert "Đã ghi và nhận đăng ký của 2 đơn vị." in answer
    assert answer.count('name="unit"') == 2
    found = Registration.objects.order_by("unit__code")
    assert [(one.unit.code, one.state, one.how) for one in found] == [
        ("ban-vang", "accepted", "nhận bản giấy, ngày 18/3/2023"),
        ("khuoi-cap", "accepted", "nhận qua điện thoại, ngày 18/3/2023"),
    ]


def test_a_wrong_cell_is_marked_where_it_is_and_nothing_typed_is_lost(whole, campaign):
    client, address = as_(whole.commune.standing), reverse("registration-grid", args=[campaign.code])
    sent = grid_of(campaign, "khuoi-cap", "ban-vang") | {"chi-tieu-ban-vang-0-goal": "ba rưỡi"}
    answer = client.post(address, sent).content.decode()
    assert "Còn ô chưa đúng, đánh dấu ngay tại ô: Thôn Bản Vàng." in answer
    assert (answer.count('value="Trồng rừng mới"'), 'value="ba rưỡi"' in answer) == (2, True)
    assert not Registration.objects.exists()


def test_an_odd_number_asks_in_its_cell_and_is_taken_after_the_tick(whole, campaign):
    client, address = as_(whole.commune.standing), reverse("registration-grid", args=[campaign.code])
    sent = grid_of(campaign, "ban-vang", goal="1") | {"chi-tieu-ban-vang-0-base": "2"}
    asked = client.post(address, sent).content.decode()
    assert "Mức đăng ký 1 thấp hơn hiện có 2, có đúng không?" in asked
    assert 'name="chi-tieu-ban-vang-0-sure"' in asked
    client.post(address, sent | {"chi-tieu-ban-vang-0-sure": "on", "keep": "1"})
    found = Registration.objects.get()
    assert (found.state, found.targets.get().base) == ("draft", Decimal(2))


def test_an_empty_grid_a_future_day_and_a_registration_sent_meanwhile(whole, campaign):
    client, address = as_(whole.commune.standing), reverse("registration-grid", args=[campaign.code])
    empty = client.post(
        address, grid_of(campaign, "ban-vang", text="", goal="") | {"chi-tieu-ban-vang-0-measure": ""}
    )
    assert "Chưa ghi đăng ký của đơn vị nào." in empty.content.decode()
    future = client.post(address, grid_of(campaign, "ban-vang", received_on="21/3/2023"))
    assert "Ngày nhận không thể sau hôm nay." in future.content.decode()
    client.post(address, grid_of(campaign, "ban-vang"))
    late = client.post(address, grid_of(campaign, "ban-vang", text="Trồng hồi")).content.decode()
    assert "Thôn Bản Vàng: Đăng ký đã gửi." in late
    assert 'value="Trồng hồi"' in late


def test_when_all_have_sent_the_grid_says_so(whole, campaign):
    client, address = as_(whole.commune.standing), reverse("registration-grid", args=[campaign.code])
    client.post(address, grid_of(campaign, "khuoi-cap", "ban-vang", "mttq", "truong"))
    assert "Mọi đơn vị đã gửi đăng ký" in client.get(address).content.decode()


@pytest.mark.parametrize("name", ["registration-grid", "registration-table", "unit-plans"])
def test_more_units_cost_no_more_queries(whole, campaign, name):
    client, address = as_(whole.commune.standing), reverse(name, args=[campaign.code])

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    client.post(reverse("registration-grid", args=[campaign.code]), grid_of(campaign, "ban-vang", keep="1"))
    client.get(address)
    before = cost()
    for number in (1, 2):
        make_unit(f"Thôn Mới {number}", f"thon-moi-{number}", "thon", whole.commune.unit)
    assert cost() == before


# Paper and Excel


def test_the_sheets_are_a_page_per_unit_and_the_code_leads_to_its_form(whole, campaign):
    client = as_(whole.commune.standing)
    address = reverse("registration-sheets", args=[campaign.code])
    assert len(pypdfium2.PdfDocument(client.get(address).content)) == 4
    assert len(pypdfium2.PdfDocument(client.get(f"{address}?don-vi=ban-vang").content)) == 1
    code = reverse("scanned-registration", args=[campaign.code, "khuoi-cap"])
    head = as_(whole.head(whole.village)).get(code)
    assert head.url == reverse("unit-registration", args=[campaign.code, "khuoi-cap"])


def test_the_code_on_a_sheet_is_no_key(whole, campaign):
    code = reverse("scanned-registration", args=[campaign.code, "khuoi-cap"])
    stranger = as_(whole.head(whole.villages[1])).get(code)
    assert stranger.status_code == 404
    assert "Mã trên phiếu không thay cho tài khoản" in stranger.content.decode()
    assert Client().get(code).url == f"{reverse('account_login')}?next={code}"


def test_who_heads_two_units_is_asked_to_take_up_the_other_office(whole, campaign):
    mine = whole.head(whole.villages[1])
    other = make_mandate(whole.village, "Tạm", role="village_head", title="Phó Trưởng thôn")
    Mandate.objects.filter(pk=other.pk).update(person=mine.person)
    page = as_(mine).get(reverse("scanned-registration", args=[campaign.code, "khuoi-cap"]))
    if page.status_code == 302:  # the browser began in the office of that very village
        assert page.url == reverse("unit-registration", args=[campaign.code, "khuoi-cap"])
    else:
        assert "Ghi đăng ký của Thôn Khuổi Cáp" in page.content.decode()


def filled(campaign, client):
    """The table of the campaign as it is downloaded, with one row filled in."""
    table = client.get(reverse("registration-table", args=[campaign.code]))
    rows = read_sheet("bang.xlsx", table.content)
    assert rows[0] == list(COLUMNS)
    assert len(rows) == 1 + 4 * 2
    return "\n".join("\t".join(row) for row in (rows[0], ROW))


def test_the_table_goes_out_and_comes_back(whole, campaign):
    client = as_(whole.commune.standing)
    address = reverse("registration-table-in", args=[campaign.code])
    preview = client.post(address, {"pasted": filled(campaign, client)}, follow=True)
    assert "Cả 1 dòng đều đúng." in preview.content.decode()
    assert "Bảng của" in client.get(address).content.decode()
    place = preview.request["PATH_INFO"]
    done = client.post(place, {"receive": "on"}, follow=True).content.decode()
    assert "Đã ghi đăng ký của các đơn vị trong bảng." in done
    found = Registration.objects.get()
    assert (found.state, found.targets.get().text) == ("accepted", "Trồng rừng mới")
    assert "Đã nhập đăng ký của 1 đơn vị." in client.get(place).content.decode()


def test_a_faulty_table_is_given_back_with_what_to_correct(whole, campaign):
    client = as_(whole.commune.standing)
    pasted = filled(campaign, client).replace("3,5", "ba rưỡi")
    address = reverse("registration-table-in", args=[campaign.code])
    preview = client.post(address, {"pasted": pasted}, follow=True)
    assert "1 dòng chưa đúng" in preview.content.decode()
    run = Run.objects.get(kind="registrations")
    again = client.get(reverse("registration-list-faults", args=[run.pk]))
    rows = read_sheet("bang.xlsx", BytesIO(again.content).getvalue())
    assert rows[1][-1] == "“ba rưỡi” không phải là một số; ghi số riêng, đơn vị tính ở cột bên."
    client.post(reverse("drop-registration-list", args=[run.pk]))
    assert not Run.objects.filter(kind="registrations").exists()


def test_an_odd_table_needs_the_tick(whole, campaign):
    client = as_(whole.commune.standing)
    pasted = filled(campaign, client).replace("\t3,5\tha", "\t120\t%")
    preview = client.post(
        reverse("registration-table-in", args=[campaign.code]), {"pasted": pasted}, follow=True
    )
    place = preview.request["PATH_INFO"]
    refused = client.post(place, {"receive": "on"}).content.decode()
    assert "Còn số được hỏi lại" in refused
    client.post(place, {"sure": "on"})
    assert Registration.objects.get().state == "draft"


def test_only_the_standing_officer_opens_them(whole, campaign):
    client = as_(whole.head(whole.village))
    names = ("registration-grid", "registration-sheets", "registration-table", "registration-table-in")
    answers = {name: client.get(reverse(name, args=[campaign.code])).status_code for name in names}
    assert answers == dict.fromkeys(names, 403)


# Signed on paper


def photo():
    held = BytesIO()
    Image.new("RGB", (40, 30), "white").save(held, "JPEG")
    return SimpleUploadedFile("giao uoc.jpg", held.getvalue())


def test_the_signed_pledge_and_the_signed_sheet_are_kept_with_their_thing(whole, campaign):
    officer, head = as_(whole.commune.standing), as_(whole.head(whole.village))
    pledge = reverse("signed-pledge", args=[campaign.code])
    assert "Chưa gắn bản nào." in officer.get(pledge).content.decode()
    assert "giao uoc.jpg" in officer.post(pledge, {"upload": photo()}, follow=True).content.decode()
    sheet = reverse("signed-registration", args=[campaign.code, "khuoi-cap"])
    assert head.get(sheet).status_code == 404
    officer.post(reverse("registration-grid", args=[campaign.code]), grid_of(campaign, "khuoi-cap", keep="1"))
    assert "Gửi đăng ký trước" in head.get(sheet).content.decode()
    Registration.objects.update(state="submitted")
    assert "Đã gắn bản có chữ ký." in head.post(sheet, {"upload": photo()}, follow=True).content.decode()
    Campaign.objects.update(state="closed")
    assert "không gắn thêm bản đã ký" in officer.post(pledge, {"upload": photo()}).content.decode()
