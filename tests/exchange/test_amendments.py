"""What was corrected or cancelled after it went by package travels after it: down from the office that
decided, up from the office whose awards speak for a dossier.
"""

from dataclasses import replace
from datetime import date

from django.core.files.base import ContentFile

from tests.awards.session_story import appraised_above, decided, eligible, held, numbered
from tests.awards.session_story import sent as submitted
from tests.exchange.changed import content_of, said_anew
from tests.exchange.installations import Installations
from tests.exchange.story import DAY, DISTRICT, Exchange, begin, kept, package_up, taken_in
from tests.exchange.test_hostile import refused, setting
from tests.exchange.test_two_installations import answered_file, office
from thidua.awards import amend
from thidua.awards.certify import Request, make_certificates, reissue
from thidua.awards.documents.amendment import Fault
from thidua.awards.models import (
    Certificate,
    Decision,
    NameCorrection,
    Nomination,
    PastAward,
    Reissue,
    Revocation,
)
from thidua.awards.queries.cited import issued_since
from thidua.awards.queries.history import histories, past_awards
from thidua.awards.remember import PAPER, PastAwardWords, correct, file_award_paper, remember, remove
from thidua.journal.verify import first_broken_line
from thidua.org.models import Person, Unit
from thidua.records.models import Attachment, Message, Package
from thidua.records.package import Json

TAI, LA = "Lộc Văn Tài", "Mông Thị Lả"
OLD = PastAwardWords(
    title="Giấy khen", decision="15/QĐ-UBND", decided_on=date(2019, 12, 20), level="xa",
    decided_by="Chủ tịch UBND xã Nà Lâm", form="giay_khen_xa", achievement="Thu gom rác",
)  # fmt: skip
KNOWN = replace(OLD, decision="7/QĐ-CT", decided_on=date(2018, 5, 3))


def decided_above(exchange: Exchange) -> Decision:
    """The district commends both; each has a certificate."""
    district = office("huyen")
    both = [appraised_above(exchange.nomination(name), district) for name in (TAI, LA)]
    session = held(both[0].campaign, both, district)
    decision = decided(submitted(session, district, form="giay_khen_huyen"), district)
    make_certificates(decision, mandate=district.clerk, on=DAY)
    return decision


def corrected(decision: Decision, name: str, right: str) -> None:
    here, item = office(decision.unit.level), decision.items.get(name=name)
    faults = [Fault.of_name(item, right)]
    paper = amend.draft_correction(decision, faults=faults, of_content=True, mandate=here.standing, on=DAY)
    amend.issue_correction(numbered(paper, here), mandate=here.clerk, on=DAY)


def revoked(decision: Decision, name: str, why: str) -> None:
    here, items = office(decision.unit.level), [decision.items.get(name=name)]
    paper = amend.draft_revocation(decision, items=items, reason=why, mandate=here.standing, on=DAY)
    amend.issue_revocation(numbered(paper, here), mandate=here.clerk, on=DAY)


def test_what_the_district_corrects_and_cancels_comes_down(installations: Installations):
    exchange = begin(installations)
    first = package_up(exchange)
    with exchange.at(DISTRICT):
        taken_in(first, mandate=exchange.district)
        decision = decided_above(exchange)
        answer = answered_file(exchange)
        corrected(decision, TAI, "Lộc Văn Tải")
        sheet = Certificate.objects.get(item__name=TAI)
        asked = Request("corrected", "", "Ông Tải, đến văn phòng", DAY)
        reissue(sheet, request=asked, mandate=office("huyen").clerk, on=DAY)
        revoked(decision, LA, "Khai man thành tích")
        assert len(issued_since(decision.items.get(name=TAI).nomination.submission_items.get(
            submission__unit__level="xa").submission, decision.unit)) == 2  # fmt: skip
        again = answered_file(exchange)
        assert answered_file(exchange) == again
        wrong = astray(again)
    taken_in(answer, mandate=exchange.officer)
    assert (NameCorrection.objects.count(), Revocation.objects.count()) == (0, 0)
    assert refused(taken_in, wrong, mandate=exchange.officer) == "theirs"
    taken_in(again, mandate=exchange.officer)
    _corrected_below()
    assert first_broken_line() is None


def astray(data: bytes) -> bytes:
    """The revocation said to stand in the decision itself."""

    def change(content: Json) -> None:
        item = next(one for one in content["decisions"][0]["items"] if one["name"] == LA)
        item["amendments"][0]["paper"] = content["decisions"][0]["paper"]

    return said_anew(data, change)


def _corrected_below() -> None:
    named, gone = NameCorrection.objects.get(), Revocation.objects.get()
    assert (named.said, named.right, named.day) == (TAI, "Lộc Văn Tải", DAY)
    assert (gone.reason, gone.day, gone.paid) == ("Khai man thành tích", DAY, 0)
    decision = Decision.objects.get()
    for row, number in ((named, "02/QĐ-UBND"), (gone, "03/QĐ-UBND")):
        assert (row.document.number_text, row.document.corrects) == (number, decision.document)
        assert row.document.scan.kind == "application/pdf"
        assert Message.objects.filter(document=row.document, to_unit__level="thon").count() == 1
    anew = Reissue.objects.get()
    assert (anew.reason, anew.correction, anew.new.recipient) == ("corrected", named, "Ông Lộc Văn Tải")
    cancelled = histories([Nomination.objects.get(name=LA).person]).popitem()[1]
    assert [one.cancelled for one in cancelled.told] == [
        "đã hủy bỏ theo Quyết định số 03/QĐ-UBND ngày 05/6/2023"
    ]
    assert cancelled.awards == ()


def own_award(exchange: Exchange, name: str) -> Decision:
    """The commune has commended one of them itself."""
    here, whole = exchange.whole.commune, exchange.whole
    one = eligible(whole, exchange.submission.campaign, Person.objects.get(name=name, unit=whole.village))
    return decided(submitted(held(one.campaign, [one], here), here), here)


def test_what_the_commune_corrects_and_cancels_goes_up_after_the_dossiers(installations: Installations):
    exchange = begin(installations)
    who = Person.objects.get(name=TAI)
    old = remember(who, words=OLD, mandate=exchange.officer, on=DAY)
    scan = ContentFile(b"%PDF-1.7 ban chup", name="giấy khen 2019.pdf")
    file_award_paper(old, upload=scan, mandate=exchange.officer, on=DAY)
    own = own_award(exchange, LA)
    remember(who, words=KNOWN, mandate=exchange.officer, on=DAY)
    up = package_up(exchange)
    stranger = said_anew(up, setting("past_awards", 0, "candidate", to=str(exchange.whole.village.pk)))
    twice = said_anew(up, lambda content: content["past_awards"].append(content["past_awards"][0]))
    with exchange.at(DISTRICT):
        assert refused(kept, stranger, mandate=exchange.district) == "reference"
        assert refused(kept, twice, mandate=exchange.district) == "twice"
        _known_above(exchange, up)
    assert package_up(exchange) == up
    right = replace(OLD, achievement="Thu gom 2 tấn rác")
    correct(old, words=right, reason="Đọc lại giấy", mandate=exchange.officer, on=DAY)
    corrected(own, LA, "Mông Thị Lá")
    changed = package_up(exchange)
    assert package_up(exchange) == changed
    revoked(own, LA, "Khai man")
    remove(old, reason="Nhầm người cùng tên", mandate=exchange.officer, on=DAY)
    cancelled = package_up(exchange)
    other = said_anew(cancelled, setting("about", "digest", to="0" * 64))
    with exchange.at(DISTRICT):
        _changed_above(exchange, changed)
        _cancelled_above(exchange, cancelled, other)
    assert list(Package.objects.order_by("id").values_list("kind", flat=True)) == [
        "submission", "amendment", "amendment",
    ]  # fmt: skip


def _known_above(exchange: Exchange, up: bytes) -> None:
    """Both awards stand beside the two persons, with their papers, and count for appraisal; the third was
    entered by the district before and stays as it is.
    """
    below = Unit.objects.get(level="xa")
    known = Person.objects.create(name=TAI, unit=below, birth_year=1980)
    stranger = Person.objects.create(name=TAI, unit=exchange.district.unit)
    entered = remember(known, words=KNOWN, mandate=exchange.district, on=DAY)
    key = next(one["id"] for one in content_of(up)["people"] if one["name"] == TAI)
    wrong = {key: str(stranger.pk)}
    assert refused(taken_in, up, mandate=exchange.district, answers=wrong) == "theirs"
    taken_in(up, mandate=exchange.district, answers={key: str(known.pk)})
    told = {one.name: one for one in PastAward.objects.exclude(pk=entered.pk)}
    assert {(one.title, one.decision, one.entered_by) for one in told.values()} == {
        ("Giấy khen", "15/QĐ-UBND", "xã Nà Lâm (gói hồ sơ)"),
        (told[LA].title, "02/QĐ-UBND", "xã Nà Lâm (gói hồ sơ)"),
    }
    assert [one.decision for one in past_awards(known)] == ["15/QĐ-UBND", "7/QĐ-CT"]
    files = Attachment.objects.filter(purpose=PAPER).values_list("name", flat=True)
    assert sorted(files) == ["02-QĐ-UBND.pdf", "giấy khen 2019.pdf"]


def _changed_above(exchange: Exchange, data: bytes) -> None:
    taken_in(data, mandate=exchange.district)
    told = {one.decision: one for one in PastAward.objects.all()}
    assert told["15/QĐ-UBND"].achievement == "Thu gom 2 tấn rác"
    assert told["02/QĐ-UBND"].name == "Mông Thị Lá"
    message = Message.objects.get(subject__contains="khen thưởng trước đây thay đổi (2)")
    assert "Đính chính theo Quyết định số 03/QĐ-UBND ngày 05/6/2023." in message.body


def _cancelled_above(exchange: Exchange, data: bytes, other: bytes) -> None:
    assert refused(taken_in, other, mandate=exchange.district) == "answers"
    taken_in(data, mandate=exchange.district)
    assert set(PastAward.objects.values_list("decision", "state")) == {
        ("15/QĐ-UBND", "removed"), ("02/QĐ-UBND", "removed"), ("7/QĐ-CT", "kept"),
    }  # fmt: skip
    why = PastAward.objects.get(decision="02/QĐ-UBND").why
    assert why.endswith("theo Quyết định số 04/QĐ-UBND ngày 05/6/2023. Khai man")
