"""A person agrees to be shown, and takes it back: who, how, when, and what is refused."""

from datetime import date

import pytest

from tests.factories.commune import make_commune
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.consent import ConsentWords, record_consent, withdraw_consent
from thidua.records.models import Consent

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)


@pytest.fixture
def officer():
    return make_commune(2023).commune.standing


def agreed(officer, **more):
    words = ConsentWords(**{"person_name": "Lộc Văn Tài", "how": "ký phiếu", "given_on": DAY, **more})
    return record_consent(officer.person, words=words, mandate=officer, on=DAY)


def test_a_person_agrees(officer):
    consent = agreed(officer)
    assert (consent.person_name, consent.guardian_name, consent.about_id) == (
        "Lộc Văn Tài",
        "",
        officer.person.pk,
    )
    line = JournalEntry.objects.get(verb="record_consent")
    assert line.says == "Lộc Văn Tài đồng ý công khai ngày 20/4/2023: ký phiếu."


def test_a_guardian_agrees_for_a_child(officer):
    agreed(officer, person_name="Lộc Thị Mơ", guardian_name="Lộc Văn Tài", how="gọi điện thoại")
    line = JournalEntry.objects.get(verb="record_consent")
    assert line.says == (
        "Lộc Văn Tài (người giám hộ của Lộc Thị Mơ) đồng ý công khai ngày 20/4/2023: gọi điện thoại."
    )


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"person_name": "  "}, "Hãy ghi ai đồng ý và đồng ý bằng cách nào."),
        ({"how": ""}, "Hãy ghi ai đồng ý và đồng ý bằng cách nào."),
        ({"given_on": date(2023, 4, 21)}, "Ngày đồng ý 21/4/2023 chưa tới."),
    ],
)
def test_what_is_no_consent(officer, more, sentence):
    with pytest.raises(Refused) as refused:
        agreed(officer, **more)
    assert (str(refused.value), Consent.objects.count()) == (sentence, 0)


def test_taking_it_back_once(officer):
    consent = agreed(officer)
    withdraw_consent(consent, reason=" không muốn  đăng nữa ", mandate=officer, on=date(2023, 5, 2))
    kept = Consent.objects.get()
    assert (kept.withdrawn_on, kept.withdrawn_why) == (date(2023, 5, 2), "không muốn đăng nữa")
    with pytest.raises(Refused) as refused:
        withdraw_consent(consent, reason="", mandate=officer, on=date(2023, 5, 3))
    assert str(refused.value) == "Đồng ý này đã được rút lại ngày 02/5/2023."
