"""A commune and a district that each run their own installation (hai cơ quan trao đổi bằng gói)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.files.base import ContentFile

from tests.awards.dossiers import complete
from tests.awards.session_story import held
from tests.awards.session_story import sent as submitted
from tests.exchange.installations import Installations
from tests.factories.commune import Commune, make_campaign, make_commune, make_person
from thidua.awards.models import Nomination, Submission
from thidua.awards.nominate import submit_nomination
from thidua.awards.submit import send_by_file, take_in_package
from thidua.journal.lifecycle import advance
from thidua.org.models import Mandate
from thidua.records.models import Package, Run
from thidua.records.package import add_partner, confirm_key, keep_package, read_sheet, sheet_of
from thidua.records.queries.packages import package_file
from thidua.records.seal import key_for

DAY = date(2023, 6, 5)
COMMUNE, DISTRICT = "xã", "huyện"
HOW = "Gọi điện cho văn thư, đọc đủ tám nhóm số"


@dataclass
class Exchange:
    """The two installations, who works in them, and the submission that travels."""

    installations: Installations
    whole: Commune
    submission: Submission

    def at(self, name: str):
        return self.installations.at(name)

    @property
    def officer(self) -> Mandate:
        """The standing officer of the office whose installation one is in."""
        return self.whole.commune.standing if self.installations.here == COMMUNE else self.district

    @property
    def district(self) -> Mandate:
        return Mandate.objects.get(unit__level="huyen", office__role="standing")

    def nomination(self, name: str) -> Nomination:
        return Nomination.objects.select_related("award", "unit", "holder", "campaign__unit").get(name=name)


def taken_in(data: bytes, *, mandate: Mandate, answers=None, on: date = DAY) -> Package:
    run = kept(data, mandate=mandate, on=on)
    return take_in_package(run, answers=answers or {}, mandate=mandate, on=on)


def kept(data: bytes, *, mandate: Mandate, on: date = DAY) -> Run:
    return keep_package(ContentFile(data, name="goi.zip"), mandate=mandate, on=on)


def begin(installations: Installations, *, names=("Lộc Văn Tài", "Mông Thị Lả")) -> Exchange:
    """The commune has submitted to the district, which lives elsewhere; their keys are compared."""
    installations.go(DISTRICT)
    district = make_commune(2023)
    only_the_offices(district)
    theirs = sheet_of(key_for(district.district.unit, actor=district.district.standing.actor(), on=DAY)).line
    installations.go(COMMUNE)
    whole = make_commune(2023)
    campaign = make_campaign(whole)
    nominations = [_passed(whole, campaign, name) for name in names]
    session = held(campaign, nominations, whole.commune)
    submission = submitted(session, whole.commune, form="giay_khen_huyen")
    ours = sheet_of(key_for(whole.commune.unit, actor=whole.commune.standing.actor(), on=DAY)).line
    meet(theirs, mandate=whole.commune.standing)
    exchange = Exchange(installations, whole, submission)
    with exchange.at(DISTRICT):
        meet(ours, mandate=exchange.district)
    return exchange


def only_the_offices(whole: Commune) -> None:
    """What the district has of the commune before anything came from it: nothing."""
    from thidua.awards.models import Council, CouncilMember
    from thidua.org.models import Installation, Office, Person, Unit
    from thidua.records.models import LocalRule, NumberBook

    below = {"unit__path__startswith": whole.commune.unit.path}
    Installation.objects.update(office=whole.district.unit)
    CouncilMember.objects.filter(council__unit=whole.commune.unit).delete()
    for model in (Council, LocalRule, NumberBook, Mandate, Office, Person):
        model.objects.filter(**below).delete()
    for unit in Unit.objects.filter(path__startswith=whole.commune.unit.path).order_by("-path"):
        unit.delete()


def meet(line: str, *, mandate: Mandate) -> None:
    """The key sheet of the other office is entered and compared by telephone."""
    partner = add_partner(read_sheet(line), mandate=mandate, on=DAY)
    confirm_key(partner, how=HOW, mandate=mandate, on=DAY)


def _passed(whole: Commune, campaign, name: str) -> Nomination:
    nomination = complete(whole, make_person(whole.village, name, birth_year=1980), campaign=campaign)
    submit_nomination(nomination, mandate=whole.head(whole.village), on=DAY)
    nomination.refresh_from_db()
    advance(nomination, "eligible", actor=whole.commune.standing.actor(), on=DAY, verb="appraise", says="Đủ.")
    return nomination


def package_up(exchange: Exchange) -> bytes:
    """The package of the commune, as it lies on the stick."""
    return package_file(send_by_file(exchange.submission, mandate=exchange.officer, on=DAY))
