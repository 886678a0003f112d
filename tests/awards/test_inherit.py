"""1 July 2025: the district is gone and the commune becomes part of a new one (sắp xếp đơn vị)."""

from datetime import date

import pytest

from tests.awards.session_story import eligible, held, sent
from tests.factories.commune import make_campaign, make_commune, make_household, make_mandate, make_person
from thidua.awards import deliberate
from thidua.awards.inherit import TakenOver, take_over_dossiers
from thidua.awards.models import CouncilSession, Nomination, Submission
from thidua.awards.nominate import nominate
from thidua.awards.queries.council import sessions_visible_to
from thidua.awards.queries.inherit import Undone, undone_of
from thidua.awards.queries.nomination import visible_to
from thidua.campaigns.inherit import take_over_campaigns
from thidua.campaigns.models import Campaign
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.establish import UnitWords, add_unit
from thidua.org.models import Installation, Unit
from thidua.org.reorganise import end_unit
from thidua.records.models import NumberBook
from thidua.records.queries.papers import papers_visible_to

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
WEEK_BEFORE = date(2025, 6, 24)
pytestmark = pytest.mark.django_db


@pytest.fixture
def whole():
    made = make_commune(2024)
    NumberBook.objects.update(year=2025)
    return made


def newly_founded(whole) -> Unit:
    """The new commune under the province, its officers named from its first day."""
    words = UnitWords("Ủy ban nhân dân xã Cao Sơn", "xa", short_name="xã Cao Sơn", place="Cao Sơn")
    return add_unit(
        whole.province.unit, words=words, opened_on=FIRST, mandate=whole.commune.admin, on=WEEK_BEFORE
    )


def standing_of(unit: Unit):
    return make_mandate(unit, "Hoàng Thị Mai", role="standing", title="Thường trực Hội đồng TĐKT")


def reorganised(whole) -> tuple[Unit, object]:
    new = newly_founded(whole)
    standing = standing_of(new)
    end_unit(
        whole.commune.unit,
        last_day=LAST,
        successor=new,
        with_units=True,
        mandate=whole.commune.admin,
        on=LAST,
    )
    new.refresh_from_db()
    return new, standing


def test_the_villages_go_with_the_commune_and_the_installation_belongs_to_the_new_one(whole) -> None:
    new, _ = reorganised(whole)
    village = Unit.objects.get(pk=whole.village.pk)
    assert (village.parent, village.path) == (new, f"{new.path}khuoi-cap/")
    assert Installation.objects.get().office == new
    assert JournalEntry.objects.get(verb="end_unit").says == (
        "Ủy ban nhân dân xã Nà Lâm kết thúc hoạt động sau ngày 30/6/2025; đơn vị kế thừa: Ủy ban nhân dân xã "
        "Cao Sơn."
    )
    assert not whole.commune.standing.office.mandates.filter(ends=None).exists()


def test_nobody_is_locked_out(whole) -> None:
    new = newly_founded(whole)
    with pytest.raises(Refused) as refused:
        end_unit(
            whole.commune.unit, last_day=LAST, successor=new, with_units=True, mandate=whole.commune.admin,
            on=LAST,
        )  # fmt: skip
    assert refused.value.ruling.because == (
        "Từ ngày 01/7/2025 chưa ai giữ việc Quản trị hoặc Thường trực ở Ủy ban nhân dân xã Cao Sơn; hãy giao "
        "chức vụ ở đó trước, để không ai mất lối vào."
    )
    for unit, because in (
        (whole.province.unit, "Đơn vị kế thừa của Ủy ban nhân dân xã Nà Lâm phải cùng cấp."),
        (
            whole.village,
            "Thôn Khuổi Cáp nằm dưới Ủy ban nhân dân xã Nà Lâm; đơn vị kế thừa phải nằm ngoài.",
        ),
    ):
        with pytest.raises(Refused) as refused:
            end_unit(
                whole.commune.unit, last_day=LAST, successor=unit, with_units=True,
                mandate=whole.commune.admin, on=LAST,
            )  # fmt: skip
        assert refused.value.ruling.because == because
    assert Unit.objects.get(pk=whole.village.pk).parent == whole.commune.unit


def test_open_dossiers_move_and_old_papers_keep_the_old_name(whole) -> None:
    campaign = make_campaign(whole, state="reviewing", year=2025)
    waiting = eligible(whole, campaign, make_household(whole.village))
    passed = eligible(whole, campaign, make_person(whole.village, "Lộc Văn Tài"))
    submission = sent(held(campaign, [passed], whole.commune, on=WEEK_BEFORE), whole.commune, on=WEEK_BEFORE)
    plan = submission.document
    new, standing = reorganised(whole)
    old = Unit.objects.get(pk=whole.commune.unit.pk)
    assert undone_of(old) == Undone(campaigns=1, dossiers=2, submissions=1)
    assert take_over_campaigns(old, mandate=standing, on=FIRST) == [campaign]
    taken = take_over_dossiers(old, mandate=standing, on=FIRST)
    assert taken == TakenOver(dossiers=2, submissions=1, sessions_cancelled=0, drafts_cancelled=0)
    assert set(visible_to(standing)) == {waiting, passed}
    assert Campaign.objects.get().unit == new
    assert Nomination.objects.get(pk=waiting.pk).holder == new
    moved = Submission.objects.get(pk=submission.pk)
    assert (moved.unit, moved.to_unit) == (new, new)
    assert sessions_visible_to(standing).count() == 1
    kept = papers_visible_to(standing).get(pk=plan.pk)
    assert (kept.unit, kept.content) == (old, plan.content)
    assert not undone_of(old)


def test_a_session_that_was_called_falls_and_its_cases_wait_for_the_new_council(whole) -> None:
    campaign = make_campaign(whole, state="reviewing", year=2025)
    waiting = eligible(whole, campaign, make_household(whole.village))
    session = planned(whole, campaign, [waiting])
    _, standing = reorganised(whole)
    taken = take_over_dossiers(Unit.objects.get(pk=whole.commune.unit.pk), mandate=standing, on=FIRST)
    assert (taken.sessions_cancelled, Nomination.objects.get().state) == (1, "eligible")
    assert CouncilSession.objects.get(pk=session.pk).state == "cancelled"


def planned(whole, campaign, nominations) -> CouncilSession:
    office = whole.commune
    meeting = deliberate.Meeting(LAST, "Phòng họp", office.chair.person, office.secretary.person)
    session = deliberate.plan_session(campaign, meeting=meeting, mandate=office.secretary, on=WEEK_BEFORE)
    deliberate.table_nominations(session, nominations=nominations, mandate=office.secretary, on=WEEK_BEFORE)
    return session


def test_a_village_that_ended_is_spoken_for_by_its_successor(whole) -> None:
    campaign = make_campaign(whole, year=2025)
    old, successor = whole.villages
    old_household = make_household(old)
    day = date(2025, 4, 30)
    end_unit(old, last_day=date(2025, 4, 15), successor=successor, mandate=whole.commune.admin, on=day)
    old_household.refresh_from_db()
    made = nominate(
        campaign.awards.get(form="giay_khen_xa"),
        candidate=old_household,
        mandate=whole.head(successor),
        on=day,
    )
    assert (made.unit, made.holder) == (successor, successor)


def test_a_second_succession_hands_on_what_the_first_left(whole) -> None:
    old, middle = whole.villages
    new = add_unit(
        whole.commune.unit, words=UnitWords("Thôn Mới", "thon"), opened_on=FIRST, mandate=whole.commune.admin,
        on=FIRST,
    )  # fmt: skip
    for unit, successor in ((old, middle), (middle, new)):
        end_unit(unit, last_day=LAST, successor=successor, mandate=whole.commune.admin, on=LAST)
    old.refresh_from_db()
    assert (old.successor, old.heir) == (middle, new)


def test_only_the_standing_officer_of_the_heir_takes_over_and_only_once_it_has_ended(whole) -> None:
    old, successor = whole.villages
    for mandate, day, rule in (
        (whole.commune.standing, LAST, "inherit:unit"),
        (whole.commune.chair, FIRST, "mandate:role"),
        (whole.head(successor), FIRST, "mandate:role"),
        (whole.district.standing, FIRST, "mandate:unit"),
    ):
        if day == FIRST and old.closed_on is None:
            end_unit(old, last_day=LAST, successor=successor, mandate=whole.commune.admin, on=LAST)
        with pytest.raises(Refused) as refused:
            take_over_dossiers(old, mandate=mandate, on=day)
        assert refused.value.ruling.rule == rule
