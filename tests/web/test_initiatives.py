"""Initiatives on the pages of the office and on the phone of a village head."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.commune import as_, make_person
from tests.web.looking import page
from thidua.campaigns.discover import AuthorEntry, InitiativeEntry, note_initiative
from thidua.campaigns.models import Initiative

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)
AUTHOR = {"tac-gia-TOTAL_FORMS": "2", "tac-gia-INITIAL_FORMS": "0", "tac-gia-0-name": "Nông Thị Mận",
          "tac-gia-0-honorific": "Bà"}  # fmt: skip
TYPED = {"title": "Máng nước tự chảy", "what": "Dẫn nước bằng ống tre.", "amount": "120", "measure": "công"}


@pytest.fixture
def officer(whole):
    return as_(whole.commune.standing)


@pytest.fixture
def head(whole):
    return as_(whole.head(whole.village))


def address(campaign, name, *more):
    return reverse(name, args=[campaign.code, *more])


def test_a_village_head_notes_it_and_the_officer_recognises_it(officer, head, campaign):
    assert "Chưa có sáng kiến nào" in page(head, "initiatives", campaign.code)
    new = address(campaign, "initiative-new")
    assert "Nhận bằng cách nào" not in page(head, "initiative-new", campaign.code)
    empty = head.post(new, TYPED | AUTHOR | {"title": ""}).content.decode()
    assert ("Xin xem lại:" in empty, "Nông Thị Mận" in empty, "Dẫn nước bằng ống tre." in empty) == (
        True,
    ) * 3
    unfinished = head.post(new, TYPED | AUTHOR | {"tac-gia-1-share": "40"}).content.decode()
    assert "Ghi tên tác giả, hoặc bỏ phần đóng góp ở dòng này." in unfinished
    head.post(new, TYPED | AUTHOR)
    found = Initiative.objects.get()
    at = (campaign.code, found.code)
    officer.post(reverse("initiative-recognise", args=at), {"cong-nhan-by": ""})
    paper = {"cong-nhan-by": "Hội đồng sáng kiến huyện", "cong-nhan-paper": "125/QĐ-UBND",
             "cong-nhan-day": "18/4/2023", "cong-nhan-level": "huyen"}  # fmt: skip
    late = officer.post(reverse("initiative-recognise", args=at), paper | {"cong-nhan-day": "21/4/2023"})
    assert "Ngày công nhận 21/4/2023 chưa tới." in late.content.decode()
    officer.post(reverse("initiative-recognise", args=at), paper)
    text = page(head, "initiative", *at)
    assert ("125/QĐ-UBND ngày 18/4/2023" in text, "120 công" in text, "Ghi công nhận" in text) == (
        True, True, False
    )  # fmt: skip
    listed = page(officer, "initiatives", campaign.code)
    assert ("cấp huyện" in listed, "Danh sách sáng kiến" in listed) == (True, True)
    pdf = officer.get(reverse("paper-print", args=["danh-sach-sang-kien", campaign.code, "pdf"]))
    assert pdf["Content-Type"] == "application/pdf"


def test_the_officer_chooses_the_unit_and_says_how_it_came(officer, whole, campaign):
    new = address(campaign, "initiative-new")
    assert f"{new}?don-vi=khuoi-cap" in page(officer, "initiative-new", campaign.code)
    person = make_person(whole.village, "Lộc Văn Tài", birth_year=1971)
    assert "Lộc Văn Tài, sinh năm 1971" in officer.get(f"{new}?don-vi=khuoi-cap").content.decode()
    one = {"tac-gia-TOTAL_FORMS": "1", "tac-gia-INITIAL_FORMS": "0", "tac-gia-0-person": str(person.pk)}
    both = officer.post(f"{new}?don-vi=khuoi-cap", TYPED | one | {"how": "giấy", "tac-gia-0-name": "Ai đó"})
    assert "hãy bỏ một trong hai" in both.content.decode()
    sent = TYPED | one | {"how": "nhận qua điện thoại", "once": "mot-lan"}
    for _ in range(2):
        answer = officer.post(f"{new}?don-vi=khuoi-cap", sent)
    assert answer.url == address(campaign, "initiatives")
    found = Initiative.objects.get()
    at = (campaign.code, found.code)
    again = page(officer, "initiative-edit", *at)
    assert 'value="Máng nước tự chảy"' in again
    kept = sent | {
        "title": "Máng nước mới",
        "version": found.version,
        "tac-gia-INITIAL_FORMS": "1",
        "once": "",
    }
    officer.post(reverse("initiative-edit", args=at), kept)
    stale = officer.post(reverse("initiative-edit", args=at), kept | {"title": "Khác"}).content.decode()
    assert ("Nội dung đã được người khác sửa" in stale, 'value="Khác"' in stale) == (True, True)
    assert Initiative.objects.get().title == "Máng nước mới"


def test_it_is_set_aside_looked_at_again_applied_and_that_taken_back(officer, head, whole, campaign):
    author = AuthorEntry(make_person(whole.village, "Lộc Văn Tài"))
    entry = InitiativeEntry("Máng nước", "Ống tre", (author,))
    found = note_initiative(
        campaign, entry=entry, unit=whole.village, mandate=whole.head(whole.village), on=DAY
    )
    at = (campaign.code, found.code)
    assert (
        "Xin xem lại:"
        in officer.post(reverse("initiative-drop", args=at), {"bo-reason": ""}).content.decode()
    )
    officer.post(reverse("initiative-drop", args=at), {"bo-reason": "Đã có nơi làm"})
    assert "Đã có nơi làm" in page(head, "initiative", *at)
    assert (
        "Xin xem lại:"
        in officer.post(reverse("initiative-reopen", args=at), {"xem-lai-reason": ""}).content.decode()
    )
    officer.post(reverse("initiative-reopen", args=at), {"xem-lai-reason": "Nhầm"})
    late = head.post(
        reverse("initiative-apply", args=at), {"ap-dung-unit": "khuoi-cap", "ap-dung-since": "1/5/2023"}
    )
    assert "Ngày áp dụng 01/5/2023 chưa tới." in late.content.decode()
    head.post(
        reverse("initiative-apply", args=at),
        {"ap-dung-unit": "khuoi-cap", "ap-dung-since": "10/4/2023", "ap-dung-result": "30 hộ dùng"},
    )
    assert "30 hộ dùng" in page(officer, "initiative", *at)
    head.post(reverse("initiative-stop", args=[*at, "khuoi-cap"]))
    assert "Chưa ghi nơi nào áp dụng" in page(officer, "initiative", *at)


def test_the_list_is_searched_and_costs_the_same_for_one_and_for_three(officer, whole, campaign):
    counts = []
    for many in (1, 2):
        for number in range(many):
            author = AuthorEntry(make_person(whole.village, f"Lộc Văn {many}{number}"))
            entry = InitiativeEntry(f"Cách làm {many}{number}", "Ống tre", (author,))
            head = {"mandate": whole.head(whole.village), "on": DAY}
            note_initiative(campaign, entry=entry, unit=whole.village, **head)
        with CaptureQueriesContext(connection) as queries:
            page(officer, "initiatives", campaign.code)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    found = page(officer, "initiatives", campaign.code, tim="cach lam 21")
    assert ("Cách làm 21" in found, "Cách làm 10" in found) == (True, False)
    assert "Không có sáng kiến nào khớp" in page(officer, "initiatives", campaign.code, tim="không có")
    assert "Cách làm 10" in page(officer, "initiatives", campaign.code, buoc="khong-co")
