"""A recognised initiative becomes the basis of a nomination without being typed again."""

from datetime import date

import pytest
from django.urls import reverse

from tests.awards.dossiers import DAY, started
from tests.factories.commune import as_, make_campaign, make_collective, make_household, make_person
from tests.web.looking import page
from thidua.awards.models import Basis, Nomination
from thidua.awards.nominate import BasisEntry, state_basis, use_initiative
from thidua.awards.queries.footing import basis_of
from thidua.awards.queries.initiative import counted_initiatives, initiative_words, initiatives_for
from thidua.campaigns.discover import (
    AuthorEntry,
    InitiativeEntry,
    Recognition,
    note_initiative,
    recognise_initiative,
)
from thidua.campaigns.models import Initiative
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


@pytest.fixture
def author(whole):
    return make_person(whole.village, "Lộc Văn Tài")


def thought_of(whole, campaign, person, title="Máng nước tự chảy", day=date(2023, 5, 20)):
    head = {"mandate": whole.head(whole.village), "on": DAY}
    entry = InitiativeEntry(title, "Dẫn nước bằng ống tre.", (AuthorEntry(person),))
    made = note_initiative(campaign, entry=entry, unit=whole.village, **head)
    if day:
        paper = Recognition("Hội đồng sáng kiến huyện", "125/QĐ-UBND", "huyen", day)
        recognise_initiative(made, recognition=paper, mandate=whole.commune.standing, on=DAY)
    return made


def test_one_press_puts_the_initiative_and_its_paper_into_the_dossier(whole, campaign, author):
    made = thought_of(whole, campaign, author)
    waiting = thought_of(whole, campaign, author, "Chưa công nhận", day=None)
    nomination = started(whole, author, campaign=campaign)
    head = as_(whole.head(whole.village))
    text = page(head, "nomination", nomination.code)
    assert ("Lấy làm căn cứ" in text, "Máng nước tự chảy" in text, waiting.title in text) == (
        True,
        True,
        False,
    )
    head.post(reverse("nomination-initiative", args=[nomination.code, made.code]))
    nomination.refresh_from_db()
    assert nomination.initiative == "Máng nước tự chảy (125/QĐ-UBND ngày 20/5/2023)"
    assert basis_of(nomination).initiatives == 1
    assert (
        head.post(reverse("nomination-initiative", args=[nomination.code, waiting.code])).status_code == 404
    )
    record = page(as_(whole.commune.standing), "record", "individual", author.pk)
    assert (made.title in record, waiting.title in record) == (True, True)


def test_somebody_elses_or_an_unrecognised_one_is_refused(whole, campaign, author):
    other = make_person(whole.village, "Chu Thị Lụa")
    nomination = started(whole, other, campaign=campaign)
    made = thought_of(whole, campaign, author)
    for initiative in (made, thought_of(whole, campaign, other, day=None)):
        with pytest.raises(Refused) as refused:
            use_initiative(nomination, initiative=initiative, mandate=whole.head(whole.village), on=DAY)
        assert refused.value.ruling.rule == "basis:initiative"
    with pytest.raises(Refused):
        use_initiative(nomination, initiative=made, mandate=whole.commune.clerk, on=DAY)
    assert (Nomination.objects.get().initiative, Basis.objects.count()) == ("", 0)


def test_only_the_years_that_were_excellent_count(whole, campaign, author):
    for day in (date(2022, 5, 1), date(2023, 5, 1)):
        thought_of(whole, campaign, author, day=day)
    nomination = started(whole, author, campaign=campaign)
    assert counted_initiatives(nomination) == 2
    entry = BasisEntry(excellent_years="2021, 2022")
    state_basis(nomination, entry=entry, mandate=whole.head(whole.village), on=DAY)
    assert counted_initiatives(nomination) == 1


def test_a_collective_rests_on_what_its_unit_thought_of_and_a_household_on_none(whole, campaign, author):
    made = thought_of(whole, campaign, author)
    group = started(whole, make_collective(whole.village, "Chi hội Nông dân"), campaign=campaign)
    assert initiatives_for(group) == [made]
    house = Nomination(recipient="household", household=make_household(whole.village, "Lộc Văn Tài"))
    assert initiatives_for(house) == []


def test_a_long_name_keeps_its_paper():
    paper = Initiative(title="Rất dài " * 31, paper="125/QĐ-UBND", recognised_on=date(2023, 5, 20))
    words = initiative_words(paper)
    assert (len(words) <= 250, words.endswith("… (125/QĐ-UBND ngày 20/5/2023)")) == (True, True)
    assert initiative_words(Initiative(title="Ngắn", paper="1/QĐ")) == "Ngắn (1/QĐ)"
