"""Evidence stands under the criterion it shows: files, and what the campaign has on file already."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from tests.awards.dossiers import DAY, sent, started
from tests.factories.commune import make_person
from tests.refusals import refused
from thidua.awards.models import Evidence
from thidua.awards.nominate import attach_evidence, cite_evidence, drop_evidence
from thidua.awards.nominate.evidence import MOST
from thidua.awards.queries.evidence import claim_of, evidence_by_claim, evidence_of, things_to_cite
from thidua.campaigns.models import Criterion, ModelProject, ProgressEntry, RoleModel
from thidua.journal.models import JournalEntry
from thidua.records.models import Attachment
from thidua.records.queries.files import file_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def nomination(whole, campaign):
    return started(whole, make_person(whole.village, "Lộc Văn Tài"), campaign=campaign)


@pytest.fixture
def acting(whole):
    return {"mandate": whole.head(whole.village), "on": DAY}


def file(name="nghiem-thu.txt", words=b"Bien ban nghiem thu"):
    return ContentFile(words, name=name)


def test_a_file_stands_under_two_criteria_and_goes_when_it_stands_nowhere(nomination, acting):
    second = Criterion.objects.create(
        award=nomination.award, order=9, recipient="individual", group=nomination.group, text="Gương mẫu"
    )
    other = nomination.claims.create(criterion=second)
    claim = nomination.claims.exclude(pk=other.pk).get()
    first, twice, again = (attach_evidence(one, upload=file(), **acting) for one in (claim, other, claim))
    assert (first, Attachment.objects.count(), Evidence.objects.count()) == (again, 1, 2)
    shown = evidence_by_claim(nomination)
    assert [one.says for one in shown[second.pk]] == ["nghiem-thu.txt"]
    drop_evidence(first, **acting)
    assert Attachment.objects.count() == 1
    drop_evidence(evidence_of(nomination, twice.pk), **acting)
    assert (Attachment.objects.count(), evidence_by_claim(nomination)) == (0, {})
    assert [one.says for one in JournalEntry.objects.filter(verb="evidence").order_by("number")] == [
        "Gắn tệp “nghiem-thu.txt” làm minh chứng của Lộc Văn Tài: Sâu sát cơ sở, có giải pháp hữu ích",
        "Gắn tệp “nghiem-thu.txt” làm minh chứng của Lộc Văn Tài: Gương mẫu",
        "Bỏ “nghiem-thu.txt” làm minh chứng của Lộc Văn Tài: Sâu sát cơ sở, có giải pháp hữu ích",
        "Bỏ “nghiem-thu.txt” làm minh chứng của Lộc Văn Tài: Gương mẫu",
    ]


def test_what_the_campaign_has_on_file_is_cited_not_typed(whole, campaign, nomination, acting):
    here = {"campaign": campaign, "unit": whole.village}
    ModelProject.objects.create(**here, title="Tuyến đường hoa")
    ModelProject.objects.create(**here, title="Thôi làm", stage="dropped")
    ProgressEntry.objects.create(**here, text="Trồng xong 300 m", on=date(2023, 5, 2))
    ProgressEntry.objects.create(campaign=campaign, unit=whole.body, text="Của đơn vị khác", on=DAY)
    RoleModel.objects.create(
        unit=whole.commune.unit, campaign=campaign, name="Lộc Văn Tài", slug="loc-van-tai",
        title="Người giữ đường", story="…",
    )  # fmt: skip
    things = things_to_cite(nomination)
    assert [one.says for one in things] == [
        "Mô hình: Tuyến đường hoa",
        "Kết quả ngày 02/5/2023: Trồng xong 300 m",
        "Điển hình: Người giữ đường",
    ]
    claim = nomination.claims.get()
    made = [cite_evidence(claim, thing=one, **acting) for one in (*things, things[0])]
    assert (Evidence.objects.count(), made[0], made[2].slug) == (3, made[3], "loc-van-tai")
    drop_evidence(made[0], **acting)
    assert Evidence.objects.count() == 2


def test_a_claim_holds_so_much_and_no_more(nomination, acting):
    claim = claim_of(nomination, nomination.claims.get().criterion_id)
    for number in range(MOST):
        attach_evidence(claim, upload=file(f"{number}.txt", f"Anh {number}".encode()), **acting)
    assert refused(lambda: attach_evidence(claim, upload=file(), **acting)).rule == "evidence:full"


def test_a_dossier_that_was_sent_takes_no_more_evidence(whole, campaign, acting):
    nomination = sent(whole, make_person(whole.village, "Lộc Văn Sáng"), campaign=campaign)
    claim = nomination.claims.get()
    assert refused(lambda: attach_evidence(claim, upload=file(), **acting)).rule == "nominate:sent"


def test_what_the_officer_attaches_for_a_village_is_not_for_another_village(whole, nomination):
    officer = whole.commune.standing
    kept = attach_evidence(nomination.claims.get(), upload=file(), mandate=officer, on=DAY).attachment
    for mandate in (officer, whole.head(whole.village), whole.district.standing):
        assert file_of(mandate, kept.pk) == kept
    for mandate in (whole.head(whole.villages[1]), whole.head(whole.body)):
        with pytest.raises(Attachment.DoesNotExist):
            file_of(mandate, kept.pk)
