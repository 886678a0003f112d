"""The consent of a person to be shown in public, and taking it back (đồng ý công khai, rút lại)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Model

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.models import Consent
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class ConsentWords:
    """Who agreed, in which way, on which day (nội dung đồng ý); `guardian_name` when a guardian agreed for
    them.
    """

    person_name: str
    how: str
    given_on: date
    guardian_name: str = ""


@transaction.atomic
def record_consent(about: Model, *, words: ConsentWords, mandate: Mandate, on: date) -> Consent:
    """Record that a person, or the guardian, agrees to be shown (ghi nhận đồng ý) and journal it.

    The calling verb has checked that the mandate may. Raises `Refused` without a name or a way, and for a
    day to come.
    Căn cứ: Điều 32, Điều 38 Bộ luật Dân sự 2015 (hình ảnh, đời sống riêng tư; chưa đối chiếu văn bản gốc).
    """
    person, how, guardian = squeeze(words.person_name), squeeze(words.how), squeeze(words.guardian_name)
    if not person or not how:
        raise Refused(no("Hãy ghi ai đồng ý và đồng ý bằng cách nào.", rule="consent:words"))
    if words.given_on > on:
        raise Refused(no(f"Ngày đồng ý {vn_date(words.given_on)} chưa tới.", rule="consent:day"))
    consent = Consent.objects.create(
        unit=mandate.unit,
        about=about._meta.label_lower,
        about_id=about.pk,
        person_name=person,
        guardian_name=guardian,
        how=how,
        given_on=words.given_on,
        recorded_by=str(mandate),
    )
    who = f"{guardian} (người giám hộ của {person})" if guardian else person
    says = f"{who} đồng ý công khai ngày {vn_date(words.given_on)}: {how}."
    write(
        "record_consent", says, actor=mandate.actor(), on=on, thing=about, data={"consent": str(consent.pk)}
    )
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, reason: str, mandate: Mandate, on: date) -> None:
    """Record that the person takes the consent back (rút lại đồng ý), with the reason if one was given.

    The calling verb has checked that the mandate may, and takes the page away. Raises `Refused` when it was
    taken back before. Căn cứ: Điều 32, Điều 38 Bộ luật Dân sự 2015 (chưa đối chiếu văn bản gốc).
    """
    held = Consent.objects.select_for_update().get(pk=consent.pk)
    if held.withdrawn_on is not None:
        raise Refused(
            no(f"Đồng ý này đã được rút lại ngày {vn_date(held.withdrawn_on)}.", rule="consent:gone")
        )
    consent.withdrawn_on, consent.withdrawn_why = on, squeeze(reason)[:250]
    consent.save(update_fields=["withdrawn_on", "withdrawn_why"])
    says = f"{held.guardian_name or held.person_name} rút lại đồng ý công khai."
    write(
        "withdraw_consent",
        says,
        actor=mandate.actor(),
        on=on,
        thing=consent,
        data={"about": str(held.about_id)},
    )
