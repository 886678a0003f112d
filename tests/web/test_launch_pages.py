"""The pages of launch in depth: changes of a campaign by paper, the units' own plans, movements above."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.commune import as_
from thidua.campaigns.models import CampaignChange, ParentMovement, UnitPlan
from thidua.campaigns.steer import apply_change
from thidua.org.models import Installation
from thidua.records.issue import give_number
from thidua.records.models import Message
from thidua.records.sign import send_for_signature, sign

DAY = date(2023, 5, 10)


@pytest.fixture(autouse=True)
def working_day(whole):
    Installation.objects.update(is_demo=True, working_day=DAY)


def text(answer):
    return answer.content.decode()


def test_a_campaign_is_suspended_by_a_paper_and_the_units_read_why(whole, campaign):
    client, place = as_(whole.commune.standing), reverse("campaign-changes", args=[campaign.code])
    assert "Đợt thi đua chưa thay đổi lần nào" in text(client.get(place))
    address = reverse("campaign-change", args=[campaign.code, "tam-dung"])
    empty = client.post(address, {"reason": "", "form": "quyet_dinh"})
    assert "Lý do" in text(empty)
    drafted = client.post(address, {"reason": "Mưa lũ kéo dài.", "form": "quyet_dinh"})
    change = CampaignChange.objects.select_related("document").get()
    assert drafted.url == reverse("paper", args=[change.document.code])
    assert "Đang có văn bản tạm dừng chưa phát hành" in text(client.get(place))
    paper = change.document
    send_for_signature(paper, mandate=whole.commune.standing, on=DAY)
    sign(paper, mandate=whole.commune.chair, on=DAY)
    give_number(paper, day=DAY, mandate=whole.commune.clerk, on=DAY)
    apply_change(paper, mandate=whole.commune.clerk, on=DAY)
    head = as_(whole.head(whole.village))
    form = text(head.get(reverse("unit-registration", args=[campaign.code, "khuoi-cap"])))
    assert "Đợt thi đua đang tạm dừng theo" in form
    told = Message.objects.get(to_unit=whole.village, purpose="campaign_change")
    assert "Tạm dừng theo" in text(head.get(reverse("message", args=[told.pk])))
    assert "đã có hiệu lực" in text(head.get(place))


def test_extending_moves_only_the_deadlines_that_were_changed(whole, campaign):
    for kind, day in (("report", date(2023, 5, 8)), ("review", date(2023, 6, 2))):
        campaign.deadlines.create(kind=kind, day=day)
    client = as_(whole.commune.standing)
    address = reverse("campaign-change", args=[campaign.code, "gia-han"])
    assert "Sau ngày kết thúc đã định: 31/5/2023." in text(client.get(address))
    sent = {"reason": "Mưa lũ", "form": "thong_bao", "ends": "15/6/2023",
            "moc-report": "08/5/2023", "moc-review": "20/6/2023"}  # fmt: skip
    early = client.post(address, sent | {"ends": "30/5/2023"})
    assert "Gia hạn thì ngày kết thúc mới phải sau ngày 31/5/2023." in text(early)
    client.post(address, sent)
    change = CampaignChange.objects.get()
    assert (change.ends, change.days) == (date(2023, 6, 15), {"review": "2023-06-20"})


# The unit's own plan


def plan_of_one_line(campaign, **more):
    first = campaign.contents.first()
    return {"viec-TOTAL_FORMS": "1", "viec-INITIAL_FORMS": "1", "viec-0-content": first.pk,
            "viec-0-text": "Phát dọn đường vào khu sản xuất", "viec-0-who": "Chi hội Nông dân",
            "viec-0-due": "20/5/2023", "project_title": "Đường hoa", **more}  # fmt: skip


def test_a_village_writes_its_plan_and_the_commune_sends_it_back_and_reads_it(whole, campaign):
    head, officer = as_(whole.head(whole.village)), as_(whole.commune.standing)
    own = head.get(reverse("unit-plans", args=[campaign.code]))
    address = reverse("unit-plan", args=[campaign.code, "khuoi-cap"])
    assert own.url == address
    head.post(address, plan_of_one_line(campaign))
    assert UnitPlan.objects.get().state == "draft"
    head.post(address, plan_of_one_line(campaign, send="1", version=UnitPlan.objects.get().version))
    assert "1 trên 4 đơn vị" in text(officer.get(reverse("unit-plans", args=[campaign.code])))
    back = reverse("return-unit-plan", args=[campaign.code, "khuoi-cap"])
    assert "Cần sửa gì" in text(officer.post(back, {"remark": ""}))
    officer.post(back, {"remark": "Ghi rõ mấy ki-lô-mét."})
    form = text(head.get(address))
    assert ("Ghi rõ mấy ki-lô-mét." in form, "Chi hội Nông dân" in form) == (True, True)
    head.post(address, plan_of_one_line(campaign, send="1", version=UnitPlan.objects.get().version))
    move = {slug: reverse("move-unit-plan", args=[campaign.code, "khuoi-cap", slug])
            for slug in ("lay-lai", "da-xem", "van-ban")}  # fmt: skip
    officer.post(move["da-xem"])
    assert "Không thể chuyển từ" in text(head.post(move["lay-lai"], follow=True))
    drafted = head.post(move["van-ban"], follow=True)
    assert "Thực hiện đợt thi đua “Thi đua chào mừng 90 năm”" in text(drafted)


def test_a_line_without_content_or_without_words_is_marked(whole, campaign):
    head, address = as_(whole.head(whole.village)), reverse("unit-plan", args=[campaign.code, "khuoi-cap"])
    sent = plan_of_one_line(campaign, **{"viec-0-content": ""})
    assert "Chọn nội dung thi đua mà việc này thực hiện." in text(head.post(address, sent))
    sent = plan_of_one_line(campaign, **{"viec-0-text": ""})
    assert "Ghi việc cụ thể, hoặc xóa người làm ở dòng này." in text(head.post(address, sent))
    missing = reverse("move-unit-plan", args=[campaign.code, "khuoi-cap", "da-xem"])
    assert as_(whole.commune.standing).post(missing).status_code == 404


# Movements above


def test_movements_are_read_tied_and_taken_off(whole, campaign):
    campaign.purposes = ["Hưởng ứng phong trào “Xanh đồi, sạch suối”."]
    campaign.save()
    client, place = as_(whole.commune.standing), reverse("campaign-movements", args=[campaign.code])
    assert "Chưa ghi phong trào, chỉ thị nào" in text(client.get(place))
    again = reverse("read-movements", args=[campaign.code])
    assert "Đọc thêm được 1." in text(client.post(again, follow=True))
    assert "Kế hoạch không nêu thêm" in text(client.post(again, follow=True))
    found = ParentMovement.objects.get()
    one = reverse("movement", args=[campaign.code, found.pk])
    assert "Hưởng ứng phong trào" in text(client.get(one))
    client.post(one, {"source": ""})
    off = reverse("remove-movement", args=[campaign.code, found.pk])
    assert client.post(off, {"reason": ""}).status_code == 200
    client.post(off, {"reason": "Đọc nhầm"})
    assert "Chưa ghi phong trào" in text(client.get(place))
    added = client.post(place, {"kind": "movement", "name": "Xanh đồi, sạch suối"}, follow=True)
    assert "Đã thêm vào danh sách." in text(added)


def test_the_page_of_overlaps(whole, campaign):
    client = as_(whole.commune.chair)
    assert "Không có hai đợt nào chồng nhau" in text(client.get(reverse("campaign-overlaps")))
    assert as_(whole.commune.culture).get(reverse("campaign-overlaps")).status_code == 403
