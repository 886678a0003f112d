"""A commune and a district with an installation each do by files what they would do in one."""

from django.core.files.base import ContentFile
from django.urls import reverse

from tests.awards.session_story import appraised_above, decided, held
from tests.awards.session_story import sent as submitted
from tests.exchange.changed import at, said_anew
from tests.exchange.installations import Installations
from tests.exchange.story import DAY, DISTRICT, Exchange, begin, package_up, taken_in
from tests.exchange.test_hostile import refused
from tests.factories.commune import CommitteeOffice, as_
from thidua.awards.certify import make_certificates
from thidua.awards.models import Certificate, Decision, DecisionItem, Nomination, Submission
from thidua.awards.submit import (
    answer_by_file,
    ask_back,
    refuse,
    resend,
    return_to_lower,
    send_by_file,
    take_in_package,
)
from thidua.journal.models import JournalEntry
from thidua.journal.verify import first_broken_line
from thidua.org.models import Mandate, Person, Unit
from thidua.records.models import Message, Package, Run
from thidua.records.queries.packages import package_file

MISSING = "Thiếu xác nhận của thôn"


def office(level: str) -> CommitteeOffice:
    unit = Unit.objects.get(level=level)
    return CommitteeOffice(unit, {one.role: one for one in Mandate.objects.filter(unit=unit)})


def answered_file(exchange: Exchange) -> bytes:
    received = Submission.objects.get(unit__level="xa")
    return package_file(answer_by_file(received, mandate=exchange.district, on=DAY))


def kinds() -> list[tuple[str, str]]:
    return list(Package.objects.order_by("id").values_list("direction", "kind"))


def test_a_submission_goes_up_is_returned_supplemented_and_decided(installations: Installations):
    exchange = begin(installations)
    first = package_up(exchange)
    assert package_up(exchange) == first
    with exchange.at(DISTRICT):
        _received(exchange, first)
        receipt = answered_file(exchange)
        nomination = exchange.nomination("Mông Thị Lả")
        return_to_lower(nomination, reason=MISSING, mandate=exchange.district, on=DAY)
        returned = answered_file(exchange)
    _supplemented(exchange, receipt, returned)
    again = package_file(send_by_file(exchange.submission, mandate=exchange.officer, on=DAY))
    with exchange.at(DISTRICT):
        taken_in(again, mandate=exchange.district)
        code, back, wrong = _decided(exchange)
    assert refused(taken_in, wrong, mandate=exchange.officer) == "late"
    taken_in(back, mandate=exchange.officer)
    _closed(exchange, code)


def _received(exchange: Exchange, data: bytes) -> None:
    package = taken_in(data, mandate=exchange.district)
    received = Submission.objects.get(pk=package.subject_id)
    assert (received.unit.name, received.state) == ("Ủy ban nhân dân xã Nà Lâm", "sent")
    assert received.document.number_text == "01/TTr-UBND"
    assert Message.objects.get(purpose="submission").document == received.document
    one = exchange.nomination("Lộc Văn Tài")
    assert (one.state, one.holder.level, one.unit.name) == ("submitted", "huyen", "Thôn Khuổi Cáp")
    assert [claim.text for claim in one.claims.all()] == ["Danh sách 62 hộ, có ảnh"]
    assert sorted(one.dossier.values_list("part", flat=True)) == ["bao_cao", "bien_ban", "to_trinh"]
    assert one.confirmations.get().by.startswith("Hứa Văn Sinh")


def _supplemented(exchange: Exchange, receipt: bytes, returned: bytes) -> None:
    """The commune reads the receipt, gets one dossier back, supplements it and submits it again."""
    taken_in(receipt, mandate=exchange.officer)
    taken_in(returned, mandate=exchange.officer)
    back = exchange.nomination("Mông Thị Lả")
    assert (back.state, back.holder.level, back.remark) == ("returned", "xa", MISSING)
    Nomination.objects.filter(pk=back.pk).update(report="Báo cáo có xác nhận của thôn")
    back.refresh_from_db()
    resend(back, note="Đã có xác nhận", mandate=exchange.officer, on=DAY)


def _decided(exchange: Exchange) -> tuple[str, bytes, bytes]:
    """The district decides one and says no to the other; returns a certificate's code and the answer."""
    district, lately = office("huyen"), exchange.nomination("Lộc Văn Tài")
    supplemented = exchange.nomination("Mông Thị Lả")
    assert supplemented.report == "Báo cáo có xác nhận của thôn"
    refuse(supplemented, reason="Chưa đủ thời gian", mandate=district.standing, on=DAY)
    session = held(lately.campaign, [appraised_above(lately, district)], district)
    make_certificates(
        decided(submitted(session, district, form="giay_khen_huyen"), district),
        mandate=district.clerk,
        on=DAY,
    )
    back = answered_file(exchange)

    def earlier(content):
        holder, name = at(content, ("answers", 0, "round"))
        holder[name] = 1

    return Certificate.objects.get().code, back, said_anew(back, earlier)


def _closed(exchange: Exchange, code: str) -> None:
    exchange.submission.refresh_from_db()
    assert exchange.submission.state == "answered"
    states = dict(Nomination.objects.values_list("name", "state"))
    assert states == {"Lộc Văn Tài": "decided", "Mông Thị Lả": "refused"}
    here = Decision.objects.get()
    assert (here.unit.level, here.document.number_text, here.state) == ("huyen", "01/QĐ-UBND", "issued")
    assert here.document.scan.kind == "application/pdf"
    assert DecisionItem.objects.get().amount == here.total == 450_000
    assert Certificate.objects.get().code == code
    assert kinds() == [
        ("sent", "submission"), ("received", "receipt"), ("received", "return"), ("sent", "supplement"),
        ("received", "answer"),
    ]  # fmt: skip
    assert first_broken_line() is None


def test_the_officer_takes_a_package_in_on_the_page_and_says_who_is_who(installations: Installations):
    exchange = begin(installations, names=("Lộc Văn Tài",))
    data = package_up(exchange)
    wish = package_file(ask_back(exchange.submission, why="Gửi nhầm", mandate=exchange.officer, on=DAY))
    with exchange.at(DISTRICT):
        partner = Unit.objects.get(level="xa")
        known = Person.objects.create(name="Lộc Văn Tài", unit=partner, birth_year=1980)
        browser = as_(exchange.district)
        asked = browser.post(
            reverse("package-upload"), {"upload": ContentFile(data, name="goi.zip")}, follow=True
        )
        page, field = asked.request["PATH_INFO"], next(iter(asked.context["form"].fields))
        assert "Gói nguyên vẹn" in asked.content.decode()
        assert refused(lambda: _take(Run.objects.get(), exchange)) == "doubt"
        done = browser.post(page, {field: str(known.pk)}, follow=True)
        assert "Đã tiếp nhận gói trình" in done.content.decode()
        assert Nomination.objects.get().person == known
        assert "Lập gói trả lời" in done.content.decode()
        taken_in(wish, mandate=exchange.district)
        assert JournalEntry.objects.filter(says__contains="xin rút hồ sơ đã trình: Gửi nhầm").count() == 1
        _pages(browser)


def _take(run: Run, exchange: Exchange) -> None:
    take_in_package(run, mandate=exchange.district, on=DAY)


def _pages(browser) -> None:
    """The book of packages and the partners; dropping what was uploaded by mistake."""
    assert browser.get(reverse("packages")).content.decode().count("Tải về</a>") == 2
    assert "đang dùng" in browser.get(reverse("partners")).content.decode()
    assert browser.get(reverse("key-picture")).headers["Content-Type"] == "image/png"
    schema = browser.get(reverse("package-schema"))
    assert schema.json()["$id"] == "urn:thidua:goi:1"
