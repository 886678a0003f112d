"""Read edXML (đọc gói tin edXML) as it really comes: junk before the declaration, an unbound prefix, “null”
for an identifier, no file name, a ZIP where a PDF is announced. No DTD, no entity, nothing past its cap.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from lxml import etree

from thidua.law.ruling import Refused, no
from thidua.records.attach import MAX_BYTES, Kind, kind_by_content
from thidua.records.edxml.message import (
    NAMESPACE,
    Enclosure,
    Organ,
    PaperMessage,
    Reference,
    StatusMessage,
)
from thidua.vietnamese.text import nfc, squeeze

MEGABYTE = 1024 * 1024
MAX_MESSAGE = 60 * MEGABYTE
MAX_MARKS = 20_000
MAX_FILES = 50
MAX_RATIO = 250
_BEGINS = re.compile(rb"<\?xml|<(?:\w+:)?edXML\b")
_ROOT = re.compile(rb"<(?:\w+:)?edXML\b[^<>]*>")
_BOUND = re.compile(rb"xmlns:edXML\s*=")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MOST = 2000


def edxml_refused(because: str, rule: str) -> Refused:
    """A refusal of a message (từ chối gói tin)."""
    return Refused(no(because, rule=f"edxml:{rule}"))


def read_message(data: bytes) -> PaperMessage | StatusMessage:
    """What a message says (đọc gói tin): a paper, or the status of one. Raises `Refused`, each fault with
    its sentence.
    """
    if len(data) > MAX_MESSAGE:
        raise edxml_refused(f"Gói tin lớn hơn {MAX_MESSAGE // MEGABYTE} MB.", "size")
    root, warnings = _root(data)
    head = _find(root, "MessageHeader")
    if head is None:
        raise edxml_refused("Gói tin không có phần đầu (MessageHeader).", "header")
    if _text(head, "StatusCode"):
        return _status(head)
    return _paper(root, head, warnings)


def _root(data: bytes) -> tuple[etree._Element, list[str]]:
    """The parsed message, put right where real messages are wrong."""
    begins = _BEGINS.search(data[:MEGABYTE])
    if begins is None:
        raise edxml_refused("Tệp này không phải gói tin edXML.", "foreign")
    warnings = ["Có chữ thừa trước khai báo XML; đã bỏ."] if data[: begins.start()].strip() else []
    text = data[begins.start() :]
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise edxml_refused("Gói tin có khai báo DTD, thực thể; không mở.", "dtd")
    if text.count(b"<") > MAX_MARKS:
        raise edxml_refused("Gói tin có quá nhiều thẻ; không mở.", "marks")
    tag = _ROOT.search(text)
    if tag is not None and not _BOUND.search(tag[0]):
        warnings.append("Tiền tố edXML chưa khai báo; đã bổ sung.")
        close = tag[0].rstrip(b"/>")
        text = text.replace(tag[0], close + f' xmlns:edXML="{NAMESPACE}"'.encode() + tag[0][len(close) :], 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise edxml_refused("Gói tin không đúng cú pháp XML hoặc bị cắt cụt.", "syntax") from broken
    if _local(root) != "edXML":
        raise edxml_refused("Tệp này không phải gói tin edXML.", "foreign")
    return root, warnings


def _local(element: etree._Element) -> str:
    """The name without its prefix: messages disagree on which elements have one."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _all(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in parent.iter() if _local(one) == name)


def _find(parent: etree._Element, name: str) -> etree._Element | None:
    return next(_all(parent, name), None)


def _text(parent: etree._Element | None, name: str) -> str:
    """The words of the first element of that name; "" for “null” and for none."""
    found = _find(parent, name) if parent is not None else None
    said = squeeze(nfc(_INVISIBLE.sub(" ", (found.text or "")[:_MOST]))) if found is not None else ""
    return "" if said.lower() == "null" else said


def _day(text: str) -> date | None:
    match = re.match(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})", text) or re.match(
        r"(\d{1,2})/(\d{1,2})/(\d{4})", text
    )
    if match is None:
        return None
    parts = [int(part) for part in match.groups()]
    year, month, day = parts if parts[0] > 31 else parts[::-1]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _organ(element: etree._Element | None) -> Organ:
    names = ("OrganId", "OrganName", "OrganAdd", "Telephone")
    code, name, address, telephone = (_text(element, one) for one in names)
    return Organ(code, name, address, telephone)


def _status(head: etree._Element) -> StatusMessage:
    about = _find(head, "ResponseFor")
    reference = Reference(
        _text(about, "OrganId"), _text(about, "Code"), _day(_text(about, "PromulgationDate")),
        _text(about, "DocumentId"),
    )  # fmt: skip
    code = _text(head, "StatusCode").zfill(2)
    if not re.fullmatch(r"[0-9]{2}", code):
        raise edxml_refused("Mã trạng thái của gói tin không hợp lệ.", "status")
    return StatusMessage(
        _organ(_find(head, "From")), reference, code, _text(head, "Description"), _text(head, "Timestamp")
    )


def _paper(root: etree._Element, head: etree._Element, warnings: list[str]) -> PaperMessage:
    code, issued = _find(head, "Code"), _find(head, "PromulgationInfo")
    signer = _find(head, "SignerInfo")
    enclosures = tuple(_enclosures(root))
    if not enclosures:
        warnings.append("Gói tin không kèm tệp nào.")
    sender = _organ(_find(head, "From"))
    if not sender.code:
        warnings.append("Gói tin không ghi mã định danh của nơi gửi.")
    return PaperMessage(
        sender=sender,
        receivers=tuple(_organ(one) for one in head if _local(one) == "To"),
        document_code=_text(head, "DocumentId")[:120],
        number=_text(code, "CodeNumber"),
        notation=_text(code, "CodeNotation"),
        place=_text(issued, "Place"),
        day=_day(_text(issued, "PromulgationDate")),
        type_name=_text(_find(head, "DocumentType"), "TypeName"),
        subject=_text(head, "Subject") or _text(head, "Content"),
        competence=_text(signer, "Competence"),
        position=_text(signer, "Position"),
        signer=_text(signer, "FullName"),
        to_places=tuple(squeeze(one.text or "")[:150] for one in _places(head)),
        business=_text(root, "BussinessDocType") or "0",
        enclosures=enclosures,
        warnings=tuple(warnings),
    )


def _places(head: etree._Element) -> list[etree._Element]:
    places = _find(head, "ToPlaces")
    return [] if places is None else list(_all(places, "Place"))


def _enclosures(root: etree._Element) -> Iterator[Enclosure]:
    """The files, each by what its bytes are, whatever the message calls it."""
    encoded = _find(root, "AttachmentEncoded")
    held = list(_all(encoded, "Attachment")) if encoded is not None else []
    if len(held) > MAX_FILES:
        raise edxml_refused(f"Gói tin kèm quá {MAX_FILES} tệp.", "files")
    for number, one in enumerate(held, start=1):
        content = _find(one, "ContentTransferEncoded")
        packed = _decoded((content.text or "") if content is not None else "", number)
        name = _text(one, "AttachmentName") or _text(one, "Description")
        yield from _opened(packed, name, number)


def _decoded(text: str, number: int) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise edxml_refused(f"Tệp thứ {number} trong gói tin không giải mã được.", "base64") from wrong


def _opened(data: bytes, name: str, number: int) -> Iterator[Enclosure]:
    """One file, or what a ZIP around it holds; a Word or Excel file is a ZIP of its own and stays whole."""
    if not data:
        raise edxml_refused(f"Tệp thứ {number} trong gói tin rỗng.", "empty")
    if not data.startswith(b"PK\x03\x04") or _is_office(data):
        yield _enclosure(data, name, number)
        return
    parts = list(_unzipped(data, number))
    for place, (inner, part) in enumerate(parts):
        # The name in the ZIP is a key of the sending system; the one of the message is for people.
        yield _enclosure(part, name if len(parts) == 1 and name else inner, number * 100 + place)


def _is_office(data: bytes) -> bool:
    """True for Word and Excel, which are a ZIP of their own; a broken ZIP is told later."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "[Content_Types].xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def _unzipped(data: bytes, number: int) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            unpacked = sum(entry.file_size for entry in entries)
            if len(entries) > MAX_FILES or unpacked > MAX_MESSAGE or unpacked > MAX_RATIO * len(data):
                raise edxml_refused(f"Tệp nén thứ {number} trong gói tin bất thường; không mở.", "bomb")
            for entry in entries:
                with archive.open(entry) as part:
                    yield PurePosixPath(entry.filename.replace("\\", "/")).name, part.read(entry.file_size)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as broken:
        raise edxml_refused(f"Tệp nén thứ {number} trong gói tin bị hỏng.", "zip") from broken
    except RuntimeError as locked:  # zipfile's answer to a password
        raise edxml_refused(f"Tệp nén thứ {number} trong gói tin có mật khẩu.", "locked") from locked


def _enclosure(data: bytes, name: str, number: int) -> Enclosure:
    """A file under a safe name with the ending of what it really is."""
    if len(data) > MAX_BYTES:
        raise edxml_refused(f"Tệp thứ {number} trong gói tin lớn hơn {MAX_BYTES // MEGABYTE} MB.", "file")
    kind: Kind = kind_by_content(data)
    stem = PurePosixPath(name.replace("\\", "/")).name.rpartition(".")[0] or name.strip()
    safe = squeeze(re.sub(r"[/\\:*?\"<>|]", " ", stem)).strip(". ")[:150]
    return Enclosure(f"{safe or f'tep-{number}'}{kind.ending}", kind.media, data)
