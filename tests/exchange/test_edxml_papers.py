"""The clerk sends a paper as edXML, files one that came, and tells its sender what became of it."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.factories.commune import Commune, as_
from tests.factories.papers import make_paper
from tests.web.exchange_doors import edxml_from
from thidua.law.ruling import Refused
from thidua.records.edxml import (
    PaperMessage,
    StatusMessage,
    keep_edxml,
    read_message,
    send_edxml,
    send_status,
    set_organ_code,
    take_in_edxml,
)
from thidua.records.models import Attachment, Envelope, Message, OfficialDocument
from thidua.records.queries.packages import edxml_file
from thidua.records.queries.papers import papers_visible_to
from thidua.records.receive import Original

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


def rule_of(call, *args, **kwargs) -> str:
    with pytest.raises(Refused) as found:
        call(*args, **kwargs)
    return found.value.ruling.rule


def with_codes(whole: Commune) -> dict:
    acting = {"mandate": whole.commune.clerk, "on": DAY}
    set_organ_code(whole.commune.unit, code=" H37.05.01 ", paper="QĐ của tỉnh", **acting)
    set_organ_code(whole.district.unit, code="H37.05", paper="", **acting)
    return acting


def test_an_identifier_is_only_what_a_person_wrote_down(whole: Commune):
    acting = with_codes(whole)
    assert rule_of(set_organ_code, whole.province.unit, code="H37.05", paper="", **acting) == "edxml:organ"
    assert rule_of(set_organ_code, whole.province.unit, code="H37;05", paper="", **acting) == "edxml:organ"
    assert rule_of(set_organ_code, whole.village, code="H37.9", paper="", **acting) == "edxml:organ"
    set_organ_code(whole.district.unit, code="", paper="", **acting)
    set_organ_code(whole.province.unit, code="H37.05", paper="", **acting)


def test_a_paper_goes_out_once_for_the_same_receivers(whole: Commune):
    paper, acting = make_paper(whole, until="issued"), {"mandate": whole.commune.clerk, "on": DAY}
    assert rule_of(send_edxml, paper, to=[whole.district.unit], **acting) == "edxml:organ"
    with_codes(whole)
    sent = send_edxml(paper, to=[whole.district.unit], **acting)
    assert send_edxml(paper, to=[whole.district.unit], **acting) == sent
    message = read_message(edxml_file(sent))
    assert isinstance(message, PaperMessage)
    assert (message.number_text, message.subject) == (paper.number_text, paper.subject)
    assert [one.code for one in message.receivers] == ["H37.05"]
    assert [one.media for one in message.enclosures] == ["application/pdf"]
    assert rule_of(send_edxml, make_paper(whole), to=[whole.district.unit], **acting) == "edxml:issued"


def test_a_paper_that_came_is_filed_and_its_sender_is_told(whole: Commune):
    acting = with_codes(whole)
    run = keep_edxml(ContentFile(edxml_from("12"), name="a.edxml"), **acting)
    assert keep_edxml(ContentFile(edxml_from("12"), name="a.edxml"), **acting) == run
    original = Original(
        whole.district.unit, "cong_van", "incoming", "12/UBND", date(2023, 6, 1), "Về việc gửi hồ sơ"
    )
    others = {"mandate": whole.district.standing, "on": DAY}
    assert rule_of(take_in_edxml, run, original=original, **others) == "mandate:unit"
    paper = take_in_edxml(run, original=original, **acting)
    assert (paper.state, paper.origin, paper.scan.name) == ("issued", "original", "cong-van.pdf")
    assert papers_visible_to(whole.commune.standing).filter(pk=paper.pk).exists()
    assert Message.objects.get(purpose="incoming").to_unit == whole.commune.unit
    assert rule_of(take_in_edxml, run, original=original, **acting) == "edxml:once"
    assert rule_of(keep_edxml, ContentFile(edxml_from("12"), name="a.edxml"), **acting) == "edxml:twice"
    came = Envelope.objects.get(direction="received")
    assert rule_of(send_status, came, status="02", why=" ", **acting) == "edxml:why"
    assert rule_of(send_status, came, status="99", why="x", **acting) == "edxml:status"
    told = read_message(edxml_file(send_status(came, status="03", why="", **acting)))
    assert isinstance(told, StatusMessage)
    assert (told.status_says, told.about.number_text) == ("đã tiếp nhận", "12/UBND")
    assert (
        rule_of(send_status, Envelope.objects.get(status="03"), status="03", why="", **acting)
        == "edxml:direction"
    )


def test_a_status_that_came_stands_beside_its_paper(whole: Commune):
    acting = with_codes(whole)
    sent = send_edxml(make_paper(whole, until="issued"), to=[whole.district.unit], **acting)
    from thidua.records.edxml import write_status
    from thidua.records.edxml.message import Organ, Reference

    for code, rule in (
        (sent.document_code, ""),
        ("H37.05,2023/01/01,9/UBND", "edxml:about"),
        ("", "edxml:about"),
    ):
        about = Reference("H37.05.01", "9/UBND", DAY, code)
        data = write_status(StatusMessage(Organ("H37.05", "UBND huyện"), about, "03", "Đã nhận", ""))
        if rule:
            assert rule_of(keep_edxml, ContentFile(data, name="s.edxml"), **acting) == rule
        else:
            kept = keep_edxml(ContentFile(data, name="s.edxml"), **acting)
            assert (kept.document, kept.status) == (sent.document, "03")


def test_the_pages_of_edxml(whole: Commune):
    paper = make_paper(whole, until="issued")
    with_codes(whole)
    browser = as_(whole.commune.clerk)
    browser.post(reverse("paper-edxml", args=[paper.code]), {"to": [str(whole.district.unit.pk)]})
    assert Envelope.objects.filter(direction="sent").count() == 1
    asked = browser.post(
        reverse("edxml-receive"), {"upload": ContentFile(edxml_from("15"), name="a.edxml")}, follow=True
    )
    form = asked.context["form"]
    assert (form.initial["unit"], form.initial["number_text"]) == (whole.district.unit, "15/UBND")
    sent = {**form.initial, "unit": str(whole.district.unit.pk), "day": "01/6/2023"}
    browser.post(asked.request["PATH_INFO"], sent)
    assert OfficialDocument.objects.filter(purpose="incoming").count() == 1
    assert Attachment.objects.filter(purpose="original").count() == 1
    assert browser.get(reverse("envelopes")).content.decode().count("Tải về") == 2
