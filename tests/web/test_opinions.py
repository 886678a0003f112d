"""The pages of asking others: the list of a campaign, who is late, one asking with its answers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.dossiers import DAY, sent
from tests.factories.commune import make_person
from tests.web.test_nominations import as_, words
from thidua.awards import consult
from thidua.awards.models import Adviser, Consultation, Nomination, Opinion
from thidua.org.models import Installation
from thidua.records.models import OfficialDocument
from thidua.reports.desk import waiting_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(whole):
    return as_(whole.commune.standing)


@pytest.fixture
def three(whole, campaign):
    names = ("Lộc Văn Tài", "Hoàng Thị Cúc", "Bế Văn Pảo")
    return [sent(whole, make_person(whole.village, name), campaign=campaign) for name in names]


def page_of(client, name, *args):
    return words(client.get(reverse(name, args=args)))


def ask(client, campaign, nominations, **more):
    body = {"kind": "police", "name": "Công an xã Nà Lâm", "days": "5"} | more
    body["nominations"] = [str(one.pk) for one in nominations]
    client.post(reverse("ask-opinions", args=[campaign.code]), body)
    return Consultation.objects.latest("id")


def test_whom_a_campaign_asks_is_listed_and_struck(whole, campaign, officer):
    assert "Chưa hỏi ý kiến nơi nào" in page_of(officer, "campaign-opinions", campaign.code)
    assert "Chưa có hồ sơ để hỏi" in page_of(officer, "ask-opinions", campaign.code)
    address = reverse("campaign-opinions", args=[campaign.code])
    award = campaign.awards.get(form="bang_khen_tinh")
    body = {"kind": "police", "name": "Công an xã Nà Lâm", "days": "5", "award": award.pk}
    officer.post(address, body)
    assert "Công an xã Nà Lâm đã có trong danh sách." in words(officer.post(address, body))
    listed = Adviser.objects.get()
    page = words(officer.post(reverse("drop-adviser", args=[campaign.code, listed.pk]), follow=True))
    assert "Đã bỏ Công an xã Nà Lâm khỏi danh sách." in page
    chair = page_of(as_(whole.commune.chair, "chu-tich"), "campaign-opinions", campaign.code)
    assert "Thêm nơi cần hỏi" not in chair


def test_a_letter_is_drafted_from_the_page_and_the_slip_printed(whole, campaign, officer, three):
    consult.list_adviser(
        campaign, body=consult.Body("police", "Công an xã Nà Lâm", 5), mandate=whole.commune.standing, on=DAY
    )
    assert "Đã chọn nơi trong danh sách; hãy bỏ một trong hai." in words(
        officer.post(
            reverse("ask-opinions", args=[campaign.code]),
            {"listed": Adviser.objects.get().pk, "name": "Thuế", "nominations": [three[0].pk]},
        )
    )
    listed = {"listed": Adviser.objects.get().pk, "nominations": [one.pk for one in three]}
    officer.post(reverse("ask-opinions", args=[campaign.code]), listed)
    found = Consultation.objects.get()
    page = page_of(officer, "consultation", found.code)
    assert "Công văn lấy ý kiến" in page
    assert "Phiếu trả lời ý kiến" in page
    signer = {"signer": whole.commune.chair.pk}
    officer.post(reverse("paper-draft", args=["cong-van-lay-y-kien", found.code]), signer)
    paper = OfficialDocument.objects.get(purpose="opinion_request")
    assert "Lấy ý kiến Công an xã Nà Lâm" in page_of(officer, "paper", paper.code)
    slip = officer.get(reverse("paper-print", args=["phieu-tra-loi", found.code, "docx"]))
    assert slip.status_code == 200


def test_a_list_of_the_excluded_answers_for_everybody(whole, campaign, officer, three):
    found = ask(officer, campaign, three)
    officer.post(reverse("consultation-asked", args=[found.code]), {"how": "họp giao ban"})
    address = reverse("consultation", args=[found.code])
    typed = {"reply": "Công văn 45/CAX", "replied_on": "01/6/2023"}
    alone = words(officer.post(address, typed | {f"answer-{three[0].pk}": "objects"}))
    assert "Ghi lý do không đồng ý với Lộc Văn Tài." in alone
    listed = "- LOC VAN TAI, bị phạt vi phạm lâm nghiệp\nNgười Không Liên Quan\nBế Văn Pảo"
    officer.post(address, typed | {"excluded": listed})
    answers = Opinion.objects.order_by("nomination__name").values_list("nomination__name", "answer", "reason")
    assert list(answers) == [
        ("Bế Văn Pảo", "objects", "có tên trong danh sách loại trừ"),
        ("Hoàng Thị Cúc", "agrees", ""),
        ("Lộc Văn Tài", "objects", "bị phạt vi phạm lâm nghiệp"),
    ]
    found.refresh_from_db()
    assert found.state == "closed"
    assert "bị phạt vi phạm lâm nghiệp" in page_of(officer, "nomination", three[0].code)
    officer.post(address, typed | {f"answer-{three[0].pk}": "agrees"})
    assert Opinion.objects.get(nomination=three[0]).answer == "agrees"


def test_one_tick_says_that_all_others_agree(whole, campaign, officer, three):
    found = ask(officer, campaign, three)
    officer.post(reverse("consultation-asked", args=[found.code]), {"how": "họp giao ban"})
    typed = {"reply": "Công văn 45", "replied_on": "01/6/2023", "rest_agrees": "on",
             f"answer-{three[1].pk}": "objects", f"reason-{three[1].pk}": "đang xác minh"}  # fmt: skip
    officer.post(reverse("consultation", args=[found.code]), typed)
    answers = Opinion.objects.order_by("nomination__name").values_list("answer", flat=True)
    assert list(answers) == ["agrees", "objects", "agrees"]


def test_an_objection_after_the_appraisal_asks_to_open_it_again(whole, campaign, officer, three):
    found = ask(officer, campaign, three)
    officer.post(reverse("consultation-asked", args=[found.code]), {"how": "họp giao ban"})
    Nomination.objects.filter(pk=three[0].pk).update(state="eligible")
    typed = {"reply": "Công văn 45", "replied_on": "01/6/2023", f"answer-{three[0].pk}": "objects",
             f"reason-{three[0].pk}": "đang xác minh"}  # fmt: skip
    page = words(officer.post(reverse("consultation", args=[found.code]), typed, follow=True))
    assert "Đã kết luận đủ điều kiện: Lộc Văn Tài. Mở lại thẩm định để xét ý kiến này." in page


def test_who_is_late_stands_on_the_desk_and_on_the_list(whole, campaign, officer, three):
    found = ask(officer, campaign, three)
    officer.post(reverse("consultation-asked", args=[found.code]), {"how": "họp giao ban"})
    Installation.objects.update(working_day=date(2023, 6, 20))
    assert "Có 1 nơi chưa trả lời, đã quá hạn." in page_of(officer, "campaign-opinions", campaign.code)
    assert "Quá hạn trả lời" in page_of(officer, "consultation", found.code)
    titles = [one.title for one in waiting_for(whole.commune.standing, on=date(2023, 6, 20))]
    assert "Công an xã Nà Lâm chưa trả lời ý kiến" in titles
    head = waiting_for(whole.head(whole.village), on=date(2023, 6, 20))
    assert [one for one in head if "ý kiến" in one.title] == []


def test_an_asking_nobody_needs_is_dropped_with_the_reason(whole, campaign, officer, three):
    found = ask(officer, campaign, three)
    address = reverse("consultation-cancel", args=[found.code])
    assert officer.post(address, {"reason": ""}).status_code == 200
    assert officer.post(reverse("consultation-asked", args=[found.code]), {"how": ""}).status_code == 200
    officer.post(address, {"reason": "Hỏi nhầm nơi"})
    assert "Lý do bỏ: Hỏi nhầm nơi" in page_of(officer, "consultation", found.code)


def test_the_list_asks_the_same_with_one_row_and_with_three(whole, campaign, officer, three):
    asked = []
    for wanted in ("Công an", "Chi cục Thuế", "Đảng ủy"):
        ask(officer, campaign, three, name=wanted)
        with CaptureQueriesContext(connection) as found:
            page_of(officer, "campaign-opinions", campaign.code)
        asked.append(len(found))
    assert asked[0] == asked[2]
