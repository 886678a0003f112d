"""A paper goes out and comes in as edXML; what real messages get wrong is put right or refused."""

import base64
import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.refusals import rule_refused
from thidua.records.edxml import STATUSES, read_message, write_paper, write_status
from thidua.records.edxml.message import (
    NAMESPACE,
    Enclosure,
    Organ,
    PaperMessage,
    Reference,
    StatusMessage,
    document_code,
)
from thidua.vietnamese.text import nfc, squeeze

PDF = b"%PDF-1.7 to trinh"
DAY = date(2023, 6, 5)
DISTRICT = Organ("H37.05", "Ủy ban nhân dân huyện Cao Sơn")
COMMUNE = Organ("H37.05.01", "Ủy ban nhân dân xã Nà Lâm", "Thôn Bản Vàng")
LETTER = PaperMessage(
    sender=COMMUNE,
    receivers=(DISTRICT,),
    document_code=document_code(COMMUNE.code, DAY, "01/TTr-UBND"),
    number="01",
    notation="TTr-UBND",
    place="Nà Lâm",
    day=DAY,
    type_name="Tờ trình",
    subject="Về việc đề nghị tặng Giấy khen",
    position="Chủ tịch",
    signer="Lương Quốc Thịnh",
    to_places=("Như trên",),
    enclosures=(Enclosure("to-trinh.pdf", "application/pdf", PDF),),
)
WRITTEN = write_paper(LETTER)


def packed(*files: tuple[str, bytes], deflate: bool = True) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return kept.getvalue()


def with_file(data: bytes, *, name: str = "to-trinh.pdf") -> bytes:
    """The message with another encoded file in it."""
    start = WRITTEN.index(b"<ContentTransferEncoded>") + len(b"<ContentTransferEncoded>")
    end = WRITTEN.index(b"</ContentTransferEncoded>")
    held = WRITTEN[:start] + base64.b64encode(data) + WRITTEN[end:]
    return held.replace(b"<AttachmentName>to-trinh.pdf<", f"<AttachmentName>{name}<".encode()).replace(
        b"<Description>to-trinh.pdf<", f"<Description>{name}<".encode()
    )


def test_what_is_written_is_read_back():
    assert read_message(WRITTEN) == LETTER
    assert write_paper(LETTER) == WRITTEN


def test_every_element_has_its_prefix_and_the_files_have_none():
    text = WRITTEN.decode()
    tags = set(re.findall(r"<([\w:]+)", text))
    bare = {"AttachmentEncoded", "Attachment", "ContentId", "AttachmentName", "Description", "ContentType"}
    assert {tag for tag in tags if not tag.startswith("edXML:")} == bare | {"ContentTransferEncoded"}
    assert f'xmlns:edXML="{NAMESPACE}"' in text
    assert " xmlns=" not in text


def test_a_status_is_written_and_read_back():
    about = Reference(COMMUNE.code, "01/TTr-UBND", DAY, LETTER.document_code)
    for status in STATUSES:
        message = StatusMessage(DISTRICT, about, status, "Đã xem", "2023/06/06 08:00:00")
        assert read_message(write_status(message)) == message


def test_an_unbound_prefix_and_junk_before_the_declaration_are_put_right():
    bare = WRITTEN.replace(f' xmlns:edXML="{NAMESPACE}"'.encode(), b"")
    found = read_message(b"\xef\xbb\xbfHTTP 200\r\n" + bare)
    assert found.subject == LETTER.subject
    assert len(found.warnings) == 2


def test_null_is_no_identifier():
    found = read_message(WRITTEN.replace(b">H37.05.01</edXML:OrganId>", b">null</edXML:OrganId>"))
    assert (found.sender.code, found.sender.name) == ("", COMMUNE.name)
    assert found.warnings == ("Gói tin không ghi mã định danh của nơi gửi.",)


FILES = {
    "PDF trần": (PDF, "to-trinh.pdf", ["to-trinh.pdf"]),
    "ZIP một tệp tên UUID": (packed(("018f-x", PDF)), "to-trinh.pdf", ["to-trinh.pdf"]),
    "ZIP nhiều tệp": (packed(("a.pdf", PDF), ("b.pdf", PDF + b"b")), "x.pdf", ["a.pdf", "b.pdf"]),
    "ZIP có đường dẫn": (packed(("../../etc/a.pdf", PDF), ("C:\\x\\b.pdf", PDF)), "x", ["a.pdf", "b.pdf"]),
    "tên có dấu cách": (PDF, "  to   trinh .pdf", ["to trinh.pdf"]),
    "không tên": (PDF, "", ["tep-1.pdf"]),
    "đuôi sai": (PDF, "to-trinh.doc", ["to-trinh.pdf"]),
    "tên dẫn ra ngoài": (PDF, "../../a.pdf", ["a.pdf"]),
}


@pytest.mark.parametrize(("data", "name", "names"), FILES.values(), ids=FILES)
def test_a_file_is_what_its_bytes_are(data, name, names):
    assert [one.name for one in read_message(with_file(data, name=name)).enclosures] == names


WRONG = {
    "edxml:foreign": b"<html></html>",
    "edxml:dtd": WRITTEN.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1),
    "edxml:syntax": WRITTEN[: len(WRITTEN) // 2],
    "edxml:marks": WRITTEN.replace(b"</AttachmentEncoded>", b"<x/>" * 20_001 + b"</AttachmentEncoded>"),
    "edxml:size": bytes(60 * 1024 * 1024 + 1),
    "edxml:header": WRITTEN.replace(b"MessageHeader", b"Khac"),
    "edxml:base64": WRITTEN.replace(b"<ContentTransferEncoded>", b"<ContentTransferEncoded>***"),
    "edxml:empty": with_file(b""),
    "edxml:bomb": with_file(packed(("a.pdf", bytes(3_000_000)))),
    "edxml:zip": with_file(packed(("a.pdf", PDF))[:-30]),
    "attach:file": with_file(b"MZ\x90\x00 \x00\x01\x02\xff\xfe chuong trinh"),
}


@pytest.mark.parametrize(("rule", "data"), WRONG.items(), ids=WRONG)
def test_each_wrong_message_is_refused_with_its_reason(rule, data):
    assert rule_refused(read_message, data) == rule


@given(cut=st.integers(0, len(WRITTEN) - 1))
def test_any_cut_is_refused(cut):
    assert rule_refused(read_message, WRITTEN[:cut]).startswith(("edxml:", "attach:"))


@given(
    subject=st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), min_size=1, max_size=300
    )
)
def test_any_subject_comes_through(subject):
    said = squeeze(nfc(subject))
    if not said or said.lower() == "null":
        return
    assert read_message(write_paper(replace(LETTER, subject=said))).subject == squeeze(said[:500])
