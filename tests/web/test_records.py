"""Records in the browser: looked up, compared, merged, split, old papers entered and taken in (hồ sơ)."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.dossiers import sent
from tests.factories.commune import (
    Commune,
    as_,
    make_campaign,
    make_collective,
    make_person,
)
from tests.web.people_doors import ASKED, AWARD, SHEET, WARNING
from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Discipline, PastAward
from thidua.awards.remember import keep_past_awards, remember
from thidua.org.identify import merge_records, same_ids
from thidua.org.models import Person
from thidua.records.models import Run

DAY = date(2023, 6, 5)


@pytest.fixture
def officer(whole: Commune) -> Client:
    return as_(whole.commune.standing)


@pytest.fixture
def acting(whole: Commune) -> dict[str, object]:
    return {"mandate": whole.commune.standing, "on": DAY}


def page(client: Client, name: str, /, *args: object, **said: object) -> str:
    """The page after a form was sent, or as it is opened."""
    address = reverse(name, args=args)
    answer = client.post(address, said, follow=True) if said else client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_record_shows_everything_known_over_years_and_units(whole, officer, acting) -> None:
    old = make_person(whole.villages[1], "LỘC VĂN TÀI", birth_year=1968)
    person = make_person(whole.village, "Lộc Văn Tài", birth_year=1968)
    remember(old, words=AWARD, **acting)
    remember(old, words=WARNING, **acting)
    nomination = sent(whole, person, campaign=make_campaign(whole))
    text = page(officer, "record", "individual", person.pk)
    assert reverse("compare-records", args=["individual", person.pk, old.pk]) in text
    assert "45/QĐ-UBND" not in text
    merge_records(old, into=person, **acting)
    text = page(officer, "record", "individual", person.pk)
    assert reverse("nomination", args=[nomination.code]) in text
    for words in ("Số 45/QĐ-UBND, 20/12/2019", "Khiển trách", "Thôn Bản Vàng; Thôn Khuổi Cáp"):
        assert words in text
    assert "Hồ sơ này đã gộp" in page(officer, "record", "individual", old.pk)


def test_a_likely_pair_is_set_side_by_side_merged_and_split_again(whole, officer) -> None:
    one, other = make_person(whole.village, "Lộc Văn Hoà"), make_person(whole.village, "LỘC VĂN HÒA")
    compare = reverse("compare-records", args=["individual", one.pk, other.pk])
    assert compare in page(officer, "duplicates", "individual")
    text = page(officer, "compare-records", "individual", one.pk, other.pk)
    for words in ("Tên giống nhau, chỉ khác cách viết.", "<mark>LỘC VĂN HÒA</mark>", "65 trên 100"):
        assert words in text
    page(officer, "compare-records", "individual", one.pk, other.pk, viec="gop-vao-hai")
    assert same_ids(one) == {one.pk, other.pk}
    assert Person.objects.get(pk=one.pk).same_as == other
    again = page(officer, "compare-records", "individual", one.pk, other.pk, viec="gop-vao-mot")
    assert "đã gộp vào hồ sơ khác" in again
    page(officer, "record-unmerge", "individual", one.pk, x="")
    assert same_ids(one) == {one.pk}


def test_what_is_not_one_is_remembered_and_can_be_compared_again(whole, officer) -> None:
    one, other = (make_person(whole.village, "Lộc Văn Hoà") for _ in range(2))
    compare = reverse("compare-records", args=["individual", one.pk, other.pk])
    page(officer, "compare-records", "individual", one.pk, other.pk, viec="khac")
    assert compare not in page(officer, "duplicates", "individual")
    assert "Đã ghi là hai hồ sơ khác nhau" in page(officer, "compare-records", "individual", one.pk, other.pk)
    page(officer, "compare-records", "individual", one.pk, other.pk, viec="so-lai")
    assert compare in page(officer, "duplicates", "individual")


def test_an_old_award_is_entered_with_its_scan_corrected_removed_and_taken_back(whole, officer) -> None:
    person = make_person(whole.village)
    scan = SimpleUploadedFile("giay-khen.pdf", b"%PDF-1.7")
    page(officer, "entry-new", "individual", person.pk, "khen-thuong",
         **ASKED | {"form": "giay_khen_xa", "title": "", "upload": scan})  # fmt: skip
    award = PastAward.objects.get()
    assert (award.title, award.form) == ("Giấy khen của Chủ tịch UBND xã", "giay_khen_xa")
    assert "giay-khen.pdf" in page(officer, "entry", "khen-thuong", award.pk)
    said = ASKED | {"version": award.version, "decision": "6/QĐ"}
    assert "This field" not in page(officer, "entry", "khen-thuong", award.pk, **said)
    page(officer, "entry", "khen-thuong", award.pk, **said, reason="gõ nhầm số")
    award.refresh_from_db()
    assert (award.title, award.decision) == ("Kỷ niệm chương", "6/QĐ")
    assert 'value="Kỷ niệm chương"' in page(officer, "entry", "khen-thuong", award.pk)
    text = page(officer, "entry-out", "khen-thuong", award.pk, reason="ghi nhầm người")
    assert "ghi nhầm người" in text
    page(officer, "entry-back", "khen-thuong", award.pk, x="")
    award.refresh_from_db()
    assert award.state == "kept"


def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(whole, officer) -> None:
    person = make_person(whole.village)
    where = ("entry-new", "individual", person.pk, "khen-thuong")
    for form, title in (("", ""), ("giay_khen_xa", "Kỷ niệm chương")):
        text = page(officer, *where, **ASKED | {"form": form, "title": title})
        assert 'value="5/QĐ"' in text
        assert "ở trên" in text
    text = page(officer, *where, **ASKED | {"decided_on": "05/6/2029"})
    assert "ở sau ngày làm việc 05/6/2023" in text
    assert PastAward.objects.count() == 0


def test_a_discipline_is_entered_and_corrected(whole, officer) -> None:
    person = make_person(whole.village)
    said = {"form": "Cảnh cáo", "starts": "01/3/2021", "ends": "", "paper": "Quyết định số 12"}
    page(officer, "entry-new", "individual", person.pk, "ky-luat", **said)
    kept = Discipline.objects.get()
    more = {"ends": "01/3/2022", "reason": "bổ sung ngày hết", "version": kept.version, "name": "L. V. Tài"}
    page(officer, "entry", "ky-luat", kept.pk, **said | more)
    kept.refresh_from_db()
    assert str(kept) == "Cảnh cáo, từ 01/3/2021 đến 01/3/2022, Quyết định số 12"
    assert 'value="L. V. Tài"' in page(officer, "entry", "ky-luat", kept.pk)


def test_the_history_stands_beside_the_nomination_and_the_appraisal(whole, officer, acting) -> None:
    person = make_person(whole.village)
    remember(person, words=AWARD, **acting)
    remember(person, words=WARNING, **acting)
    nomination = sent(whole, person, campaign=make_campaign(whole))
    open_appraisal(nomination, **acting)
    for name in ("nomination", "appraisal"):
        text = page(officer, name, nomination.code)
        assert "45/QĐ-UBND" in text
        assert "Khiển trách" in text
    for reader in (whole.head(whole.village), whole.commune.chair, whole.commune.secretary):
        text = page(as_(reader), "nomination", nomination.code)
        assert "45/QĐ-UBND" in text
        assert "Khiển trách" not in text


def test_an_identity_number_shows_three_digits_to_the_officer_only(whole, officer) -> None:
    person = make_person(whole.village)
    said = {"number": "020068001234", "ground": "Đơn của người này"}
    text = page(officer, "identity-number", person.pk, **said)
    assert "••• 234" in text
    assert "020068001234" not in text
    assert "12 chữ số" in page(officer, "identity-number", person.pk, **said | {"number": "12"})
    page(officer, "identity-number-out", person.pk, x="")
    assert "••• 234" not in page(officer, "record", "individual", person.pk)


def test_records_are_found_by_name_and_kind(whole, officer) -> None:
    make_collective(whole.village)
    assert "Chi hội Phụ nữ thôn Khuổi Cáp" in page(officer, "records", "collective")
    address = reverse("all-records")
    found = officer.get(address, {"ten": "hua van"}).content.decode()
    assert "Sinh</b>" in found
    assert "Không có hồ sơ nào" in officer.get(address, {"ten": "không ai"}).content.decode()


def test_a_new_person_like_one_on_record_is_asked_about(whole, officer) -> None:
    make_person(whole.village, "Lộc Văn Hoà")
    said = {"name": "Lộc Văn Hòa", "honorific": "Ông", "unit": whole.village.pk, "birth_year": "1970"}
    assert "Có thể đã có hồ sơ: Lộc Văn Hoà" in page(officer, "person-new", **said)
    page(officer, "person-new", **said, is_another="on")
    assert Person.objects.filter(name_key="locvanhoa").count() == 2


def test_a_sheet_of_people_asks_about_names_on_record(whole, officer) -> None:
    make_person(whole.village, "Lộc Văn Hoà")
    page(officer, "import-rows", "people", pasted="Lộc Văn Hòa\tThôn Khuổi Cáp\nHà Văn Mới\tThôn Khuổi Cáp")
    run = Run.objects.get()
    assert "Dòng 1: hãy chọn hồ sơ." in page(officer, "import-preview", run.pk, x="")
    assert "Đã nhập 1 người." in page(officer, "import-preview", run.pk, **{"dong-1": "known"})


def test_a_sheet_of_old_awards_is_looked_at_then_taken_in(whole, officer) -> None:
    known = make_person(whole.village, "Hà Thị Cũ")
    wrong = [*SHEET, ["Hà Văn Sai", "Thôn Xa", "Giấy khen", "6/QĐ-UBND", "2019", "Chủ tịch UBND xã"]]
    pasted = "\n".join("\t".join(row) for row in wrong)
    text = page(officer, "past-awards", pasted=pasted)
    run = Run.objects.get()
    for words in (
        "Đơn vị “Thôn Xa” không có",
        "1 dòng chưa đúng",
        reverse("past-awards-faults", args=[run.pk]),
    ):
        assert words in text
    assert "chưa ghi dòng nào" in page(officer, "past-awards-preview", run.pk, **{"dong-2": str(known.pk)})
    answer = officer.get(reverse("past-awards-faults", args=[run.pk]))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert (rows[0][-1], rows[1][-1], rows[2][0]) == ("Lỗi", "", "Hà Văn Sai")
    assert PastAward.objects.count() == 0
    page(officer, "past-awards", pasted="\n".join("\t".join(row) for row in SHEET))
    run = Run.objects.exclude(pk=run.pk).get()
    assert "Dòng 2: hãy chọn hồ sơ." in page(officer, "past-awards-preview", run.pk, x="")
    page(officer, "past-awards-preview", run.pk, **{"dong-2": str(known.pk)})
    assert PastAward.objects.get().person == known
    assert "Đã nhập 1 khen thưởng cũ; lập 0 hồ sơ mới." in page(officer, "past-awards-preview", run.pk)


def test_the_template_has_the_columns_that_are_read(whole, officer) -> None:
    answer = officer.get(reverse("past-awards-template"))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[1]][:3] == ["Tên", "Đối tượng", "Đơn vị"]


@pytest.mark.parametrize("role", ["admin", "chair", "member"])
def test_nobody_else_opens_a_record(whole, acting, role: str) -> None:
    person, run = make_person(whole.village), keep_past_awards(SHEET, **acting)
    client = as_(whole.commune.mandates[role])
    for name, args in (
        ("records", ["individual"]), ("record", ["individual", person.pk]), ("past-awards-preview", [run.pk]),
    ):  # fmt: skip
        assert client.get(reverse(name, args=args)).status_code == 403


def test_lists_of_three_cost_as_many_queries_as_lists_of_one(whole, officer, acting) -> None:
    def counts() -> list[int]:
        found = []
        for name, args in (
            ("records", ["individual"]), ("duplicates", ["individual"]), ("record", ["individual", first.pk]),
        ):  # fmt: skip
            with CaptureQueriesContext(connection) as caught:
                page(officer, name, *args)
            found.append(len(caught))
        return found

    first = make_person(whole.village, "Bàn Văn Lìn", birth_year=1970)
    make_person(whole.village, "Bàn Văn Lìn")
    remember(first, words=AWARD, **acting)
    counts()
    few = counts()
    for number in range(2):
        make_person(whole.village, "Bàn Văn Lìn", telephone=f"09123{number}")
        remember(first, words=WARNING, **acting)
    assert counts() == few
