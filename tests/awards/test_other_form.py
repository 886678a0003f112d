"""A dossier turned to another form: nothing is typed twice (đổi hình thức)."""

import pytest

from tests.awards.dossiers import DAY, complete
from tests.factories.commune import make_campaign, make_person
from tests.refusals import rule_refused
from thidua.awards.models import Nomination
from thidua.awards.nominate import nominate, propose_for, submit_nomination
from thidua.journal.models import JournalEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def test_words_stay_and_evidence_stands_under_the_criterion_that_reads_the_same(whole, campaign) -> None:
    tai = make_person(whole.village, "Lộc Văn Tài")
    dossier = complete(whole, tai, campaign=campaign)
    old = {claim.criterion.text: claim.text for claim in dossier.claims.select_related("criterion")}
    commune_form = campaign.awards.get(form="giay_khen_xa")
    propose_for(dossier, award=commune_form, mandate=whole.head(whole.village), on=DAY)
    dossier = Nomination.objects.get(pk=dossier.pk)
    asked = commune_form.criteria.filter(recipient="individual", group=dossier.group)
    now = {claim.criterion: claim.text for claim in dossier.claims.select_related("criterion")}
    assert (dossier.award, dossier.achievement) == (commune_form, "Vận động 62 hộ phân loại rác")
    assert now == {criterion: old.get(criterion.text, "") for criterion in asked}
    assert any(now.values())
    assert JournalEntry.objects.get(verb="propose_for").says == (
        f"Đổi đề nghị của Lộc Văn Tài từ {campaign.awards.get(form='giay_khen_huyen').title} sang "
        f"{commune_form.title}."
    )


def test_not_the_same_form_nor_one_proposed_already_nor_after_it_was_sent(whole, campaign) -> None:
    head = whole.head(whole.village)
    tai = make_person(whole.village, "Lộc Văn Tài")
    dossier = complete(whole, tai, campaign=campaign)
    district, commune_form = (campaign.awards.get(form=form) for form in ("giay_khen_huyen", "giay_khen_xa"))
    assert rule_refused(propose_for, dossier, award=district, mandate=head, on=DAY) == "nominate:same"
    other = make_person(whole.village, "Lộc Văn Tám")
    theirs = complete(whole, other, campaign=campaign)
    submit_nomination(theirs, mandate=head, on=DAY)
    assert rule_refused(propose_for, theirs, award=commune_form, mandate=head, on=DAY) == "nominate:sent"
    assert Nomination.objects.get(pk=theirs.pk).award == district
    third = nominate(commune_form, candidate=make_person(whole.village, "Lộc Văn Chín"), mandate=head, on=DAY)
    assert (
        rule_refused(propose_for, third, award=district, mandate=whole.head(whole.body), on=DAY)
        == "mandate:unit"
    )
