"""Lễ trao thưởng: ngày giờ, chương trình, thứ tự xướng tên, cách đọc, chỗ ngồi, giấy mời, người trao."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.awards.ceremonies import DAY, FACTS, GUESTS, HALL, arranged
from tests.awards.outcomes import LONG_NAME, honoured
from tests.awards.session_story import decided, eligible, held, numbered, sent
from tests.awards.test_reissue import revoked
from tests.factories.commune import make_campaign, make_person
from tests.factories.printed import require_flawless, text_of
from tests.refusals import rule_refused
from thidua.awards import certify, inform
from thidua.awards.certify.seating import row_of_their_own
from thidua.awards.documents.ceremony import (
    call_sheet,
    called,
    ceremony_invitation,
    programme_paper,
    proposed_steps,
    units_invited,
)
from thidua.awards.documents.hall import cards_paper, later_paper, seating_plan
from thidua.awards.models import Ceremony
from thidua.awards.queries.ceremony import (
    calls_in,
    ceremonies_visible_to,
    ceremony_of,
    groups_of,
    guests_of,
    not_collected,
    place_in,
    record_of,
)
from thidua.awards.queries.certificate import certificates_of
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.establish import note_reading
from thidua.org.identify import merge_records
from thidua.records.documents import paper_of
from thidua.records.documents.brief import brief_of_message
from thidua.records.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


@pytest.fixture
def by(whole):
    return {"mandate": whole.commune.culture, "on": DAY}


@pytest.fixture
def ceremony(whole, campaign):
    """Four awarded by the commune, two guests, a hall of three rows of four."""
    honoured(whole, campaign)
    return arranged(whole, campaign)


def names(ceremony):
    return [call.item.name for call in calls_in(groups_of(ceremony))]


def sits(ceremony):
    """Row, seat and name of everybody who has a seat."""
    found = ceremony.places.select_related("item", "guest")
    return [(one.row, one.seat, (one.item or one.guest).name) for one in found]


def test_moi_dot_mot_le_huy_roi_moi_lap_le_khac(whole, campaign, by) -> None:
    ceremony = arranged(whole, campaign)
    assert (ceremony_of(campaign), ceremony.hour_words) == (ceremony, "8 giờ 00 phút")
    assert rule_refused(certify.arrange_ceremony, campaign, facts=FACTS, **by) == "ceremony:another"
    assert rule_refused(certify.cancel_ceremony, ceremony, why=" ", **by) == "ceremony:why"
    certify.cancel_ceremony(ceremony, why="Mưa lũ", **by)
    assert "Mưa lũ" in JournalEntry.objects.get(verb="cancel_ceremony").says
    assert rule_refused(certify.change_ceremony, ceremony, facts=FACTS, **by) == "ceremony:state"
    another = certify.arrange_ceremony(campaign, facts=FACTS, **by)
    assert ceremony_of(campaign) == another


@pytest.mark.parametrize(("change", "rule"), [
    ({"place": " "}, "ceremony:words"), ({"rows": 3}, "ceremony:hall"),
    ({"rows": 41, "seats": 4}, "ceremony:hall"), ({"per_turn": 51}, "ceremony:turn"),
])  # fmt: skip
def test_thieu_dia_diem_hay_hoi_truong_khong_co_that_thi_khong_ghi(campaign, by, change, rule) -> None:
    assert rule_refused(certify.arrange_ceremony, campaign, facts=replace(FACTS, **change), **by) == rule
    assert Ceremony.objects.count() == 0


def test_truoc_ngay_le_chua_ghi_da_to_chuc_ghi_nham_thi_mo_lai(whole, campaign) -> None:
    ceremony, culture = arranged(whole, campaign), whole.commune.culture
    before = {"mandate": culture, "on": date(2023, 6, 1)}
    assert rule_refused(certify.note_held, ceremony, **before) == "ceremony:early"
    certify.note_held(ceremony, mandate=culture, on=DAY)
    assert rule_refused(certify.note_held, ceremony, mandate=culture, on=DAY) == "ceremony:state"
    certify.reopen_ceremony(ceremony, mandate=culture, on=DAY)
    assert rule_refused(certify.reopen_ceremony, ceremony, mandate=culture, on=DAY) == "ceremony:state"
    assert ceremony.state == "planned"


def test_xuong_ten_theo_quyet_dinh_tap_the_truoc_moi_luot_hai_nguoi(ceremony) -> None:
    groups = groups_of(ceremony)
    assert [(group.kind_says, [call.turn for call in group.calls]) for group in groups] == [
        ("tập thể", [1]), ("cá nhân", [2, 2]), ("hộ gia đình", [3]),
    ]  # fmt: skip
    assert [call.number for call in calls_in(groups)] == [1, 2, 3, 4]
    ceremony.per_turn = 1
    assert [call.turn for call in calls_in(groups_of(ceremony))] == [1, 2, 3, 4]


def test_cap_cao_duoc_xuong_truoc_khen_thuong_da_huy_thi_khong(whole, campaign, ceremony) -> None:
    assert whole.district is not None
    waiting = eligible(whole, campaign, make_person(whole.village, "Lộc Văn Huyện"))
    decision = decided(sent(held(campaign, [waiting], whole.commune), whole.commune), whole.commune)
    type(decision).objects.filter(pk=decision.pk).update(unit=whole.district.unit)
    assert names(ceremony)[0] == "Lộc Văn Huyện"
    item = calls_in(groups_of(ceremony))[1].item
    certificate = certify.make_certificates(item.decision, mandate=whole.commune.clerk, on=DAY)[0]
    revoked(certificate)
    assert certificate.item.name not in names(ceremony)


def test_ten_kho_doc_don_vi_ghi_mot_lan_phieu_xuong_ten_doc_dung(whole, campaign, by) -> None:
    head, clerk = whole.head(whole.village), whole.commune.clerk
    person = make_person(whole.village, "Ksor H'Nhan", honorific="Bà")
    decided(
        sent(held(campaign, [eligible(whole, campaign, person)], whole.commune), whole.commune), whole.commune
    )
    ceremony = arranged(whole, campaign)
    item = calls_in(groups_of(ceremony))[0].item
    record = record_of(item.nomination)
    assert note_reading(record, said_as="Cơ-so Hơ Nhan", mandate=head, on=DAY) is True
    assert note_reading(record, said_as=" Cơ-so  Hơ Nhan", mandate=clerk, on=DAY) is False
    other = whole.head(whole.villages[1])
    assert rule_refused(note_reading, record, said_as="Khác", mandate=other, on=DAY) == "mandate:unit"
    assert rule_refused(note_reading, record, said_as="a" * 251, mandate=head, on=DAY) == "reading:long"
    again = calls_in(groups_of(ceremony))[0].item
    assert called(again).startswith("Bà Cơ-so Hơ Nhan, ")
    paper = call_sheet(ceremony, groups_of(ceremony))
    assert "Ksor H'Nhan" in text_of(paper)
    require_flawless(paper)
    main = make_person(whole.village, "Ksor H’Nhan", honorific="Bà")
    merge_records(record, into=main, mandate=whole.commune.standing, on=DAY)
    note_reading(record, said_as="", mandate=head, on=DAY)
    note_reading(record, said_as="Cơ-xo", mandate=head, on=DAY)
    main.refresh_from_db()
    assert main.said_as == "Cơ-xo"
    assert called(calls_in(groups_of(ceremony))[0].item).startswith("Bà Cơ-xo, ")


def test_chuong_trinh_de_xuat_sua_duoc_gio_phai_tang_dan(ceremony, by) -> None:
    groups = groups_of(ceremony)
    proposed = proposed_steps(ceremony, groups)
    assert [one.hour for one in proposed][:2] == ["08h00", ""]
    late, early = (certify.StepWords("Mục", "Ai", time(hour)) for hour in (9, 8))
    assert rule_refused(certify.set_programme, ceremony, steps=[late, early], **by) == "ceremony:hours"
    assert (
        rule_refused(certify.set_programme, ceremony, steps=[certify.StepWords(" ")], **by)
        == "ceremony:steps"
    )
    certify.set_programme(ceremony, steps=[early, certify.StepWords("Bế mạc")], **by)
    paper = programme_paper(ceremony, groups, signer=by["mandate"])
    assert [table.rows for table in paper.body if hasattr(table, "rows")] == [
        (("1", "08h00", "Mục", "Ai"), ("2", "", "Bế mạc", ""))
    ]
    certify.set_programme(ceremony, steps=[certify.StepWords("Bế mạc")], **by)
    untimed = programme_paper(ceremony, groups, signer=by["mandate"])
    assert [table.rows for table in untimed.body if hasattr(table, "rows")] == [(("1", "Bế mạc", ""),)]
    stale = ceremony.version - 1
    assert rule_refused(certify.set_programme, ceremony, steps=[], expected=stale, **by) == "state:stale"
    certify.set_programme(ceremony, steps=[], **by)
    assert ceremony.steps.count() == 0


def test_nhom_nao_do_ai_trao_thi_chuong_trinh_noi_nhu_the(ceremony, by) -> None:
    first, *_ = groups_of(ceremony)
    key = (first.decision.pk, "individual")
    usual = {(first.decision.pk, "collective"): FACTS.giver, (first.decision.pk, "khác"): "Không ai"}
    certify.set_givers(ceremony, names=usual | {key: " Phó Chủ tịch  Nông Văn Lý "}, **by)
    assert [group.giver for group in groups_of(ceremony)] == [
        FACTS.giver, "Phó Chủ tịch Nông Văn Lý", FACTS.giver
    ]  # fmt: skip
    assert ceremony.givers.count() == 1
    steps = [(one.what, one.who) for one in proposed_steps(ceremony, groups_of(ceremony))]
    assert ("Trao Giấy khen của Chủ tịch UBND xã cho cá nhân", "Phó Chủ tịch Nông Văn Lý") in steps


def test_xep_cho_khach_hang_dau_nguoi_duoc_khen_hang_rieng_theo_thu_tu(ceremony, by) -> None:
    assert certify.assign_seats(ceremony, **by) == 6
    one, two, three, four = names(ceremony)
    assert sits(ceremony) == [
        (1, 1, GUESTS[0].name), (1, 2, GUESTS[1].name),
        (2, 1, one), (2, 2, two), (2, 3, three), (2, 4, four),
    ]  # fmt: skip
    certify.set_guests(ceremony, guests=[*GUESTS, certify.GuestWords("Đến Sau")], **by)
    assert certify.assign_seats(ceremony, **by) == 1
    assert sits(ceremony)[2] == (1, 3, "Đến Sau")
    certify.set_guests(ceremony, guests=GUESTS[1:], **by)
    assert [guest.name for guest, seat in guests_of(ceremony) if seat] == [GUESTS[1].name]
    behind = replace(HALL, guests_in_front=False)
    certify.change_ceremony(ceremony, facts=behind, **by)
    assert certify.assign_seats(ceremony, afresh=True, **by) == 5
    assert sits(ceremony)[-1] == (2, 1, GUESTS[1].name)


def test_hoi_truong_cham_thi_ngoi_lien_thieu_ghe_thi_noi_thieu_may(ceremony, by) -> None:
    certify.change_ceremony(ceremony, facts=replace(HALL, rows=2, seats=3), **by)
    assert certify.assign_seats(ceremony, **by) == 6
    assert sits(ceremony)[2][:2] == (1, 3)
    certify.change_ceremony(ceremony, facts=replace(HALL, rows=1, seats=3), **by)
    assert len(sits(ceremony)) == 3
    with pytest.raises(Refused, match="Còn 0 ghế trống mà 3 người chưa có chỗ: thiếu 3 ghế"):
        certify.assign_seats(ceremony, **by)
    certify.change_ceremony(ceremony, facts=FACTS, **by)
    assert rule_refused(certify.assign_seats, ceremony, **by) == "ceremony:hall"
    assert sits(ceremony) == []


def test_doi_cho_hai_nguoi_doi_cho_nhau(ceremony, by) -> None:
    certify.assign_seats(ceremony, **by)
    first, last = ceremony.places.first(), ceremony.places.last()
    before = {(row, seat): name for row, seat, name in sits(ceremony)}
    certify.move_seat(ceremony, place=first, row=last.row, seat=last.seat, **by)
    after = {(row, seat): name for row, seat, name in sits(ceremony)}
    assert (after[1, 1], after[2, 4]) == (before[2, 4], before[1, 1])
    certify.move_seat(ceremony, place=place_in(ceremony, first.pk), row=3, seat=4, **by)
    assert sits(ceremony)[-1] == (3, 4, before[1, 1])
    assert rule_refused(certify.move_seat, ceremony, place=first, row=4, seat=1, **by) == "ceremony:chair"
    assert rule_refused(certify.set_guests, ceremony, guests=GUESTS * 151, **by) == "ceremony:guests"


def test_giay_moi_kem_cho_ngoi_phat_hanh_thi_don_vi_nhan_tin(whole, ceremony, by) -> None:
    assert rule_refused(inform.draft_ceremony_invitation, ceremony, **by) == "inform:seats"
    certify.assign_seats(ceremony, **by)
    draft = inform.draft_ceremony_invitation(ceremony, **by)
    paper = paper_of(draft)
    assert ("Nông Thị Khách" in text_of(paper), "hàng 1, ghế 1" in text_of(paper)) == (True, True)
    assert LONG_NAME in text_of(paper)
    require_flawless(paper)
    assert rule_refused(inform.draft_ceremony_invitation, ceremony, **by) == "inform:paper"
    inform.send_ceremony_invitation(numbered(draft, whole.commune), mandate=whole.commune.clerk, on=DAY)
    message = Message.objects.get(purpose="ceremony_invitation")
    assert message.to_unit == whole.village
    assert message.body.splitlines()[0] == (
        "Mời dự lễ trao thưởng đợt “Thi đua chào mừng 90 năm”: 8 giờ 00 phút, "
        "ngày 05 tháng 6 năm 2023, tại Nhà văn hóa xã."
    )
    assert message.body.count("(hàng 2, ghế ") == 4
    assert "(hàng 2, ghế 1)" in brief_of_message(message)
    assert [unit for unit, _ in units_invited(ceremony, groups_of(ceremony))] == [whole.village]


def test_giay_dung_tai_hoi_truong_khong_loi_the_thuc(whole, ceremony, by) -> None:
    certify.assign_seats(ceremony, **by)
    groups, guests = groups_of(ceremony), guests_of(ceremony)
    decision = groups[0].decision
    handed, *_ = certify.make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
    certify.hand_over(handed, to="Trưởng thôn", mandate=whole.commune.clerk, on=DAY)
    waiting = not_collected(ceremony)
    assert [sheet.pk for _, sheet in waiting] == [
        one.pk for one in certificates_of(decision) if one != handed
    ]
    papers = (
        call_sheet(ceremony, groups), seating_plan(ceremony, groups, guests),
        cards_paper(ceremony, groups, guests), later_paper(ceremony, waiting),
        ceremony_invitation(ceremony, groups, guests, signer=whole.commune.chair),
    )  # fmt: skip
    for paper in papers:
        require_flawless(paper)
    plan = text_of(papers[1])
    assert ("Hàng" in plan, plan.count(LONG_NAME)) == (True, 2)


def test_phieu_xuong_ten_khong_xep_cho_thi_khong_co_cot_cho_ngoi(whole, campaign, by) -> None:
    honoured(whole, campaign)
    ceremony = arranged(whole, campaign, FACTS)
    sheet = call_sheet(ceremony, groups_of(ceremony))
    assert {len(block.columns) for block in sheet.body if hasattr(block, "columns")} == {3}
    assert "Lượt" not in text_of(sheet)
    assert inform.draft_ceremony_invitation(ceremony, **by).state == "draft"


def test_thon_xem_duoc_le_nguoi_xa_khac_thi_khong(whole, ceremony) -> None:
    assert [*ceremonies_visible_to(whole.head(whole.village))] == [ceremony]


@given(first=st.integers(0, 7), second=st.integers(1, 9), rows=st.integers(1, 4), seats=st.integers(1, 5))
def test_hang_rieng_chi_khi_con_du_ghe(first, second, rows, seats) -> None:
    chairs = [(row, seat) for row in range(1, rows + 1) for seat in range(1, seats + 1)]
    free = chairs[first:]
    kept = row_of_their_own(free, needed=second)
    assert kept == free[len(free) - len(kept) :]
    assert len(kept) >= min(second, len(free))
