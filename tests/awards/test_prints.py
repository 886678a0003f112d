"""In cả loạt giấy khen ở nền: từng phần, rời đi rồi tìm lại, dừng được, sai chỗ nào nói chỗ ấy."""

from datetime import date
from decimal import Decimal

import pytest

from tests.awards.session_story import DAY
from tests.awards.test_blanks import NAME, placed
from tests.awards.test_certify import in_force
from tests.factories.commune import make_campaign, make_person
from tests.paper.test_certificate import pages
from tests.refusals import why_refused
from thidua.awards.certify import (
    BlankFacts,
    add_blank,
    make_certificates,
    order_prints,
    print_next_part,
    remove_prints,
)
from thidua.awards.models import Certificate
from thidua.awards.queries.prints import print_for, print_of, prints_of_office
from thidua.journal.models import JournalEntry
from thidua.records.models import Run

pytestmark = pytest.mark.django_db
BASE = "https://nalam.example.vn/"
A4 = BlankFacts("Phôi Giấy khen 2023", "giay_khen_xa", Decimal(297), Decimal(210), date(2023, 1, 1))


@pytest.fixture
def clerk(whole):
    return whole.commune.clerk


@pytest.fixture
def decision(whole):
    person = make_person(whole.village, "Lộc Văn Tài", honorific="Ông")
    return in_force(whole, make_campaign(whole, state="reviewing"), person)


def with_certificates(decision, clerk, *, more: int) -> None:
    """Its certificates, and so many more, as of a long decision."""
    make_certificates(decision, mandate=clerk, on=DAY)
    first = Certificate.objects.get(item__decision=decision)
    Certificate.objects.bulk_create(
        Certificate(
            item=first.item, code=f"MA{number:04}", gold_number=str(number), made_on=DAY,
            content=first.content | {"name": f"Lộc Văn Số {number}"},
        )
        for number in range(1, more + 1)
    )  # fmt: skip


def ordered(decision, clerk, blank=None) -> Run:
    return order_prints(decision, blank=blank, base=BASE, mandate=clerk, on=DAY)


def sheets(run: Run) -> list[str]:
    """The words of every page that is kept so far."""
    run.refresh_from_db()
    with run.file.open("rb") as opened:
        return [words.strip() for _, words in pages(opened.read())]


def test_in_tung_phan_den_giay_cuoi_roi_in_lai_thi_thay_tep(
    decision, clerk, django_capture_on_commit_callbacks
) -> None:
    with_certificates(decision, clerk, more=4)
    run = ordered(decision, clerk)
    assert (run.state, run.total, print_next_part(run.pk, part=2)) == ("waiting", 5, True)
    assert (len(sheets(run)), run.state, run.done) == (2, "running", 2)
    first = run.file.name
    with django_capture_on_commit_callbacks(execute=True):
        assert [print_next_part(run.pk, part=2) for _ in range(3)] == [True, False, False]
    printed = sheets(run)
    names = ["Lộc Văn Tài", *(f"Lộc Văn Số {number}" for number in (1, 2, 3, 4))]
    assert [name in page for name, page in zip(names, printed, strict=True)] == [True] * 5
    assert (run.state, run.done, run.file.storage.exists(first)) == ("done", 5, False)
    with django_capture_on_commit_callbacks(execute=True):
        again = ordered(decision, clerk)
    assert (list(Run.objects.all()), run.file.storage.exists(run.file.name)) == ([again], False)


def test_ai_duoc_in_ai_thay_va_dung_giua_chung(
    whole, decision, clerk, django_capture_on_commit_callbacks
) -> None:
    assert why_refused(ordered, decision, clerk) == "Chưa lập giấy khen của quyết định này."
    with_certificates(decision, clerk, more=1)
    assert "kế toán" in why_refused(ordered, decision, whole.commune.accountant).lower()
    run = ordered(decision, clerk)
    assert ordered(decision, clerk) == run
    assert (list(prints_of_office(clerk)), print_for(clerk, run.pk)) == ([run], run)
    assert list(prints_of_office(whole.head(whole.village))) == []
    print_next_part(run.pk, part=1)
    run.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        remove_prints(run, mandate=clerk, on=DAY)
    assert (print_next_part(run.pk), Run.objects.exists()) == (False, False)
    assert not run.file.storage.exists(run.file.name)
    told = JournalEntry.objects.filter(verb__in=("order_prints", "remove_prints")).order_by("number")
    assert [entry.says for entry in told] == ["In cả loạt 2 giấy khen.", "Bỏ bản in cả loạt 2 giấy khen."]


def test_chu_khong_vua_thi_dung_va_noi_giay_cua_ai(decision, clerk) -> None:
    with_certificates(decision, clerk, more=1)
    long = Certificate.objects.get(code="MA0001")
    long.content["achievement"] = "Có thành tích xuất sắc " * 60
    long.save(update_fields=["content"])
    run = ordered(decision, clerk)
    assert print_next_part(run.pk) is False
    run.refresh_from_db()
    assert (run.state, "Lộc Văn Số 1" in run.says) == ("failed", True)
    assert (print_next_part(run.pk), ordered(decision, clerk).state) == (False, "waiting")


def test_in_len_phoi_va_phoi_doi_giua_chung_thi_dung(decision, clerk) -> None:
    with_certificates(decision, clerk, more=1)
    blank = add_blank(A4, mandate=clerk, on=DAY)
    placed(blank, NAME, clerk=clerk)
    blank.refresh_from_db()
    run = ordered(decision, clerk, blank)
    assert print_next_part(run.pk, part=1) is True
    assert sheets(run) == ["Ông Lộc Văn Tài"]
    placed(blank, NAME, clerk=clerk, shift=(Decimal(1), Decimal(0)))
    assert print_next_part(run.pk, part=1) is False
    run.refresh_from_db()
    assert run.says == (
        "Phôi “Phôi Giấy khen 2023” đã đổi vị trí in trong lúc in; hãy in lại từ đầu để các giấy như nhau."
    )
    assert (print_of(decision, blank), print_of(decision, None)) == (run, None)
