"""Who sees which nominations, and what the balance of a list says."""

import pytest

from tests.awards.dossiers import started
from tests.factories.commune import make_collective, make_person
from thidua.awards.models import Nomination
from thidua.awards.queries.fairness import fairness_of
from thidua.awards.queries.nomination import visible_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def tai(whole):
    return make_person(whole.village, "Lộc Văn Tài", position="Nông dân")


def test_each_office_sees_its_own(whole, campaign, tai):
    draft = started(whole, tai, campaign=campaign)
    seen = {
        "head": whole.head(whole.village),
        "other head": whole.head(whole.villages[1]),
        "standing": whole.commune.standing,
        "chair": whole.commune.chair,
        "admin": whole.commune.admin,
        "district": whole.district.standing,
    }
    assert {name for name, mandate in seen.items() if visible_to(mandate).filter(pk=draft.pk).exists()} == {
        "head",
        "standing",
    }
    Nomination.objects.update(state="submitted", holder=whole.district.unit)
    assert {name for name, mandate in seen.items() if visible_to(mandate).filter(pk=draft.pk).exists()} == {
        "head",
        "standing",
        "chair",
        "district",
    }


def test_how_many_each_form_has(whole, campaign, tai):
    started(whole, tai, campaign=campaign)
    woman = make_person(whole.body, "Nông Thị Thắm", honorific="Bà")
    started(whole, woman, form="giay_khen_xa", campaign=campaign)
    started(whole, make_collective(whole.village), form="giay_khen_xa", campaign=campaign)
    seen = visible_to(whole.commune.standing)
    titles = [award.title for award in campaign.awards.all()]
    assert fairness_of(seen, titles=titles).forms == (
        ("Giấy khen của Chủ tịch UBND xã", 2),
        ("Giấy khen của Chủ tịch UBND huyện", 1),
    )
