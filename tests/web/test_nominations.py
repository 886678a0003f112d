"""The pages of nominating, as a village head, the officer and the chair use them."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.awards.dossiers import DAY, complete, entry_for, sent, started
from tests.factories.commune import (
    make_campaign,
    make_collective,
    make_household,
    make_person,
    make_user,
)
from thidua.awards.models import Appraisal, Confirmation, DossierItem, Nomination
from thidua.awards.nominate import save_dossier
from thidua.campaigns.models import Criterion, UnitReview
from thidua.org.models import Person
from thidua.records.models import OfficialDocument
from thidua.web.templatetags.nominations import award_in_short

pytestmark = pytest.mark.django_db
BACKEND = "thidua.web.login.NameOrTelephoneBackend"


@pytest.fixture
def tai(whole):
    return make_person(whole.village, "Lộc Văn Tài", position="Nông dân")


def as_(mandate, name="nguoi-dung"):
    client = Client()
    client.force_login(make_user(mandate, name), backend=BACKEND)
    return client


def words(response):
    return response.content.decode()


def address(name, *args, **query):
    asked = "&".join(f"{key.replace('_', '-')}={value}" for key, value in query.items())
    return reverse(name, args=args) + (f"?{asked}" if asked else "")


def start(campaign, **more):
    return {"award": campaign.awards.get(form="giay_khen_huyen").pk, "candidate": "", "name": "", **more}


def typed(nomination, **more):
    claims = {f"claim-{claim.criterion_id}": "Có ảnh" for claim in nomination.claims.all()}
    return {
        "version": nomination.version,
        "group": nomination.group,
        "address": nomination.address,
        "achievement": "Vận động 62 hộ",
        "section-result": "Đã làm xong",
        "achieved_from": "15/3/2023",
        "achieved_to": "31/5/2023",
        "open_matter": "none",
        **claims,
        **more,
    }


def test_an_empty_list_says_what_to_do(whole, campaign):
    page = words(as_(whole.head(whole.village)).get(reverse("campaign-nominations", args=[campaign.code])))
    assert "Chưa có đề nghị nào" in page
    assert "Soạn giấy tờ đề nghị" in page


def test_a_village_head_nominates_somebody_on_file_and_is_led_to_the_dossier(whole, campaign, tai):
    client = as_(whole.head(whole.village))
    url = address("new-nomination", dot=campaign.code)
    assert "Lộc Văn Tài" in words(client.get(url))
    page = client.post(url, start(campaign, candidate=f"individual:{tai.pk}"), follow=True)
    nomination = Nomination.objects.get()
    assert page.redirect_chain[-1][0] == reverse("dossier", args=[nomination.code])
    assert "Đã lập đề nghị. Tiếp theo: ghi hồ sơ." in words(page)


def test_the_form_sent_twice_nominates_once(whole, campaign, tai):
    client, url = as_(whole.head(whole.village)), address("new-nomination", dot=campaign.code)
    for _ in range(2):
        answer = client.post(url, start(campaign, candidate=f"individual:{tai.pk}", once="mot-lan"))
        assert answer.status_code == 302
    assert Nomination.objects.count() == 1


@pytest.mark.parametrize(
    ("recipient", "name"),
    [("individual", "Hoàng Thị Cúc"), ("household", "Hộ bà Nông Thị Thắm"), ("collective", "Tổ hợp tác hồi")],
)
def test_a_new_name_is_typed_once(whole, campaign, recipient, name):
    client, url = as_(whole.head(whole.village)), address("new-nomination", dot=campaign.code)
    client.post(url, start(campaign, recipient=recipient, name=name, honorific="Bà", is_direct_worker="on"))
    assert Nomination.objects.values_list("recipient", "name").get() == (recipient, name)


@pytest.mark.parametrize(("make", "kind"), [(make_collective, "collective"), (make_household, "household")])
def test_a_collective_or_household_on_file_is_chosen(whole, campaign, make, kind):
    client, url = as_(whole.head(whole.village)), address("new-nomination", dot=campaign.code)
    client.post(url, start(campaign, candidate=f"{kind}:{make(whole.village).pk}"))
    assert Nomination.objects.get().recipient == kind


def test_nobody_or_two_people_at_once_is_an_error_and_typed_text_stays(whole, campaign, tai):
    client, url = as_(whole.head(whole.village)), address("new-nomination", dot=campaign.code)
    assert "Chọn một tên trong danh sách, hoặc ghi tên mới ở dưới." in words(
        client.post(url, start(campaign))
    )
    both = client.post(url, start(campaign, candidate=f"individual:{tai.pk}", name="Hoàng Thị Cúc"))
    assert "Đã chọn tên có sẵn ở trên; hãy bỏ một trong hai." in words(both)
    assert 'value="Hoàng Thị Cúc"' in words(both)


def test_a_form_without_standard_is_locked_with_its_clause(whole, campaign):
    campaign.awards.filter(form="giay_khen_xa").update(standard_set_on=None)
    page = words(as_(whole.head(whole.village)).get(address("new-nomination", dot=campaign.code)))
    assert "Chủ tịch chưa quy định tiêu chuẩn của Giấy khen của Chủ tịch UBND xã" in page
    assert "mục V.2.1 của kế hoạch" in page
    campaign.awards.exclude(form="giay_khen_xa").update(delegated=True)
    page = words(as_(whole.head(whole.body), "khac").get(address("new-nomination", dot=campaign.code)))
    assert "Chưa hình thức nào có tiêu chuẩn" in page


def test_nominating_is_over_when_the_campaign_is(whole):
    campaign = make_campaign(whole, state="closed")
    page = words(as_(whole.head(whole.village)).get(address("new-nomination", dot=campaign.code)))
    assert "không nhận đề nghị khen thưởng" in page


def test_the_officer_chooses_the_unit_and_says_how_it_came(whole, campaign, tai):
    client = as_(whole.commune.standing)
    assert "Thôn Bản Vàng" in words(client.get(address("new-nomination", dot=campaign.code)))
    url = address("new-nomination", dot=campaign.code, don_vi="khuoi-cap")
    chosen = {"candidate": f"individual:{tai.pk}"}
    assert client.post(url, start(campaign, **chosen)).status_code == 200
    client.post(url, start(campaign, how="nhận bản giấy ngày 01/6/2023", **chosen))
    assert Nomination.objects.get().how == "nhận bản giấy ngày 01/6/2023"


def test_the_district_nominates_nobody_here(whole, campaign):
    client = as_(whole.district.standing)
    assert "Đề nghị do đơn vị lập" in words(client.get(address("new-nomination", dot=campaign.code)))
    assert client.get(address("new-nomination", dot=campaign.code, don_vi="khuoi-cap")).status_code == 404


def test_the_dossier_is_written_and_sent_from_its_page(whole, campaign, tai):
    nomination, client = started(whole, tai, campaign=campaign), as_(whole.head(whole.village))
    url = reverse("dossier", args=[nomination.code])
    assert "Mẫu số 07" in words(client.get(url))
    page = client.post(url, typed(nomination), follow=True)
    assert "Đã ghi hồ sơ." in words(page)
    part = reverse("dossier-part", args=[nomination.code])
    for name in ("to_trinh", "bao_cao", "bien_ban"):
        client.post(part, {"part": name, "note": "bản giấy nhận ngày 01/6/2023"})
    client.post(reverse("confirm-report", args=[nomination.code]), {"text": "Đúng"})
    assert (DossierItem.objects.count(), Confirmation.objects.get().text) == (3, "Đúng")
    assert "Hồ sơ đủ, gửi được." in words(client.get(reverse("nomination", args=[nomination.code])))
    client.post(reverse("move-nomination", args=[nomination.code, "gui"]))
    nomination.refresh_from_db()
    assert nomination.state == "submitted"
    assert "Lấy lại để sửa" in words(client.get(reverse("nomination", args=[nomination.code])))


def test_a_stale_dossier_keeps_what_was_typed(whole, campaign, tai):
    nomination, client = started(whole, tai, campaign=campaign), as_(whole.head(whole.village))
    old = typed(nomination, achievement="Chữ của tôi")
    save_dossier(nomination, entry=entry_for(nomination), mandate=whole.commune.standing, on=DAY)
    page = words(client.post(reverse("dossier", args=[nomination.code]), old))
    assert "Nội dung đã được người khác sửa" in page
    assert "Chữ của tôi" in page


def test_two_groups_of_criteria_are_offered(whole, campaign, tai):
    nomination = started(whole, tai, campaign=campaign)
    Criterion.objects.create(
        award=nomination.award, order=9, recipient="individual", group="Nông dân", text="Giỏi"
    )
    page = words(as_(whole.commune.standing).get(reverse("dossier", args=[nomination.code])))
    assert '<option value="Nông dân">Nông dân</option>' in page
    assert "Nhận bằng cách nào" in page


def test_a_part_comes_as_a_file_and_a_bad_one_is_explained(whole, campaign, tai):
    nomination, client = started(whole, tai, campaign=campaign), as_(whole.head(whole.village))
    url = reverse("dossier-part", args=[nomination.code])
    client.post(url, {"part": "bien_ban", "upload": SimpleUploadedFile("bb.txt", "Biên bản".encode())})
    assert "bb.txt" in words(client.get(reverse("nomination", args=[nomination.code])))
    assert "Hãy chọn tệp, hoặc ghi bản giấy nhận ngày nào." in words(client.post(url, {"part": "bien_ban"}))


def test_a_report_that_is_not_written_is_not_confirmed(whole, campaign, tai):
    nomination, client = started(whole, tai, campaign=campaign), as_(whole.head(whole.village))
    page = client.post(reverse("confirm-report", args=[nomination.code]), {"text": ""})
    assert "Chưa có báo cáo thành tích để xác nhận." in words(page)


def test_withdrawing_asks_for_the_reason(whole, campaign, tai):
    nomination, client = started(whole, tai, campaign=campaign), as_(whole.head(whole.village))
    url = reverse("withdraw-nomination", args=[nomination.code])
    assert "Rút hẳn đề nghị này" in words(client.get(url))
    assert client.post(url, {"reason": ""}).status_code == 200
    assert "Đã rút đề nghị của Lộc Văn Tài." in words(client.post(url, {"reason": "Nhầm"}, follow=True))


def test_the_report_and_the_papers_of_the_unit_are_drafted(whole, campaign, tai):
    nomination, head = complete(whole, tai, campaign=campaign), whole.head(whole.village)
    client = as_(head)
    client.post(reverse("move-nomination", args=[nomination.code, "bao-cao"]))
    assert OfficialDocument.objects.get().purpose == "achievement_report"
    papers = reverse("unit-papers", args=[campaign.code, "khuoi-cap"])
    assert "Chưa ghi cuộc họp xét" in words(client.post(papers, follow=True))
    UnitReview.objects.create(
        campaign=campaign, unit=whole.village, met_on=DAY, chair="Hứa Văn Sinh", secretary="Chu Thị Lụa"
    )
    assert "Đã soạn 3 văn bản của Thôn Khuổi Cáp" in words(client.post(papers, follow=True))


def test_the_list_is_grouped_and_sorted_by_given_name(whole, campaign, tai):
    started(whole, tai, campaign=campaign)
    started(whole, make_person(whole.village, "Hoàng Thị Cúc", honorific="Bà"), campaign=campaign)
    started(whole, make_household(whole.village), campaign=campaign)
    page = words(as_(whole.commune.standing).get(reverse("campaign-nominations", args=[campaign.code])))
    places = [
        page.index(said) for said in ("Hoàng Thị <b>Cúc</b>", "Lộc Văn <b>Tài</b>", "Chu Văn <b>Quyền</b>")
    ]
    assert places == sorted(places)
    assert "1/2 (50 %)" in page
    assert "0/1" in page
    assert '<span class="badge">đang lập hồ sơ</span>' in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"tim": "tai"}, ["Tài"]),
        ({"tim": "ban vang"}, ["Cúc"]),
        ({"don_vi": "khuoi-cap"}, ["Tài"]),
        ({"hinh_thuc": "giay_khen_xa"}, ["Cúc"]),
        ({"doi_tuong": "household"}, []),
        ({"trang_thai": "draft"}, ["Cúc", "Tài"]),
        ({"trang_thai": "bịa"}, ["Cúc", "Tài"]),
    ],
)
def test_the_list_is_narrowed(whole, campaign, tai, query, shown):
    started(whole, tai, campaign=campaign)
    cuc = make_person(whole.villages[1], "Hoàng Thị Cúc", honorific="Bà")
    started(whole, cuc, form="giay_khen_xa", campaign=campaign)
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    page = words(as_(whole.commune.standing).get(f"{reverse('nominations')}?{asked}"))
    assert [name for name in ("Cúc", "Tài") if f"<b>{name}</b>" in page] == shown


def test_the_list_comes_out_as_a_spreadsheet(whole, campaign, tai):
    sent(whole, tai, campaign=campaign)
    client = as_(whole.commune.standing)
    answer = client.get(address("nominations-sheet", dot=campaign.code))
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[1][1:4] == ("cá nhân", "Ông", "Lộc Văn Tài")
    assert rows[1][5:7] == ("Nông dân", "Nông dân, thôn Khuổi Cáp")
    assert rows[1][13:] == ("1/1", "đã gửi, chờ thẩm định", "01/6/2023", "15/6/2023")
    assert client.get(reverse("nominations-sheet")).status_code == 200


def test_the_links_of_the_list_keep_its_conditions_and_nothing_empty(whole, campaign, tai):
    sent(whole, tai, campaign=campaign)
    client = as_(whole.commune.standing)
    page = client.get(reverse("campaign-nominations", args=[campaign.code])).content.decode()
    assert f'href="/de-nghi/danh-sach.xlsx?dot={campaign.code}"' in page
    page = client.get("/de-nghi/?tim=Lộc&don-vi=&trang=1").content.decode()
    assert 'href="/de-nghi/danh-sach.xlsx?tim=L%E1%BB%99c"' in page
    assert 'href="/de-nghi/danh-sach.xlsx"' in client.get("/de-nghi/").content.decode()


def test_the_list_says_on_whose_desk_a_dossier_lies(whole, campaign, tai):
    sent(whole, tai, campaign=campaign)
    page = as_(whole.commune.standing).get("/de-nghi/").content.decode()
    assert '</span><small class="nowrap">ở bàn Thường trực Hội đồng</small></td>' in page
    form = award_in_short(Nomination.objects.get().award.title)
    assert f'<td class="nowrap" data-label="Hình thức">{form}</td>' in page
    assert award_in_short("Giấy khen của Chủ tịch UBND xã") == "Giấy khen xã"


def test_several_are_sent_or_taken_up_together_and_who_cannot_is_named(whole, campaign, tai):
    ready = complete(whole, tai, campaign=campaign)
    cuc = started(whole, make_person(whole.village, "Hoàng Thị Cúc"), campaign=campaign)
    client, url = as_(whole.head(whole.village)), reverse("nominations-chosen")
    data = {"viec": "gui", "chon": [ready.code, cuc.code], "dot": campaign.code}
    page = words(client.post(url, data, follow=True))
    assert "Đã gửi 1 hồ sơ." in page
    assert "Hoàng Thị Cúc: Chưa có tóm tắt thành tích" in page
    as_(whole.commune.standing, "thuong-truc").post(url, {"viec": "tham-dinh", "chon": [ready.code]})
    assert Appraisal.objects.get().nomination == ready


def test_what_one_may_not_know_of_is_not_found(whole, campaign, tai):
    nomination = started(whole, tai, campaign=campaign)
    for mandate, name in ((whole.head(whole.villages[1]), "thon-khac"), (whole.district.standing, "huyen")):
        client = as_(mandate, name)
        for page in ("nomination", "dossier", "appraisal", "withdraw-nomination"):
            assert client.get(reverse(page, args=[nomination.code])).status_code == 404


def test_what_one_may_know_of_but_not_do_is_a_sentence(whole, campaign, tai):
    nomination = sent(whole, tai, campaign=campaign)
    client = as_(whole.commune.chair)
    assert client.get(reverse("nomination", args=[nomination.code])).status_code == 200
    answer = client.get(reverse("dossier", args=[nomination.code]))
    assert answer.status_code == 403
    assert "Việc này của: Thủ trưởng đơn vị, Trưởng thôn." in words(answer)


def queries_for(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_the_list_costs_the_same_for_one_and_three(whole, campaign, tai):
    client = as_(whole.commune.standing)
    sent(whole, tai, campaign=campaign)
    urls = [
        reverse("campaign-nominations", args=[campaign.code]),
        reverse("campaign-appraisals", args=[campaign.code]),
    ]
    one = [queries_for(client, url) for url in urls]
    for name in ("Hoàng Thị Cúc", "Vy Thị Hạnh"):
        sent(whole, make_person(whole.villages[1], name), form="bang_khen_tinh", campaign=campaign)
    assert [queries_for(client, url) for url in urls] == one


def test_the_whole_list_is_shown_on_one_page_for_printing(whole, campaign, tai):
    first = started(whole, tai, campaign=campaign)
    for place in range(55):
        person = Person.objects.create(name=f"Người Thứ {place}", unit=whole.village)
        Nomination.objects.create(
            campaign=campaign,
            award=first.award,
            unit=whole.village,
            holder=whole.village,
            code=f"m{place}",
            recipient="individual",
            person=person,
            name=person.name,
            governed_on=date(2023, 6, 1),
        )
    client, url = as_(whole.commune.standing), reverse("campaign-nominations", args=[campaign.code])
    assert words(client.get(url)).count('name="chon"') == 50
    assert "Trang 1 trên 2" in words(client.get(url))
    assert words(client.get(url + "?tat-ca=1")).count('name="chon"') == 56
