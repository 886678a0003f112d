"""The work of a plan on its pages: the officer's list, a village head on a phone, recipients, days."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.commune import Commune, make_campaign, make_commune, make_unit, make_user
from tests.factories.plans import PLAN, make_prepared_campaign
from tests.factories.work import DAY, lay_down, make_work, part_of, task_of
from thidua.campaigns.assign import TaskWords, add_task
from thidua.campaigns.launch import open_campaign
from thidua.campaigns.models import Assignment, Campaign, Deadline, Delivery, Expectation, ParentPlan, Task
from thidua.org.models import Installation, Mandate
from thidua.records.models import Attachment, Message, OfficialDocument

pytestmark = pytest.mark.django_db
SENT = {"csrfmiddlewaretoken": "x"}  # a form sent with nothing filled in
BACKEND = "thidua.web.login.NameOrTelephoneBackend"


@pytest.fixture
def whole() -> Commune:
    whole = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=date(2023, 4, 24))
    return whole


@pytest.fixture
def campaign(whole: Commune) -> Campaign:
    return make_work(whole, make_campaign(whole))


def as_(mandate: Mandate, name: str = "nguoi-dung") -> Client:
    client = Client()
    client.force_login(make_user(mandate, name), backend=BACKEND)
    return client


def page(client: Client, name: str, *args: object, query: str = "") -> str:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def said(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def test_the_officer_sees_who_has_what_by_when(whole: Commune, campaign: Campaign) -> None:
    shown = page(as_(whole.commune.standing), "campaign-work", campaign.code)
    assert "Tổ chức ra quân, báo cáo trước ngày 20/4/2023" in shown
    assert "quá hạn 4 ngày" in shown
    assert "chưa rõ: Phòng Kinh tế" in shown
    assert "Mô hình, phần việc hoàn thành" in shown
    assert "kế hoạch không ghi số" in shown


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?tim=ra+quan", "Tổ chức ra quân", "Theo dõi, nhắc việc"),
        ("?tinh_trang=waiting", "Hướng dẫn các thôn", "Tổ chức ra quân"),
        ("?tinh_trang=late&han=past", "Tổ chức ra quân", "Theo dõi, nhắc việc"),
        ("?han=none", "Theo dõi, nhắc việc", "Tổ chức ra quân"),
        ("?han=week", "Không có nhiệm vụ nào như bộ lọc", "Tổ chức ra quân"),
        ("?tinh_trang=gi-do", "Tổ chức ra quân", "Không có nhiệm vụ nào"),
    ],
)
def test_the_list_is_filtered(
    whole: Commune, campaign: Campaign, query: str, shown: str, hidden: str
) -> None:
    found = page(as_(whole.commune.standing), "campaign-work", campaign.code, query=query)
    assert shown in found
    assert hidden not in found


def test_the_list_is_filtered_by_owner(whole: Commune, campaign: Campaign) -> None:
    query = f"?ai={whole.village.pk}"
    found = page(as_(whole.commune.standing), "campaign-work", campaign.code, query=query)
    assert "Tổ chức ra quân" in found
    assert "Theo dõi, nhắc việc" not in found


def test_the_excel_has_a_line_for_each_who_has_a_task(whole: Commune, campaign: Campaign) -> None:
    answer = as_(whole.commune.standing).get(reverse("work-sheet", args=[campaign.code]))
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.values)  # type: ignore[union-attr]
    assert [(row[0], row[2], row[4]) for row in rows[1:]] == [
        ("VI.1", "Thôn Bản Vàng", "quá hạn"),
        ("VI.1", "Thôn Khuổi Cáp", "quá hạn"),
        ("VI.1", "Ủy ban Mặt trận Tổ quốc xã Nà Lâm", "quá hạn"),
        ("VI.2", "Thường trực Hội đồng", "đang làm"),
        ("VI.3", "Phòng Kinh tế", "chờ giao"),
    ]


def test_a_village_head_does_the_work_on_a_phone(whole: Commune, campaign: Campaign) -> None:
    client = as_(whole.head(whole.village))
    opened = client.get(reverse("campaign-work", args=[campaign.code]), follow=True)
    assert opened.redirect_chain[-1][0] == reverse("unit-work", args=[campaign.code, "khuoi-cap"])
    assert "Chưa xác nhận đã nhận kế hoạch" in said(opened)
    assert "Theo dõi, nhắc việc" not in said(opened)
    part = part_of(campaign, "VI.1", "khuoi-cap")
    address = reverse("finish-task", args=[campaign.code, part.pk])
    proof = SimpleUploadedFile("anh.txt", "40 người".encode())
    done = client.post(address, {"text": "40 người ra quân", "done_on": "", "evidence": [proof]}, follow=True)
    assert "Đã ghi: xong nhiệm vụ." in said(done)
    assert "40 người ra quân" in said(done)
    assert Attachment.objects.get().about_id == part.pk
    assert "Kết quả đã ghi" in page(client, "finish-task", campaign.code, part.pk)
    client.post(reverse("reopen-task", args=[campaign.code, part.pk]), {"reason": "còn một xóm"})
    assert Assignment.objects.get(pk=part.pk).state == "doing"
    client.post(reverse("acknowledge-message", args=[Message.objects.get(to_unit=whole.village).pk]))
    assert "Chưa xác nhận" not in page(client, "unit-work", campaign.code, "khuoi-cap")


def test_the_district_is_offered_no_link_that_it_may_not_open(whole: Commune, campaign: Campaign) -> None:
    assert whole.district is not None
    officer = as_(whole.district.standing)
    text = page(officer, "campaign-work", campaign.code)
    links = set(re.findall(rf'href="(/dot/{campaign.code}/[^"]+)"', text))
    answers = {link: officer.get(link).status_code for link in links}
    assert {link: status for link, status in answers.items() if status != 200} == {}


def test_neighbours_see_nothing_of_each_other(whole: Commune, campaign: Campaign) -> None:
    client = as_(whole.head(whole.villages[1]))
    theirs = part_of(campaign, "VI.1", "khuoi-cap")
    for name, args in (
        ("unit-work", ["khuoi-cap"]),
        ("finish-task", [theirs.pk]),
        ("reopen-task", [theirs.pk]),
        ("task", [task_of(campaign, "VI.2").code]),
        ("recipient", [Delivery.objects.get(unit=whole.village).pk]),
        ("expectation", [campaign.expectations.first().code]),  # type: ignore[union-attr]
    ):
        assert client.get(reverse(name, args=[campaign.code, *args])).status_code == 404
    for name in ("campaign-recipients", "campaign-schedule", "campaign-parent", "task-new"):
        assert client.get(reverse(name, args=[campaign.code])).status_code == 403
    shown = page(client, "task", campaign.code, task_of(campaign, "VI.1").code)
    assert "Thôn Bản Vàng" in shown
    assert "Thôn Khuổi Cáp" not in shown


def test_the_officer_gives_corrects_withdraws_and_writes_for_a_unit(
    whole: Commune, campaign: Campaign
) -> None:
    client, task = as_(whole.commune.standing), task_of(campaign, "VI.3")
    address = [campaign.code, task.code]
    refused = client.post(reverse("give-task", args=address), SENT)
    assert "Chưa chọn ai làm nhiệm vụ này." in said(refused)
    client.post(reverse("give-task", args=address), {"units": [whole.village.pk], "roles": ["culture"]})
    assert sorted(part.who for part in task.assignments.all()) == ["Công chức văn hóa", "Thôn Khuổi Cáp"]
    version = Task.objects.get(pk=task.pk).version
    client.post(
        reverse("task", args=address), {"text": "Hướng dẫn đăng ký", "due": "28/4/2023", "version": version}
    )
    assert "còn 4 ngày" in page(client, "task", *address)
    part = part_of(campaign, "VI.3", "khuoi-cap")
    finish = reverse("finish-task", args=[campaign.code, part.pk])
    assert "Nhận bằng cách nào" in said(client.get(finish))
    done = client.post(finish, {"text": "Đã xong", "how": "nhận qua điện thoại, ngày 24/4/2023"})
    assert done["Location"] == reverse("task", args=address)
    client.post(reverse("withdraw-task", args=address), {"reason": "trùng việc"})
    assert "Khôi phục" in page(client, "task", *address)
    client.post(reverse("restore-task", args=address))
    assert Task.objects.get(pk=task.pk).state == "given"
    added = client.post(reverse("task-new", args=[campaign.code]), {"text": "Kẻ pa nô", "due": ""})
    assert added["Location"] == reverse(
        "give-task", args=[campaign.code, Task.objects.get(text="Kẻ pa nô").code]
    )


def test_who_holds_an_office_does_its_task_from_the_desk(whole: Commune, campaign: Campaign) -> None:
    standing = part_of(campaign, "VI.2", "na-lam")
    client = as_(whole.commune.standing)
    desk = page(client, "desk")
    assert "Theo dõi, nhắc việc" in desk
    assert "Chọn người làm cho 1 nhiệm vụ của kế hoạch" in desk
    assert "Xem 1 nơi nhận kế hoạch chưa rõ" in desk
    done = client.post(reverse("finish-task", args=[campaign.code, standing.pk]), {"text": "Đã nhắc"})
    assert done.status_code == 302
    assert "Báo xong" not in page(client, "desk")
    culture = as_(whole.commune.culture, "van-hoa")
    Assignment.objects.filter(pk=standing.pk).update(role="culture", state="doing")
    back = culture.post(reverse("finish-task", args=[campaign.code, standing.pk]), {"text": "Đã đăng"})
    assert back["Location"] == reverse("desk")


def test_an_expectation_is_corrected_acknowledged_and_left_out(whole: Commune, campaign: Campaign) -> None:
    client, found = as_(whole.commune.standing), Expectation.objects.get(counts="news")
    address = [campaign.code, found.code]
    assert "chưa có, cần ít nhất 01" in page(client, "expectation", *address)
    client.post(reverse("expectation", args=address), {"counts": "news", "per": "campaign", "at_least": "3"})
    empty = client.post(reverse("move-expectation", args=[*address, "ghi-nhan"]), {"why": ""})
    assert empty.status_code == 200
    client.post(reverse("move-expectation", args=[*address, "ghi-nhan"]), {"why": "đăng ở cổng của huyện"})
    assert "đăng ở cổng của huyện" in page(client, "expectation", *address)
    client.post(reverse("move-expectation", args=[*address, "theo-doi"]), {"why": "đếm lại"})
    client.post(reverse("move-expectation", args=[*address, "khong-ap-dung"]), {"why": "không có loa"})
    assert "không áp dụng" in page(client, "expectation", *address)


def test_recipients_are_found_noted_added_and_reminded(whole: Commune, campaign: Campaign) -> None:
    client = as_(whole.commune.standing)
    assert "0 trên 5 nơi đã nhận" in page(client, "campaign-recipients", campaign.code)
    open_one, village = Delivery.objects.get(unit=None), Delivery.objects.get(unit=whole.village)
    school = whole.bodies[1]
    for address, sent in (
        (reverse("recipient", args=[campaign.code, village.pk]), {"by": "Hứa Văn Sinh", "how": "điện thoại"}),
        (reverse("place-recipient", args=[campaign.code, open_one.pk]), {"unit": school.pk}),
        (reverse("remove-recipient", args=[campaign.code, village.pk]), {"reason": "ghi nhầm"}),
        (reverse("campaign-recipients", args=[campaign.code]), {"unit": whole.village.pk}),
    ):
        page(client, "recipient", campaign.code, village.pk)
        assert client.post(address, SENT).status_code == 200
        assert client.post(address, sent)["Location"] == reverse("campaign-recipients", args=[campaign.code])
    assert "1 trên 5 nơi đã nhận" in page(client, "campaign-recipients", campaign.code)
    silent = [str(unit.pk) for unit in (whole.body, school, whole.villages[1])]
    remind = reverse("remind", args=[campaign.code, "nhan-ke-hoach"])
    sent_form = {"missing": "receipt", "units": silent, "signer": whole.commune.vice_chair.pk}
    client.post(remind, sent_form)
    letter = OfficialDocument.objects.get()
    assert sorted(one.unit.code for one in letter.reminders.all()) == ["ban-vang", "mttq", "truong"]


def test_proposed_days_are_confirmed_counted_back_and_moved(whole: Commune, campaign: Campaign) -> None:
    client, address = as_(whole.commune.standing), reverse("campaign-schedule", args=[campaign.code])
    for kind, day in (("review", date(2023, 6, 5)), ("ceremony", date(2023, 6, 15))):
        Deadline.objects.create(campaign=campaign, kind=kind, day=day, says="đề xuất, kế hoạch không ghi")
    assert "Xác nhận 2 mốc thời gian đề xuất" in page(client, "desk")
    assert "Chọn ít nhất một mốc đề xuất." in said(client.post(address, SENT))
    client.post(address, {"kinds": ["review"]})
    back = reverse("count-back", args=[campaign.code])
    early = client.post(back, {"ceremony": "05/6/2023", "session": "10"})
    assert "Tính lùi ra ngày không sau ngày kết thúc đợt" in said(early)
    client.post(back, {"ceremony": "16/6/2023", "session": "5", "review": ""})
    remind = reverse("remind", args=[campaign.code, "tong-ket"])
    assert f'href="{remind}"' in page(client, "campaign-schedule", campaign.code)
    assert "Thôn Khuổi Cáp" in said(client.get(remind))
    move = reverse("move-deadline", args=[campaign.code, "session"])
    assert "Đang là ngày 09/6/2023" in said(client.get(move))
    client.post(move, {"day": "12/6/2023", "reason": "trùng họp"})
    assert list(campaign.deadlines.values_list("kind", "says")) == [
        ("review", "cơ quan xác nhận mốc đề xuất"),
        ("session", "dời từ 09/6/2023: trùng họp"),
        ("ceremony", "cơ quan đặt"),
    ]


def test_a_proposed_day_binds_no_unit(whole: Commune, campaign: Campaign) -> None:
    client = as_(whole.head(whole.village))
    Deadline.objects.create(campaign=campaign, kind="register", day=DAY, says="đề xuất, kế hoạch không ghi")
    assert "15/3/2023" not in page(client, "unit-work", campaign.code, "khuoi-cap").split("Mốc thời gian")[1]
    Deadline.objects.update(says="cơ quan đặt")
    assert "15/3/2023" in page(client, "unit-work", campaign.code, "khuoi-cap").split("Mốc thời gian")[1]


def test_the_plan_above_is_linked_and_compared(whole: Commune, campaign: Campaign) -> None:
    client, address = as_(whole.commune.standing), reverse("campaign-parent", args=[campaign.code])
    assert "Hãy chọn một đợt của cấp trên, hoặc một tệp kế hoạch." in said(client.post(address, SENT))
    client.post(address, {"upload": SimpleUploadedFile("huyen.txt", PLAN.encode())})
    shown = page(client, "campaign-parent", campaign.code)
    assert "chưa ai xem lại lời đọc" in shown
    assert "<ins>" in shown
    client.post(reverse("unlink-parent", args=[campaign.code]))
    assert not ParentPlan.objects.exists()
    assert whole.district is not None
    Campaign.objects.filter(pk=campaign.pk).update(slug="cua-xa")
    above = make_campaign(whole)
    Campaign.objects.filter(pk=above.pk).update(unit=whole.district.unit, short_title="Đợt của huyện")
    client.post(address, {"source": above.code})
    assert "trùng từng chữ với kế hoạch cấp trên" in page(client, "campaign-parent", campaign.code)


def test_a_task_leads_back_to_its_place_in_the_plan(whole: Commune) -> None:
    prepared = make_prepared_campaign(whole, way="original", number_text="45/KH-UBND", day=date(2023, 3, 9))
    assert prepared.plan is not None
    campaign = open_campaign(prepared.plan, mandate=whole.commune.standing, on=DAY)
    task = campaign.tasks.first()
    assert task is not None
    place = prepared.intake.proposals.get(value=task.said)
    anchor = f"{reverse('plan', args=[prepared.intake.code])}#y-{place.pk}"
    assert f'href="{anchor}"' in page(as_(whole.commune.standing), "campaign-work", campaign.code)
    assert f'id="y-{place.pk}"' in page(as_(whole.commune.chair, "chu-tich"), "plan", prepared.intake.code)
    unit_task = add_task(campaign, words=TaskWords("Ra quân"), mandate=whole.commune.standing, on=DAY)
    Task.objects.filter(pk=unit_task.pk).update(said=task.said, clause="VI.9", state="given")
    Assignment.objects.create(task=unit_task, unit=whole.village)
    shown = page(as_(whole.head(whole.village), "thon"), "unit-work", campaign.code, "khuoi-cap")
    assert f'href="{reverse("paper", args=[prepared.plan.code])}"' in shown
    assert anchor not in shown


def test_a_campaign_opened_before_gets_its_work_by_one_click(whole: Commune) -> None:
    campaign = lay_down(make_campaign(whole))
    client = as_(whole.commune.standing)
    assert "Lập danh mục việc theo kế hoạch" in page(client, "campaign-work", campaign.code)
    client.post(reverse("draw-up-work", args=[campaign.code]))
    assert campaign.tasks.count() == 3
    assert "Kế hoạch không giao nhiệm vụ nào" in page(
        as_(whole.province.standing, "tinh"), "campaign-work", campaign.code
    )


@pytest.mark.parametrize(
    "name", ["campaign-work", "campaign-recipients", "work-sheet", "unit-work", "task", "desk"]
)
def test_lists_cost_the_same_for_one_task_and_for_three(
    whole: Commune, campaign: Campaign, name: str
) -> None:
    client = as_(whole.commune.standing)
    code = task_of(campaign, "VI.1").code
    args = {"unit-work": [campaign.code, "khuoi-cap"], "task": [campaign.code, code], "desk": []}
    address = reverse(name, args=args.get(name, [campaign.code]))
    counts = []
    for more in ((), ("phai-xom", "na-pheo")):
        for place in more:
            unit = make_unit(f"Thôn {place}", place, "thon", whole.commune.unit)
            for task in (task_of(campaign, "VI.1"), task_of(campaign, "VI.2")):
                Assignment.objects.create(task=task, unit=unit)
            extra = add_task(campaign, words=TaskWords(place), mandate=whole.commune.standing, on=DAY)
            Assignment.objects.create(task=extra, unit=whole.village)
            Assignment.objects.create(task=extra, unit=whole.commune.unit, role="standing")
            Task.objects.filter(pk=extra.pk).update(state="given")
            Delivery.objects.create(campaign=campaign, order=9, words=place, unit=unit)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
