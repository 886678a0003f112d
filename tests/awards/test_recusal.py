"""Whoever is close to a case takes no part in it, and learns its count nowhere before the minutes are out."""

from dataclasses import replace
from datetime import date

import pytest

from tests.awards.meetings import DAY, eligible, hands, opened, planned
from tests.awards.session_story import issued
from tests.factories.commune import make_campaign, make_collective, make_household, make_person
from tests.refusals import refused
from thidua.awards import deliberate
from thidua.awards.models import Case, Council
from thidua.awards.queries.council import attendance_of, lines_shown
from thidua.awards.queries.recusal import interests_of, recused_people
from thidua.journal.models import JournalEntry
from thidua.records.models import LocalRule, OfficialDocument
from thidua.records.queries.papers import paper_for, waiting_for
from thidua.records.sign import send_for_signature

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def seat_head(whole):
    """The village head sits in the council too."""
    council = Council.objects.get(unit=whole.commune.unit)
    person = whole.head(whole.village).person
    return council.members.create(person=person, post="member", starts=date(2020, 1, 1), order=9)


def settle(whole, rule, value):
    LocalRule.objects.update_or_create(
        unit=whole.commune.unit, rule=rule, starts=date(2020, 1, 1),
        defaults={"value": value, "paper": "Quy chế số 05/QC-HĐTĐKT", "confirmed_by": "Chủ tịch"},
    )  # fmt: skip


def member_named(session, name):
    return next(seat.member for seat in attendance_of(session) if seat.member.person.name == name)


def found_in(session):
    by_case = interests_of(session, session.cases.select_related("nomination__unit"))
    return [
        (case.nomination.name, [(one.member.person.name, one.why, one.aside) for one in by_case[case.pk]])
        for case in session.cases.select_related("nomination")
    ]


def test_kin_households_and_collectives_are_found_by_what_was_declared(whole, campaign):
    office, unit = whole.commune, whole.commune.unit
    seat_head(whole)
    deliberate.declare_kin(
        office.member.person, unit=unit, name="lộc văn TÀI", relation="kin", mandate=office.member, on=DAY
    )
    deliberate.declare_kin(
        office.culture.person, unit=unit, name="Chu Văn Quyền", relation="household", mandate=office.standing,
        on=DAY,
    )  # fmt: skip
    named = [make_person(whole.village), make_household(whole.village), make_collective(whole.village)]
    session = planned(whole, campaign, nominations=[eligible(whole, campaign, one) for one in named])
    head = ("Hứa Văn Sinh", "đứng đầu Thôn Khuổi Cáp, nơi đề nghị", False)
    assert found_in(session) == [
        ("Lộc Văn Tài", [("Triệu Văn Nghĩa", "người thân thích với lộc văn TÀI", True), head]),
        ("Hộ ông Chu Văn Quyền", [("Lý Văn Khang", "cùng hộ với Chu Văn Quyền", True), head]),
        (
            "Chi hội Phụ nữ thôn Khuổi Cáp",
            [("Hứa Văn Sinh", "đứng đầu Thôn Khuổi Cáp, nơi có tập thể được đề nghị", True)],
        ),
    ]
    settle(whole, "council_own_unit", "recuse")
    assert found_in(session)[0][1][1] == (*head[:2], True)


def test_a_tie_is_declared_once_by_the_member_or_the_officer_and_can_be_taken_off(whole):
    office, unit = whole.commune, whole.commune.unit
    said = {"unit": unit, "relation": "kin", "on": DAY}
    person = office.member.person
    tie = deliberate.declare_kin(person, name="Lộc  Văn Tài", mandate=office.member, **said)
    assert (tie.name, tie.declared_by) == ("Lộc Văn Tài", str(office.member))
    rules = [
        refused(deliberate.declare_kin, person, name=name, mandate=mandate, **said).rule
        for name, mandate in (
            ("Lộc văn tài", office.standing),
            ("Tài", office.standing),
            ("Vi Thị Hoa", office.culture),
        )
    ]
    assert rules == ["kin:twice", "kin:words", "mandate:role"]
    assert refused(deliberate.forget_kin, tie, mandate=office.culture, on=DAY).rule == "mandate:role"
    deliberate.forget_kin(tie, mandate=office.standing, on=DAY)
    says = JournalEntry.objects.filter(verb__endswith="kin").order_by("number").values_list("says", flat=True)
    assert list(says) == [
        "Khai người thân của Triệu Văn Nghĩa (người thân thích).",
        "Bỏ khai một người thân của Triệu Văn Nghĩa.",
    ]


def test_opening_takes_the_nominee_out_and_nobody_lets_oneself_in_again(whole, campaign):
    office = whole.commune
    session = opened(whole, campaign, nominations=[eligible(whole, campaign, office.chair.person)])
    case, nominee = session.cases.get(), member_named(session, "Lương Quốc Thịnh")
    assert [one.why for one in case.recusals.all()] == ["là người được đề nghị"]
    for mandate in (office.chair, office.secretary):
        ruling = refused(deliberate.unrecuse, case, member=nominee, mandate=mandate, on=DAY)
        assert ruling.rule == "vote:self"


def test_a_member_steps_aside_for_himself_before_or_during_the_session(whole, campaign):
    session, office = planned(whole, campaign), whole.commune
    case = session.cases.get()
    why = {"why": "là em ruột", "on": DAY}
    deliberate.step_aside(case, mandate=office.member, **why)
    deliberate.step_aside(case, mandate=office.member, **why)
    assert [one.member.person.name for one in case.recusals.all()] == ["Triệu Văn Nghĩa"]
    rules = [
        refused(deliberate.step_aside, case, mandate=mandate, **why).rule
        for mandate in (office.clerk, whole.head(whole.village))
    ]
    assert rules == ["vote:member", "mandate:unit"]
    empty = refused(deliberate.step_aside, case, why=" ", mandate=office.culture, on=DAY)
    assert empty.because == "Ghi vì sao bạn có liên quan đến trường hợp này."
    type(session).objects.update(state="closed")
    late = refused(deliberate.step_aside, Case.objects.get(), mandate=office.culture, **why)
    assert late.rule == "council:state"


def test_who_takes_no_part_neither_records_nor_reads_the_count(whole, campaign):
    office = whole.commune
    session = opened(whole, campaign)
    case, pen = session.cases.get(), member_named(session, "Đàm Thị Lan")
    deliberate.open_case(case, mandate=office.secretary, on=DAY)
    deliberate.recuse(case, member=pen, why="là chị dâu", mandate=office.secretary, on=DAY)
    ways = (
        (deliberate.record_votes, {"choices": {}}),
        (deliberate.close_case, {}),
        (deliberate.reopen_case, {}),
    )
    for verb, more in ways:
        assert refused(verb, case, mandate=office.secretary, on=DAY, **more).rule == "vote:recused"
    deliberate.record_votes(case, choices=hands(case, ["for"] * 6), mandate=office.chair, on=DAY)
    deliberate.close_case(case, mandate=office.chair, on=DAY)
    read = [
        lines_shown(mandate, JournalEntry.objects.all()).filter(verb="close_case").count()
        for mandate in (office.secretary, office.chair, office.member)
    ]
    assert read == [0, 1, 1]
    deliberate.close_session(session, ended_at="10:30", mandate=office.secretary, on=DAY)
    of_nomination = JournalEntry.objects.get(thing_id=case.nomination_id, verb="close_session")
    assert of_nomination.says == "Hộ ông Chu Văn Quyền: Hội đồng thông qua."


def closed_with(whole, campaign, *aside):
    """A session in which these members took no part, closed by the vice chair."""
    office, session = whole.commune, opened(whole, campaign)
    case = session.cases.get()
    deliberate.open_case(case, mandate=office.vice_chair, on=DAY)
    for name in aside:
        deliberate.recuse(
            case, member=member_named(session, name), why="thân", mandate=office.vice_chair, on=DAY
        )
    deliberate.record_votes(case, choices=hands(case, ["for"] * 7), mandate=office.vice_chair, on=DAY)
    deliberate.close_case(case, mandate=office.vice_chair, on=DAY)
    deliberate.close_session(session, ended_at="10:30", mandate=office.vice_chair, on=DAY)
    return session


def may_read(mandate, paper):
    try:
        return paper_for(mandate, paper.code) == paper
    except OfficialDocument.DoesNotExist:
        return False


def test_the_draft_of_the_minutes_is_kept_from_them_until_it_is_issued(whole, campaign):
    office = whole.commune
    session = closed_with(whole, campaign, "Đàm Thị Lan", "Triệu Văn Nghĩa", "Lương Quốc Thịnh")
    assert recused_people(session).count() == 3
    ruling = refused(deliberate.draft_minutes, session, mandate=office.secretary, on=DAY)
    assert ruling.because.endswith("để Hoàng Thị Mai soạn.")
    minutes = deliberate.draft_minutes(session, mandate=office.standing, on=DAY)
    readers = ("secretary", "member", "chair", "standing", "vice_chair")
    assert [may_read(office.mandates[role], minutes) for role in readers] == [False, False, False, True, True]
    assert waiting_for(office.secretary).count() == 0
    send_for_signature(minutes, mandate=office.standing, on=DAY)
    assert [may_read(office.mandates[role], minutes) for role in readers[:3]] == [False, False, True]


def test_after_issue_the_minutes_are_for_every_member(whole, campaign):
    office = whole.commune
    session = closed_with(whole, campaign, "Triệu Văn Nghĩa")
    minutes = issued(
        deliberate.draft_minutes(session, mandate=office.standing, on=DAY), office, by=office.standing, on=DAY
    )
    assert may_read(office.member, minutes)


def test_when_all_who_write_took_no_part_somebody_must_write_still(whole, campaign):
    office = whole.commune
    session = closed_with(whole, campaign, "Đàm Thị Lan", "Hoàng Thị Mai")
    minutes = deliberate.draft_minutes(session, mandate=office.secretary, on=DAY)
    assert (may_read(office.secretary, minutes), may_read(office.standing, minutes)) == (True, False)


def test_the_rules_of_the_council_may_ask_more_for_a_session_on_awards(whole, campaign):
    settle(whole, "council_quorum_awards", "6/7")
    session = planned(whole, campaign)
    members = [seat.member for seat in attendance_of(session)]
    deliberate.mark_attendance(session, present=members[:5], mandate=whole.commune.secretary, on=DAY)
    ruling = refused(deliberate.open_session, session, mandate=whole.commune.secretary, on=DAY)
    assert ruling.because.startswith("Có mặt 5/7 thành viên Hội đồng; cần ít nhất 6/7 tổng số, tức là 6")
    assert ruling == replace(ruling, source="Quy chế số 05/QC-HĐTĐKT; Quy chế Hội đồng TĐKT")
