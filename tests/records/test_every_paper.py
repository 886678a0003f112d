"""Every paper on file in the middle of the work says the same in Word and PDF, without a fault."""

import pytest

from tests.awards.outcomes import LONG_NAME
from tests.awards.session_story import DAY
from tests.factories.printed import require_flawless
from tests.web.everything import Everything, make_everything
from thidua.awards import deliberate
from thidua.awards.nominate import draft_unit_papers
from thidua.campaigns.models import UnitReview
from thidua.campaigns.review import draft_review_report
from thidua.campaigns.track import draft_reminder, silent_units
from thidua.org.models import Person
from thidua.records.documents import paper_of
from thidua.records.models import OfficialDocument, PaperCopy, SeparateAppendix, SignedFile


def draft_the_rest(found: Everything) -> None:
    """What the units hand in, an invitation, a letter to the silent units."""
    for held in (SignedFile, PaperCopy, SeparateAppendix):
        held.objects.all().delete()
    OfficialDocument.objects.filter(purpose="reminder").delete()  # stand-ins for papers on their way
    whole, of = found.whole, found.of
    head, office = whole.head(whole.village), whole.commune
    Person.objects.filter(pk=office.culture.person_id).update(name=LONG_NAME)
    draft_unit_papers(of.judging, unit=whole.village, mandate=head, on=DAY)
    review = UnitReview.objects.get(campaign=of.running, unit=whole.village)
    draft_review_report(review, mandate=head, on=DAY)
    deliberate.draft_invitation(of.planned, mandate=office.secretary, on=DAY)
    silent = silent_units(of.running, "report", on=DAY)
    draft_reminder(
        of.running, missing="report", units=silent, signer=office.chair, mandate=office.standing, on=DAY
    )


@pytest.mark.django_db
def test_every_paper_on_file_is_flawless() -> None:
    found = make_everything()
    draft_the_rest(found)
    papers = OfficialDocument.objects.filter(origin="ours")
    for document in papers:
        require_flawless(paper_of(document))
    assert sorted(set(papers.values_list("purpose", flat=True))) == [
        "achievement_report", "award_decision", "campaign_plan", "chair_submission", "council_minutes",
        "invitation", "payment_list", "reminder", "revocation", "submission", "unit_minutes", "unit_review",
        "unit_submission",
    ]  # fmt: skip
