"""Kho phôi: nhập, in trừ kho, hỏng, trả lại, kiểm kê, hủy; không bao giờ âm."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.awards.session_story import DAY
from tests.awards.test_certify import in_force
from tests.factories.commune import make_campaign, make_person
from tests.factories.printed import require_flawless, text_of
from tests.refusals import refused
from thidua.awards.certify import (
    BlankFacts,
    Sheets,
    add_blank,
    count_blanks,
    destroy_blanks,
    enter_blanks,
    make_certificates,
    order_prints,
    remove_prints,
    reprint,
)
from thidua.awards.documents.register import destruction_paper
from thidua.awards.models import BlankDestruction
from thidua.awards.queries.stock import (
    destruction_for,
    entries_of,
    is_counted,
    left_of,
    stock_of,
    taken_for,
    to_destroy,
)
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db
A4 = BlankFacts("Phôi Giấy khen 2023", "giay_khen_xa", Decimal(297), Decimal(210), date(2022, 1, 1))
WITNESSES = "Hà Văn Một, Văn thư\n\nHà Văn Hai, Kế toán\n"


@pytest.fixture
def clerk(whole):
    return whole.commune.clerk


@pytest.fixture
def blank(clerk):
    return add_blank(A4, mandate=clerk, on=DAY)


@pytest.fixture
def decision(whole, clerk):
    people = [make_person(whole.village, name) for name in ("Chu Văn An", "Bế Văn Đại", "An Văn Đông")]
    found = in_force(whole, make_campaign(whole, state="reviewing"), *people)
    make_certificates(found, mandate=clerk, on=DAY)
    return found


def enter(blank, clerk, kind: str, number: int, **more):
    more = {"day": DAY, "why": "In lệch"} | more
    return enter_blanks(blank, sheets=Sheets(kind, number, **more), mandate=clerk, on=DAY)


def ordered(decision, blank, clerk):
    return order_prints(decision, blank=blank, base="https://vi-du.vn/", mandate=clerk, on=DAY)


def test_in_tru_kho_dung_mot_lan_thieu_thi_bao_hong_thi_ghi(blank, clerk, decision) -> None:
    remove_prints(ordered(decision, blank, clerk), mandate=clerk, on=DAY)
    assert (is_counted(blank), left_of(blank)) == (False, 0)
    enter(blank, clerk, "received", 2, paper="Hóa đơn 12", serials="00101–00102")
    assert refused(ordered, decision, blank, clerk).because == (
        "Kho “Phôi Giấy khen 2023” còn 2 tờ, cần 3: thiếu 1 tờ. Hãy nhập thêm phôi hoặc kiểm kê lại."
    )
    enter(blank, clerk, "received", 2)
    remove_prints(ordered(decision, blank, clerk), mandate=clerk, on=DAY)
    ordered(decision, blank, clerk)
    assert (left_of(blank), taken_for(blank, decision)) == (1, 3)
    newest = entries_of(blank).first()
    assert (newest.kind, newest.sheets, newest.paper) == ("printed", 3, decision.document.title)
    assert JournalEntry.objects.filter(verb="enter_blanks").last().says == (
        "Kho phôi “Phôi Giấy khen 2023”: đã in 3 tờ; còn 1 tờ."
    )
    one = decision.items.first().certificates.get()
    reprint(one, blank=blank, reason="Kẹt giấy", mandate=clerk, on=DAY)
    assert [entry.why for entry in to_destroy(blank)] == ["Kẹt giấy (giấy của Chu Văn An)"]
    ruling = refused(reprint, one, blank=blank, reason="Kẹt giấy", mandate=clerk, on=DAY)
    assert ruling.rule == "stock:too_few"


def test_kiem_ke_ghi_phan_chenh_va_doi_ly_do(blank, clerk) -> None:
    enter(blank, clerk, "received", 10)
    assert refused(count_blanks, blank, counted=8, why=" ", mandate=clerk, on=DAY).because == (
        "Sổ ghi còn 10 tờ, đếm được 8; hãy ghi vì sao chênh lệch."
    )
    changes = [
        count_blanks(blank, counted=counted, why=why, mandate=clerk, on=DAY).change
        for counted, why in ((8, "Mối ăn"), (8, ""), (9, "Tìm thấy trong tủ"))
    ]
    assert (changes, left_of(blank)) == ([-2, 0, 1], 9)
    assert refused(count_blanks, blank, counted=-1, why="x", mandate=clerk, on=DAY).rule == "stock:number"


def test_huy_phoi_hong_co_bien_ban(whole, blank, clerk) -> None:
    assert refused(destroy_blanks, blank, means="", present=WITNESSES, mandate=clerk, on=DAY).rule == (
        "stock:nothing"
    )
    enter(blank, clerk, "received", 10)
    enter(blank, clerk, "spoiled", 2, serials="00101, 00102")
    enter(blank, clerk, "spoiled", 1, why="Ố nước")
    one = refused(destroy_blanks, blank, means="", present="Hà Văn Một", mandate=clerk, on=DAY)
    assert one.rule == "stock:witnesses"
    done = destroy_blanks(blank, means="cắt nhỏ", present=WITNESSES, mandate=clerk, on=DAY)
    assert (left_of(blank), list(to_destroy(blank))) == (7, [])
    paper = destruction_paper(destruction_for(clerk, done.code))
    require_flawless(paper)
    assert paper.body[-2].total_row == ("", "Cộng", "3", "", "")
    assert [block.name for block in paper.signature.blocks] == ["Hà Văn Một", "Hà Văn Hai"]
    assert all(words in text_of(paper) for words in ("bằng cách cắt nhỏ", "00101, 00102", "Ố nước"))
    with pytest.raises(BlankDestruction.DoesNotExist):
        destruction_for(whole.district.clerk, done.code)


WRONG = (
    ("printed", 1, {}, "stock:number"),
    ("received", 0, {}, "stock:number"),
    ("received", 100_001, {}, "stock:number"),
    ("received", 1, {"day": DAY + timedelta(days=1)}, "stock:day"),
    ("spoiled", 1, {"why": " "}, "stock:why"),
    ("given_back", 1, {}, "stock:too_few"),
)


def test_dieu_khong_ghi_duoc_va_nguoi_khong_duoc_ghi(whole, blank, clerk) -> None:
    for kind, number, more, rule in WRONG:
        assert refused(enter, blank, clerk, kind, number, **more).rule == rule
    for mandate in (whole.commune.accountant, whole.district.clerk, whole.head(whole.village)):
        assert refused(enter, blank, mandate, "received", 1).rule.startswith("mandate:")
    enter(blank, clerk, "received", 1)
    assert [len(stock_of(one)) for one in (clerk, whole.district.clerk, whole.head(whole.village))] == [
        1,
        0,
        0,
    ]


def test_tung_nam_mang_sang_nam_sau(blank, clerk, django_assert_num_queries) -> None:
    enter(blank, clerk, "received", 50, day=date(2022, 3, 1))
    enter(blank, clerk, "spoiled", 5, day=date(2022, 4, 1))
    enter(blank, clerk, "received", 20)
    enter(blank, clerk, "given_back", 4)
    count_blanks(blank, counted=60, why="Thất lạc", mandate=clerk, on=DAY)
    with django_assert_num_queries(2):
        years = stock_of(clerk)
    told = [(y.year, y.carried, y.received, y.printed, y.spoiled, y.given_back, y.counted) for y in years]
    assert told == [(2023, 45, 20, 0, 0, 4, -1), (2022, 0, 50, 0, 5, 0, 0)]
    assert [year.left for year in years] == [60, 45]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(["received", "spoiled", "given_back"]), st.integers(1, 9)), max_size=8)
)
def test_lam_gi_thi_kho_cung_khong_am(blank, clerk, moves) -> None:
    expected = left_of(blank)
    for kind, number in moves:
        change = number if kind == "received" else -number
        try:
            enter(blank, clerk, kind, number)
        except Refused:
            assert expected + change < 0
        else:
            expected += change
    assert left_of(blank) == expected >= 0
