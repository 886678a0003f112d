"""The council before it meets: founded by a decision, its members seated and unseated."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.awards.session_story import numbered
from tests.factories.commune import Commune, make_commune, make_person
from tests.factories.printed import require_flawless, text_of
from thidua.awards.models import Council, CouncilMember
from thidua.awards.queries.seat import council_in_office, member_of, members_of, past_councils, people_to_seat
from thidua.awards.queries.setup import setup_steps
from thidua.awards.seat import (
    CouncilWords,
    draft_founding,
    found_council,
    record_founding,
    replace_member,
    seat_member,
    set_working_rules,
    unseat_member,
)
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.models import Mandate, Person, Unit
from thidua.paper.model import Table
from thidua.records.documents import paper_of
from thidua.records.models import LocalRule, NumberBook

TODAY = date(2023, 3, 20)
WORDS = CouncilWords("Hội đồng TĐKT xã Nà Lâm", "Quyết định số 40/QĐ-UBND ngày 20/3/2023", TODAY)
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return make_commune(2023)


def test_a_new_council_ends_the_one_before_with_all_its_seats(commune: Commune) -> None:
    unit = commune.commune.unit
    found_council(unit, words=WORDS, mandate=commune.commune.chair, on=TODAY)
    council = council_in_office(unit)
    assert council is not None
    assert (council.founded_by, council.members.count()) == (WORDS.founded_by, 0)
    old = past_councils(unit)[0]
    assert {member.ends for member in members_of(old)} == {old.ends} == {date(2023, 3, 19)}
    with pytest.raises(Refused) as refused:
        found_council(unit, words=WORDS, mandate=commune.commune.chair, on=TODAY)
    assert refused.value.ruling.rule == "council:order"


def test_a_council_needs_its_decision_and_the_chair_or_standing_officer(commune: Commune) -> None:
    unit = commune.commune.unit
    with pytest.raises(Refused) as refused:
        found_council(
            unit, words=CouncilWords("Hội đồng", " ", TODAY), mandate=commune.commune.standing, on=TODAY
        )
    assert refused.value.ruling.rule == "council:words"
    for mandate in (commune.commune.admin, commune.commune.secretary, commune.province.chair):
        with pytest.raises(Refused):
            found_council(unit, words=WORDS, mandate=mandate, on=TODAY)


def test_members_take_seats_in_order(commune: Commune) -> None:
    who = {"mandate": commune.commune.standing, "on": TODAY}
    council = found_council(commune.commune.unit, words=WORDS, **who)
    people = [commune.commune.chair.person, commune.commune.standing.person, make_person(commune.village)]
    for person, post in zip(people, ("chair", "standing", "member"), strict=True):
        seat_member(council, person=person, post=post, starts=TODAY, **who)
    assert [(member.person, member.post, member.order) for member in members_of(council)] == [
        (people[0], "chair", 1), (people[1], "standing", 2), (people[2], "member", 3),
    ]  # fmt: skip
    assert JournalEntry.objects.latest("number").says == (
        "Lộc Văn Tài làm Ủy viên, Hội đồng TĐKT xã Nà Lâm, từ ngày 20/3/2023."
    )
    assert people[2] in people_to_seat(commune.commune.unit)


def test_a_seat_that_makes_no_sense_is_refused(commune: Commune) -> None:
    who = {"mandate": commune.commune.chair, "on": TODAY}
    council = council_in_office(commune.commune.unit)
    assert council is not None
    person = make_person(commune.village)
    cases = [
        (commune.commune.chair.person, "member", TODAY, "Lương Quốc Thịnh đang là thành viên Hội đồng."),
        (person, "chair", TODAY, "Lương Quốc Thịnh đang làm Chủ tịch Hội đồng; hãy ghi thôi trước."),
        (person, "vua", TODAY, "Chức danh trong Hội đồng không có trong danh sách."),
        (person, "member", date(2019, 1, 1), "Hội đồng chỉ có từ ngày 01/01/2020."),
    ]
    for whom, post, starts, sentence in cases:
        with pytest.raises(Refused) as refused:
            seat_member(council, person=whom, post=post, starts=starts, **who)
        assert refused.value.ruling.because == sentence
    found_council(commune.commune.unit, words=WORDS, **who)
    ended = Council.objects.get(pk=council.pk)
    with pytest.raises(Refused) as refused:
        seat_member(ended, person=person, post="member", starts=TODAY, **who)
    assert refused.value.ruling.because == (
        "Hội đồng Thi đua - Khen thưởng xã Nà Lâm đã kết thúc ngày 19/3/2023."
    )


def test_a_member_leaves_once_and_not_before_coming(commune: Commune) -> None:
    who = {"mandate": commune.commune.chair, "on": TODAY}
    member = CouncilMember.objects.get(council__unit=commune.commune.unit, post="secretary")
    assert member_of(commune.commune.clerk, member.pk) == member
    with pytest.raises(CouncilMember.DoesNotExist):
        member_of(commune.province.clerk, member.pk)
    with pytest.raises(Refused) as refused:
        unseat_member(member, ends=date(2019, 1, 1), **who)
    assert refused.value.ruling.rule == "council:order"
    unseat_member(member, ends=TODAY, **who)
    with pytest.raises(Refused) as refused:
        unseat_member(member, ends=TODAY, **who)
    assert refused.value.ruling.because == "Đàm Thị Lan đã thôi từ ngày 20/3/2023."


def test_a_member_is_replaced_in_the_middle_of_the_term_by_a_paper(commune: Commune) -> None:
    who = {"mandate": commune.commune.chair, "on": TODAY}
    old = CouncilMember.objects.get(council__unit=commune.commune.unit, post="secretary")
    clerk, paper = commune.commune.clerk.person, "Quyết định số 41/QĐ-UBND ngày 20/3/2023"
    faults = []
    for person, words, starts in (
        (clerk, " ", TODAY),
        (clerk, paper, date(2020, 1, 1)),
        (commune.commune.member.person, paper, TODAY),
    ):
        with pytest.raises(Refused) as refused:
            replace_member(old, person=person, paper=words, starts=starts, **who)
        faults.append(refused.value.ruling.because)
    assert faults == [
        "Ghi quyết định kiện toàn Hội đồng (số, ngày, người ký).",
        "Ngày thay phải sau ngày 01/01/2020.",
        "Triệu Văn Nghĩa đang là thành viên Hội đồng.",
    ]
    new = replace_member(old, person=clerk, paper=paper, starts=TODAY, **who)
    old.refresh_from_db()
    assert (old.ends, old.ended_by, new.replaces) == (date(2023, 3, 19), paper, old)
    assert (new.post, new.order, new.paper) == (old.post, old.order, paper)
    with pytest.raises(Refused) as refused:
        replace_member(old, person=clerk, paper=paper, starts=TODAY, **who)
    assert refused.value.ruling.because == "Đàm Thị Lan đã thôi từ ngày 19/3/2023."


def test_the_term_of_a_council_ends_after_it_begins(commune: Commune) -> None:
    who, unit = {"mandate": commune.commune.chair, "on": TODAY}, commune.commune.unit
    with pytest.raises(Refused) as refused:
        found_council(unit, words=replace(WORDS, term_ends=TODAY), **who)
    assert refused.value.ruling.rule == "council:term"
    council = found_council(unit, words=replace(WORDS, term_ends=date(2026, 6, 30)), **who)
    assert council.term_ends == date(2026, 6, 30)


def test_the_working_rules_are_named(commune: Commune) -> None:
    council = council_in_office(commune.commune.unit)
    assert council is not None
    set_working_rules(council, rules_paper="Quy chế số 5", mandate=commune.commune.chair, on=TODAY)
    council.refresh_from_db()
    assert council.rules_paper == "Quy chế số 5"


def missing(commune: Commune) -> dict[str, str]:
    steps = setup_steps(commune.commune.standing, commune.commune.unit, TODAY)
    return {step.page: step.missing for step in steps}


def test_the_settings_say_what_is_still_missing(commune: Commune) -> None:
    unit = commune.commune.unit
    LocalRule.objects.all().delete()
    NumberBook.objects.filter(unit=unit, series="council").delete()
    CouncilMember.objects.filter(council__unit=unit, post="secretary").delete()
    Mandate.objects.filter(unit=unit, office__role="clerk").delete()
    said = missing(commune)
    rules = said.pop("local-rules")
    assert rules.endswith("quy tắc chưa xác nhận.")
    assert said == {
        "units": "",
        "people": "Chưa có: Văn thư.",
        "accounts": "12 người giữ chức vụ chưa có tài khoản.",
        "council-setup": "Hội đồng chưa có Chủ tịch hoặc thư ký.",
        "books": "Năm 2023 chưa có: sổ của Hội đồng.",
    }


def test_a_bare_office_misses_everything(commune: Commune) -> None:
    CouncilMember.objects.all().delete()
    Council.objects.all().delete()
    Unit.objects.filter(level__in=["don_vi", "thon"]).update(takes_part=False)
    assert missing(commune)["units"] == "Chưa có đơn vị nào tham gia thi đua."
    assert missing(commune)["council-setup"] == "Chưa ghi quyết định thành lập Hội đồng."
    Unit.objects.filter(code="mttq").update(takes_part=True)
    Mandate.objects.filter(unit__code="mttq").delete()
    assert missing(commune)["people"] == "Chưa có thủ trưởng: MTTQ xã."


def test_the_founding_decision_lists_the_members_and_becomes_the_ground_of_the_council(
    commune: Commune,
) -> None:
    office = commune.commune
    council = council_in_office(office.unit)
    assert council is not None
    Person.objects.filter(pk=office.culture.person_id).update(
        name="Nguyễn Phước Bảo Quỳnh Hoàng Thị Ngọc Bích Thủy Tiên Mỹ Hạnh"
    )
    draft = draft_founding(council, mandate=office.standing, on=TODAY)
    paper = paper_of(draft)
    assert "Thành lập Hội đồng Thi đua - Khen thưởng xã Nà Lâm gồm 07 ông, bà" in text_of(paper)
    table = paper.appendices[0].blocks[0]
    assert isinstance(table, Table)
    assert table.rows[0][2:] == ("Chủ tịch UBND xã Nà Lâm, Ủy ban nhân dân xã Nà Lâm", "Chủ tịch Hội đồng")
    assert table.rows[2][2:] == ("Ủy ban nhân dân xã Nà Lâm", "Ủy viên thường trực")
    require_flawless(paper)
    with pytest.raises(Refused, match="Đã có quyết định"):
        draft_founding(council, mandate=office.standing, on=TODAY)
    record_founding(numbered(draft, office, on=TODAY), mandate=office.clerk, on=TODAY)
    council.refresh_from_db()
    assert council.founded_by == f"{draft.title} của Chủ tịch Ủy ban nhân dân xã Nà Lâm"
    assert JournalEntry.objects.filter(verb="record_founding").count() == 1


def test_the_decision_on_a_new_council_replaces_the_one_before(commune: Commune) -> None:
    office = commune.commune
    by: dict[str, Any] = {"mandate": office.chair, "on": TODAY}
    council = found_council(office.unit, words=WORDS, **by)
    with pytest.raises(Refused, match="chưa có thành viên"):
        draft_founding(council, **by)
    seat_member(council, person=office.chair.person, post="chair", starts=TODAY, **by)
    set_working_rules(council, rules_paper="Quy chế số 5.", **by)
    words = text_of(paper_of(draft_founding(council, **by)))
    before = "Quyết định số 21/QĐ-UBND ngày 10/01/2020 của Chủ tịch UBND xã Nà Lâm"
    assert f"có hiệu lực kể từ ngày ký và thay thế {before}." in words
    assert "làm việc theo Quy chế số 5." in words


def test_without_a_chair_no_council_is_founded(commune: Commune) -> None:
    office = commune.commune
    council = council_in_office(office.unit)
    assert council is not None
    Mandate.objects.filter(pk=office.chair.pk).update(ends=date(2023, 3, 1))
    with pytest.raises(Refused, match="chưa có Chủ tịch"):
        draft_founding(council, mandate=office.standing, on=TODAY)
