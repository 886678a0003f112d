"""Write edXML (ghi gói tin edXML): every element with its prefix, the encoded files without, as asked for."""

from __future__ import annotations

import base64
import io
import zipfile

from lxml import etree

from thidua.records.edxml.message import (
    LENGTHS,
    NAMESPACE,
    Enclosure,
    Organ,
    PaperMessage,
    Reference,
    StatusMessage,
)

ZIP_BORN = (1980, 1, 1, 0, 0, 0)


def write_paper(message: PaperMessage) -> bytes:
    """A paper as an edXML message (gói tin văn bản); the same message gives the same bytes."""
    root, header, body = _frame()
    head = _add(header, "MessageHeader")
    _organ(head, "From", message.sender)
    for receiver in message.receivers:
        _organ(head, "To", receiver)
    _add(head, "DocumentId", message.document_code)
    code = _add(head, "Code")
    _add(code, "CodeNumber", message.number)
    _add(code, "CodeNotation", message.notation)
    issued = _add(head, "PromulgationInfo")
    _add(issued, "Place", message.place)
    _add(issued, "PromulgationDate", f"{message.day:%Y/%m/%d}" if message.day else "")
    kind = _add(head, "DocumentType")
    _add(kind, "Type", "2")
    _add(kind, "TypeName", message.type_name)
    _add(head, "Subject", message.subject)
    _add(head, "Content", message.subject)
    signer = _add(head, "SignerInfo")
    _add(signer, "Competence", message.competence)
    _add(signer, "Position", message.position)
    _add(signer, "FullName", message.signer)
    _rest(head, message)
    _trace(header, message)
    _enclose(root, body, message)
    return _bytes(root)


def write_status(message: StatusMessage) -> bytes:
    """The status of a paper that was received (gói tin trạng thái)."""
    root, header, _ = _frame()
    head = _add(header, "MessageHeader")
    _organ(head, "From", message.sender)
    _reference(head, message.about)
    _add(head, "StatusCode", message.status)
    _add(head, "Description", message.says)
    _add(head, "Timestamp", message.at)
    return _bytes(root)


def _frame() -> tuple[etree._Element, etree._Element, etree._Element]:
    root = etree.Element(_tag("edXML"), nsmap={"edXML": NAMESPACE})
    envelope = _add(root, "edXMLEnvelope")
    return root, _add(envelope, "edXMLHeader"), _add(envelope, "edXMLBody")


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    found = etree.SubElement(parent, _tag(name))
    if text is not None:
        found.text = text[: LENGTHS.get(name, len(text))]
    return found


def _organ(head: etree._Element, name: str, organ: Organ) -> None:
    found = _add(head, name)
    _add(found, "OrganId", organ.code)
    _add(found, "OrganizationInCharge", "")
    _add(found, "OrganName", organ.name)
    _add(found, "OrganAdd", organ.address)
    for empty in ("Email", "Telephone", "Fax", "Website"):
        _add(found, empty, organ.telephone if empty == "Telephone" else "")


def _rest(head: etree._Element, message: PaperMessage) -> None:
    places = _add(head, "ToPlaces")
    for place in message.to_places:
        _add(places, "Place", place[:150])
    other = _add(head, "OtherInfo")
    _add(other, "Priority", "0")
    _add(head, "SteeringType", "0")


def _reference(head: etree._Element, about: Reference) -> None:
    found = _add(head, "ResponseFor")
    _add(found, "OrganId", about.organ)
    _add(found, "Code", about.number_text)
    _add(found, "PromulgationDate", f"{about.day:%Y/%m/%d}" if about.day else "")
    _add(found, "DocumentId", about.document_code)


def _trace(header: etree._Element, message: PaperMessage) -> None:
    traces = _add(header, "TraceHeaderList")
    step = _add(traces, "TraceHeader")
    _add(step, "OrganId", message.sender.code)
    _add(step, "Timestamp", f"{message.day:%Y/%m/%d} 00:00:00" if message.day else "")
    business = _add(traces, "Bussiness")  # the standard spells it so
    _add(business, "BussinessDocType", message.business)
    _add(business, "BussinessDocReason", "")
    _add(business, "DocumentId", message.document_code)
    _add(business, "Paper", "0")
    _add(header, "Signature")


def _enclose(root: etree._Element, body: etree._Element, message: PaperMessage) -> None:
    manifest = _add(body, "edXMLManifest")
    manifest.set("version", "1.0")
    encoded = etree.SubElement(root, "AttachmentEncoded")
    for number, one in enumerate(message.enclosures, start=1):
        cid = f"tep-{number}"
        reference = _add(manifest, "Reference")
        _add(reference, "ContentId", f"cid:{cid}")
        _add(reference, "ContentType", one.media)
        _add(reference, "Description", one.name)
        _add(reference, "AttachmentName", one.name)
        held = etree.SubElement(encoded, "Attachment")
        for name, text in (("ContentId", cid), ("AttachmentName", one.name), ("Description", one.name),
                           ("ContentType", one.media)):  # fmt: skip
            etree.SubElement(held, name).text = text[:200]
        packed = base64.b64encode(_zipped(one, number)).decode("ascii")
        etree.SubElement(held, "ContentTransferEncoded").text = packed


def _zipped(one: Enclosure, number: int) -> bytes:
    """A ZIP with the one file, as receivers of the axis expect it."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        ending = one.name.rpartition(".")[2]
        archive.writestr(zipfile.ZipInfo(f"tep-{number}.{ending}", ZIP_BORN), one.data, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _bytes(root: etree._Element) -> bytes:
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made
