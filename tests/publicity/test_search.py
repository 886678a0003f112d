"""Finding on the public pages, with marks or without; what was taken down is not found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.commune import make_campaign
from tests.factories.models import published
from tests.publicity.honours import DAY, honoured, shown, told
from thidua.campaigns.discover import withdraw_project
from thidua.publicity.announce import take_person_down
from thidua.publicity.queries.search import found_on_portal, marked, words_of


def said(stretches):
    return "".join(f"[{one.text}]" if one.found else one.text for one in stretches)


@pytest.mark.parametrize(
    ("text", "words", "shown_as"),
    [
        ("Hiến đất làm đường", ["dat"], "Hiến [đất] làm đường"),
        ("Hiến đất làm đường", ["lam", "duong"], "Hiến đất [làm] [đường]"),
        ("aaa", ["aa"], "[aa]a"),
        ("Hiến đất", [], "Hiến đất"),
        ("", ["x"], ""),
    ],
)
def test_what_was_found_is_marked(text, words, shown_as):
    assert said(marked(text, words)) == shown_as


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=4), max_size=3))
def test_marking_loses_no_letter(text, words):
    assert "".join(one.text for one in marked(text, words)) == text


def test_eight_words_are_looked_for():
    assert words_of("  Một  một hai " + "x " * 300) == ["một", "hai", "x"]


@pytest.mark.django_db
def test_all_kinds_are_found_with_and_without_marks_and_the_exact_ones_come_first(whole):
    campaign, culture = make_campaign(whole, state="reviewing"), whole.commune.culture
    person = shown(campaign, culture)
    told(campaign, culture, title="Đất lành chim đậu")
    told(campaign, culture, title="Dắt trâu về chuồng")
    honoured(whole, campaign)
    unit = campaign.unit
    assert [(hit.kind, said(hit.title)) for hit in found_on_portal(unit, "dat")] == [
        ("Gương tốt", "Hiến [đất] làm đường"),
        ("Tin", "[Dắt] trâu về chuồng"),
        ("Tin", "[Đất] lành chim đậu"),
    ]
    assert said(found_on_portal(unit, "dắt")[0].title) == "[Dắt] trâu về chuồng"
    assert [hit.kind for hit in found_on_portal(unit, "Cúc")] == ["Bảng vàng"]
    assert [hit.kind for hit in found_on_portal(unit, "loc van tai")] == ["Gương tốt"]
    assert [hit.kind for hit in found_on_portal(unit, "chung một lòng")] == ["Phong trào"]
    assert found_on_portal(unit, "  ") == []
    take_person_down(person, reason="", consent=True, mandate=culture, on=DAY)
    assert found_on_portal(unit, "loc van tai") == []


@pytest.mark.django_db
def test_a_model_is_found_by_its_approved_words_until_it_is_taken_down(whole):
    campaign = make_campaign(whole)
    project = published(whole, campaign)
    found = found_on_portal(campaign.unit, "duong hoa khuoi cap")
    assert [(hit.kind, hit.page, hit.key) for hit in found] == [("Mô hình", "public-project", project.code)]
    withdraw_project(project, reason="Sai", mandate=whole.commune.standing, on=DAY)
    assert found_on_portal(campaign.unit, "duong hoa khuoi cap") == []
