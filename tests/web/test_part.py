"""The pages of registration, progress and reminders, as a village head and the officer use them."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.commune import make_commune, make_unit, make_user
from thidua.campaigns.models import ModelProject, ProgressEntry, Registration
from thidua.campaigns.queries.part import registration_of
from thidua.org.models import Installation
from thidua.records.models import Attachment, OfficialDocument

pytestmark = pytest.mark.django_db
BACKEND = "thidua.web.login.NameOrTelephoneBackend"


@pytest.fixture
def whole():
    whole = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=date(2023, 4, 20))
    return whole


def as_(mandate, name="nguoi-dung"):
    client = Client()
    client.force_login(make_user(mandate, name), backend=BACKEND)
    return client


def typed(campaign, text="Trồng rừng mới", **more):
    contents = list(campaign.contents.all())
    rows = {"chi-tieu-TOTAL_FORMS": "2", "chi-tieu-INITIAL_FORMS": "2"}
    for place, content in enumerate(contents):
        rows |= {
            f"chi-tieu-{place}-content": content.pk,
            f"chi-tieu-{place}-text": text if place == 0 else "",
        }
    return rows | {
        "chi-tieu-0-goal": "3,5",
        "chi-tieu-0-measure": "ha",
        "project_title": "Đường tự quản",
        **more,
    }


def test_a_village_head_opens_the_own_registration_and_sends_it(whole, campaign):
    client = as_(whole.head(whole.village))
    page = client.get(reverse("campaign-registrations", args=[campaign.code]), follow=True)
    assert page.redirect_chain[-1][0] == reverse("unit-registration", args=[campaign.code, "khuoi-cap"])
    sent = client.post(page.request["PATH_INFO"], typed(campaign, send="1"), follow=True)
    assert "Đã gửi đăng ký của Thôn Khuổi Cáp." in sent.content.decode()
    found = Registration.objects.get()
    assert (found.state, found.targets.get().text, ModelProject.objects.get().title) == (
        "submitted",
        "Trồng rừng mới",
        "Đường tự quản",
    )


def test_the_same_form_sent_twice_is_one_registration_and_typed_text_is_kept_on_error(whole, campaign):
    client, address = (
        as_(whole.head(whole.village)),
        reverse("unit-registration", args=[campaign.code, "khuoi-cap"]),
    )
    for _ in range(2):
        client.post(address, typed(campaign, once="mot-lan"))
    assert Registration.objects.get().version == 1
    bad = client.post(address, typed(campaign, "", project_title="Vườn mẫu"))
    assert "Ghi chỉ tiêu là việc gì" in bad.content.decode()
    assert "Vườn mẫu" in bad.content.decode()


def test_another_village_is_not_found(whole, campaign):
    client = as_(whole.head(whole.village))
    for name in ("unit-registration", "unit-progress"):
        assert client.get(reverse(name, args=[campaign.code, "ban-vang"])).status_code == 404


def test_the_officer_types_for_a_village_receives_and_returns(whole, campaign):
    client, address = (
        as_(whole.commune.standing),
        reverse("unit-registration", args=[campaign.code, "ban-vang"]),
    )
    assert "Nhận bằng cách nào" in client.get(address).content.decode()
    client.post(address, typed(campaign, send="1", how="nhận qua điện thoại, ngày 20/4/2023"))
    client.post(reverse("move-registration", args=[campaign.code, "ban-vang", "nhan"]))
    assert registration_of(campaign, whole.villages[1]).state == "accepted"
    assert "Trả lại để sửa" in client.get(address).content.decode()
    empty = client.post(reverse("return-registration", args=[campaign.code, "ban-vang"]), {"remark": ""})
    assert empty.status_code == 200
    client.post(
        reverse("return-registration", args=[campaign.code, "ban-vang"]), {"remark": "Ghi rõ diện tích"}
    )
    assert registration_of(campaign, whole.villages[1]).remark == "Ghi rõ diện tích"


def test_the_unit_takes_its_registration_back(whole, campaign):
    client = as_(whole.head(whole.village))
    client.post(reverse("unit-registration", args=[campaign.code, "khuoi-cap"]), typed(campaign, send="1"))
    client.post(reverse("move-registration", args=[campaign.code, "khuoi-cap", "lay-lai"]))
    assert registration_of(campaign, whole.village).state == "draft"


def test_a_report_with_a_file_and_the_state_of_the_model(whole, campaign):
    client = as_(whole.head(whole.village))
    client.post(reverse("unit-registration", args=[campaign.code, "khuoi-cap"]), typed(campaign, send="1"))
    address = reverse("unit-progress", args=[campaign.code, "khuoi-cap"])
    target = registration_of(campaign, whole.village).targets.get()
    note = SimpleUploadedFile("ghi-chep.txt", "Đã trồng 2 ha ở đồi Khau Phja".encode())
    client.post(address, {"target": target.pk, "value": "2,5", "text": "Đã trồng", "evidence": [note]})
    assert str(ProgressEntry.objects.get().value) == "2.50"
    assert Attachment.objects.get().name == "ghi-chep.txt"
    page = client.get(address).content.decode()
    assert "2,5 trên 3,5 ha" in page
    assert "ghi-chep.txt" in page
    client.post(
        reverse("project-stage", args=[ModelProject.objects.get().code]),
        {"stage": "done", "result": "1,2 km"},
    )
    assert ModelProject.objects.get().stage == "done"


def test_the_officer_reminds_exactly_the_silent(whole, campaign):
    client = as_(whole.commune.standing)
    client.post(
        reverse("unit-registration", args=[campaign.code, "ban-vang"]),
        typed(campaign, send="1", how="bản giấy"),
        follow=True,
    )
    address = reverse("remind", args=[campaign.code, "dang-ky"])
    page = client.get(address).content.decode()
    assert "Thôn Khuổi Cáp" in page
    assert "Thôn Bản Vàng" not in page
    done = client.post(
        address,
        {
            "missing": "registration",
            "units": [whole.village.pk],
            "signer": whole.commune.chair.pk,
        },
    )
    letter = OfficialDocument.objects.get()
    assert done.url == reverse("paper", args=[letter.code])
    assert [r.unit.code for r in letter.reminders.all()] == ["khuoi-cap"]


def test_a_village_head_may_not_remind(whole, campaign):
    answer = as_(whole.head(whole.village)).get(reverse("remind", args=[campaign.code, "bao-cao"]))
    assert answer.status_code == 403
    assert "Thường trực Hội đồng" in answer.content.decode()


@pytest.mark.parametrize("name", ["campaign-registrations", "campaign-track"])
def test_lists_cost_the_same_for_four_units_and_for_six(whole, campaign, name):
    client, address = as_(whole.commune.standing), reverse(name, args=[campaign.code])
    counts = []
    for more in ((), ("phai-xom", "na-pheo")):
        for code in more:
            make_unit(f"Thôn {code}", code, "thon", whole.commune.unit)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_district_reads_the_lists_without_ways_that_lead_nowhere(whole, campaign):
    client = as_(whole.district.standing)
    for name in ("campaign-registrations", "campaign-track"):
        content = client.get(reverse(name, args=[campaign.code])).content.decode().split("<main", 1)[1]
        links = {link for link in re.findall(r'href="(/[^"#]*)"', content) if "/van-ban/" not in link}
        assert "Thôn Khuổi Cáp" in content
        assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_the_form_opens_what_was_typed_and_folds_the_other_contents(whole, campaign):
    client, address = (
        as_(whole.head(whole.village)),
        reverse("unit-registration", args=[campaign.code, "khuoi-cap"]),
    )
    contents = campaign.contents.count()
    fresh = client.get(address).content.decode()
    assert (fresh.count('<details class="fold" open>'), fresh.count('<details class="fold">')) == (
        1,
        contents - 1 + 2,
    )
    bad = client.post(address, typed(campaign, "") | {"chi-tieu-1-goal": "5"}).content.decode()
    assert bad.count('<details class="fold" open>') == 2


def test_who_may_not_type_for_a_unit_is_offered_to_look(whole, campaign):
    address = reverse("campaign-registrations", args=[campaign.code])
    pages = [as_(mandate, name).get(address).content.decode() for mandate, name in (
        (whole.commune.standing, "thuongtruc"), (whole.commune.accountant, "ketoan"),
    )]  # fmt: skip
    assert [page.count(">Ghi thay<") > 0 for page in pages] == [True, False]
