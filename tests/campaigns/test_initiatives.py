"""Initiatives: noted by the unit or for it, recognised by a paper, applied elsewhere, counted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.factories.commune import make_person
from tests.factories.printed import require_flawless, text_of
from thidua.campaigns.discover import (
    Application,
    AuthorEntry,
    InitiativeEntry,
    Recognition,
    apply_initiative,
    drop_initiative,
    edit_initiative,
    note_initiative,
    recognise_initiative,
    reopen_initiative,
    stop_applying,
)
from thidua.campaigns.documents.initiative import initiative_list
from thidua.campaigns.models import Initiative
from thidua.campaigns.queries.initiative import (
    authors_within,
    initiative_count,
    initiative_for,
    initiatives_by,
    initiatives_from,
    initiatives_of,
    uses_of,
)
from thidua.law.ruling import Refused
from thidua.org.identify import merge_records
from thidua.org.identify.identity import same_ids
from thidua.org.models import Person

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)
PAPER = Recognition("Hội đồng sáng kiến huyện Cao Sơn", "125/QĐ-UBND", "huyen", date(2023, 4, 18))


def rule_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.ruling.rule


@pytest.fixture
def author(whole):
    return make_person(whole.village, "Lộc Văn Tài")


@pytest.fixture
def entry(author):
    return InitiativeEntry(
        "Máng nước tự chảy", "Dẫn nước từ khe về ruộng bậc thang bằng ống tre.", (AuthorEntry(author),),
        effect="Giảm nửa công gánh nước.", amount=Decimal(120), measure="công", applied_from=date(2023, 3, 1),
    )  # fmt: skip


@pytest.fixture
def noted(whole, campaign, entry):
    head = whole.head(whole.village)
    return note_initiative(campaign, entry=entry, unit=whole.village, mandate=head, on=DAY)


def test_a_village_notes_its_own_and_the_officer_types_what_came_by_telephone(whole, campaign, entry, noted):
    officer = whole.commune.standing
    assert (noted.state, [str(one) for one in noted.authors.all()]) == ("noted", ["Lộc Văn Tài"])
    typed = {"unit": whole.village, "mandate": officer, "on": DAY}
    assert rule_of(lambda: note_initiative(campaign, entry=entry, **typed)) == "initiative:entry"
    by_phone = replace(entry, how="nhận qua điện thoại, ngày 20/4/2023")
    assert note_initiative(campaign, entry=by_phone, **typed).how == "nhận qua điện thoại, ngày 20/4/2023"
    own = note_initiative(campaign, entry=entry, unit=campaign.unit, mandate=officer, on=DAY)
    assert own.unit == whole.commune.unit
    head = whole.head(whole.villages[1])
    elsewhere = {"unit": whole.village, "mandate": head, "on": DAY}
    assert rule_of(lambda: note_initiative(campaign, entry=entry, **elsewhere)) == "mandate:unit"
    above = {"unit": whole.district.unit, "mandate": officer, "on": DAY}
    assert rule_of(lambda: note_initiative(campaign, entry=by_phone, **above)) == "part:unit"


@pytest.mark.parametrize(("state", "rule"), [("draft", "initiative:campaign"), ("closed", "campaign:closed")])
def test_outside_the_campaign_nothing_is_noted(whole, campaign, entry, state, rule):
    campaign.state = state
    mandate = whole.head(whole.village)
    assert rule_of(lambda: note_initiative(
        campaign, entry=entry, unit=whole.village, mandate=mandate, on=DAY
    )) == rule  # fmt: skip


def test_an_initiative_says_what_who_and_a_whole_figure(whole, campaign, entry, author):
    other = make_person(whole.village, "Chu Thị Lụa")

    def shared(*shares):
        return tuple(
            AuthorEntry(one, share=share) for one, share in zip((author, other), shares, strict=True)
        )

    for wrong in (
        {"title": " "}, {"what": ""}, {"authors": ()}, {"measure": ""}, {"amount": None},
        {"authors": shared(60, 30)}, {"authors": shared(100, None)},
    ):  # fmt: skip
        call = {"unit": whole.village, "mandate": whole.head(whole.village), "on": DAY}
        found = rule_of(lambda wrong=wrong, call=call: note_initiative(
            campaign, entry=replace(entry, **wrong), **call
        ))  # fmt: skip
        assert found == "initiative:entry"
    twice = (AuthorEntry(author), AuthorEntry(author))
    assert rule_of(lambda: note_initiative(campaign, entry=replace(entry, authors=twice), **call)) == (
        "initiative:authors"
    )
    made = note_initiative(campaign, entry=replace(entry, authors=shared(60, 40)), **call)
    assert [str(one) for one in made.authors.all()] == ["Lộc Văn Tài (60 %)", "Chu Thị Lụa (40 %)"]


def test_an_author_without_a_record_is_put_on_file_once(whole, campaign, entry, author):
    call = {"unit": whole.village, "mandate": whole.head(whole.village), "on": DAY}
    new = replace(entry, authors=(AuthorEntry(name="NÔNG THỊ MẬN", honorific="Bà"),))
    made = note_initiative(campaign, entry=new, **call)
    assert [(one.person.name, one.person.is_woman) for one in made.authors.all()] == [("Nông Thị Mận", True)]
    for name, rule in (("nông thị mận", "initiative:known"), ("Nong Thi Man", "record:alike")):
        again = replace(entry, authors=(AuthorEntry(name=name, honorific="Bà"),))
        assert rule_of(lambda again=again: note_initiative(campaign, entry=again, **call)) == rule
    assert (Person.objects.filter(folded="nong thi man").count(), Initiative.objects.count()) == (1, 1)
    assert made.authors.get().person in authors_within(whole.village)


def test_it_is_corrected_until_it_is_recognised(whole, entry, noted):
    head = {"mandate": whole.head(whole.village), "on": DAY}
    better = replace(entry, title="Máng nước tự chảy về ruộng")
    edit_initiative(noted, entry=better, expected=0, **head)
    assert list(initiatives_of(whole.commune.standing, noted.campaign, words="tu chay ve ruong")) == [noted]
    assert rule_of(lambda: edit_initiative(noted, entry=entry, expected=0, **head)) == "state:stale"
    recognise_initiative(noted, recognition=PAPER, mandate=whole.commune.standing, on=DAY)
    assert rule_of(lambda: edit_initiative(noted, entry=entry, **head)) == "state:move"


def test_it_is_recognised_by_a_paper_and_that_is_taken_back_with_a_reason(whole, noted):
    by = {"mandate": whole.commune.standing, "on": DAY}
    for wrong in ({"by": ""}, {"paper": " "}, {"level": "lang"}, {"day": date(2023, 4, 21)}):
        call = replace(PAPER, **wrong)
        assert rule_of(lambda call=call: recognise_initiative(noted, recognition=call, **by)) == (
            "initiative:recognition"
        )
    recognise_initiative(noted, recognition=PAPER, **by)
    assert (noted.state, noted.paper, noted.get_level_display()) == ("recognised", "125/QĐ-UBND", "cấp huyện")
    assert rule_of(lambda: reopen_initiative(noted, reason=" ", **by)) == "initiative:reason"
    reopen_initiative(noted, reason="Ghi nhầm số", **by)
    assert (noted.state, noted.paper, noted.recognised_on) == ("noted", "", None)
    assert rule_of(lambda: drop_initiative(noted, reason="", **by)) == "initiative:reason"
    drop_initiative(noted, reason="Đã có nơi làm trước", **by)
    assert (noted.state, noted.remark) == ("dropped", "Đã có nơi làm trước")


def test_other_units_apply_it_and_say_what_came_of_it(whole, noted):
    other, by = whole.villages[1], {"mandate": whole.commune.standing, "on": DAY}
    head = {"mandate": whole.head(other), "on": DAY}
    late = Application(other, date(2023, 4, 21))
    assert rule_of(lambda: apply_initiative(noted, application=late, **by)) == "initiative:since"
    apply_initiative(noted, application=Application(other, DAY), **head)
    apply_initiative(noted, application=Application(other, DAY, "30 hộ dùng"), **by)
    assert [(use.unit, use.result) for use in uses_of(noted)] == [(other, "30 hộ dùng")]
    away = Application(whole.district.unit, DAY)
    assert rule_of(lambda: apply_initiative(noted, application=away, **by)) == "part:unit"
    stop_applying(noted, unit=other, **head)
    assert list(uses_of(noted)) == []
    drop_initiative(noted, reason="Trùng", **by)
    assert rule_of(lambda: apply_initiative(noted, application=Application(other, DAY), **by)) == "state:move"


def test_a_village_knows_its_own_and_what_is_recognised(whole, campaign, noted):
    officer, own, other = whole.commune.standing, whole.head(whole.village), whole.head(whole.villages[1])
    assert [list(initiatives_of(one, campaign)) for one in (officer, own, other)] == [[noted], [noted], []]
    recognise_initiative(noted, recognition=PAPER, mandate=officer, on=DAY)
    assert initiative_for(other, campaign, noted.code) == noted
    assert list(initiatives_of(officer, campaign, state="noted")) == []


def test_it_is_in_the_history_of_the_author_under_every_record(whole, noted, author):
    twin = make_person(whole.villages[1], "Lộc Văn Tài")
    merge_records(author, into=twin, mandate=whole.commune.standing, on=DAY)
    assert list(initiatives_by(same_ids(twin))) == [noted]
    assert list(initiatives_from(whole.village)) == [noted]


def test_the_report_counts_what_was_noted_recognised_and_applied(whole, campaign, entry, noted):
    by = {"mandate": whole.commune.standing, "on": DAY}
    head = {"unit": whole.village, "mandate": whole.head(whole.village), "on": DAY}
    dropped = note_initiative(campaign, entry=entry, **head)
    drop_initiative(dropped, reason="Trùng", **by)
    recognise_initiative(noted, recognition=PAPER, **by)
    for unit in whole.villages:
        apply_initiative(noted, application=Application(unit, DAY), **by)
    count = initiative_count(campaign)
    assert (count.noted, count.recognised, count.places) == (1, 1, 2)


def test_the_list_is_a_paper(whole, campaign, entry, noted):
    officer = whole.commune.standing
    require_flawless(initiative_list(campaign, [], signer=officer))
    assert "chờ công nhận" in text_of(initiative_list(campaign, [noted], signer=officer))
    recognise_initiative(noted, recognition=PAPER, mandate=officer, on=DAY)
    paper = initiative_list(campaign, list(initiatives_of(officer, campaign)), signer=officer)
    require_flawless(paper)
    said = "Hội đồng sáng kiến huyện Cao Sơn, 125/QĐ-UBND ngày 18/4/2023, cấp huyện"
    assert ("Giảm nửa công gánh nước; 120 công" in text_of(paper), said in text_of(paper)) == (True, True)
